# SPDX-License-Identifier: MIT
"""Parameters of XML Schema's datatypes: the constraining facets (XML Schema Part 2 §4.3)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.relaxng.datatypes.datatype import DatatypeError
from tei_edition.relaxng.datatypes.whitespace import collapse
from tei_edition.relaxng.datatypes.xsd.numbers import decimal
from tei_edition.relaxng.datatypes.xsd.primitive import Primitive

if TYPE_CHECKING:
    from tei_edition.relaxng.datatypes.regex.syntax import Node
    from tei_edition.relaxng.datatypes.xsd.restricted import XsdDatatype


class Facet(NamedTuple):
    """One parameter, as a test of a normalised text that the type allows."""

    name: str
    value: str
    allows: Callable[[str], bool]
    pattern: Node | None = None
    number: int = 0
    """The value of a parameter that counts: lengths and digits."""


_LENGTHS = ("length", "minLength", "maxLength")
_BOUNDS = ("minInclusive", "minExclusive", "maxInclusive", "maxExclusive")
_DIGITS = ("totalDigits", "fractionDigits")
NAMES = ("pattern", *_LENGTHS, *_BOUNDS, *_DIGITS)
"""All parameters there are, in any type."""


def applicable(primitive: Primitive) -> tuple[str, ...]:
    """Return the parameters that the type takes (§4.1.5; QName and NOTATION have no length)."""
    names: tuple[str, ...] = ("pattern",)
    if primitive.measure is not None:
        names += _LENGTHS
    if primitive.order is not None:
        names += _BOUNDS
    if primitive.decimal:
        names += _DIGITS
    return names


def facet(base: XsdDatatype, name: str, value: str, index: int) -> Facet:
    """Return the facet that a parameter adds to a type and the facets it has by now.

    Raises DatatypeError, with ``index`` as that of the parameter.
    """
    primitive = base.primitive
    if name not in applicable(primitive):
        raise _not_applicable(primitive, name, index)
    if name == "pattern":
        return _pattern(base, value, index)
    if name in _LENGTHS:
        limit = _whole_number(primitive, name, value, index, 0)
        return Facet(name, value, _length(primitive, name, limit), number=limit)
    if name in _DIGITS:
        limit = _whole_number(primitive, name, value, index, 1 if name == "totalDigits" else 0)
        return Facet(name, value, _digits(name, limit), number=limit)
    return Facet(name, value, _bound(base, name, value, index))


def _not_applicable(primitive: Primitive, name: str, index: int) -> DatatypeError:
    if name == "enumeration":
        return DatatypeError(
            "“enumeration” is no parameter in RELAX NG",
            "write a <choice> of <value> elements instead",
            index,
        )
    if name == "whiteSpace":
        return DatatypeError(
            "“whiteSpace” is no parameter in RELAX NG",
            "choose a datatype that treats white space so: string, normalizedString or token",
            index,
        )
    possible = applicable(primitive)
    listed = ", ".join(f"“{each}”" for each in possible)
    if name in NAMES:
        return DatatypeError(
            f"the datatype “{primitive.name}” does not take the parameter “{name}”",
            f"it takes {listed}",
            index,
        )
    import difflib

    folded = {each.lower(): each for each in possible}
    near = difflib.get_close_matches(name.lower(), folded, 1)
    hint = f"did you mean “{folded[near[0]]}”?" if near else f"“{primitive.name}” takes {listed}"
    return DatatypeError(f"XML Schema's datatypes have no parameter “{name}”", hint, index)


def _pattern(base: XsdDatatype, value: str, index: int) -> Facet:
    from tei_edition.relaxng.datatypes.regex import Pattern, PatternError

    try:
        pattern = Pattern(value)
        return Facet("pattern", value, pattern.matcher(), pattern.node)
    except PatternError as error:
        raise DatatypeError(str(error), param=index) from None


def _whole_number(primitive: Primitive, name: str, value: str, index: int, least: int) -> int:
    text = collapse(value)
    digits = text.removeprefix("+")
    if digits.isascii() and digits.isdecimal():
        # No text is that long; cut short, so that no thousand digits are converted.
        number = int(digits) if len(digits) <= 18 else 10**18
        if number >= least:
            return number
    kind = "0 or more" if least == 0 else "1 or more"
    raise DatatypeError(
        f"the parameter “{name}” of “{primitive.name}” must be a whole number, {kind}, "
        f"not “{value}”",
        param=index,
    )


def _length(primitive: Primitive, name: str, limit: int) -> Callable[[str], bool]:
    measure = primitive.measure
    assert measure is not None
    if name == "length":
        return lambda text: measure(text) == limit
    if name == "minLength":
        return lambda text: measure(text) >= limit
    return lambda text: measure(text) <= limit


def _digits(name: str, limit: int) -> Callable[[str], bool]:
    """Count the digits of the value, not of the text: 1.50 has two, one of them after the point."""
    if name == "totalDigits":

        def few(text: str) -> bool:
            _, whole, fraction = decimal(text)
            return len(whole) + len(fraction) <= limit

        return few
    return lambda text: len(decimal(text)[2]) <= limit


def _bound(base: XsdDatatype, name: str, value: str, index: int) -> Callable[[str], bool]:
    if not base.allows(value):
        raise DatatypeError(
            f"the parameter “{name}” of “{base.name}” is “{value}”, which is not itself allowed: "
            f"expected {base.words}",
            param=index,
        )
    order, key = base.primitive.order, base.primitive.key
    assert order is not None
    compare = order.compare
    limit = key(collapse(value))

    def difference(text: str) -> int | None:
        return compare(key(text), limit)

    if name == "minInclusive":
        return lambda text: (result := difference(text)) is not None and result >= 0
    if name == "minExclusive":
        return lambda text: (result := difference(text)) is not None and result > 0
    if name == "maxInclusive":
        return lambda text: (result := difference(text)) is not None and result <= 0
    return lambda text: (result := difference(text)) is not None and result < 0
