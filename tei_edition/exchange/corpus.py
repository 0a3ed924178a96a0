# SPDX-License-Identifier: MIT
"""TEI itself: each document, and the edition as one ``teiCorpus`` (TEI Guidelines 15.1)."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from tei_edition.document import TEI, XML_ID, local
from tei_edition.exchange.building import add, root
from tei_edition.exchange.documents import (
    Exchange,
    ExchangedDocument,
    ExchangeError,
    own_identifiers,
)
from tei_edition.exchange.downloads import rewrite
from tei_edition.exchange.targets import Targets
from tei_edition.files import replace

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from lxml.etree import _Element

    from tei_edition.edition import Edition

CORPUS = "corpus.xml"
"""The name of the whole."""

_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'


def write_tei(edition: Edition, folder: Path) -> Sequence[Path]:
    """Write each document and authority file, and all of them as one ``teiCorpus``.

    The files lie side by side, named by their identifiers. In a document, inclusions are in place;
    in the corpus, where an included passage stands in its own document, the place it was included
    at points to it (``@copyOf``), so that each identifier stands there once. An identifier that
    several documents have for things of their own gets the document's name behind it there.

    Raises:
        TeiEditionError: a document cannot be read; the folder cannot be written, or holds documents
            of the edition.
    """
    from lxml import etree

    exchange = Exchange.of(edition)
    if CORPUS in (name.casefold() for name in exchange.downloads.names.values()):
        raise ExchangeError("a document has the identifier “corpus”, the name of the whole")
    Targets(edition).check(folder / CORPUS)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExchangeError(f"“{folder}” cannot be written: {error.strerror}") from error
    written: list[Path] = []
    counts = Counter(xml_id for path in edition.files for xml_id in own_identifiers(path))
    doubled = frozenset(xml_id for xml_id, count in counts.items() if count > 1)
    parts = [_DECLARATION, b'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">\n', _header(edition)]
    for document in exchange.documents():
        replace(folder / document.name, _DECLARATION + etree.tostring(document.root) + b"\n")
        written.append(folder / document.name)
        _into_corpus(document, exchange, doubled)
        parts += [etree.tostring(document.root, with_tail=False), b"\n"]
    parts.append(b"</teiCorpus>\n")
    replace(folder / CORPUS, b"".join(parts))
    return [*written, folder / CORPUS]


def _into_corpus(document: ExchangedDocument, exchange: Exchange, doubled: frozenset[str]) -> None:
    """Make what was included point to its own document, and every pointer one inside the corpus."""
    names = {name.removesuffix(".xml") for name in exchange.downloads.names.values()}
    own = document.name.removesuffix(".xml")

    def named(name: str, xml_id: str) -> str:
        return f"{xml_id}.{name}" if xml_id in doubled else xml_id

    def replaced(pointer: str) -> str:
        file, _, fragment = pointer.partition("#")
        name = file.removesuffix(".xml") if file else own
        if name not in names or not (file.endswith(".xml") or pointer.startswith("#")):
            return pointer
        return f"#{named(name, fragment or name)}"

    for element in list(_included(document.root, document.own)):
        element.set("copyOf", f"#{element.get(XML_ID)}")
        del element.attrib[XML_ID]
        for child in list(element):
            element.remove(child)
        element.text = None
        if local(element) in ("body", "front", "back"):
            element.append(element.makeelement(f"{TEI}p", {}, None))
    rewrite(document.root, replaced)
    for element in document.root.iter("*"):
        if element.get(XML_ID) in doubled:
            element.set(XML_ID, named(own, element.get(XML_ID, "")))


def _included(tree: _Element, own: frozenset[str]) -> list[_Element]:
    """The outermost elements whose identifiers came by inclusion."""
    found: list[_Element] = []
    within: set[_Element] = set()
    for element in tree.iter():
        if element.getparent() in within:
            within.add(element)
        elif element.get(XML_ID) and element.get(XML_ID) not in own:
            within.add(element)
            found.append(element)
    return found


def _header(edition: Edition) -> bytes:
    """The header of the corpus, from the edition's settings."""
    from lxml import etree

    header = root("teiHeader")
    file = add(header, "fileDesc")
    title = add(file, "titleStmt")
    add(title, "title", edition.title)
    for editor in edition.editors:
        add(title, "editor", editor)
    if edition.version:
        add(add(file, "editionStmt"), "edition", f"Version {edition.version}", n=edition.version)
    publication = add(file, "publicationStmt")
    add(publication, "publisher", edition.publisher or "; ".join(edition.editors))
    add(publication, "idno", edition.base_url, type="URI")
    if edition.licence:
        licence = add(add(publication, "availability"), "licence", target=edition.licence.url)
        add(licence, "p", edition.licence.name)
    add(add(file, "sourceDesc"), "p", "The documents' headers describe the sources.")
    return re.sub(rb' xmlns="[^"]*"', b"", etree.tostring(header), count=1) + b"\n"
