# SPDX-License-Identifier: MIT
"""``sarif``: the Static Analysis Results Interchange Format 2.1.0 (OASIS), for code hosts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, TextIO
from urllib.parse import quote

from tei_edition import __version__, catalogue
from tei_edition.findings import Severity

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
        run = {
            "tool": {"driver": driver},
            "columnKind": "unicodeCodePoints",
            "results": [_result(finding, numbers[finding.code]) for finding in self._findings],
        }
        log = {
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [run],
        }
        json.dump(log, self._out, ensure_ascii=False, indent=1)
        self._out.write("\n")


def _rule(code: str, entry: Entry | None) -> dict[str, object]:
    if entry is None:
        return {"id": code}
    return {
        "id": code,
        "shortDescription": {"text": entry.title},
        "help": {"text": entry.explanation},
        "defaultConfiguration": {"level": _LEVELS[entry.severity]},
    }


def _result(finding: Finding, rule: int) -> dict[str, object]:
    place = {
        "artifactLocation": {"uri": _uri(finding.path)},
        "region": {"startLine": finding.line, "startColumn": finding.column},
    }
    text = f"{finding.message} {finding.hint}".strip()
    result: dict[str, object] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": place}],
    }
    if finding.xml_id:
        logical = {"name": finding.xml_id, "kind": "element"}
        result["locations"] = [{"physicalLocation": place, "logicalLocations": [logical]}]
    if finding.acknowledged_by:
        words = f"acknowledged by the note {finding.acknowledged_by}"
        result["suppressions"] = [{"kind": "inSource", "justification": words}]
    return result


def _uri(path: str) -> str:
    """A URI reference, relative where the path is (SARIF 2.1.0, 3.4.3)."""
    return Path(path).as_uri() if Path(path).is_absolute() else quote(Path(path).as_posix())
