# SPDX-License-Identifier: MIT
"""A schema in the simple form (section 5), its patterns made of rows when they are first needed.

One document meets a small part of a large schema. What could be wrong with the rows is looked at
once, when they are read; making patterns of them then cannot fail.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tei_edition.relaxng.datatypes import Datatype, DatatypeError, library
from tei_edition.relaxng.errors import Place
from tei_edition.relaxng.nameclasses import AnyName, Name, NameChoice, NameClass, NsName
from tei_edition.relaxng.patterns import (
    EMPTY,
    NOT_ALLOWED,
    TEXT,
    Attribute,
    Choice,
    Data,
    Element,
    Group,
    Interleave,
    List,
    Pattern,
    PatternFactory,
    Value,
)
from tei_edition.relaxng.storage import CHOICE, FIRST, GROUP, INTERLEAVE, LIST, REPEATED

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from tei_edition.relaxng.storage import Json

_COMPOUNDS: dict[str, type[Choice | Group | Interleave]] = {
    CHOICE: Choice,
    GROUP: Group,
    INTERLEAVE: Interleave,
}
_TEXTS = frozenset((CHOICE, GROUP, INTERLEAVE, REPEATED, LIST))
_FIRST = chr(FIRST)
_CONSTANTS = {"empty": EMPTY, "text": TEXT, "notAllowed": NOT_ALLOWED}


class Simplified:
    """A schema after simplification, restrictions checked.

    Args:
        rows: what :func:`tei_edition.relaxng.storage.to_rows` made, from wherever it comes.
        path: the schema's main file.

    Raises:
        ValueError: the rows are not as they are written.
    """

    def __init__(self, rows: Json, path: str) -> None:
        if not isinstance(rows, dict):
            raise ValueError(type(rows))
        try:
            self._datatypes = [_datatype(row) for row in _list(rows["datatypes"])]
            self._namespaces = [_strings(each) for each in _list(rows["namespaces"])]
            self._rows = _list(rows["patterns"])
            contents = _list(rows["contents"])
            self._check(len(contents))
            self._contents = [*map(self._index, contents)]
            self._start = self._index(rows["start"])
        except (LookupError, TypeError, DatatypeError, RecursionError) as error:
            raise ValueError(str(error)) from error
        self._path = path
        self._nowhere = Place(path)
        self._made: list[Pattern | None] = [None] * len(self._rows)
        self._elements: list[Element] = []
        self.factory = PatternFactory()
        """What the patterns are made with."""
        self.prefixes = _strings(rows.get("prefixes"))
        """The schema's own namespaces by prefix, for messages."""
        self.names = frozenset(_strings_in(rows.get("names")))
        """Every name that some name class mentions, and one for each namespace that one does."""
        (self.identifiers,) = _strings_in([rows.get("identifiers")])
        """Why IDs and references to IDs are not checked; empty where they are."""

    @property
    def start(self) -> Pattern:
        """The start pattern."""
        return self._pattern(self._start)

    @property
    def elements(self) -> Sequence[Element]:
        """Every element pattern, in the order in which they are reached."""
        if not self._elements:
            self._elements.extend(map(self._element, range(len(self._contents))))
        return self._elements

    def holders(self, sought: Collection[Element]) -> list[Element]:
        """The elements that have one of these elements among their children."""
        holding = {chr(FIRST + i) for i, each in enumerate(self.elements) if each in sought}
        for position, row in enumerate(self._rows, FIRST):
            if type(row) is str and not holding.isdisjoint(row):
                holding.add(chr(position))
        contents = zip(self.elements, self._contents, strict=True)
        return [each for each, content in contents if chr(FIRST + content) in holding]

    def content(self, index: int) -> Pattern:
        """What an element may hold, given its index."""
        return self._pattern(self._contents[index])

    def _pattern(self, index: int) -> Pattern:
        """The pattern of a row."""
        made, rows = self._made, self._rows
        found = made[index]
        if found is not None:
            return found
        needed = {index}
        waiting = [index]
        while waiting:
            for part in _parts(rows[waiting.pop()]):
                if made[part] is None and part not in needed:
                    needed.add(part)
                    waiting.append(part)
        for each in sorted(needed):
            found = made[each] = self._make(each)
        assert found is not None
        return found

    def _element(self, index: int) -> Element:
        made = self._pattern(index)
        assert isinstance(made, Element)
        return made

    def _make(self, index: int) -> Pattern:
        """The pattern of a row, whose parts are made."""
        row, made = self._rows[index], self._made
        if type(row) is str:
            members = [cast("Pattern", made[ord(each) - FIRST]) for each in row[1:]]
            kind = _COMPOUNDS.get(row[0])
            if kind is not None:
                return self.factory.restored(kind, members)
            if row[0] == REPEATED:
                return self.factory.one_or_more(members[0])
            return List(members[0], self._nowhere)
        match row:
            case ["e", name_class, int() as line, int() as column]:
                place = Place(self._path, line, column)
                return _Stored(_name_class(name_class), place, index, self)
            case ["a", name_class, int() as content, int() as line, int() as column]:
                place = Place(self._path, line, column)
                return Attribute(_name_class(name_class), self._pattern(content), place)
            case ["v", int() as number, str() as text, int() as namespaces]:
                datatype, scope = self._datatypes[number], self._namespaces[namespaces]
                key = datatype.key(text, scope)
                if key is None:
                    return NOT_ALLOWED
                return Value(datatype, text, key, tuple(scope.items()), self._nowhere)
            case ["d", int() as number, excluded]:
                but = self._pattern(excluded) if isinstance(excluded, int) else None
                return Data(self._datatypes[number], but, self._nowhere)
            case [str() as word]:
                return _CONSTANTS[word]
        raise AssertionError(row)

    def _check(self, elements: int) -> None:
        """See that every row is of a known kind, and made of rows before it.

        Raises:
            ValueError: one is not; also LookupError, TypeError.
        """
        datatypes, namespaces = range(len(self._datatypes)), range(len(self._namespaces))
        for position, row in enumerate(self._rows):
            if type(row) is str:
                members = row[1:]
                good = min(members) >= _FIRST and ord(max(members)) < FIRST + position
                good = good and row[0] in _TEXTS and position >= elements
            elif position < elements:
                good = _is_element(row)
            else:
                match row:
                    case ["a", name_class, int() as content, int(), int()]:
                        _name_class(name_class)
                        good = 0 <= content < position
                    case ["v", int() as datatype, str(), int() as scope]:
                        good = datatype in datatypes and scope in namespaces
                    case ["d", int() as datatype, excluded]:
                        good = datatype in datatypes
                        if excluded is not None:
                            good = good and type(excluded) is int and 0 <= excluded < position
                    case [str() as word]:
                        good = word in _CONSTANTS
                    case _:
                        good = False
            if not good:
                raise ValueError(row)

    def _index(self, row: Json) -> int:
        if type(row) is not int or not 0 <= row < len(self._rows):
            raise ValueError(row)
        return row


