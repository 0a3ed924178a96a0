"""``tei-edition ids`` as an editor runs it."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.citations.conftest import SETTINGS, document

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A small edition that has published nothing."""
    (tmp_path / "edition.toml").write_text(SETTINGS.format(documents='"a.xml"', more=""))
    (tmp_path / "a.xml").write_text(document("a", "<p>One.</p><p>Two.</p>"))
    return tmp_path


def test_a_life_on_the_command_line(tei_edition: Run, home: Path) -> None:
    def ids(*arguments: str, status: int = 0) -> str:
        done = tei_edition("ids", *arguments, cwd=home)
        assert done.returncode == status, done.stdout + done.stderr
        assert "Traceback" not in done.stderr
        return done.stdout + done.stderr

    path = home / "a.xml"
    before = path.read_bytes()
    dry = ids("assign", "--first", "--dry-run")
    assert '+<p xml:id="a-p01">One.</p><p xml:id="a-p02">Two.</p>' in dry
    assert "1 file would get 2 xml:ids" in dry
    assert path.read_bytes() == before
    assert "error: [id-missing]" in ids("check", "--format", "gnu", status=1)
    assert "a.xml: 2 new xml:ids" in ids("assign", "--first")
    said = ids("publish", "--first", "--on", "2022-01-01")
    assert "version 1.0: 3 identifiers in the registry, 3 of them new" in said
    assert "0 errors" in ids("check")

    path.write_text(path.read_text().replace("One.", "Won."))
    assert "citation-changed" in ids("publish", "--version", "1.1", status=1)
    said = ids("record-change", "a-p01", "--note", "“Won” for “One”", "--on", "2022-03-01")
    assert said == "“a-p01”, 2022-03-01: its text was corrected (“Won” for “One”)\n"
    path.write_text(path.read_text().replace('<p xml:id="a-p02">Two.</p>', ""))
    said = ids("retire", "a-p02", "--into", "a-p01", "--reason", "the same", "--on", "2022-03-02")
    assert said == "“a-p02”, 2022-03-02: it was merged into “a-p01” (the same)\n"
    assert ids("publish", "--version", "1.1") != ""

    assert ids("errata").splitlines() == [
        "2022-03-02  1.1            a-p02: Merged into a-p01: the same",
        "2022-03-01  1.1            a-p01: “Won” for “One”",
    ]
    assert [each["id"] for each in json.loads(ids("errata", "--format", "json"))] == [
        *("a-p02", "a-p01"),
    ]
    rows = json.loads(ids("list", "--format", "json"))
    assert [(row["id"], row["status"], row["version"], row["now"]) for row in rows] == [
        ("a", "current", "1.0", ["a"]),
        ("a-p01", "current", "1.0", ["a-p01"]),
        ("a-p02", "retired", "1.0", ["a-p01"]),
    ]
    table = list(csv.DictReader(io.StringIO(ids("list", "--format", "csv", "--kind", "p"))))
    assert [row["id"] for row in table] == ["a-p01", "a-p02"]
    assert ids("list", "--status", "retired") == "a-p02  retired      ¶ 2 → a-p01\n"
    assert ids("list", "--document", "a", "--status", "moved") == ""
    assert ids("list", "--kind", "note") == ids("list", "--version", "1.1") == ""
    for option, value in (("document", "b"), ("kind", "pp"), ("version", "9"), ("version", "")):
        said = ids("list", f"--{option}", value, status=2)
        assert f"the edition has no {option} “{value}”" in said


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["publish"], "the registry citations.json is not there"),
        (["retire", "a-p01", "--reason", "x"], "the registry citations.json is not there"),
        (["assign"], "published identifiers, citations.json, is not there; restore it from your"),
        (["list"], "published identifiers, citations.json, is not there; restore it from your"),
        (["errata"], "the registry citations.json is not there"),
        (["record-change", "a-p01"], "Missing option '--note'"),
        (
            ["record-change", "a-p01", "--note", "x", "--on", "30.9.2026"],
            "“30.9.2026” is no day of the calendar in the form 2027-03-01",
        ),
        (
            ["record-change", "a-p01", "--note", "x", "--on", "2026-02-30"],
            "“2026-02-30” is no day of the calendar",
        ),
        (
            ["record-change", "a", "--note", "x", "--on", "2999-01-01"],
            "2999-01-01 is still to come",
        ),
        (["record-change", "a-p01", "--note", "bad\x0c"], "holds the character U+000C, which XML"),
        (["record-change", "a-p01", "--note", "x\udcff"], "holds the character U+DCFF, which XML"),
        (["retire", "a-p01", "--reason", "\x01"], "holds the character U+0001, which XML"),
        (["record-change", "a\udcff", "--note", "x"], "the registry citations.json is not there"),
        (["publish", "--first", "--version", "9" * 5000], "is not a version such as “1.0”"),
        (["assign", "b.xml"], "there is no file or folder “b.xml”"),
        (["publish", "--first", "--version", "one"], "“one” is not a version such as “1.0”"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    tei_edition: Run, home: Path, arguments: list[str], words: str
) -> None:
    done = tei_edition("ids", *arguments, cwd=home)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert not (home / "citations.json").exists()


def test_an_edition_that_names_no_registry_is_told_how(tei_edition: Run, home: Path) -> None:
    settings = home / "edition.toml"
    settings.write_text(settings.read_text().replace('registry = "citations.json"', ""))
    done = tei_edition("ids", "publish", "--first", cwd=home)
    assert done.returncode == 2
    assert 'add [identifiers] with registry = "citations.json"' in done.stderr
    done = tei_edition("validate", "--check", "citations", cwd=home)
    assert (done.returncode, "edition.toml names no registry" in done.stderr) == (2, True)


def test_pages_are_made_without_the_registry_and_it_is_said(tei_edition: Run, home: Path) -> None:
    for arguments, written in (((), "build/a.html"), (("a.xml",), "build/a.html")):
        done = tei_edition("render", "--to", "html", *arguments, cwd=home)
        assert done.returncode == 1
        assert "published identifiers, citations.json, is not there: restore it" in done.stderr
        assert (home / written).exists()
    done = tei_edition("render", "--to", "text", "-o", "-", "a.xml", cwd=home)
    assert (done.returncode, "is not there: restore it" in done.stderr) == (1, True)
    assert "One." in done.stdout
    tei_edition("ids", "assign", "--first", cwd=home)
    tei_edition("ids", "publish", "--first", cwd=home)
    done = tei_edition("render", "--to", "html", cwd=home)
    assert (done.returncode, "registry" in done.stderr) == (0, False)


def test_a_folder_without_an_edition_gets_identifiers(tei_edition: Run, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<TEI><text><p>x</p></text></TEI>")
    (tmp_path / "b.xml").write_text("<TEI><p>x</TEI>")
    done = tei_edition("ids", "assign", ".", cwd=tmp_path)
    assert done.returncode == 1
    assert "b.xml:1:1: error: [id-unreadable]" in done.stderr
    assert (tmp_path / "a.xml").read_text() == (
        '<TEI xml:id="a"><text><p xml:id="a-p01">x</p></text></TEI>'
    )
