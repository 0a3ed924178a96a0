# SPDX-License-Identifier: MIT
"""White space as XML and XML Schema have it: four characters, never Unicode's many."""

from __future__ import annotations

WHITE_SPACE = " \t\n\r"

_TO_SPACE = {9: " ", 10: " ", 13: " "}


def replace(text: str) -> str:
    """Turn tabs and line ends into spaces (XML Schema Part 2 §4.3.6, ``replace``)."""
    if "\n" in text or "\t" in text or "\r" in text:
        return text.translate(_TO_SPACE)
    return text


def collapse(text: str) -> str:
    """Strip, and make one space of every run (§4.3.6, ``collapse``; RELAX NG's normalization)."""
    if "\n" in text or "\t" in text or "\r" in text:
        text = text.translate(_TO_SPACE)
    elif " " not in text:
        return text
    return " ".join([word for word in text.split(" ") if word])


def words(text: str) -> list[str]:
    """Return what stands between white space (RELAX NG §6.2.9, ``split``)."""
    return [word for word in replace(text).split(" ") if word]
