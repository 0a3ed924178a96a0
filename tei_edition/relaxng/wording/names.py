# SPDX-License-Identifier: MIT
"""Names as the editor writes them: with the prefixes of the document, or of the schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.parser.names import XML_NAMESPACE
from tei_edition.relaxng.nameclasses import split

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_DIFFERENT_PREFIXES = 500
_WRITTEN = 4_096
"""Names of elements remembered as they are written."""


class Names:
    """The names under one set of prefixes; compared by identity."""

    __slots__ = ("_attributes", "_elements", "_written")

    def __init__(self, document: Mapping[str, str], schema: Mapping[str, str]) -> None:
        elements = {uri: prefix for prefix, uri in schema.items() if prefix}
        attributes = dict(elements)
        # In the document's order, its default namespace last: no prefix is preferred.
        for prefix, uri in sorted(document.items(), reverse=True):
            elements[uri] = prefix
            if prefix:
                attributes[uri] = prefix
        self._elements = elements
        self._written: dict[str, str] = {}
        self._attributes = {**attributes, XML_NAMESPACE: "xml"}

    def element(self, name: str) -> str:
        """For instance ``persName`` or ``xi:include``."""
        written = self._written.get(name)
        if written is None:
            if len(self._written) >= _WRITTEN:
                self._written.clear()
            written = self._written[name] = _prefixed(name, self._elements)
        return written

    def attribute(self, name: str) -> str:
        """For instance ``ref`` or ``xml:id``."""
        return _prefixed(name, self._attributes)

    def elements(self, names: Iterable[str]) -> list[str]:
        """Several elements' names."""
        return [self.element(name) for name in names]

    def attributes(self, names: Iterable[str]) -> list[str]:
        """Several attributes' names."""
        return [self.attribute(name) for name in names]


def _prefixed(name: str, prefixes: Mapping[str, str]) -> str:
    namespace, local = split(name)
    prefix = prefixes.get(namespace, "") if namespace else ""
    return f"{prefix}:{local}" if prefix else local


class Naming:
    """Gives the names for the namespaces in scope, the same object for the same ones."""

    def __init__(self, schema: Mapping[str, str]) -> None:
        self._schema = schema
        self._made: dict[tuple[tuple[str, str], ...], Names] = {}

    def names(self, namespaces: Mapping[str, str]) -> Names:
        """The names where these namespaces are in scope, by prefix."""
        key = tuple(namespaces.items())
        made = self._made.get(key)
        if made is None:
            if len(self._made) >= _DIFFERENT_PREFIXES:
                self._made.clear()
            made = self._made[key] = Names(namespaces, self._schema)
        return made
