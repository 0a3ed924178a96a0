# SPDX-License-Identifier: MIT
"""Dates as people write them, in the form that XML Schema's types have (ISO 8601)."""

from __future__ import annotations

import re

_YEAR_FIRST = re.compile(r"(\d{4})[-./‐-―]?(\d\d?)(?:[-./‐-―](\d\d?))?")
_UNSEPARATED = re.compile(r"(\d{4})(\d\d)(\d\d)")
_YEAR_LAST = re.compile(r"(\d\d?)([-./])\s?(\d\d?)\2\s?(\d{4})")
_MINUTES = re.compile(r"(?:(\d{4}-\d\d-\d\d)[T ])?(\d\d?)[:.](\d\d)(:\d\d)?(Z|[-+]\d\d:\d\d)?")
_DAY = re.compile(r"(\d{4})-\d\d-\d\d")


def like_a_day(text: str) -> str:
    """A day that exists, for a text that has the form of one; else empty."""
    day = _DAY.fullmatch(text.strip())
    return f"{day.group(1)}-01-01" if day else ""


def iso_form(text: str) -> list[str]:
    """What a date or time that is not in the form of ISO 8601 may mean; empty where that is open.

    ``6.5.1912`` has its day first wherever it is written; of ``6/5/1912`` nobody can tell.

    >>> iso_form("1912-5-6"), iso_form("6.5.1912"), iso_form("6/5/1912"), iso_form("10:30")
    (['1912-05-06'], ['1912-05-06'], [], ['10:30:00'])
    """
    text = text.strip()
    if whole := _UNSEPARATED.fullmatch(text):
        return ["-".join(whole.groups())]
    if year_first := _YEAR_FIRST.fullmatch(text):
        year, *others = year_first.groups()
        return ["-".join([year, *(each.zfill(2) for each in others if each)])]
    if year_last := _YEAR_LAST.fullmatch(text):
        first, mark, second, year = year_last.groups()
        if mark == "." or first == second or int(first) > 12:
            return [f"{year}-{second.zfill(2)}-{first.zfill(2)}"]
        return [f"{year}-{first.zfill(2)}-{second.zfill(2)}"] if int(second) > 12 else []
    if minutes := _MINUTES.fullmatch(text):
        day, hour, minute, second, zone = minutes.groups()
        time = f"{hour.zfill(2)}:{minute}{second or ':00'}{zone or ''}"
        return [f"{day}T{time}" if day else time]
    return []
