# SPDX-License-Identifier: MIT
"""The pages that an edition has besides those of its documents, and what each of them lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.parser.escaping import element
from tei_edition.rendering.edition import SitePage
from tei_edition.rendering.facts.model import KINDS
from tei_edition.rendering.lists import chronology, declarations, listings, permalinks, registers
from tei_edition.rendering.lists.listings import Listing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tei_edition.rendering.edition import EditionData
    from tei_edition.rendering.facts.model import DocumentData
    from tei_edition.rendering.facts.store import FactStore

INTERVENTIONS = ("emendations", "gaps")
"""Lists that the stylesheets word while they make the page of a document, from its own tree."""

DOCUMENTS = 200
"""Documents in one page of such a list."""


def planned(
    edition: EditionData, store: FactStore, interventions: frozenset[str]
) -> tuple[SitePage, ...]:
    """The edition's own pages, as far as there is something to put on them.

    ``interventions`` are those of :data:`INTERVENTIONS` that any document has. A single document
    that belongs to no edition has a first page and no more.
    """
    if not edition.title and len(edition.documents) < 2:
        return (SitePage("documents", "index.html"),)
    kinds = store.kinds()
    pages = [SitePage("documents", "index.html")]
    if next(store.events(), None) is not None:
        pages.append(SitePage("chronology", "chronology.html"))
    pages += [SitePage(kind, f"index-{kind}.html") for kind in KINDS if kind in kinds]
    pages += [SitePage(kind, f"{kind}.html") for kind in INTERVENTIONS if kind in interventions]
    if (
        edition.citing
        and edition.is_complete
        and any(unit.history for unit in edition.citing.registry)
    ):
        pages.append(SitePage(permalinks.ERRATA, f"{permalinks.ERRATA}.html"))
    pages.append(SitePage("about", "about.html"))
    return tuple(pages)


def contents(edition: EditionData, store: FactStore, folder: Path) -> Iterator[Listing]:
    """What each page lists. ``folder`` has the interventions in each document, one file each."""
    for kind, page in edition.pages:
        if kind == "documents":
            yield from chronology.documents_table(edition.documents)
        elif kind == "chronology":
            yield from chronology.chronology(store, edition.documents)
        elif kind == "about":
            yield declarations.declarations(store, edition.documents)
        elif kind == permalinks.ERRATA:
            assert edition.citing is not None
            yield permalinks.errata_listing(edition.citing)
        elif kind in INTERVENTIONS:
            yield from _interventions(kind, page, edition.documents, folder)
        else:
            yield from registers.index(store, kind, edition.documents)


def interventions_file(folder: Path, page: str, kind: str) -> Path:
    """The file that holds what the list of a kind says of the document of a page."""
    return folder / f"{page}.{kind}"


def _interventions(
    kind: str, page: str, documents: tuple[DocumentData, ...], folder: Path
) -> Iterator[Listing]:
    def items() -> Iterator[DocumentData]:
        return (d for d in documents if interventions_file(folder, d.page, kind).is_file())

    def write(document: DocumentData) -> str:
        markup = interventions_file(folder, document.page, kind).read_text(encoding="utf-8")
        attributes = listings.document_attributes(document)
        return element("in", attributes, f"<markup xmlns=''>{markup}</markup>")

    yield from listings.in_parts(kind, page, items, DOCUMENTS, listings.span, write)
