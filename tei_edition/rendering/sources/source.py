# SPDX-License-Identifier: MIT
"""A document as the stylesheets take it: whole, its inclusions in place."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from tei_edition.document import TEI, XML_ID
from tei_edition.errors import TeiEditionError
from tei_edition.findings import Severity
from tei_edition.parser import Stream
from tei_edition.parser.expansion import expand
from tei_edition.paths import look_at, why_unreadable
from tei_edition.rendering.sources.back_notes import pointed_at
from tei_edition.rendering.sources.default_looks import with_default_looks
from tei_edition.rendering.sources.dialects import in_plain_tei
from tei_edition.rendering.sources.layout import without_layout
from tei_edition.rendering.sources.older_tei import read_as_tei
from tei_edition.rendering.sources.spans import enclosed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from lxml.etree import XMLParser, _Element
    from saxonche import PyXdmNode

    from tei_edition.findings import Finding
    from tei_edition.rendering.images.beside import Image


LARGEST = 256 << 20
"""Bytes of the largest document that is rendered: its tree takes some thirty times as much."""

DEEPEST = 2048
"""Elements within elements that libxml2 follows; Saxon follows more."""


class RenderingError(TeiEditionError):
    """A document cannot be rendered; the message says which and why."""


@dataclass(frozen=True)
class Source:
    """One TEI document, ready to be rendered.

    Its trees are built when they are first asked for, once, however much is made of them.

    Example::

        Source(text="<TEI xmlns='http://www.tei-c.org/ns/1.0'>…</TEI>", file="letter.xml")
    """

    text: str
    """XML without a document type declaration, with XInclude already carried out."""

    file: str = ""
    """The name of the file, without folders: what pointers from other documents say."""

    page: str = ""
    """The name of its page in the edition; empty to find that by ``file``, of which folders may
    hold several."""

    headers: tuple[str, ...] = ()
    """The `teiHeader`s of included documents, as XML. An included passage keeps its pointers to
    hands and responsibilities that its own header declares (TEI Guidelines 16.9)."""

    included: frozenset[str] = frozenset()
    """The identifiers that inclusion brought in: those passages belong to another document."""

    owners: Mapping[str, str] = field(default_factory=dict)
    """The same identifiers, each with that of the document whose file it stands in."""

    parts: tuple[Path, ...] = ()
    """The files that inclusion read."""

    images: tuple[Image, ...] = ()
    """The images that lie beside it, as the site has them."""

    problems: tuple[str, ...] = ()
    """What an editor should know of how it was read, with its place."""

    @cached_property
    def root(self) -> _Element:
        """The root element.

        Raises :class:`RenderingError` where the text is not well-formed.
        """
        return parse_text(self.text, self.file or "the document")

    @property
    def rendered_text(self) -> str:
        """The text as the stylesheets take it (:func:`without_layout`, :func:`in_plain_tei`,
        :func:`with_default_looks`, :func:`enclosed`, :func:`pointed_at`).

        Raises :class:`tei_edition.saxon.SaxonError` where the text is not well-formed.
        """
        return pointed_at(enclosed(with_default_looks(in_plain_tei(without_layout(self.text)))))

    @cached_property
    def node(self) -> PyXdmNode:
        """Saxon's document node.

        Raises :class:`RenderingError` where the text is not well-formed.
        """
        from tei_edition import saxon

        try:
            return saxon.parse(self.rendered_text)
        except saxon.SaxonError as error:
            raise RenderingError(f"{self.file or 'the document'}: {error}") from error


def read_source(path: Path, root: Path | None = None, *, check: bool = True) -> Source:
    """Read a TEI file and expand its inclusions.

    ``root`` is the folder that inclusions must stay in, by default the file's own. Without
    ``check`` a document that was checked a moment ago is not parsed for that again.

    Raises:
        RenderingError: the file cannot be read, is not well-formed, is larger than
            :data:`LARGEST` or deeper than :data:`DEEPEST`, or includes something that is not
            there or outside of ``root``.
    """
    size, problem = look_at(str(path))
    if problem:
        raise RenderingError(f"{path}: cannot be read: {problem}")
    try:
        if size > LARGEST:
            raise RenderingError(
                f"{path}: has {size:,} bytes; documents of up to {LARGEST:,} bytes can be "
                "rendered: part it into several, or into files that one includes"
            )
        expanded = expand(path, root=root)
        _refuse(expanded.faults)
        text, said = _as_tei(expanded.text, path)
        others = [_included(file) for file in expanded.included]
        source = Source(
            text=text,
            file=path.name,
            headers=tuple(header for other in others for header in _headers(other)),
            included=frozenset(i for other in others for i in _identifiers(other)),
            owners={
                i: other.get(XML_ID, "")
                for other in others
                for i in _identifiers(other)
                if other.get(XML_ID)
            },
            parts=tuple(expanded.included),
            problems=(
                *([f"{path}: {said}"] if said else []),
                *(_placed(fault) for fault in expanded.faults),
            ),
        )
    except OSError as error:
        raise _unreadable(path, error) from error
    return checked(source, path, root) if check else source


def _unreadable(path: Path, error: OSError) -> RenderingError:
    return RenderingError(f"{path}: cannot be read: {why_unreadable(str(path), error)}")


def _as_tei(text: str, path: Path) -> tuple[str, str]:
    """The text in TEI's namespace; one that is not well-formed as it is, for the check to say."""
    try:
        return read_as_tei(text, lambda text: parse_text(text, str(path)))
    except RenderingError:
        return text, ""


