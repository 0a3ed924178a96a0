# SPDX-License-Identifier: MIT
"""The units of a file that lack an identifier, with the byte at which each start tag begins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.citations.scheme import EMPTY
from tei_edition.parser import INCLUDE, XML_ID, local_name

if TYPE_CHECKING:
    from tei_edition.citations.markup import Markup
    from tei_edition.citations.scheme import Scheme

_NOT_TEXT = frozenset({"teiHeader", "standOff"})


class Unit(NamedTuple):
    """A unit that lacks an identifier."""

    start: int
    """Byte of the markup at which its start tag begins."""
    kind: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Blank:
    """What a file has and lacks."""

    document: str
    """The identifier of the root element; empty where it has none."""
    identifiers: frozenset[str]
    units: tuple[Unit, ...]
    """Units without an identifier, in document order; the root element, if it has none, first."""


def blanks(markup: Markup, scheme: Scheme) -> Blank:
    """What a file has and lacks.

    Units are the elements of the scheme in the text, in the namespace of the root element, that
    are not quite empty, or are so by their nature (``gap``).

    Raises:
        NotXmlError: the file is not well-formed.
    """
    return _Survey(markup, scheme).blank()


class _Survey:
    def __init__(self, markup: Markup, scheme: Scheme) -> None:
        self._markup = markup
        self._scheme = scheme
        self._parser = markup.parser()
        self._namespace = ""
        self._document: str | None = None
        self._identifiers: set[str] = set()
        self._units: list[Unit] = []
        self._open: list[Unit | None] = []
        self._filled: list[bool] = []
        self._outside = 0

    def blank(self) -> Blank:
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._markup.parse(self._parser)
        return Blank(self._document or "", frozenset(self._identifiers), tuple(sorted(self._units)))

    def _start(self, name: str, attributes: list[str]) -> None:
        xml_id = attributes[attributes.index(XML_ID) + 1] if XML_ID in attributes else ""
        namespace, _, local = name.rpartition(" ")
        is_root = self._document is None
        if is_root:
            self._document = xml_id
            self._namespace = namespace
        else:
            self._filled[-1] = True
        unit = None
        is_unit = local in self._scheme.series and namespace == self._namespace
        if xml_id:
            self._identifiers.add(xml_id)
        elif is_root or (is_unit and not self._outside):
            parser = self._parser
            unit = Unit(
                parser.CurrentByteIndex,
                local,
                parser.CurrentLineNumber,
                parser.CurrentColumnNumber + 1,
            )
        self._outside += name == INCLUDE or local in _NOT_TEXT
        self._open.append(unit)
        self._filled.append(is_root or local in EMPTY)

    def _end(self, name: str) -> None:
        unit, is_filled = self._open.pop(), self._filled.pop()
        self._outside -= name == INCLUDE or local_name(name) in _NOT_TEXT
        if unit is not None and is_filled:
            self._units.append(unit)

    def _text(self, data: str) -> None:
        if not self._filled[-1] and not data.isspace():
            self._filled[-1] = True
