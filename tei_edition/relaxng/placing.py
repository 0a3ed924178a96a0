# SPDX-License-Identifier: MIT
"""Start tags found again: where an element begins of which only a later place is known.

To keep the place of every open element would cost a tenth of the time of every document. That an
element is incomplete, or holds text it may not hold, is seen only later; the file is then read a
second time.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, TypeAlias

from tei_edition.parser import XML_ID, Stream

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.parsers.expat import XMLParserType


Source: TypeAlias = "Path | bytes | BinaryIO"


class Start(NamedTuple):
    """A start tag."""

    line: int
    column: int
    xml_id: str


class _AllFoundError(Exception):
    """There is nothing more to look for."""


def starts(source: Source, events: Iterable[tuple[int, int]]) -> dict[tuple[int, int], Start]:
    """The start tag of the element that is innermost at each event.

    An event is an end tag (then it is that element's own start tag), or text; its line and column
    are those at which the parser was then. What cannot be read again has none.
    """
    if not isinstance(source, (Path, bytes)):
        if source.closed or not source.seekable():
            return {}
        source.seek(0)
    wanted = sorted(set(events), reverse=True)
    found: dict[tuple[int, int], Start] = {}
    open_elements: list[tuple[int, int, list[str]]] = []
    stream = Stream(source)
    expat: XMLParserType

    def first(name: str, attributes: list[str]) -> None:
        """Handle the first start tag: only now there is a parser."""
        nonlocal expat
        expat = stream.expat
        expat.StartElementHandler = start
        start(name, attributes)

    def start(name: str, attributes: list[str]) -> None:
        line, column = expat.CurrentLineNumber, expat.CurrentColumnNumber + 1
        if line >= wanted[-1][0]:
            reached(line, column)
        open_elements.append((line, column, attributes))

    def end(name: str) -> None:
        if expat.CurrentLineNumber >= wanted[-1][0]:
            reached(expat.CurrentLineNumber, expat.CurrentColumnNumber + 1)
        open_elements.pop()

    def reached(*here: int) -> None:
        while wanted and wanted[-1] <= here:
            if open_elements:
                line, column, attributes = open_elements[-1]
                given = dict(zip(attributes[::2], attributes[1::2], strict=True))
                found[wanted[-1]] = Start(line, column, given.get(XML_ID, ""))
            wanted.pop()
        if not wanted:
            raise _AllFoundError

    with contextlib.suppress(_AllFoundError, OSError):
        stream.run(first, end)
    return found
