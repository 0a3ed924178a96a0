# SPDX-License-Identifier: MIT
"""What the pages of an edition need to know of each other and of the edition."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal
from xml.sax.saxutils import escape, quoteattr

from tei_edition.rendering.page_names import page_name
from tei_edition.rendering.source import TEI, XML, Source

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from lxml.etree import _Element

Kind = Literal["document", "authority"]


@dataclass(frozen=True)
class Occurrence:
    """A passage that names an entry of an authority file."""

    target: str
    """The `xml:id` of the entry."""
    page: str
    fragment: str
    """The `xml:id` of the passage; empty if it stands in none."""
    label: str
    """The passage in a few signs, such as ``¶ 2``."""


@dataclass(frozen=True)
class DocumentData:
    """One document as the other pages name it."""

    file: str
    page: str
    id: str = ""
    title: str = ""
    short: str = ""
    date: str = ""
    """ISO 8601; empty if the document gives none."""
    abstract: str = ""
    kind: Kind = "document"
    source: str = ""
    """The address of the TEI file in the site; empty if the site has none."""
    occurrences: tuple[Occurrence, ...] = ()
    """The names that the document resolves through authority files."""


@dataclass(frozen=True)
class EditionData:
    """The edition: what its settings say, and its documents.

    Example::

        EditionData(title="Letters", documents=(describe(source),))
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
    licence: str = ""
    licence_url: str = ""
    view: str = "reading"
    """The view that a page opens with: ``reading`` or ``diplomatic``."""
    documents: tuple[DocumentData, ...] = field(default=())

    @cached_property
    def by_file(self) -> dict[str, tuple[int, DocumentData]]:
        """The documents by the names of their files, each with its place in the order."""
        return {document.file: (n, document) for n, document in enumerate(self.documents)}

    @cached_property
    def authorities(self) -> tuple[str, ...]:
        """The files of the documents that are authority files."""
        return tuple(d.file for d in self.documents if d.kind == "authority")

    @cached_property
    def naming(self) -> dict[str, list[tuple[int, Occurrence]]]:
        """The passages that name an entry, by its identifier, each with its document's place."""
        found: dict[str, list[tuple[int, Occurrence]]] = {}
        for n, document in enumerate(self.documents):
            for occurrence in document.occurrences:
                found.setdefault(occurrence.target, []).append((n, occurrence))
        return found


def describe(source: Source, kind: Kind = "document") -> DocumentData:
    """What other pages need to know of a document: one reading of it, no tree kept."""
    root = source.root
    header = root.find(f"{TEI}teiHeader")
    identifier = root.get(f"{XML}id", "")
    page = f"{page_name(identifier, source.file.rpartition('.')[0] or source.file)}.html"
    return DocumentData(
        file=source.file,
        page=page,
        id=identifier,
        title=_title(header, ("main", None)) or identifier or source.file,
        short=_title(header, ("short",)),
        date=_date(header),
        abstract=_words(header.find(f".//{TEI}profileDesc/{TEI}abstract"))
        if header is not None
        else "",
        kind=kind,
        occurrences=tuple(_occurrences(root, page, source.included)) if kind == "document" else (),
    )


def _words(element: _Element | None) -> str:
    return " ".join("".join(element.itertext()).split()) if element is not None else ""  # type: ignore[arg-type]


def _title(header: _Element | None, types: tuple[str | None, ...]) -> str:
    titles = [] if header is None else header.findall(f"{TEI}fileDesc/{TEI}titleStmt/{TEI}title")
    for kind in types:
        chosen = [title for title in titles if title.get("type") == kind]
        if chosen:
            by_level = [title for title in chosen if title.get("level") == "a"]
            return _words((by_level or chosen)[0])
    return ""


