# SPDX-License-Identifier: MIT
"""Items of CSL-JSON through citeproc-py, and what has to be put right around it."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Literal

from tei_edition.citations.csl import YEAR
from tei_edition.citations.styles.quotation import QuotationMarks
from tei_edition.citations.styles.sources import StyleError, read_style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from citeproc import CitationStylesStyle
    from lxml.etree import _Element

    from tei_edition.citations.csl import Item, Json

Markup = Literal["text", "html"]

_HYPHEN = "\ue000"
"""Stands for a hyphen that is no range, since the processor makes a dash of every one."""


@dataclass(frozen=True, slots=True)
class Styled:
    """A citation in a style."""

    citation: str
    """The note; in a style that cites in the text, what stands there in brackets."""
    bibliography: str
    """The entry of the bibliography; empty where the style has none."""
    is_note: bool


def styled(
    item: Item,
    passage: tuple[str, str] | None,
    style: str,
    language: str,
    markup: Markup,
    *,
    with_entry: bool = True,
) -> Styled:
    """An item of CSL-JSON in a style.

    ``passage`` is the kind of locator (CSL's term, such as ``paragraph``) and its number; or
    ``page``, which styles leave unsaid, and the whole label. ``language`` is a BCP 47 tag. Without
    ``with_entry`` the entry of the bibliography is made only where the style has no notes.

    Raises:
        StyleError: there is no such style, or the processor cannot do what it asks.
    """
    from citeproc import Citation, CitationStylesBibliography, Locator, formatter
    from citeproc.source.json import CiteProcJSON

    from tei_edition.citations.styles.shortcuts import CitedAlone

    prepared = _style(style, language, inverts=_inverts(item))
    try:
        source = CiteProcJSON([_for_processor(item, markup)])
        made = CitationStylesBibliography(
            prepared, source, formatter.html if markup == "html" else formatter.plain
        )
        locator = None
        if passage is not None:
            kind, number = passage
            number = number if kind == "paragraph" else number.replace("-", _HYPHEN)
            number = html.escape(number, quote=False) if markup == "html" else number
            locator = Locator(kind, number)
        citation = Citation([CitedAlone(source["item"], locator, markup)])
        made.register(citation)
        note = str(made.cite(citation, lambda unknown: str(unknown)))
        is_note = prepared.root.get("class") == "note"
        has_entry = prepared.has_bibliography() and (with_entry or not is_note)
        entry = "".join(map(str, made.bibliography())) if has_entry else ""
    except (LookupError, TypeError, ValueError, AttributeError, AssertionError) as error:
        raise StyleError(f"the style “{style}” cannot be processed: {error!r}") from error
    marks = _marks(prepared)
    dates = [value for key in ("issued", YEAR) if (value := _words(item.get(key)))]
    return Styled(
        _finished(_sentences(note, dates), markup, marks),
        _finished(_sentences(entry, dates), markup, marks),
        is_note,
    )


def _words(date: Json) -> str:
    """A date that is given in words; empty for any other."""
    return str(date.get("literal", "")) if isinstance(date, dict) else ""


def _sentences(text: str, dates: Sequence[str]) -> str:
    """The text with a capital where a date in words begins it or a sentence.

    A style can ask for that only where it knows that nothing comes before the date.
    """
    for words in dates:
        begins = rf"((?:\A|[.?!] )(?:<[^>]*>)*){re.escape(words[:1])}(?={re.escape(words[1:])})"
        text = re.sub(begins, lambda found: found[1] + found[0][len(found[1]) :].upper(), text)
    return text


def _locale(language: str) -> str:
    """The locale of a language: itself, or the one that CSL takes for the language's main form."""
    from citeproc import LANGUAGE_NAMES, PRIMARY_DIALECTS

    primary, _, region = language.partition("-")
    tag = f"{primary.lower()}-{region.upper()}" if region else primary.lower()
    return tag if tag in LANGUAGE_NAMES else PRIMARY_DIALECTS.get(primary.lower(), "en-US")


@lru_cache(maxsize=8)
def _style(name: str, language: str, *, inverts: bool) -> CitationStylesStyle:
    from citeproc import CitationStylesStyle

    from tei_edition.citations.styles.shortcuts import take_shortcuts

    take_shortcuts()
    content = read_style(name)
    # delimiter-precedes-last="after-inverted-name" is none of the values the processor knows.
    precedes = b'"always"' if inverts else b'"contextual"'
    content = content.replace(b'"after-inverted-name"', precedes)
    try:
        made = CitationStylesStyle(BytesIO(content), locale=_locale(language), validate=False)
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        raise StyleError(f"the style “{name}” cannot be processed: {error!r}") from error
    # The processor gives a date in words whole, also where a style asks for the year alone.
    for date in made.root.iter("{*}date"):
        if date.get("variable") == "issued" and _is_year(date):
            date.set("variable", YEAR)
    return made


def _is_year(date: _Element) -> bool:
    if date.get("form") is not None:
        return date.get("date-parts") == "year"
    return {part.get("name") for part in date} == {"year"}


def _inverts(item: Item) -> bool:
    """Whether the first author's name can be turned round: “Schnitzler, Arthur”."""
    authors = item.get("author")
    first = authors[0] if isinstance(authors, list) and authors else None
    return isinstance(first, dict) and "given" in first


def _for_processor(item: Item, markup: Markup) -> Item:
    """The item in the variables that citeproc-py knows; the passage goes in as its locator."""
    suited = dict(item)
    suited.pop("section", None)
    suited.pop("abstract", None)
    suited.pop("note", None)
    collection = suited.pop("archive_collection", "")
    places = [str(part) for part in (suited.get("archive_location", ""), collection) if part]
    if places:
        suited["archive_location"] = ", ".join(places)
    edition_date = suited.pop("available-date", None)
    if edition_date:
        suited["container"] = edition_date
    known = _variables()
    found = {key: value for key, value in suited.items() if key in known}
    found = {**found, "id": "item", "type": item["type"]}
    if markup == "html":
        # The processor takes values for HTML.
        return {key: _escaped(value) for key, value in found.items()}
    return found


@lru_cache(maxsize=1)
def _variables() -> frozenset[str]:
    """The names of all variables, in both of the ways in which the processor writes them."""
    from citeproc import VARIABLES

    return frozenset(variable.replace("_", "-") for variable in VARIABLES) | frozenset(VARIABLES)


def _escaped(value: Json) -> Json:
    match value:
        case str():
            return html.escape(value, quote=False)
        case list():
            return [_escaped(each) for each in value]
        case dict():
            return {key: _escaped(each) for key, each in value.items()}
    return value


def _finished(words: str, markup: Markup, marks: QuotationMarks) -> str:
    """Punctuation as the language has it, and no marks or styles of the processor's own."""
    words = marks.applied(words).replace(_HYPHEN, "-")
    words = re.sub(r"([.?!…])\.(?=\s|$|<)", r"\1", words) if not words.endswith("...") else words
    if markup == "html":
        words = words.replace(' style="font-variant:small-caps;"', ' class="small-caps"')
        words = re.sub(r"https?://[^\s<>\"]+[^\s<>\".,;)]", r'<a href="\g<0>">\g<0></a>', words)
    return words


@lru_cache(maxsize=16)
def _marks(prepared: CitationStylesStyle) -> QuotationMarks:
    def term(name: str) -> str:
        return str(prepared.root.get_single_term(name=name) or "")

    return QuotationMarks(
        term("open-quote"),
        term("close-quote"),
        term("open-inner-quote"),
        term("close-inner-quote"),
        prepared.root.get_locale_option("punctuation-in-quote") == "true",
    )
