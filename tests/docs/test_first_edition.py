# SPDX-License-Identifier: MIT
"""The page on a first edition can be followed as it stands."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

STEP = re.compile(
    r"<!-- correct: (?P<corrected>\S+): (?P<old>\S+) → (?P<new>\S+) -->"
    r"|(?:<!-- file: (?P<file>\S+) -->\n|<!-- status: (?P<status>\d) -->\n)?"
    r"```(?P<language>\w+)\n(?P<content>.*?)```",
    re.DOTALL,
)


@pytest.fixture
def page(repository: Path) -> str:
    return (repository / "docs" / "first-edition.md").read_text(encoding="utf-8")


def test_every_step_does_what_the_page_says(page: str, repository: Path, tmp_path: Path) -> None:
    steps = list(STEP.finditer(page))
    assert len(steps) == page.count("\n```\n") + page.count("<!-- correct")
    for step in steps:
        if step["corrected"]:
            letter = tmp_path / step["corrected"]
            text = letter.read_text(encoding="utf-8")
            assert step["old"] in text
            letter.write_text(text.replace(step["old"], step["new"]), encoding="utf-8")
        elif step["file"]:
            file = tmp_path / step["file"]
            file.parent.mkdir(exist_ok=True)
            file.write_text(step["content"], encoding="utf-8")
        else:
            assert step["language"] == "sh"
            for command in step["content"].splitlines():
                run(command, repository, tmp_path, int(step["status"] or 0))
    site = tmp_path / "site"
    assert "harbour" in (site / "index.html").read_text(encoding="utf-8")
    assert (site / "1.0" / "harbour-18920924-p01.html").is_file()


def run(command: str, repository: Path, folder: Path, status: int) -> None:
    program, *arguments = shlex.split(command)
    assert program == "tei-edition"
    done = subprocess.run(
        [sys.executable, "-m", "tei_edition", *arguments],
        cwd=folder,
        env={"PYTHONPATH": str(repository), "XDG_CACHE_HOME": str(folder / "cache")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == status, (command, done.stdout, done.stderr)
    assert "warning" not in done.stdout.replace("0 warnings", ""), done.stdout
