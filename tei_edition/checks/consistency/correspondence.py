# SPDX-License-Identifier: MIT
"""What the header says of the correspondence against what opener, closer and dateline say.

Dates contradict each other when they have no day in common. Names are compared by where ``@ref``
leads; a name without it is not compared.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from tei_edition.checks.consistency.warning import acknowledge, warning
from tei_edition.checks.records import PLACES, RECEIVING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tei_edition.checks.dates import Span
    from tei_edition.checks.records import Dated, Document, Mention
    from tei_edition.findings import Finding


def correspondence(document: Document, *, covered: bool) -> Iterator[Finding]:
    """Contradictions between ``correspDesc``, ``creation`` and the text of one document."""
    sent = [action for action in document.actions if action.action == "sent"]
    # What a rule of the documentary schema follows by @corresp is compared there.
    own = [action for action in sent if not (covered and action.corresp)]
    if sent == own and sent and document.datelines:
        yield from _dateline(sent, document.datelines, "sent-date-differs", "was sent")
    yield from _received(document, sent)
    yield from _created(document, sent, covered=covered)
    yield from _names(document, covered=covered)


def _dateline(
    stated: Sequence[Dated], datelines: Sequence[Dated], code: str, verb: str
) -> Iterator[Finding]:
    """The dates of a header against those of the datelines; one that agrees is enough."""
    if any(one.span.meets(other.span) for one in stated for other in datelines):
        return
    # A letter that was written over several days lies between its datelines.
    first, last = min(d.span.start for d in datelines), max(d.span.end for d in datelines)
    if any(one.span.end >= first and one.span.start <= last for one in stated):
        return
    yield warning(
        stated[0].spot,
        code,
        f"the header says that the document {verb} on {_list(d.span.words for d in stated)}, but "
        f"its dateline (line {datelines[0].spot.line}) has "
        f"{_list(d.span.words for d in datelines)}",
        acknowledge(code),
    )


def _received(document: Document, sent: Sequence[Dated]) -> Iterator[Finding]:
    if not sent:
        return
    earliest = min((action.span for action in sent), key=lambda found: found.start)
    for action in document.actions:
        if action.action in RECEIVING and _is_days_before(action.span, earliest):
            yield warning(
                action.spot,
                "received-before-sent",
                f"the document was {action.action} on {action.span.words}, before it was sent on "
                f"{earliest.words}",
                acknowledge("received-before-sent"),
            )


def _is_days_before(one: Span, other: Span) -> bool:
    """Before, and by more than the clocks of two places can differ where hours are given."""
    if not one.is_before(other):
        return False
    if not (one.has_time and other.has_time):
        return True
    try:
        return (date(*other.start) - date(*one.end)).days > 1
    except ValueError:
        return True


def _created(document: Document, sent: Sequence[Dated], *, covered: bool) -> Iterator[Finding]:
    """What was written after it was sent, or on other days than its dateline says."""
    if not document.created:
        return
    if sent and not covered:
        latest = max((action.span for action in sent), key=lambda found: found.end)
        for created in document.created:
            if latest.is_before(created.span):
                yield warning(
                    created.spot,
                    "created-after-sent",
                    f"the document was written on {created.span.words}, after it was sent on "
                    f"{latest.words}",
                    acknowledge("created-after-sent"),
                )
                return
    if document.datelines and not sent:
        yield from _dateline(
            document.created, document.datelines, "creation-date-differs", "was written"
        )


def _names(document: Document, *, covered: bool) -> Iterator[Finding]:
    parties = [one for one in document.parties if not (covered and one.corresp)]
    if len(parties) < len(document.parties):
        # The rest alone would not be all who wrote or were written to.
        return
    people = [one for one in parties if one.spot.element not in PLACES]
    senders = [one for one in people if one.action == "sent"]
    addressees = [one for one in people if one.action in RECEIVING]
    places = [one for one in parties if one.spot.element in PLACES and one.action == "sent"]
    yield from _disagreeing(
        document.signed,
        senders,
        "sender-differs",
        "is signed by",
        "the sender in the header",
    )
    # Who writes may also stand in the opener: as the head of the letter, or speaking of himself.
    yield from _disagreeing(
        document.saluted,
        addressees,
        "addressee-differs",
        "greets",
        "the addressee in the header",
        among=senders,
    )
    yield from _disagreeing(
        document.placed,
        places,
        "place-differs",
        "is dated from",
        "the place of sending in the header",
    )


def _disagreeing(
    text: Sequence[Mention],
    header: Sequence[Mention],
    code: str,
    verb: str,
    what: str,
    among: Sequence[Mention] = (),
) -> Iterator[Finding]:
    """Names of the text of which none is in the header; one that agrees is enough."""
    if not text or not header:
        return
    known = _keys([*header, *among])
    if not known.isdisjoint(_keys(text)):
        return
    named, stated = text[0], header[0]
    yield warning(
        named.spot,
        code,
        f"the document {verb} {_list(mention.refs[0] for mention in text)}, but {what} (line "
        f"{stated.spot.line}) is {_list(mention.refs[0] for mention in header)}",
        acknowledge(code),
        "ref",
    )


def _keys(mentions: Iterable[Mention]) -> set[str]:
    """What pointers come to in the end: the fragment, or the last part of an address."""
    return {re.split(r"[/#:]", uri.rstrip("/"))[-1] for one in mentions for uri in one.refs}


def _list(values: Iterable[str]) -> str:
    some = list(dict.fromkeys(values))
    shown = ", ".join(f"“{value}”" for value in some[:3])
    return f"{shown} …" if len(some) > 3 else shown