def _included(file: Path) -> _Element:
    text, _ = _as_tei(expand(file).text, file)
    return parse_text(text, str(file))


def checked(source: Source, path: Path, root: Path | None) -> Source:
    """The source of a file that :func:`read_source` has read without checking, checked.

    Raises:
        RenderingError: it is not well-formed, or deeper than :data:`DEEPEST`.
    """
    try:
        tag = source.root.tag
    except RenderingError as error:
        try:
            stream = Stream(path, root=root)
            stream.run()
        except OSError as why:
            raise _unreadable(path, why) from error
        _refuse(stream.faults)
        raise RenderingError(f"{path}: {error}") from error
    if tag.startswith(TEI):
        return source
    said = f"{path}: is no TEI, as its root is <{tag.rpartition('}')[2]}>"
    hint = "it is shown as it stands; name only the files that are documents"
    return replace(source, problems=(*source.problems, f"{said}: {hint}"))


def _refuse(faults: Sequence[Finding]) -> None:
    """Raise the first that keeps a document from being rendered, with its place."""
    for fault in faults:
        if fault.severity is Severity.ERROR:
            raise RenderingError(_placed(fault))


def _placed(fault: Finding) -> str:
    return f"{fault.path}:{fault.line}:{fault.column}: {fault.message}"


def _headers(root: _Element) -> Iterator[str]:
    from lxml import etree

    for header in root.iter(f"{TEI}teiHeader"):
        yield etree.tostring(header, encoding="unicode", with_tail=False)


def _identifiers(root: _Element) -> Iterator[str]:
    return (value for element in root.iter() if (value := element.get(XML_ID)))


def parse_text(text: str, name: str) -> _Element:
    """The root element of XML text; nothing outside of it is read."""
    from lxml import etree

    try:
        return etree.fromstring(text.encode(), _parser())
    except etree.XMLSyntaxError as error:
        if "Excessive depth" in str(error):
            raise RenderingError(
                f"elements are nested more than {DEEPEST:,} deep; "
                "a document of that shape cannot be rendered"
            ) from error
        raise RenderingError(f"{name}: not well-formed: {error}") from error


def tree_of(text: str) -> _Element | None:
    """The root element; none where the text is not well-formed, which is said where the document is
    read."""
    try:
        return parse_text(text, "")
    except RenderingError:
        return None


def _parser() -> XMLParser:
    from lxml import etree

    return etree.XMLParser(
        resolve_entities="internal",  # type: ignore[arg-type]  # lxml 5; the stubs lag behind
        load_dtd=False,
        no_network=True,
        collect_ids=False,  # else an identifier that is given twice stops the parser
        huge_tree=True,  # there is no document type declaration that could declare entities
    )
