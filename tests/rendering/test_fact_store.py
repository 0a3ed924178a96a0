# SPDX-License-Identifier: MIT
"""The facts of an edition on disk."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from tei_edition.rendering.facts.model import DocumentData, DocumentFacts, Occurrence
from tei_edition.rendering.facts.sorting import Alphabet
from tei_edition.rendering.facts.store import FactStore

if TYPE_CHECKING:
    from pathlib import Path


def test_passages_of_a_name_are_found_without_looking_through_those_of_all(tmp_path: Path) -> None:
    store = FactStore(tmp_path / "facts")
    named = Occurrence("person", "ames", "", "Ada Ames", "p1", "p", "p1", "")
    store.add(DocumentFacts(DocumentData("a.xml", "a.html", "a", "A"), occurrences=(named, named)))
    store.finish(Alphabet(""))
    assert [one.passages for one in store.registered("person")] == [2]
    store.close()
    database = sqlite3.connect(store.path)
    plan = database.execute(
        "EXPLAIN QUERY PLAN SELECT (SELECT count(*) FROM occurrences o WHERE o.id = registered.id)"
        " FROM registered"
    ).fetchall()
    database.close()
    assert "SEARCH o USING COVERING INDEX occurrences_by_id" in str(plan)
