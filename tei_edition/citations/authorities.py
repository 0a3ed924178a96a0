# SPDX-License-Identifier: MIT
"""Names and identifiers of persons, bodies and places, from an edition's authority files."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tei_edition.citations.record import Name, Place, name_from_words
from tei_edition.citations.registers import is_address, record_address
from tei_edition.document import TEI, XML_ID, local, parse, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from lxml.etree import _Element

_ENTRIES = tuple(f"{TEI}{name}" for name in ("person", "personGrp", "place", "org"))

_PREFERRED = frozenset({"preferred", "pref"})


@dataclass(frozen=True, slots=True)
class Entry:
    """What an authority file says of a person, a body or a place."""

    preferred: Name
    addresses: tuple[str, ...] = ()
    is_identified: bool = True


@dataclass(frozen=True, slots=True)
class Authorities:
    """The entries by their ``xml:id``."""

    entries: Mapping[str, Entry] = field(default_factory=dict)
    own: Mapping[str, _Element] = field(default_factory=dict)
    """The elements of entries that a document brings along itself: few of them are asked for."""

    @classmethod
    def read(cls, paths: Sequence[Path]) -> Authorities:
        """The entries of authority files.

        Raises:
            TeiEditionError: a file cannot be read or is not well-formed.
        """
        found: dict[str, Entry] = {}
        for path in paths:
            elements = _entries(parse(path).getroot())
            found |= {identifier: _entry(element) for identifier, element in elements.items()}
        return cls(found)

    def within(self, root: _Element) -> Authorities:
        """These, and the entries that a document brings along itself (in ``back``, ``standOff``).

        Those of the edition's files come first.
        """
        own = _entries(root)
        return Authorities(self.entries, own) if own else self

    def name(self, element: _Element) -> Name:
        """The person or body that an element names: its authority's form, else its own."""
        entry = self._entry_of(element)
        is_body = local(element) == "orgName" or (entry is not None and entry.preferred.is_body)
        addresses = (entry.addresses if entry else ()) + _own_addresses(element)
        name = _own_name(element, is_body=is_body)
        if entry is not None and entry.is_identified and entry.preferred.words:
            name = entry.preferred
        return Name(name.family, name.given, name.literal, _unique(addresses), is_body)

    def place(self, element: _Element) -> Place:
        """The place that an element names, in the words of the header."""
        entry = self._entry_of(element)
        addresses = (entry.addresses if entry else ()) + _own_addresses(element)
        return Place(words(element), _unique(addresses))

    def _entry_of(self, element: _Element) -> Entry | None:
        for pointer in element.get("ref", "").split():
            key = pointer.rpartition("#")[2]
            if key in self.entries:
                return self.entries[key]
            if key in self.own:
                return _entry(self.own[key])
        return None


def _entries(root: _Element) -> dict[str, _Element]:
    return {
        identifier: element
        for element in root.iter(*_ENTRIES)
        if (identifier := element.get(XML_ID, ""))
    }


def _unique(addresses: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(addresses))


def _own_addresses(element: _Element) -> tuple[str, ...]:
    pointers = element.get("ref", "").split()
    return tuple(pointer for pointer in pointers if is_address(pointer))


def _own_name(element: _Element, *, is_body: bool) -> Name:
    """The name's parts as they are marked up, or what its words show."""
    family = " ".join(
        words(part)
        for part in element.iter(f"{TEI}nameLink", f"{TEI}surname")
        if part.get("type") not in ("maiden", "birth")
    )
    given = " ".join(words(part) for part in element.iter(f"{TEI}forename"))
    if family and not is_body and (given or words(element) == family):
        return Name(family=family, given=given)
    return name_from_words(words(element), is_body=is_body)


def _entry(element: _Element) -> Entry:
    is_body = local(element) == "org"
    tags = {"place": "placeName", "org": "orgName"}
    forms = element.findall(f"{TEI}{tags.get(local(element), 'persName')}")
    form = next((form for form in forms if form.get("type") in _PREFERRED), None)
    if form is None and forms:
        form = forms[0]
    preferred = Name() if form is None else _own_name(form, is_body=is_body)
    return Entry(
        Name(preferred.family, preferred.given, preferred.literal, is_body=is_body),
        tuple(filter(None, map(_address, element.findall(f"{TEI}idno")))),
        element.get("role") != "unidentified",
    )


def _address(idno: _Element) -> str:
    return record_address(idno.get("type", ""), words(idno))
