# SPDX-License-Identifier: MIT
"""What the header of a file says to its units: the title, the stated errata, the identifiers.

Its text is no text of the document, so that most of it is passed over quickly.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tei_edition.citations.labels import label_of
from tei_edition.citations.units import Found, Stated
from tei_edition.parser import XML_ID, local_name

if TYPE_CHECKING:
    from tei_edition.citations.units import Place, Units
    from tei_edition.parser import Stream

_TITLES = ("short", "main", "")
_TITLE = ["fileDesc", "titleStmt", "title"]

_local = lru_cache(maxsize=4096)(local_name)


class HeaderSurvey:
    """Takes over the handlers of a stream from the start tag of a ``teiHeader`` to its end tag."""

    def __init__(self, stream: Stream, units: Units) -> None:
        self._stream = stream
        self._units = units
        self._open: list[str] = []
        self._titles: dict[str, str] = {}
        self._text: list[str] = []
        self._reading = 0
        """How deep the element stands whose text is read; 0 for none."""
        self._what: tuple[str, str, Place | None] = ("", "", None)
        """What is read: the type of a title; or of an erratum its identifier, day and place."""

    def title(self) -> str:
        """The title that the document is cited by; empty where there is none."""
        for wanted in _TITLES:
            if self._titles.get(wanted):
                return self._titles[wanted]
        return next(iter(self._titles.values()), "")

    def begin(self) -> None:
        """The current event is the start tag of the header."""
        parser = self._stream.expat
        self._before = (
            parser.StartElementHandler,
            parser.EndElementHandler,
            parser.CharacterDataHandler,
        )
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = None

    def _start(self, name: str, attributes: list[str]) -> None:
        local = _local(name)
        self._open.append(local)
        if not attributes and local != "title":
            return
        if XML_ID in attributes:
            self._identified(local, attributes)
        if self._reading:
            return
        if local == "title" and self._open == _TITLE:
            given = dict(zip(attributes[::2], attributes[1::2], strict=True))
            self._read((given.get("type", ""), "", None))
        elif local == "change" and "erratum" in attributes:
            given = dict(zip(attributes[::2], attributes[1::2], strict=True))
            if given.get("type") == "erratum":
                self._read((given.get("n", ""), given.get("when", ""), self._stream.position()))

    def _identified(self, local: str, attributes: list[str]) -> None:
        given = dict(zip(attributes[::2], attributes[1::2], strict=True))
        xml_id = given[XML_ID]
        label = label_of(local, given, xml_id)
        place = self._stream.position()
        self._units.found.append(Found(xml_id, local, label, "", place, self._units.document))

    def _read(self, what: tuple[str, str, Place | None]) -> None:
        self._what, self._reading, self._text = what, len(self._open), []
        self._stream.expat.CharacterDataHandler = self._text.append

    def _end(self, name: str) -> None:
        parser = self._stream.expat
        if not self._open:
            start, end, text = self._before
            parser.StartElementHandler, parser.EndElementHandler = start, end
            parser.CharacterDataHandler = text
            assert end is not None
            end(name)
            return
        if len(self._open) == self._reading:
            parser.CharacterDataHandler = None
            self._reading = 0
            self._said(" ".join("".join(self._text).split()))
        self._open.pop()

    def _said(self, words: str) -> None:
        first, on, place = self._what
        if place is None:
            self._titles.setdefault(first, words)
        else:
            self._units.errata.append(Stated((first, on, words), place))
