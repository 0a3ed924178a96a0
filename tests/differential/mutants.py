"""Mutants: a file with one thing, or a few, made wrong; the same ones in every run.

The edits work on bytes and keep the file well-formed, so that everything else stays where it was.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tests.differential.markup import Element, Markup, read

Edit = tuple[int, int, bytes]
"""Replace the bytes from here to there."""


@dataclass(frozen=True)
class Vocabulary:
    """Names and values met in the samples, to put where they do not belong."""

    elements: tuple[str, ...]
    attributes: tuple[tuple[bytes, bytes], ...]


VALUES = (
    b"", b" ", b"x y", b"1950-13-45", b"1950-09-29", b"#", b"-1", b"1.5", b"\xc3\xa4", b"true",
    b"T25:00", b"http://[", b"a&#10;b",
)  # fmt: skip


def vocabulary(files: Sequence[Markup]) -> Vocabulary:
    """The names and values of some files."""
    elements = {element.name: None for file in files for element in file.elements}
    attributes = {
        (match[1], match[2][1:-1]): None
        for file in files
        for element in file.elements
        for match in file.attributes(element)
        if b":" not in match[1]
    }
    by_name: dict[bytes, list[bytes]] = {}
    for name, value in attributes:
        by_name.setdefault(name, []).append(value)
    few = [(name, value) for name, values in by_name.items() for value in values[:5]]
    return Vocabulary(tuple(elements), tuple(few))


def mutants(file: Markup, words: Vocabulary, count: int, seed: str) -> Iterator[tuple[str, bytes]]:
    """So many mutants of a file, each with what was done to it."""
    chance = random.Random(seed)
    for number in range(count):
        content, done = file, []
        for _ in range(1 if number % 4 else 3):
            if len(content.elements) < 2:
                break
            kind = chance.choice(list(_KINDS))
            edits = _KINDS[kind](content, words, chance)
            if edits:
                content = read(_edited(content.content, edits))
                done.append(kind)
        if done:
            yield "+".join(done), content.content


def _edited(content: bytes, edits: Sequence[Edit]) -> bytes:
    for start, end, replacement in sorted(edits, reverse=True):
        content = content[:start] + replacement + content[end:]
    return content


def _any(file: Markup, chance: random.Random) -> Element:
    """Some element, not the root."""
    return chance.choice(file.elements[1:])


def _whole(file: Markup, element: Element) -> bytes:
    return file.content[element.start : element.end]


def _is_tag_only(element: Element) -> bool:
    return element.outside == element.inside and element.end == element.inside


def _inside(file: Markup, chance: random.Random) -> int:
    """Some place in an element's content that is not within a tag."""
    element = _any(file, chance)
    return (
        element.end if _is_tag_only(element) else chance.choice([element.inside, element.outside])
    )


def _rename_to(element: Element, name: str) -> list[Edit]:
    old = len(element.name.encode())
    edits = [(element.start + 1, element.start + 1 + old, name.encode())]
    if not _is_tag_only(element):
        edits.append((element.outside + 2, element.outside + 2 + old, name.encode()))
    return edits


def rename(file: Markup, words: Vocabulary, chance: random.Random) -> list[Edit]:
    """Another element's name."""
    return _rename_to(_any(file, chance), chance.choice(words.elements))


def misspell(file: Markup, words: Vocabulary, chance: random.Random) -> list[Edit]:
    """A letter doubled."""
    element = _any(file, chance)
    return _rename_to(element, element.name + element.name[-1])


def drop(file: Markup, words: Vocabulary, chance: random.Random) -> list[Edit]:
    """An element taken out with its content."""
    element = _any(file, chance)
    return [(element.start, element.end, b"")]


def unwrap(file: Markup, words: Vocabulary, chance: random.Random) -> list[Edit]:
    """Tags taken out."""
    element = _any(file, chance)
    return [(element.start, element.inside, b""), (element.outside, element.end, b"")]


def duplicate(file: Markup, words: Vocabulary, chance: random.Random) -> list[Edit]:
    """An element twice."""
    element = _any(file, chance)
    return [(element.end, element.end, _whole(file, element))]


def move(file: Markup, words: Vocabulary, chance: random.Random) -> list[Edit]:
    """An element elsewhere."""
    element, there = _any(file, chance), _inside(file, chance)
    if element.start <= there <= element.end:
        return []
    return [(element.start, element.end, b""), (there, there, _whole(file, element))]


def swap(file: Markup, words: Vocabulary, chance: random.Random) -> list[Edit]:
    """Two neighbours in the other order."""
    element = _any(file, chance)
    other = next(
        (e for e in file.elements if e.parent == element.parent and e.start >= element.end), None
    )
    if other is None:
        return []
    return [
        (element.start, element.end, _whole(file, other)),
        (other.start, other.end, _whole(file, element)),
    ]


def add_text(file: Markup, words: Vocabulary, chance: random.Random) -> list[Edit]:
    """Words anywhere."""
    there = _inside(file, chance)
    return [(there, there, b"stray words")]


def _some_attribute(file: Markup, chance: random.Random) -> re.Match[bytes] | None:
    for _ in range(20):
        matches = file.attributes(_any(file, chance))
        matches = [match for match in matches if not match[1].startswith(b"xmlns")]
        if matches:
            return chance.choice(matches)
    return None


def drop_attribute(file: Markup, words: Vocabulary, chance: random.Random) -> list[Edit]:
    """An attribute taken out."""
    found = _some_attribute(file, chance)
    return [(*found.span(), b"")] if found else []


def corrupt_value(file: Markup, words: Vocabulary, chance: random.Random) -> list[Edit]:
    """An attribute with another value."""
    found = _some_attribute(file, chance)
    return [(*found.span(2), b'"%s"' % chance.choice(VALUES))] if found else []


def misspell_attribute(file: Markup, words: Vocabulary, chance: random.Random) -> list[Edit]:
    """An attribute's name with its last letter doubled."""
    found = _some_attribute(file, chance)
    return [(found.end(1), found.end(1), found[1][-1:])] if found else []


def add_attribute(file: Markup, words: Vocabulary, chance: random.Random) -> list[Edit]:
    """An attribute that was met elsewhere."""
    element = _any(file, chance)
    name, value = chance.choice(words.attributes)
    if name in {match[1] for match in file.attributes(element)}:
        return []
    at = element.start + 1 + len(element.name.encode())
    quote = b"'" if b'"' in value else b'"'
    return [(at, at, b" %s=%s%s%s" % (name, quote, value, quote))]


_KINDS: dict[str, Callable[[Markup, Vocabulary, random.Random], list[Edit]]] = {
    kind.__name__.replace("_", "-"): kind
    for kind in (
        rename, misspell, drop, unwrap, duplicate, move, swap, add_text,
        drop_attribute, corrupt_value, misspell_attribute, add_attribute,
    )
}  # fmt: skip
