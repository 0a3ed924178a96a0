# SPDX-License-Identifier: MIT
"""What the streaming pass over a document gathers for checks that look beyond one element."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.checks.pointers import POINTERS
from tei_edition.parser import XML_ID, local_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ACKNOWLEDGES = "finding:"
"""What an item of a note's ``@ana`` begins with when it names the finding it acknowledges."""


XML_BASE = "http://www.w3.org/XML/1998/namespace base"

ROOTS = frozenset({"TEI", "teiCorpus"})
"""Elements whose ``xml:base`` is taken for that of their whole file."""


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


@dataclass(slots=True)
class Facts:
    """What is known of one document after its pass; small, and picklable."""

    path: str
    identifiers: dict[str, Place] = field(default_factory=dict)
    """The file's own ``xml:id``s (not those of files it includes), first occurrence."""
    repeated: list[tuple[str, Place]] = field(default_factory=list)
    """Further occurrences of an ``xml:id`` in the same file."""
    pointers: list[Pointer] = field(default_factory=list)
    """Pointers of the file and of the files it includes."""
    acknowledgements: list[Acknowledgement] = field(default_factory=list)
    prefixes: list[Prefix] = field(default_factory=list)
    bases: dict[str, str] = field(default_factory=dict)
    """By file, the ``xml:base`` of its root element, against which pointers are resolved."""
    included: set[str] = field(default_factory=set)
    """Paths of the files that XInclude brought in."""


class Gatherer:
    """Collects a document's facts through callbacks on the attributes that matter."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._seen: dict[Place, dict[str, str]] = {}
        self.position: Callable[[], tuple[str, int, int]] = lambda: (path, 1, 1)
        """Set by the pass: the current start tag's file, line and column."""

    def watch(self) -> Mapping[str, Callable[[str, str], None]]:
        """Callbacks by attribute name, each called with the element's name and the value."""
        return {expat_name: self._watcher(name) for expat_name, name in WATCHED.items()}

    def _watcher(self, attribute: str) -> Callable[[str, str], None]:
        def note(element: str, value: str) -> None:
            place = Place(*self.position(), local_name(element))
            self._seen.setdefault(place, {})[attribute] = value

        return note

    def facts(self) -> Facts:
        """Everything gathered so far."""
        facts = Facts(self._path)
        for place, attributes in self._seen.items():
            xml_id = attributes.get("xml:id", "")
            if place.path != self._path:
                facts.included.add(place.path)
            elif xml_id in facts.identifiers:
                facts.repeated.append((xml_id, place))
            elif xml_id:
                facts.identifiers[xml_id] = place
            if "xml:base" in attributes and place.element in ROOTS:
                facts.bases[place.path] = attributes["xml:base"]
            if place.element == "prefixDef":
                facts.prefixes.append(_prefix(attributes))
            facts.pointers.extend(
                Pointer(place, xml_id, attribute, value)
                for attribute, value in attributes.items()
                if attribute in POINTERS and POINTERS[attribute].applies_to(place.element)
            )
            codes = _acknowledged(place.element, attributes)
            if codes:
                facts.acknowledgements.append(
                    Acknowledgement(place, xml_id, codes, _fragments(attributes.get("target", "")))
                )
        return facts


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


WATCHED = {
    XML_ID: "xml:id",
    XML_BASE: "xml:base",
    **{name: name for name in (*POINTERS, "ident", "matchPattern", "replacementPattern")},
}
"""Attributes to watch: expat's names, and what they are called here."""
