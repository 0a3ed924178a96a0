# SPDX-License-Identifier: MIT
"""``gnu``: one line a finding, as the GNU coding standards have it and editors parse it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from tei_edition.reports.report import Summary, one_line, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tei_edition.findings import Finding


class GnuReport:
    """``file:line:column: severity: [code] message``, and nothing else."""

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def add(self, findings: Iterable[Finding]) -> None:
        """Write a line for each."""
        lines = [
            f"{plain(finding.path)}:{finding.line}:{finding.column}: {finding.severity.label}: "
            f"[{finding.code}] {one_line(finding)}\n"
            for finding in findings
        ]
        self._out.write("".join(lines))

    def finish(self, summary: Summary) -> None:
        """There is nothing more to say."""
