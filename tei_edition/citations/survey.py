# SPDX-License-Identifier: MIT
"""The pass that finds the units of a file and puts their texts together."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.citations.digest import (
    ALTERNATIVES,
    BLOCKS,
    BREAKS,
    EDITORS_HALF,
    ENTRIES,
    GAP,
    LEFT_OUT,
    digest,
)
from tei_edition.citations.header_survey import HeaderSurvey
from tei_edition.citations.labels import label_of
from tei_edition.citations.scheme import EMPTY
from tei_edition.citations.units import Found, Missing, Units
from tei_edition.findings import Severity
from tei_edition.parser import INCLUDE, XML_ID, Stream, local_name

if TYPE_CHECKING:
    from collections.abc import Container

    from tei_edition.citations.scheme import Scheme
    from tei_edition.citations.units import Place
    from tei_edition.parser.sources import Source

_HEADER = "teiHeader"
_NOT_TEXT = frozenset({_HEADER, "standOff"})
_UNORDERED = frozenset({_HEADER, "standOff", "facsimile"})
_KEPT = 10_000
"""Names of elements whose roles are kept."""


def survey(
    path: Source, name: str, scheme: Scheme, published: Container[str] | None = None
) -> Units:
    """Read a file.

    Args:
        path: the file, or its content.
        name: what it is called in findings.
        scheme: which elements have to have an identifier.
        published: identifiers that make a unit of its own; default: all. With those of the
            registry, a paragraph's digest is comparable though a unit inside it is new.

    Raises:
        OSError: the file cannot be read.
    """
    return _Pass(path, name, scheme, published).units()


class _Role(NamedTuple):
    """What the name of an element says."""

    name: str
    is_block: bool
    is_out: bool
    """It is no part of the text around it."""
    is_editors: bool
    is_break: bool
    is_gap: bool
    has_elements_only: bool
    has_alternatives: bool
    is_unit: bool
    is_outside_text: bool
    is_unordered: bool
    """What stands in it might stand there in another order."""
    is_plain: bool
    """Nothing depends on it: without an identifier, what is in it might stand in its parent."""
    minds_children: bool
    """It matters which element stands right in it."""


class _Open:
    """An element whose end tag has not come yet."""

    __slots__ = (
        *("found", "has_reading", "has_words", "holder", "place", "role", "sinks", "xml_id"),
    )

    def __init__(self, role: _Role, sinks: list[list[str]], xml_id: str, holder: str) -> None:
        self.role = role
        self.sinks = sinks
        """Texts that what stands directly in it is part of."""
        self.xml_id = xml_id
        self.holder = holder
        """The identifier of the nearest element around it that has one."""
        self.has_reading = False
        """Whether one of its alternatives has been met that counts."""
        self.has_words = False
        """Whether it holds words that lie in no smaller identified unit."""
        self.place: Place | None = None
        self.found: tuple[int, list[str]] | None = None
        """Which unit it is, and that unit's text."""


@lru_cache(maxsize=8)
def _roles(units: frozenset[str]) -> dict[str, _Role]:
    """The roles of names met so far, for a scheme with these units."""
    return {}


