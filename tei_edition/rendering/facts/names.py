# SPDX-License-Identifier: MIT
"""Names of persons, places, organisations: where they stand, and the entries they lead to.

What counts is an identifier (`@ref`, else `@key`: TEI Guidelines 13.1, att.canonical). A name
without one has been identified by nobody and is in no index.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.document import TEI, XML_ID, action_kind
from tei_edition.rendering.facts.model import Entry, Occurrence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_ANY = f"{{{TEI[1:-1]}}}*"

_ENTRY_KINDS = {
    TEI + name: kind
    for name, kind in (
        *(("person", "person"), ("personGrp", "person"), ("place", "place")),
        *(("org", "organisation"), ("bibl", "work"), ("biblStruct", "work")),
        *(("event", "event"), ("object", "object")),
    )
}
_LISTS = frozenset(
    TEI + name
    for name in (
        *("listPerson", "listPlace", "listOrg", "listBibl", "listEvent", "listObject"),
        *("standOff", "particDesc", "settingDesc", "personGrp"),
    )
)
"""What entries stand in; a `bibl` elsewhere is a reference and a `place` a mistake."""

_NAME_KINDS = {
    TEI + name: kind
    for names, kind in (
        ("persName author editor speaker roleName", "person"),
        ("placeName geogName settlement country region district bloc", "place"),
        ("orgName", "organisation"),
        ("title", "work"),
        ("eventName", "event"),
        ("objectName", "object"),
    )
    for name in names.split()
}
_TYPES = (
    (re.compile(r"pers|people|human", re.IGNORECASE), "person"),
    (re.compile(r"place|ort|settlement|geo|city|country|lieu", re.IGNORECASE), "place"),
    (re.compile(r"org|inst|corp", re.IGNORECASE), "organisation"),
    (re.compile(r"work|werk|bibl|title|book|œuvre|oeuvre", re.IGNORECASE), "work"),
    (re.compile(r"event|ereignis", re.IGNORECASE), "event"),
    (re.compile(r"object|artefact|artifact", re.IGNORECASE), "object"),
)
"""What the `@type` of a `name` or an `rs` says, in the words that encoders use."""

_WHOLE = frozenset(TEI + name for name in ("TEI", "teiCorpus", "text", "body"))
"""What is no passage, but the whole."""

_BLOCKS = frozenset(
    TEI + name
    for name in (
        *("p", "ab", "opener", "closer", "signed", "salute", "dateline", "head", "stamp", "list"),
        *("item", "note", "div", "lg", "l", "table", "figure", "postscript", "sp", "stage"),
    )
)
"""What a passage is called by (``html/passages.xsl``)."""

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_PREFERRED = frozenset({"preferred", "pref", "main", "reg"})


def entries(root: _Element, *, is_authority: bool) -> tuple[Entry, ...]:
    """The entries for persons, places … that a document has, with an identifier each."""
    found = []
    for element in root.iter(*_ENTRY_KINDS):
        key = element.get(XML_ID)
        parent = element.getparent()
        if not key or parent is None or parent.tag not in _LISTS:
            continue
        if _has_ancestor(element, f"{TEI}sourceDesc"):
            continue
        name = _name(element)
        if name:
            kind = _ENTRY_KINDS[str(element.tag)]
            found.append(Entry(kind, key, name, _life(element), is_authority))
    return tuple(found)


_NAMES = tuple(
    TEI + name
    for name in (
        *("persName", "placeName", "orgName", "title", "eventName", "objectName", "label", "head"),
    )
)
"""Children of an entry that name who or what it is of."""


def _name(entry: _Element) -> str:
    names = list(entry.iterchildren(*_NAMES))
    chosen = [name for name in names if name.get("type") in _PREFERRED] or names
    if chosen:
        return _inverted(chosen[0]) or _words(chosen[0])
    if entry.tag == f"{TEI}bibl":
        return _words(entry)
    return ""


def _inverted(name: _Element) -> str:
    """``Family, Given`` of a name that is encoded in parts and not in that order."""
    family = [_words(part) for part in name.iterchildren(f"{TEI}surname")]
    given = [_words(part) for part in name.iterchildren(f"{TEI}forename")]
    if not family or not given or (name.text or "").strip():
        return ""
    return f"{' '.join(family)}, {' '.join(given)}"


_UNCERTAIN = {"cert": {"low", "medium", "unknown"}, "precision": {"low", "medium", "unknown"}}
"""Attributes, and their values by which a date is not sure (att.global.responsibility)."""


def _life(entry: _Element) -> str:
    """``1900–1955``; of several statements each, and what is not sure with a question mark."""
    years = [
        "/".join(dict.fromkeys(filter(None, map(_years, entry.iterchildren(TEI + part)))))
        for part in ("birth", "death")
    ]
    return "–".join(years) if any(years) else ""


def _years(statement: _Element) -> str:
    """The year of a birth or a death, or both ends of what is known of it (att.datable.w3c)."""
    date = statement
    if not statement.get("when"):
        inside = next(statement.iterdescendants(f"{TEI}date"), None)
        date = statement if inside is None or statement.get("notBefore") else inside
    names = ("when",) if date.get("when") else ("notBefore", "notAfter")
    known = [date.get(name, "") for name in names]
    years = [value.partition("-")[0].lstrip("0") for value in known if value[:1] != "-"]
    said = "/".join(dict.fromkeys(filter(None, years)))
    doubted = len(names) > len([value for value in known if value]) or any(
        each.get(name) in values
        for each in (statement, date)
        for name, values in _UNCERTAIN.items()
    )
    return f"{said}?" if said and doubted else said


def occurrences(
    root: _Element, own: tuple[Entry, ...], included: frozenset[str]
) -> Iterator[Occurrence]:
    """Every name with an identifier: of the text, then of the header's correspondence.

    Included passages are left to the page of their own document, entries of lists to their list.
    """
    names = {entry.key: entry.name for entry in own}
    count = 0
    for text in root.iter(f"{TEI}text"):
        if _has_ancestor(text, f"{TEI}text"):
            continue
        for element in text.iter(_ANY):
            pointers = element.get("ref") or element.get("key")
            if not pointers:
                continue
            count += 1
            kind = _kind(element)
            passage = _passage(element, included)
            if passage is None:
                continue
            for key in _keys(pointers):
                yield Occurrence(
                    kind,
                    key,
                    names.get(key, ""),
                    _words(element),
                    passage.anchor or f"name:{count}",
                    passage.element,
                    passage.identifier,
                    "",
                )
    for action in root.iterfind(f"{TEI}teiHeader//{TEI}correspAction"):
        for element in action.iter(_ANY):
            pointers = element.get("ref") or element.get("key")
            kind = _kind(element)
            for key in _keys(pointers or ""):
                said = _words(element)
                event = f"{action_kind(action.get('type', ''))} {action.get('subtype', '')}".strip()
                yield Occurrence(kind, key, names.get(key, ""), said, "", "", "", event)


def _has_ancestor(element: _Element, name: str) -> bool:
    return next(element.iterancestors(name), None) is not None


def _keys(pointers: str) -> Iterator[str]:
    """The identifiers that pointers name: fragments, whole addresses, bare keys."""
    for pointer in pointers.split():
        if _ADDRESS.match(pointer):
            yield pointer
        else:
            path, _, fragment = pointer.partition("#")
            key = fragment or path
            if key and not key.endswith(".xml"):
                yield key


def _kind(element: _Element) -> str:
    return _NAME_KINDS.get(str(element.tag)) or _kind_of_type(element.get("type", ""))


@lru_cache(maxsize=256)
def _kind_of_type(said: str) -> str:
    return next((kind for pattern, kind in _TYPES if pattern.match(said)), "")


class _Passage(NamedTuple):
    anchor: str
    """The nearest identifier; empty where there is none in the text."""
    element: str
    """What the passage is called by: the nearest block that has an identifier."""
    identifier: str


def _passage(element: _Element, included: frozenset[str]) -> _Passage | None:
    """Where a name stands; None for one in an entry of a list, or in what was included."""
    anchor = ""
    block = ("", "")
    for ancestor in (element, *element.iterancestors(_ANY)):
        if ancestor.tag in _ENTRY_KINDS and _in_list(ancestor):
            return None
        identifier = ancestor.get(XML_ID)
        if identifier in included:
            return None
        if identifier and ancestor.tag not in _WHOLE:
            anchor = anchor or identifier
            if not block[0] and ancestor.tag in _BLOCKS:
                block = _called(ancestor, identifier)
    return _Passage(anchor, *block)


def _called(block: _Element, identifier: str) -> tuple[str, str]:
    """What a block is called by: a field of a form by its subtype, any other `ab`, which is a block
    of no kind, by the kind of its division (``f:near-label``)."""
    kind, subtype = block.get("type", ""), block.get("subtype", "")
    if kind == "field" and subtype:
        return "field", subtype
    division = block.getparent() if block.tag == f"{TEI}ab" else None
    if division is not None and division.tag == f"{TEI}div":
        kind, of_division = division.get("type", ""), division.get(XML_ID, "")
        if kind and of_division:
            return f"div-{kind}", of_division
    return str(block.tag).removeprefix(TEI), identifier


def _in_list(entry: _Element) -> bool:
    parent = entry.getparent()
    return parent is not None and parent.tag in _LISTS


def _words(element: _Element) -> str:
    """The words of a name as the reading view has them, without notes."""
    said = "".join(_reading(element)) if len(element) else element.text or ""
    return " ".join(said.split())


_LEFT_OUT = frozenset(TEI + name for name in ("note", "del", "surplus", "am", "fw"))
_IN_CHOICE = frozenset(TEI + name for name in ("sic", "orig", "abbr"))


def _reading(element: _Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        is_original = element.tag == f"{TEI}choice" and child.tag in _IN_CHOICE
        if isinstance(child.tag, str) and child.tag not in _LEFT_OUT and not is_original:
            yield " " if child.tag == f"{TEI}lb" else ""
            yield from _reading(child)
        yield child.tail or ""
