# SPDX-License-Identifier: MIT
"""A date in words, no more exact than the document is dated.

The words are those of the pages (``xslt/words/``, the table ``date``). In English, day and month
come in the order of the citation styles: American but for ``en-GB``.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from typing import TYPE_CHECKING

from tei_edition import resources
from tei_edition.citations.record import Span, parts

if TYPE_CHECKING:
    from collections.abc import Mapping

_AMERICAN = {
    "day": "{month} {day}, {year}",
    "day-in-phrase": "{month} {day}, {year}",
    "month-day": "{month} {day}",
    "range-in-month": "{month} {from}–{to}, {year}",
    "range-in-year": "{from} – {to}, {year}",
    "between-in-month": "between {month} {from} and {to}, {year}",
    "between-in-year": "between {from} and {to}, {year}",
}


def dated(span: Span, language: str) -> str:
    """A date in words: “January 3–5, 1950”, “nicht nach 4. März 1950”, “[4 March 1950?]”.

    A conjecture stands in square brackets with a question mark. ``language`` is a BCP 47 tag; in
    one that the pages have no words in, the words are English.
    """
    start, end = span.start, span.end
    if not parts(start or end):
        return span.words
    phrases = _phrases(language)
    if start == end:
        words = _day(start, phrases)
    elif start and end:
        words = _from_to(start, end, phrases, "range" if span.is_range else "between")
    else:
        key = ("from", "to") if span.is_range else ("not-before", "not-after")
        day = _day(start or end, phrases, "-in-phrase")
        words = phrases[key[0] if start else key[1]].format(date=day)
    is_conjecture = not span.is_certain and (span.is_range or start == end)
    return f"[{words}?]" if is_conjecture else words


def year(span: Span, language: str) -> str:
    """The year in words, as :func:`dated`: “1950”, “1950–1951”, “not after 1950”."""
    start, end = (_year(value) for value in (span.start, span.end))
    same = bool(start) and start == end
    # Between two days of a year it is certainly that year.
    is_certain = span.is_certain or (same and span.start != span.end and not span.is_range)
    return dated(Span(start, end, is_certain, span.is_range, span.words), language)


def common_year(span: Span) -> str:
    """The year, of four digits or more, in which all of the span lies; empty if there is none."""
    start, end = (_year(value) for value in (span.start, span.end))
    return start if start == end else ""


def _year(value: str) -> str:
    return value[: value.index("-", 1)] if "-" in value[1:] else value


def _from_to(start: str, end: str, phrases: Mapping[str, str], key: str) -> str:
    first, last = parts(start), parts(end)
    is_days = first[0] > 0 and all(
        len(each) == 3 and f"months.m{each[1]}" in phrases for each in (first, last)
    )
    if is_days and first[:2] == last[:2]:
        return phrases[f"{key}-in-month"].format_map(
            {**_gaps(first, phrases), "from": _number(first, phrases), "to": _number(last, phrases)}
        )
    if is_days and first[0] == last[0]:
        ends = [phrases["month-day"].format_map(_gaps(each, phrases)) for each in (first, last)]
        return phrases[f"{key}-in-year"].format_map(
            {"from": ends[0], "to": ends[1], "year": first[0]}
        )
    if key == "range" and len(first) == len(last) == 1:
        key = "range-of-years"
    use = "-in-phrase" if key == "between" else ""
    return phrases[key].format_map(
        {"from": _day(start, phrases, use), "to": _day(end, phrases, use)}
    )


def _day(value: str, phrases: Mapping[str, str], use: str = "") -> str:
    """A day, month or year; ``use`` is ``-in-phrase`` for the form that follows a preposition."""
    date = parts(value)
    if len(date) > 1 and f"months.m{date[1]}" not in phrases:
        return value
    key = ("year", f"month{use}", f"day{use}")[len(date) - 1]
    return phrases[key].format_map(_gaps(date, phrases))


def _gaps(date: tuple[int, ...], phrases: Mapping[str, str]) -> dict[str, str]:
    year = str(date[0]) if date[0] > 0 else phrases["before-christ"].format(year=-date[0])
    month = date[1] if len(date) > 1 else 0
    return {
        "year": year,
        "month": phrases.get(f"months.m{month}", ""),
        "month-alone": phrases.get(f"months-alone.m{month}", ""),
        "day": _number(date, phrases),
    }


def _number(date: tuple[int, ...], phrases: Mapping[str, str]) -> str:
    if len(date) < 3:
        return ""
    return phrases["first-day"] if date[2] == 1 else str(date[2])


@lru_cache(maxsize=8)
def _phrases(language: str) -> Mapping[str, str]:
    primary = language.partition("-")[0].casefold()
    found: dict[str, str] = {}
    for tag in dict.fromkeys(("en", primary, language)):
        path = resources.stylesheet(f"words/{tag}.toml")
        if tag.replace("-", "").isalnum() and path.is_file():
            table = tomllib.loads(path.read_text(encoding="utf-8")).get("date", {})
            for key, value in table.items():
                inner = value if isinstance(value, dict) else {}
                found |= {f"{key}.{each}": str(words) for each, words in inner.items()}
                if not inner:
                    found[key] = str(value)
    is_american = primary == "en" and language.casefold() != "en-gb"
    return {**found, **_AMERICAN} if is_american else found
