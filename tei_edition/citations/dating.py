# SPDX-License-Identifier: MIT
"""A date in words, no more exact than the document is dated.

The words are those of the pages (``xslt/words/``, the table ``date``). In English, day and month
come in the order of the citation styles: American but for ``en-GB``.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tei_edition.citations.phrases import ENGLISH, phrases, primary
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
    patterns = _phrases(language)
    if start == end:
        words = _day(start, patterns)
    elif start and end:
        words = _from_to(start, end, patterns, "range" if span.is_range else "between")
    else:
        key = ("from", "to") if span.is_range else ("not-before", "not-after")
        day = _day(start or end, patterns, "-in-phrase")
        words = patterns[key[0] if start else key[1]].format(date=day)
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


def _from_to(start: str, end: str, patterns: Mapping[str, str], key: str) -> str:
    first, last = parts(start), parts(end)
    is_days = first[0] > 0 and all(
        len(each) == 3 and f"months.m{each[1]}" in patterns for each in (first, last)
    )
    if is_days and first[:2] == last[:2]:
        return patterns[f"{key}-in-month"].format_map(
            {
                **_gaps(first, patterns),
                "from": _number(first, patterns),
                "to": _number(last, patterns),
            }
        )
    if is_days and first[0] == last[0]:
        ends = [patterns["month-day"].format_map(_gaps(each, patterns)) for each in (first, last)]
        return patterns[f"{key}-in-year"].format_map(
            {"from": ends[0], "to": ends[1], "year": first[0]}
        )
    if key == "range" and len(first) == len(last) == 1:
        key = "range-of-years"
    use = "-in-phrase" if key == "between" else ""
    return patterns[key].format_map(
        {"from": _day(start, patterns, use), "to": _day(end, patterns, use)}
    )


def _day(value: str, patterns: Mapping[str, str], use: str = "") -> str:
    """A day, month or year; ``use`` is ``-in-phrase`` for the form that follows a preposition."""
    date = parts(value)
    if len(date) > 1 and f"months.m{date[1]}" not in patterns:
        return value
    key = ("year", f"month{use}", f"day{use}")[len(date) - 1]
    return patterns[key].format_map(_gaps(date, patterns))


def _gaps(date: tuple[int, ...], patterns: Mapping[str, str]) -> dict[str, str]:
    year = str(date[0]) if date[0] > 0 else patterns["before-christ"].format(year=-date[0])
    month = date[1] if len(date) > 1 else 0
    return {
        "year": year,
        "month": patterns.get(f"months.m{month}", ""),
        "month-alone": patterns.get(f"months-alone.m{month}", ""),
        "day": _number(date, patterns),
    }


def _number(date: tuple[int, ...], patterns: Mapping[str, str]) -> str:
    if len(date) < 3:
        return ""
    return patterns["first-day"] if date[2] == 1 else str(date[2])


@lru_cache(maxsize=8)
def _phrases(language: str) -> Mapping[str, str]:
    found = {
        key.removeprefix("date."): words
        for key, words in phrases(language).items()
        if key.startswith("date.")
    }
    is_american = primary(language) == ENGLISH and language.casefold() != "en-gb"
    return {**found, **_AMERICAN} if is_american else found
