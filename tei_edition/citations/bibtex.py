# SPDX-License-Identifier: MIT
"""Entries for BibTeX and BibLaTeX.

BibTeX's own styles know no letters: the entry is ``@misc``, and what they would not show (the
addressee, the archive, the passage) stands in ``howpublished`` and ``note``. BibLaTeX has fields
for more (its manual, section 2.2). Values are UTF-8, with TeX's special characters made harmless.
"""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256
from typing import TYPE_CHECKING

from tei_edition.citations.dating import dated, year
from tei_edition.citations.phrases import phrases
from tei_edition.citations.record import Name, Span, parts
from tei_edition.citations.words import kind_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.citations.citation import Citation

_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "$": r"\$",
        "&": r"\&",
        "#": r"\#",
        "%": r"\%",
        "_": r"\_",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
    }
)

_ENDING_AN_ADDRESS = str.maketrans({c: f"%{ord(c):02X}" for c in "\\{} "})

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def entry(citation: Citation, *, biblatex: bool = False) -> str:
    """One entry, with a line end at its end; its key is the identifier that is cited.

    Keys are ASCII: one in another script has what is left of it there, and a digest of the whole.
    """
    fields = _biblatex(citation) if biblatex else _bibtex(citation)
    kind = "letter" if biblatex and citation.document.correspondence else "misc"
    kind = "book" if citation.document.is_edition else kind
    lines = [f"  {name} = {{{value}}}," for name, value in fields if value]
    key = re.sub(r"[^A-Za-z0-9:.+/-]", "-", _ascii(citation.xml_id))
    if not citation.xml_id.isascii():
        key = f"{key.strip('-')}-{sha256(citation.xml_id.encode('utf-8')).hexdigest()[:8]}".strip(
            "-"
        )
    return "\n".join((f"@{kind}{{{key or 'edition'},", *lines, "}\n"))


def _bibtex(citation: Citation) -> list[tuple[str, str]]:
    document, edition = citation.document, citation.edition
    return [
        ("author", _names(document.writers)),
        ("title", _title(document.title)),
        ("year", escaped(year(document.date, edition.language))),
        ("month", _month(document.date)),
        ("editor", _names(edition.editors)),
        (
            "howpublished",
            escaped(_sentences(_within(citation), _version(citation), edition.publisher)),
        ),
        ("note", escaped(_note(citation))),
        ("language", escaped(document.language)),
        ("url", address(citation.url)),
    ]


def _biblatex(citation: Citation) -> list[tuple[str, str]]:
    document, edition = citation.document, citation.edition
    return [
        ("author", _names(document.writers)),
        ("title", _title(document.title)),
        ("titleaddon", escaped(_kind(citation))),
        ("date", _edtf(document.date)),
        ("translator", _names(document.translators)),
        ("editor", _names(edition.editors)),
        ("howpublished", escaped(_within(citation))),
        ("version", escaped(edition.version)),
        ("organization", escaped(edition.publisher)),
        ("note", escaped(_note(citation, fields_are_few=False))),
        ("addendum", escaped(_sentences(*_archives(citation), citation.passage))),
        ("langid", escaped(document.language)),
        ("url", address(citation.url)),
    ]


def escaped(words: str) -> str:
    """Words as TeX reads them."""
    return unicodedata.normalize("NFC", one_line(words)).translate(_SPECIAL)


def address(url: str) -> str:
    """A URL as the ``url`` field takes it, which is read literally but for what would end it."""
    return one_line(url).translate(_ENDING_AN_ADDRESS)


def one_line(words: str) -> str:
    """Words without line ends and other characters that control something."""
    if not words.isprintable():
        words = "".join(c if c.isprintable() else " " for c in words)
    return " ".join(words.split())


def _ascii(words: str) -> str:
    return unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()


def _title(words: str) -> str:
    """In braces of its own, so that no style changes its capitals."""
    return f"{{{escaped(words)}}}" if words else ""


def _names(names: Sequence[Name]) -> str:
    """Joined by ``and``; bodies and names of unknown parts in braces, so that none is cut up."""
    return " and ".join(
        f"{{{escaped(name.literal)}}}"
        if name.literal
        else ", ".join(filter(None, (_part(name.family), _part(name.given))))
        for name in names
    )


def _part(words: str) -> str:
    """A part of a name; in braces where BibTeX would see a list of names in it."""
    words = escaped(words)
    return f"{{{words}}}" if re.search(r"\band\b|,", words) else words


def _month(span: Span) -> str:
    """The month, where it is certain."""
    months = {parts(end)[:2] for end in (span.start, span.end)}
    month = months.pop()[1:] if len(months) == 1 else ()
    is_known = span.is_certain or (span.start != span.end and not span.is_range)
    return _MONTHS[month[0] - 1] if is_known and month and 1 <= month[0] <= 12 else ""


def _edtf(span: Span) -> str:
    """BibLaTeX's manual, section 2.3.8: an interval may be open, “~” marks what is uncertain."""
    mark = "" if span.is_certain else "~"
    start, end = (each and each + mark for each in (span.start, span.end))
    return start if start == end else f"{start}/{end}"


def _kind(citation: Citation) -> str:
    document = citation.document
    if document.is_edition:
        return ""
    kind = kind_words(document.kind, citation.edition.language)
    return " ".join(filter(None, (kind, document.number)))


def _version(citation: Citation) -> str:
    return _phrase(citation, "version", version=citation.edition.version)


def _within(citation: Citation) -> str:
    return _phrase(citation, "within", title=citation.edition.title)


def _phrase(citation: Citation, key: str, **gaps: str) -> str:
    """Words of the edition's language; none where there is nothing to fill them."""
    words = phrases(citation.edition.language)[f"citation.{key}"]
    return words.format_map(gaps) if all(gaps.values()) else ""


def _archives(citation: Citation) -> list[str]:
    return [
        ", ".join(filter(None, (a.repository, a.place, a.collection, a.reference)))
        for a in citation.document.archives
    ]


def _note(citation: Citation, *, fields_are_few: bool = True) -> str:
    """What the entry has no field for; BibTeX has fewer of them than BibLaTeX."""
    document = citation.document
    letter = document.correspondence
    addressees = ", ".join(name.words for name in letter.addressees) if letter else ""
    place = letter.sent_from[0].words if letter and letter.sent_from else ""
    translators = ", ".join(name.words for name in document.translators)
    return _sentences(
        _kind(citation) if fields_are_few else "",
        _phrase(citation, "to", names=addressees),
        place,
        _inexact(citation) if fields_are_few else "",
        _phrase(citation, "translators", names=translators) if fields_are_few else "",
        _phrase(citation, "translation", name=document.translation),
        *(_archives(citation) if fields_are_few else ()),
        citation.passage if fields_are_few else "",
        citation.account,
    )


def _inexact(citation: Citation) -> str:
    span = citation.document.date
    has_ends = bool(span.start or span.end)
    return dated(span, citation.edition.language) if has_ends and not span.is_exact else ""


def _sentences(*pieces: str) -> str:
    return "; ".join(filter(None, pieces))
