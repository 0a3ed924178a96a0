"""Random small grammars are correct where jing says so, and allow what it says they allow.

TEI_EDITION_MUTANTS=10 tries ten times as many grammars.
"""

from __future__ import annotations

from pathlib import Path

from tests.differential.comparison import Tally
from tests.differential.small import comparisons, grammars, jing_accepts, written


def test_grammars_are_refused_where_jing_refuses_them(tmp_path: Path, longer_run: int) -> None:
    found = grammars(40 * longer_run, "sections", tmp_path)
    assert len(found.incorrect) >= 5, "too few incorrect grammars: the comparison says little"
    accepted = [
        f"{reason}\n{written(grammar, tmp_path).read_text('utf-8')}"
        for grammar, reason in found.incorrect
        if jing_accepts(written(grammar, tmp_path))
    ]
    assert not accepted, "\n\n".join(accepted)


def test_documents_are_judged_as_by_jing(tmp_path: Path, longer_run: int) -> None:
    # A grammar that the engine accepts and jing does not fails in here too.
    found = grammars(120 * longer_run, "documents", tmp_path)
    tally = Tally()
    for comparison in comparisons(found.correct, "tests", tmp_path, documents=3, of_each=4):
        assert comparison.same_verdict, f"{comparison.path.name}: {comparison}"
        tally.add(comparison)
    assert tally.files > 500
    assert tally.invalid > 200
    # jing calls an element of a datatype incomplete too when a child may not stand in it.
    assert tally.invalid - tally.firsts <= 0.01 * tally.invalid, str(tally)
    assert tally.missed <= 0.01 * tally.jings, str(tally)
    assert tally.extra <= 0.01 * tally.jings, str(tally)
