# SPDX-License-Identifier: MIT
"""What the pages of an edition need to know of each other and of the edition."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.document import TEI_NAMESPACE
from tei_edition.parser.escaping import element, escaped
from tei_edition.rendering.citing import Citing

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from tei_edition.rendering.facts.model import DocumentData


OWN_STYLE = "own.css"
"""The name in the site of an edition's own style sheet."""


class SitePage(NamedTuple):
    """A page that the edition has besides those of its documents: an index, the chronology."""

    kind: str
    """Its name in the catalogue of words, under ``site``."""
    page: str


@dataclass(frozen=True)
class EditionData:
    """The edition: what its settings say, and its documents.

    Example::

        EditionData(title="Letters", documents=(describe(source).document,))
    """

    title: str = ""
    short_title: str = ""
    statement: str = ""
    editors: tuple[str, ...] = ()
    publisher: str = ""
    base_url: str = ""
    version: str = ""
    date: str = ""
    """The day this version is of, ISO 8601."""
    language: str = "en"
    """The language of the interface's own words."""
    words: str = ""
    """Path of a file with words of the edition's own; empty for none."""
    style: str = ""
    """Path of a style sheet that comes after the toolkit's; empty for none."""
    templates: str = ""
    """Path of XSLT that imports the toolkit's (:mod:`tei_edition.rendering.theming.templates`)."""
    cover: str = ""
    """Path of the image that stands for its book; empty for one with its title."""
    own_files: str = ""
    """Path of the folder of files that lie beside its pages; empty for none."""
    root: str = ""
    """The folder that its templates' modules stay in; empty for that of ``templates``."""
    licence: str = ""
    licence_url: str = ""
    view: str = "reading"
    """The view that a page opens with: ``reading`` or ``diplomatic``."""
    is_complete: bool = False
    """Whether every document is rendered, so that the site can have permanent pages."""
    citing: Citing | None = None
    """How its documents are cited; None for what the fields above say."""
    documents: tuple[DocumentData, ...] = field(default=())
    pages: tuple[SitePage, ...] = ()
    """The edition's own pages, in the order in which they are offered."""
    facts: Path | None = None
    """The file of the :class:`FactStore` that tells which passages name whom; None for none."""

    @cached_property
    def by_file(self) -> dict[str, list[int]]:
        """The places, in the order of the documents, of those whose files have a name."""
        found: dict[str, list[int]] = {}
        for number, document in enumerate(self.documents):
            found.setdefault(document.file, []).append(number)
        return found

    @cached_property
    def authorities(self) -> tuple[str, ...]:
        """The files of the documents that are authority files."""
        return tuple(d.file for d in self.documents if d.kind == "authority")


def serialise(
    edition: EditionData | None,
    mentioned: Collection[str] = (),
    headers: tuple[str, ...] = (),
    content: str = "",
) -> str:
    """The XML that the stylesheets take as their parameter `edition` (see `shared/edition.xsl`).

    ``mentioned`` names the files whose documents it is to hold, besides the authority files: a
    page costs what it refers to, not what the edition holds. ``content`` is what a page of the
    edition's own lists.
    """
    data = edition or EditionData()
    files = {*data.authorities, *mentioned}
    chosen = {number for file in files for number in data.by_file.get(file, ())}
    parts = [
        *(f"<editor>{escaped(editor)}</editor>" for editor in data.editors),
        f"<statement>{escaped(data.statement)}</statement>" if data.statement else "",
        *(element("page", {"kind": page.kind, "href": page.page}) for page in data.pages),
        *(as_element(data.documents[number]) for number in sorted(chosen)),
        *(f"<included>{header}</included>" for header in headers),
        content,
    ]
    attributes = {
        "xmlns": "urn:tei-edition:edition",
        "title": data.title,
        "short": data.short_title,
        "publisher": data.publisher,
        "base-url": data.base_url,
        "version": data.version,
        "date": data.date,
        "licence": data.licence,
        "licence-url": data.licence_url,
        "view": data.view,
        "style": OWN_STYLE if data.style else "",
    }
    return element("edition", attributes, "".join(parts))


def as_element(document: DocumentData, *, for_book: bool = False) -> str:
    """A document as the stylesheets know it; a book has its language and its authors besides."""
    attributes = {
        "file": document.file,
        "place": document.place,
        "page": document.page,
        "id": document.id,
        "title": document.title,
        "short": document.short,
        "date": document.date,
        "kind": document.kind,
    }
    if not for_book:
        sources = (
            f'<bibl xmlns="{TEI_NAMESPACE}" xml:id="{name}"><title>{escaped(title)}</title></bibl>'
            for name, title in document.sources.items()
        )
        return element("document", attributes, "".join(sources))
    authors = (element("author", {}, escaped(name)) for name in document.senders)
    return element("document", {**attributes, "lang": document.language}, "".join(authors))
