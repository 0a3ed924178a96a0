# SPDX-License-Identifier: MIT
"""Numbers in ``@n`` that leave one out, or stand twice.

A sequence is what the elements of one name in a division, list or table have (pages: those of the
text), in one style: figures, Roman numerals, letters, or leaves with their sides (12r, 12v). It is
looked at only where most of its steps are steps of one, so that numbers which count by fives, or
name something else, are left alone.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.checks.consistency.warning import acknowledge, warning

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.checks.records import Document, Number
    from tei_edition.findings import Finding

_FIGURES = re.compile(r"0*(\d{1,6})[.)]?")
_LEAF = re.compile(r"(\d{1,5})\s?([rv])")
_ROMAN = re.compile(r"m{0,4}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}

FEWEST = 3
"""Members of a sequence."""

WIDEST = 5
"""Numbers that may be left out at one place; more is taken for a new beginning or an excerpt."""


class _Counted(NamedTuple):
    number: Number
    value: int
    style: str


def numbering(document: Document, *, covered: bool) -> Iterator[Finding]:
    """Holes and doubles in the sequences of a document."""
    for (element, parent, _), numbers in document.numbers.items():
        if covered and parent in document.counted:
            continue
        if len(numbers) >= FEWEST:
            for run in _runs(numbers):
                yield from _run(element, run)


def _runs(numbers: Sequence[Number]) -> Iterator[list[_Counted]]:
    """Stretches in one style that do not fall back; labels that are no numbers are passed over.

    A second first one is a new beginning: the front has its pages, and the body its own.
    """
    run: list[_Counted] = []
    for counted in _counted(numbers):
        if run and (
            counted.style != run[-1].style
            or counted.value < run[-1].value
            or counted.value == run[-1].value == 1
        ):
            yield run
            run = []
        run.append(counted)
    if run:
        yield run


def _counted(numbers: Sequence[Number]) -> Iterator[_Counted]:
    labels = [number.label.strip().strip("[]()") for number in numbers]
    # “i” and “c” are letters among letters, and numerals among numerals.
    numerals = [label for label in labels if label.isascii() and label.isalpha()]
    is_roman = bool(numerals) and all(
        _ROMAN.fullmatch(label.rstrip(".").lower()) for label in numerals
    )
    for number, label in zip(numbers, labels, strict=True):
        if found := _FIGURES.fullmatch(label):
            yield _Counted(number, int(found[1]), "figures")
        elif found := _LEAF.fullmatch(label):
            yield _Counted(number, 2 * int(found[1]) + (found[2] == "v"), "leaves")
        elif label and is_roman and label in numerals:
            style = "capital numerals" if label.isupper() else "numerals"
            yield _Counted(number, _roman(label.lower()), style)
        elif len(label) == 1 and label in numerals:
            style = "capital letters" if label.isupper() else "letters"
            yield _Counted(number, ord(label.lower()) - ord("a") + 1, style)


def _run(element: str, run: Sequence[_Counted]) -> Iterator[Finding]:
    steps = [after.value - before.value for before, after in pairwise(run)]
    if len(run) < FEWEST or steps.count(1) * 2 < len(steps):
        return
    for before, after, step in zip(run, run[1:], steps, strict=False):
        label, previous = after.number.label, before.number.label
        if step == 0:
            yield warning(
                after.number.spot,
                "number-repeated",
                f"<{element}> has the number “{label}”, as has the one before it (line "
                f"{before.number.spot.line})",
                acknowledge("number-repeated"),
                "n",
            )
        elif 1 < step <= WIDEST + 1:
            missing = [_label(value, after.style) for value in range(before.value + 1, after.value)]
            verb = "is" if len(missing) == 1 else "are"
            yield warning(
                after.number.spot,
                "number-missing",
                f"<{element}> “{label}” follows “{previous}” (line {before.number.spot.line}): "
                f"{', '.join(f'“{one}”' for one in missing)} {verb} missing",
                acknowledge("number-missing"),
                "n",
            )


def _label(value: int, style: str) -> str:
    """A number in the style of its sequence."""
    if style == "leaves":
        return f"{value // 2}{'rv'[value % 2]}"
    if style.endswith("letters"):
        letter = chr(ord("a") + value - 1)
        return letter.upper() if style.startswith("capital") else letter
    if style.endswith("numerals"):
        numeral = _numeral(value)
        return numeral.upper() if style.startswith("capital") else numeral
    return str(value)


def _roman(numeral: str) -> int:
    values = [_VALUES[letter] for letter in numeral.rstrip(".")]
    return sum(
        -value if value < max(values[index:], default=0) else value
        for index, value in enumerate(values)
    )


def _numeral(value: int) -> str:
    parts = (
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
        (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    )  # fmt: skip
    letters = ""
    for part, name in parts:
        letters += name * (value // part)
        value %= part
    return letters
