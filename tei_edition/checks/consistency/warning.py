# SPDX-License-Identifier: MIT
"""A finding of the check ``consistency``: a warning, or less."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.findings import Finding, Severity

if TYPE_CHECKING:
    from tei_edition.checks.records import Spot


def warning(
    spot: Spot,
    code: str,
    message: str,
    hint: str = "",
    attribute: str = "",
    severity: Severity = Severity.WARNING,
) -> Finding:
    """The finding at an element."""
    return spot.finding("consistency", code, severity, message, hint, attribute)


def acknowledge(code: str) -> str:
    """The hint for what a document may itself have so."""
    return f'compare the two; if the document has it so, acknowledge it: ana="finding:{code}"'
