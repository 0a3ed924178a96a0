# SPDX-License-Identifier: MIT
"""What the streaming pass over a document gathers for checks that look beyond one element."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tei_edition.checks.pointers import POINTERS
from tei_edition.parser import XML_ID, local_name
from tei_edition.parser.names import XML_BASE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tei_edition.checks.consistency import Part
    from tei_edition.checks.records import Life
    from tei_edition.citations.units import Units

ACKNOWLEDGES = "finding:"
"""What an item of a note's ``@ana`` begins with when it names the finding it acknowledges."""


ROOTS = frozenset({"TEI", "teiCorpus"})
"""Elements whose ``xml:base`` is taken for that of their whole file."""


WATCHED = (XML_ID, XML_BASE, *POINTERS, "matchPattern")
"""The attributes that make an element matter, by expat's names."""


class Place(NamedTuple):
    """A start tag: file, line and column (from 1), and the element's local name."""

    path: str
    line: int
    column: int
    element: str


class Pointer(NamedTuple):
    """One pointer attribute, whose value may hold several URIs."""

    place: Place
    xml_id: str
    attribute: str
    value: str


class Acknowledgement(NamedTuple):
    """A note that accepts findings of some codes at some elements."""

    place: Place
    xml_id: str
    codes: tuple[str, ...]
    targets: tuple[str, ...]
    """The ``xml:id``s it points at, without the file."""


class Prefix(NamedTuple):
    """A ``prefixDef``: a private URI scheme (TEI Guidelines, 17.2.3)."""

    ident: str
    match_pattern: str
    replacement_pattern: str


class Facts:
    """What is known of one document after its pass; small, and picklable."""

    __slots__ = (
        "acknowledgements",
        "bases",
        "identifiers",
        "included",
        "is_whole",
        "lives",
        "parts",
        "path",
        "pointers",
        "prefixes",
        "repeated",
        "units",
    )

    def __init__(self, path: str, identifiers: Mapping[str, Place] | None = None) -> None:
        self.path = path
        self.identifiers: dict[str, Place] = {**(identifiers or {})}
        """The file's own ``xml:id``s (not those of files it includes), first occurrence."""
        self.repeated: list[tuple[str, Place]] = []
        """Further occurrences of an ``xml:id`` in the same file."""
        self.pointers: list[Pointer] = []
        """Pointers of the file and of the files it includes."""
        self.acknowledgements: list[Acknowledgement] = []
        self.prefixes: list[Prefix] = []
        self.bases: dict[str, str] = {}
        """By file, the ``xml:base`` of its root element, against which pointers are resolved."""
        self.included: set[str] = set()
        """Paths of the files that XInclude brought in."""
        self.is_whole = True
        """Whether the document and what it includes could be read to the end."""
        self.parts: list[Part] = []
        """Who wrote or received it, and when."""
        self.units: Units | None = None
        """What can be cited, if the edition has published anything."""
        self.lives: list[Life] = []
        """Lives of persons, and the time of places and organisations, in its authority entries."""


class Gatherer:
    """Collects a document's facts through a callback on the elements that matter.

    Args:
        path: the document, as it is called in findings.
        whole: gather everything; else only what says which anomalies are acknowledged.
    """

    def __init__(self, path: str, *, whole: bool = True) -> None:
        self._path = path
        self._whole = whole
        self._elements: list[tuple[tuple[str, int, int], str, list[str]]] = []
        self._last: list[str] | None = None
        self.position: Callable[[], tuple[str, int, int]] = lambda: (path, 1, 1)
        """Set by the pass: the current start tag's file, line and column."""

    def watch(self) -> Mapping[str, Callable[[str, list[str]], None]]:
        """Callbacks by attribute name, each called with the element's name and its attributes."""
        if self._whole:
            return dict.fromkeys(WATCHED, self._note)
        return {"ana": self._note_acknowledgement}

    def _note_acknowledgement(self, element: str, attributes: list[str]) -> None:
        if any(ACKNOWLEDGES in value for value in attributes):
            self._note(element, attributes)

    def _note(self, element: str, attributes: list[str]) -> None:
        if attributes is not self._last:  # called once for each attribute that is watched
            self._last = attributes
            self._elements.append((self.position(), element, attributes))

    def facts(self) -> Facts:
        """Everything gathered so far."""
        facts = Facts(self._path)
        for position, name, given in self._elements:
            place = Place(*position, local_name(name))
            attributes = dict(zip(given[::2], given[1::2], strict=True))
            self._take(facts, place, attributes)
        return facts

    def _take(self, facts: Facts, place: Place, attributes: Mapping[str, str]) -> None:
        xml_id = attributes.get(XML_ID, "")
        if place.path != self._path:
            facts.included.add(place.path)
        elif xml_id and xml_id in facts.identifiers:
            facts.repeated.append((xml_id, place))
        elif xml_id:
            facts.identifiers[xml_id] = place
        if place.element in ROOTS and XML_BASE in attributes:
            facts.bases[place.path] = attributes[XML_BASE]
        elif place.element == "prefixDef":
            facts.prefixes.append(_prefix(attributes))
        for attribute in POINTERS.keys() & attributes.keys():
            if POINTERS[attribute].applies_to(place.element):
                facts.pointers.append(Pointer(place, xml_id, attribute, attributes[attribute]))
        codes = _acknowledged(place.element, attributes)
        if codes:
            targets = _fragments(attributes.get("target", ""))
            facts.acknowledgements.append(Acknowledgement(place, xml_id, codes, targets))


def _prefix(attributes: Mapping[str, str]) -> Prefix:
    return Prefix(
        attributes.get("ident", ""),
        attributes.get("matchPattern", ""),
        attributes.get("replacementPattern", ""),
    )


def _acknowledged(element: str, attributes: Mapping[str, str]) -> tuple[str, ...]:
    if element != "note" or ACKNOWLEDGES not in attributes.get("ana", ""):
        return ()
    items = attributes["ana"].split()
    return tuple(item.removeprefix(ACKNOWLEDGES) for item in items if item.startswith(ACKNOWLEDGES))


def _fragments(value: str) -> tuple[str, ...]:
    return tuple(uri.rpartition("#")[2] for uri in value.split() if "#" in uri)
