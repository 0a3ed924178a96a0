"""The command line as a user runs it: a process of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def tei_edition(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A function (arguments, cwd=…) → the finished process, with a cache folder of its own."""
    cache = tmp_path_factory.getbasetemp() / "cache"

    def run(
        *arguments: str | Path, cwd: Path, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        inherited = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
        return subprocess.run(
            [sys.executable, "-m", "tei_edition", *map(str, arguments)],
            cwd=cwd,
            env={
                **inherited,
                "PYTHONPATH": str(repository),
                "XDG_CACHE_HOME": str(cache),
                **environment,
            },
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )

    return run


@pytest.fixture
def edition(repository: Path, tmp_path: Path) -> Path:
    """A copy of the edition, to be damaged."""
    return Path(shutil.copytree(repository / "corpus", tmp_path / "edition"))
