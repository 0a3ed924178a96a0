"""A document that is renamed, restored or withdrawn takes its passages along."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tei_edition.citations import check, keeping
from tei_edition.citations.registry import Status
from tei_edition.errors import TeiEditionError
from tests.citations.recording import P1, P2, Make, codes, published_two, registry


@pytest.fixture
def published(edition_of: Make) -> Make:
    return published_two(edition_of)


def test_a_renamed_document_takes_its_passages_along(published: Make) -> None:
    edition = published(b=(P1 + P2).replace("a-", "b-"))
    assert codes(edition) == ["citation-vanished"] * 3
    keeping.move(edition, "a", "b")
    assert codes(edition) == []
    found = registry().resolve("a-p02")
    assert (found.status, found.now[0].xml_id) == (Status.MOVED, "b-p02")
    keeping.publish(edition, "1.1")
    assert registry().units["b-p02"].version == "1.1"


def test_a_document_that_was_renamed_without_a_record_is_recognised(published: Make) -> None:
    edition = published(b=(P1 + P2).replace("a-p0", "b-p0"))
    found = [each for each in check(edition) if each.code == "citation-vanished"]
    assert [each.xml_id for each in found] == ["a", "a-p01", "a-p02"]
    assert all("tei-edition ids move a b" in each.hint for each in found)


def test_a_rename_takes_the_stated_errata_along(published: Make, edition_of: Make) -> None:
    edition = published(a=P1.replace("one", "won") + P2)
    keeping.record_change(edition, ["a-p01"], "“won”", ["a-p02"], on="2027-03-01")
    text = Path("a.xml").read_text().replace('"a', '"b').replace(" a-p0", " b-p0")
    edition = edition_of(b="")
    Path("b.xml").write_text(text)
    keeping.move(edition, "a", "b", "renamed", on="2027-03-02")
    assert codes(edition) == []
    stated = re.findall(r'n="([^"]*)">([^<]*)<', Path("b.xml").read_text())
    assert stated == [
        ("a", "Now b: renamed"),
        ("b-p01", "Text corrected; a part of it is now b-p02: “won”"),
    ]


def test_a_rename_can_be_undone(published: Make) -> None:
    renamed = (P1 + P2).replace("a-", "b-")
    keeping.move(published(b=renamed), "a", "b", on="2027-03-01")
    keeping.publish(published(b=renamed), "1.1", on="2027-03-02")
    edition = published(a=P1 + P2)
    keeping.state_errata(edition)
    used_again = [each for each in check(edition) if each.code == "citation-reassigned"]
    assert ["ids move b a" in each.hint for each in used_again] == [True, False, False]
    with pytest.raises(TeiEditionError, match="record that: tei-edition ids move b a"):
        keeping.restore(edition, ["a"])
    keeping.move(edition, "b", "a", on="2027-04-01")
    assert codes(edition) == []
    for old, now in (("b-p01", "a-p01"), ("b", "a"), ("a", "a"), ("a-p02", "a-p02")):
        assert [each.xml_id for each in registry().resolve(old).now] == [now]
    assert registry().resolve("a-p01").status is Status.CURRENT
    assert registry().resolve("b-p01").status is Status.MOVED
    keeping.publish(edition, "1.2", on="2027-05-01")
    edition = published(b=renamed)
    keeping.move(edition, "a", "b", on="2027-06-01")
    assert codes(edition) == []
    assert [each.xml_id for each in registry().resolve("a-p01").now] == ["b-p01"]


def test_a_document_that_is_restored_brings_its_passages_back(published: Make) -> None:
    keeping.retire(published(a=P1), ["a-p02"], reason="not in the letter", on="2027-01-01")
    keeping.retire(published(b=""), ["a"], reason="a forgery", on="2027-03-01")
    edition = published(a=P1)
    keeping.restore(edition, ["a"], "it is none", on="2027-04-01")
    assert codes(edition) == []
    assert registry().resolve("a-p01").status is Status.CURRENT
    assert registry().resolve("a-p02").status is Status.RETIRED


def test_a_renamed_document_may_leave_its_passages_their_identifiers(published: Make) -> None:
    edition = published(b=P1 + P2)
    assert codes(edition) == ["citation-moved", "citation-moved", "citation-vanished"]
    keeping.move(edition, "a", "b")
    assert codes(edition) == []
    found = registry().resolve("a-p02")
    assert (found.status, found.unit.document) == (Status.CURRENT, "b")
    assert Path("b.xml").read_text().count('type="erratum"') == 1


def test_a_document_that_loses_its_identifier_is_said_once(published: Make) -> None:
    edition = published(a=P1 + P2)
    path = Path("a.xml")
    path.write_text(path.read_text().replace(' xml:id="a"', ""))
    assert codes(edition) == ["citation-vanished", "id-missing"]


def test_a_passage_in_another_document_keeps_its_identifier(published: Make) -> None:
    edition = published(a=P1, b=P2)
    assert codes(edition) == ["citation-moved"]
    keeping.move(edition, "a-p02")
    assert codes(edition) == []
    found = registry().resolve("a-p02")
    assert (found.status, found.unit.document) == (Status.CURRENT, "b")
    assert found.account[0][1].left == "a"


def test_a_document_that_is_withdrawn_takes_its_passages_along(published: Make) -> None:
    edition = published(b="")
    keeping.retire(edition, ["a"], reason="a forgery")
    assert codes(edition) == []
    assert {registry().resolve(each).reason for each in ("a", "a-p01", "a-p02")} == {"a forgery"}
