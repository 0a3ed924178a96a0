# SPDX-License-Identifier: MIT
"""What an editor records in the registry: publications, errata, retirements.

Each function takes the registry and what stands in the documents, and gives the registry with the
record in it. The editor changes the documents first; what the documents do not bear out is refused.
Moves are in :mod:`tei_edition.citations.moves`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tei_edition.citations.conditions import (
    RefusedError,
    check_day,
    check_gone,
    check_known,
    check_stands,
    current,
    entered,
    published,
    with_event,
)
from tei_edition.citations.identity import Identity
from tei_edition.citations.registry import Event, Registry, Unit, Version, What, version_order
from tei_edition.citations.standing import as_found

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.citations.standing import Standing
    from tei_edition.citations.units import Found


def publish(registry: Registry, standing: Standing, version: str, today: str) -> Registry:
    """All units of the documents, and all events so far, published in a version.

    Publishing in the last version once more adds what is new to it.

    Raises:
        RefusedError: a later version is published already, or the last one was on a later day.
    """
    if registry.version and version_order(version) < version_order(registry.version):
        raise RefusedError(
            f"version {registry.version} is published already, and {version} comes before it: "
            "give the edition a later version (edition.toml or --version)"
        )
    units = {name: _stamped(unit, version) for name, unit in registry.units.items()}
    for xml_id, found in standing.found.items():
        known = units.get(xml_id) or Unit(xml_id, "", "", "", "", version)
        units[xml_id] = as_found(known, found, standing)
    versions = registry.versions
    if version != registry.version:
        check_day(registry, today)
        versions = (*versions, Version(version, today))
    return Registry(units, versions)


def _stamped(unit: Unit, version: str) -> Unit:
    """The unit with what was not published yet published in a version."""
    if unit.version and all(event.version for event in unit.history):
        return unit
    history = tuple(
        event if event.version else replace(event, version=version) for event in unit.history
    )
    return replace(unit, version=unit.version or version, history=history)


def record_change(
    registry: Registry,
    standing: Standing,
    xml_id: str,
    note: str,
    today: str,
    continued_in: Sequence[str] = (),
) -> Registry:
    """A dated erratum: the text of a published unit was corrected.

    Args:
        registry: what was published.
        standing: what stands in the documents.
        xml_id: the unit.
        note: what was corrected, for readers.
        today: the day, ISO 8601.
        continued_in: units where a part of the text stands now.

    Raises:
        RefusedError: the unit is not published, not in the documents, or has the published text;
            it is no correction: the identifier was given to another element or passage; the note
            is empty.
    """
    unit = current(registry, xml_id)
    check_stands(standing, xml_id)
    found = standing.found[xml_id]
    if not note.strip():
        raise RefusedError(f"say in --note what was corrected in “{xml_id}”")
    identity = Identity(registry, standing.found)
    is_as_published = found.digest == unit.digest and identity.is_itself(unit, found)
    if is_as_published and (unit.digest or found.kind == unit.kind):
        last = unit.history[-1] if unit.history else None
        known = f"as recorded on {last.on}" if last and not last.version else "the published one"
        raise RefusedError(f"the text of “{xml_id}” is {known}: there is no change")
    _is_same(unit, found, identity, continued_in)
    check_known(registry, standing, xml_id, continued_in)
    event = Event(What.CHANGED, today, note, into=tuple(continued_in), was=unit.digest)
    changed = replace(as_found(unit, found, standing), document=unit.document)
    return entered(registry, standing, with_event(changed, event))


def _is_same(
    unit: Unit, found: Found, identity: Identity, continued_in: Sequence[str] = ()
) -> None:
    """Refuse what is no correction of a unit, but another one under its identifier."""
    name = f"“{unit.xml_id}”"
    if found.kind != unit.kind:
        raise RefusedError(
            f"{name} was published for a <{unit.kind}>, and names a <{found.kind}> now: give that "
            f"one another xml:id. If it is the same passage, record the correction while it is a "
            f"<{unit.kind}>, and change the element then"
        )
    other = identity.whose_text(found)
    if other is None and not found.digest:
        other = identity.whose_content(found)
    if other is not None:
        raise RefusedError(
            f"what stands under {name} now was published as “{other}”: that is no correction. "
            "Published identifiers are never renumbered: give each passage its own back"
        )
    other = identity.who_has_its_text(unit)
    if other is None and unit.within and not identity.is_at_its_place(unit, found):
        other = identity.whose_place(unit)
    if other is not None:
        raise RefusedError(
            f"what was published as {name} stands under “{other}” now: that is no correction. "
            "Published identifiers are never renumbered: give each passage its own back"
        )
    other = identity.new_with_its_text(unit)
    if other is not None and other not in continued_in:
        raise RefusedError(
            f"what was published as {name} stands under the new “{other}”: give it its identifier "
            f"back. If that is a part of what was divided, say so: --continued-in {other}"
        )


def retire(
    registry: Registry,
    standing: Standing,
    xml_id: str,
    into: Sequence[str],
    reason: str,
    today: str,
) -> Registry:
    """A published unit is no longer in the edition; of a document, all its units that are gone.

    Raises:
        RefusedError: it is not published, still in the documents, if only under another
            identifier; it has unknown successors, or neither a successor nor a reason.
    """
    unit = current(registry, xml_id)
    if not into and not reason:
        raise RefusedError("say what it was merged into (--into ID), or why it went (--reason)")
    check_gone(standing, xml_id)
    check_known(registry, standing, xml_id, into)
    event = Event(What.RETIRED, today, reason, into=tuple(into))
    gone = [unit]
    if unit.is_document:
        gone = [
            each
            for each in registry.of_document(xml_id)
            if each.is_current and each.xml_id not in standing
        ]
    else:
        _is_gone(unit, Identity(registry, standing.found), into)
    return entered(registry, standing, *(with_event(each, event) for each in gone))


def _is_gone(unit: Unit, identity: Identity, into: Sequence[str]) -> None:
    """Refuse that what has another identifier now is retired: that is no end, but a renumbering."""
    name = f"“{unit.xml_id}”"
    other = identity.who_has_its_text(unit)
    if other is not None:
        raise RefusedError(
            f"what was published as {name} is not gone, it stands under “{other}” now. "
            "Published identifiers are never renumbered: give each passage its own back"
        )
    other = identity.new_with_its_text(unit)
    if other is not None and other not in into:
        raise RefusedError(
            f"what was published as {name} is not gone, it stands under the new “{other}”: give it "
            f"its identifier back, or record: tei-edition ids move {unit.xml_id} {other}"
        )


def restore(registry: Registry, standing: Standing, xml_id: str, note: str, today: str) -> Registry:
    """A retired unit is back in the documents, under its identifier.

    A document brings back its units that were retired with it and stand in it again.

    Raises:
        RefusedError: it was never published, is not retired, or is not in the documents; its
            identifier has another element or passage now.
    """
    unit = published(registry, xml_id)
    if unit.end is None:
        raise RefusedError(f"“{xml_id}” is not retired")
    for other in unit.end.into if unit.end.what is What.MOVED else ():
        if registry.units[other].is_current:
            raise RefusedError(
                f"“{xml_id}” is not retired: it moved to “{other}”; if it moved back, record that: "
                f"tei-edition ids move {other} {xml_id}"
            )
    gone = [unit]
    for each in registry.of_document(xml_id) if unit.is_document else ():
        found = standing.found.get(each.xml_id)
        is_back = found is not None and found.document == xml_id
        if is_back and each.end == unit.end and each is not unit:
            gone.append(each)
    identity = Identity(registry, standing.found)
    restored = [_restored(each, standing, identity, note, today) for each in gone]
    return entered(registry, standing, *restored)


def _restored(unit: Unit, standing: Standing, identity: Identity, note: str, today: str) -> Unit:
    xml_id = unit.xml_id
    check_stands(standing, xml_id)
    found = standing.found[xml_id]
    was = unit.digest if unit.digest != found.digest else ""
    if was and not note:
        raise RefusedError(
            f"the text of “{xml_id}” is not the one published: say in --note what was corrected"
        )
    if was or not unit.digest:
        _is_same(unit, found, identity)
    event = Event(What.RESTORED, today, note, was=was)
    return with_event(as_found(unit, found, standing), event)
