from __future__ import annotations

import json
import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tei_edition import resources
from tei_edition.reports import FORMATS

Run = Callable[..., subprocess.CompletedProcess[str]]
Damage = Callable[[Path, dict[str, Any]], tuple[int, int]]

CASES = [
    case
    for file in sorted(Path(__file__).parent.glob("damage*.toml"))
    for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]
    if not case.get("published")
]

THROUGH = [*CASES[:4], *(case for case in CASES if case.get("status") == 2)]
"""Those that go through the command line; test_damage.py takes the short way with all."""


def test_the_edition_is_valid_and_its_anomalies_are_listed_as_acknowledged(
    tei_edition: Run, edition: Path
) -> None:
    done = tei_edition("validate", cwd=edition)
    assert (done.returncode, done.stderr) == (0, "")
    assert "acknowledged[times-reversed]" in done.stdout
    assert "acknowledged[print-run]" in done.stdout
    assert "0 errors, 0 warnings, 2 acknowledged" in done.stdout
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize("case", THROUGH, ids=[case["name"] for case in THROUGH])
def test_damage_is_found_at_its_place_in_plain_words(
    tei_edition: Run, edition: Path, damage: Damage, case: dict[str, Any]
) -> None:
    line_, column = damage(edition, case)
    place = f"{line_}:{column}"
    status = case.get("status", 1)
    done = tei_edition("validate", "--format", "gnu", cwd=edition)
    assert done.returncode == status, done.stdout + done.stderr
    if status == 2:
        (line,) = done.stderr.splitlines()
        if case["at"] != "\n":
            assert f"edition.toml:{place}: " in line
        assert done.stdout == ""
    else:
        severity = case.get("severity", "error")
        start = f"{case.get('on', case['file'])}:{place}: {severity}: [{case['code']}] "
        lines = [line for line in done.stdout.splitlines() if line.startswith(start)]
        assert len(lines) == 1, done.stdout
        (line,) = lines
        assert done.stderr == ""
    for words in case["words"]:
        assert words in line


