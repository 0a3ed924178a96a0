# SPDX-License-Identifier: MIT
"""The record of a move: a unit has another identifier, or stands in another document."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tei_edition.citations.conditions import (
    RefusedError,
    check_gone,
    check_stands,
    current,
    entered,
    with_event,
)
from tei_edition.citations.identity import Identity
from tei_edition.citations.registry import Event, What
from tei_edition.citations.standing import as_found

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.citations.registry import Registry, Unit
    from tei_edition.citations.standing import Standing
    from tei_edition.citations.units import Found


def move(
    registry: Registry, standing: Standing, old: str, new: str | None, note: str, today: str
) -> Registry:
    """A unit has another identifier now, or, without a new one, stands in another document.

    A document that is renamed takes its units along: what began with its identifier has to begin
    with the new one, or has kept its own. A unit may move back: then its old identifier is its
    own again.

    Raises:
        RefusedError: the documents do not bear it out; the new identifier is another unit's.
    """
    unit = current(registry, old)
    if new is None:
        check_stands(standing, old)
        there = standing.found[old].document
        if there == unit.document:
            raise RefusedError(f"“{old}” stands in “{there}”, as published: it has not moved")
        _check_documents(Identity(registry, standing.found), (unit.document, there))
        event = Event(What.MOVED, today, note, left=unit.document)
        return entered(registry, standing, replace(with_event(unit, event), document=there))
    names = {old: new}
    moved = []
    for each in registry.of_document(old) if unit.is_document else ():
        found = standing.found.get(each.xml_id)
        if found is not None and found.document == new and each.is_current:
            event = Event(What.MOVED, today, note, left=old)
            moved.append(replace(with_event(each, event), document=new))
        elif found is None and each.is_current and each.xml_id != old:
            names[each.xml_id] = _renamed(each.xml_id, old, new)
    identity = Identity(registry, standing.found, names)
    for before, after in names.items():
        check_gone(standing, before)
        check_stands(standing, after)
        is_back = _moved_to(registry, after, before)
        if after in registry.units and not is_back:
            raise RefusedError(
                f"“{after}” was published for another unit: if “{before}” was merged into it, "
                f"record that: tei-edition ids retire {before} --into {after}"
            )
        known = registry.units[before]
        _has_moved(known, standing.found[after], identity, note)
        was = known.digest if known.digest != standing.found[after].digest else ""
        _check_documents(identity, (known.document,))
        moved.append(with_event(known, Event(What.MOVED, today, note, into=(after,), was=was)))
        if is_back:
            back = as_found(registry.units[after], standing.found[after], standing)
            moved.append(with_event(back, Event(What.RESTORED, today, note)))
    return entered(registry, standing, *moved)


def _has_moved(unit: Unit, found: Found, identity: Identity, note: str) -> None:
    """Refuse a move to what is another thing, and one with a correction that nobody explains."""
    old, new = f"“{unit.xml_id}”", f"“{found.xml_id}”"
    is_same_text = found.digest == unit.digest
    if is_same_text and unit.digest:
        return
    if found.kind != unit.kind:
        raise RefusedError(f"{old} was published for a <{unit.kind}>; {new} is a <{found.kind}>")
    other = identity.whose_text(found)
    if other is not None:
        raise RefusedError(f"what stands under {new} was published as “{other}”, not as {old}")
    if not identity.keeps(unit, found):
        raise RefusedError(
            f"nothing that was published in {old} (“{unit.holds[0]}” …) stands in {new}"
        )
    if not note and not is_same_text:
        raise RefusedError(
            f"the text of {new} is not the one published as {old}: say in --note what was corrected"
        )
    if not note and not identity.is_itself(unit, found):
        raise RefusedError(
            f"{new} does not hold what was published in {old}, or does not stand where that did: "
            "say in --note what was changed"
        )


def _check_documents(identity: Identity, documents: Sequence[str]) -> None:
    """Refuse that passages move because their document's identifier was given to another one."""
    for document in documents:
        other = identity.other_documents.get(document)
        if other is not None:
            raise RefusedError(
                f"“{document}” names another document now: what was published in it stands in "
                f"“{other}”, and nothing of it there. Give it back its own identifier"
            )


def _moved_to(registry: Registry, xml_id: str, other: str) -> bool:
    """Whether a unit left its identifier for another one."""
    end = registry.units[xml_id].end if xml_id in registry.units else None
    return end is not None and end.what is What.MOVED and other in end.into


def _renamed(xml_id: str, old: str, new: str) -> str:
    if not xml_id.startswith(f"{old}-"):
        raise RefusedError(
            f"“{xml_id}” stood in “{old}” and does not begin with its identifier: record first "
            f"what became of it: tei-edition ids move {xml_id} ID"
        )
    return f"{new}{xml_id.removeprefix(old)}"
