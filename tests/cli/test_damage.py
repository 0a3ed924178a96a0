"""Every kind of damage is found at its place, once, in plain words, in all five formats."""

from __future__ import annotations

import io
import json
import os
import shutil
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tei_edition import catalogue, citations
from tei_edition.checks.run import validate
from tei_edition.edition import Edition
from tei_edition.findings import Finding, Severity
from tei_edition.reports import Summary, open_report
from tei_edition.reports.pretty import Style

Damage = Callable[[Path, dict[str, Any]], tuple[int, int]]

CASES = [
    case
    for file in sorted(Path(__file__).parent.glob("damage*.toml"))
    for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]
    if case.get("status") != 2
]
"""Those of edition.toml, which end the run, are tried through the command line."""

CODES_OF_DAMAGE = 30
"""So many kinds of findings are tried at least."""


@pytest.fixture
def edition(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the edition, to be damaged, as the working directory."""
    home = shutil.copytree(repository / "corpus", tmp_path / "edition")
    monkeypatch.chdir(home)
    yield home
    shutil.rmtree(home)


def unpublish(edition: Path) -> None:
    """Let the edition be one that has published nothing: any damage changes published text."""
    (edition / "citations.json").unlink()
    path = edition / "edition.toml"
    settings = path.read_text(encoding="utf-8")
    registry = '[identifiers]\nregistry = "citations.json"\n\n'
    assert registry in settings
    path.write_text(settings.replace(registry, ""), encoding="utf-8")


@pytest.fixture(scope="module")
def undamaged(repository: Path) -> dict[str, Counter[tuple[str, str, Severity]]]:
    """By command, what is said of the edition as it is."""
    before = Path.cwd()
    os.chdir(repository / "corpus")
    try:
        return {
            command: Counter((f.path, f.message, f.severity) for f in check(command))
            for command in ("validate", "ids check")
        }
    finally:
        os.chdir(before)


def check(command: str) -> list[Finding]:
    if command == "ids check":
        return sorted(citations.check(Edition.find()))
    return [finding for batch in validate() for finding in batch.findings]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_damage_is_found_at_its_place_once_in_plain_words_in_every_format(
    edition: Path,
    damage: Damage,
    undamaged: dict[str, Counter[tuple[str, str, Severity]]],
    case: dict[str, Any],
) -> None:
    if not case.get("published"):
        unpublish(edition)
    line, column = damage(edition, case)
    severity = case.get("severity", "error")
    command = case.get("command", "validate")
    findings = check(command)
    known = undamaged[command]
    new = [f for f in findings if (f.path, f.message, f.severity) not in known]
    here = [
        f
        for f in new
        if (f.path, f.line, f.column, f.code)
        == (case.get("on", case["file"]), line, column, case["code"])
    ]
    assert [f.severity.label for f in here] == [severity], (line, column, new)
    assert sorted(f.code for f in new if f not in here) == case.get("others", [])
    (found,) = here
    for words in case["words"]:
        assert words in f"{found.message} {found.hint}"
    assert_every_format_has(found, findings)


def assert_every_format_has(found: Finding, findings: list[Finding]) -> None:
    place = f"{found.path}:{found.line}:{found.column}"
    severity = found.severity.label

    gnu = written("gnu", findings).splitlines()
    assert sum(each.startswith(f"{place}: {severity}: [{found.code}] ") for each in gnu) == 1

    report = json.loads(written("json", findings))["findings"]
    wanted = (found.path, found.line, found.column, found.code, found.message)
    keys = ("path", "line", "column", "code", "message")
    assert [tuple(each[key] for key in keys) for each in report].count(wanted) == 1

    results = json.loads(written("sarif", findings))["runs"][0]["results"]
    regions = [
        (
            each["ruleId"],
            each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
            *each["locations"][0]["physicalLocation"]["region"].values(),
        )
        for each in results
    ]
    assert regions.count((found.code, found.path, found.line, found.column)) == 1

    github = written("github", findings).splitlines()
    where = f"file={found.path},line={found.line},col={found.column},title={found.code}::"
    assert sum(where in each for each in github) == 1

    paragraphs = written("pretty", findings).split("\n\n")
    wanted_lines = (f"{severity}[{found.code}]: {' '.join(found.message.split())}", f"--> {place}")
    assert sum(all(part in each for part in wanted_lines) for each in paragraphs) == 1

    assert len(gnu) == len(report) == len(results) == len(github) == len(findings)


def written(name: str, findings: list[Finding]) -> str:
    out = io.StringIO()
    report = open_report(name, out, Style(limit=0))
    report.add(findings)
    report.finish(Summary(files=5, checks=("xml",)))
    return out.getvalue()


def test_the_damage_is_of_many_kinds_and_of_every_check() -> None:
    codes = {case["code"] for case in CASES}
    assert len(codes) >= CODES_OF_DAMAGE
    entries = catalogue.entries()
    assert codes <= set(entries)
    assert {entries[code].check for code in codes} >= {
        "xml",
        "grammar",
        "rules",
        "references",
        "citations",
        "identifiers",
    }
