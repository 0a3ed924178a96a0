# SPDX-License-Identifier: MIT
"""The citation of a document or a passage, found by its ``xml:id``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.citations.labels import label
from tei_edition.document import parse
from tei_edition.errors import TeiEditionError
from tei_edition.wording import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.etree import _Element

    from tei_edition.edition import Edition

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


class UnknownIdentifierError(TeiEditionError):
    """No document of the edition has that ``xml:id``."""


@dataclass(frozen=True, slots=True)
class Citation:
    """What a citation says, in its parts."""

    title: str
    """The document, by the edition's own (short) heading."""
    passage: str
    """“¶ 2”; empty for the whole document."""
    edition: str
    editors: tuple[str, ...]
    version: str
    publisher: str
    url: str
    """The permanent URL of the passage."""

    def text(self) -> str:
        """The citation as one line of plain text."""
        parts = [self.title]
        if self.passage:
            parts.append(self.passage)
        parts.append(f"in {self.edition}")
        parts.append(f"edited by {_and(self.editors)}")
        if self.version:
            parts.append(f"version {self.version}")
        if self.publisher:
            parts.append(self.publisher)
        return f"{', '.join(parts)}, {self.url}"


def permanent_url(edition: Edition, document_id: str, xml_id: str) -> str:
    """``base_url`` and the document's identifier; a passage is the fragment."""
    fragment = "" if xml_id == document_id else f"#{xml_id}"
    return f"{edition.base_url}{document_id}{fragment}"


def cite(edition: Edition, xml_id: str) -> Citation:
    """The citation of the document or passage with an ``xml:id``.

    >>> cite(Edition.find(), "cable-600308-p02").passage  # doctest: +SKIP
    '¶ 2'

    Raises:
        UnknownIdentifierError: no document of the edition has it.
    """
    for path in _candidates(edition, xml_id):
        root = parse(path).getroot()
        element = next((e for e in root.iter() if e.get(XML_ID) == xml_id), None)
        if element is not None:
            return Citation(
                title=_title(root),
                passage=label(element) if element is not root else "",
                edition=edition.title,
                editors=edition.editors,
                version=edition.version,
                publisher=edition.publisher,
                url=permanent_url(edition, root.get(XML_ID, path.stem), xml_id),
            )
    known = (e.get(XML_ID, "") for path in edition.files for e in parse(path).getroot().iter())
    near = nearest(xml_id, sorted(filter(None, known)))
    hint = f"; did you mean “{near}”?" if near else ""
    raise UnknownIdentifierError(f"no document of the edition has the xml:id “{xml_id}”{hint}")


def _candidates(edition: Edition, xml_id: str) -> Iterator[Path]:
    """The files whose bytes hold the identifier, so that not every one is parsed."""
    wanted = [xml_id.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be")]
    for path in edition.files:
        content = path.read_bytes()
        if any(form in content for form in wanted):
            yield path


def _title(root: _Element) -> str:
    titles = root.findall(f"{TEI}teiHeader/{TEI}fileDesc/{TEI}titleStmt/{TEI}title")
    for wanted in ("short", "main", None):
        for title in titles:
            if title.get("type") == wanted:
                return _words(title)
    return _words(titles[0]) if titles else root.get(XML_ID, "")


def _words(element: _Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _and(names: tuple[str, ...]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
