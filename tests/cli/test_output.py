# SPDX-License-Identifier: MIT
"""Whatever standard output is, what goes to it comes out whole, or it is said why not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
LETTER = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>
<text><body><p>“Ёлка” {}</p></body></text></TEI>"""


def run(command: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """What a shell makes of a command, with ``tei-edition`` for this one."""
    (folder / "ёлка.xml").write_text(LETTER.format("word " * 4000), encoding="utf-8")
    program = f"{sys.executable} -m tei_edition"
    return subprocess.run(
        command.replace("tei-edition", program),
        shell=True,
        cwd=folder,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), **environment},
    )


COMMANDS = [
    "tei-edition validate ёлка.xml",
    "tei-edition render --to text -o - ёлка.xml",
    "tei-edition explain dangling-pointer",
]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full: run it on Linux")
@pytest.mark.parametrize("command", COMMANDS)
def test_a_disk_that_is_full_is_said_in_one_line(command: str, tmp_path: Path) -> None:
    done = run(f"{command} > /dev/full", tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith(b"tei-edition: standard output cannot be written: ")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="the shell is POSIX's: run it elsewhere")
@pytest.mark.parametrize(("closed", "status"), [(">&-", 1), ("2>&-", 1)])
def test_findings_without_an_output_are_an_exit_status(
    closed: str, status: int, tmp_path: Path
) -> None:
    done = run(f"tei-edition validate --fail-on warning ёлка.xml {closed}", tmp_path)
    assert done.returncode == status
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="the shell is POSIX's: run it elsewhere")
def test_files_are_not_taken_for_outputs_that_are_closed(tmp_path: Path) -> None:
    program = (
        "import os; from tei_edition import cli; cli._open_what_is_closed(); "
        "number = os.open('new', os.O_RDWR | os.O_CREAT); os._exit(0 if number > 2 else 1)"
    )
    for closed in ("<&-", ">&-", "2>&-", "<&- >&- 2>&-"):
        assert run(f'{sys.executable} -c "{program}" {closed}', tmp_path).returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="pipes end otherwise on Windows: run it elsewhere")
@pytest.mark.parametrize("command", COMMANDS)
def test_what_nobody_reads_to_its_end_is_no_success(command: str, tmp_path: Path) -> None:
    run("true", tmp_path)  # which writes the letter
    unread, written = os.pipe()
    os.close(unread)
    done = subprocess.run(
        [sys.executable, "-m", "tei_edition", *command.split()[1:]],
        cwd=tmp_path,
        stdout=written,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
    )
    os.close(written)
    assert done.returncode == 141
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a folder that somebody is in")
@pytest.mark.parametrize("command", ["validate", "validate x.xml", "render", "render x.xml"])
def test_a_working_directory_that_is_gone_is_no_traceback(command: str, tmp_path: Path) -> None:
    done = run(f"mkdir gone && cd gone && rmdir ../gone && tei-edition {command}", tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith(b"tei-edition: ")
    assert done.stderr.count(b"\n") == 1


def test_output_into_a_file_is_utf_8_in_any_region(tmp_path: Path) -> None:
    region = {"LC_ALL": "de_DE.ISO-8859-1", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = run("tei-edition render --to text -o - *.xml", tmp_path, **region)
    assert done.returncode == 0
    assert "“Ёлка”" in done.stdout.decode("utf-8")


def test_what_the_chosen_characters_have_not_is_stood_in_for(tmp_path: Path) -> None:
    done = run("tei-edition validate *.xml", tmp_path, PYTHONIOENCODING="latin-1", PYTHONUTF8="1")
    assert b"Traceback" not in done.stderr
    assert rb"\u0451\u043b\u043a\u0430.xml" in done.stdout


@pytest.mark.parametrize(
    ("package", "command"), [("click", ["--version"]), ("saxonche", ["render", "ёлка.xml"])]
)
def test_a_package_that_is_not_installed_is_named_in_one_line(
    package: str, command: list[str], tmp_path: Path
) -> None:
    (tmp_path / "ёлка.xml").write_text(LETTER.format("word"), encoding="utf-8")
    program = (
        f"import sys; sys.modules[{package!r}] = None; sys.argv = ['x', *{command}]; "
        "from tei_edition.__main__ import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
    )
    assert done.returncode == 2
    assert done.stderr.startswith(f"tei-edition: the package “{package}”, which is needed, cannot")
    assert done.stderr.count("\n") == 1


def test_a_file_that_is_taken_for_an_option_is_said_to_be(tmp_path: Path) -> None:
    (tmp_path / "-new.xml").write_text("<TEI/>")
    done = run("tei-edition validate -new.xml", tmp_path)
    assert done.returncode == 2
    assert "“-new.xml” is taken for an option: write “./-new.xml”".encode() in done.stderr


def test_shells_complete_commands_and_options(tmp_path: Path) -> None:
    words = {"COMP_WORDS": "tei-edition validate --fo", "COMP_CWORD": "2"}
    program = (
        "import sys; sys.argv = ['tei-edition']; from tei_edition.__main__ import main; main()"
    )
    for question, answer in (("bash_source", b"_tei_edition_completion"), ("bash_complete", b"--")):
        done = subprocess.run(
            [sys.executable, "-c", program],
            cwd=tmp_path,
            capture_output=True,
            env={
                **os.environ,
                **words,
                "PYTHONPATH": str(REPOSITORY),
                "_TEI_EDITION_COMPLETE": question,
            },
        )
        assert done.returncode == 0
        assert answer in done.stdout
