# SPDX-License-Identifier: MIT
"""One document, one view, one output."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property, lru_cache
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from tei_edition import resources
from tei_edition.errors import ConfigurationError
from tei_edition.rendering import kept
from tei_edition.rendering.edition import EditionData, as_element, serialise
from tei_edition.rendering.inputs import Given, Inputs
from tei_edition.rendering.lists import chronology
from tei_edition.rendering.sources.source import RenderingError, Source
from tei_edition.rendering.views import WIDTH, Output, View, width_of
from tei_edition.rendering.words import catalogue

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from tei_edition.rendering.lists.listings import Listing
    from tei_edition.rendering.text.blocks import Blocks
    from tei_edition.rendering.theming.templates import Templates
    from tei_edition.saxon import Stylesheet

_INTERVENTIONS = re.compile(r"<\?(emendations|gaps) ?\?>")


@lru_cache(maxsize=4)
def _stylesheet(name: Output, words: str, own: Templates | None = None) -> Stylesheet:
    """The compiled stylesheet; the interface's words (:func:`catalogue`) are compiled in.

    ``own`` are an edition's own templates, which import it.
    """
    from tei_edition.saxon import Stylesheet

    if own:
        return own.compiled(words)
    return Stylesheet.from_file(resources.stylesheet(f"{name}.xsl"), {"catalogue": words})


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
        self._words = catalogue(data.language, Path(data.words) if data.words else None)
        self.inputs = Inputs(edition)
        """What its stylesheets are given."""

    def html(self, source: Source) -> str:
        """The page of a document: the reading and the diplomatic view, notes, readings, header.

        The page expects ``edition.css`` and ``edition.js`` beside it. Raises
        :class:`RenderingError` where the document is not well-formed XML.
        """
        return self.page_from(self.inputs.for_page(source)).html

    def page_from(self, given: Given) -> Page:
        """The page of a document, and if asked for what the edition's lists say of it.

        Raises :class:`RenderingError` where the document is not well-formed XML.
        """
        html, *lists = _INTERVENTIONS.split(self._transform(given))
        said = zip(lists[::2], lists[1::2], strict=True)
        return Page(html, {kind: unescape(markup) for kind, markup in said})

    def text(self, source: Source, view: View = "reading", width: int = WIDTH) -> str:
        """The document as plain text, lines of at most ``width`` columns (0: not wrapped).

        Raises :class:`RenderingError` where the document is not well-formed XML.
        """
        from tei_edition.rendering.text.plain_text import plain_text

        return plain_text(self.blocks(source, view), width_of(view, width))

    def markdown(self, source: Source, view: View = "reading") -> str:
        """The document as Markdown (CommonMark, with GitHub's tables).

        Raises :class:`RenderingError` where the document is not well-formed XML.
        """
        return self.markdown_of(self.blocks(source, view))

    def markdown_of(self, blocks: Blocks) -> str:
        """The Markdown of a document's blocks, with links to the edition's other documents."""
        from tei_edition.rendering.text.markdown import markdown

        return markdown(blocks, self.inputs.pages)

    def blocks(self, source: Source, view: View = "reading") -> Blocks:
        """The document as blocks, from which plain text and Markdown are written.

        Raises :class:`RenderingError` where the document is not well-formed XML.
        """
        return self.blocks_from(self.inputs.for_blocks(source, view))

    def blocks_from(self, given: Given) -> Blocks:
        """The document as blocks.

        Raises :class:`RenderingError` where the document is not well-formed XML.
        """
        from tei_edition.rendering.text.block_reader import read_blocks

        return read_blocks(self._transform(given))

    def chapter(self, source: Source, view: View = "reading") -> str:
        """The page of a document as a chapter of a book, XHTML: one view, notes, header.

        Raises :class:`RenderingError` where the document is not well-formed XML, or where there is
        no page of the view.
        """
        return self.chapter_from(self.inputs.for_chapter(source, view))

    def chapter_from(self, given: Given) -> str:
        """The page of a document as a chapter of a book.

        Raises :class:`RenderingError` where the document is not well-formed XML.
        """
        return self._transform(given)

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
        from tei_edition import saxon

        sheet = self._sheet("html")
        edition, parameters = self.inputs.for_listing(listing)
        try:
            return sheet.transform(sheet.parse(edition), parameters)
        except saxon.SaxonError as error:
            if not self._templates:
                raise
            raise ConfigurationError(f"{listing.page}: {self._templates.failed(error)}") from error

    @cached_property
    def look(self) -> str:
        """A digest of what the edition brings along for all pages: its words and its templates.

        Raises :class:`TeiEditionError` where its templates cannot be read.
        """
        own = self._templates
        return kept.digest([self._words, own.digest if own else ""])

    def close(self) -> None:
        """Let go of the files it reads from."""
        self.inputs.close()

    @cached_property
    def _templates(self) -> Templates | None:
        """The edition's own, as they are when they are first asked for."""
        if not self._edition or not self._edition.templates:
            return None
        from tei_edition.rendering.theming import templates

        path = Path(self._edition.templates)
        return templates.read(path, Path(self._edition.root or path.parent))

    def _is_locked(self, output: Output) -> bool:
        return output == "html" and self._templates is not None

    def _sheet(self, output: Output) -> Stylesheet:
        return _stylesheet(output, self._words, self._templates if output == "html" else None)

    def _transform(self, given: Given) -> str:
        from tei_edition import saxon

        source = given.source
        try:
            sheet = self._sheet(given.output)
            return sheet.transform(
                sheet.parse(source.rendered_text) if self._is_locked(given.output) else source.node,
                given.parameters,
            )
        except saxon.SaxonError as error:
            own = self._templates if self._is_locked(given.output) else None
            said = own.failed(error) if own else error
            raise RenderingError(f"{source.file or 'the document'}: {said}") from error
