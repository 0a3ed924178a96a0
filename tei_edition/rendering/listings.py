# SPDX-License-Identifier: MIT
"""What the edition's own pages list, as XML for the stylesheets, in parts of a readable length.

An index of names, a chronology, the emendations, the gaps: each is a run of items read from the
:class:`FactStore` (or from files), never held as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import quote

from tei_edition.parser.escaping import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tei_edition.rendering.fact_store import FactStore, Passage, Registered
    from tei_edition.rendering.facts import DocumentData, Event

Item = TypeVar("Item")

INLINE = 10
"""Documents whose passages are listed at an entry; one that is named in more has its own page."""

ENTRIES = 500
"""Entries of an index in one page."""

ROWS = 1000
"""Documents, or dates, in one page."""


@dataclass(frozen=True)
class Listing:
    """One page of a list: its name in the site, and what it holds."""

    page: str
    xml: str


def element(name: str, attributes: Mapping[str, object], content: str = "") -> str:
    """An XML element; attributes that are empty are left out."""
    said = "".join(
        f" {key}={quoted(str(value))}"
        for key, value in attributes.items()
        if value not in ("", None)
    )
    return f"<{name}{said}>{content}</{name}>"


def part_name(page: str, number: int) -> str:
    """The name of a part of a list: ``gaps.html``, ``gaps~2.html``. No identifier has a tilde."""
    return page if number == 0 else f"{page.removesuffix('.html')}~{number + 1}.html"


def passages_page(entry: Registered) -> str:
    """The page of all passages that name one whom many documents name."""
    return f"index-{entry.kind}~{entry.id}.html"


def _parts(page: str, labels: Sequence[str], current: int) -> str:
    if len(labels) < 2:
        return ""
    return "".join(
        element(
            "part",
            {"href": part_name(page, n), "label": label, "current": "yes" if n == current else ""},
        )
        for n, label in enumerate(labels)
    )


def in_parts(
    kind: str,
    page: str,
    items: Callable[[], Iterator[Item]],
    size: int,
    label: Callable[[Item, Item], str],
    write: Callable[[Item], str],
    head: str = "",
) -> Iterator[Listing]:
    """A list in parts of ``size`` items; each part knows the others by their first and last item.

    The items are read twice, the first time for the labels only.
    """
    labels: list[str] = []
    for first, last in _ends(items(), size):
        labels.append(label(first, last))
    rest = items()
    for number in range(max(len(labels), 1)):
        body = "".join(write(item) for item in islice(rest, size))
        content = _parts(page, labels, number) + head + body
        yield Listing(part_name(page, number), element("listing", {"kind": kind}, content))


def _ends(items: Iterator[Item], size: int) -> Iterator[tuple[Item, Item]]:
    """The first and the last of each part."""
    for first in items:
        last = first
        for last in islice(items, size - 1):  # noqa: B007 - the last one is wanted
            pass
        yield first, last


# Indices of names ---------------------------------------------------------------------------------


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


def document_attributes(document: DocumentData) -> dict[str, object]:
    """What is said of a document that a list leads to."""
    return {
        "page": document.page,
        "title": document.short or document.title,
        "date": document.date,
        "lang": document.language,
    }


def span(first: DocumentData, last: DocumentData) -> str:
    """What a part of a list of documents is called: its first and last date, else their names."""
    if first.date and last.date:
        years = first.date[:4], last.date[:4]
        return years[0] if years[0] == years[1] else "–".join(years)
    return f"{first.id or first.file} – {last.id or last.file}"


# The documents, by their order and by their dates -----------------------------------------------


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


# What the headers declare -------------------------------------------------------------------------

WORDINGS = 12
"""Wordings of a declaration that are shown; where documents differ more, their own pages say it."""

NAMED = 12
"""Documents that are named with a wording of their own."""


def declarations(store: FactStore, documents: Sequence[DocumentData]) -> Listing:
    """What the headers say of the edition: once what all say alike, then what differs."""
    total = sum(document.kind == "document" for document in documents)
    found = []
    for name in store.declared():
        variants = store.variants(name, WORDINGS, NAMED)
        content = "".join(
            element(
                "variant",
                {
                    "documents": variant.documents,
                    "all": "yes" if variant.documents == total else "",
                },
                "".join(element("in", document_attributes(documents[n])) for n in variant.first)
                + variant.xml,
            )
            for variant in variants
        )
        rest = "yes" if len(variants) == WORDINGS else ""
        found.append(element("declaration", {"name": name, "more": rest}, content))
    return Listing("about.html", element("listing", {"kind": "about"}, "".join(found)))
