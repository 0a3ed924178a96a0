# SPDX-License-Identifier: MIT
"""A citation for machines that read pages: Highwire's tags, Zotero's type, schema.org."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tei_edition.citations.csl import csl_type
from tei_edition.citations.record import parts
from tei_edition.citations.words import kind_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.citations.citation import Citation
    from tei_edition.citations.csl import Json
    from tei_edition.citations.record import Name

_ZOTERO = {
    "personal_communication": "letter",
    "report": "report",
    "map": "map",
    "article-newspaper": "newspaperArticle",
    "book": "book",
    "document": "document",
}

_SCHEMA = {"personal_communication": "Message", "report": "Report", "map": "Map", "book": "Book"}


def meta_tags(citation: Citation) -> Iterator[tuple[str, str]]:
    """Name and content of each ``meta``.

    ``citation_…`` are those of Highwire Press, which Google Scholar and reference managers read.
    ``z:itemType`` tells Zotero that the page is a letter or a manuscript, not an article.
    """
    document, edition = citation.document, citation.edition
    letter = document.correspondence
    kind = csl_type(document.kind, is_letter=letter is not None)
    yield "z:itemType", _ZOTERO.get(kind, "manuscript")
    yield "citation_title", document.title
    for name in document.writers:
        yield "citation_author", name.sorted_words
    for name in document.translators:
        yield "citation_translator", name.sorted_words
    for name in edition.editors:
        yield "citation_editor", name.sorted_words
    if document.date.is_exact:
        date = parts(document.date.start)
        yield "citation_date", "/".join(f"{part:02}" for part in date)
    for key, value in (
        ("citation_collection_title", edition.title),
        ("citation_publisher", edition.publisher),
        ("citation_language", document.language),
        ("citation_public_url", citation.url),
    ):
        if value:
            yield key, value


def schema_org(citation: Citation) -> str:
    """The document in the vocabulary of schema.org, as JSON-LD that may stand in a page.

    No ``<``, ``>`` or ``&`` is in it, so that it cannot end the element it stands in.
    """
    document, edition = citation.document, citation.edition
    letter = document.correspondence
    archive = document.archives[0] if document.archives else None
    kind = csl_type(document.kind, is_letter=letter is not None)
    types: list[Json] = [_SCHEMA.get(kind, "Manuscript")]
    if archive:
        types.append("ArchiveComponent")
    found: dict[str, Json] = {
        "@context": "https://schema.org",
        "@type": types if len(types) > 1 else types[0],
        "@id": citation.url,
        "url": citation.url,
        "name": document.full_title or document.title,
        "alternateName": document.title if document.full_title != document.title else "",
        "genre": kind_words(document.kind, edition.language) if not document.is_edition else "",
        "identifier": document.number,
        "author": _agents(document.writers),
        "translator": _agents(document.translators),
        "dateCreated": document.date.iso,
        "inLanguage": document.language,
        "abstract": document.abstract,
    }
    if letter is not None:
        found["sender"] = _agents(letter.senders)
        found["recipient"] = _agents(letter.addressees)
        found["dateSent"] = letter.sent.iso
        found["dateReceived"] = letter.received.iso
        if letter.sent_from:
            place = letter.sent_from[0]
            found["locationCreated"] = _without_gaps(
                {"@type": "Place", "name": place.words, "sameAs": list(place.addresses)}
            )
    if archive:
        found["holdingArchive"] = _without_gaps(
            {
                "@type": "ArchiveOrganization",
                "name": archive.repository,
                "address": archive.place,
            }
        )
        found["itemLocation"] = ", ".join(filter(None, (archive.collection, archive.reference)))
    if document.is_edition:
        found |= _edition(citation)
    elif edition.title:
        found["isPartOf"] = _without_gaps(
            {
                "@type": "Book",
                "name": edition.title,
                "url": edition.base_url,
                **_edition(citation),
            }
        )
    text = json.dumps(_without_gaps(found), ensure_ascii=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _edition(citation: Citation) -> dict[str, Json]:
    edition = citation.edition
    publisher: dict[str, Json] = {"@type": "Organization", "name": edition.publisher}
    return _without_gaps(
        {
            "editor": _agents(edition.editors),
            "publisher": publisher if edition.publisher else None,
            "version": edition.version,
            "datePublished": citation.document.encoded,
        }
    )


def _agents(names: Sequence[Name]) -> list[Json]:
    return [
        _without_gaps(
            {
                "@type": "Organization" if name.is_body else "Person",
                "name": name.words,
                "familyName": name.family,
                "givenName": name.given,
                "sameAs": list(name.addresses),
            }
        )
        for name in names
    ]


def _without_gaps(value: dict[str, Json]) -> dict[str, Json]:
    return {key: each for key, each in value.items() if each}
