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

Run = Callable[..., subprocess.CompletedProcess[str]]

CASES = tomllib.loads(Path(__file__).with_name("damage.toml").read_text(encoding="utf-8"))["case"]

THROUGH = [*CASES[:4], *(case for case in CASES if case.get("status") == 2)]
"""Those that go through the command line; test_damage.py takes the short way with all."""


def damage(path: Path, case: dict[str, Any]) -> str:
    """Do the damage; gives ``line:column`` of where the finding is expected."""
    text = path.read_text(encoding="utf-8")
    for found, replacement in [(case["find"], case["replace"]), *case.get("also", [])]:
        assert text.count(found) == 1, found
        text = text.replace(found, replacement)
    raw = text.encode("utf-8")
    if case.get("latin"):
        raw = raw.replace("\u0092".encode(), b"\x92")
    path.write_bytes(raw)
    before = text[: text.index(case["at"])]
    return f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


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
    tei_edition: Run, edition: Path, case: dict[str, Any]
) -> None:
    place = damage(edition / case["file"], case)
    status = case.get("status", 1)
    done = tei_edition("validate", "--format", "gnu", cwd=edition)
    assert done.returncode == status, done.stdout + done.stderr
    if status == 2:
        (line,) = done.stderr.splitlines()
        if case["at"] != "\n":
            assert f"edition.toml:{place}: " in line
        assert done.stdout == ""
    else:
        start = f"{case['file']}:{place}: error: [{case['code']}] "
        lines = [line for line in done.stdout.splitlines() if line.startswith(start)]
        assert len(lines) == 1, done.stdout
        (line,) = lines
        assert done.stderr == ""
    for words in case["words"]:
        assert words in line


def test_every_format_carries_the_same_findings(tei_edition: Run, edition: Path) -> None:
    for case in CASES[:4]:
        damage(edition / case["file"], case)
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


def test_a_schema_that_is_named_but_not_there_is_an_error(tei_edition: Run, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(
        '<?xml-model href="https://example.org/x.rng"?>\n'
        "<TEI xmlns='http://www.tei-c.org/ns/1.0'/>"
    )
    done = tei_edition("validate", "--format", "gnu", "a.xml", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.startswith("a.xml:1:1: error: [schema-missing] ")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["none.xml"], "no file or folder “none.xml”"),
        (["--schema", "none.rng", "a.xml"], "no schema file “none.rng”"),
        (["--format", "xml"], "Invalid value"),
        (["empty"], "no .xml file"),
        ([], "no edition.toml"),
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
    tei_edition: Run, edition: Path
) -> None:
    for case in CASES[:4]:
        damage(edition / case["file"], case)
    one, two = (tei_edition("validate", "-j", jobs, cwd=edition).stdout for jobs in ("1", "2"))
    assert one == two


def test_explain_knows_every_code_and_suggests_near_ones(tei_edition: Run, tmp_path: Path) -> None:
    listed = tei_edition("explain", cwd=tmp_path).stdout
    assert "dangling-pointer" in listed
    assert "Wrong:" in tei_edition("explain", "dangling-pointer", cwd=tmp_path).stdout
    done = tei_edition("explain", "danglng-pointer", cwd=tmp_path)
    assert (done.returncode, "dangling-pointer" in done.stderr) == (2, True)
