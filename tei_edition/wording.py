# SPDX-License-Identifier: MIT
"""How messages list names and guess what was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def any_of(names: Iterable[str]) -> str:
    """``a``, ``a or b``, ``a, b or c``."""
    *most, last = names
    return f"{', '.join(most)} or {last}" if most else last


def counted(number: int, noun: str) -> str:
    """``1 file``, ``2 files``, ``80,673 errors``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def nearest(name: str, candidates: Iterable[str]) -> str:
    """The candidate that was probably meant: equal but for case, or very like; else empty."""
    import difflib

    names = list(candidates)
    folded = name.casefold()
    for candidate in names:
        if candidate.casefold() == folded:
            return candidate
    close = difflib.get_close_matches(name, names, n=1, cutoff=0.8)
    return close[0] if close else ""
