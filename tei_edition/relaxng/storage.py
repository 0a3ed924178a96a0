# SPDX-License-Identifier: MIT
"""A correct schema as rows: a table of patterns that refer to earlier ones by index.

What is equal becomes one row. Places count no more once a schema is known to be correct, so all
data of one datatype are the same, and so is what is made of them. Elements come first, without
their content, since they may contain each other. Choices, groups, interleaves and repetitions, most
of a schema, are one text each, a sign and a character for each member: Python reads thousands of
texts before a list, and can compare the members of each with a limit in one call.

:mod:`tei_edition.relaxng.simplified` makes patterns of rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from tei_edition.relaxng.nameclasses import AnyName, Name, NameChoice, NameClass, NsName
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
    from collections.abc import Collection, Hashable, Mapping, Sequence

    from tei_edition.relaxng.datatypes import Datatype

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"

FIRST = 0x80
"""The character of the first row: behind all that are signs, or that JSON would have to escape."""

CHOICE, GROUP, INTERLEAVE, REPEATED, LIST = "|,&+l"
"""The signs of patterns that are one text."""

_SIGNS: dict[type[Pattern], str] = {Choice: CHOICE, Group: GROUP, Interleave: INTERLEAVE}


class TooManyPatternsError(Exception):
    """There are more patterns than characters."""


def to_rows(
    start: Pattern,
    elements: Sequence[Element],
    prefixes: Mapping[str, str],
    names: Collection[str],
    identifiers: str,
) -> dict[str, Json]:
    """The schema as JSON.

    Args:
        start: its start pattern.
        elements: every element pattern, in the order in which they are reached.
        prefixes: its own namespaces by prefix.
        names: every name that some name class mentions, and one for each namespace that one does.
        identifiers: why IDs and references to IDs are not checked; empty where they are.

    Raises:
        TooManyPatternsError: it is larger than any schema that was ever written.
    """
    writer = _Writer()
    for element in elements:
        writer.announce(element)
    contents: Json = [writer.index(element.content) for element in elements]
    return {
        "start": writer.index(start),
        "contents": contents,
        "patterns": writer.rows,
        "datatypes": writer.datatypes,
        "namespaces": writer.namespaces,
        "prefixes": dict(prefixes),
        "names": [*sorted(names)],
        "identifiers": identifiers,
    }


class _Writer:
    """Gives every pattern the index of its row."""

    def __init__(self) -> None:
        self.rows: list[Json] = []
        self.datatypes: list[Json] = []
        self.namespaces: list[Json] = []
        self._index: dict[Pattern, int] = {}
        self._known: dict[Hashable, int] = {}
        self._datatype_index: dict[Datatype, int] = {}
        self._namespace_index: dict[tuple[tuple[str, str], ...], int] = {}

    def announce(self, element: Element) -> None:
        """Give an element its row."""
        self._index[element] = len(self.rows)
        self.rows.append(["e", _name_class(element.name_class), *element.place[1:]])

    def index(self, pattern: Pattern) -> int:
        """The index of a pattern."""
        known = self._index.get(pattern)
        if known is None:
            known = self._index[pattern] = self._added(pattern)
        return known

    def _added(self, pattern: Pattern) -> int:
        if isinstance(pattern, Compound):
            return self._compound(pattern)
        if isinstance(pattern, OneOrMore):
            content = self.index(pattern.content)
            row = self.rows[content]
            if isinstance(row, str) and row[0] == REPEATED:
                return content
            return self._text(REPEATED, (content,), (REPEATED, content))
        if isinstance(pattern, List):
            content = self.index(pattern.content)
            return self._text(LIST, (content,), (LIST, content))
        row = self._row(pattern)
        return self._kept(repr(row), row)

    def _compound(self, pattern: Compound) -> int:
        members: Sequence[int] = [self.index(member) for member in pattern.members]
        sign = _SIGNS[type(pattern)]
        key: Hashable = (sign, *members)
        if sign == CHOICE:
            members = list(dict.fromkeys(members))
            if len(members) == 1:
                return members[0]
            key = frozenset(members)
        elif sign == INTERLEAVE:
            key = (sign, *sorted(members))
        return self._text(sign, members, key)

    def _text(self, sign: str, members: Sequence[int], key: Hashable) -> int:
        try:
            text = "".join(chr(FIRST + member) for member in members)
        except ValueError as error:
            raise TooManyPatternsError from error
        return self._kept(key, sign + text)

    def _kept(self, key: Hashable, row: Json) -> int:
        known = self._known.setdefault(key, len(self.rows))
        if known == len(self.rows):
            self.rows.append(row)
        return known

    def _row(self, pattern: Pattern) -> Json:
        if pattern is EMPTY:
            return ["empty"]
        if pattern is TEXT:
            return ["text"]
        if isinstance(pattern, Attribute):
            name_class, content = _name_class(pattern.name_class), self.index(pattern.content)
            return ["a", name_class, content, *pattern.place[1:]]
        if isinstance(pattern, Value):
            in_context = pattern.datatype.needs_context
            namespaces = self._namespaces(pattern.namespaces if in_context else ())
            return ["v", self._datatype(pattern.datatype), pattern.text, namespaces]
        if isinstance(pattern, Data):
            excluded = None if pattern.excluded is None else self.index(pattern.excluded)
            return ["d", self._datatype(pattern.datatype), excluded]
        return ["notAllowed"]

    def _datatype(self, datatype: Datatype) -> int:
        known = self._datatype_index.get(datatype)
        if known is None:
            known = self._datatype_index[datatype] = len(self.datatypes)
            params: Json = [[name, value] for name, value in datatype.params]
            self.datatypes.append([datatype.library, datatype.name, params])
        return known

    def _namespaces(self, namespaces: tuple[tuple[str, str], ...]) -> int:
        known = self._namespace_index.get(namespaces)
        if known is None:
            known = self._namespace_index[namespaces] = len(self.namespaces)
            self.namespaces.append(dict(namespaces))
        return known


def _name_class(name_class: NameClass) -> Json:
    if isinstance(name_class, Name):
        return name_class.name
    if isinstance(name_class, NameChoice):
        return ["|", *map(_name_class, name_class.members)]
    assert isinstance(name_class, (NsName, AnyName))
    excluded = None if name_class.excluded is None else _name_class(name_class.excluded)
    return (
        ["n", name_class.namespace, excluded] if isinstance(name_class, NsName) else ["*", excluded]
    )
