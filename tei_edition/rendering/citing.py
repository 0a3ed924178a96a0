# SPDX-License-Identifier: MIT
"""How a document and its passages are cited: what its page says of it, and the files beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from tei_edition.citations.account import event_in_words, in_words
from tei_edition.citations.authorities import Authorities
from tei_edition.citations.citation import Citation, Citations
from tei_edition.citations.forms import MEDIA_TYPES, SUFFIXES, as_html
from tei_edition.citations.header import document_record, edition_record
from tei_edition.citations.labels import label, published_label
from tei_edition.citations.phrases import ENGLISH
from tei_edition.citations.record import EditionRecord
from tei_edition.citations.registry import Registry, Status
from tei_edition.citations.scheme import FIRST, Scheme
from tei_edition.citations.versions import versions_with
from tei_edition.document import TEI, XML_ID, local
from tei_edition.parser.escaping import escaped, quoted
from tei_edition.rendering.cited import Cited, Passage, cited
from tei_edition.rendering.kept import digest
from tei_edition.rendering.page_names import page_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from lxml.etree import _Element

    from tei_edition.citations.registry import Unit
    from tei_edition.edition import Edition
    from tei_edition.rendering.sources.source import Source


@dataclass(frozen=True)
class Citing:
    """What pages need for citing; without an edition, documents tell it themselves."""

    edition: EditionRecord | None = None
    authorities: Authorities = field(default_factory=Authorities)
    registry: Registry = field(default_factory=Registry)
    kinds: frozenset[str] = frozenset(FIRST)
    """Elements that are citable units."""
    whole: Citation | None = None
    """The edition itself."""

    @classmethod
    def of(cls, edition: Edition) -> Citing:
        """For an edition.

        Raises:
            TeiEditionError: an authority file or the registry cannot be read.
        """
        citations = Citations(edition)
        return cls(
            citations.record,
            citations.authorities,
            citations.registry,
            frozenset(Scheme.of(edition).series),
            citations.whole(),
        )

    @property
    def language(self) -> str:
        """The edition's, as a BCP 47 tag."""
        return self.edition.language if self.edition else ENGLISH

    @cached_property
    def follows(self) -> str:
        """A digest of all that :meth:`cited` takes from the edition: another where it would say
        something else of the same document."""
        kinds, entries = sorted(self.kinds), sorted(self.authorities.entries.items())
        return digest([repr(self.edition), *kinds, *map(repr, entries)])

    def label(self, unit: Unit) -> str:
        """What a published unit is called; of a document, its title."""
        return published_label(unit, self.language)

    @cached_property
    def former(self) -> Mapping[str, tuple[Unit, ...]]:
        """By document, the passages that stood there once and do no longer."""
        found: dict[str, list[Unit]] = {}
        for unit in self.registry:
            if unit.is_document or not unit.version:
                continue
            places = {event.left for event in unit.history} - {"", unit.document}
            if not unit.is_current:
                places.add(unit.document)
            for place in places:
                found.setdefault(place, []).append(unit)
        return {document: tuple(units) for document, units in found.items()}

    def citation(self, source: Source, name: str) -> Citation:
        """The citation of a document; ``name`` is that of its page, without suffix."""
        root = source.root
        document = document_record(root, name, self.authorities)
        edition = self.edition or edition_record(root.find(f"{TEI}teiHeader"))
        base = edition.base_url
        url = f"{base}{document.id}" if base else document.address
        return Citation(document.id, document, edition, url=url)

    def cited(
        self, source: Source, name: str, *, has_head: bool = False, has_files: bool = False
    ) -> Cited:
        """How a document is cited; ``name`` is that of its page, without suffix.

        Besides the document it follows from what :attr:`follows` is a digest of, and from nothing
        else: what was once found out may be kept.
        ``has_head`` and ``has_files`` as of :func:`tei_edition.rendering.cited.cited`.
        """
        citation = self.citation(source, name)
        passages = self._passages(source, citation)
        return cited(citation, passages, has_head=has_head, has_files=has_files)

    def serialise(
        self,
        cited: Cited,
        source: Source,
        name: str,
        *,
        has_files: bool = False,
        has_passages: bool = True,
    ) -> str:
        """What the stylesheets take as their parameter `citation` (see `shared/citation.xsl`).

        Empty for what cannot be cited. ``has_files`` says that files for reference managers lie
        beside the page, ``has_passages`` that each citable unit in it is to show how it is cited.
        """
        if cited.note is None:
            return ""
        files = [
            f"<file type={quoted(media_type)} form={quoted(form)} href={quoted(href)}/>"
            for form, media_type, href in _files(name)
        ]
        passages = (
            f"<passage id={quoted(each.xml_id)} label={quoted(each.label)} url={quoted(each.url)}/>"
            for each in cited.passages
        )
        before, between, after = cited.note.without_markup()
        return _element(
            _about(cited.url, f'<p class="citation">{cited.note.without_passage(cited.url)}</p>'),
            self._edition_says(),
            *(files if has_files else ()),
            f"<note before={quoted(before)} between={quoted(between)} after={quoted(after)}/>",
            *self._versions(cited),
            *(passages if has_passages else ()),
            *self._former(source, cited.id),
        )

    def metadata(self, cited: Cited, name: str, *, has_files: bool = False) -> str:
        """What machines read in the head of a page, markup of HTML.

        The stylesheets take it as their parameter `metadata` and write it as it is: what nothing
        is asked of need not be parsed and written again. Empty where :meth:`serialise` is.
        """
        if cited.note is None:
            return ""
        url = cited.url
        files = _files(name) if has_files else ()
        return "".join(
            (
                f'<link rel="canonical" href={quoted(url)}/>' if _is_of_the_web(url) else "",
                cited.tags,
                *(
                    f'<link rel="alternate" type={quoted(media_type)} href={quoted(href)}/>'
                    for _, media_type, href in files
                ),
                f'<script type="application/ld+json">{cited.schema}</script>',
            )
        )

    def metadata_of_whole(self) -> str:
        """The same for the edition's own page."""
        return self.metadata(cited(self.whole, has_head=True), "") if self.whole else ""

    def serialise_whole(self) -> str:
        """The same for the edition's own page; empty for documents that belong to none."""
        whole = self.whole
        return _element(_about(whole.url, _whole_says(whole))) if whole else ""

    def _edition_says(self) -> str:
        says = _whole_says(self.whole) if self.whole else ""
        return f'<edition-says xmlns="">{says}</edition-says>' if says else ""

    def _versions(self, cited: Cited) -> Iterator[str]:
        """The published versions that have the document, newest first."""
        unit = self.registry.units.get(cited.id)
        return self.versions(unit) if unit else iter(())

    def versions(self, unit: Unit, document: str = "") -> Iterator[str]:
        """The published versions that have a unit, newest first, with its address in each.

        With a ``document`` only those in which it stood there.
        """
        base = self.edition.base_url if self.edition else ""
        if not base:
            return
        for version, place in reversed(list(versions_with(self.registry, unit))):
            if place == document or not document:
                fragment = "" if unit.is_document else f"#{unit.xml_id}"
                url = f"{base}{version.name}/{place}{fragment}"
                yield (
                    f"<version name={quoted(version.name)} date={quoted(version.date)}"
                    f" url={quoted(url)}/>"
                )

    def _passages(self, source: Source, citation: Citation) -> Iterator[Passage]:
        """Every citable unit that shows on the page."""
        base = citation.edition.base_url
        language = citation.edition.language
        for element in _outside_headers(source.root, self.kinds):
            xml_id = element.get(XML_ID, "")
            if not xml_id:
                continue
            holder = source.owners.get(xml_id, citation.document.id)
            page = base + holder if base else citation.url
            yield Passage(xml_id, label(element, language), f"{page}#{xml_id}")

    def _former(self, source: Source, document: str) -> Iterator[str]:
        """What the document once had, with an account of where it is now."""
        former = self.former.get(document)
        if not former:
            return
        present = {element.get(XML_ID, "") for element in source.root.iter("*")}
        for unit in former:
            if unit.xml_id in present:
                continue
            resolution = self.registry.resolve(unit.xml_id)
            account = in_words(resolution, self.registry, self.language) or self._moved(
                unit, document
            )
            targets = "".join(
                f"<now id={quoted(now.xml_id)} label={quoted(self.label(now) or now.xml_id)}"
                f" href={quoted(address_of(now))}/>"
                for now in resolution.now
            )
            attributes = f"id={quoted(unit.xml_id)} says={quoted(account)}"
            if resolution.status is not Status.RETIRED:
                attributes += ' data-moved="yes"'
            versions = "".join(self.versions(unit, document))
            yield f"<former {attributes}>{targets}{versions}</former>"

    def _moved(self, unit: Unit, document: str) -> str:
        """What is said of a passage in the document that it has left."""
        event = next((event for event in unit.history if event.left == document), None)
        return event_in_words(unit, event, self.registry, self.language) if event else ""


def _files(name: str) -> Iterator[tuple[str, str, str]]:
    """Form, media type and name of each file beside a page."""
    for form, suffix in SUFFIXES.items():
        yield form, MEDIA_TYPES[form], name + suffix


def _is_of_the_web(url: str) -> bool:
    return url.startswith(("https://", "http://"))


def _about(url: str, says: str) -> str:
    return f'<url>{escaped(url)}</url><says xmlns="">{says}</says>'


@lru_cache(maxsize=1)
def _whole_says(whole: Citation) -> str:
    return as_html(whole)


def address_of(unit: Unit, suffix: str = ".html") -> str:
    """The page and the place of a unit, relative to the site's first page."""
    fragment = "" if unit.is_document else f"#{unit.xml_id}"
    return f"{page_name(unit.document, unit.document)}{suffix}{fragment}"


def _outside_headers(root: _Element, kinds: Collection[str]) -> Iterator[_Element]:
    tags = [TEI + kind for kind in kinds]
    for child in root:
        if tags and isinstance(child.tag, str) and local(child) != "teiHeader":
            yield from child.iter(*tags)


def _element(*content: str) -> str:
    return f"<citation xmlns='urn:tei-edition:citation'>{''.join(content)}</citation>"
