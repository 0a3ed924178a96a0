# SPDX-License-Identifier: MIT
"""The XML syntax (section 3): which element may hold what, checked as each element ends.

``ROLES`` tells patterns, name classes and grammar content apart; ``choice`` and ``except`` are
whatever their children are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.parser.names import is_ncname
from tei_edition.relaxng.datatypes.whitespace import WHITE_SPACE
from tei_edition.relaxng.errors import Place, SchemaError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NAMESPACE = "http://relaxng.org/ns/structure/1.0"

PATTERN, NAME_CLASS, GRAMMAR_CONTENT = "pattern", "name class", "grammar content"
EXCEPT_PATTERN, EXCEPT_NAME_CLASS, PARAM = "except of patterns", "except of names", "parameter"

ROLES: Mapping[str, str] = {
    **dict.fromkeys(
        ("element", "attribute", "group", "interleave", "optional", "zeroOrMore", "oneOrMore"),
        PATTERN,
    ),
    **dict.fromkeys(("list", "mixed", "ref", "parentRef", "empty", "text", "value"), PATTERN),
    **dict.fromkeys(("data", "notAllowed", "externalRef", "grammar"), PATTERN),
    **dict.fromkeys(("name", "anyName", "nsName"), NAME_CLASS),
    **dict.fromkeys(("start", "define", "div", "include"), GRAMMAR_CONTENT),
    "param": PARAM,
    "choice": "",
    "except": "",
}

_REQUIRED = {
    "ref": ("name",),
    "parentRef": ("name",),
    "data": ("type",),
    "param": ("name",),
    "externalRef": ("href",),
    "include": ("href",),
    "define": ("name",),
}
_OPTIONAL = {
    "element": ("name",),
    "attribute": ("name",),
    "value": ("type",),
    "define": ("combine",),
    "start": ("combine",),
}
ALLOWED_ATTRIBUTES: Mapping[str, frozenset[str]] = {
    kind: frozenset(("ns", "datatypeLibrary", *_REQUIRED.get(kind, ()), *_OPTIONAL.get(kind, ())))
    for kind in ROLES
}
TEXT_ONLY = frozenset(("name", "value", "param"))
"""The elements that hold text, and no element, not even one of another namespace."""


def is_qname(text: str) -> bool:
    """Whether the text is a name, with or without a prefix."""
    prefix, colon, local = text.partition(":")
    return is_ncname(prefix) and (is_ncname(local) if colon else True)


class Node:
    """One element of a schema in XML syntax, its annotations left out (section 4.1)."""

    __slots__ = (
        "attributes",
        "base",
        "children",
        "column",
        "kind",
        "library",
        "line",
        "namespaces",
        "ns",
        "path",
        "resolved",
        "role",
        "text",
    )

    def __init__(
        self,
        kind: str,
        attributes: dict[str, str],
        place: Place,
        namespaces: Mapping[str, str],
        base: str,
    ) -> None:
        self.kind = kind
        self.attributes = attributes
        self.path, self.line, self.column = place
        self.namespaces = namespaces
        self.base = base
        self.children: list[Node] = []
        self.text = ""
        self.role = ROLES[kind]
        self.ns: str = ""
        self.library: str = ""
        self.resolved: object = None

    @property
    def place(self) -> Place:
        """Where its start tag begins."""
        return Place(self.path, self.line, self.column)

    def error(self, message: str, section: str = "3") -> SchemaError:
        """Say what is wrong with it."""
        return SchemaError(message, self.place, section)


def check_attributes(node: Node) -> None:
    """Raise where an attribute is unknown, missing, or has no value of its kind."""
    kind, attributes = node.kind, node.attributes
    for found in attributes:
        if found not in ALLOWED_ATTRIBUTES[kind]:
            meant = did_you_mean(found, ALLOWED_ATTRIBUTES[kind])
            raise node.error(f"<{kind}> has no attribute @{found}{meant}")
    for needed in _REQUIRED.get(kind, ()):
        if needed not in attributes:
            raise node.error(f"<{kind}> needs the attribute @{needed}")
    # Section 4.2: white space around these is taken away, around ns and href it is not.
    if (name := attributes.get("name")) is not None:
        attributes["name"] = name = name.strip(WHITE_SPACE)
        if kind in ("element", "attribute"):
            if not is_qname(name):
                raise node.error(f"“{name}” is no name of an {kind}")
        elif not is_ncname(name):
            raise node.error(f"“{name}” is not a name without a colon, as <{kind}> needs one")
    if (datatype := attributes.get("type")) is not None:
        datatype = attributes["type"] = datatype.strip(WHITE_SPACE)
        if not is_ncname(datatype):
            raise node.error(f"“{datatype}” is no name of a datatype")
    if (combine := attributes.get("combine")) is not None:
        combine = attributes["combine"] = combine.strip(WHITE_SPACE)
        if combine not in ("choice", "interleave"):
            raise node.error(f"@combine is “choice” or “interleave”, not “{combine}”")
    if library := attributes.get("datatypeLibrary"):
        _check_library(node, library)


def _check_library(node: Node, uri: str) -> None:
    if "#" in uri:
        raise node.error("@datatypeLibrary must not have a fragment identifier (“#…”)")
    scheme, colon, rest = uri.partition(":")
    if not colon or not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.\-]*", scheme):
        raise node.error(f"@datatypeLibrary must be an absolute URI, but “{uri}” is relative")
    if not rest or re.search(r"%(?![0-9A-Fa-f]{2})", rest):
        raise node.error(f"@datatypeLibrary is no URI: “{uri}”")


def check_content(node: Node) -> None:
    """Raise where the children are not what the element may hold; settle the role of a choice."""
    kind, children = node.kind, node.children
    if kind in ("choice", "except"):
        _settle(node)
    elif kind in ("element", "attribute"):
        patterns = children
        if "name" not in node.attributes:
            if not children or children[0].role != NAME_CLASS:
                raise node.error(f"<{kind}> needs a name: @name, or a name class as first child")
            patterns = children[1:]
        _all(node, patterns, PATTERN)
        if kind == "element" and not patterns:
            raise node.error("<element> needs content: at least one pattern, if only <empty/>")
        if kind == "attribute" and len(patterns) > 1:
            raise patterns[1].error("<attribute> takes one pattern only: use <group> or <choice>")
    elif kind in ("grammar", "div", "include"):
        _all(node, children, GRAMMAR_CONTENT)
        if kind == "include":
            _no_include(children)
    elif kind == "data":
        _check_data(node)
    elif kind in ("anyName", "nsName"):
        _all(node, children, EXCEPT_NAME_CLASS)
        if len(children) > 1:
            raise children[1].error(f"<{kind}> takes one <except> only")
    elif kind in _PATTERNS_WITHIN:
        _all(node, children, PATTERN)
        if not children:
            raise node.error(f"<{kind}> needs at least one pattern within")
        if kind == "start" and len(children) > 1:
            raise children[1].error("<start> takes one pattern only")
    elif children:
        raise children[0].error(f"<{kind}> has no children")


_PATTERNS_WITHIN = frozenset(
    ("group", "interleave", "optional", "zeroOrMore", "oneOrMore", "list", "mixed")
) | {"define", "start"}


def _all(parent: Node, children: Iterable[Node], role: str) -> None:
    for child in children:
        if child.role != role:
            raise child.error(
                f"<{child.kind}> may not stand in <{parent.kind}> here: a {role} is expected"
            )


def _settle(node: Node) -> None:
    if not node.children:
        raise node.error(f"<{node.kind}> needs something within")
    role = node.children[0].role
    if role not in (PATTERN, NAME_CLASS):
        raise node.children[0].error(f"<{node.children[0].kind}> may not stand in <{node.kind}>")
    _all(node, node.children, role)
    if node.kind == "choice":
        node.role = role
    else:
        node.role = EXCEPT_PATTERN if role == PATTERN else EXCEPT_NAME_CLASS


def _check_data(node: Node) -> None:
    for position, child in enumerate(node.children):
        last = position == len(node.children) - 1
        if child.role != PARAM and not (child.role == EXCEPT_PATTERN and last):
            raise child.error("<data> holds <param>s, and after them at most one <except>")


def _no_include(children: Iterable[Node]) -> None:
    for child in children:
        if child.kind == "include":
            raise child.error("an <include> may not stand in another <include>")
        if child.kind == "div":
            _no_include(child.children)
