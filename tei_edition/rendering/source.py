# SPDX-License-Identifier: MIT
"""A document as the stylesheets take it: whole, its inclusions in place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.errors import TeiEditionError

if TYPE_CHECKING:
    from lxml.etree import _Element

TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
XI = "{http://www.w3.org/2001/XInclude}"


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
    something outside of ``root``.
    """
    from lxml import etree

    tree_root = _parse(path)
    included = _included_files(tree_root, path, (root or path.parent).resolve(), ())
    try:
        tree_root.getroottree().xinclude()
    except etree.XIncludeError as error:
        raise RenderingError(f"{path}: an inclusion could not be carried out: {error}") from error
    others = [_parse(file) for file in included]
    headers = [header for other in others for header in other.iter(f"{TEI}teiHeader")]
    return Source(
        text=etree.tostring(tree_root, encoding="unicode", with_tail=False),
        file=path.name,
        headers=tuple(etree.tostring(h, encoding="unicode", with_tail=False) for h in headers),
        included=frozenset(i for other in others for e in other.iter() if (i := e.get(f"{XML}id"))),
    )


def parse_text(text: str, name: str) -> _Element:
    """The root element of XML text; nothing outside of it is read."""
    from lxml import etree

    try:
        return etree.fromstring(text.encode(), _parser())
    except etree.XMLSyntaxError as error:
        raise RenderingError(f"{name}: not well-formed: {error}") from error


def _parse(path: Path) -> _Element:
    from lxml import etree

    try:
        return etree.parse(str(path), _parser()).getroot()
    except OSError as error:
        raise RenderingError(f"{path}: cannot be read: {error}") from error
    except etree.XMLSyntaxError as error:
        raise RenderingError(f"{path}: not well-formed: {error}") from error


def _parser() -> etree.XMLParser:  # type: ignore[name-defined]  # noqa: F821
    from lxml import etree

    return etree.XMLParser(
        resolve_entities="internal",  # type: ignore[arg-type]  # lxml 5; the stubs lag behind
        load_dtd=False,
        no_network=True,
        huge_tree=False,
    )


def _included_files(
    root: _Element, path: Path, folder: Path, above: tuple[Path, ...]
) -> tuple[Path, ...]:
    """The files that a document includes, directly or not, each checked to lie in the folder."""
    files: list[Path] = []
    for include in root.iter(f"{XI}include"):
        href = include.get("href")
        if not href:
            continue
        file = (path.parent / href).resolve()
        if "://" in href or not file.is_relative_to(folder):
            raise RenderingError(f"{path}: includes “{href}”, which lies outside of {folder}")
        if file in above:
            raise RenderingError(f"{path}: includes “{href}”, which includes it in turn")
        if include.get("parse", "xml") == "xml" and file.is_file():
            files.append(file)
            files.extend(_included_files(_parse(file), file, folder, (*above, path.resolve())))
    return tuple(dict.fromkeys(files))
