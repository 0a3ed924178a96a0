# SPDX-License-Identifier: MIT
"""Name classes of elements and attributes from their nodes (sections 4.8 to 4.10, 4.16)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.relaxng.datatypes.whitespace import WHITE_SPACE
from tei_edition.relaxng.nameclasses import (
    AnyName,
    Name,
    NameChoice,
    NameClass,
    NsName,
    qualified,
)
from tei_edition.relaxng.syntax import is_qname

if TYPE_CHECKING:
    from tei_edition.relaxng.syntax import Node

_XMLNS = "http://www.w3.org/2000/xmlns"
_XMLNS_USED = "http://www.w3.org/2000/xmlns/"


def name_class_of(node: Node) -> NameClass:
    """The name class of an ``element`` or ``attribute``."""
    attribute = node.kind == "attribute"
    name = node.attributes.get("name")
    if name is None:
        return _name_class(node.children[0], attribute=attribute, within="")
    # Section 4.8: a name given as an attribute of an attribute is in no namespace, unless the
    # attribute element itself says otherwise.
    ns = node.attributes.get("ns", "") if attribute else node.ns
    return _name(node, name, ns, attribute=attribute)


def _name_class(node: Node, *, attribute: bool, within: str) -> NameClass:
    """``within`` is the kind of name class whose exception this is part of, if it is."""
    kind = node.kind
    if kind == "name":
        text = node.text.strip(WHITE_SPACE)
        if not is_qname(text):
            raise node.error(f"“{text}” is no name")
        return _name(node, text, node.ns, attribute=attribute)
    if kind == "choice":
        return _choice(node, attribute=attribute, within=within)
    if kind == "anyName" and within:
        raise node.error(f"<anyName> may not stand in the <except> of <{within}>", "4.16")
    if kind == "nsName" and within == "nsName":
        raise node.error("<nsName> may not stand in the <except> of <nsName>", "4.16")
    inner = "nsName" if "nsName" in (kind, within) else kind
    excluded = (
        _choice(node.children[0], attribute=attribute, within=inner) if node.children else None
    )
    if kind == "anyName":
        return AnyName(excluded)
    if attribute and node.ns in (_XMLNS, _XMLNS_USED):
        raise node.error(f"no attribute is in the namespace {node.ns}", "4.16")
    return NsName(node.ns, excluded)


def _choice(node: Node, *, attribute: bool, within: str) -> NameClass:
    members = [_name_class(child, attribute=attribute, within=within) for child in node.children]
    return members[0] if len(members) == 1 else NameChoice(tuple(members))


def _name(node: Node, text: str, ns: str, *, attribute: bool) -> NameClass:
    prefix, colon, local = text.rpartition(":")
    if colon:
        bound = node.namespaces.get(prefix)
        if bound is None:
            raise node.error(f"the prefix “{prefix}” of “{text}” is bound to no namespace", "4.10")
        ns = bound
    if attribute:
        if ns in (_XMLNS, _XMLNS_USED):
            raise node.error(f"no attribute is in the namespace {ns}", "4.16")
        if not ns and local == "xmlns":
            raise node.error("xmlns is no attribute: it declares a namespace", "4.16")
    return Name(qualified(ns, local))
