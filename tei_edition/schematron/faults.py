# SPDX-License-Identifier: MIT
"""Findings about the rules themselves rather than about a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.findings import Finding, Severity

if TYPE_CHECKING:
    from tei_edition.schematron.source import Element, Position

CHECK = "rules"


def fault(
    code: str,
    message: str,
    position: Position,
    *,
    hint: str = "",
    rule: str = "",
    severity: Severity = Severity.ERROR,
) -> Finding:
    """A finding at a place in a schema file; *code* is one of the ``rules`` catalogue."""
    return Finding(
        position.path,
        position.line,
        position.column,
        code,
        severity,
        CHECK,
        message,
        hint=hint,
        rule=rule,
    )


def schema_fault(element: Element, message: str, hint: str = "") -> Finding:
    """A schema that is not correct Schematron, at the element where it shows."""
    return fault(
        "rules-not-valid",
        message,
        element.position,
        hint=hint,
        rule=element.attributes.get("id", ""),
    )
