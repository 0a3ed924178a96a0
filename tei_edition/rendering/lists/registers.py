# SPDX-License-Identifier: MIT
"""The indices of names: persons, places, organisations …, with the passages that name them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import quote

from tei_edition.parser.escaping import element
from tei_edition.rendering.lists.listings import (
    ROWS,
    Listing,
    document_attributes,
    in_parts,
    part_name,
    span,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tei_edition.rendering.facts.model import DocumentData
    from tei_edition.rendering.facts.store import FactStore, Passage, Registered

INLINE = 10
"""Documents whose passages are listed at an entry; one that is named in more has its own page."""

ENTRIES = 500
"""Entries of an index in one page."""


def index(store: FactStore, kind: str, documents: Sequence[DocumentData]) -> Iterator[Listing]:
    """The index of one kind, and the pages of those whom many documents name."""
    page = f"index-{kind}.html"
    letters = "".join(
        element("letter", {"label": letter, "href": f"{part_name(page, n)}#letter:{quote(letter)}"})
        for letter, n in _letters(store.registered(kind))
    )

    def write(one: Registered) -> str:
        return entry(store, one, documents)

    def label(first: Registered, last: Registered) -> str:
        return first.heading if first.heading == last.heading else f"{first.heading}–{last.heading}"

    yield from in_parts(kind, page, lambda: store.registered(kind), ENTRIES, label, write, letters)
    for one in store.registered(kind):
        if one.documents > INLINE:
            yield from _passages(store, one, documents)


def _letters(entries: Iterable[Registered]) -> Iterator[tuple[str, int]]:
    for letter, numbered in groupby(enumerate(entries), key=lambda item: item[1].heading):
        yield letter, next(numbered)[0] // ENTRIES


def way_to(one: Registered) -> str:
    """What tells a page the way from an identifier to its place in an index."""
    page = part_name(f"index-{one.kind}.html", one.place // ENTRIES)
    return element("way", {"key": one.key, "href": f"{page}#entry:{one.id}"})


def _entry_attributes(entry: Registered) -> dict[str, object]:
    """What is said of an entry everywhere."""
    return {
        "id": entry.id,
        "key": entry.key,
        "kind": entry.kind,
        "name": entry.name,
        "detail": entry.detail,
        "page": entry.page,
        "heading": entry.heading,
        "passages": entry.passages,
        "documents": entry.documents,
        "all": passages_page(entry) if entry.documents > INLINE else "",
    }


def entry(store: FactStore, one: Registered, documents: Sequence[DocumentData]) -> str:
    """An entry with the passages that name it, of its first documents only."""
    content = "".join(
        _in_document(documents[number], passages)
        for number, passages in groupby(store.passages(one.id, INLINE), key=lambda p: p.document)
    )
    return element("entry", _entry_attributes(one), content)


def _in_document(document: DocumentData, passages: Iterable[Passage]) -> str:
    content = "".join(
        element(
            "passage",
            {
                "fragment": passage.fragment,
                "element": passage.element,
                "identifier": passage.identifier,
                "event": passage.event,
                "words": passage.words[:80],
                "times": passage.times if passage.times > 1 else "",
            },
        )
        for passage in passages
    )
    return element("in", document_attributes(document), content)


def _passages(
    store: FactStore, one: Registered, documents: Sequence[DocumentData]
) -> Iterator[Listing]:
    head = element("entry", _entry_attributes(one))

    def by_document() -> Iterator[tuple[int, list[Passage]]]:
        for number, found in groupby(store.passages(one.id), key=lambda p: p.document):
            yield number, list(found)

    def label(first: tuple[int, list[Passage]], last: tuple[int, list[Passage]]) -> str:
        return span(documents[first[0]], documents[last[0]])

    def write(item: tuple[int, list[Passage]]) -> str:
        return _in_document(documents[item[0]], item[1])

    page = passages_page(one)
    yield from in_parts("passages", page, by_document, ROWS, label, write, head)


def passages_page(entry: Registered) -> str:
    """The page of all passages that name one whom many documents name.

    No part of the index is called so: these are ``index-person~2.html``, ``index-person~3.html``.
    """
    return f"index-{entry.kind}~all-{entry.id}.html"
