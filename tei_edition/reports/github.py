# SPDX-License-Identifier: MIT
"""``github``: workflow commands, which a forge shows as annotations beside the changed lines."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TextIO

from tei_edition.findings import Severity
from tei_edition.reports.report import Summary, fault, one_line, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tei_edition.findings import Finding

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


class GithubReport:
    """One workflow command (``::error file=…,line=…,col=…,title=…::message``) a finding.

    GitHub shows ten annotations of each kind a step and no more, so the first of each fault come
    first: ten annotations then show ten different faults. The log has all of them.
    """

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._met: set[tuple[str, str]] = set()
        self._again: list[str] = []

    def add(self, findings: Iterable[Finding]) -> None:
        """Write a command for each fault not met before, keep the others for later."""
        for finding in findings:
            kind = fault(finding)
            if kind in self._met:
                self._again.append(_command(finding))
            else:
                self._met.add(kind)
                self._out.write(_command(finding))

    def finish(self, summary: Summary) -> None:
        """Write the commands that were kept, and a notice of each check that was not made."""
        self._out.writelines(self._again)
        for sentence in summary.not_made():
            self._out.write(f"::notice title=check not made::{_data(sentence)}\n")


def _command(finding: Finding) -> str:
    return (
        f"::{_COMMANDS[finding.severity]} file={_property(plain(finding.path))},"
        f"line={max(finding.line, 1)},col={max(finding.column, 1)},"
        f"title={_property(finding.code)}::{_data(one_line(finding))}\n"
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


@lru_cache(maxsize=4096)
def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
