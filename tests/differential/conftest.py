"""What the comparison with jing needs: jing itself, and files to mutate."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.differential.comparison import Tally, compare
from tests.differential.corpus import write_mutants


def longer_run() -> int:
    """How many times the usual number of mutants and grammars; TEI_EDITION_MUTANTS says it."""
    return int(os.environ.get("TEI_EDITION_MUTANTS", "1"))


@pytest.fixture(name="longer_run")
def _longer_run() -> int:
    return longer_run()


@pytest.fixture(autouse=True)
def _jing() -> None:
    if shutil.which("jing") is None:
        pytest.skip("jing is not installed: apt-get install jing")


@pytest.fixture
def tally_of_mutants(tmp_path: Path) -> Callable[[Path, Sequence[Path], int], Tally]:
    """A function (schema, files, mutants of each) → how the engine and jing compare on them."""
    factor = longer_run()

    def tally(schema: Path, files: Sequence[Path], count: int) -> Tally:
        sums = Tally()
        for comparison in compare(schema, write_mutants(files, tmp_path, count * factor, "tests")):
            sums.add(comparison)
        return sums

    return tally
