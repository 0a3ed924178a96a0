# SPDX-License-Identifier: MIT
"""The citation of a document, a passage or a range of passages, found by its ``xml:id``."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tei_edition.citations.account import in_words
from tei_edition.citations.authorities import Authorities
from tei_edition.citations.candidates import files_that_may_hold
from tei_edition.citations.header import document_record, editor_names
from tei_edition.citations.labels import label, published_label
from tei_edition.citations.published import published
from tei_edition.citations.record import EDITION, DocumentRecord, EditionRecord
from tei_edition.citations.registry import Registry, RegistryError, Status
from tei_edition.document import XML_ID, parse
from tei_edition.errors import TeiEditionError
from tei_edition.wording import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.etree import _Element

    from tei_edition.edition import Edition

PARAGRAPH = "¶ "


class UnknownIdentifierError(TeiEditionError):
    """No document of the edition has that ``xml:id``, and it was never published."""


@dataclass(frozen=True, slots=True)
class Citation:
    """What a citation says, in its parts."""

    xml_id: str
    """The identifier that is cited; of a range, the first."""
    document: DocumentRecord
    edition: EditionRecord
    passage: str = ""
    """“¶ 2”, “¶¶ 2–4”, “incoming stamp”; empty for the whole document."""
    url: str = ""
    """The permanent URL of the passage."""
    account: str = ""
    """What became of it, where the edition no longer has it under this identifier."""

    @property
    def title(self) -> str:
        """The document, by the edition's own (short) heading."""
        return self.document.title

    @property
    def locator(self) -> tuple[str, str] | None:
        """The passage as styles take it: CSL's term, and the number or name."""
        if not self.passage:
            return None
        for sign in ("¶¶ ", PARAGRAPH):
            if self.passage.startswith(sign):
                return "paragraph", self.passage.removeprefix(sign)
        return "page", self.passage

    def text(self, style: str = "") -> str:
        """The citation as plain text: the note, or what stands in the text and the entry.

        ``style`` is a name of :data:`tei_edition.citations.styles.BUNDLED` or a ``.csl`` file.

        Raises:
            StyleError: there is no such style, or it cannot be used.
        """
        from tei_edition.citations.forms import as_text

        return as_text(self, style)


def permanent_url(edition: Edition, document_id: str, xml_id: str) -> str:
    """``base_url`` and the document's identifier; a passage is the fragment."""
    fragment = "" if xml_id == document_id else f"#{xml_id}"
    return f"{edition.base_url}{document_id}{fragment}"


def cite(edition: Edition, xml_id: str, last: str = "") -> Citation:
    """The citation of the document or passage with an ``xml:id``, or of a range up to ``last``.

    An identifier that was published once and is no longer in the edition is cited with what became
    of it.

    >>> cite(Edition.find(), "cable-600308-p02").passage  # doctest: +SKIP
    '¶ 2'

    Raises:
        UnknownIdentifierError: no document of the edition has it, and it was never published.
        RegistryError: the registry that the edition names is not there, or cannot be read.
        TeiEditionError: the ends of the range lie in different documents, or one is a document.
    """
    return Citations(edition).cite(xml_id, last)


