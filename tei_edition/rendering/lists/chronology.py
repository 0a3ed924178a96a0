# SPDX-License-Identifier: MIT
"""The documents of an edition, by their order and by their dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.parser.escaping import element
from tei_edition.rendering.lists.listings import (
    ROWS,
    Listing,
    document_attributes,
    in_parts,
    span,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.rendering.facts.model import DocumentData, Event
    from tei_edition.rendering.facts.store import FactStore


def documents_table(documents: Sequence[DocumentData]) -> Iterator[Listing]:
    """The first page of the edition, and its further parts where it has very many documents."""
    shown = [document for document in documents if document.kind == "document"]
    authorities = "".join(
        element("authority", {"page": document.page, "title": document.title})
        for document in documents
        if document.kind == "authority"
    )

    def write(document: DocumentData) -> str:
        return element(
            "document",
            {
                "page": document.page,
                "title": document.title,
                "date": document.date,
                "abstract": document.abstract,
                "from": "; ".join(document.senders),
                "to": "; ".join(document.addressees),
                "status": document.status,
                "source": document.source,
                "lang": document.language,
            },
            element("date", document.dating) if document.dating else "",
        )

    yield from in_parts(
        "documents", "index.html", lambda: iter(shown), ROWS, span, write, authorities
    )


def chronology(store: FactStore, documents: Sequence[DocumentData]) -> Iterator[Listing]:
    """What happened to the documents, by date; at the end those that have none."""
    dated: set[int] = set()
    for number, _ in store.events():
        dated.add(number)
    undated = [
        number
        for number, document in enumerate(documents)
        if document.kind == "document" and number not in dated
    ]

    def items() -> Iterator[tuple[int, Event | None]]:
        yield from store.events()
        yield from ((number, None) for number in undated)

    def write(item: tuple[int, Event | None]) -> str:
        number, event = item
        attributes = {**document_attributes(documents[number]), "date": ""}
        if event is None:
            return element("event", attributes)
        about = {"type": event.type, "subtype": event.subtype, "words": event.words}
        year = _year(event)
        return element(
            "event", {**attributes, **about, "year": year}, element("date", event.dating)
        )

    def label(first: tuple[int, Event | None], last: tuple[int, Event | None]) -> str:
        years = [_year(event) for _, event in (first, last) if event is not None]
        return "–".join(dict.fromkeys(filter(None, years)))

    yield from in_parts("chronology", "chronology.html", items, ROWS, label, write)


def _year(event: Event) -> str:
    for name in ("when", "from", "notBefore", "to", "notAfter"):
        value = event.dating.get(name, "")
        if value:
            sign = "-" if value.startswith("-") else ""
            return sign + value.removeprefix("-").partition("-")[0]
    return ""
