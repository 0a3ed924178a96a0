# SPDX-License-Identifier: MIT
"""What may not stand side by side: an attribute twice (7.3), parts of an interleave (7.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tei_edition.relaxng.errors import SchemaError
from tei_edition.relaxng.nameclasses import Name, NameClass, shared_name, split
from tei_edition.relaxng.patterns import (
    TEXT,
    Attribute,
    Choice,
    Compound,
    Element,
    Interleave,
    OneOrMore,
    Pattern,
    made_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.relaxng.errors import Place


class _Summary(NamedTuple):
    """What of a pattern matters to what stands beside it (sections 7.3 and 7.4)."""

    attributes: frozenset[str]
    open_attributes: tuple[NameClass, ...]
    elements: frozenset[str]
    open_elements: tuple[NameClass, ...]
    text: bool


_NOTHING = _Summary(frozenset(), (), frozenset(), (), False)


class Overlaps:
    """Looks at each pattern once."""

    def __init__(self) -> None:
        self._summaries: dict[Pattern, _Summary] = {}

    def check(self, pattern: Pattern, place: Place) -> None:
        """Raise SchemaError where a rule is broken in what an element may hold.

        ``place`` is the element's.
        """
        self._summary(pattern, place)

    def _summary(self, pattern: Pattern, place: Place) -> _Summary:
        """What matters of a pattern; looked at where things stand side by side."""
        known = self._summaries.get(pattern)
        if known is not None:
            return known
        made = _NOTHING
        if isinstance(pattern, Attribute):
            names, others = _names(pattern.name_class)
            made = _Summary(names, others, frozenset(), (), False)
        elif isinstance(pattern, Element):
            names, others = _names(pattern.name_class)
            made = _Summary(frozenset(), (), names, others, False)
        elif pattern is TEXT:
            made = _Summary(frozenset(), (), frozenset(), (), True)
        elif isinstance(pattern, OneOrMore):
            made = self._summary(pattern.content, place)
        elif isinstance(pattern, Compound):
            parts = [(member, self._summary(member, place)) for member in pattern.members]
            if not isinstance(pattern, Choice):
                _no_attribute_twice(parts, place)
            if isinstance(pattern, Interleave):
                _no_overlap(parts, place)
            made = _union([summary for _, summary in parts])
        self._summaries[pattern] = made
        return made


def _names(name_class: NameClass) -> tuple[frozenset[str], tuple[NameClass, ...]]:
    if isinstance(name_class, Name):
        return frozenset((name_class.name,)), ()
    if name_class.open:
        return frozenset(), (name_class,)
    return frozenset(name_class.representatives()), ()


def _union(parts: list[_Summary]) -> _Summary:
    return _Summary(
        frozenset().union(*(part.attributes for part in parts)),
        tuple(dict.fromkeys(nc for part in parts for nc in part.open_attributes)),
        frozenset().union(*(part.elements for part in parts)),
        tuple(dict.fromkeys(nc for part in parts for nc in part.open_elements)),
        any(part.text for part in parts),
    )


def _no_attribute_twice(parts: Sequence[tuple[Pattern, _Summary]], around: Place) -> None:
    """Section 7.3."""
    found = _overlap([(s.attributes, s.open_attributes) for _, s in parts])
    if found is None:
        return
    position, name = found
    place = _place_of(parts[position][0], name, Attribute) or around
    raise SchemaError(
        f"the attribute @{split(name)[1]} may stand here twice; one element has it once only",
        place,
        "7.3",
    )


def _no_overlap(parts: Sequence[tuple[Pattern, _Summary]], around: Place) -> None:
    """Section 7.4."""
    found = _overlap([(s.elements, s.open_elements) for _, s in parts])
    if found is not None:
        position, name = found
        local = split(name)[1]
        what = "elements of the same name" if local == "\0" else f"<{local}>"
        raise SchemaError(
            f"two parts of an <interleave> both allow {what}",
            _place_of(parts[position][0], name, Element) or around,
            "7.4",
        )
    if sum(1 for _, summary in parts if summary.text) > 1:
        raise SchemaError("two parts of an <interleave> both allow text", around, "7.4")


def _overlap(
    parts: Sequence[tuple[frozenset[str], tuple[NameClass, ...]]],
) -> tuple[int, str] | None:
    """Which part is the first to share a name with one before it, and the name."""
    seen: set[str] = set()
    seen_open: list[NameClass] = []
    for position, (names, others) in enumerate(parts):
        shared = seen & names
        if shared:
            return position, min(shared)
        for name_class in others:
            for name in seen:
                if name_class.contains(name):
                    return position, name
            for before in seen_open:
                found = shared_name(before, name_class)
                if found is not None:
                    return position, found
        for before in seen_open:
            for name in names:
                if before.contains(name):
                    return position, name
        seen |= names
        seen_open.extend(others)
    return None


def _place_of(pattern: Pattern, name: str, kind: type[Attribute] | type[Element]) -> Place | None:
    """Where the schema lets the attribute or element stand."""
    for part in made_of([pattern]):
        if isinstance(part, kind) and part.name_class.contains(name):
            return part.place
    return None
