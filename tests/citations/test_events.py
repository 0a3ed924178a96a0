"""What editors record, and what is refused because the documents do not bear it out."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tei_edition.citations import check, keeping
from tei_edition.citations.registry import Registry, Status, What
from tei_edition.edition import Edition
from tei_edition.errors import TeiEditionError

Make = Callable[..., Edition]

P1 = '<p xml:id="a-p01">one</p>'
P2 = '<p xml:id="a-p02">two</p>'


def codes(edition: Edition) -> list[str]:
    return sorted(finding.code for finding in check(edition))


def registry() -> Registry:
    return Registry.load(Path("citations.json"))


@pytest.fixture
def published(edition_of: Make) -> Make:
    """A function (bodies) → the edition, which was published with ``P1 P2``, with these bodies."""
    keeping.publish(edition_of(a=P1 + P2), first=True, on="2026-11-25")
    return edition_of


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


@pytest.mark.parametrize(
    ("body", "record", "words"),
    [
        (P1 + P2, lambda e: keeping.record_change(e, ["a-p01"], "x"), "there is no change"),
        (
            P1.replace("one", "won") + P2,
            lambda e: keeping.record_change(e, ["a-p01"], " "),
            "say in --note what was corrected",
        ),
        (
            '<ab xml:id="a-p01">won</ab>' + P2,
            lambda e: keeping.record_change(e, ["a-p01"], "x"),
            "was published for a <p>, and names a <ab> now",
        ),
        (
            '<p xml:id="a-p01">new</p><p xml:id="a-p02">one</p>',
            lambda e: keeping.record_change(e, ["a-p01"], "x"),
            "what was published as “a-p01” stands under “a-p02” now",
        ),
        (P1 + P2, lambda e: keeping.record_change(e, ["a-p09"], "x"), "was never published"),
        (P1, lambda e: keeping.record_change(e, ["a-p02"], "x"), "no document of the edition"),
        (P1 + P2, lambda e: keeping.retire(e, ["a-p02"], reason="x"), "still stands in a.xml:"),
        (P1, lambda e: keeping.retire(e, ["a-p02"]), "say what it was merged into"),
        (P1, lambda e: keeping.retire(e, ["a-p02"], ["a-p09"]), "“a-p09” was never published, and"),
        (P1, lambda e: keeping.retire(e, ["a-p02"], ["a-p02"]), "cannot lead to itself"),
        (
            P1,
            lambda e: keeping.retire(e, ["a-p02"], reason="x", on="2026-11-24"),
            "version 1.0 was published on 2026-11-25: 2026-11-24 is before it",
        ),
        (
            P1 + P2,
            lambda e: keeping.publish(e, "1.1", on="2026-11-24"),
            "version 1.0 was published on 2026-11-25: 2026-11-24 is before it",
        ),
        (P1 + P2, lambda e: keeping.move(e, "a-p02", "a-p01"), "still stands in"),
        (P1, lambda e: keeping.move(e, "a-p02", "a-p01"), "ids retire a-p02 --into a-p01"),
        (P1, lambda e: keeping.move(e, "a-p02", "a-p03"), "no document of the edition has"),
        (
            P1 + '<p xml:id="a-p03">3</p>',
            lambda e: keeping.move(e, "a-p02", "a-p03"),
            "say in --note what was corrected",
        ),
        (P1 + P2, lambda e: keeping.move(e, "a-p02"), "it has not moved"),
        (P1 + P2, lambda e: keeping.restore(e, ["a-p02"]), "is not retired"),
        (P1 + P2, lambda e: keeping.publish(e, "0.9"), "1.0 is published already"),
        (P1 + P2, lambda e: keeping.publish(e, first=True), "publish without --first"),
        ("<p", lambda e: keeping.retire(e, ["a-p02"], reason="x"), "a.xml is not well-formed"),
    ],
)
def test_what_is_not_so_is_not_recorded(
    published: Make, body: str, record: Callable[[Edition], object], words: str
) -> None:
    edition = published(a=body)
    before = Path("citations.json").read_bytes()
    with pytest.raises(TeiEditionError) as raised:
        record(edition)
    assert words in str(raised.value)
    assert Path("citations.json").read_bytes() == before


def test_a_second_retirement_is_refused(published: Make) -> None:
    edition = published(a=P1)
    keeping.retire(edition, ["a-p02"], reason="x", on="2027-03-01")
    with pytest.raises(TeiEditionError, match="was retired on 2027-03-01 already"):
        keeping.retire(edition, ["a-p02"], reason="x")


@pytest.mark.parametrize(
    ("body", "into", "words"),
    [
        (P1.replace("one", "two"), "", "“a-p02” is not gone, it stands under “a-p01” now"),
        (P1.replace("one", "two"), "a-p01", "“a-p02” is not gone, it stands under “a-p01” now"),
        (P1 + P2.replace("p02", "p03"), "", "“a-p02” is not gone, it stands under the new “a-p03”"),
    ],
    ids=["renumbered", "renumbered and said to be merged", "given a new identifier"],
)
def test_what_stands_under_another_identifier_is_not_retired(
    published: Make, body: str, into: str, words: str
) -> None:
    edition = published(a=body)
    before = Path("citations.json").read_bytes()
    with pytest.raises(TeiEditionError, match=words):
        keeping.retire(edition, ["a-p02"], [into] if into else [], "out")
    with pytest.raises(TeiEditionError):
        keeping.record_change(edition, ["a-p01"], "corrected")
    assert Path("citations.json").read_bytes() == before


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (P1 + '<div xml:id="a-p02"><p xml:id="a-p03">x</p></div>', "was published for a <p>"),
        (P1 + '<note xml:id="a-p02">other</note>', "was published for a <p>"),
        ('<p xml:id="a-p02">one</p>', "was published as “a-p01”: that is no correction"),
    ],
    ids=["a division", "a note", "another passage"],
)
def test_another_thing_is_not_restored(published: Make, body: str, words: str) -> None:
    keeping.retire(published(a=P1), ["a-p02"], [], "out")
    before = Path("citations.json").read_bytes()
    with pytest.raises(TeiEditionError, match=words):
        keeping.restore(published(a=body), ["a-p02"], "back")
    assert Path("citations.json").read_bytes() == before


def test_nothing_leads_to_what_is_gone(published: Make) -> None:
    edition = published(a='<p xml:id="a-p03">one two</p>')
    keeping.retire(edition, ["a-p02"], ["a-p01"], on="2027-03-01")
    with pytest.raises(TeiEditionError, match="“a-p02” was retired on 2027-03-01, so that nothing"):
        keeping.retire(edition, ["a-p01"], ["a-p02"])
    keeping.retire(edition, ["a-p01"], ["a-p03"], on="2027-03-01")
    assert [each.xml_id for each in registry().resolve("a-p02").now] == ["a-p03"]


def test_a_circle_of_records_from_two_branches_is_found(published: Make) -> None:
    edition = published(a="")
    keeping.retire(edition, ["a-p01"], reason="x", on="2027-03-01")
    keeping.retire(edition, ["a-p02"], reason="x", on="2027-03-01")
    path = Path("citations.json")
    lines = path.read_text().splitlines()
    for number, line in enumerate(lines):
        for one, other in (("a-p01", "a-p02"), ("a-p02", "a-p01")):
            if line.startswith(f'    "{one}"'):
                lines[number] = line.replace('"note": "x"', f'"note": "x", "into": ["{other}"]')
    path.write_text("\n".join(lines) + "\n")
    found = [each for each in check(edition) if each.code == "citation-leads-nowhere"]
    assert [each.xml_id for each in found] == ["a-p01", "a-p02"]
    assert found[0].message == "“a-p01” leads back to itself, through “a-p02”"


def test_records_are_made_in_their_order(published: Make) -> None:
    edition = published(a='<p xml:id="a-p01">won</p>' + P2)
    keeping.record_change(edition, ["a-p01"], "x", on="2027-03-01")
    edition = published(a=P1 + P2)
    with pytest.raises(TeiEditionError, match="is of 2027-03-01: 2027-02-28 is before it"):
        keeping.record_change(edition, ["a-p01"], "x", on="2027-02-28")


def test_a_lost_registry_is_said_and_never_made_anew_by_itself(published: Make) -> None:
    edition = published(a=P1 + P2)
    Path("citations.json").unlink()
    assert codes(edition) == ["registry-missing"]
    with pytest.raises(TeiEditionError, match="restore it from your version control"):
        keeping.publish(edition)
    with pytest.raises(TeiEditionError, match="restore it from your version control"):
        keeping.retire(edition, ["a-p02"], reason="x")
