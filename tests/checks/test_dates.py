from __future__ import annotations

import pytest

from tei_edition.checks.dates import limits, span


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ({"when": "1950-09-29"}, {"when": "1950-09-29T23:30:00"}, True),
        ({"when": "1950-09-29"}, {"when": "1950-09"}, True),
        ({"when": "1950-09-29"}, {"when": "1950"}, True),
        ({"when": "1950-09-29"}, {"when": "1950-09-30"}, False),
        ({"when": "1950-09"}, {"when": "1950-10"}, False),
        ({"notBefore": "1950-09-01"}, {"when": "1951"}, True),
        ({"notBefore": "1950-09-01"}, {"when": "1949"}, False),
        ({"from": "1950-09-01", "to": "1950-09-03"}, {"notAfter": "1950-09-01"}, True),
        ({"from": "1950-09-02", "to": "1950-09-03"}, {"notAfter": "1950-09-01"}, False),
        ({"when": "-0043-03-15"}, {"when": "-0044-03-15"}, False),
        ({"when-iso": "1950-09-29"}, {"when": "1950-09-29+09:00"}, True),
    ],
)
def test_two_dates_contradict_each_other_if_they_have_no_day_in_common(
    one: dict[str, str], other: dict[str, str], meet: bool
) -> None:
    first, second = span(one), span(other)
    assert first is not None
    assert second is not None
    assert first.meets(second) is second.meets(first) is meet


@pytest.mark.parametrize(
    "value", ["", "1950-13-01", "1950-12-32", "--09-29", "autumn", "99", "1950-9"]
)
def test_what_is_no_date_is_not_compared(value: str) -> None:
    assert limits(value) is None
    assert span({"when": value}) is None


def test_dates_of_another_calendar_are_not_compared() -> None:
    assert span({"when": "1917-10-25", "calendar": "#Julian"}) is None
    assert span({"when": "1917-11-07", "calendar": "#gregorian"}) is not None
