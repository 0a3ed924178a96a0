# SPDX-License-Identifier: MIT
"""Dates in TEI's dating attributes, as spans of days that can be compared.

Read are the attributes in the W3C's form, ``@when``, ``@notBefore``, ``@notAfter``, ``@from`` and
``@to``, else their ``-iso`` twins (TEI Guidelines, 14.4); times of day are left aside.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

Day = tuple[int, int, int]
"""Year, month, day; 0 before the first and 99 behind the last month or day."""

_ISO = re.compile(r"(-?\d{4,8})(?:-(\d\d))?(?:-(\d\d))?(T.*|Z|[+-]\d\d:\d\d)?")
_EVER: Day = (-(10**9), 0, 0)
_NEVER: Day = (10**9, 99, 99)
_OTHER_CALENDARS = re.compile("julian|old|hebr|islam|republic|revolution|custom", re.IGNORECASE)


class Span(NamedTuple):
    """A span of days, open at an end of which nothing is said."""

    start: Day
    end: Day
    words: str
    """The values it was read from."""
    has_time: bool = False

    @property
    def has_start(self) -> bool:
        """Whether it is said when it begins."""
        return self.start != _EVER

    @property
    def has_end(self) -> bool:
        """Whether it is said when it ends."""
        return self.end != _NEVER

    def is_before(self, other: Span) -> bool:
        """Whether every day of it is before every day of another."""
        return self.end < other.start

    def meets(self, other: Span) -> bool:
        """Whether the two have a day in common, for all that is said of them."""
        return not (self.is_before(other) or other.is_before(self))


def span(attributes: Mapping[str, str]) -> Span | None:
    """The span that dating attributes say; None where they say nothing that can be compared.

    An element whose ``@calendar`` or ``@datingMethod`` names another calendar than the Gregorian
    is left out: what its values mean is a matter of practice.
    """
    method = attributes.get("calendar", "") + attributes.get("datingMethod", "")
    if method and _OTHER_CALENDARS.search(method):
        return None
    when = _value(attributes, "when")
    first = when or _value(attributes, "notBefore") or _value(attributes, "from")
    last = when or _value(attributes, "notAfter") or _value(attributes, "to")
    start, end = limits(first), limits(last)
    if start is None and end is None:
        return None
    words = first if first == last else f"{first or '…'} to {last or '…'}"
    return Span(start[0] if start else _EVER, end[1] if end else _NEVER, words, "T" in first + last)


def _value(attributes: Mapping[str, str], name: str) -> str:
    return attributes.get(name) or attributes.get(f"{name}-iso") or ""


@lru_cache(maxsize=4096)
def limits(value: str) -> tuple[Day, Day] | None:
    """First and last day of a date, month or year in ISO form; None where it is none.

    >>> limits("1950-09")
    ((1950, 9, 0), (1950, 9, 99))
    """
    found = _ISO.fullmatch(value.strip())
    if found is None:
        return None
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if month > 12 or day > 31:
        return None
    return (year, month, day), (year, month or 99, day or 99)
