# SPDX-License-Identifier: MIT
"""What became of a published unit, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.citations.registry import Status, What

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.citations.registry import Event, Registry, Resolution, Unit


def in_words(resolution: Resolution, registry: Registry) -> str:
    """One sentence: “¶ 7 was retired in 2.1: merged into ¶ 6 (letter-p06)”; empty if it is current.

    A unit that became others which are gone, too, is followed to those that are there now.
    """
    if resolution.status is Status.CURRENT:
        return ""
    unit, end = resolution.unit, resolution.unit.end
    if end is None:
        return ""
    name = _named(unit)
    when = f"in version {end.version}" if end.version else f"on {end.on}"
    if end.what is What.MOVED:
        verb = "is now" if unit.is_document or not _crossed(unit, resolution) else "has moved to"
        words = f"{name} {verb} {_listed(resolution.now, registry)} ({when})"
    else:
        words = f"{name} was retired {when}"
        if resolution.now:
            words += f": merged into {_listed(resolution.now, registry)}"
    return words + (f". Reason: {end.note}" if end.note else "")


def events_in_words(resolution: Resolution, registry: Registry) -> Iterator[tuple[Event, str]]:
    """Each event of a unit's history with one sentence that tells it, oldest first."""
    for unit, event in resolution.account:
        yield event, event_in_words(unit, event, registry)


def event_in_words(unit: Unit, event: Event, registry: Registry) -> str:
    """One sentence on one event, without its date."""
    name = _named(unit)
    others = [registry.units[each] for each in event.into if each in registry.units]
    into = _listed(tuple(others), registry) or ", ".join(event.into)
    match event.what:
        case What.CHANGED:
            words = f"the text of {name} was corrected"
            words += f"; a part of it is now {into}" if into else ""
        case What.MOVED:
            words = f"{name} became {into}" if into else f"{name} moved to “{unit.document}”"
        case What.RETIRED:
            words = f"{name} was retired" + (f": merged into {into}" if into else "")
        case What.RESTORED:
            words = f"{name} was restored"
    return words + (f": {event.note}" if event.note else "")


def _named(unit: Unit) -> str:
    return f"{unit.label} ({unit.xml_id})" if unit.label else unit.xml_id


def _listed(units: tuple[Unit, ...], registry: Registry) -> str:
    names = []
    for unit in units:
        holder = registry.units.get(unit.document)
        where = "" if unit.is_document or holder is None else f" of {holder.label}"
        names.append(_named(unit) + where)
    *most, last = names or [""]
    return f"{', '.join(most)} and {last}" if most else last


def _crossed(unit: Unit, resolution: Resolution) -> bool:
    return any(each.document != unit.document for each in resolution.now)
