# SPDX-License-Identifier: MIT
"""What every report format has to do."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tei_edition.findings import Finding


@dataclass(frozen=True, slots=True)
class Summary:
    """A run as a whole."""

    files: int
    """How many files were checked."""
    checks: tuple[str, ...]
    """The checks that were made."""
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    """Findings that are information only, acknowledged anomalies not counted."""
    acknowledged: int = 0
    """Anomalies that an editorial note acknowledges."""
    unmade: Mapping[str, int] = field(default_factory=dict)
    """Checks that were asked for and could not be made, and on how many files."""
    left_out: int = 0
    """Documents that the edition's settings leave out."""


class Report(Protocol):
    """Takes findings as they come, then the summary."""

    def add(self, findings: Iterable[Finding]) -> None:
        """Take the findings of one document, in the order of their positions."""

    def finish(self, summary: Summary) -> None:
        """Write what can only be said at the end."""


def one_line(finding: Finding) -> str:
    """Message and hint as one line of text."""
    message = " ".join(finding.message.split())
    further = finding.hint
    if finding.acknowledged_by:
        further = f"acknowledged by note {finding.acknowledged_by}"
    if not further:
        return message
    return (
        f"{message}{' ' if message.endswith(('.', '!', '?')) else '; '}{' '.join(further.split())}"
    )
