# SPDX-License-Identifier: MIT
"""What the stylesheets are given: a document, and what of its edition has to do with it."""

from __future__ import annotations

import os
import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple
from weakref import ref

from tei_edition.citations.header import editor_names
from tei_edition.citations.record import EditionRecord
from tei_edition.parser.escaping import element
from tei_edition.rendering.citing import Citing
from tei_edition.rendering.edition import EditionData, serialise
from tei_edition.rendering.facts.store import FactStore
from tei_edition.rendering.images import beside
from tei_edition.rendering.kept import digest
from tei_edition.rendering.lists import registers
from tei_edition.rendering.lists.listings import document_attributes
from tei_edition.rendering.page_names import page_name
from tei_edition.rendering.sources.source import RenderingError, Source
from tei_edition.rendering.views import VIEWS, Output, View

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from tei_edition.rendering.cited import Cited
    from tei_edition.rendering.facts.model import DocumentData
    from tei_edition.rendering.lists.listings import Listing

_BEGINNINGS_OF_TARGETS = re.compile(r"target\s*=\s*[\"']([^\"'#\s/:]+)")
_AROUND_NAMES = re.compile(r"[\s\"'#/<>]")


def citing_of(data: EditionData) -> Citing:
    """How an edition's documents are cited."""
    return data.citing or Citing(_record(data))


def _record(data: EditionData) -> EditionRecord | None:
    """What the edition's data say for citations; None where the documents belong to no edition."""
    if not data.title and not data.base_url:
        return None
    return EditionRecord(
        data.title,
        editor_names(data.editors),
        data.publisher,
        data.version,
        data.language,
        data.base_url,
    )


class Given(NamedTuple):
    """All that a stylesheet is given to make something of a document."""

    output: Output
    source: Source
    parameters: Mapping[str, str]

    def digest(self) -> str:
        """The same for the same, in every run."""
        parts = [part for pair in sorted(self.parameters.items()) for part in pair]
        return digest([self.output, self.source.text, *parts])


