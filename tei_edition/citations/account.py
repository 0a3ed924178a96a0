# SPDX-License-Identifier: MIT
"""What became of a published unit, in words of the edition's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.citations.dating import dated
from tei_edition.citations.labels import published_label
from tei_edition.citations.phrases import listed, phrases
from tei_edition.citations.record import Span
from tei_edition.citations.registry import Status, What

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.citations.registry import Event, Registry, Resolution, Unit


def in_words(resolution: Resolution, registry: Registry, language: str) -> str:
    """One sentence: “¶ 7 was retired in 2.1: merged into ¶ 6 (letter-p06)”; empty if it is current.

    A unit that became others which are gone, too, is followed to those that are there now.
    ``language`` is a BCP 47 tag.
    """
    if resolution.status is Status.CURRENT:
        return ""
    unit, end = resolution.unit, resolution.unit.end
    if end is None:
        return ""
    words = phrases(language)
    if end.version:
        when = words["account.in-version"].format(version=end.version)
    else:
        when = words["account.on-day"].format(day=dated(Span(end.on, end.on), language))
    if end.what is What.MOVED:
        is_there = unit.is_document or not _crossed(unit, resolution)
        key = "account.now" if is_there else "account.elsewhere"
    else:
        key = "account.merged" if resolution.now else "account.retired"
    account = words[key].format(
        passage=_named(unit, language),
        when=when,
        others=_listed(resolution.now, registry, language),
    )
    if end.note:
        account = words["account.reason"].format(account=account, reason=end.note)
    return account


def events_in_words(
    resolution: Resolution, registry: Registry, language: str
) -> Iterator[tuple[Event, str]]:
    """Each event of a unit's history with one sentence that tells it, oldest first."""
    for unit, event in resolution.account:
        yield event, event_in_words(unit, event, registry, language)


def event_in_words(unit: Unit, event: Event, registry: Registry, language: str) -> str:
    """One sentence on one event, without its date."""
    others = [registry.units[each] for each in event.into if each in registry.units]
    words = phrases(language)
    sentence = words[f"change.{kind_of(event)}"].format(
        passage=_named(unit, language),
        others=_listed(tuple(others), registry, language) or ", ".join(event.into),
        document=unit.document,
    )
    return sentence + (f"{words['punctuation.colon']}{event.note}" if event.note else "")


def kind_of(event: Event) -> str:
    """The key of the words for an event, in the tables ``change`` and ``erratum``."""
    match event.what:
        case What.CHANGED:
            return "divided" if event.into else "corrected"
        case What.MOVED:
            return "became" if event.into else "moved"
        case What.RETIRED:
            return "merged" if event.into else "retired"
        case What.RESTORED:
            return "restored"


def _named(unit: Unit, language: str) -> str:
    label = published_label(unit, language)
    return f"{label} ({unit.xml_id})" if label else unit.xml_id


def _listed(units: tuple[Unit, ...], registry: Registry, language: str) -> str:
    names = []
    for unit in units:
        name = _named(unit, language)
        holder = registry.units.get(unit.document)
        if not unit.is_document and holder is not None:
            pattern = phrases(language)["account.of"]
            name = pattern.format(passage=name, document=holder.label)
        names.append(name)
    return listed(names, language)


def _crossed(unit: Unit, resolution: Resolution) -> bool:
    return any(each.document != unit.document for each in resolution.now)
