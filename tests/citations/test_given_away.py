"""A text that went elsewhere is no correction, and a document's identifier is not given away."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tei_edition.citations import check, keeping
from tei_edition.errors import TeiEditionError
from tests.citations.recording import Make, codes

PARAGRAPHS = (
    '<div xml:id="a-div1"><p xml:id="a-p01">One.</p><p xml:id="a-p02">Two.</p></div>'
    '<div xml:id="a-div2"><p xml:id="a-p03">Three.</p></div>'
)


@pytest.fixture
def paragraphs(edition_of: Make) -> Make:
    """The same with paragraphs in divisions."""
    keeping.publish(edition_of(a=PARAGRAPHS), first=True, on="2026-11-25")
    return edition_of


def test_a_text_that_went_to_a_new_identifier_is_no_correction(paragraphs: Make) -> None:
    body = PARAGRAPHS.replace('"a-p02"', '"a-p04"').replace(
        '<p xml:id="a-p04">', '<p xml:id="a-p02">New.</p><p xml:id="a-p04">'
    )
    edition = paragraphs(a=body)
    assert codes(edition) == ["citation-reassigned"]
    with pytest.raises(TeiEditionError, match="“a-p02” stands under the new “a-p04”"):
        keeping.record_change(edition, ["a-p02"], "x")
    keeping.record_change(edition, ["a-p02"], "x", ["a-p04"])
    assert codes(edition) == []


def test_words_that_are_used_again_do_not_hinder_a_correction(edition_of: Make) -> None:
    body = '<p xml:id="a-p01">Yes.</p><p xml:id="a-p02">Yes.</p>'
    keeping.publish(edition_of(a=body), first=True, on="2026-11-25")
    edition = edition_of(a=body.replace("Yes.", "No.", 1) + '<p xml:id="a-p03">Yes.</p>')
    assert codes(edition) == ["citation-changed"]
    keeping.record_change(edition, ["a-p01"], "“No” for “Yes”")
    assert codes(edition) == []


@pytest.mark.parametrize(
    ("body", "old", "new", "words"),
    [
        (
            PARAGRAPHS.replace("a-div2", "a-div3").replace('xml:id="a-div1"', 'xml:id="a-div4"'),
            *("a-div1", "a-div3", "nothing that was published in “a-div1”"),
        ),
        (
            PARAGRAPHS.replace('<p xml:id="a-p03">Three.</p>', '<ab xml:id="a-ab1">Other.</ab>'),
            *("a-p03", "a-ab1", "“a-p03” was published for a <p>; “a-ab1” is a <ab>"),
        ),
        (
            PARAGRAPHS.replace("a-p02", "a-p05").replace("a-p03", "a-p06"),
            *("a-p02", "a-p06", "was published as “a-p03”, not as “a-p02”"),
        ),
    ],
)
def test_a_move_to_another_thing_is_refused(
    paragraphs: Make, body: str, old: str, new: str, words: str
) -> None:
    edition = paragraphs(a=body)
    before = Path("citations.json").read_bytes()
    with pytest.raises(TeiEditionError, match=words):
        keeping.move(edition, old, new, "renamed")
    assert Path("citations.json").read_bytes() == before


def test_a_division_takes_its_name_along_and_says_what_it_lost(paragraphs: Make) -> None:
    edition = paragraphs(a=PARAGRAPHS.replace("a-div1", "a-div4"))
    keeping.move(edition, "a-div1", "a-div4")
    assert codes(edition) == []
    second = '<p xml:id="a-p02">Two.</p>'
    body = PARAGRAPHS.replace("a-div1", "a-div5").replace(second, "") + second
    edition = paragraphs(a=body)
    with pytest.raises(TeiEditionError, match="say in --note what was changed"):
        keeping.move(edition, "a-div4", "a-div5")
    keeping.move(edition, "a-div4", "a-div5", "shortened")
    assert codes(edition) == []


TWO = {
    "a": '<p xml:id="a-p01">One.</p><p xml:id="a-p02">Two.</p>',
    "b": '<p xml:id="b-p01">Three.</p><p xml:id="b-p02">Four.</p>',
}


@pytest.fixture
def two(edition_of: Make) -> Make:
    """A function (bodies) → the edition, after two documents were published."""
    keeping.publish(edition_of(**TWO), first=True, on="2026-11-25")
    return edition_of


@pytest.mark.parametrize(
    ("bodies", "given_away", "moved"),
    [
        ({"a": TWO["b"], "b": TWO["a"]}, ["a", "b"], "a-p01"),
        ({"a": '<p xml:id="a-p03">New.</p>', "b": TWO["b"], "c": TWO["a"]}, ["a"], "a-p02"),
    ],
    ids=["documents swapped", "given to a new document"],
)
def test_the_identifier_of_a_document_is_not_given_to_another(
    two: Make, bodies: dict[str, str], given_away: list[str], moved: str
) -> None:
    edition = two(**bodies)
    found = [each for each in check(edition) if each.code.startswith("citation-")]
    assert [(each.code, each.xml_id) for each in found] == [
        ("citation-reassigned", name) for name in given_away
    ]
    assert keeping.publish(edition, "1.1").errors
    before = Path("citations.json").read_bytes()
    with pytest.raises(TeiEditionError, match="names another document now"):
        keeping.move(edition, moved)
    assert Path("citations.json").read_bytes() == before


def test_a_registry_that_names_unknown_documents_is_compared_nevertheless(two: Make) -> None:
    path = Path("citations.json")
    text = re.sub(r'"a", "kind": "p"', '"x", "kind": "p"', path.read_text(encoding="utf-8"))
    event = '{"what": "moved", "on": "2026-11-25", "left": "y", "version": "1.0"}'
    moved = rf'\1"version": "1.0", "history": [{event}]'
    path.write_text(re.sub(r'(b-p01.*)"version": "1.0"', moved, text), encoding="utf-8")
    assert "citation-moved" in codes(two(**TWO))


def test_a_document_is_not_given_away_passage_by_passage(two: Make) -> None:
    new = TWO["a"].replace("a-", "c-")
    edition = two(a='<p xml:id="a-p03">New.</p>', b=TWO["b"], c=new)
    with pytest.raises(TeiEditionError, match="“a” names another document now"):
        keeping.move(edition, "a-p01", "c-p01")
    assert codes(edition) == ["citation-vanished"] * 2


def test_documents_may_exchange_passages_and_be_divided(two: Make) -> None:
    one, other = TWO["a"].split("</p>")[:2], TWO["b"].split("</p>")[:2]
    edition = two(a=f"{one[0]}</p>{other[0]}</p>", b=f"{other[1]}</p>{one[1]}</p>")
    assert codes(edition) == ["citation-moved"] * 2
    keeping.move(edition, "a-p02")
    keeping.move(edition, "b-p01")
    assert codes(edition) == []
    assert keeping.publish(edition, "1.1").errors == ()
    edition = two(a=f"{one[0]}</p>", b=f"{other[1]}</p>{one[1]}</p>", c=f"{other[0]}</p>")
    keeping.move(edition, "b-p01")
    assert "citation-reassigned" not in codes(edition)
