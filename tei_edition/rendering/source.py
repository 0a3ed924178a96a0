# SPDX-License-Identifier: MIT
"""A document as the stylesheets take it: whole, its inclusions in place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.errors import TeiEditionError
from tei_edition.findings import Severity
from tei_edition.parser import Stream, expand

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.etree import _Element

TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"


class RenderingError(TeiEditionError):
    """A document cannot be rendered; the message says which and why."""


@dataclass(frozen=True)
class Source:
    """One TEI document, ready to be rendered.

    Example::

        Source(text="<TEI xmlns='http://www.tei-c.org/ns/1.0'>…</TEI>", file="letter.xml")
    """

    text: str
    """XML without a document type declaration, with XInclude already carried out."""

    file: str = ""
    """The name of the file, without folders: what pointers from other documents say."""

    headers: tuple[str, ...] = ()
    """The `teiHeader`s of included documents, as XML. An included passage keeps its pointers to
    hands and responsibilities that its own header declares (TEI Guidelines 16.9)."""

    included: frozenset[str] = frozenset()
    """The identifiers that inclusion brought in: those passages belong to another document."""


def read_source(path: Path, root: Path | None = None) -> Source:
    """Read a TEI file and expand its inclusions.

    ``root`` is the folder that inclusions must stay in, by default the file's own. Raises
    :class:`RenderingError` where the file cannot be read, is not well-formed, or includes
    something that is not there or outside of ``root``.
    """
    try:
        whole = Stream(path, root=root)
        whole.run()
        expanded = expand(path, root=root)
        others = [_parsed(file) for file in expanded.included]
    except OSError as error:
        raise RenderingError(f"{path}: cannot be read: {error.strerror}") from error
    for fault in (*whole.faults, *expanded.faults):
        if fault.severity is Severity.ERROR:
            raise RenderingError(f"{fault.path}:{fault.line}:{fault.column}: {fault.message}")
    return Source(
        text=expanded.text,
        file=path.name,
        headers=tuple(header for other in others for header in _headers(other)),
        included=frozenset(i for other in others for e in other.iter() if (i := e.get(f"{XML}id"))),
    )


def _parsed(file: Path) -> _Element:
    return parse_text(expand(file).text, str(file))


def _headers(root: _Element) -> Iterator[str]:
    from lxml import etree

    for header in root.iter(f"{TEI}teiHeader"):
        yield etree.tostring(header, encoding="unicode", with_tail=False)


def parse_text(text: str, name: str) -> _Element:
    """The root element of XML text; nothing outside of it is read."""
    from lxml import etree

    try:
        return etree.fromstring(text.encode(), _parser())
    except etree.XMLSyntaxError as error:
        raise RenderingError(f"{name}: not well-formed: {error}") from error


def _parser() -> etree.XMLParser:  # type: ignore[name-defined]  # noqa: F821
    from lxml import etree

    return etree.XMLParser(
        resolve_entities="internal",  # type: ignore[arg-type]  # lxml 5; the stubs lag behind
        load_dtd=False,
        no_network=True,
        huge_tree=False,
    )
