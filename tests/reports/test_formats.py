from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from tei_edition import catalogue, resources
from tei_edition.findings import Finding, Severity
from tei_edition.reports import FORMATS

Write = Callable[..., str]

STRANGE = Finding(
    "Briefe 1950/ü%1,a:b.xml",
    3,
    7,
    "attribute-value",
    Severity.ERROR,
    "grammar",
    'says "a\\b",\n50% of <gap>: “김”\u2028',
    "did you mean `x`?",
    "gap",
    "g1",
    "unit",
    "",
    ("word", 'qu"ote'),
)
ACKNOWLEDGED = Finding(
    "a.xml", 1, 1, "times-reversed", Severity.INFO, "rules", "Too late.", acknowledged_by="note-1"
)
WHOLE_FILE = Finding("/tmp/b.xml", 0, 0, "orphan", Severity.INFO, "references", "nothing refers")
FINDINGS = [STRANGE, ACKNOWLEDGED, WHOLE_FILE]


def test_json_is_what_its_schema_says_and_loses_nothing(written: Write) -> None:
    schema = json.loads(resources.schema("findings.schema.json").read_text(encoding="utf-8"))
    for findings in ([], [STRANGE], FINDINGS[:2]):
        report = json.loads(written("json", findings))
        jsonschema.Draft202012Validator(schema).validate(report)
        assert len(report["findings"]) == len(findings)
    first = report["findings"][0]
    assert first == {
        "path": STRANGE.path,
        "line": 3,
        "column": 7,
        "severity": "error",
        "code": "attribute-value",
        "check": "grammar",
        "message": STRANGE.message,
        "hint": STRANGE.hint,
        "element": "gap",
        "id": "g1",
        "attribute": "unit",
        "expected": ["word", 'qu"ote'],
    }


def test_json_has_a_finding_a_line(written: Write) -> None:
    lines = written("json", FINDINGS).split("\n")
    assert [json.loads(line.rstrip(","))["line"] for line in lines[1:4]] == [3, 1, 0]


def test_sarif_is_what_the_specification_asks_for(written: Write) -> None:
    schema = json.loads(Path(__file__).with_name("sarif.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    for findings, unmade in (([], {}), (FINDINGS, {"citations": 2})):
        log = json.loads(written("sarif", findings, unmade=unmade))
        validator.validate(log)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result, finding in zip(run["results"], FINDINGS, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding.code
        entry = catalogue.entries()[finding.code]
        assert rules[result["ruleIndex"]]["help"]["text"] == entry.explanation
    places = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    assert places[0]["artifactLocation"]["uri"] == "Briefe%201950/%C3%BC%251%2Ca%3Ab.xml"
    assert places[0]["region"] == {"startLine": 3, "startColumn": 7}
    assert places[2]["artifactLocation"]["uri"] == "file:///tmp/b.xml"
    assert run["results"][1]["suppressions"][0]["kind"] == "inSource"


def test_a_rule_of_sarif_has_an_example_as_its_help(written: Write) -> None:
    log = json.loads(written("sarif", [STRANGE]))
    (rule,) = log["runs"][0]["tool"]["driver"]["rules"]
    assert "```xml" in rule["help"]["markdown"]


def test_gnu_is_one_line_a_finding_and_nothing_else(written: Write) -> None:
    lines = written("gnu", FINDINGS).splitlines()
    assert len(lines) == len(written("gnu", FINDINGS).rstrip("\n").split("\n")) == 3
    for line in lines:
        assert re.fullmatch(r".+:\d+:\d+: (error|warning|info): \[[a-z-]+\] .+", line)
    assert written("gnu", []) == ""


def test_github_commands_are_escaped_and_have_documented_properties_only(written: Write) -> None:
    line = written("github", [STRANGE]).rstrip("\n")
    found = re.fullmatch(r"::error file=([^,]*),line=3,col=7,title=attribute-value::(.*)", line)
    assert found is not None
    assert found[1] == "Briefe 1950/ü%251%2Ca%3Ab.xml"
    assert found[2].startswith('says "a\\b", 50%25 of <gap>: “김”')
    kinds = [re.match("::([a-z]+) ", line) for line in written("github", FINDINGS).splitlines()]
    assert [kind[1] for kind in kinds if kind] == ["error", "notice", "notice"]


def test_the_first_github_annotations_are_of_different_faults(written: Write) -> None:
    findings = [
        Finding("a.xml", line, 1, code, Severity.ERROR, "xml", f"wrong: “{line}”")
        for line, code in enumerate(["unclosed"] * 20 + ["orphan", "no-root"], start=1)
    ]
    lines = written("github", findings).splitlines()
    assert len(lines) == 22
    assert [re.findall("line=([0-9]+)", line)[0] for line in lines[:4]] == ["1", "21", "22", "2"]


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_without_findings_is_complete(written: Write, name: str) -> None:
    report = written(name, [])
    if name in ("json", "sarif"):
        json.loads(report)
    else:
        assert report == ("" if name != "pretty" else report)
