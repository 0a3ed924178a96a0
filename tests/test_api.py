"""The public interface: what docs/api.md shows works as it stands there."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import tei_edition


def examples(repository: Path) -> list[str]:
    text = (repository / "docs" / "api.md").read_text(encoding="utf-8")
    return re.findall(r"```python\n(.*?)```", text, re.DOTALL)


@pytest.mark.parametrize("number", range(6))
def test_the_examples_of_the_documentation_run(
    repository: Path, tmp_path: Path, number: int
) -> None:
    for name in ("corpus", "schemas"):
        (tmp_path / name).symlink_to(repository / name)
    found = examples(repository)
    assert len(found) == 6
    subprocess.run(
        [sys.executable, "-W", "error", "-c", found[number]],
        cwd=tmp_path,
        env={"PYTHONPATH": str(repository), "XDG_CACHE_HOME": str(tmp_path / "cache")},
        check=True,
    )


def test_every_name_of_the_interface_is_there_and_documented(repository: Path) -> None:
    page = (repository / "docs" / "api.md").read_text(encoding="utf-8")
    shown = {"Citation", "Finding", "Run", "TeiEditionError"}
    for name in tei_edition.__all__:
        assert getattr(tei_edition, name) is not None
        assert name in page or name in shown
    with pytest.raises(AttributeError, match="no attribute"):
        _ = tei_edition.nothing  # type: ignore[attr-defined]
