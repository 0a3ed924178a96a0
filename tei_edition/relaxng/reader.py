# SPDX-License-Identifier: MIT
"""Schema files in XML syntax to trees of nodes.

Sections 4.1 to 4.4 happen here: annotations are left out, and each node knows the ``ns`` and
``datatypeLibrary`` that hold for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.parsers import expat

from tei_edition.parser.entities import Bounds, RefusedError
from tei_edition.parser.names import XML_NAMESPACE
from tei_edition.relaxng.datatypes.whitespace import WHITE_SPACE
from tei_edition.relaxng.errors import Place, SchemaError, did_you_mean
from tei_edition.relaxng.syntax import (
    NAMESPACE,
    PATTERN,
    ROLES,
    TEXT_ONLY,
    Node,
    check_attributes,
    check_content,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_DEPTH = 300
"""Nested deeper than any schema that a person or an ODD processor writes."""


def read(path: str, content: bytes, base: str) -> Node:
    """The document element of a schema in XML syntax.

    ``path`` is for messages, ``base`` the URI against which ``href`` is resolved.
    Raises SchemaError.
    """
    reading = _Reading(path, base)
    try:
        return reading.run(content)
    except expat.ExpatError as error:
        raise _not_well_formed(path, content, error) from error


def _not_well_formed(path: str, content: bytes, error: expat.ExpatError) -> SchemaError:
    """The words that a document with the same fault would get."""
    from tei_edition.parser import Stream

    stream = Stream(content, path)
    stream.run()
    if not stream.faults:
        place = Place(path, error.lineno, error.offset + 1)
        return SchemaError(
            f"the schema is not well-formed XML: {expat.ErrorString(error.code)}", place
        )
    fault = stream.faults[-1]
    words = f"{fault.message}; {fault.hint}" if fault.hint else fault.message
    place = Place(path, fault.line, fault.column)
    return SchemaError(f"the schema is not well-formed XML: {words}", place)


class _Reading:
    """One run of expat over one schema file."""

    def __init__(self, path: str, base: str) -> None:
        self._path = path
        self._base = base
        self._open: list[Node] = []
        self._skipped = 0
        self._root: Node | None = None
        self._namespaces: Mapping[str, str] = {"xml": XML_NAMESPACE}
        self._declared = False
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartNamespaceDeclHandler = self._declare
        self._parser.SkippedEntityHandler = self._skipped_entity
        self._parser.ExternalEntityRefHandler = self._external_entity
        Bounds().watch(self._parser)

    def run(self, content: bytes) -> Node:
        """Parse the whole file."""
        try:
            self._parser.Parse(content, True)
        except RefusedError as error:
            raise SchemaError(error.words[1], self._place()) from error
        if self._root is None:  # pragma: no cover - expat would have raised
            raise SchemaError("the schema is empty", Place(self._path))
        if self._root.role != PATTERN:
            raise self._root.error(f"a schema does not begin with <{self._root.kind}>")
        return self._root

    def _place(self) -> Place:
        parser = self._parser
        return Place(self._path, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)

    def _declare(self, prefix: str | None, uri: str | None) -> None:
        self._namespaces = {**self._namespaces, prefix or "": uri or ""}

    def _skipped_entity(self, name: str, is_parameter: bool) -> None:
        if not is_parameter:
            raise SchemaError(f"the entity &{name}; is not declared here", self._place())

    def _external_entity(
        self, context: str | None, base: str | None, system: str | None, public: str | None
    ) -> int:
        raise SchemaError(
            f"an entity stands for another file, “{system or public}”: entities of that kind are "
            "not followed; use <include> or <externalRef>",
            self._place(),
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self._skipped:
            self._skipped += 1
            return
        parent = self._open[-1] if self._open else None
        namespace, _, kind = name.rpartition(" ")
        if namespace != NAMESPACE:
            self._foreign(name, parent)
            return
        if kind not in ROLES:
            meant = did_you_mean(kind, ROLES)
            raise SchemaError(f"RELAX NG has no element <{kind}>{meant}", self._place(), "3")
        if parent is not None and parent.kind in TEXT_ONLY:
            raise SchemaError(f"<{parent.kind}> holds text only", self._place(), "3")
        if len(self._open) > MAX_DEPTH:
            raise SchemaError(f"nested more than {MAX_DEPTH} deep", self._place())
        node = Node(
            kind, attributes, self._place(), self._namespaces, parent.base if parent else self._base
        )
        for key in [key for key in attributes if " " in key]:
            self._annotation(node, key, attributes.pop(key))
        if attributes or kind in _NEEDY:
            check_attributes(node)
        self._inherit(node, parent)
        if parent is not None:
            parent.children.append(node)
        else:
            self._root = node
        self._open.append(node)

    def _foreign(self, name: str, parent: Node | None) -> None:
        if parent is None:
            local = name.rpartition(" ")[2]
            raise SchemaError(
                f"this is no RELAX NG schema: it begins with <{local}>, which is not in the "
                f"namespace {NAMESPACE}",
                self._place(),
                "3",
            )
        if parent.kind in TEXT_ONLY:
            raise SchemaError(f"<{parent.kind}> holds text only, no annotation", self._place(), "3")
        self._skipped = 1

    def _annotation(self, node: Node, name: str, value: str) -> None:
        namespace, _, local = name.rpartition(" ")
        if namespace == NAMESPACE:
            raise node.error(f"attributes of RELAX NG, such as @{local}, take no prefix")
        if namespace == XML_NAMESPACE and local == "base":
            from urllib.parse import urljoin

            node.base = urljoin(node.base, value)

    def _inherit(self, node: Node, parent: Node | None) -> None:
        """Sections 4.3, 4.4 and 4.9, the latter but for attributes (4.8)."""
        attributes = node.attributes
        ns = attributes.get("ns")
        library = attributes.get("datatypeLibrary")
        # UNSET: a file included takes over the ns of the place where it is included.
        node.ns = ns if ns is not None else parent.ns if parent else UNSET
        node.library = library if library is not None else parent.library if parent else ""

    def _end(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
        else:
            node = self._open.pop()
            if node.kind not in TEXT_ONLY:
                check_content(node)
        self._namespaces = self._open[-1].namespaces if self._open else {"xml": XML_NAMESPACE}

    def _text(self, data: str) -> None:
        if self._skipped or not self._open:
            return
        node = self._open[-1]
        if node.kind in TEXT_ONLY:
            node.text += data
        elif data.strip(WHITE_SPACE):
            raise SchemaError(f"<{node.kind}> holds no text of its own", self._place(), "3")


UNSET = "\0"
"""The ``ns`` of a node before it is known where its file is included."""

_NEEDY = frozenset(("ref", "parentRef", "data", "param", "externalRef", "include", "define"))
