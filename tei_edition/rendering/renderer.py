# SPDX-License-Identifier: MIT
"""One document, one view, one output."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from functools import lru_cache
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args
from weakref import ref

from tei_edition import resources
from tei_edition.citations.header import editor_names
from tei_edition.citations.record import EditionRecord
from tei_edition.rendering import chronology, images, registers
from tei_edition.rendering.blocks import Blocks, read_blocks
from tei_edition.rendering.citing import Citing, files_of
from tei_edition.rendering.edition import EditionData, as_element, serialise
from tei_edition.rendering.fact_store import FactStore
from tei_edition.rendering.markdown import markdown
from tei_edition.rendering.page_names import page_name
from tei_edition.rendering.plain_text import plain_text
from tei_edition.rendering.source import RenderingError, Source
from tei_edition.rendering.words import catalogue

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from tei_edition.citations.citation import Citation
    from tei_edition.rendering.facts import DocumentData
    from tei_edition.rendering.listings import Listing
    from tei_edition.saxon import Stylesheet

Output = Literal["html", "text", "epub"]
"""The stylesheets; Markdown is written from what that of text makes."""

View = Literal["reading", "diplomatic", "transcript"]

VIEWS: tuple[View, ...] = get_args(View)
"""The views of a document; the HTML page holds the first two."""

WIDTH = 72
"""Columns of plain text, where nothing else is asked for."""

_BEGINNINGS_OF_TARGETS = re.compile(r"target\s*=\s*[\"']([^\"'#\s/:]+)")
_AROUND_NAMES = re.compile(r"[\s\"'#/<>]")
_INTERVENTIONS = re.compile(r"<\?(emendations|gaps) ?\?>")


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


@lru_cache(maxsize=4)
def _stylesheet(name: Output, words: str, own: str = "", root: str = "") -> Stylesheet:
    """The compiled stylesheet; the interface's words (:func:`catalogue`) are compiled in.

    ``own`` is an edition's own, which imports it, ``root`` the folder that its modules stay in.
    """
    from tei_edition.saxon import Stylesheet

    if own:
        from tei_edition.rendering import templates

        return templates.stylesheet(Path(own), Path(root) if root else Path(own).parent, words)
    return Stylesheet.from_file(resources.stylesheet(f"{name}.xsl"), {"catalogue": words})


def width_of(view: View, width: int) -> int:
    """The columns that lines are brought to: a transcript keeps the lines it has."""
    return 0 if view == "transcript" else width


class Page(NamedTuple):
    """The page of a document."""

    html: str
    interventions: dict[str, str]
    """What the edition's lists of emendations and of gaps say of it, as markup."""


