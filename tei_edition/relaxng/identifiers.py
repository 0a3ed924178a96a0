# SPDX-License-Identifier: MIT
"""Whether a schema's IDs make sense (RELAX NG DTD Compatibility, section 5: soundness).

IDs are checked only for schemas in which the names of element and attribute decide whether a value
is an ID. For others the feature does not apply, and nothing is said of IDs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.relaxng.errors import SchemaError
from tei_edition.relaxng.expectations import possible
from tei_edition.relaxng.nameclasses import split
from tei_edition.relaxng.patterns import (
    Attribute,
    Compound,
    Data,
    Element,
    OneOrMore,
    Pattern,
    Value,
)
from tei_edition.relaxng.strings import datatypes_in

if TYPE_CHECKING:
    from collections.abc import Sequence

_SECTION = "DTD Compatibility 5"


def id_type(content: Pattern) -> str | None:
    """ID, IDREF or IDREFS, where an attribute of this content is one."""
    return content.datatype.id_type if isinstance(content, (Data, Value)) else None


def obstacle(elements: Sequence[Element]) -> SchemaError | None:
    """Why IDs cannot be checked; none where they can."""
    attributes = _all_attributes(elements)
    found = _of_no_attribute(elements, attributes)
    if found is not None:
        return found
    typed = [attribute for attribute in attributes if id_type(attribute.content)]
    names = {name for attribute in typed for name in possible([attribute.name_class]).names}
    relevant = {a for a in attributes if any(a.name_class.contains(name) for name in names)}
    types: dict[tuple[str, str], str | None] = {}
    open_pairs: list[tuple[Element, Attribute]] = []
    memo: dict[Pattern, frozenset[Attribute]] = {}
    for element in elements:
        for attribute in _within(element.content, relevant, memo):
            if element.name_class.open or attribute.name_class.open:
                if id_type(attribute.content):
                    what = "element" if element.name_class.open else "attribute"
                    return SchemaError(
                        f"an ID or IDREF belongs to an {what} of any name",
                        attribute.place,
                        _SECTION,
                    )
                open_pairs.append((element, attribute))
                continue
            for pair in _pairs(element, attribute, names):
                if types.setdefault(pair, id_type(attribute.content)) != id_type(attribute.content):
                    return _conflict(pair, attribute)
    for element, attribute in open_pairs:
        for pair, kind in types.items():
            owned = kind and element.name_class.contains(pair[0])
            if owned and attribute.name_class.contains(pair[1]):
                return _conflict(pair, attribute)
    return None


def _pairs(element: Element, attribute: Attribute, names: set[str]) -> list[tuple[str, str]]:
    return [
        (owner, name)
        for owner in possible([element.name_class]).names
        for name in possible([attribute.name_class]).names
        if name in names
    ]


def _conflict(pair: tuple[str, str], attribute: Attribute) -> SchemaError:
    owner, name = split(pair[0])[1], split(pair[1])[1]
    return SchemaError(
        f"@{name} of <{owner}> is an ID or IDREF in one place and none in another",
        attribute.place,
        _SECTION,
    )


def _of_no_attribute(
    elements: Sequence[Element], attributes: Sequence[Attribute]
) -> SchemaError | None:
    """An ID must be all that an attribute holds."""
    for attribute in attributes:
        nested = any(datatype.id_type for datatype in datatypes_in(attribute.content))
        if nested and not id_type(attribute.content):
            return SchemaError("an ID or IDREF is part of a value only", attribute.place, _SECTION)
    for element in elements:
        if element.content.typed and any(d.id_type for d in datatypes_in(element.content)):
            return SchemaError("an ID or IDREF is an element's text", element.place, _SECTION)
    return None


def _all_attributes(elements: Sequence[Element]) -> list[Attribute]:
    from tei_edition.relaxng.expectations import attributes_of

    seen: set[Pattern] = set()
    return [a for element in elements for a in attributes_of((element.content,), seen)]


def _within(
    pattern: Pattern, relevant: set[Attribute], memo: dict[Pattern, frozenset[Attribute]]
) -> frozenset[Attribute]:
    if not pattern.attributed:
        return frozenset()
    if isinstance(pattern, Attribute):
        return frozenset((pattern,)) & relevant
    known = memo.get(pattern)
    if known is None:
        known = frozenset()
        if isinstance(pattern, OneOrMore):
            known = _within(pattern.content, relevant, memo)
        elif isinstance(pattern, Compound):
            known = known.union(*(_within(m, relevant, memo) for m in pattern.members))
        memo[pattern] = known
    return known
