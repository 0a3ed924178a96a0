# SPDX-License-Identifier: MIT
"""A simplified schema as JSON and back: a table of patterns that refer to earlier ones by index.

Datatypes are stored by name and parameters, and made anew: that is quick. Reading checks every
index and kind, and raises ValueError where anything is not as it was written.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from tei_edition.relaxng.datatypes import Datatype, DatatypeError, library
from tei_edition.relaxng.errors import Place
from tei_edition.relaxng.nameclasses import AnyName, Name, NameChoice, NameClass, NsName
from tei_edition.relaxng.patterns import (
    EMPTY,
    NOT_ALLOWED,
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
    PatternFactory,
    Value,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"


class Simplified(NamedTuple):
    """A schema after simplification, restrictions checked."""

    start: Pattern
    elements: Sequence[Element]
    """Every element pattern, in the order in which they are reached."""
    prefixes: dict[str, str]
    """The schema's own namespaces by prefix, for messages."""
    factory: PatternFactory
    """What the patterns were made with."""
    names: frozenset[str]
    """Every name that some name class mentions, and one for each namespace that one does."""
    identifiers: str = ""
    """Why IDs and references to IDs are not checked; empty where they are."""


class _Writer:
    """Gives every pattern an index."""

    def __init__(self) -> None:
        self.patterns: list[Json] = []
        self.datatypes: list[Json] = []
        self.namespaces: list[Json] = []
        self._index: dict[Pattern, int] = {}
        self._datatype_index: dict[Datatype, int] = {}
        self._namespace_index: dict[tuple[tuple[str, str], ...], int] = {}

    def announce(self, element: Element) -> None:
        """Elements come first, without their content, since they may contain each other."""
        self._index[element] = len(self.patterns)
        self.patterns.append(["e", _name_class(element.name_class), *element.place[1:]])

    def pattern(self, pattern: Pattern) -> int:
        """The index of a pattern."""
        known = self._index.get(pattern)
        if known is None:
            row = self._row(pattern)
            known = self._index[pattern] = len(self.patterns)
            self.patterns.append(row)
        return known

    def _row(self, pattern: Pattern) -> Json:
        if pattern is EMPTY:
            return ["empty"]
        if pattern is TEXT:
            return ["text"]
        if isinstance(pattern, Attribute):
            name_class, content = _name_class(pattern.name_class), self.pattern(pattern.content)
            return ["a", name_class, content, *pattern.place[1:]]
        if isinstance(pattern, Value):
            namespaces = self._namespaces(pattern.namespaces if _in_context(pattern) else ())
            return ["v", self._datatype(pattern.datatype), pattern.text, namespaces]
        if isinstance(pattern, Data):
            excluded = None if pattern.excluded is None else self.pattern(pattern.excluded)
            return ["d", self._datatype(pattern.datatype), excluded]
        if isinstance(pattern, List):
            return ["l", self.pattern(pattern.content)]
        if isinstance(pattern, OneOrMore):
            return ["+", self.pattern(pattern.content)]
        if isinstance(pattern, Compound):
            members = [self.pattern(member) for member in pattern.members]
            return [_COMPOUNDS[type(pattern)], *members]
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


_COMPOUNDS: dict[type[Pattern], str] = {Choice: "|", Group: ",", Interleave: "&"}


def _in_context(value: Value) -> bool:
    return value.datatype.needs_context


def storable(simplified: Simplified) -> bool:
    """Whether nothing in it depends on more than its text (parameters of QNames do)."""
    seen: set[Pattern] = set()
    waiting: list[Pattern] = [simplified.start, *simplified.elements]
    while waiting:
        pattern = waiting.pop()
        if pattern in seen:
            continue
        seen.add(pattern)
        if isinstance(pattern, (Data, Value)):
            if pattern.datatype.needs_context and pattern.datatype.params:
                return False
            if isinstance(pattern, Data) and pattern.excluded is not None:
                waiting.append(pattern.excluded)
        elif isinstance(pattern, Compound):
            waiting.extend(pattern.members)
        elif isinstance(pattern, (Element, Attribute, List, OneOrMore)):
            waiting.append(pattern.content)
    return True


def to_json(simplified: Simplified) -> Json:
    """The schema as JSON."""
    writer = _Writer()
    for element in simplified.elements:
        writer.announce(element)
    contents: Json = [writer.pattern(element.content) for element in simplified.elements]
    return {
        "start": writer.pattern(simplified.start),
        "contents": contents,
        "patterns": writer.patterns,
        "datatypes": writer.datatypes,
        "namespaces": writer.namespaces,
        "prefixes": dict(simplified.prefixes),
        "names": [*sorted(simplified.names)],
        "identifiers": simplified.identifiers,
    }


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


