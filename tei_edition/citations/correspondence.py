# SPDX-License-Identifier: MIT
"""Sender, addressee, place and date of a letter (TEI Guidelines 2.4.6, ``correspDesc``)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.citations.record import Correspondence, Name, Place, Span, day
from tei_edition.document import TEI, action_kind, is_name_again, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from tei_edition.citations.authorities import Authorities

_ON_THE_WAY = frozenset({"station", "office", "intermediary"})
"""Receipts that are not the addressee's."""

LONGEST_DATE = 60
"""Characters of words that can be a date; more are prose about one."""

_AGENTS = ("persName", "orgName", "name", "rs")


def correspondence(header: _Element, authorities: Authorities) -> Correspondence | None:
    """The letter's two actions, or None where the header describes no correspondence."""
    description = header.find(f"{TEI}profileDesc/{TEI}correspDesc")
    if description is None:
        return None
    actions = description.findall(f"{TEI}correspAction")
    sent = next((action for action in actions if _kind(action) == "sent"), None)
    received = _addressed(actions)
    return Correspondence(
        senders=_names(sent, authorities),
        addressees=_names(received, authorities),
        sent_from=_places(sent, authorities),
        sent_to=_places(received, authorities),
        sent=_span(sent),
        received=_span(received),
    )


def _kind(action: _Element) -> str:
    return action_kind(action.get("type", ""))


def _addressed(actions: Sequence[_Element]) -> _Element | None:
    """The addressee's receipt among several: the one so marked, else the first with a name."""
    receipts = [action for action in actions if _kind(action) == "received"]
    marked = [action for action in receipts if action.get("subtype") == "to"]
    others = [action for action in receipts if action.get("subtype") not in _ON_THE_WAY]
    named = [a for a in others if any(a.find(f"{TEI}{tag}") is not None for tag in _AGENTS)]
    return next(iter(marked or named or others), None)


def _names(action: _Element | None, authorities: Authorities) -> tuple[Name, ...]:
    """Persons, each by the first of the languages that name it; the bodies only where no person is
    named, since they are whom he writes for."""
    if action is None:
        return ()
    for tags in (("persName", "name", "rs"), ("orgName",)):
        found = [
            authorities.name(element)
            for element in action
            if str(element.tag).rpartition("}")[2] in tags
            and element.get("type") != "place"
            and not is_name_again(element)
        ]
        if found:
            return tuple(name for name in found if name.words)
    return ()


def _places(action: _Element | None, authorities: Authorities) -> tuple[Place, ...]:
    """The places of an action; of a place and another within it, the first stands for both."""
    elements = [] if action is None else action.findall(f"{TEI}placeName")
    return tuple(authorities.place(element) for element in elements if words(element))


def _span(action: _Element | None) -> Span:
    element = None if action is None else action.find(f"{TEI}date")
    return Span() if element is None else span(element)


def span(element: _Element) -> Span:
    """The date of an element with ``@when``, ``@from``, ``@to``, ``@notBefore``, ``@notAfter``.

    The forms in other attribute classes (``@when-iso``) are understood, too; those of a calendar
    of its own (``@notBefore-custom``) by their years, where it is the Julian or the Gregorian
    (TEI Guidelines 14.4). Prose about the date is none.
    """

    def value(name: str) -> str:
        return day(element.get(name, "") or element.get(f"{name}-iso", ""))

    certain = (
        element.get("cert", "high") == "high"
        and element.get("precision", "high") == "high"
        and element.get("evidence", "") in ("", "internal", "external")
    )
    when = value("when")
    if when:
        return Span(when, when, certain)
    if value("from") or value("to"):
        return Span(value("from"), value("to"), certain, is_range=True)
    if value("notBefore") or value("notAfter"):
        return Span(value("notBefore"), value("notAfter"), is_certain=False)
    calendar = f"{element.get('datingMethod', '')} {element.get('calendar', '')}".casefold()
    if "julian" in calendar or "gregorian" in calendar:
        ends = [
            day(element.get(f"{name}-custom", "")) for name in ("when", "notBefore", "notAfter")
        ]
        when, earliest, latest = (re.sub(r"(?<=.)-.*", "", end) for end in ends)
        if when or earliest or latest:
            return Span(when or earliest, when or latest, certain and bool(when))
    said = words(element)
    return Span(words=said if len(said) <= LONGEST_DATE else "")
