# SPDX-License-Identifier: MIT
"""The examples of the README, made by running the commands that it shows."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

_BLOCK = re.compile(r"(<!-- example: (\w+) -->\n```\n)(.*?)(```\n)", re.DOTALL)


def filled(readme: str, python: str, root: Path) -> str:
    """The README's text with its examples as the commands write them now."""
    made = {"validate": _validate(python, root), "render": _render(python, root)}
    return _BLOCK.sub(lambda match: match[1] + made[match[2]] + match[4], readme)


def _validate(python: str, root: Path) -> str:
    """A misspelt value in a copy of the cable."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(root / "corpus", Path(folder, "edition")))
        cable = copy / "documents" / "cable-600308.xml"
        text = cable.read_text(encoding="utf-8")
        cable.write_text(text.replace(' unit="word"', ' unity="word"', 1), encoding="utf-8")
        command = ["validate", "--check", "grammar", "documents/cable-600308.xml"]
        return _output(python, root, command, copy)


def _render(python: str, root: Path) -> str:
    """The head of the cable as plain text."""
    command = ["render", "--to", "text", "-o", "-", "corpus/documents/cable-600308.xml"]
    text = _output(python, root, command, root)
    start, end = text.index("[handwritten above"), text.index("12 copies printed")
    return text[start:end].strip() + "\n"


def _output(python: str, root: Path, command: list[str], folder: Path) -> str:
    environment = {**os.environ, "PYTHONPATH": str(root), "COLUMNS": "100"}
    done = subprocess.run(
        [python, "-m", "tei_edition", *command],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout
