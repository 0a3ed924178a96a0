# SPDX-License-Identifier: MIT
"""Restrictions (section 7) on the simplified schema, each pattern looked at once a context.

What stands side by side is looked at in :mod:`tei_edition.relaxng.overlaps`.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from tei_edition.relaxng.errors import SchemaError
from tei_edition.relaxng.overlaps import Overlaps
from tei_edition.relaxng.patterns import (
    EMPTY,
    TEXT,
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
)

if TYPE_CHECKING:
    from tei_edition.relaxng.errors import Place


class Context(Enum):
    """What a pattern stands in, as far as section 7.1 cares."""

    START = "start"
    ELEMENT = "element"
    REPEATED = "oneOrMore"
    REPEATED_GROUP = "oneOrMore//group"
    REPEATED_INTERLEAVE = "oneOrMore//interleave"
    LIST = "list"
    ATTRIBUTE = "attribute"
    EXCEPT = "data/except"


_SECTION = {
    Context.START: "7.1.5",
    Context.REPEATED_GROUP: "7.1.2",
    Context.REPEATED_INTERLEAVE: "7.1.2",
    Context.LIST: "7.1.3",
    Context.ATTRIBUTE: "7.1.1",
    Context.EXCEPT: "7.1.4",
}
_ALL = frozenset(
    ("attribute", "element", "list", "text", "data", "value", "group", "interleave", "oneOrMore")
) | {"empty"}
_FORBIDDEN = {
    Context.START: _ALL - {"element"},
    Context.ELEMENT: frozenset[str](),
    Context.REPEATED: frozenset[str](),
    Context.REPEATED_GROUP: frozenset(("attribute",)),
    Context.REPEATED_INTERLEAVE: frozenset(("attribute",)),
    Context.LIST: frozenset(("list", "element", "attribute", "text", "interleave")),
    Context.ATTRIBUTE: frozenset(("element", "attribute")),
    Context.EXCEPT: _ALL - {"data", "value"},
}
_WORDS = {
    Context.START: "at the start of the schema, outside any element",
    Context.REPEATED_GROUP: "in a repeated group",
    Context.REPEATED_INTERLEAVE: "in a repeated interleave",
    Context.LIST: "in a <list>",
    Context.ATTRIBUTE: "in an <attribute>",
    Context.EXCEPT: "in the <except> of a <data>",
}


# Content types (section 7.2), in their order.
_EMPTY, _COMPLEX, _DATA = 0, 1, 2


def check(start: Pattern, place: Place) -> list[Element]:
    """Raise SchemaError where a rule of section 7 is broken; give the elements, in order found.

    ``place`` is that of the schema's document element.
    """
    return _Checking().run(start, place)


class _Checking:
    """Memos of one run."""

    def __init__(self) -> None:
        self._seen: set[tuple[Pattern, Context]] = set()
        self._elements: dict[Element, None] = {}
        self._overlaps = Overlaps()
        self._content_types: dict[Pattern, int] = {}

    def run(self, start: Pattern, place: Place) -> list[Element]:
        """Start, then every element that is reached."""
        self._paths(start, Context.START, place)
        done = 0
        while done < len(self._elements):
            for element in list(self._elements)[done:]:
                done += 1
                self._paths(element.content, Context.ELEMENT, element.place)
                self._content_type(element.content, element.place)
                self._overlaps.check(element.content, element.place)
        return list(self._elements)

    def _paths(self, pattern: Pattern, context: Context, around: Place) -> None:
        """Section 7.1: prohibited paths; 7.3: open name classes need repetition."""
        if (pattern, context) in self._seen:
            return
        self._seen.add((pattern, context))
        kind = _kind(pattern)
        place = getattr(pattern, "place", around)
        if kind in _FORBIDDEN[context]:
            raise SchemaError(f"<{kind}> may not stand {_WORDS[context]}", place, _SECTION[context])
        if isinstance(pattern, Element):
            self._elements.setdefault(pattern)
        elif isinstance(pattern, Attribute):
            if pattern.name_class.open and context is not Context.REPEATED:
                raise SchemaError(
                    "an attribute that may have any of many names needs <oneOrMore> or "
                    "<zeroOrMore> around it",
                    place,
                    "7.3",
                )
            self._paths(pattern.content, Context.ATTRIBUTE, place)
            self._content_type(pattern.content, place)
        elif isinstance(pattern, List):
            self._paths(pattern.content, Context.LIST, place)
        elif isinstance(pattern, Data):
            if pattern.excluded is not None:
                self._paths(pattern.excluded, Context.EXCEPT, place)
        elif isinstance(pattern, OneOrMore):
            inner = Context.REPEATED if context is Context.ELEMENT else context
            self._paths(pattern.content, inner, place)
        elif isinstance(pattern, Compound):
            if context in (Context.REPEATED, Context.REPEATED_GROUP):
                if isinstance(pattern, Group):
                    context = Context.REPEATED_GROUP
                elif isinstance(pattern, Interleave):
                    context = Context.REPEATED_INTERLEAVE
            for member in pattern.members:
                self._paths(member, context, place)

    def _content_type(self, pattern: Pattern, place: Place) -> int:
        """Section 7.2: text of a datatype cannot be grouped with other content."""
        known = self._content_types.get(pattern)
        if known is not None:
            return known
        made = _EMPTY
        if isinstance(pattern, (Data, Value, List)):
            made = _DATA
            if isinstance(pattern, Data) and pattern.excluded is not None:
                self._content_type(pattern.excluded, pattern.place)
        elif isinstance(pattern, Element) or pattern is TEXT:
            made = _COMPLEX
        elif isinstance(pattern, OneOrMore):
            made = self._content_type(pattern.content, place)
            if made == _DATA:
                raise _ungroupable("repeated", place)
        elif isinstance(pattern, Compound):
            types = [self._content_type(member, place) for member in pattern.members]
            made = max(types)
            several = sum(1 for each in types if each != _EMPTY) > 1
            if made == _DATA and several and not isinstance(pattern, Choice):
                raise _ungroupable("combined with other content", place)
        self._content_types[pattern] = made
        return made


def _kind(pattern: Pattern) -> str:
    if pattern is EMPTY:
        return "empty"
    name = type(pattern).__name__
    return name[0].lower() + name[1:]


def _ungroupable(how: str, place: Place) -> SchemaError:
    return SchemaError(
        f"<data>, <value> or <list> is {how} here: an element or attribute that holds text of a "
        "datatype holds nothing else",
        place,
        "7.2",
    )
