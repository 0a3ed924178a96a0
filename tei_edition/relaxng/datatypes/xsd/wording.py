# SPDX-License-Identifier: MIT
"""Datatypes in plain words, for an editor who knows neither XML Schema nor regular expressions."""

from __future__ import annotations

from collections.abc import Iterator

from tei_edition.relaxng.datatypes.xsd.facets import Facet
from tei_edition.relaxng.datatypes.xsd.restricted import XsdDatatype

_MOST_EXAMPLES = 60
_LONGEST = 200


def describe(datatype: XsdDatatype) -> str:
    """Say what values the datatype has, as an object: “a whole number of at least 1”."""
    phrase = datatype.primitive.phrase
    patterns = [facet for facet in datatype.facets if facet.name == "pattern"]
    text = phrase.noun
    if bounds := _bounds(datatype):
        text = f"{text} {bounds}"
    elif phrase.detail and not patterns:
        text = f"{text} {phrase.detail}"
    elif datatype.primitive.order is not None and not patterns:
        example = find_example(datatype)
        text = f"{text} such as {example}" if example is not None else text
    for more in (_length(datatype), *_digits(datatype.facets)):
        if more:
            text = f"{text} {more}" if text in (phrase.noun, bounds) else f"{text}, {more}"
    for facet in patterns:
        words = _pattern(facet)
        if text == "text":
            text = words
        elif words.startswith("characters without "):
            text = f"{text}, {words.removeprefix('characters ')}"
        else:
            text = f"{text} that is {words}"
    return text if text != "text" else "any text"


def _pattern(facet: Facet) -> str:
    from tei_edition.relaxng.datatypes.regex import wording

    assert facet.pattern is not None
    words = wording.describe(facet.pattern)
    if words is not None:
        return words
    shown = " ".join(facet.value.split())
    shown = shown if len(shown) <= 80 else f"{shown[:80]}…"
    return f"text of the pattern “{shown}”"


def _bounds(datatype: XsdDatatype) -> str:
    order = datatype.primitive.order
    if order is None:
        return ""
    # Of two parameters that bound the same side, the later is the narrower one.
    least = most = ""
    lowest = highest = ""
    detail = datatype.primitive.phrase.detail
    if detail.startswith("of at least "):
        least, lowest = detail, detail.removeprefix("of at least ")
    elif detail.startswith("of at most "):
        most, highest = detail, detail.removeprefix("of at most ")
    for facet in datatype.facets:
        value = facet.value.strip()
        if facet.name == "minInclusive":
            least, lowest = f"{order.at_least} {value}", value
        elif facet.name == "minExclusive":
            least, lowest = f"{order.above} {value}", ""
        elif facet.name == "maxInclusive":
            most, highest = f"{order.at_most} {value}", value
        elif facet.name == "maxExclusive":
            most, highest = f"{order.below} {value}", ""
    if lowest and highest:
        return f"from {lowest} to {highest}"
    return " and ".join(limit for limit in (least, most) if limit)


def _length(datatype: XsdDatatype) -> str:
    unit = datatype.primitive.unit
    low, high = 0, None
    for facet in datatype.facets:
        if facet.name in ("length", "minLength"):
            low = max(low, facet.number)
        if facet.name in ("length", "maxLength"):
            high = facet.number if high is None else min(high, facet.number)
    if high is None:
        return f"of at least {low} {unit}{'' if low == 1 else 's'}" if low else ""
    units = unit if high == 1 else f"{unit}s"
    if low == high:
        return f"of exactly {high} {units}"
    return f"of {low} to {high} {units}" if low else f"of at most {high} {units}"


def _digits(facets: tuple[Facet, ...]) -> Iterator[str]:
    for facet in facets:
        digits = "1 digit" if facet.number == 1 else f"{facet.number} digits"
        if facet.name == "totalDigits":
            yield f"of at most {digits}"
        elif facet.name == "fractionDigits" and facet.number == 0:
            yield "without decimals"
        elif facet.name == "fractionDigits":
            yield f"with at most {digits} after the decimal point"


def find_example(datatype: XsdDatatype) -> str | None:
    """Return a text that the datatype allows, or None where none of the likely ones is."""
    namespaces = {"tei": "http://www.tei-c.org/ns/1.0"} if datatype.needs_context else None
    seen: set[str] = set()
    for text in _candidates(datatype):
        if text in seen or len(text) > _LONGEST:
            continue
        if len(seen) >= _MOST_EXAMPLES:
            break
        seen.add(text)
        if datatype.allows(text, namespaces):
            return text
    return None


def _candidates(datatype: XsdDatatype) -> Iterator[str]:
    examples = datatype.primitive.phrase.examples
    limits: list[str] = []
    lengths: list[int] = []
    for facet in datatype.facets:
        if facet.pattern is not None:
            from tei_edition.relaxng.datatypes.regex import wording

            for times in (1, 2, 3, 4, 5, 6, 8, 0):
                text = wording.example(facet.pattern, times)
                if text:
                    yield text
        elif facet.name.endswith("ength"):
            lengths.append(min(facet.number, _LONGEST + 1))
        else:
            limits.append(facet.value.strip())
    yield from examples
    yield from limits
    if datatype.primitive.decimal:
        for limit in limits:
            whole = limit.partition(".")[0]
            if whole.lstrip("+-").isdecimal() and len(whole) < 20:
                yield from (str(int(whole) + step) for step in (1, -1))
                yield from (f"{whole}.5", f"-{whole}.5", "0.5", "-0.5")
    for length in lengths:
        for text in examples:
            if text and datatype.primitive.unit == "item":
                yield " ".join([text.split(" ")[0]] * length)
            elif text:
                yield (text * length)[:length]
                yield (text * length)[: 2 * length]
    if any(facet.pattern is not None for facet in datatype.facets):
        yield ""
