"""What editors record of passages that changed, moved or went."""

from __future__ import annotations

from pathlib import Path

import pytest

from tei_edition.citations import keeping
from tei_edition.citations.registry import Status, What
from tests.citations.recording import P1, P2, Make, codes, published_two, registry


@pytest.fixture
def published(edition_of: Make) -> Make:
    return published_two(edition_of)


def test_nothing_is_published_while_there_are_errors(edition_of: Make) -> None:
    done = keeping.publish(edition_of(a=P1 + "<p>x</p>"), first=True)
    assert [error.code for error in done.errors] == ["id-missing"]
    assert not Path("citations.json").exists()


def test_what_is_published_is_current(published: Make) -> None:
    assert codes(published(a=P1 + P2)) == []
    assert [unit.xml_id for unit in registry()] == ["a", "a-p01", "a-p02"]
    assert registry().resolve("a").unit.label == "Letter A"
    assert [(each.name, each.date) for each in registry().versions] == [("1.0", "2026-11-25")]


def test_publishing_once_more_adds_what_is_new_and_changes_nothing_else(published: Make) -> None:
    edition = published(a=P1 + P2)
    before = Path("citations.json").read_text()
    assert keeping.publish(edition).new == 0
    assert Path("citations.json").read_text() == before
    edition = published(a=P1 + P2 + '<p xml:id="a-p03">three</p>')
    assert keeping.publish(edition, "1.1", on="2027-01-01").new == 1
    after = Path("citations.json").read_text().splitlines()
    new = [line for line in after if line not in before.splitlines()]
    assert len(new) == 2
    assert len(after) == len(before.splitlines()) + 2


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (P1 + P2 + "<!-- x -->\n", []),
        ('<p xml:id="a-p01" rend="x"> one<note xml:id="a-n01">y</note></p>' + P2, []),
        ('<p xml:id="a-p01">o<hi>n</hi>e</p>' + P2, []),
        ('<ab xml:id="a-p01">one</ab>' + P2, []),
        (P1, ["citation-vanished"]),
        ('<p xml:id="a-p01">won</p>' + P2, ["citation-changed"]),
        ('<note xml:id="a-p01">other</note>' + P2, ["citation-reassigned"]),
        (
            '<p xml:id="a-p01">two</p><p xml:id="a-p02">one</p>',
            ["citation-reassigned", "citation-reassigned"],
        ),
        (
            '<p xml:id="a-p01">new</p><p xml:id="a-p02">one</p><p xml:id="a-p03">two</p>',
            ["citation-reassigned", "citation-reassigned"],
        ),
        (f'<list xml:id="a-list1"><item>{P1}</item></list>' + P2, []),
    ],
)
def test_what_happens_to_published_text_unrecorded_is_found(
    published: Make, body: str, expected: list[str]
) -> None:
    edition = published(a=body)
    assert codes(edition) == expected
    assert bool(keeping.publish(edition).errors) == bool(expected)


def test_a_unit_inside_another_can_be_given_an_identifier_later(edition_of: Make) -> None:
    scheme = '[identifiers.units]\nitem = ""'
    body = '<list xml:id="a-list1"><item>one</item><item>two</item></list>'
    keeping.publish(edition_of(scheme, a=body), first=True)
    edition = edition_of(a=body.replace("<item>t", '<item xml:id="a-item1">t'))
    assert codes(edition) == ["id-missing"]
    edition = edition_of(scheme, a=body.replace("<item>t", '<item xml:id="a-item1">t'))
    assert codes(edition) == []
    assert keeping.publish(edition).new == 1
    assert codes(edition) == []
    changed = body.replace("one", "won").replace("<item>t", '<item xml:id="a-item1">t')
    assert codes(edition_of(scheme, a=changed)) == ["citation-changed"]


def test_an_erratum_is_dated_and_published_by_the_next_version(published: Make) -> None:
    edition = published(a='<p xml:id="a-p01">won</p>' + P2)
    before = Path("citations.json").read_text().splitlines()
    keeping.record_change(edition, ["a-p01"], "“won” for “one”", on="2027-03-01")
    after = Path("citations.json").read_text().splitlines()
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1
    assert codes(edition) == []
    (event,) = registry().units["a-p01"].history
    assert (event.what, event.on, event.note, event.version) == (
        *(What.CHANGED, "2027-03-01", "“won” for “one”", ""),
    )
    keeping.publish(edition, "1.1")
    assert registry().units["a-p01"].history[0].version == "1.1"


def test_a_split_paragraph_says_where_its_end_went(published: Make) -> None:
    edition = published(a='<p xml:id="a-p01">o</p><p xml:id="a-p03">ne</p>' + P2)
    keeping.record_change(edition, ["a-p01"], "split", ["a-p03"])
    assert codes(edition) == []
    assert registry().units["a-p03"].version == ""
    keeping.publish(edition, "1.1")
    assert registry().units["a-p03"].version == "1.1"
    assert registry().resolve("a-p01").account[0][1].into == ("a-p03",)


def test_a_merged_paragraph_leads_to_where_it_went(published: Make) -> None:
    edition = published(a='<p xml:id="a-p01">one two</p>')
    keeping.retire(edition, ["a-p02"], ["a-p01"])
    keeping.record_change(edition, ["a-p01"], "joined with what was ¶ 2")
    assert codes(edition) == []
    found = registry().resolve("a-p02")
    assert (found.status, [each.xml_id for each in found.now]) == (Status.RETIRED, ["a-p01"])


def test_a_retired_identifier_is_never_used_again_but_for_the_same_passage(published: Make) -> None:
    keeping.retire(published(a=P1), ["a-p02"], reason="not in the letter")
    assert codes(published(a=P1)) == ["erratum-unstated"]
    edition = published(a=P1 + P2)
    keeping.state_errata(edition)
    assert codes(edition) == ["citation-reassigned"]
    keeping.restore(edition, ["a-p02"], "it is in the letter")
    assert codes(edition) == []
    assert registry().resolve("a-p02").status is Status.CURRENT
