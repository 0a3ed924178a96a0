# SPDX-License-Identifier: MIT
"""Notes kept apart from the text that name their passages: their numbers stand there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.document import TEI, XML_ID

if TYPE_CHECKING:
    from lxml.etree import _Element


_NOTE_WITH_TARGET = re.compile(r"note(?<=[<:]note)\s[^>]*\btarget(?:End)?\s*=")
"""Begins with a word, which is looked for in half the time. It may find what is no note."""

_ALTERNATIVES = {f"{TEI}{name}" for name in ("choice", "app", "subst")}
"""What shows one of its parts: a number goes behind the whole."""

_BLOCKS = {
    f"{TEI}{name}"
    for name in (
        *("p", "ab", "l", "head", "item", "cell", "label", "line", "u", "stage", "salute"),
        *("signed", "dateline", "byline", "trailer", "titlePart", "addrLine", "speaker"),
    )
}
"""What ends a line: a number goes at its end, not behind it."""

_CONTAINERS = {
    f"{TEI}{name}"
    for name in (
        *("text", "front", "body", "group", "div", *(f"div{n}" for n in range(1, 8)), "lg", "sp"),
        *("list", "table", "row", "figure", "floatingText", "opener", "closer", "postscript"),
        *("castList", "castItem", "titlePage", "surface", "zone", "sourceDoc", "quote", "q"),
    )
}
"""What holds blocks: a number goes with its heading, or its first block."""


def pointed_at(text: str) -> str:
    """A document (XML) whose passages point at the notes in the back that are about them.

    A note that names its passage (`@target`, `@targetEnd`) and has an identifier, and that nothing
    points at, gets a `ptr` where its passage ends (TEI Guidelines 3.9.1), so that its number
    stands there as that of any note does. One in `standOff` (16.10), which nobody reads on its own,
    is put there itself. Words of the text and their order stay as they are.
    """
    if not ("back" in text or "standOff" in text) or not _NOTE_WITH_TARGET.search(text):
        return text
    from lxml import etree

    from tei_edition.rendering.sources.source import tree_of

    root = tree_of(text)
    if root is None:
        return text
    notes = [
        note
        for back in root.iter(f"{TEI}back")
        for note in back.iter(f"{TEI}note")
        if note.get(XML_ID) and (note.get("target") or note.get("targetEnd"))
    ]
    pointers = {
        address
        for element in root.iter(f"{TEI}ptr", f"{TEI}ref")
        for address in (element.get("target") or "").split()
    }
    places = {str(element.get(XML_ID)): element for element in root.iter() if element.get(XML_ID)}
    placed = _put_notes_that_stand_off(root, places)
    for note in reversed(notes):  # of several at one place the first stands first
        addresses = (note.get("targetEnd") or note.get("target") or "").split()
        place = (
            places.get(addresses[-1][1:]) if addresses[-1:] and addresses[-1][0] == "#" else None
        )
        if place is None or f"#{note.get(XML_ID)}" in pointers or not _is_text(place):
            continue
        pointer = etree.Element(f"{TEI}ptr", target=f"#{note.get(XML_ID)}")
        _put(pointer, place)
        placed = True
    return etree.tostring(root.getroottree(), encoding="unicode") if placed else text


def _put_notes_that_stand_off(root: _Element, places: dict[str, _Element]) -> bool:
    """Put the notes of `standOff` behind their passages; whether there were any."""
    found = [
        (note, place)
        for stand_off in root.iter(f"{TEI}standOff")
        for note in stand_off.iter(f"{TEI}note")
        if _stands_alone(note) and (place := _passage(note, places)) is not None
    ]
    for note, place in reversed(found):  # of several at one place the first stands first
        parent = note.getparent()
        if parent is None:
            continue
        note.tail = None
        parent.remove(note)
        _put(note, place)
        if note.getparent() is None:  # a passage without a block, which has no place for a number
            parent.append(note)
    return bool(found)


def _stands_alone(note: _Element) -> bool:
    """Whether a note is an annotation of its own, and not a part of an entry."""
    parent = note.getparent()
    return parent is not None and parent.tag in (
        f"{TEI}standOff",
        f"{TEI}listAnnotation",
        f"{TEI}noteGrp",
    )


def _passage(note: _Element, places: dict[str, _Element]) -> _Element | None:
    """Where the passage ends that a note names, if that is in the text."""
    addresses = (note.get("targetEnd") or note.get("target") or "").split()
    if not addresses or not addresses[-1].startswith("#"):
        return None
    place = places.get(addresses[-1][1:])
    return place if place is not None and _is_text(place) else None


def _is_text(place: _Element) -> bool:
    """Whether a number may stand there: in the text, and not in the back itself."""
    around = {ancestor.tag for ancestor in place.iterancestors()}
    return not around & {f"{TEI}teiHeader", f"{TEI}back", f"{TEI}standOff"} and bool(
        around & {f"{TEI}text", f"{TEI}sourceDoc"}
    )


def _put(pointer: _Element, place: _Element) -> None:
    while place.tag in _CONTAINERS:
        block = next((e for e in place.iterdescendants() if e.tag in _BLOCKS), None)
        if block is None:
            return
        place = block
    if place.tag in _BLOCKS:
        place.append(pointer)
        return
    for ancestor in place.iterancestors():
        if ancestor.tag in _ALTERNATIVES:
            place = ancestor
    pointer.tail, place.tail = place.tail, None
    place.addnext(pointer)
