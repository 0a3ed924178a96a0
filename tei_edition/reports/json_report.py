# SPDX-License-Identifier: MIT
"""``json``: findings for programs, after ``schemas/findings.schema.json``."""

from __future__ import annotations

import json
from functools import lru_cache
from json.encoder import encode_basestring as quoted
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
        head = {"format": "tei-edition-findings", "version": FORMAT_VERSION}
        tool = {"tool": {"name": "tei-edition", "version": __version__}}
        self._before = json.dumps(head | tool)[:-1] + ', "findings": [\n'

    def add(self, findings: Iterable[Finding]) -> None:
        """Write an object for each."""
        lines = ",\n".join(map(_line, findings))
        if lines:
            self._out.write(self._before + lines)
            self._before = ",\n"

    def finish(self, summary: Summary) -> None:
        """Close the list and add the summary."""
        if self._before != ",\n":
            self._out.write(self._before.rstrip())
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


def _line(finding: Finding) -> str:
    """A finding as a JSON object; what it does not have is left out.

    Written by hand, since a run may have a hundred thousand of them.
    """
    line = (
        f'{{"path": {quoted(finding.path)}, "line": {finding.line}, "column": {finding.column}, '
        f'"severity": "{finding.severity.label}", "code": "{finding.code}", '
        f'"check": "{finding.check}", "message": {quoted(finding.message)}'
    )
    for name, value in (
        ("hint", finding.hint),
        ("element", finding.element),
        ("id", finding.xml_id),
        ("attribute", finding.attribute),
        ("rule", finding.rule),
        ("acknowledgedBy", finding.acknowledged_by),
    ):
        if value:
            line += f', "{name}": {quoted(value)}'
    if finding.expected:
        line += f', "expected": {_listed(finding.expected)}'
    return line + "}"


@lru_cache(maxsize=1024)
def _listed(values: tuple[str, ...]) -> str:
    return json.dumps(values, ensure_ascii=False)
