"""The engine says of real files, and of mutants of them, what jing says.

``python -m tests.differential`` prints the cases that differ. TEI_EDITION_MUTANTS=10 tries ten
times as many mutants.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.differential.comparison import Tally, compare
from tests.differential.corpus import samples

Tallied = Callable[[Path, Sequence[Path], int], Tally]


@pytest.fixture(scope="module", params=["tei_all.rng", "tillich-briefe.rng"])
def group(request: pytest.FixtureRequest, test_data: Path) -> tuple[Path, list[Path]]:
    """A schema and files that are tried on it."""
    return next((s, files) for s, files in samples(test_data) if s.name == request.param)


def hold(tally: Tally) -> None:
    """The promise: jing's verdicts and first faults, 99 % of its elements, 1 % others."""
    assert tally.jings > 0, "nothing was at fault: the comparison says nothing"
    assert tally.verdicts == tally.files, str(tally)
    assert tally.firsts == tally.invalid, str(tally)
    assert tally.missed <= 0.01 * tally.jings, str(tally)
    assert tally.extra <= 0.01 * tally.jings, str(tally)


def test_real_files_are_judged_as_by_jing(group: tuple[Path, list[Path]]) -> None:
    tally = Tally()
    for comparison in compare(*group):
        tally.add(comparison)
    hold(tally)


def test_mutants_of_real_files_are_judged_as_by_jing(
    group: tuple[Path, list[Path]], tally_of_mutants: Tallied
) -> None:
    schema, files = group
    hold(tally_of_mutants(schema, files, 1 if len(files) > 100 else 3))


def test_mutants_of_the_edition_are_judged_as_by_jing(
    repository: Path, tally_of_mutants: Tallied
) -> None:
    schema = repository / "schemas" / "documentary.rng"
    # jing's wrapper would expand the inclusions, and then fault what it added.
    files = [
        path
        for path in sorted((repository / "corpus").glob("*/*.xml"))
        if b"xi:include" not in path.read_bytes()
    ]
    if not schema.exists() or not files:
        pytest.skip("this checkout has no schemas/documentary.rng, or no corpus/")
    hold(tally_of_mutants(schema, files, 20))
