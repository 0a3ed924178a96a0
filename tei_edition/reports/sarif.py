# SPDX-License-Identifier: MIT
"""``sarif``: the Static Analysis Results Interchange Format 2.1.0 (OASIS), for code hosts."""

from __future__ import annotations

import json
import textwrap
from functools import lru_cache
from json.encoder import encode_basestring as quoted
from pathlib import Path
from typing import TYPE_CHECKING, TextIO
from urllib.parse import quote

from tei_edition import __version__, catalogue
from tei_edition.findings import Severity
from tei_edition.reports.report import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tei_edition.catalogue import Entry
    from tei_edition.findings import Finding
    from tei_edition.reports.report import Summary

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


class SarifReport:
    """One SARIF log with one run; a code's explanation is the rule's help."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._findings: list[Finding] = []

    def add(self, findings: Iterable[Finding]) -> None:
        """Keep them: SARIF names its rules before its results."""
        self._findings.extend(findings)

    def finish(self, summary: Summary) -> None:
        """Write the log."""
        entries = catalogue.entries()
        codes = sorted({finding.code for finding in self._findings})
        numbers = {code: number for number, code in enumerate(codes)}
        driver = {
            "name": "tei-edition",
            "version": __version__,
            "rules": [_rule(code, entries.get(code)) for code in codes],
        }
        # 3.20: what the tool has to say of its own run is no result.
        notices = [
            {"level": "note", "message": {"text": sentence}} for sentence in summary.not_made()
        ]
        invocation = {"executionSuccessful": True, "toolExecutionNotifications": notices}
        run = {
            "tool": {"driver": driver},
            "invocations": [invocation],
            "columnKind": "unicodeCodePoints",
            "results": [],
        }
        log = {
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [run],
        }
        before, after = json.dumps(log, ensure_ascii=False).rsplit("[]", 1)
        results = ",\n".join(_result(finding, numbers[finding.code]) for finding in self._findings)
        self._out.write(f"{before}[\n{results}\n]{after}\n")


def _rule(code: str, entry: Entry | None) -> dict[str, object]:
    if entry is None:
        return {"id": code}
    examples = [
        f"{name}:\n\n```xml\n{textwrap.dedent(example).strip()}\n```"
        for name, example in (("Wrong", entry.wrong), ("Right", entry.right))
        if example
    ]
    return {
        "id": code,
        "shortDescription": {"text": entry.title},
        "fullDescription": {"text": entry.explanation},
        "help": {
            "text": entry.explanation,
            "markdown": "\n\n".join((entry.explanation, *examples)),
        },
        "defaultConfiguration": {"level": _LEVELS[entry.severity]},
        "properties": {"tags": [entry.check]},
    }


def _result(finding: Finding, rule: int) -> str:
    """A result object (3.27); by hand, since a run may have a hundred thousand of them."""
    region = f'{{"startLine": {max(finding.line, 1)}, "startColumn": {max(finding.column, 1)}}}'
    place = f'{{"artifactLocation": {{"uri": {quoted(_uri(finding.path))}}}, "region": {region}}}'
    logical = ""
    if finding.xml_id:
        logical = f', "logicalLocations": [{{"name": {quoted(finding.xml_id)}, "kind": "element"}}]'
    result = (
        f'{{"ruleId": "{finding.code}", "ruleIndex": {rule}, '
        f'"level": "{_LEVELS[finding.severity]}", '
        f'"message": {{"text": {quoted(one_line(finding))}}}, '
        f'"locations": [{{"physicalLocation": {place}{logical}}}]'
    )
    if finding.acknowledged_by:
        words = quoted(f"acknowledged by the note {finding.acknowledged_by}")
        result += f', "suppressions": [{{"kind": "inSource", "justification": {words}}}]'
    return result + "}"


@lru_cache(maxsize=4096)
def _uri(path: str) -> str:
    """A URI reference, relative where the path is (SARIF 2.1.0, 3.4.3)."""
    return Path(path).as_uri() if Path(path).is_absolute() else quote(Path(path).as_posix())
