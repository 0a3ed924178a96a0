# SPDX-License-Identifier: MIT
"""Character classes of XML Schema's regular expressions (Part 2, §F.1)."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import NamedTuple

Contains = Callable[[str], bool]
Range = tuple[int, int]
"""First and last code point."""

_SUBCATEGORIES = {
    "L": "ultmo",
    "M": "nce",
    "N": "dlo",
    "P": "cdseifo",
    "Z": "slp",
    "S": "mcko",
    "C": "cfon",
}
_CATEGORIES = frozenset(_SUBCATEGORIES) | {
    major + minor for major, minors in _SUBCATEGORIES.items() for minor in minors
}
"""§F.1.1. ``Cs`` is not among them: surrogates are no characters of XML."""

_names: tuple[Contains, Contains] | None = None
_blocks: dict[str, list[Range]] | None = None


class CharacterClass(NamedTuple):
    """A set of characters, known by a test of one character and by how it is written."""

    contains: Contains
    source: str


def ranges(spans: list[Range]) -> Contains:
    """Return the test for code points in any of the ranges, which need be in no order."""
    if len(spans) == 1:
        (low, high) = (chr(point) for point in spans[0])
        return lambda char: low <= char <= high
    if all(first == last for first, last in spans):
        return frozenset(chr(first) for first, _ in spans).__contains__
    merged: list[list[int]] = []
    for first, last in sorted(spans):
        if merged and first <= merged[-1][1] + 1:
            merged[-1][1] = max(merged[-1][1], last)
        else:
            merged.append([first, last])
    bounds = [chr(first) for first, _ in merged]
    ends = [chr(last) for _, last in merged]

    def contains(char: str) -> bool:
        at = bisect_right(bounds, char) - 1
        return at >= 0 and char <= ends[at]

    return contains


def _table(name: str) -> Iterator[tuple[str, list[Range]]]:
    """Yield the entries of a data file: a name, then hexadecimal ranges over any lines."""
    from pathlib import Path

    text = Path(__file__).with_name(name).read_text(encoding="ascii")
    entry, spans = "", list[Range]()
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        for word in line.split():
            first, dash, last = word.partition("-")
            try:
                spans.append((int(first, 16), int(last if dash else first, 16)))
            except ValueError:
                if entry:
                    yield entry, spans
                entry, spans = word, []
    yield entry, spans


def _name_tests() -> tuple[Contains, Contains]:
    global _names
    if _names is None:
        table = dict(_table("names.txt"))
        _names = ranges(table["start"]), ranges(table["start"] + table["more"])
    return _names


def name_start(char: str) -> bool:
    """Whether a name may begin with the character: Letter, ``_`` or ``:`` of XML 1.0."""
    return _name_tests()[0](char)


def name_char(char: str) -> bool:
    """Whether the character may stand in a name: NameChar of XML 1.0."""
    return _name_tests()[1](char)


def category(name: str) -> Contains | None:
    """Return the test for a Unicode category such as ``L`` or ``Lu``; None for an unknown one."""
    if name not in _CATEGORIES:
        return None
    code = unicodedata.category
    if len(name) == 1:
        return lambda char: code(char)[0] == name
    return lambda char: code(char) == name


def block(name: str) -> Contains | None:
    """Return the test for a Unicode block such as ``BasicLatin``; None for an unknown one."""
    global _blocks
    if _blocks is None:
        _blocks = dict(_table("blocks.txt"))
    spans = _blocks.get(name)
    return None if spans is None else ranges(spans)


def block_names() -> list[str]:
    """Return the names of all blocks."""
    return [name for name, _ in _table("blocks.txt")]


def category_names() -> list[str]:
    """Return the names of all categories."""
    return sorted(_CATEGORIES)


def negated(contains: Contains) -> Contains:
    """Return the test for all other characters."""
    return lambda char: not contains(char)


def union(parts: list[Contains]) -> Contains:
    """Return the test for characters in any of the sets."""
    if len(parts) == 1:
        return parts[0]
    return lambda char: any(part(char) for part in parts)


def difference(base: Contains, less: Contains) -> Contains:
    """Return the test for characters in the one set and not in the other."""
    return lambda char: base(char) and not less(char)


def _word_char(char: str) -> bool:
    return unicodedata.category(char)[0] not in "PZC"


def _digit(char: str) -> bool:
    return unicodedata.category(char) == "Nd"


_MULTI: dict[str, Contains] = {
    "s": frozenset(" \t\n\r").__contains__,
    "i": name_start,
    "c": name_char,
    "d": _digit,
    "w": _word_char,
}


def multi_character_escape(letter: str) -> Contains | None:
    r"""Return the test for ``\s``, ``\i``, ``\c``, ``\d``, ``\w`` or their capitals (§F.1.1)."""
    contains = _MULTI.get(letter.lower())
    if contains is None or letter.islower():
        return contains
    return negated(contains)


NOT_LINE_END: Contains = negated(frozenset("\n\r").__contains__)
"""What ``.`` stands for."""
