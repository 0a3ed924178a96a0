# SPDX-License-Identifier: MIT
"""What could have stood here: names, attributes and values, likeliest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tei_edition.relaxng.nameclasses import IMPOSSIBLE, AnyName, Name, NameChoice, NsName
from tei_edition.relaxng.patterns import (
    NOT_ALLOWED,
    Attribute,
    Choice,
    Compound,
    Data,
    Element,
    Group,
    Interleave,
    List,
    OneOrMore,
    Pattern,
    Value,
    made_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tei_edition.relaxng.datatypes import Datatype
    from tei_edition.relaxng.nameclasses import NameClass


_COMPARED = 600
"""Of more candidates than these, only those that begin alike are compared with what was found."""


class Possible(NamedTuple):
    """Names that could stand somewhere."""

    names: tuple[str, ...]
    """Each name the schema spells out, in its order."""
    wildcards: tuple[str, ...]
    """Namespaces of which any name could stand; a NUL for any namespace at all."""


def elements_first(patterns: Iterable[Pattern]) -> list[Element]:
    """The element patterns that could be matched next, in the schema's order."""
    found: dict[Element, None] = {}
    seen: set[Pattern] = set()
    for pattern in patterns:
        _first(pattern, found, seen)
    return list(found)


def _first(pattern: Pattern, found: dict[Element, None], seen: set[Pattern]) -> None:
    if pattern in seen:
        return
    seen.add(pattern)
    if isinstance(pattern, Element):
        if pattern.content is not NOT_ALLOWED:
            found[pattern] = None
    elif isinstance(pattern, OneOrMore):
        _first(pattern.content, found, seen)
    elif isinstance(pattern, Compound):
        for member in pattern.members:
            _first(member, found, seen)
            if isinstance(pattern, Group) and not member.nullable:
                break


def attributes_of(patterns: Iterable[Pattern], seen: set[Pattern] | None = None) -> list[Attribute]:
    """The attribute patterns that are still open, in the schema's order.

    Patterns that were seen before, in other calls too, are passed over.
    """
    seen = set() if seen is None else seen
    found: dict[Attribute, None] = {}
    waiting = list(patterns)[::-1]
    while waiting:
        pattern = waiting.pop()
        if not pattern.attributed or pattern in seen:
            continue
        seen.add(pattern)
        if isinstance(pattern, Attribute):
            found[pattern] = None
        elif isinstance(pattern, OneOrMore):
            waiting.append(pattern.content)
        elif isinstance(pattern, Compound):
            waiting.extend(reversed(pattern.members))
    return list(found)


def required(
    pattern: Pattern, memo: dict[Pattern, frozenset[Element | Attribute]] | None = None
) -> frozenset[Element | Attribute]:
    """The element and attribute patterns without which the pattern cannot be matched."""
    memo = {} if memo is None else memo
    if isinstance(pattern, (Element, Attribute)):
        return frozenset((pattern,))
    known = memo.get(pattern)
    if known is None:
        known = frozenset()
        if isinstance(pattern, OneOrMore):
            known = required(pattern.content, memo)
        elif isinstance(pattern, Choice):
            parts = [required(member, memo) for member in pattern.members]
            known = frozenset.intersection(*parts)
        elif isinstance(pattern, (Group, Interleave)):
            known = known.union(*(required(member, memo) for member in pattern.members))
        memo[pattern] = known
    return known


def possible(name_classes: Iterable[NameClass]) -> Possible:
    """The names of several name classes."""
    names: dict[str, None] = {}
    wildcards: dict[str, None] = {}
    waiting = list(name_classes)[::-1]
    while waiting:
        name_class = waiting.pop()
        if isinstance(name_class, Name):
            names[name_class.name] = None
        elif isinstance(name_class, NsName):
            wildcards[name_class.namespace] = None
        elif isinstance(name_class, AnyName):
            wildcards[IMPOSSIBLE] = None
        elif isinstance(name_class, NameChoice):
            waiting.extend(reversed(name_class.members))
    return Possible(tuple(names), tuple(wildcards))


class Texts(NamedTuple):
    """Texts that could stand somewhere."""

    values: tuple[str, ...]
    """Those that the schema lists."""
    datatypes: tuple[Datatype, ...]
    """Those that it describes."""
    listed: bool
    """Whether several words are allowed, each one of these."""


def texts_of(patterns: Iterable[Pattern]) -> Texts:
    """The values and datatypes that text is compared with."""
    values: dict[str, None] = {}
    datatypes: dict[Datatype, None] = {}
    listed = False
    for pattern in made_of(patterns):
        if isinstance(pattern, Value):
            values[pattern.text] = None
        elif isinstance(pattern, Data):
            datatypes[pattern.datatype] = None
        else:
            listed = listed or isinstance(pattern, List)
    return Texts(tuple(values), tuple(datatypes), listed)


def distance(first: str, second: str, limit: int) -> int:
    """Edits between two words (a letter more, less, other, or two swapped), up to a limit.

    Capitals count for nothing unless nothing else differs. What is over the limit is limit + 1.
    """
    if first == second:
        return 0
    a, b = first.casefold(), second.casefold()
    if a == b:
        return 1
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, 1):
        before, above, row = row, before, [i]
        for j, right in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == b[j - 2] and a[i - 2] == right:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]


def nearest(found: str, candidates: Sequence[str]) -> list[str]:
    """Those that one may have meant who wrote ``found``, nearest first."""
    limit = min(3, max(1, len(found) // 3))
    if len(candidates) > _COMPARED:
        alike = [c for c in candidates if c[:2] == found[:2] and abs(len(c) - len(found)) <= limit]
        candidates = alike[:_COMPARED]
    ranked = [(distance(found, each, limit), each) for each in candidates]
    ranked = [(score, each) for score, each in ranked if score <= limit]
    if len(found) <= 2:
        ranked = [pair for pair in ranked if _alike(found.casefold(), pair[1].casefold())]
    # Beginnings count too: “biblio” for “bibl”, “placeN” for “placeName”.
    if not ranked and len(found) > 3:
        ranked = [
            (abs(len(each) - len(found)), each)
            for each in candidates
            if len(each) > 2
            and (each.startswith(found) or found.startswith(each))
            and abs(len(each) - len(found)) <= 6
        ]
    return [each for _, each in sorted(ranked, key=lambda pair: (pair[0], pair[1]))]


def _alike(short: str, other: str) -> bool:
    """Whether two names, of which one has two letters at most, share what there is to share.

    One letter instead of another makes another word of such a name: ``ul`` is no slip for ``cl``.
    """
    if len(short) == 1:
        return short == other
    if len(other) == 1:
        return short == other * 2
    return short[0] in other and short[1] in other
