# SPDX-License-Identifier: MIT
"""``--jobs`` starts no more processes than are of use."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from tei_edition import work
from tei_edition.checks.run import Options, validate
from tei_edition.rendering.publish import Request, render

MANY = 2 * work.cores() + 6
TEI = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p>{}</p></body></text></TEI>'
)


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """As many letters as would each be worth a process."""
    for number in range(MANY):
        text = TEI.format("word " * 60_000)
        (tmp_path / f"{number}.xml").write_text(text, encoding="utf-8")
    return tmp_path


def processes() -> int:
    return len(multiprocessing.active_children())


def test_there_are_at_most_two_processes_for_a_core(letters: Path) -> None:
    checking = [processes() for _ in validate([letters], Options(jobs=1000, checks=("xml",)))]
    rendering: list[int] = []
    render(
        [letters],
        letters / "site",
        Request(("text",), cache=False),
        jobs=1000,
        progress=lambda *_: rendering.append(processes()),
    )
    for counts in (checking, rendering):
        assert 1 < max(counts) <= 2 * work.cores()


def test_one_piece_of_work_is_done_in_this_process(letters: Path) -> None:
    run = validate([letters / "0.xml"], Options(jobs=1000, checks=("xml",)))
    assert [processes() for _ in run] == [0, 0]
