# SPDX-License-Identifier: MIT
"""A file in a folder that cannot be read is said to be, and the others are worked on."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tei_edition.checks import CHECKS
from tei_edition.checks.addresses import Addresses
from tei_edition.checks.document import Settings, Task, check_all
from tests.cli.conftest import Run

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows lets few users make links, and has no pipes in folders"
)

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p>Text of {}</p>
</body></text></TEI>"""

PROBLEMS = {
    "gone.xml": "it is a link to “none.xml”, which is not there",
    "loop.xml": "it is a link that leads back to itself",
    "pipe.xml": "it is neither a file nor a folder",
}
EDITION = """documents = ["letters/a.xml"]
[edition]
title = "Letters"
editors = ["Ada Editor"]
base_url = "https://example.org/letters/"
"""


@pytest.fixture(params=["alone", "in an edition"])
def letters(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A folder of two letters and three things that are none."""
    folder = tmp_path / "letters"
    folder.mkdir()
    for name in ("a.xml", "z.xml"):
        (folder / name).write_text(TEI.format(name), encoding="utf-8")
    (folder / "gone.xml").symlink_to("none.xml")
    (folder / "loop.xml").symlink_to("loop.xml")
    os.mkfifo(folder / "pipe.xml")
    if request.param != "alone":
        (tmp_path / "edition.toml").write_text(EDITION, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("form", ["gnu", "pretty"])
def test_it_is_a_finding_and_the_others_are_checked(
    tei_edition: Run, letters: Path, jobs: str, form: str
) -> None:
    done = tei_edition(
        "validate", "letters", "-j", jobs, "--format", form, "--fail-on", "error", cwd=letters
    )
    assert done.returncode == 1
    for problem in PROBLEMS.values():
        assert f"this file could not be read: {problem}" in done.stdout
    assert done.stdout.count("[no-schema]") == 2
    if form == "gnu":
        said = [line for line in done.stdout.splitlines() if "[file-unreadable]" in line]
        assert [line.split(":")[0] for line in said] == [f"letters/{name}" for name in PROBLEMS]
        assert "The check xml was not made on 3 files." in done.stderr


def test_it_is_said_and_the_others_are_rendered(tei_edition: Run, letters: Path) -> None:
    done = tei_edition("render", "letters", "-o", "site", "--to", "text", cwd=letters)
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    assert lines[:3] == [
        f"tei-edition: letters/{name}: cannot be read: {problem}"
        for name, problem in PROBLEMS.items()
    ]
    assert lines[3:] == ["2 files written to site; 3 documents could not be rendered"]


def test_it_is_said_and_the_others_get_their_identifiers(tei_edition: Run, letters: Path) -> None:
    done = tei_edition("ids", "assign", "letters", cwd=letters)
    assert done.returncode == 1
    for name, problem in PROBLEMS.items():
        assert f"letters/{name}:1:1: error: [id-unreadable] " in done.stderr
        assert f"the file could not be read: {problem}" in done.stderr
    assert done.stderr.endswith("2 files got 4 xml:ids\n")
    assert 'xml:id="z-p01"' in (letters / "letters" / "z.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", [("validate",), ("render", "-o", "site"), ("ids", "assign")])
def test_one_that_is_named_itself_is_refused(
    tei_edition: Run, letters: Path, command: tuple[str, ...]
) -> None:
    done = tei_edition(*command, "letters/a.xml", "letters/gone.xml", cwd=letters)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "tei-edition: there is no file or folder “letters/gone.xml”\n"


def test_a_file_that_goes_while_the_others_are_checked_is_a_finding(tmp_path: Path) -> None:
    settings = Settings((), CHECKS, None, cache=False, files=True)
    here = tmp_path / "a.xml"
    here.write_text(TEI.format("a.xml"), encoding="utf-8")
    gone = str(tmp_path / "gone.xml")
    addresses = Addresses((), ())
    tasks = [Task(name, str(tmp_path), (), addresses) for name in (gone, str(here))]
    first, second = check_all((settings, tasks))
    assert [finding[3] for finding in first.findings] == ["file-unreadable"]
    assert "it is no longer there" in str(first.findings[0][6])
    assert first.unmade == CHECKS
    assert gone in first.files
    assert [finding[3] for finding in second.findings] == ["no-schema"]


def test_pointers_to_what_cannot_be_read_lead_nowhere(tei_edition: Run, letters: Path) -> None:
    (letters / "pointing.xml").write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text corresp="letters/loop.xml#a"/>'
        '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="letters/loop.xml"/></TEI>',
        encoding="utf-8",
    )
    done = tei_edition("validate", "pointing.xml", "--format", "gnu", cwd=letters)
    assert done.returncode == 1
    assert "[pointer-file-missing]" in done.stdout
    assert "[xinclude-missing]" in done.stdout
    assert "Traceback" not in done.stderr


@pytest.fixture
def foreign(edition: Path) -> Path:
    """An edition in a folder whose name is in the letters of another system."""
    return edition.rename(edition.parent / os.fsdecode(b"m\xfcller"))


LETTERS_OF_OTHERS = pytest.mark.skipif(
    sys.platform != "linux", reason="names are bytes on Linux: run it there"
)


@LETTERS_OF_OTHERS
@pytest.mark.parametrize("command", ["cite cable-600308", "export cmif", "ids check"])
def test_a_folder_named_in_the_letters_of_another_system_can_be_worked_in(
    tei_edition: Run, foreign: Path, command: str
) -> None:
    done = tei_edition(*command.split(), cwd=foreign)
    assert (done.returncode, done.stderr) == (0, "")


@LETTERS_OF_OTHERS
@pytest.mark.parametrize("command", ["validate", "render -o site"])
def test_where_it_cannot_that_is_said_in_a_line(
    tei_edition: Run, foreign: Path, command: str
) -> None:
    done = tei_edition(*command.split(), cwd=foreign)
    assert done.returncode == 2
    said, *more = done.stderr.splitlines()
    assert more == []
    assert "m\\udcfcller” cannot be worked in: the name of this folder" in said
    assert tei_edition("validate", foreign.name, cwd=foreign.parent).returncode == 0
