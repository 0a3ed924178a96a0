# SPDX-License-Identifier: MIT
"""duration (XML Schema Part 2 §3.2.6): six numbers, in a partial order."""

from __future__ import annotations

import re

from tei_edition.relaxng.datatypes.xsd.dates import days_before
from tei_edition.relaxng.datatypes.xsd.primitive import Order, Phrase, Primitive, expression

Duration = tuple[bool, str, str, str, str, str, str]
"""Whether negative; years, months, days, hours, minutes, seconds, as digits without idle zeros."""

_PATTERN = (
    r"(?P<sign>-?)P(?=[0-9T])(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)D)?"
    r"(?:T(?=[0-9])(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+(?:\.[0-9]+)?)S)?)?"
)
_REFERENCES = ((1696, 9), (1697, 2), (1903, 3), (1903, 7))
"""Year and month of the four moments, each on the first, that durations are compared at."""
_MOST_DIGITS = 4000
"""Python converts no longer numbers; durations beyond have no order."""


def duration(text: str) -> Duration:
    """Return the value of a lexical form."""
    found = re.fullmatch(_PATTERN, text)
    assert found is not None, text
    sign, *numbers = found.groups("")
    years, months, days, hours, minutes = (number.lstrip("0") for number in numbers[:5])
    seconds = numbers[5].lstrip("0")
    if "." in seconds:
        seconds = seconds.rstrip("0").rstrip(".")
    parts = (years, months, days, hours, minutes, seconds)
    return (bool(sign) and any(parts), *parts)


def compare_durations(one: Duration, other: Duration) -> int | None:
    """Compare by what each adds to four moments (§3.2.6.2); equal are the same six numbers only.

    P1Y is neither less nor more than P12M, nor is it the same value.
    """
    if one == other:
        return 0
    if any(len(part) > _MOST_DIGITS for part in (*one[1:], *other[1:])):
        return None
    from fractions import Fraction

    def months_and_seconds(value: Duration) -> tuple[int, Fraction]:
        years, months, days, hours, minutes = (int(part or 0) for part in value[1:6])
        seconds = Fraction("0" + value[6]) + 86400 * days + 3600 * hours + 60 * minutes
        sign = -1 if value[0] else 1
        return sign * (12 * years + months), sign * seconds

    (one_months, one_seconds), (other_months, other_seconds) = map(months_and_seconds, (one, other))
    signs = set()
    for year, month in _REFERENCES:
        ends = []
        for months, seconds in ((one_months, one_seconds), (other_months, other_seconds)):
            years, index = divmod(year * 12 + month - 1 + months, 12)
            ends.append(86400 * days_before(years, index + 1, 1) + seconds)
        signs.add((ends[0] > ends[1]) - (ends[0] < ends[1]))
    return signs.pop() if len(signs) == 1 and signs != {0} else None


PRIMITIVES = [
    Primitive(
        "duration",
        Phrase("a duration", ("P1Y6M", "P10D", "PT1H")),
        expression(_PATTERN),
        duration,
        order=Order(compare_durations, "of at least", "of at most", "longer than", "shorter than"),
    )
]
