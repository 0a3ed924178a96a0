# SPDX-License-Identifier: MIT
"""``json``: findings for programs, after ``schemas/findings.schema.json``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TextIO

from tei_edition import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tei_edition.findings import Finding
    from tei_edition.reports.report import Summary

FORMAT_VERSION = 1
"""Raised when a reader of the former version would misread; additions do not raise it."""


class JsonReport:
    """One JSON object, written as the findings come, a finding a line."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._started = False

    def _start(self) -> None:
        head = {"format": "tei-edition-findings", "version": FORMAT_VERSION}
        tool = {"tool": {"name": "tei-edition", "version": __version__}}
        self._out.write(json.dumps(head | tool)[:-1] + ', "findings": [')

    def add(self, findings: Iterable[Finding]) -> None:
        """Write an object for each."""
        if not self._started:
            self._start()
        for finding in findings:
            self._out.write("\n" if not self._started else ",\n")
            self._started = True
            self._out.write(json.dumps(as_object(finding), ensure_ascii=False))

    def finish(self, summary: Summary) -> None:
        """Close the list and add the summary."""
        if not self._started:
            self._start()
        counts = {
            "files": summary.files,
            "checks": list(summary.checks),
            "errors": summary.errors,
            "warnings": summary.warnings,
            "infos": summary.infos,
            "acknowledged": summary.acknowledged,
            "notMade": dict(summary.unmade),
            "leftOut": summary.left_out,
        }
        self._out.write('\n], "summary": ' + json.dumps(counts) + "}\n")


def as_object(finding: Finding) -> dict[str, object]:
    """A finding as the JSON object of the report; what it does not have is left out."""
    known: dict[str, object] = {
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "severity": finding.severity.label,
        "code": finding.code,
        "check": finding.check,
        "message": finding.message,
        "hint": finding.hint,
        "element": finding.element,
        "id": finding.xml_id,
        "attribute": finding.attribute,
        "rule": finding.rule,
        "expected": list(finding.expected),
        "acknowledgedBy": finding.acknowledged_by,
    }
    return {key: value for key, value in known.items() if value not in ("", [])}
