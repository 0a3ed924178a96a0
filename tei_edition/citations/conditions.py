# SPDX-License-Identifier: MIT
"""What has to hold of a record, and how it comes into the registry."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tei_edition.citations.registry import Unit, What
from tei_edition.citations.standing import as_found
from tei_edition.errors import TeiEditionError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.citations.registry import Event, Registry
    from tei_edition.citations.standing import Standing


class RefusedError(TeiEditionError):
    """What is to be recorded is not so."""


def current(registry: Registry, xml_id: str) -> Unit:
    """A published unit that the edition has under this identifier.

    Raises:
        RefusedError: it moved or was retired.
        UnpublishedError: it was never published.
    """
    unit = published(registry, xml_id)
    if unit.end is not None:
        word = "moved" if unit.end.what is What.MOVED else "was retired"
        raise RefusedError(f"“{xml_id}” {word} on {unit.end.on} already")
    return unit


def published(registry: Registry, xml_id: str) -> Unit:
    """A published unit, whatever became of it.

    Raises:
        UnpublishedError: it was never published.
    """
    return registry.resolve(xml_id).unit


def check_stands(standing: Standing, xml_id: str) -> None:
    """Refuse what no document has."""
    if xml_id not in standing:
        raise RefusedError(f"no document of the edition has the xml:id “{xml_id}”")


def check_gone(standing: Standing, xml_id: str) -> None:
    """Refuse what a document still has."""
    if xml_id in standing:
        raise RefusedError(
            f"“{xml_id}” still stands in {standing.place(xml_id)}: change the document first"
        )


def check_known(registry: Registry, standing: Standing, xml_id: str, others: Sequence[str]) -> None:
    """Refuse successors that are nowhere, that are gone, or that are the unit itself."""
    for other in others:
        if other == xml_id:
            raise RefusedError(f"“{xml_id}” cannot lead to itself")
        if other not in registry.units and other not in standing:
            raise RefusedError(
                f"“{other}” was never published, and no document of the edition has it"
            )
        end = registry.units[other].end if other in registry.units else None
        if end is not None:
            word = "moved" if end.what is What.MOVED else "was retired"
            now = " or ".join(f"“{each.xml_id}”" for each in registry.resolve(other).now)
            raise RefusedError(
                f"“{other}” {word} on {end.on}, so that nothing can lead to it"
                + (f": name {now}" if now and now != f"“{xml_id}”" else "")
            )


def check_day(registry: Registry, day: str) -> None:
    """Refuse a day before the last version."""
    if registry.versions and day < registry.versions[-1].date:
        last = registry.versions[-1]
        raise RefusedError(f"version {last.name} was published on {last.date}: {day} is before it")


def with_event(unit: Unit, event: Event) -> Unit:
    """The unit with an event at the end of its history; refused, if its last one was later."""
    last = unit.history[-1].on if unit.history else ""
    if event.on < last:
        raise RefusedError(
            f"the last record of “{unit.xml_id}” is of {last}: {event.on} is before it"
        )
    return replace(unit, history=(*unit.history, event))


def entered(registry: Registry, standing: Standing, *changed: Unit) -> Registry:
    """The registry with units changed, and with the units entered that they lead to."""
    units = dict(registry.units)
    for unit in changed:
        check_day(registry, unit.history[-1].on)
        units[unit.xml_id] = unit
        for xml_id in unit.history[-1].into:
            if xml_id not in units:
                entered = Unit(xml_id, "", "", "", "", "")
                units[xml_id] = as_found(entered, standing.found[xml_id], standing)
    return replace(registry, units=units)