class _Reader:
    """Makes patterns of rows."""

    def __init__(self, path: str, stored: dict[str, Json]) -> None:
        self._path = path
        self._nowhere = Place(path)
        self.factory = PatternFactory()
        self.patterns: list[Pattern] = []
        self._datatypes = [_datatype(row) for row in _rows(stored["datatypes"])]
        self._namespaces = [_strings(each) for each in _rows(stored["namespaces"])]

    def row(self, row: list[Json]) -> Pattern:
        """The pattern of one row, whose parts have been read before."""
        kind = row[0]
        if kind in _KINDS:
            members = [*map(self._at, row[1:])]
            return self.factory.restored(_KINDS[kind], members)
        match row:
            case ["v", int() as datatype, str() as text, int() as namespaces]:
                scope = self._namespaces[namespaces]
                key = self._datatypes[datatype].key(text, scope)
                if key is None:
                    raise ValueError(text)
                namespace_pairs = tuple(scope.items())
                return Value(self._datatypes[datatype], text, key, namespace_pairs, self._nowhere)
            case ["a", name_class, content, int() as line, int() as column]:
                place = Place(self._path, line, column)
                return Attribute(_read_name_class(name_class), self._at(content), place)
            case ["e", name_class, int() as line, int() as column]:
                return Element(_read_name_class(name_class), Place(self._path, line, column))
            case ["d", int() as datatype, excluded]:
                out = None if excluded is None else self._at(excluded)
                return Data(self._datatypes[datatype], out, self._nowhere)
            case ["+", content]:
                return self.factory.one_or_more(self._at(content))
            case ["l", content]:
                return List(self._at(content), self._nowhere)
            case [str() as word] if word in _CONSTANTS:
                return _CONSTANTS[word]
        raise ValueError(row)

    def _at(self, index: Json) -> Pattern:
        if type(index) is not int or index < 0:
            raise ValueError(index)
        return self.patterns[index]


_KINDS: dict[object, type[Choice | Group | Interleave]] = {"|": Choice, ",": Group, "&": Interleave}
_CONSTANTS = {"empty": EMPTY, "text": TEXT, "notAllowed": NOT_ALLOWED}


def from_json(stored: Json, path: str) -> Simplified:
    """The schema back; ``path`` names it. Raises ValueError where it is not what was stored."""
    collecting = gc.isenabled()
    gc.disable()  # everything made here stays: to look for garbage takes half as long again
    try:
        if not isinstance(stored, dict):
            raise ValueError(type(stored))
        reader = _Reader(path, stored)
        for row in _rows(stored["patterns"]):
            if not isinstance(row, list):
                raise ValueError(row)
            reader.patterns.append(reader.row(row))
        contents = _rows(stored["contents"])
        elements: list[Element] = []
        for index, content in enumerate(contents):
            element = reader.patterns[index]
            if not isinstance(element, Element) or not isinstance(content, int) or content < 0:
                raise ValueError(content)
            element.content = reader.patterns[content]
            elements.append(element)
        start = stored["start"]
        if not isinstance(start, int) or start < 0:
            raise ValueError(start)
        prefixes = _strings(stored["prefixes"])
        names = frozenset(name for name in _rows(stored["names"]) if isinstance(name, str))
        identifiers = stored["identifiers"]
        if not isinstance(identifiers, str):
            raise ValueError(identifiers)
        first = reader.patterns[start]
        return Simplified(first, elements, prefixes, reader.factory, names, identifiers)
    except (LookupError, TypeError, AttributeError, DatatypeError, RecursionError) as error:
        raise ValueError(str(error)) from error
    finally:
        if collecting:
            gc.enable()


def _rows(stored: Json) -> list[Json]:
    if not isinstance(stored, list):
        raise ValueError(type(stored))
    return stored


def _strings(stored: Json) -> dict[str, str]:
    if not isinstance(stored, dict):
        raise ValueError(type(stored))
    found = {key: value for key, value in stored.items() if isinstance(value, str)}
    if len(found) != len(stored):
        raise ValueError(stored)
    return found


def _datatype(row: Json) -> Datatype:
    match row:
        case [str() as uri, str() as name, list() as params]:
            found = library(uri)
            if found is None:
                raise ValueError(uri)
            return found.datatype(name, [(str(n), str(v)) for n, v in params])
    raise ValueError(row)


def _read_name_class(row: Json) -> NameClass:
    match row:
        case str():
            return Name(row)
        case ["|", *members]:
            return NameChoice(tuple(map(_read_name_class, members)))
        case ["n", str() as namespace, excluded]:
            return NsName(namespace, None if excluded is None else _read_name_class(excluded))
        case ["*", excluded]:
            return AnyName(None if excluded is None else _read_name_class(excluded))
    raise ValueError(row)
