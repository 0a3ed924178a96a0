"""The guard over the speed of pages: what callgrind wrote is read right, and compared right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bench import callgrind, instructions
from bench.budgets import FILE, RENEW, Budgets
from bench.corpora import Data, MissingError
from bench.process import FailedError

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "corpus/documents/cable-600308.xml"
OF = "13.1.1"

PROFILE = """\
# callgrind format
version: 1
creator: callgrind-3.19.0
pid: 24582
cmd:  .venv/bin/python -m bench.pages 3 corpus/documents/cable-600308.xml
part: {part}

desc: I1 cache:
desc: Timerange: Basic block 0 - 3067230
desc: Trigger: --dump-after=j_transformToString

positions: line
events: Ir
summary: {count}


ob=(12) /usr/lib/libsaxonc-core-he.so.13
fl=(5) ???
fn=(1984) j_transformToString
0 97127
totals: 97127
"""


@pytest.fixture
def budgets() -> Budgets:
    return Budgets(OF, {PAGE: {"html": 10.0, "text": 5.0}})


def test_each_call_is_read_in_the_order_of_the_calls(tmp_path: Path) -> None:
    counts = [11_058_610 + part for part in range(1, 13)]
    for part, count in enumerate(counts, 1):
        (tmp_path / f"profile.{part}").write_text(PROFILE.format(part=part, count=count))
    (tmp_path / "profile").write_text(PROFILE.format(part=13, count=0))
    (tmp_path / "output.txt").write_text("0 html\n")
    assert callgrind.calls(tmp_path) == counts


def test_a_profile_that_breaks_off_is_no_count_of_nothing(tmp_path: Path) -> None:
    (tmp_path / "profile.1").write_text(PROFILE.format(part=1, count=5).partition("summary")[0])
    with pytest.raises(FailedError, match=r"profile\.1"):
        callgrind.calls(tmp_path)


def test_counting_cannot_begin_where_callgrind_is_not() -> None:
    with pytest.raises((FailedError, FileNotFoundError)):
        callgrind.begin()


def test_of_several_counts_the_least_is_taken_for_garbage_is_collected_by_chance() -> None:
    said = ["0 identity", "0 identity", "0 html", "0 html", "0 html", "1 identity", "1 html"]
    calls = [11, 10, 471, 95, 98, 20, 100]
    found = instructions.least(said, calls)
    assert found == [{"identity": 10, "html": 95}, {"identity": 20, "html": 100}]
    assert [instructions.against_floor(counts) for counts in found] == [{"html": 9.5}, {"html": 5}]


@pytest.mark.parametrize("calls", [[], [10], [10, 20, 30]])
def test_counts_that_do_not_fit_what_was_done_are_not_taken_for_it(calls: list[int]) -> None:
    with pytest.raises(FailedError, match=f"{len(calls)} of 2 transformations"):
        instructions.least(["0 identity", "0 html"], calls)


@pytest.mark.parametrize(
    ("ratio", "is_good"), [(10.0, True), (10.3, True), (10.31, False), (12.5, False), (2.0, True)]
)
def test_a_ratio_may_be_over_its_budget_by_three_per_cent(
    budgets: Budgets, ratio: float, is_good: bool
) -> None:
    row = instructions.row(budgets, PAGE, "html", ratio, OF)
    assert row.reached is is_good


def test_what_grew_is_said_with_how_much_and_what_to_do(budgets: Budgets) -> None:
    row = instructions.row(budgets, PAGE, "html", 12.5, OF)
    assert row.what == f"{PAGE}: html"
    assert "grew by 25.0% over its budget of 10.00" in row.advice
    assert "docs/benchmarks.md, “Budgets”" in row.advice
    assert RENEW in row.advice
    assert "saxonche" not in row.advice


def test_what_grew_with_another_saxon_than_that_of_the_budgets_is_said_and_is_no_fault(
    budgets: Budgets,
) -> None:
    row = instructions.row(budgets, PAGE, "html", 12.5, "13.2.0")
    assert row.reached is None
    assert "of saxonche 13.1.1, this is 13.2.0" in row.advice
    assert instructions.row(budgets, PAGE, "html", 10.0, "13.2.0").advice == ""


def test_what_became_much_cheaper_is_said_and_is_no_fault(budgets: Budgets) -> None:
    row = instructions.row(budgets, PAGE, "text", 4.4, OF)
    assert row.reached is True
    assert "fell by 12.0% from its budget of 5.00" in row.advice
    assert RENEW in row.advice
    assert instructions.row(budgets, PAGE, "text", 4.6, OF).advice == ""


def test_what_has_no_budget_is_no_pass(budgets: Budgets) -> None:
    row = instructions.row(budgets, "corpus/documents/new.xml", "html", 1.0, OF)
    assert row.reached is False
    assert "no budget yet" in row.advice


def test_renewed_budgets_are_what_was_measured_and_the_others_stay(
    budgets: Budgets, tmp_path: Path
) -> None:
    file = tmp_path / "budgets.toml"
    sample = {"samples/letter.xml": {"html": 7.5, "text": 9.25}}
    Budgets(OF, {**budgets.ratios, **sample}).write(file)
    again = Budgets.read(file).renewed("13.2.0", {PAGE: {"html": 8.0, "text": 4.0}})
    again.write(file)
    assert Budgets.read(file) == Budgets("13.2.0", {PAGE: {"html": 8.0, "text": 4.0}, **sample})
    assert RENEW in file.read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["budgets.toml"]


def test_the_budgets_of_the_project_are_of_documents_and_outputs_that_there_are(
    repository: Path, tmp_path: Path
) -> None:
    budgets = Budgets.read()
    data = Data(None, tmp_path)
    for document, ratios in budgets.ratios.items():
        assert sorted(ratios) == ["html", "text"], document
        if document.startswith("samples/"):
            with pytest.raises(MissingError, match="TEI_EDITION_TEST_DATA"):
                data.document(document)
        else:
            assert data.document(document) == repository / document
    own = [document for document in budgets.ratios if document.startswith("corpus/")]
    assert len(own) > 1


def test_the_budgets_of_the_project_stay_the_same_when_written(tmp_path: Path) -> None:
    copy = tmp_path / "budgets.toml"
    Budgets.read().write(copy)
    assert copy.read_text(encoding="utf-8") == FILE.read_text(encoding="utf-8")
