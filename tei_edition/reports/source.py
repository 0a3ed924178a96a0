# SPDX-License-Identifier: MIT
"""Source lines for a report, with the span to underline."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.paths import look_at
from tei_edition.reports.report import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.findings import Finding

_DECLARED = re.compile(rb"""^<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_NAME = re.compile(r"<[/?!]?[^\s/>]*>?|\S+")
_ATTRIBUTE = re.compile(r"""\s*([^\s=<>/"']+)\s*=\s*("[^"]*"|'[^']*')|\s*/?>""")
_TAG_LINES = 200
"""Lines within which a start tag is expected to end."""


class Line(NamedTuple):
    """A line of a file, cut to fit."""

    number: int
    text: str
    start: int
    """Columns of the terminal before the span to underline."""
    length: int
    """Columns of the span; 0 for none."""


class SourceLines:
    """Lines of source files, the last few files kept."""

    def __init__(self) -> None:
        self._lines = lru_cache(maxsize=4)(_read)

    def excerpt(self, finding: Finding, width: int) -> tuple[Line, ...]:
        """The finding's line, and the one that the attribute at fault stands in, if another.

        Empty where the file or the line cannot be read (any more).
        """
        lines = self._lines(finding.path)
        if not 1 <= finding.line <= len(lines):
            return ()
        index = finding.line - 1
        start = min(max(finding.column - 1, 0), len(lines[index]))
        width = max(width, 20)
        if finding.attribute:
            found = _attribute(lines, index, start, finding.attribute)
            if found is not None:
                number, begin, length = found
                indent = min(_indent(lines[index]), _indent(lines[number]))
                marked = _cut(number + 1, lines[number], begin, length, width, indent)
                if number == index:
                    return (marked,)
                return (_cut(finding.line, lines[index], start, 0, width, indent), marked)
        name = _NAME.match(lines[index], start)
        length = len(name[0]) if name else 1
        indent = _indent(lines[index])
        return (_cut(finding.line, lines[index], start, length, width, indent),)


def _read(path: str) -> Sequence[str]:
    if look_at(path).problem:
        return ()
    try:
        raw = Path(path).read_bytes()
    except OSError:
        return ()
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = raw.decode("utf-16", errors="replace")
    else:
        found = _DECLARED.match(raw)
        try:
            text = raw.decode(found[1].decode() if found else "utf-8-sig", errors="replace")
        except LookupError:
            text = raw.decode("utf-8", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _attribute(
    lines: Sequence[str], index: int, start: int, attribute: str
) -> tuple[int, int, int] | None:
    """Line index, start and length of an attribute in the tag that begins at a place."""
    text = "\n".join([lines[index][start:], *lines[index + 1 : index + _TAG_LINES]])
    for name, begin, end in _attributes(text):
        if name == attribute:
            before = text[:begin]
            number = before.count("\n")
            column = begin - before.rfind("\n") - 1 + (start if not number else 0)
            shown = text[begin:end].split("\n")[0]
            return index + number, column, len(shown)
    return None


def _attributes(text: str) -> Iterator[tuple[str, int, int]]:
    """Name, begin and end of each attribute of the tag that a text begins with."""
    name = _NAME.match(text)
    place = name.end() if name else len(text)
    while True:
        found = _ATTRIBUTE.match(text, place)
        if found is None or found[1] is None:
            return
        yield found[1], found.start(1), found.end()
        place = found.end()


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _cut(number: int, line: str, start: int, length: int, width: int, indent: int) -> Line:
    """The part of a line around a span that fits into a number of columns, without its indent."""
    line = plain(line.replace("\t", " "))
    first = indent = min(indent, start)
    while first < start and _columns(line[first : start + length]) > width - 2:
        # Too far to the right: leave a quarter of the width before the span.
        first = max(first + 1, start - width // 4)
    head = "…" if first > indent else ""
    end = first
    room = width - len(head) - (_columns(line[first:].rstrip()) > width - len(head))
    while end < len(line) and room >= _columns(line[end]):
        room -= _columns(line[end])
        end += 1
    tail = "…" if line[end:].strip() else ""
    marked = _columns(line[start : min(start + length, end)]) if length else 0
    return Line(
        number,
        head + line[first:end] + tail,
        len(head) + _columns(line[first:start]),
        max(marked, 1) if length else 0,
    )


def _columns(text: str) -> int:
    """Columns of a terminal that a text takes (UAX #11: wide characters take two)."""
    if text.isascii():
        return len(text)
    import unicodedata  # for few lines only, and 2 ms of every start

    return sum(
        0
        if unicodedata.category(character) in ("Mn", "Me", "Cf")
        else 2
        if unicodedata.east_asian_width(character) in "WF"
        else 1
        for character in text
    )
