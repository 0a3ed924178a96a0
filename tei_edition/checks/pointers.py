# SPDX-License-Identifier: MIT
"""TEI's pointer attributes: where they stand, and what some of them have to point at.

The list is that of the attributes whose datatype is ``teidata.pointer`` in TEI P5 4.12.0. Left out
are the few whose value names something that is no resource to be found: ``@ns``, ``@datcat`` and
its kin, ``@filter`` and ``@property``.
"""

from __future__ import annotations

from typing import NamedTuple

PERSONS = frozenset({"person", "personGrp", "persona", "org"})
AGENTS = PERSONS | {
    "author",
    "editor",
    "funder",
    "handNote",
    "meeting",
    "name",
    "orgName",
    "persName",
    "principal",
    "publisher",
    "resp",
    "respStmt",
    "sponsor",
    "translator",
    "witness",
    "bibl",
    "biblStruct",
    "biblFull",
    "msDesc",
    "application",
}
PLACE_NAMES = frozenset({"placeName", "settlement", "district", "country", "region", "bloc"})


class PointerAttribute(NamedTuple):
    """What is known of an attribute that points."""

    elements: frozenset[str] = frozenset()
    """The elements on which it is a pointer; empty for all that carry it."""
    targets: frozenset[str] = frozenset()
    """The elements it may point at; empty for any."""

    def applies_to(self, element: str) -> bool:
        """Whether it is a pointer on an element of this local name."""
        return not self.elements or element in self.elements


def _on(*elements: str) -> PointerAttribute:
    return PointerAttribute(elements=frozenset(elements))


def _at(*targets: str) -> PointerAttribute:
    return PointerAttribute(targets=frozenset(targets))


_ANY = PointerAttribute()

POINTERS: dict[str, PointerAttribute] = {
    "active": _on("relation"),
    "adj": _ANY,
    "adjFrom": _ANY,
    "adjTo": _ANY,
    "ana": _ANY,
    "calendar": _ANY,
    "change": _at("change", "listChange"),
    "children": _ANY,
    "class": _on("msContents", "msItem", "msItemStruct"),
    "code": _on("occupation", "socecStatus"),
    "copyOf": _ANY,
    "corresp": _ANY,
    "datingMethod": _ANY,
    "datingPoint": _ANY,
    "decls": _ANY,
    "domains": _ANY,
    "edRef": _ANY,
    "end": _ANY,
    "exclude": _ANY,
    "facs": _ANY,
    "feats": _ANY,
    "follow": _ANY,
    "from": _on("rt", "span", "app", "arc"),
    "fromUnit": _ANY,
    "fVal": _ANY,
    "given": _on("certainty"),
    "hand": _at("handNote", "handShift", "hand"),
    "inst": _ANY,
    "lemmaRef": _ANY,
    "location": _on(
        *("case", "colloc", "def", "entryFree", "etym", "form", "gen", "gram", "gramGrp", "hom"),
        *("hyph", "iType", "lang", "lbl", "mood", "number", "oRef", "orth", "pRef", "per", "pos"),
        *("pron", "sense", "stress", "subc", "syll", "tns", "usg", "xr"),
    ),
    "mergedIn": _ANY,
    "mutual": _ANY,
    "new": PointerAttribute(frozenset({"handShift"}), frozenset({"handNote", "hand"})),
    "next": _ANY,
    "nymRef": _at("nym"),
    "origin": _on("timeline"),
    "parent": _ANY,
    "parts": _ANY,
    "passive": _on("relation"),
    "perf": _ANY,
    "period": _ANY,
    "prev": _ANY,
    "ref": _ANY,
    "rendition": _at("rendition"),
    "replyTo": _ANY,
    "require": _on("lem", "rdg", "rdgGrp"),
    "resp": PointerAttribute(targets=AGENTS),
    "sameAs": _ANY,
    "scheme": _on("keywords", "classCode", "catRef", "locus", "locusGrp", "occupation"),
    "scribeRef": PointerAttribute(targets=AGENTS | {"handNote"}),
    "scriptRef": _ANY,
    "select": _ANY,
    "since": _on("when"),
    "source": _ANY,
    "spanTo": _ANY,
    "start": _ANY,
    "synch": _ANY,
    "target": _ANY,
    "targetEnd": _ANY,
    "to": _on("rt", "span", "app", "arc"),
    "toUnit": _ANY,
    "toWhom": _ANY,
    "unitRef": _ANY,
    "url": _on("media", "graphic", "schemaRef", "moduleRef"),
    "value": _on("node", "root", "iNode", "leaf", "eTree", "triangle", "eLeaf"),
    "where": _ANY,
    "who": PointerAttribute(
        targets=AGENTS | {"castItem", "role", "roleName", "change", "castGroup", "listPerson"}
    ),
    "wit": _at("witness", "listWit", "msDesc", "bibl", "biblStruct", "biblFull", "object"),
}
"""Pointer attributes by name."""

NAME_TARGETS: dict[str, frozenset[str]] = {
    "persName": PERSONS | {"nym"},
    "orgName": frozenset({"org"}),
    **dict.fromkeys(sorted(PLACE_NAMES), frozenset({"place", "org", "nym"})),
}
"""What ``@ref`` points at on the elements that name something (TEI Guidelines, 14.1)."""


def targets_of(element: str, attribute: str) -> frozenset[str]:
    """The local names that a pointer may point at; empty for any."""
    if attribute == "ref":
        return NAME_TARGETS.get(element, frozenset())
    return POINTERS[attribute].targets
