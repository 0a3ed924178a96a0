# SPDX-License-Identifier: MIT
"""The checkout's own virtual environment: made when it is missing or out of date.

Standard library only, so that it runs on a machine that has nothing but Python.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / ".venv"
STAMP = HOME / "made-from"
"""Holds the digest of what the environment was made from; written last."""


def prepare() -> Path:
    """Make or renew ``.venv`` with the package and its development tools; gives its Python."""
    if sys.version_info < (3, 11):  # noqa: UP036 - run by whatever Python the machine has
        sys.exit(f"Python 3.11 or later is needed; this is {sys.version.split()[0]}.")
    python = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    digest = _digest()
    if python.exists() and STAMP.exists() and STAMP.read_text() == digest:
        return python
    print("Setting up .venv (once; needs the package index) …", flush=True)
    shutil.rmtree(HOME, ignore_errors=True)
    _run(
        [sys.executable, "-m", "venv", str(HOME)],
        "The module venv is part of Python; on Debian "
        "and Ubuntu it comes in the package python3-venv.",
    )
    _run(
        [
            str(python),
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--editable",
            f"{ROOT}[dev]",
        ],
        "Is the package index within reach?",
    )
    STAMP.write_text(digest)
    return python


def _digest() -> str:
    made_of = (ROOT / "pyproject.toml").read_bytes() + sys.version.encode() + str(ROOT).encode()
    return hashlib.sha256(made_of).hexdigest()


def _run(command: list[str], advice: str) -> None:
    done = subprocess.run(command, check=False)
    if done.returncode:
        sys.exit(f"This command failed: {' '.join(command)}\n{advice}")