def _date(header: _Element | None) -> str:
    if header is None:
        return ""
    dates = [
        *header.iterfind(f".//{TEI}correspAction[@type='sent']/{TEI}date"),
        *header.iterfind(f".//{TEI}creation/{TEI}date"),
    ]
    for date in dates:
        for attribute in ("when", "from", "notBefore", "to", "notAfter"):
            value = date.get(attribute)
            if value:
                return value
    return ""


def _occurrences(root: _Element, page: str, included: frozenset[str]) -> Iterator[Occurrence]:
    """Every `@ref` of the text that points into another file, with the passage it stands in.

    Included passages are left to the page of their own document.
    """
    identifier = root.get(f"{XML}id", "")
    for text in root.iterfind(f"{TEI}text"):
        for element in text.iter(f"{{{TEI[1:-1]}}}*"):
            ref = element.get("ref")
            if not ref:
                continue
            passage = _passage(element)
            if passage in included:
                continue
            for target in ref.split():
                file, _, fragment = target.partition("#")
                if file and fragment and ":" not in file:
                    yield Occurrence(fragment, page, passage, _label(passage, identifier))


def _passage(element: _Element) -> str:
    chain = (element, *element.iterancestors(f"{{{TEI[1:-1]}}}*"))
    return next((value for a in chain if (value := a.get(f"{XML}id"))), "")


def _label(passage: str, document: str) -> str:
    """``letter-p02`` → ``¶ 2``; ``cable-copy3`` → ``copy 3``."""
    own = passage.removeprefix(document).lstrip("-") or "text"
    names = {"p": "¶", "n": "note"}
    numbered = re.fullmatch(r"([a-z]+)0*([0-9]+)", own)
    if not numbered:
        return own
    return f"{names.get(numbered[1], numbered[1])} {numbered[2]}"


def serialise(
    edition: EditionData | None,
    mentioned: Collection[str] | None = None,
    entries: Collection[str] = (),
    headers: tuple[str, ...] = (),
) -> str:
    """The XML that the stylesheets take as their parameter `edition` (see `shared/edition.xsl`).

    ``mentioned`` names the files whose documents it is to hold, besides the authority files and
    those that name one of the ``entries``; ``None`` means all. So a page costs what it refers to,
    not what the edition holds.
    """
    data = edition or EditionData()
    parts = [
        "<edition xmlns='urn:tei-edition:edition'",
        *(
            f" {name}={quoteattr(value)}"
            for name, value in (
                ("title", data.title),
                ("short", data.short_title),
                ("publisher", data.publisher),
                ("base-url", data.base_url),
                ("version", data.version),
                ("date", data.date),
                ("licence", data.licence),
                ("licence-url", data.licence_url),
                ("view", data.view),
            )
            if value
        ),
        ">",
        *(f"<editor>{escape(editor)}</editor>" for editor in data.editors),
        f"<statement>{escape(data.statement)}</statement>" if data.statement else "",
    ]
    named = [found for entry in entries for found in data.naming.get(entry, ())]
    chosen = {number for number, _ in named}
    for file in data.by_file if mentioned is None else (*data.authorities, *mentioned):
        if file in data.by_file:
            chosen.add(data.by_file[file][0])
    parts.extend(_document(data.documents[number]) for number in sorted(chosen))
    parts.extend(
        f"<occurrence target={quoteattr(o.target)} page={quoteattr(o.page)}"
        f" fragment={quoteattr(o.fragment)} label={quoteattr(o.label)}/>"
        for _, o in sorted(named, key=lambda found: found[0])
    )
    parts.extend(f"<included>{header}</included>" for header in headers)
    parts.append("</edition>")
    return "".join(parts)


def _document(document: DocumentData) -> str:
    return (
        f"<document file={quoteattr(document.file)} page={quoteattr(document.page)}"
        f" id={quoteattr(document.id)} title={quoteattr(document.title)}"
        f" short={quoteattr(document.short)} date={quoteattr(document.date)}"
        f" abstract={quoteattr(document.abstract)} kind={quoteattr(document.kind)}/>"
    )
