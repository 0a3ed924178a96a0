"""``cite`` and ``export`` as a user runs them: what they write where, and how they end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_a_citation_goes_to_standard_output_and_nothing_else(
    tei_edition: Run, edition: Path
) -> None:
    done = tei_edition("cite", "cable-600308-p01", "cable-600308-p02", cwd=edition)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") == 1
    assert "¶¶ 1–2" in done.stdout


@pytest.mark.parametrize(
    ("form", "beginning"),
    [
        ("html", '<p class="citation">'),
        ("bibtex", "@misc{cable-600308,"),
        ("biblatex", "@letter{cable-600308,"),
        ("ris", "TY  - PCOMM"),
        ("csl-json", "["),
    ],
)
def test_each_form_is_written(tei_edition: Run, edition: Path, form: str, beginning: str) -> None:
    done = tei_edition("cite", "--format", form, "cable-600308", cwd=edition / "documents")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(beginning)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["cite", "cable-600308-po2"], "did you mean “cable-600308-p02”?"),
        (["cite", "--style", "chicago", "cable-600308"], "there is no style “chicago”"),
        (["cite", "--style", "none.csl", "cable-600308"], "there is no style file “none.csl”"),
        (["cite", "cable-600308", "letter-19500929"], "stand in different documents"),
        (["cite", "--resolve", "https://example.com/x"], "is not an address of this edition"),
        (["cite", "--format", "ris", "--style", "mla", "cable-600308"], "ris has no style"),
        (["cite", ""], "Invalid value for '[ID]': it is empty"),
        (["cite", "cable-600308-p02", ""], "Invalid value for '[ID2]': it is empty"),
        (["cite", "--resolve", ""], "Invalid value for '--resolve': it is empty"),
        (["cite", "--resolve", "https://[bad"], "“https://[bad” is not an address"),
        (["ids", "assign", ""], "Invalid value for '[PATH]...': it is empty"),
        (["ids", "publish", "--version", ""], "Invalid value for --version: it is empty"),
        (["cite", "a\udcff"], "no document of the edition has the xml:id"),
        (["cite", "--resolve", "a\udcff"], "no document of the edition has the xml:id"),
        (["cite", "--resolve", "https://example.org/tei-edition/a#\udcff"], "no document of the"),
        (["export", "cmif", "-o", "nowhere/cmif.xml"], "“nowhere/cmif.xml” cannot be written"),
        (["export", "tei", "-o", "edition.toml"], "“edition.toml” cannot be written"),
        (["export", "dts", "-o", "edition.toml/dts"], "cannot be written"),
        (["render", "--release", "documents"], "a release is of the whole edition"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    tei_edition: Run, edition: Path, arguments: list[str], said: str
) -> None:
    done = tei_edition(*arguments, cwd=edition)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) <= 4


@pytest.mark.parametrize("arguments", [["cite"], ["cite", "cable-600308"]])
def test_a_registry_that_is_missing_is_said(
    tei_edition: Run, edition: Path, arguments: list[str]
) -> None:
    (edition / "citations.json").unlink()
    done = tei_edition(*arguments, cwd=edition)
    assert (done.returncode, done.stdout) == (2, "")
    assert "the registry of published identifiers, citations.json, is not there" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_outside_an_edition_a_command_that_takes_no_files_asks_for_none(
    tei_edition: Run, tmp_path: Path
) -> None:
    for arguments in (["cite"], ["cite", "a"], ["ids", "check"], ["ids", "list"]):
        done = tei_edition(*arguments, cwd=tmp_path)
        assert done.returncode == 2
        assert "change to the edition's folder" in done.stderr
        assert "name the files" not in done.stderr


def test_a_document_that_is_not_well_formed_is_named(tei_edition: Run, edition: Path) -> None:
    letter = edition / "documents" / "letter-19500929.xml"
    letter.write_text(letter.read_text(encoding="utf-8")[:-20], encoding="utf-8")
    for arguments in (["cite", "letter-19500929"], ["export", "dts"], ["export", "cmif"]):
        done = tei_edition(*arguments, cwd=edition)
        assert done.returncode == 2, arguments
        assert "letter-19500929.xml" in done.stderr
        assert "Traceback" not in done.stderr


def test_the_exports_are_written_where_they_are_asked_for(tei_edition: Run, edition: Path) -> None:
    done = tei_edition("export", "cmif", "-o", "cmif.xml", cwd=edition)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "2 letters listed in cmif.xml\n"
    shown = tei_edition("export", "cmif", cwd=edition)
    assert shown.stdout == (edition / "cmif.xml").read_text(encoding="utf-8")
    assert tei_edition("export", "tei", "-o", "out/tei", cwd=edition).returncode == 0
    assert (edition / "out" / "tei" / "corpus.xml").is_file()
    address = ("--url", "https://texts.example.org/dts")
    assert tei_edition("export", "dts", "-o", "out/dts", *address, cwd=edition).returncode == 0
    entry = json.loads((edition / "out" / "dts" / "index.json").read_text(encoding="utf-8"))
    assert entry["@id"] == "https://texts.example.org/dts/index.json"
