"""The command line as a user runs it: a process of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

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


@pytest.fixture
def damage() -> Callable[[Path, dict[str, Any]], tuple[int, int]]:
    """A function (edition, case) that does the damage of a case of ``damage*.toml``.

    Gives line and column of where the finding is expected.
    """

    def do(edition: Path, case: dict[str, Any]) -> tuple[int, int]:
        path = edition / case["file"]
        for name, content in case.get("write", {}).items():
            (edition / name).write_bytes(bytes.fromhex(content))
        text = path.read_text(encoding="utf-8")
        for found, replacement in [(case["find"], case["replace"]), *case.get("also", [])]:
            assert text.count(found) == 1, found
            text = text.replace(found, replacement)
        raw = text.encode("utf-8")
        if case.get("latin"):
            raw = raw.replace("\u0092".encode(), b"\x92")
        path.write_bytes(raw)
        if "on" in case:
            text = (edition / case["on"]).read_text(encoding="utf-8")
        before = text[: text.index(case["at"], text.index(case.get("after", "")))]
        return before.count("\n") + 1, len(before) - before.rfind("\n")

    return do
