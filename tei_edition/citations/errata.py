# SPDX-License-Identifier: MIT
"""The errata of an edition: every recorded change, dated, from the registry.

The registry is where a change is recorded. The ``revisionDesc`` of the document says it again, in
``change`` elements of the type ``erratum`` that are made from the registry; the check ``citations``
finds where the two do not agree.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from tei_edition.citations.account import kind_of
from tei_edition.citations.labels import published_label
from tei_edition.citations.phrases import ENGLISH, phrases
from tei_edition.citations.registry import What

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.citations.registry import Event, Registry, Unit


@dataclass(frozen=True, slots=True)
class Erratum:
    """One recorded change."""

    on: str
    """The day, ISO 8601."""
    version: str
    """The version that published it; empty if none has."""
    id: str
    """The identifier of the passage or document."""
    label: str
    """What it is called in a citation; of a document, its title."""
    document: str
    """The identifier of the document where it stands now, or stood last."""
    title: str
    """The title of that document."""
    what: str
    """``changed``, ``moved``, ``retired`` or ``restored``."""
    into: tuple[str, ...]
    """Identifiers that it leads to."""
    note: str
    """The editors' words."""
    words: str
    """What happened in one sentence, the note with it."""
    stated_in: str
    """The identifier of the document whose ``revisionDesc`` states it."""


def errata(registry: Registry, language: str = ENGLISH) -> tuple[Erratum, ...]:
    """Every recorded change, the latest first; of one day, in the order of the identifiers.

    A document that was renamed or withdrawn is one change, not one for each of its passages.
    ``language``, a BCP 47 tag, is that of labels and words.

    >>> errata(Registry.load(Path("citations.json")))[0].on  # doctest: +SKIP
    '2027-03-01'
    """
    found = list(_errata(registry, language))
    found.sort(key=lambda each: (each.id, each.what))
    found.sort(key=lambda each: each.on, reverse=True)
    return tuple(found)


def as_json(erratum: Erratum) -> dict[str, object]:
    """The erratum as it stands in a JSON list: what readers are told, empty fields left out."""
    told = asdict(erratum)
    del told["stated_in"]
    return {key: value for key, value in told.items() if value}


def _errata(registry: Registry, language: str) -> Iterator[Erratum]:
    for unit in registry:
        home = _home(registry, unit)
        title = registry.units[home].label if home in registry.units else ""
        for number, event in enumerate(unit.history):
            if not _is_its_documents(registry, unit, event):
                yield Erratum(
                    event.on,
                    event.version,
                    unit.xml_id,
                    published_label(unit, language),
                    home,
                    title,
                    event.what.value,
                    event.into,
                    event.note,
                    words(event, language),
                    _stated_in(registry, unit, number) or home,
                )


def words(event: Event, language: str = ENGLISH) -> str:
    """What happened, in one sentence that holds for good: it names identifiers, not labels."""
    table = phrases(language)
    said = table[f"erratum.{kind_of(event)}"].format(
        others=", ".join(event.into), document=event.left
    )
    if event.what is What.CHANGED and not event.into and event.note:
        return event.note
    return said + (f"{table['punctuation.colon']}{event.note}" if event.note else "")


def _home(registry: Registry, unit: Unit) -> str:
    """The document where a unit stands now, or stood last."""
    end = unit.end
    if end is not None and end.what is What.MOVED:
        now = registry.resolve(unit.xml_id).now
        return now[0].document if now else unit.document
    return unit.document


def _stated_in(registry: Registry, unit: Unit, number: int) -> str:
    """The document that a unit stood in after an event, under its present name.

    Empty where that document is no more, and where the event was that the unit went elsewhere under
    another identifier: then it is stated where the unit went.
    """
    if unit.history[number] is unit.end and unit.end.what is What.MOVED:
        return ""
    document = unit.document
    for later in reversed(unit.history[number + 1 :]):
        document = later.left or document
    known = registry.units.get(document)
    if known is None or known.is_current:
        return document
    is_renamed = known.end is not None and known.end.what is What.MOVED
    now = registry.resolve(document).now if is_renamed else ()
    return now[0].document if now else ""


def _is_its_documents(registry: Registry, unit: Unit, event: Event) -> bool:
    """Whether an event came with one of the unit's document."""
    document = registry.units.get(event.left or unit.document)
    if unit.is_document or document is None or event.what is What.CHANGED:
        return False
    goes_along = event.left or event.into
    return any(
        (each.what, each.on, each.note) == (event.what, event.on, event.note)
        and bool(each.into) == bool(goes_along)
        for each in document.history
    )
