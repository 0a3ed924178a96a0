# SPDX-License-Identifier: MIT
"""How a document and its passages are cited: what its page says of it, and the files beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from html import unescape
from typing import TYPE_CHECKING

from tei_edition.citations.account import event_in_words, in_words
from tei_edition.citations.authorities import Authorities
from tei_edition.citations.citation import Citation, Citations
from tei_edition.citations.csl import item_for_styles
from tei_edition.citations.forms import MEDIA_TYPES, SUFFIXES, as_html, formatted
from tei_edition.citations.header import document_record, edition_record
from tei_edition.citations.labels import label, published_label
from tei_edition.citations.metadata import meta_tags, schema_org
from tei_edition.citations.phrases import ENGLISH
from tei_edition.citations.record import EditionRecord
from tei_edition.citations.registry import Registry, Status
from tei_edition.citations.scheme import FIRST, Scheme
from tei_edition.citations.styles import DEFAULT, styled
from tei_edition.citations.versions import versions_with
from tei_edition.document import TEI, XML_ID, local
from tei_edition.parser.escaping import escaped, quoted
from tei_edition.rendering.page_names import page_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from lxml.etree import _Element

    from tei_edition.citations.registry import Unit
    from tei_edition.edition import Edition
    from tei_edition.rendering.source import Source

_PASSAGE, _ADDRESS = "\ue001", "\ue002"
"""Stand for the passage and the address in the note that the page's script fills in."""


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

    def serialise(
        self,
        citation: Citation,
        source: Source,
        name: str,
        *,
        has_files: bool = False,
        has_passages: bool = True,
    ) -> str:
        """What the stylesheets take as their parameter `citation` (see `shared/citation.xsl`).

        Empty for a document that neither an edition nor an address is known of: what has no place
        cannot be cited. ``has_files`` says that :func:`files_of` lie beside the page,
        ``has_passages`` that each citable unit in it is to show how it is cited.
        """
        if not citation.url and not citation.edition.title:
            return ""
        files = [
            f"<file type={quoted(media_type)} form={quoted(form)} href={quoted(href)}/>"
            for form, media_type, href in _files(name)
        ]
        pieces = note_around(citation)
        says = f'<p class="citation">{note_without_passage(pieces, citation.url)}</p>'
        return _element(
            self._about(citation, says),
            self._edition_says(),
            *(files if has_files else ()),
            _note(pieces),
            *self._versions(citation),
            *(self._passages(source, citation) if has_passages else ()),
            *self._former(source.root, citation.document.id),
        )

    def metadata(self, citation: Citation, name: str, *, has_files: bool = False) -> str:
        """What machines read in the head of a page, markup of HTML.

        The stylesheets take it as their parameter `metadata` and write it as it is: what nothing
        is asked of need not be parsed and written again. Empty where :meth:`serialise` is.
        """
        if not citation.url and not citation.edition.title:
            return ""
        url = citation.url
        files = _files(name) if has_files else ()
        return "".join(
            (
                f'<link rel="canonical" href={quoted(url)}/>' if _is_of_the_web(url) else "",
                *(
                    f"<meta name={quoted(tag)} content={quoted(content)}/>"
                    for tag, content in meta_tags(citation)
                ),
                *(
                    f'<link rel="alternate" type={quoted(media_type)} href={quoted(href)}/>'
                    for _, media_type, href in files
                ),
                f'<script type="application/ld+json">{schema_org(citation)}</script>',
            )
        )

    def metadata_of_whole(self) -> str:
        """The same for the edition's own page."""
        return self.metadata(self.whole, "") if self.whole else ""

    def serialise_whole(self) -> str:
        """The same for the edition's own page; empty for documents that belong to none."""
        whole = self.whole
        return _element(self._about(whole, _whole_says(whole))) if whole else ""

    def _about(self, citation: Citation, says: str) -> str:
        return f'<url>{escaped(citation.url)}</url><says xmlns="">{says}</says>'

    def _edition_says(self) -> str:
        says = _whole_says(self.whole) if self.whole else ""
        return f'<edition-says xmlns="">{says}</edition-says>' if says else ""

    def _versions(self, citation: Citation) -> Iterator[str]:
        """The published versions that have the document, newest first."""
        unit = self.registry.units.get(citation.document.id)
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

    def _passages(self, source: Source, citation: Citation) -> Iterator[str]:
        """Every citable unit that shows on the page, with its one canonical address."""
        base = citation.edition.base_url
        language = citation.edition.language
        for element in _outside_headers(source.root, self.kinds):
            xml_id = element.get(XML_ID, "")
            if not xml_id:
                continue
            holder = source.owners.get(xml_id, citation.document.id)
            page = base + holder if base else citation.url
            yield (
                f"<passage id={quoted(xml_id)} label={quoted(label(element, language))}"
                f" url={quoted(f'{page}#{xml_id}')}/>"
            )

    def _former(self, root: _Element, document: str) -> Iterator[str]:
        """What the document once had, with an account of where it is now."""
        former = self.former.get(document)
        present = {element.get(XML_ID, "") for element in root.iter("*")} if former else set()
        for unit in former or ():
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


def files_of(citation: Citation, name: str) -> Mapping[str, str]:
    """The files for reference managers: their names and what they hold."""
    return {f"{name}{suffix}": formatted(citation, form) for form, suffix in SUFFIXES.items()}


@lru_cache(maxsize=1)
def note_around(citation: Citation) -> tuple[str, str, str]:
    """The note on a passage in HTML, in the three pieces between which passage and address stand.

    So all that is made of a document needs the style's processor once, however many passages it
    has.
    """
    passed = replace(citation, passage=_PASSAGE, url=_ADDRESS)
    made = styled(
        item_for_styles(passed),
        passed.locator,
        DEFAULT,
        citation.edition.language,
        "html",
        with_entry=False,
    )
    before, _, rest = made.citation.partition(_PASSAGE)
    between, _, after = rest.partition(_ADDRESS)
    return before, between, after


def note_without_passage(pieces: tuple[str, str, str], url: str) -> str:
    """The note on the whole document, from the pieces of :func:`note_around`."""
    before, between, after = pieces
    if not url:
        return before.removesuffix(", ") + after
    address = escaped(url)
    return f'{before}{between.removeprefix(", ")}<a href="{address}">{address}</a>{after}'


def _note(pieces: tuple[str, str, str]) -> str:
    before, between, after = (unescape(re.sub(r"<[^>]+>", "", piece)) for piece in pieces)
    return f"<note before={quoted(before)} between={quoted(between)} after={quoted(after)}/>"


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