class _Pass:
    """Handlers on expat. An element on which nothing depends is its parent once more."""

    def __init__(
        self, path: Source, name: str, scheme: Scheme, published: Container[str] | None
    ) -> None:
        self._stream = Stream(path, name)
        self._scheme = scheme
        self._published = published
        self._units = Units(name)
        self._roles = _roles(frozenset(scheme.series))
        self._open: list[_Open] = []
        self._outside = 0
        """How many open elements are no text."""
        self._unordered = 0
        """How many open elements are lists rather than texts."""
        self._header = HeaderSurvey(self._stream, self._units)

    def units(self) -> Units:
        self._stream.run(self._start, self._end, self._text)
        faults = self._stream.faults
        self._units.is_whole = not any(fault.severity is Severity.ERROR for fault in faults)
        root = self._units.found[0] if self._units.document else None
        if root is not None:
            self._units.found[0] = root._replace(label=self._header.title())
        return self._units

    def _role(self, name: str) -> _Role:
        if len(self._roles) > _KEPT:
            self._roles.clear()
        local = local_name(name)
        has_elements_only = local in ALTERNATIVES or local == "subst"
        flags = (
            local in BLOCKS,
            local in LEFT_OUT or name == INCLUDE,
            local in EDITORS_HALF,
            local in BREAKS,
            local == "gap",
            has_elements_only,
            local in ALTERNATIVES,
            local in self._scheme.series,
            local in _NOT_TEXT,
            local in _UNORDERED,
        )
        is_plain = not any(flags) and local not in ENTRIES
        minds_children = has_elements_only or local in ENTRIES
        role = _Role(local, *flags, is_plain, minds_children)
        self._roles[name] = role
        return role

    def _start(self, name: str, attributes: list[str]) -> None:
        role = self._roles.get(name) or self._role(name)
        xml_id = ""
        if attributes and XML_ID in attributes:
            xml_id = attributes[attributes.index(XML_ID) + 1]
        parent = self._open[-1] if self._open else None
        if role.is_plain and parent and not xml_id and not parent.role.minds_children:
            self._open.append(parent)
            return
        sinks = parent.sinks if parent else []
        if role.is_gap:
            for sink in sinks:
                sink.append(GAP)
        elif _stands_apart(role, parent) or (role.is_break and not _joins(attributes)):
            for sink in sinks:
                sink.append(" ")
        if sinks and parent and (role.is_out or _is_other(parent, role)):
            sinks = []
        holder = (parent.xml_id or parent.holder) if parent else ""
        element = _Open(role, sinks, xml_id, holder)
        self._outside += role.is_outside_text
        self._unordered += role.is_unordered
        if xml_id or role.is_unit:
            element.place = self._stream.position()
        if not parent:
            self._units.place = self._stream.position()
            self._units.document = xml_id
            if role.is_unit and not xml_id:
                self._units.missing.append(Missing(role.name, self._units.place))
        if xml_id:
            self._identified(element, attributes)
        self._open.append(element)
        if role.name == _HEADER:
            self._header.begin()

    def _identified(self, element: _Open, attributes: list[str]) -> None:
        assert element.place is not None
        role, xml_id = element.role, element.xml_id
        given = dict(zip(attributes[::2], attributes[1::2], strict=True))
        label = label_of(role.name, given, xml_id)
        document = self._units.document
        is_in_order = not self._unordered
        found = Found(
            xml_id, role.name, label, "", element.place, document, element.holder, is_in_order
        )
        self._units.found.append(found)
        if role.name == _HEADER:
            return
        text: list[str] = []
        element.found = (len(self._units.found) - 1, text)
        if role.is_block and (self._published is None or xml_id in self._published):
            element.sinks = [text]
        else:
            element.sinks = [*element.sinks, text]

    def _end(self, name: str) -> None:
        element = self._open.pop()
        if self._open and self._open[-1] is element:
            return
        role = element.role
        is_something = element.has_words or (role.is_unit and role.name in EMPTY)
        if is_something and not element.xml_id:
            if role.is_unit and not self._outside and self._open:
                assert element.place is not None
                self._units.missing.append(Missing(role.name, element.place))
            elif self._open:
                self._open[-1].has_words = True
        if element.found is not None:
            index, text = element.found
            found = self._units.found[index]
            self._units.found[index] = found._replace(digest=digest("".join(text)))
        self._outside -= role.is_outside_text
        self._unordered -= role.is_unordered
        parent = self._open[-1] if self._open else None
        if parent and _stands_apart(role, parent):
            for sink in parent.sinks:
                sink.append(" ")

    def _text(self, data: str) -> None:
        if not self._open:
            return
        element = self._open[-1]
        if element.role.has_elements_only:
            return
        if not element.has_words and not data.isspace():
            element.has_words = True
        for sink in element.sinks:
            sink.append(data)


def _stands_apart(role: _Role, parent: _Open | None) -> bool:
    """Whether spaces are to be thought around an element."""
    if role.is_out:
        return False
    return role.is_block or (parent is not None and parent.role.name in ENTRIES)


def _joins(attributes: list[str]) -> bool:
    """Whether a break is one inside a word."""
    return "break" in attributes[::2] and attributes[attributes.index("break") + 1] == "no"


def _is_other(parent: _Open, role: _Role) -> bool:
    """Whether an element is an alternative to what counts."""
    if not parent.role.has_alternatives:
        return False
    if parent.role.name == "choice" and role.is_editors:
        return True
    known, parent.has_reading = parent.has_reading, True
    return known
