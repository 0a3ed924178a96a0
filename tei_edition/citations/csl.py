# SPDX-License-Identifier: MIT
"""A citation as a CSL-JSON item (https://docs.citationstyles.org/, CSL 1.0.2, appendix IV)."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from tei_edition.citations.dating import dated, year
from tei_edition.citations.record import EDITION, Name, Span, parts
from tei_edition.citations.words import kind_words, translation_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.citations.citation import Citation

Json: TypeAlias = "str | int | bool | Sequence[Json] | dict[str, Json] | None"
Item: TypeAlias = "dict[str, Json]"

_LETTERS = frozenset(
    {"letter", "cable", "telegram", "note-verbale", "memorandum", "telephone", "postcard"}
)
"""Kinds of documents that go from one person to another."""

_OTHER_KINDS = {
    "speech": "speech",
    "press": "article-newspaper",
    "map": "map",
    "agreement": "treaty",
    "report": "report",
    EDITION: "book",
}


def item(citation: Citation) -> Item:
    """The CSL-JSON item of a citation; its ``id`` is the identifier that is cited.

    ``issued`` is the document's own date, as for a letter in Zotero, and ``available-date`` that of
    the edition. The passage is the ``section``: CSL-JSON has no locator.
    """
    document, edition = citation.document, citation.edition
    letter = document.correspondence
    archive = document.archives[0] if document.archives else None
    found: Item = {
        "id": citation.xml_id or document.kind,
        "type": csl_type(document.kind, is_letter=letter is not None),
        "title": document.title,
        "genre": "" if document.is_edition else kind_words(document.kind, edition.language),
        "number": document.number,
        "author": _names(document.writers),
        "recipient": _names(letter.addressees) if letter else [],
        "translator": _names(document.translators),
        "issued": _date(document.date, edition.language),
        "event-place": letter.sent_from[0].words if letter and letter.sent_from else "",
        "section": citation.passage,
        "archive": archive.repository if archive else "",
        "archive-place": archive.place if archive else "",
        "archive_collection": archive.collection if archive else "",
        "archive_location": archive.reference if archive else "",
        "source": _source(citation),
        "container-title": edition.title,
        "editor": _names(edition.editors),
        "version": edition.version,
        "publisher": edition.publisher,
        "available-date": _date(Span(document.encoded, document.encoded), ""),
        "language": document.language,
        "abstract": document.abstract,
        "URL": citation.url,
        "note": citation.account,
    }
    return {key: value for key, value in found.items() if value}


YEAR = "submitted"
"""The variable that the year alone stands in, for the styles' processor: no letter has it."""


def item_for_styles(citation: Citation) -> Item:
    """The item as styles take it: a date that is not exact is in words, and so is its year."""
    found, span = item(citation), citation.document.date
    if "issued" not in found:
        return found
    if span.is_exact or not (span.start or span.end):
        return {**found, YEAR: found["issued"]}
    language = citation.edition.language
    issued: Item = {"literal": dated(span, language)}
    return {**found, "issued": issued, YEAR: {"literal": year(span, language)}}


def csl_type(kind: str, *, is_letter: bool) -> str:
    """The CSL type that a document's kind comes under."""
    if is_letter or kind in _LETTERS:
        return "personal_communication"
    if not kind:
        return "document"
    return _OTHER_KINDS.get(kind, "manuscript")


def _source(citation: Citation) -> str:
    """The published translation that the text follows, where it names no translator."""
    publisher = citation.document.translation
    if not publisher or citation.document.translators:
        return publisher
    return f"{translation_words(citation.edition.language)}, {publisher}"


def _names(names: Sequence[Name]) -> list[Json]:
    return [
        {"literal": name.literal}
        if name.literal
        else {
            key: value for key, value in (("family", name.family), ("given", name.given)) if value
        }
        for name in names
    ]


def _date(span: Span, language: str) -> Item:
    """Both ends; “circa” where it is uncertain, and words where it is open at one end."""
    ends = [parts(end) for end in (span.start, span.end) if end]
    if not ends:
        return {"literal": span.words} if span.words else {}
    if span.start == span.end:
        ends = ends[:1]
    found: Item = {"date-parts": [list(end) for end in ends]}
    if not span.is_certain:
        found["circa"] = True
    if not (span.start and span.end):
        found["literal"] = dated(span, language)
    return found