class Inputs:
    """What the stylesheets are given, for the documents of an edition or for others."""

    def __init__(self, edition: EditionData | None = None) -> None:
        self._edition = edition
        data = edition or EditionData()
        self._citing = citing_of(data)
        self._cited: tuple[ref[Source], bool, Cited] | None = None
        self._facts = FactStore(data.facts) if data.facts else None
        self._numbers = {document.page: n for n, document in enumerate(data.documents)}
        self._in_order = data.documents
        self._files = edition.by_file if edition else {}
        self._pages = {document.page: document for document in data.documents}
        endings = sorted({os.path.splitext(file)[1] for file in self._files} - {""})
        self._endings = [re.compile(re.escape(ending) + r"(?=[#\s\"'])") for ending in endings]
        self._identifiers = {d.id: d.file for d in data.documents if d.id}

    @property
    def pages(self) -> Collection[str]:
        """The names of all documents' pages."""
        return self._pages.keys()

    @cached_property
    def all_pages(self) -> str:
        """A digest of their names."""
        return digest(sorted(self._pages))

    def for_page(self, source: Source, *, interventions: bool = False) -> Given:
        """For the page of a document, and if asked for what the edition's lists say of it.

        Raises :class:`RenderingError` where the document is not well-formed XML.
        """
        known = self._known(source)
        tei = known.source if known else ""
        page = self._page(source)
        name = page.removesuffix(".html")
        cited = self._cited_as(source, has_head=True)
        parameters = {
            "page": page,
            "place": known.place if known else "",
            "source": tei,
            "citation": self._citing.serialise(cited, source, name, has_files=bool(tei)),
            "metadata": self._citing.metadata(cited, name, has_files=bool(tei)),
            "for-lists": "yes" if interventions else "",
        }
        return self._given("html", source, parameters)

    def for_blocks(self, source: Source, view: View = "reading") -> Given:
        """For the blocks that plain text and Markdown are written from.

        Raises :class:`RenderingError` where the document is not well-formed XML.
        """
        from tei_edition.rendering.text.running_text import may_have_marks

        if view not in VIEWS:
            raise RenderingError(f"no such view: “{view}”; there are {', '.join(VIEWS)}")
        marks = "yes" if may_have_marks(source.text) else ""
        parameters: dict[str, str] = {"view": view, "has-marks": marks}
        if view != "transcript":
            parameters["citation"] = self._says_how_to_cite(source)
        return self._given("text", source, parameters)

    def for_chapter(self, source: Source, view: View = "reading") -> Given:
        """For the page of a document as a chapter of a book.

        Raises :class:`RenderingError` where the document is not well-formed XML, or where there is
        no page of the view.
        """
        if view == "transcript":
            raise RenderingError("a book has the reading or the diplomatic view, no transcript")
        parameters = {
            "page": self._page(source),
            "view": view,
            "citation": self._says_how_to_cite(source),
        }
        return self._given("epub", source, parameters)

    def for_listing(self, listing: Listing) -> tuple[str, dict[str, str]]:
        """For a page of the edition's own: a document, and parameters."""
        is_first = listing.page == "index.html"
        has_imprint = is_first or listing.page == "about.html"
        edition = serialise(self._edition, content=listing.xml)
        return edition, {
            "page": listing.page,
            "citation": self._citing.serialise_whole() if has_imprint else "",
            "metadata": self._citing.metadata_of_whole() if is_first else "",
        }

    def citation_files(self, source: Source) -> Mapping[str, str]:
        """The files beside a page for reference managers: their names and what they hold."""
        name = self._page(source).removesuffix(".html")
        return self._cited_as(source, has_head=True).named_files(name)

    def _cited_as(self, source: Source, *, has_head: bool = False) -> Cited:
        """How a document is cited, kept for all its outputs until another's is asked for."""
        if self._cited:
            last, had_head, cited = self._cited
            if last() is source and (had_head or not has_head):
                return cited
        known = self._known(source)
        stored = self._facts.cited(self._numbers[known.page]) if self._facts and known else None
        name = self._page(source).removesuffix(".html")
        has_files = bool(known and known.source)
        cited = stored or self._citing.cited(
            source, name, has_head=has_head, has_files=has_head and has_files
        )
        self._cited = (ref(source), has_head, cited)
        return cited

    def close(self) -> None:
        """Let go of the files it reads from."""
        if self._facts:
            self._facts.close()

    def _says_how_to_cite(self, source: Source) -> str:
        name = self._page(source).removesuffix(".html")
        return self._citing.serialise(self._cited_as(source), source, name, has_passages=False)

    def _registered(self, known: DocumentData | None) -> str:
        """Of an authority file, its entries with the passages that name them; of a document, the
        ways to those who have an entry in an index only."""
        edition = self._edition
        if edition is None or self._facts is None or known is None:
            return ""
        if known.kind == "authority":
            entries = self._facts.registered_in(known.page)
            return "".join(registers.entry(self._facts, one, edition.documents) for one in entries)
        number = self._numbers[known.page]
        return "".join(map(registers.way_to, self._facts.without_entry(number)))

    def _beside(self, known: DocumentData | None) -> str:
        """The documents before and after one, in the order of the edition."""
        if known is None or known.kind != "document":
            return ""
        number = self._numbers[known.page]
        said = ""
        for side, place in (("previous", number - 1), ("next", number + 1)):
            if 0 <= place < len(self._in_order) and self._in_order[place].kind == "document":
                other = document_attributes(self._in_order[place])
                said += element("beside", {"side": side, **other})
        return said

    def _known(self, source: Source) -> DocumentData | None:
        if source.page:
            return self._pages.get(source.page)
        places = self._files.get(source.file)
        return self._edition.documents[places[0]] if self._edition and places else None

    def _page(self, source: Source) -> str:
        known = self._known(source)
        return known.page if known else f"{page_name(None, source.file.rpartition('.')[0])}.html"

    def _mentioned(self, text: str) -> set[str]:
        """The files of the edition that pointers in the text may name.

        Looked for by the endings of their names, which is quicker than by what may stand before,
        and by the identifiers of their documents, with which some editions' pointers begin.
        """
        ends = (found.end() for ending in self._endings for found in ending.finditer(text))
        names = {_AROUND_NAMES.split(text[max(0, end - 255) : end])[-1] for end in ends}
        mentioned = names & self._files.keys()
        if self._identifiers:
            identifiers = self._identifiers.keys() & set(_BEGINNINGS_OF_TARGETS.findall(text))
            mentioned |= {self._identifiers[one] for one in identifiers}
        return mentioned

    def _given(self, output: Output, source: Source, parameters: dict[str, str]) -> Given:
        known = self._known(source) if output == "html" else None
        around = self._registered(known) + self._beside(known)
        mentioned = self._mentioned(source.text)
        content = around + beside.as_elements(source.images)
        edition = serialise(self._edition, mentioned, source.headers, content)
        return Given(output, source, {"edition": edition, "file": source.file, **parameters})