def test_every_format_carries_the_same_findings(
    tei_edition: Run, edition: Path, damage: Damage
) -> None:
    for case in CASES[:4]:
        damage(edition, case)
    gnu = tei_edition("validate", "--format", "gnu", cwd=edition).stdout.splitlines()
    report = json.loads(tei_edition("validate", "--format", "json", cwd=edition).stdout)
    schema = json.loads(resources.schema("findings.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(report, schema)
    places = {f"{f['path']}:{f['line']}:{f['column']}" for f in report["findings"]}
    assert len(report["findings"]) == len(gnu)
    assert {":".join(line.split(":")[:3]) for line in gnu} == places
    sarif = json.loads(tei_edition("validate", "--format", "sarif", cwd=edition).stdout)
    assert len(sarif["runs"][0]["results"]) == len(gnu)
    github = tei_edition("validate", "--format", "github", cwd=edition).stdout.splitlines()
    assert len(github) == len(gnu)
    pretty = tei_edition("validate", cwd=edition).stdout
    for place in places:
        assert f"--> {place}" in pretty


def test_a_file_is_checked_with_the_edition_it_lies_in_from_anywhere(
    tei_edition: Run, edition: Path, tmp_path: Path
) -> None:
    done = tei_edition(
        "validate", "--format", "gnu", edition / "documents" / "cable-600308.xml", cwd=tmp_path
    )
    assert done.returncode == 0
    assert done.stdout.count("acknowledged by note") == 2


def test_a_lone_document_without_schema_is_no_silent_pass(tei_edition: Run, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<TEI xmlns='http://www.tei-c.org/ns/1.0'/>")
    done = tei_edition("validate", "--format", "gnu", "a.xml", cwd=tmp_path)
    assert (done.returncode, "[no-schema]" in done.stdout) == (0, True)
    done = tei_edition("validate", "--fail-on", "warning", "a.xml", cwd=tmp_path)
    assert done.returncode == 1


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_says_which_check_of_the_usual_ones_was_not_made(
    tei_edition: Run, tmp_path: Path, format_: str
) -> None:
    (tmp_path / "a.xml").write_text("<TEI xmlns='http://www.tei-c.org/ns/1.0'/>")
    done = tei_edition("validate", "--format", format_, "a.xml", cwd=tmp_path)
    sentence = "The check citations was not made on 1 file: there is no registry of published"
    if format_ == "json":
        report = json.loads(done.stdout)
        assert report["summary"]["notMade"] == {"grammar": 1, "rules": 1, "citations": 1}
    elif format_ == "sarif":
        (invocation,) = json.loads(done.stdout)["runs"][0]["invocations"]
        notices = invocation["toolExecutionNotifications"]
        assert sentence in notices[2]["message"]["text"]
    elif format_ == "github":
        assert f"::notice title=check not made::{sentence}" in done.stdout
    elif format_ == "gnu":
        assert "citations" not in done.stdout
        assert sentence in done.stderr
    else:
        assert sentence in done.stdout


def test_a_grammar_is_missed_where_only_rules_are_named(tei_edition: Run, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(
        '<?xml-model href="x.sch" schematypens="http://purl.oclc.org/dsdl/schematron"?>'
        "<TEI xmlns='http://www.tei-c.org/ns/1.0'/>"
    )
    done = tei_edition("validate", "--check", "grammar", "a.xml", cwd=tmp_path)
    assert "warning[no-schema]" in done.stdout
    assert "No check was made on 1 file: 0 errors, 1 warning." in done.stdout


def test_a_schema_that_is_named_but_not_there_is_an_error(tei_edition: Run, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(
        '<?xml-model href="https://example.org/x.rng"?>\n'
        "<TEI xmlns='http://www.tei-c.org/ns/1.0'/>"
    )
    done = tei_edition("validate", "--format", "gnu", "a.xml", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.startswith("a.xml:1:1: error: [schema-missing] ")


def test_a_schema_that_is_no_xml_is_one_fault(tei_edition: Run, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<a/>")
    (tmp_path / "a.rng").write_text("start = element a { empty }")
    done = tei_edition("validate", "--format", "gnu", "--schema", "a.rng", "a.xml", cwd=tmp_path)
    (line,) = done.stdout.splitlines()
    assert line.startswith("a.rng:1:1: error: [schema-incorrect] the schema is not well-formed XML")


def test_a_schema_that_leaves_ids_unchecked_is_named_once(tei_edition: Run, tmp_path: Path) -> None:
    (tmp_path / "a.rnc").write_text(
        "start = element a { b | c }\nb = element b { attribute id { xsd:ID } }\n"
        "c = element c { element b { attribute id { text } } }\n"
    )
    for name in ("a.xml", "b.xml"):
        (tmp_path / name).write_text('<a><b id="x"/></a>')
    arguments = ("--check", "grammar", "--schema", "a.rnc", "a.xml", "b.xml")
    done = tei_edition("validate", "--format", "gnu", *arguments, cwd=tmp_path)
    (line,) = done.stdout.splitlines()
    assert line.startswith("a.rnc:")
    assert "info: [ids-not-checked] IDs and references to them are not checked: @id of <b>" in line
    assert done.returncode == 0


def test_every_xml_file_of_a_folder_is_checked_however_its_ending_is_written(
    tei_edition: Run, tmp_path: Path
) -> None:
    for name in ("a.xml", "B.XML", "c.Xml", "d.txt", ".e.xml"):
        (tmp_path / name).write_text("<a>")
    done = tei_edition("validate", "--check", "xml", "--format", "gnu", ".", cwd=tmp_path)
    assert [line.partition(":")[0] for line in done.stdout.splitlines()] == [
        "B.XML",
        "a.xml",
        "c.Xml",
    ]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["none.xml"], "no file or folder “none.xml”"),
        (["--schema", "none.rng", "a.xml"], "no schema file “none.rng”"),
        (["--schema", "a.xml", "a.xml"], "“a.xml” is no schema that can be used"),
        (["--schema", "a.xml", "--schema", "documentary", "a.xml"], "is no schema"),
        (["/dev/null"], "“/dev/null” is neither a file nor a folder"),
        (["--format", "xml"], "Invalid value"),
        (["empty"], "no .xml file"),
        ([], "no edition.toml"),
        (["--check", "xml", "--skip", "xml", "a.xml"], "no check is left"),
        (["--check", "spelling", "a.xml"], "Invalid value"),
        (["--phase", "x", "--skip", "rules", "a.xml"], "--phase is for the check rules"),
        (["--catalog", "none.xml", "a.xml"], "no XML catalog “none.xml”"),
        (["--fail-on", "info", "a.xml"], "Invalid value"),
        (["--check", "citations", "a.xml"], "the check citations cannot be made"),
        (["--check", "citations", "--format", "json", "a.xml"], "“a.xml” lies in no edition"),
    ],
)
def test_work_that_cannot_be_done_is_said_in_one_line_without_a_traceback(
    tei_edition: Run, tmp_path: Path, arguments: list[str], words: str
) -> None:
    (tmp_path / "a.xml").write_text("<a/>")
    (tmp_path / "empty").mkdir()
    done = tei_edition("validate", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_fail_on_heeds_the_edition_s_own_severities(tei_edition: Run, edition: Path) -> None:
    cable = edition / "documents" / "cable-600308.xml"
    cable.write_text(cable.read_text().replace("places.xml#places-moscow", "places.xml#moskow"))
    settings = edition / "edition.toml"
    before = settings.read_text()
    for word, error, warning in (("error", 1, 1), ("warning", 0, 1), ("info", 0, 0), ("off", 0, 0)):
        settings.write_text(f"{before}\n[validation.severity]\ndangling-pointer = '{word}'\n")
        only = ("validate", "--check", "references", "--format", "gnu")
        done = tei_edition(*only, cwd=edition)
        assert (done.returncode, "[dangling-pointer]" in done.stdout) == (error, word != "off")
        assert tei_edition(*only, "--fail-on", "warning", cwd=edition).returncode == warning


def test_identifiers_are_weighed_as_the_edition_says(tei_edition: Run, edition: Path) -> None:
    cable = edition / "documents" / "cable-600308.xml"
    cable.write_text(cable.read_text().replace('<p xml:id="cable-600308-p02">', "<p>"))
    assert tei_edition("ids", "check", cwd=edition).returncode == 1
    settings = edition / "edition.toml"
    settings.write_text(
        settings.read_text() + "\n[validation.severity]\nid-missing = 'warning'\n"
        "citation-vanished = 'warning'\n"
    )
    done = tei_edition("ids", "check", "--format", "gnu", cwd=edition)
    assert done.returncode == 0
    assert "warning: [id-missing]" in done.stdout


def test_a_broken_file_does_not_keep_the_others_from_being_checked(
    tei_edition: Run, tmp_path: Path
) -> None:
    (tmp_path / "a.xml").write_text("<a>")
    (tmp_path / "b.xml").write_bytes(b"\x00\x01")
    (tmp_path / "c.xml").write_text("<c xmlns:xi='http://www.w3.org/2001/XInclude' ref='#x'/>")
    done = tei_edition("validate", "--format", "gnu", ".", cwd=tmp_path)
    assert done.returncode == 1
    for place in ("a.xml:1:1: ", "b.xml:1:1: ", "c.xml:1:1: error: [dangling-pointer]"):
        assert place in done.stdout


def test_findings_are_the_same_with_one_process_and_with_several(
    tei_edition: Run, edition: Path, damage: Damage
) -> None:
    for case in CASES[:4]:
        damage(edition, case)
    one, two = (tei_edition("validate", "-j", jobs, cwd=edition).stdout for jobs in ("1", "2"))
    assert one == two


def test_explain_knows_every_code_and_suggests_near_ones(tei_edition: Run, tmp_path: Path) -> None:
    listed = tei_edition("explain", cwd=tmp_path).stdout
    assert "dangling-pointer" in listed
    assert "Wrong:" in tei_edition("explain", "dangling-pointer", cwd=tmp_path).stdout
    done = tei_edition("explain", "danglng-pointer", cwd=tmp_path)
    assert (done.returncode, "dangling-pointer" in done.stderr) == (2, True)
