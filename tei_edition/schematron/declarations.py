# SPDX-License-Identifier: MIT
"""Prefixes and variables: ``ns``, ``let``, ``param`` (ISO/IEC 19757-3 §5.4.6, §5.4.8)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.schematron.assemble import declared_namespaces, is_schematron
from tei_edition.schematron.faults import schema_fault
from tei_edition.schematron.model import START, Let

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tei_edition.findings import Finding
    from tei_edition.schematron.source import Element

_PREFIX = re.compile(r"[^\W\d][\w.\-]*")


def namespaces(schema: Element, faults: list[Finding]) -> Mapping[str, str]:
    """What the ``ns`` of a schema declare."""
    declared: dict[str, str] = {}
    for child in schema.elements():
        if not is_schematron(child, "ns"):
            continue
        prefix, uri = child.attributes.get("prefix", ""), child.attributes.get("uri", "")
        if not _PREFIX.fullmatch(prefix):
            if "prefix" in child.attributes:
                faults.append(schema_fault(child, f"“{prefix}” cannot be a namespace prefix"))
        elif declared.setdefault(prefix, uri) != uri:
            message = f"The prefix “{prefix}” is declared for two namespaces"
            faults.append(schema_fault(child, message))
    return {prefix: uri for prefix, uri in declared.items() if uri}


def variables(
    parent: Element, outer: Iterable[tuple[Let, ...]], faults: list[Finding]
) -> tuple[Let, ...]:
    """The variables declared in *parent*; a name may be declared once in it and around it."""
    known = {let.name for lets in outer for let in lets}
    lets: list[Let] = []
    # A parameter of the schema (2025 edition, §5.4.11) is a variable with a value of its own.
    names = ("let", "param") if is_schematron(parent, "schema") else ("let",)
    for child in parent.elements():
        let = variable(child, faults) if is_schematron(child, *names) else None
        if let is None:
            continue
        if let.name in known:
            faults.append(schema_fault(child, f"The variable “${let.name}” is declared twice"))
            continue
        known.add(let.name)
        lets.append(let)
    return tuple(lets)


def variable(element: Element, faults: list[Finding]) -> Let | None:
    """One variable; ``None`` where it has no name."""
    name = element.attributes.get("name", "").strip()
    if not name:
        return None
    value = element.attributes.get("value")
    content = tuple(
        child for child in element.children if not isinstance(child, str) or child.strip()
    )
    if value is not None and content:
        message = f"The variable “${name}” has both a @value and content"
        faults.append(schema_fault(element, message))
    return Let(
        name=name,
        value=value,
        content=content if value is None else (),
        as_type=element.attributes.get("as"),
        namespaces=declared_namespaces(element),
        position=element.position,
    )


def start(phase: Element) -> Let | None:
    """The nodes at which a phase begins (``@from``), as a variable."""
    pattern = phase.attributes.get("from")
    if pattern is None:
        return None
    nodes = f"/(descendant-or-self::node() | descendant::*/@*)/({pattern})"
    return Let(START, nodes, (), None, declared_namespaces(phase), phase.position)
