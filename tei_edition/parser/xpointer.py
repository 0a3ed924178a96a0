# SPDX-License-Identifier: MIT
"""XPointer's shorthand and its ``element()`` scheme, found in a stream.

A shorthand is the value of an ``xml:id``; no DTD is needed, and none is read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.parser.names import INCLUDE, XML_ID
from tei_edition.parser.stream import Handlers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.parser.frame import Frame

_ELEMENT_SCHEME = re.compile(r"\s*element\(\s*([^()\s]*)\s*\)\s*")


class Pointer(NamedTuple):
    """An identifier (empty: the document), and a way down from there by number of child."""

    identifier: str
    steps: tuple[int, ...]


def parse(xpointer: str) -> Sequence[Pointer] | None:
    """The pointers to try in order, none for the whole file; None where it cannot be followed."""
    if not xpointer:
        return ()
    if "(" not in xpointer:
        return (Pointer(xpointer.strip(), ()),)
    pointers = []
    rest = xpointer
    while rest:
        found = _ELEMENT_SCHEME.match(rest)
        if found is None:
            return None
        identifier, *steps = found[1].split("/")
        if not all(step.isdecimal() for step in steps) or not (identifier or steps):
            return None
        pointers.append(Pointer(identifier, tuple(map(int, steps))))
        rest = rest[found.end() :]
    return pointers


class Selection:
    """Finds one element of an included file and gives its events to the handlers.

    Of several pointers the first that matches in the document's order is taken; the rest of the
    file is still read, so that what is broken there is found.
    """

    def __init__(self, frame: Frame, around: Frame, pointers: Sequence[Pointer]) -> None:
        self.found = False
        self.depth = 0
        """Elements that the handlers were given and that are still open."""
        self._frame = frame
        self._around = around
        self._pointers = pointers
        self._counts = [0]
        self._identifiers: list[str] = []
        self._search = Handlers(self._start, self._end, None)
        frame.put(self._search)

    def _start(self, name: str, attributes: list[str]) -> None:
        self._counts[-1] += 1
        given = dict(zip(attributes[::2], attributes[1::2], strict=True))
        self._identifiers.append(given.get(XML_ID, ""))
        if not self.found and any(map(self._matches, self._pointers)):
            self.found = True
            self._identifiers.pop()
            self._give(name, attributes)
            return
        self._counts.append(0)

    def _end(self, name: str) -> None:
        self._counts.pop()
        self._identifiers.pop()

    def _matches(self, pointer: Pointer) -> bool:
        identifier, steps = pointer
        if not identifier:
            return tuple(self._counts) == steps
        depth = len(self._identifiers) - len(steps)
        return (
            depth > 0
            and self._identifiers[depth - 1] == identifier
            and tuple(self._counts[depth:]) == steps
        )

    def _give(self, name: str, attributes: list[str]) -> None:
        """Put the real handlers on expat until the element ends."""
        parser = self._frame.expat
        handlers = self._around.handlers()
        self._frame.put(handlers)

        def deeper(name: str, attributes: list[str]) -> None:
            if name != INCLUDE:
                self.depth += 1
            if handlers.start is not None:
                handlers.start(name, attributes)

        def shallower(name: str) -> None:
            if handlers.end is not None:
                handlers.end(name)
            self.depth -= 1
            if not self.depth:
                self._around.expat.CharacterDataHandler = parser.CharacterDataHandler
                self._frame.put(self._search)

        parser.StartElementHandler = deeper
        parser.EndElementHandler = shallower
        deeper(name, attributes)
