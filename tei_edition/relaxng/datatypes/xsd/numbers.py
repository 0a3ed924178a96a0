# SPDX-License-Identifier: MIT
"""decimal and what is derived from it, float and double (XML Schema Part 2 §3.2.3–5, §3.3.13–25).

Decimals have any number of digits, so they are kept as digits: no conversion, no limit.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from tei_edition.relaxng.datatypes.xsd.primitive import (
    Lexical,
    Order,
    Phrase,
    Primitive,
    expression,
)

Decimal = tuple[bool, str, str]
"""Whether negative; digits before the point, without leading zeros; after it, without trailing."""

_INTEGER = "[+-]?[0-9]+"


def decimal(text: str) -> Decimal:
    """Return the value of the lexical form of a decimal; zero has no sign."""
    whole, _, fraction = text.lstrip("+-").partition(".")
    whole, fraction = whole.lstrip("0"), fraction.rstrip("0")
    return text.startswith("-") and bool(whole or fraction), whole, fraction


def compare_decimals(one: Decimal, other: Decimal) -> int:
    """Return a number below, at or above 0 as the one decimal is less, the same or more."""
    if one == other:
        return 0
    if one[0] != other[0]:
        return -1 if one[0] else 1
    smaller = (len(one[1]), *one[1:]) < (len(other[1]), *other[1:])
    return -1 if smaller != one[0] else 1


def floating(text: str) -> float | str:
    """Return the value as IEEE 754 double; NaN, to Python unequal to itself, as text."""
    return text if text == "NaN" else float(text)


def single(text: str) -> float | str:
    """Return the value rounded to IEEE 754 single precision."""
    value = floating(text)
    if isinstance(value, str):
        return value
    from struct import pack, unpack

    try:
        rounded: float = unpack("f", pack("f", value))[0]
    except OverflowError:
        return float("-inf") if value < 0 else float("inf")
    return rounded


def compare_floating(one: float | str, other: float | str) -> int | None:
    """Compare; NaN equals itself and has no order with anything else."""
    if isinstance(one, str) or isinstance(other, str):
        return 0 if one == other else None
    return (one > other) - (one < other)


def _between(low: str | None, high: str | None) -> Callable[[], Lexical]:
    least = None if low is None else decimal(low)
    most = None if high is None else decimal(high)

    def make() -> Lexical:
        match = re.compile(_INTEGER).fullmatch

        def within(text: str) -> bool:
            if match(text) is None:
                return False
            value = decimal(text)
            return (least is None or compare_decimals(value, least) >= 0) and (
                most is None or compare_decimals(value, most) <= 0
            )

        return within

    return make


_ORDER = Order(compare_decimals, "of at least", "of at most", "greater than", "less than")
_FLOATING_ORDER = Order(compare_floating, *_ORDER[1:])


def _whole(
    name: str, detail: str, examples: tuple[str, ...], lexical: Callable[[], Lexical]
) -> Primitive:
    phrase = Phrase("a whole number", examples, detail)
    return Primitive(name, phrase, lexical, decimal, order=_ORDER, decimal=True)


def _bits(name: str, low: str, high: str) -> Primitive:
    return _whole(name, f"from {low} to {high}", ("1",), _between(low, high))


_REAL = r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)"
_FLOAT = expression(rf"{_REAL}(?:[eE][+-]?[0-9]+)?|-?INF|NaN")

PRIMITIVES = [
    Primitive(
        "decimal",
        Phrase("a number", ("1.5", "1", "10", "-1.5", "0")),
        expression(_REAL),
        decimal,
        order=_ORDER,
        decimal=True,
    ),
    _whole("integer", "", ("1", "10", "-1", "0"), expression(_INTEGER)),
    _whole("nonPositiveInteger", "of at most 0", ("0", "-1"), expression(r"-[0-9]+|\+?0+")),
    _whole("negativeInteger", "of at most -1", ("-1",), expression("-0*[1-9][0-9]*")),
    _whole("nonNegativeInteger", "of at least 0", ("1", "0"), expression(r"\+?[0-9]+|-0+")),
    _whole("positiveInteger", "of at least 1", ("1",), expression(r"\+?0*[1-9][0-9]*")),
    _bits("long", "-9223372036854775808", "9223372036854775807"),
    _bits("int", "-2147483648", "2147483647"),
    _bits("short", "-32768", "32767"),
    _bits("byte", "-128", "127"),
    _bits("unsignedLong", "0", "18446744073709551615"),
    _bits("unsignedInt", "0", "4294967295"),
    _bits("unsignedShort", "0", "65535"),
    _bits("unsignedByte", "0", "255"),
    Primitive(
        "double",
        Phrase("a number", ("1.5", "1", "0", "-1.5", "1e3"), "such as 1.5 or 1.5e3"),
        _FLOAT,
        floating,
        order=_FLOATING_ORDER,
    ),
    Primitive(
        "float",
        Phrase("a number", ("1.5", "1", "0", "-1.5", "1e3"), "such as 1.5 or 1.5e3"),
        _FLOAT,
        single,
        order=_FLOATING_ORDER,
    ),
]
