# SPDX-License-Identifier: MIT
"""``github``: workflow commands, which a forge shows as annotations beside the changed lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from tei_edition.findings import Severity
from tei_edition.reports.report import Summary, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tei_edition.findings import Finding

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


class GithubReport:
    """One workflow command (``::error file=…,line=…,col=…,title=…::message``) a finding."""

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def add(self, findings: Iterable[Finding]) -> None:
        """Write a command for each."""
        for finding in findings:
            where = {
                "file": finding.path,
                "line": str(finding.line),
                "col": str(finding.column),
                "title": finding.code,
            }
            properties = ",".join(f"{key}={_property(value)}" for key, value in where.items())
            command = _COMMANDS[finding.severity]
            self._out.write(f"::{command} {properties}::{_data(one_line(finding))}\n")

    def finish(self, summary: Summary) -> None:
        """There is nothing more to say."""


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
