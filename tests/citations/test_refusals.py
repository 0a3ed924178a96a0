"""What editors would record is refused where the documents do not bear it out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tei_edition.citations import check, keeping
from tei_edition.edition import Edition
from tei_edition.errors import TeiEditionError
from tests.citations.recording import P1, P2, Make, codes, published_two, registry


@pytest.fixture
def published(edition_of: Make) -> Make:
    return published_two(edition_of)


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
