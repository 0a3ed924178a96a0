# SPDX-License-Identifier: MIT
"""What findings count as in an edition that has its own mind about them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tei_edition.findings import Finding, Severity

OFF = "off"
"""The word for a finding that is not to be reported."""


@dataclass(frozen=True, slots=True)
class Severities:
    """What an edition lets findings count as."""

    by_code: Mapping[str, Severity | None] = field(default_factory=dict)
    """None for findings that are not to be reported."""

    def weigh(self, finding: Finding) -> Finding | None:
        """The finding with the edition's severity; None where it is not to be reported.

        What an editorial note acknowledges stays acknowledged.
        """
        if finding.code not in self.by_code:
            return finding
        severity = self.by_code[finding.code]
        if severity is None:
            return None
        return finding if finding.acknowledged_by else finding._replace(severity=severity)
