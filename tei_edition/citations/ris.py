# SPDX-License-Identifier: MIT
"""Records in RIS, the tagged format of reference managers.

The tags are those of the format's specification of 2011; a letter is ``PCOMM`` (personal
communication), anything else of an archive ``UNPB``. A value is one line, whatever it holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.citations.bibtex import one_line
from tei_edition.citations.csl import csl_type
from tei_edition.citations.dating import common_year, dated
from tei_edition.citations.phrases import phrases
from tei_edition.citations.record import Span, parts
from tei_edition.citations.words import kind_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.citations.citation import Citation

_TYPES = {
    "personal_communication": "PCOMM",
    "manuscript": "UNPB",
    "report": "RPRT",
    "map": "MAP",
    "book": "EDBOOK",
    "article-newspaper": "NEWS",
}


def record(citation: Citation) -> str:
    """One record, with line ends CR LF, as the specification asks."""
    document = citation.document
    kind = csl_type(document.kind, is_letter=document.correspondence is not None)
    lines = [f"TY  - {_TYPES.get(kind, 'GEN')}"]
    lines += [f"{tag}  - {one_line(value)}" for tag, value in _fields(citation) if value]
    return "\r\n".join((*lines, "ER  - ", ""))


def _fields(citation: Citation) -> Iterator[tuple[str, str]]:
    document, edition = citation.document, citation.edition
    letter = document.correspondence
    yield "ID", citation.xml_id
    yield from (("AU", name.sorted_words) for name in document.writers)
    yield "TI", document.title
    yield from (("A2", name.sorted_words) for name in (letter.addressees if letter else ()))
    yield from (("A3", name.sorted_words) for name in edition.editors)
    yield from (("A4", name.sorted_words) for name in document.translators)
    yield "T2", edition.title
    yield from _date(document.date, edition.language)
    yield "M3", "" if document.is_edition else kind_words(document.kind, edition.language)
    yield "M1", document.number
    yield "CY", letter.sent_from[0].words if letter and letter.sent_from else ""
    yield "PB", edition.publisher
    yield "ET", edition.version
    yield "SE", citation.passage
    for archive in document.archives:
        yield "AN", ", ".join(filter(None, (archive.reference, archive.collection)))
        yield "DP", ", ".join(filter(None, (archive.repository, archive.place)))
    yield "LA", document.language
    yield "AB", document.abstract
    if document.translation:
        words = phrases(edition.language)["citation.translation"]
        yield "N1", words.format(name=document.translation)
    yield "N1", citation.account
    yield "UR", citation.url


def _date(span: Span, language: str) -> Iterator[tuple[str, str]]:
    """``DA`` is year, month, day and other words: of a date that is not exact, year and words.

    Where even the year is open it stands in a note.
    """
    if span.is_exact:
        date = parts(span.start)
        yield "PY", f"{date[0]:04}"
        yield "DA", "/".join(f"{part:02}" for part in date) + "/" * (3 - len(date))
    elif common_year(span):
        yield "PY", common_year(span)
        yield "DA", f"{common_year(span)}///{dated(span, language)}"
    elif span:
        words = phrases(language)["citation.date"]
        yield "N1", words.format(date=dated(span, language))