@dataclass(frozen=True)
class Citations:
    """Makes the citations of one edition; authorities and registry are read once."""

    edition: Edition
    record: EditionRecord = field(init=False)
    authorities: Authorities = field(init=False)
    registry: Registry = field(init=False)

    def __post_init__(self) -> None:
        edition = self.edition
        path = edition.registry
        object.__setattr__(self, "record", edition_of(edition))
        object.__setattr__(self, "authorities", Authorities.read(edition.authorities))
        object.__setattr__(
            self, "registry", Registry.load(path) if path and path.exists() else Registry()
        )

    def cite(self, xml_id: str, last: str = "") -> Citation:
        """As :func:`cite`."""
        self.require_registry()
        first = self._cited(xml_id)
        if not last or last == xml_id:
            return first
        second = self._cited(last)
        if first.document.id != second.document.id:
            raise TeiEditionError(
                f"“{xml_id}” and “{last}” stand in different documents; a range lies in one"
            )
        for asked, end in ((xml_id, first), (last, second)):
            if not end.passage:
                raise TeiEditionError(
                    f"“{asked}” is a whole document; a range has a passage at each end"
                )
        start, end = self._in_order(first, second)
        accounts = dict.fromkeys(filter(None, (start.account, end.account)))
        return replace(
            start, passage=_range(start.passage, end.passage), account=". ".join(accounts)
        )

    def require_registry(self) -> None:
        """Refuse to take a registry that is not there for one in which nothing is published.

        Raises:
            RegistryError: the edition names a registry, and there is no such file.
        """
        path = self.edition.registry
        if path is None or path.exists():
            return
        for finding in published(self.edition)[1]:
            raise RegistryError(finding.path, finding.line, finding.message, finding.hint)

    def _cited(self, xml_id: str) -> Citation:
        """The citation of one document or passage, that is or was."""
        found = self._found(xml_id)
        if found is None:
            return self._former(xml_id)
        path, root, element = found
        document = document_record(root, path.stem, self.authorities)
        return Citation(
            xml_id=xml_id,
            document=document,
            edition=self.record,
            passage="" if element is root else self._label(element),
            url=permanent_url(self.edition, document.id, xml_id),
        )

    def _in_order(self, first: Citation, second: Citation) -> tuple[Citation, Citation]:
        """Two passages of a document as they follow each other; as given, where one is gone.

        Of paragraphs that are gone the numbers tell.
        """
        found = self._found(first.xml_id)
        places = {} if found is None else {e.get(XML_ID): n for n, e in enumerate(found[1].iter())}
        before, after = places.get(first.xml_id), places.get(second.xml_id)
        if before is None or after is None:
            before, after = _number(first.passage), _number(second.passage)
        if before is not None and after is not None and after < before:
            return second, first
        return first, second

    def document(self, path: Path) -> Citation:
        """The citation of a whole document, by its file."""
        root = parse(path).getroot()
        document = document_record(root, path.stem, self.authorities)
        url = permanent_url(self.edition, document.id, document.id)
        return Citation(document.id, document, self.record, url=url)

    def element(self, xml_id: str) -> _Element | None:
        """The element that has an identifier, in the tree of its document before XInclude."""
        found = self._found(xml_id)
        return found[2] if found else None

    def whole(self) -> Citation:
        """The citation of the edition."""
        title = self.record.title
        version = self.registry.versions[-1] if self.registry.versions else None
        dated = version.date if version and version.name == self.edition.version else ""
        document = DocumentRecord(EDITION, title, title, kind=EDITION, encoded=dated)
        return Citation(EDITION, document, replace(self.record, title=""), url=self.record.base_url)

    def _label(self, element: _Element) -> str:
        """What a passage is called; an entry of an authority file goes by its name."""
        entry = self.authorities.entries.get(element.get(XML_ID, ""))
        if entry is not None and entry.preferred.words:
            return f"s.v. “{entry.preferred.sorted_words}”"
        return label(element, self.record.language)

    def _former(self, xml_id: str) -> Citation:
        """The citation of what the edition once had: what it was, and what became of it."""
        if xml_id not in self.registry.units:
            raise self._unknown(xml_id)
        resolution = self.registry.resolve(xml_id)
        language = self.record.language
        account = in_words(resolution, self.registry, language)
        unit = resolution.unit
        if resolution.status is Status.MOVED and resolution.now:
            found = self._found(resolution.now[0].xml_id)
            if found is not None:
                return replace(self._cited(resolution.now[0].xml_id), account=account)
        holder = None if unit.is_document else self._found(unit.document)
        if holder is not None:
            document = document_record(holder[1], holder[0].stem, self.authorities)
        else:
            once = self.registry.units.get(unit.document, unit)
            document = DocumentRecord(id=once.xml_id, title=once.label or once.xml_id)
        return Citation(
            xml_id=xml_id,
            document=document,
            edition=self.record,
            passage="" if unit.is_document else published_label(unit, language),
            url=permanent_url(self.edition, document.id, xml_id),
            account=account,
        )

    def _found(self, xml_id: str) -> tuple[Path, _Element, _Element] | None:
        for path in files_that_may_hold(self.edition.files, xml_id):
            root = parse(path).getroot()
            element = next((e for e in root.iter() if e.get(XML_ID) == xml_id), None)
            if element is not None:
                return path, root, element
        return None

    def _unknown(self, xml_id: str) -> UnknownIdentifierError:
        known = {e.get(XML_ID, "") for path in self.edition.files for e in _elements(path)}
        near = nearest(xml_id, sorted((known | set(self.registry.units)) - {""}))
        hint = f"; did you mean “{near}”?" if near else ""
        return UnknownIdentifierError(
            f"no document of the edition has the xml:id “{xml_id}”, nor was it ever published{hint}"
        )


def edition_of(edition: Edition) -> EditionRecord:
    """What ``edition.toml`` says for citations."""
    return EditionRecord(
        title=edition.title,
        editors=editor_names(edition.editors),
        publisher=edition.publisher,
        version=edition.version,
        language=edition.language,
        base_url=edition.base_url,
    )


def _elements(path: Path) -> Iterator[_Element]:
    return parse(path).getroot().iter("*")  # of comments, the identifier would be None


def _number(passage: str) -> int | None:
    number = passage.removeprefix(PARAGRAPH)
    return int(number) if number != passage and number.isdecimal() else None


def _range(first: str, last: str) -> str:
    if first == last:
        return first
    if first.startswith(PARAGRAPH) and last.startswith(PARAGRAPH):
        return f"¶¶ {first.removeprefix(PARAGRAPH)}–{last.removeprefix(PARAGRAPH)}"
    return f"{first} – {last}"