class Renderer:
    """Renders the documents of an edition, or documents on their own.

    Example::

        Renderer().html(read_source(Path("letter.xml")))
    """

    def __init__(self, edition: EditionData | None = None) -> None:
        self._edition = edition
        data = edition or EditionData()
        self._citing = data.citing or Citing(_record(data))
        self._cited: tuple[ref[Source], Citation] | None = None
        self._words = catalogue(data.language, Path(data.words) if data.words else None)
        self._facts = FactStore(data.facts) if data.facts else None
        self._numbers = {document.page: n for n, document in enumerate(data.documents)}
        self._files = edition.by_file if edition else {}
        self._pages = {document.page: document for document in data.documents}
        endings = sorted({os.path.splitext(file)[1] for file in self._files} - {""})
        self._endings = [re.compile(re.escape(ending) + r"(?=[#\s\"'])") for ending in endings]
        self._identifiers = {document.id: document.file for document in data.documents}

    def html(self, source: Source) -> str:
        """The page of a document: the reading and the diplomatic view, notes, readings, header.

        The page expects ``edition.css`` and ``edition.js`` beside it. Raises
        :class:`RenderingError` where the document is not well-formed XML.
        """
        return self.page(source).html

    def page(self, source: Source, *, interventions: bool = False) -> Page:
        """The page of a document, and if asked for what the edition's lists say of it.

        Raises :class:`RenderingError` where the document is not well-formed XML.
        """
        known = self._known(source)
        tei = known.source if known else ""
        page = self._page(source)
        name = page.removesuffix(".html")
        parameters = {
            "page": page,
            "place": known.place if known else "",
            "source": tei,
            "citation": self._citing.serialise(
                self._citation(source), source, name, has_files=bool(tei)
            ),
            "for-lists": "yes" if interventions else "",
        }
        html, *lists = _INTERVENTIONS.split(self._transform("html", source, parameters))
        said = zip(lists[::2], lists[1::2], strict=True)
        return Page(html, {kind: unescape(markup) for kind, markup in said})

    def citation_files(self, source: Source) -> Mapping[str, str]:
        """The files beside a page for reference managers: their names and what they hold."""
        return files_of(self._citation(source), self._page(source).removesuffix(".html"))

    def _citation(self, source: Source) -> Citation:
        """The citation of a document, kept for all its outputs until another's is asked for."""
        last, citation = self._cited or (None, None)
        if citation is None or last is None or last() is not source:
            citation = self._citing.citation(source, self._page(source).removesuffix(".html"))
            self._cited = (ref(source), citation)
        return citation

    def text(self, source: Source, view: View = "reading", width: int = WIDTH) -> str:
        """The document as plain text, lines of at most ``width`` columns (0: not wrapped).

        Raises :class:`RenderingError` where the document is not well-formed XML.
        """
        return plain_text(self.blocks(source, view), width_of(view, width))

    def markdown(self, source: Source, view: View = "reading") -> str:
        """The document as Markdown (CommonMark, with GitHub's tables).

        Raises :class:`RenderingError` where the document is not well-formed XML.
        """
        return self.markdown_of(self.blocks(source, view))

    def markdown_of(self, blocks: Blocks) -> str:
        """The Markdown of a document's blocks, with links to the edition's other documents."""
        return markdown(blocks, self._pages.keys())

    def blocks(self, source: Source, view: View = "reading") -> Blocks:
        """The document as blocks, from which plain text and Markdown are written.

        Raises :class:`RenderingError` where the document is not well-formed XML.
        """
        if view not in VIEWS:
            raise RenderingError(f"no such view: “{view}”; there are {', '.join(VIEWS)}")
        parameters: dict[str, str] = {"view": view}
        if view != "transcript":
            parameters["citation"] = self._says_how_to_cite(source)
        return read_blocks(self._transform("text", source, parameters))

    def _says_how_to_cite(self, source: Source) -> str:
        name = self._page(source).removesuffix(".html")
        return self._citing.serialise(self._citation(source), source, name, has_passages=False)

    def chapter(self, source: Source, view: View = "reading") -> str:
        """The page of a document as a chapter of a book, XHTML: one view, notes, header.

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
        return self._transform("epub", source, parameters)

    def book(
        self,
        part: Literal["title", "contents", "package"],
        view: View = "reading",
        parameters: Mapping[str, str] | None = None,
    ) -> str:
        """What a book has besides its chapters, XML: title page, contents, package document.

        ``parameters`` are ``identifier``, ``modified``, ``images``, ``formulae`` of the package
        (``epub/package.xsl``), ``outline`` of the contents (``epub/book.xsl``).
        """
        from tei_edition import saxon

        edition = self._edition or EditionData()
        chapters = "".join(as_element(d, for_book=True) for d in edition.documents)
        return _stylesheet("epub", self._words).transform(
            saxon.parse(serialise(replace(edition, documents=()), content=chapters)),
            {"part": part, "view": view, **(parameters or {})},
        )

    def prepare(self, outputs: Collection[str]) -> None:
        """Compile the stylesheets for outputs, which takes half a second, ahead of the first page.

        Raises :class:`TeiEditionError` where the edition's own templates cannot be compiled.
        """
        if "html" in outputs:
            self._sheet("html")
        if not {"text", "markdown"}.isdisjoint(outputs):
            self._sheet("text")
        if "epub" in outputs:
            self._sheet("epub")

    def index(self) -> str:
        """The first page of the edition: statement, documents, ways to the other pages."""
        documents = self._edition.documents if self._edition else ()
        return self.listing(next(chronology.documents_table(documents)))

    def listing(self, listing: Listing) -> str:
        """A page of the edition's own."""
        sheet = self._sheet("html")
        is_first = listing.page == "index.html"
        citation = self._citing.serialise_whole() if is_first else ""
        edition = serialise(self._edition, content=listing.xml)
        parameters = {"page": listing.page, "citation": citation}
        return sheet.transform(sheet.parse(edition), parameters)

    def _is_locked(self, output: Output) -> bool:
        return bool(output == "html" and self._edition and self._edition.templates)

    def _sheet(self, output: Output) -> Stylesheet:
        if self._edition and self._is_locked(output):
            data = self._edition
            return _stylesheet(output, self._words, data.templates, data.root)
        return _stylesheet(output, self._words)

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

    def close(self) -> None:
        """Let go of the files it reads from."""
        if self._facts:
            self._facts.close()

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
        identifiers = self._identifiers.keys() & set(_BEGINNINGS_OF_TARGETS.findall(text))
        return names & self._files.keys() | {self._identifiers[one] for one in identifiers}

    def _transform(self, output: Output, source: Source, parameters: dict[str, str]) -> str:
        from tei_edition import saxon

        registered = self._registered(self._known(source)) if output == "html" else ""
        mentioned = self._mentioned(source.text)
        content = registered + images.as_elements(source.images)
        edition = serialise(self._edition, mentioned, source.headers, content)
        try:
            sheet = self._sheet(output)
            return sheet.transform(
                sheet.parse(source.rendered_text) if self._is_locked(output) else source.node,
                {"edition": edition, "file": source.file, **parameters},
            )
        except saxon.SaxonError as error:
            raise RenderingError(f"{source.file or 'the document'}: {error}") from error
