"""Ctrl-C ends a command quietly, whenever it comes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import os, signal, sys

class Interrupting:
    # Sends SIGINT when a module is looked for.
    def find_spec(self, name, path=None, target=None):
        if name == module:
            os.kill(os.getpid(), signal.SIGINT)

_, module, *arguments = sys.argv
sys.argv = ["tei-edition", *arguments]
sys.meta_path.insert(0, Interrupting())
from tei_edition.__main__ import main
main()
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for a process itself")
@pytest.mark.parametrize(
    "module",
    ["tei_edition.cli", "click", "tei_edition.cli.validate", "tei_edition.checks.run", "tomllib"],
)
def test_an_interruption_while_modules_are_read_is_no_traceback(
    repository: Path, tmp_path: Path, module: str
) -> None:
    (tmp_path / "a.xml").write_text("<a/>")
    (tmp_path / "edition.toml").write_text('documents = ["a.xml"]\n[edition]\ntitle = "A"\n')
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, module, "validate", "a.xml"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(repository)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (130, "")
    assert done.stderr.strip() == "tei-edition: interrupted"