class _Stored(Element):
    """An element whose content is made when it is first asked for."""

    __slots__ = ("_index", "_schema")

    def __init__(self, name_class: NameClass, place: Place, index: int, schema: Simplified) -> None:
        super().__init__(name_class, place)
        self._index = index
        self._schema = schema

    def __getattr__(self, name: str) -> Pattern:
        # Python asks here for what an object lacks: so it costs nothing once it is there.
        if name != "content":
            raise AttributeError(name)
        self.content = self._schema.content(self._index)
        return self.content


def _parts(row: Json) -> Iterable[int]:
    """The rows that a row is made of."""
    if type(row) is str:
        return [ord(each) - FIRST for each in row[1:]]
    match row:
        case ["a", _, int() as content, _, _] | ["d", _, int() as content]:
            return (content,)
    return ()


def _is_element(row: Json) -> bool:
    match row:
        case ["e", name_class, int(), int()]:
            if type(name_class) is not str:
                _name_class(name_class)
            return True
    return False


def _list(stored: Json) -> list[Json]:
    if not isinstance(stored, list):
        raise ValueError(type(stored))
    return stored


def _strings_in(stored: Json) -> list[str]:
    found = [each for each in _list(stored) if isinstance(each, str)]
    if len(found) != len(_list(stored)):
        raise ValueError(stored)
    return found


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


def _name_class(row: Json) -> NameClass:
    match row:
        case str():
            return Name(row)
        case ["|", *members]:
            return NameChoice(tuple(map(_name_class, members)))
        case ["n", str() as namespace, excluded]:
            return NsName(namespace, None if excluded is None else _name_class(excluded))
        case ["*", excluded]:
            return AnyName(None if excluded is None else _name_class(excluded))
    raise ValueError(row)
