# SPDX-License-Identifier: MIT
"""Dates and times (XML Schema Part 2 §3.2.7–14, Appendix D).

The year 0000 is none, -0001 is the year before 0001, and leap years are counted through it. The
second 60 is allowed in any minute, as ISO 8601 knows leap seconds and no table of them is kept.
Years have at most nine digits.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from tei_edition.relaxng.datatypes.xsd.primitive import Lexical, Order, Phrase, Primitive

_YEAR = r"(?P<year>-?(?!0000)(?:[0-9]{4}|[1-9][0-9]{4,8}))"
_MONTH = r"(?P<month>0[1-9]|1[0-2])"
_DAY = r"(?P<day>0[1-9]|[12][0-9]|3[01])"
_MONTH_DAY = rf"(?!02-3|(?:0[469]|11)-31){_MONTH}-{_DAY}"
_TIME = (
    r"(?P<hour>[01][0-9]|2[0-3]):(?P<minute>[0-5][0-9])"
    r":(?P<second>[0-5][0-9]|60)(?:\.(?P<fraction>[0-9]+))?"
)
_ZONE = r"(?P<zone>Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))?"

_FOURTEEN_HOURS = 14 * 3600
_LEAP_DAY = re.compile(r"(-?[0-9]+)-02-29")


class Instant(NamedTuple):
    """A point on the time line, or, without time zone, on one that may lie 14 hours either way."""

    zoned: bool
    seconds: int
    leap: bool
    """Whether it is in the second after ``seconds``, one that is inserted."""
    fraction: str
    """The digits after the decimal point, without trailing zeros."""


def _astronomical(year: str) -> int:
    """Return the year with a year 0, for the calendar's arithmetic."""
    number = int(year)
    return number + 1 if number < 0 else number


def days_before(year: int, month: int, day: int) -> int:
    """Count the days from 0000-03-01 of the proleptic Gregorian calendar, which has a year 0."""
    year -= month <= 2
    month = (month + 9) % 12
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * month + 2) // 5 + day - 1


def is_leap(year: int) -> bool:
    """Whether the year, by astronomers' numbering, has 366 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _instant(match: Callable[[str], re.Match[str] | None], text: str) -> Instant:
    found = match(text)
    assert found is not None, text
    part = found.groupdict("")
    # Where a part is missing, any will do that is the same for all (§3.2.7.3): a leap year, and a
    # month of 31 days.
    year = _astronomical(part["year"]) if part.get("year") else 2000
    month = int(part.get("month") or 1)
    seconds = days_before(year, month, int(part.get("day") or 1)) * 86400
    second = int(part.get("second") or 0)
    seconds += int(part.get("hour") or 0) * 3600 + int(part.get("minute") or 0) * 60
    seconds += min(second, 59)
    zone = part["zone"]
    if len(zone) > 1:
        offset = int(zone[1:3]) * 3600 + int(zone[4:6]) * 60
        seconds += offset if zone[0] == "-" else -offset
    return Instant(bool(zone), seconds, second == 60, part.get("fraction", "").rstrip("0"))


def compare_instants(one: Instant, other: Instant) -> int | None:
    """Compare; one with and one without time zone only where 14 hours cannot matter (§3.2.7.4)."""
    if one.zoned == other.zoned:
        return (one[1:] > other[1:]) - (one[1:] < other[1:])
    if one.zoned:
        reverse = compare_instants(other, one)
        return None if reverse is None else -reverse
    if (one.seconds + _FOURTEEN_HOURS, *one[2:]) < other[1:]:
        return -1
    if (one.seconds - _FOURTEEN_HOURS, *one[2:]) > other[1:]:
        return 1
    return None


_ORDER = Order(compare_instants, "not before", "not after", "after", "before")


def _primitive(name: str, noun: str, examples: tuple[str, ...], pattern: str) -> Primitive:
    compiled: list[Callable[[str], re.Match[str] | None]] = []

    def match() -> Callable[[str], re.Match[str] | None]:
        if not compiled:
            compiled.append(re.compile(pattern + _ZONE).fullmatch)
        return compiled[0]

    def lexical() -> Lexical:
        fits = match()
        if "year" not in pattern or "day" not in pattern:
            return fits

        def day_exists(text: str) -> bool:
            if fits(text) is None:
                return False
            leap_day = _LEAP_DAY.match(text) if "-02-29" in text else None
            return leap_day is None or is_leap(_astronomical(leap_day[1]))

        return day_exists

    return Primitive(
        name,
        Phrase(noun, examples),
        lexical,
        lambda text: _instant(match(), text),
        order=_ORDER,
    )


PRIMITIVES = [
    _primitive(
        "dateTime",
        "a date and time",
        ("1950-09-30T14:05:00", "2001-02-03T14:05:00", "1950-09-30T14:05:00Z"),
        f"{_YEAR}-{_MONTH_DAY}T{_TIME}",
    ),
    _primitive("time", "a time of day", ("14:05:00", "09:30:00", "14:05:00Z"), _TIME),
    _primitive(
        "date", "a date", ("1950-09-30", "2001-02-03", "1950-09-30Z"), f"{_YEAR}-{_MONTH_DAY}"
    ),
    _primitive("gYearMonth", "a year and month", ("1950-09", "2001-02"), f"{_YEAR}-{_MONTH}"),
    _primitive("gYear", "a year of four digits", ("1950", "2001", "-0044"), _YEAR),
    _primitive("gMonthDay", "a month and day", ("--09-30", "--02-03"), f"--{_MONTH_DAY}"),
    _primitive("gDay", "a day of the month", ("---30", "---03"), f"---{_DAY}"),
    _primitive("gMonth", "a month", ("--09", "--02"), f"--{_MONTH}"),
]
