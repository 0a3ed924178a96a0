# SPDX-License-Identifier: MIT
"""What a document type declaration may do: internal entities within bounds, nothing from outside.

XML 1.0, 4.2 (Entity Declarations) and 4.4 (XML Processor Treatment of Entities). The bounds do not
rely on expat's own: some versions have none, and before 2.7 a long chain of entities that refer to
one another overflows the stack of the whole process.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

    from tei_edition.parser.scene import Words

_REFERENCE = re.compile(r"&([^#;&\s][^;&\s]*);")

PREDEFINED = frozenset({"amp", "lt", "gt", "apos", "quot"})

LARGEST = 1 << 20
"""Characters that one entity may stand for, those it refers to among them."""
EXPANDED = 64 << 20
"""Characters that all references of a document may stand for, beyond ten for each of its bytes."""
_DEEPEST = 50
"""Entities that refer to one another in a chain."""
_NESTED = 1_000
"""Entities that refer to others."""
_REFERENCES = 5_000
"""References within entities."""
_DEFAULTS = (200, 16_384)
"""Attributes with a default value, and the characters of their names and values: every element of
the type gets them all."""


class RefusedError(Exception):
    """A document type declaration that asks for too much; carries code, message and hint."""

    def __init__(self, words: Words) -> None:
        self.words = words
        super().__init__(words[1])


class Bounds:
    """Holds the declarations of one file to the bounds; :meth:`watch` puts it on expat.

    The handlers raise :class:`RefusedError` through ``Parse``.
    """

    def __init__(self, largest: int = LARGEST) -> None:
        self.declared: set[str] = set()
        """Names of the general entities of the file."""
        self.sizes: dict[str, int] = {}
        """Characters that an internal entity stands for."""
        self.outside = ""
        """A file with further declarations that a parameter entity stands for."""
        self._largest = largest
        self._values: dict[str, str] = {}
        """Entities that refer to others."""
        self._references = 0
        self._referred: set[str] = set()
        self._defaults = [0, 0]

    def watch(self, parser: XMLParserType) -> None:
        """Have declarations reported here."""
        parser.EntityDeclHandler = self._entity
        parser.AttlistDeclHandler = self._attribute

    def release(self, parser: XMLParserType) -> None:
        """Have them reported no more."""
        parser.EntityDeclHandler = parser.AttlistDeclHandler = None

    def _entity(
        self,
        name: str,
        is_parameter: bool,
        value: str | None,
        base: str | None,
        system: str | None,
        public: str | None,
        notation: str | None,
    ) -> None:
        if is_parameter:
            self.outside = self.outside or (system or "" if value is None else "")
            return
        if name in self.declared:
            return
        self.declared.add(name)
        if value is None:
            return
        references = _REFERENCE.findall(value)
        self.sizes[name] = len(value)
        if references:
            self._values[name] = value
            self._references += len(references)
            self._referred.update(references)
        if len(self._values) > _NESTED or self._references > _REFERENCES:
            raise RefusedError(_too_many())
        if references or name in self._referred:
            self._measure()
        if self.sizes[name] > self._largest:
            raise RefusedError(_too_large(name, self.sizes[name], self._largest))

    def _measure(self) -> None:
        """Sizes of all entities that refer to others, declared so far."""
        measured: dict[str, tuple[int, int]] = {}

        def measure(name: str, depth: int) -> tuple[int, int]:
            """Characters, and levels of entities inside."""
            if name not in self._values:
                return self.sizes.get(name, 0), 0
            if name not in measured:
                # An entity that refers to itself is expat's to report, when it is used.
                measured[name] = 0, 0
                inside = [(0, 0)]
                if depth <= _DEEPEST:
                    used = _REFERENCE.findall(self._values[name])
                    inside += [measure(entity, depth + 1) for entity in used]
                size = len(self._values[name]) + sum(size for size, _ in inside)
                measured[name] = size, 1 + max(levels for _, levels in inside)
            return measured[name]

        for name in self._values:
            self.sizes[name], levels = measure(name, 0)
            if levels > _DEEPEST:
                raise RefusedError(_too_many())
            if self.sizes[name] > self._largest:
                raise RefusedError(_too_large(name, self.sizes[name], self._largest))

    def _attribute(
        self, element: str, name: str, type_: str, default: str | None, required: bool
    ) -> None:
        if default is None:
            return
        self._defaults[0] += 1
        self._defaults[1] += len(name) + len(default)
        if self._defaults[0] > _DEFAULTS[0] or self._defaults[1] > _DEFAULTS[1]:
            raise RefusedError(
                (
                    "dtd-too-large",
                    "the document type declaration gives default values to too many attributes",
                    "write the attributes where they belong",
                )
            )


class Expansion:
    """Counts what the references of a document stand for, as it is fed to expat."""

    def __init__(self, bounds: Bounds, codec: str) -> None:
        self._bounds = bounds
        self._codec = codec
        self._left = EXPANDED

    def count(self, piece: bytes) -> None:
        """Count the references in what is fed next.

        Raises:
            RefusedError: they are too many.
        """
        sizes = self._bounds.sizes
        if not sizes:
            return
        text = piece.decode(self._codec, errors="replace")
        self._left += 10 * len(piece)
        for name in _REFERENCE.findall(text):
            self._left -= sizes.get(name, 0)
        if self._left < 0:
            raise RefusedError(
                (
                    "entity-too-large",
                    "the entities of this document stand for too much text",
                    "write the text where it belongs, or include a file with xi:include",
                )
            )


def _too_large(name: str, size: int, largest: int) -> Words:
    words = f"the entity “{name}” stands for {size:,} characters; {largest:,} are allowed"
    hint = "write the text where it belongs, or include a file with xi:include"
    return "entity-too-large", words, hint


def _too_many() -> Words:
    return (
        "entity-too-large",
        "too many entities refer to one another in this document type declaration",
        "write the text where it belongs",
    )


def replacement(name: str) -> str:
    """What to write instead of an HTML entity."""
    from html.entities import html5

    if name in PREDEFINED:
        return ""
    character = html5.get(f"{name};")
    if character is None:
        return "write “&amp;” where an ampersand is meant"
    numbers = "".join(f"&#{ord(part)};" for part in character)
    visible = f" or the character itself, “{character}”," if character.isprintable() else ""
    return f"write “{numbers}”{visible} instead"
