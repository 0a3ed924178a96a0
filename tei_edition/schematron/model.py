# SPDX-License-Identifier: MIT
"""A Schematron schema after inclusion and expansion (ISO/IEC 19757-3 §5 and §6).

Abstract patterns and rules are gone, diagnostics stand with the assertions that name them. Parts
are told apart by identity, not by content: two rules may be written alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tei_edition.findings import Severity
    from tei_edition.schematron.source import Element, Position


@dataclass(frozen=True, slots=True, eq=False)
class ValueOf:
    """``value-of``: the string value of an expression."""

    select: str
    position: Position


@dataclass(frozen=True, slots=True, eq=False)
class NodeName:
    """``name``: the name of the context node, or of what the path selects."""

    path: str | None
    position: Position


START = "_\u00b7from"
"""The name of the variable that holds the nodes of a phase's ``@from``."""

Message: TypeAlias = "tuple[str | ValueOf | NodeName, ...]"


@dataclass(frozen=True, slots=True, eq=False)
class Let:
    """``let``: a variable, by expression or by element content."""

    name: str
    value: str | None
    content: tuple[Element | str, ...]
    as_type: str | None
    namespaces: Mapping[str, str]
    position: Position


@dataclass(frozen=True, slots=True, eq=False)
class Note:
    """A ``diagnostic`` or ``property`` as one assertion refers to it."""

    id: str
    message: Message


@dataclass(frozen=True, slots=True, eq=False)
class Assertion:
    """``assert`` or ``report``."""

    kind: Literal["assert", "report"]
    id: str
    test: str
    message: Message
    severity: Severity
    role: str
    flag: str
    subject: str | None
    see: str
    language: str
    """``@xml:lang``, its own or that of its rule or pattern; empty where none is stated."""
    diagnostics: tuple[Note, ...]
    properties: tuple[Note, ...]
    position: Position


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A concrete ``rule``; :attr:`body` keeps the order of its variables and assertions."""

    id: str
    context: str
    body: tuple[Let | Assertion, ...]
    visit_each: str | None
    """``@visit-each`` (2025 edition): what the assertions are about, instead of the context."""
    namespaces: Mapping[str, str]
    """The declarations in scope where the rule is written."""
    position: Position


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """A concrete ``pattern``: of its rules, the first that matches a node is the one that fires."""

    id: str
    lets: tuple[Let, ...]
    rules: tuple[Rule, ...]
    documents: str | None
    every_rule_fires: bool
    """A ``group`` (ISO/IEC 19757-3:2025): each rule that matches fires."""
    position: Position


@dataclass(frozen=True, slots=True, eq=False)
class Phase:
    """``phase``: the patterns that run together."""

    id: str
    lets: tuple[Let, ...]
    active: frozenset[str]
    start: Let | None
    """``@from`` (2025 edition): the nodes to which, with all below them, rules are applied."""


@dataclass(frozen=True, slots=True, eq=False)
class Schema:
    """A whole schema, ready to be compiled."""

    query_version: Literal["1.0", "3.0"]
    default_phase: str
    namespaces: Mapping[str, str]
    """What ``ns`` declares."""
    lets: tuple[Let, ...]
    phases: Mapping[str, Phase]
    patterns: tuple[Pattern, ...]
    declarations: tuple[Element, ...]
    """Embedded XSLT: ``xsl:function``, ``xsl:key``, …"""
    position: Position
