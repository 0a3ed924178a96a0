# SPDX-License-Identifier: MIT
"""Schema files read into small trees whose every element knows where it stands.

Nothing outside the file is read: no external entity, no document type declaration.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple
from xml.parsers import expat

from tei_edition.parser.entities import Bounds, RefusedError
from tei_edition.parser.names import XML_NAMESPACE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_DEEPEST = 200
"""No schema nests deeper; the trees are walked recursively."""


class Position(NamedTuple):
    """Where something stands in a schema file; line and column count from 1."""

    path: str
    line: int
    column: int


class Unreadable(Exception):  # noqa: N818 - an outcome the caller words, not an error class
    """A schema file cannot be read; the message says why, the position where."""

    def __init__(self, message: str, position: Position) -> None:
        super().__init__(message)
        self.position = position


@dataclass(slots=True, eq=False)
class Element:
    """An element of a schema file."""

    name: str
    """As written, with its prefix."""
    namespace: str
    local: str
    attributes: Mapping[str, str]
    """By name as written; namespace declarations are in :attr:`namespaces`."""
    namespaces: Mapping[str, str]
    """Every prefix in scope here, with its namespace; the default namespace under ``""``."""
    position: Position
    children: list[Element | str] = field(default_factory=list)

    def elements(self) -> Iterator[Element]:
        """The child elements."""
        return (child for child in self.children if isinstance(child, Element))

    def descendants(self) -> Iterator[Element]:
        """This element and every element below it, in document order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(list(element.elements())))

    def text(self) -> str:
        """All character data below this element."""
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)


def read(path: Path, shown: str) -> Element:
    """The document element of the file at *path*, which positions call *shown*.

    Raises :class:`Unreadable` when the file is not there or not well-formed.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        message = f"The file “{shown}” cannot be read: {reason}"
        raise Unreadable(message, Position(shown, 0, 0)) from error
    return _Builder(shown).build(data)


class _Builder:
    """The handlers of one expat run."""

    def __init__(self, shown: str) -> None:
        self._shown = shown
        self._root: Element | None = None
        self._open: list[Element] = []
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.SkippedEntityHandler = self._skipped
        self._parser.ExternalEntityRefHandler = self._external
        Bounds().watch(self._parser)

    def build(self, data: bytes) -> Element:
        try:
            self._parser.Parse(data, True)
        except expat.ExpatError as error:
            position = Position(self._shown, error.lineno, error.offset + 1)
            message = f"The file is not well-formed XML: {expat.ErrorString(error.code)}"
            raise Unreadable(message, position) from error
        except RefusedError as error:
            raise Unreadable(error.words[1], self._here()) from error
        assert self._root is not None
        return self._root

    def _here(self) -> Position:
        parser = self._parser
        return Position(self._shown, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        namespaces: Mapping[str, str] = (
            self._open[-1].namespaces if self._open else {"xml": XML_NAMESPACE, "": ""}
        )
        declared = {
            key[6:]: value
            for key, value in attributes.items()
            if key == "xmlns" or key.startswith("xmlns:")
        }
        if declared:
            namespaces = {**namespaces, **declared}
            attributes = {
                key: value
                for key, value in attributes.items()
                if key != "xmlns" and not key.startswith("xmlns:")
            }
        if len(self._open) >= _DEEPEST:
            raise Unreadable(f"Elements are nested more than {_DEEPEST} deep", self._here())
        prefix, _, local = name.rpartition(":")
        namespace = namespaces.get(prefix)
        if namespace is None:
            raise Unreadable(f"The namespace prefix “{prefix}” is not declared", self._here())
        element = Element(name, namespace, local, attributes, namespaces, self._here())
        if self._open:
            self._open[-1].children.append(element)
        else:
            self._root = element
        self._open.append(element)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _characters(self, text: str) -> None:
        self._open[-1].children.append(text)

    def _skipped(self, name: str, is_parameter_entity: bool) -> None:
        if not is_parameter_entity:
            raise Unreadable(f"The entity “&{name};” is not declared in the file", self._here())

    def _external(self, *_: object) -> int:
        raise Unreadable("The file refers to an external entity, which is not read", self._here())
