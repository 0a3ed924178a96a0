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
    from collections.abc import Callable, Iterable
    from xml.parsers.expat import XMLParserType

    from tei_edition.relaxng.wording import Scene, Words

Source: TypeAlias = "Path | bytes | BinaryIO"


class Start(NamedTuple):
    """A start tag."""

    line: int
    column: int
    xml_id: str


class _AllFoundError(Exception):
    """There is nothing more to look for."""


class Event(NamedTuple):
    """Where the parser was when something was found to be wrong with an open element."""

    line: int
    column: int
    name: str
    """The element's name."""
    is_end: bool
    """Whether this is its end tag; else text in it."""


class Late(NamedTuple):
    """Something to be said of an element whose start tag has gone by."""

    source: Source
    """The file it stands in."""
    event: Event
    """Where the fault was seen."""
    scene: Scene
    """The element, at the place where the fault was seen."""
    words: Callable[[Scene], Words]


def starts(source: Source, events: Iterable[Event]) -> dict[Event, Start]:
    """The start tag of the element that each event is about.

    The end of an empty tag (``<a/>``) is reported at the place behind it, where another end tag may
    follow: an end tag is therefore the last of its name at its place. What cannot be read again has
    no start.
    """
    if not isinstance(source, (Path, bytes)):
        if source.closed or not source.seekable():
            return {}
        source.seek(0)
    wanted = sorted(set(events), reverse=True)
    found: dict[Event, Start] = {}
    open_elements: list[tuple[int, int, str, list[str]]] = []
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
        if line >= wanted[-1].line:
            reached((line, column), is_end=False)
        open_elements.append((line, column, name, attributes))

    def end(name: str) -> None:
        if expat.CurrentLineNumber >= wanted[-1].line:
            reached((expat.CurrentLineNumber, expat.CurrentColumnNumber + 1), is_end=True)
        open_elements.pop()

    def reached(here: tuple[int, int], *, is_end: bool) -> None:
        if not open_elements:
            return
        line, column, name, attributes = open_elements[-1]
        while wanted and wanted[-1][:2] < here:
            event = wanted.pop()
            if event not in found and not event.is_end and event.name == name:
                # The text was handed on in parts, and this one began before the tag.
                found[event] = _start(line, column, attributes)
        for event in reversed(wanted):
            if event[:2] > here:
                break
            if event.name == name and (is_end if event.is_end else event not in found):
                found[event] = _start(line, column, attributes)
        if not wanted:
            raise _AllFoundError

    with contextlib.suppress(_AllFoundError, OSError):
        stream.run(first, end)
        # The file breaks off behind text.
        for event in wanted:
            if not event.is_end and open_elements and open_elements[-1][2] == event.name:
                line, column, _, attributes = open_elements[-1]
                found.setdefault(event, _start(line, column, attributes))
    return found


def _start(line: int, column: int, attributes: list[str]) -> Start:
    given = dict(zip(attributes[::2], attributes[1::2], strict=True))
    return Start(line, column, given.get(XML_ID, ""))
