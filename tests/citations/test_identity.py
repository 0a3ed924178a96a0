"""What is known by its place, or by what it holds, is not renumbered unnoticed either."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tei_edition.citations import check, keeping
from tei_edition.citations.registry import Registry
from tei_edition.edition import Edition
from tei_edition.errors import TeiEditionError

Make = Callable[..., Edition]

BODY = (
    '<div xml:id="a-div1"><pb xml:id="a-pb1"/>'
    '<p xml:id="a-p01">The <gap xml:id="a-gap1"/> of <date xml:id="a-date1">May</date> and '
    '<gap xml:id="a-gap2"/> came, <gap/>.</p><pb xml:id="a-pb2"/>'
    '<p xml:id="a-p02">Ours <anchor xml:id="a-anchor1"/>went <gap xml:id="a-gap3"/>.</p>'
    '<figure xml:id="a-figure1"><graphic url="1.png"/></figure>'
    '<figure xml:id="a-figure2"><graphic url="2.png"/></figure></div>'
)
"""Units with neither words nor units in them: gaps, an anchor, page breaks, figures."""


def swapped(text: str, one: str, other: str) -> str:
    """A text in which two identifiers have changed places."""
    marks = {f'"{one}"': f'"{other}"', f'"{other}"': f'"{one}"'}
    return re.sub("|".join(marks), lambda found: marks[found[0]], text)


def codes(edition: Edition) -> list[str]:
    return sorted(finding.code for finding in check(edition))


@pytest.fixture
def published(edition_of: Make) -> Make:
    """A function (bodies) → the edition with them, after another body was published."""
    keeping.publish(edition_of(a=BODY, b='<p xml:id="b-p01">x</p>'), first=True, on="2026-11-25")
    return lambda a, b='<p xml:id="b-p01">x</p>': edition_of(a=a, b=b)


def test_the_registry_says_where_what_has_no_words_stands(published: Make) -> None:
    units = Registry.load(Path("citations.json")).units
    places = {
        each.xml_id: (each.within, each.after, each.before)
        for each in units.values()
        if each.within
    }
    assert places == {
        "a-pb1": ("a-div1", "", "a-p01"),
        "a-pb2": ("a-div1", "a-p01", "a-p02"),
        "a-gap1": ("a-p01", "", "a-date1"),
        "a-gap2": ("a-p01", "a-date1", ""),
        "a-gap3": ("a-p02", "a-anchor1", ""),
        "a-anchor1": ("a-p02", "", "a-gap3"),
        "a-figure1": ("a-div1", "a-p02", "a-figure2"),
        "a-figure2": ("a-div1", "a-figure1", ""),
    }
    assert codes(published(BODY)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a-gap1", "a-gap2"),
        ("a-gap1", "a-gap3"),
        ("a-pb1", "a-pb2"),
        ("a-figure1", "a-figure2"),
    ],
)
def test_units_without_words_are_not_renumbered_unnoticed(
    published: Make, one: str, other: str
) -> None:
    edition = published(swapped(BODY, one, other))
    assert set(codes(edition)) == {"citation-reassigned"}
    assert keeping.publish(edition, "1.1").errors
    before = Path("citations.json").read_bytes()
    for each, its in ((one, other), (other, one)):
        with pytest.raises(TeiEditionError, match=f"stands under “{its}” now: that is no correct"):
            keeping.record_change(edition, [each], "x")
    assert Path("citations.json").read_bytes() == before


@pytest.mark.parametrize(
    "body",
    [
        BODY.replace("The ", 'The <seg xml:id="a-seg1">old</seg> <gap xml:id="a-gap9"/> '),
        BODY.replace("The <gap", '<hi xml:id="a-hi1">The <gap').replace(" of", "</hi> of"),
        BODY.replace('<p xml:id="a-p02">', '<p xml:id="a-p03">New.</p><p xml:id="a-p02">'),
        BODY.replace("came", "arrived"),
    ],
    ids=["new ones before", "a new one around", "a new paragraph", "another word"],
)
def test_units_without_words_stay_what_they_are_in_a_text_that_changes(
    published: Make, body: str
) -> None:
    edition = published(body)
    assert "citation-reassigned" not in codes(edition)
    if codes(edition):
        keeping.record_change(edition, ["a-p01"], "x")
    assert codes(edition) == []
    assert keeping.publish(edition, "1.1").errors == ()


def test_a_unit_that_is_put_to_another_place_is_recorded(published: Make) -> None:
    moved = '<anchor xml:id="a-anchor1"/>'
    edition = published(BODY.replace(moved, "").replace("The ", f"The {moved}"))
    assert codes(edition) == ["citation-reassigned"]
    keeping.record_change(edition, ["a-anchor1"], "It belongs here.")
    assert codes(edition) == []
    assert Registry.load(Path("citations.json")).units["a-anchor1"].within == "a-p01"


def test_the_rest_of_a_divided_paragraph_takes_its_gaps_along(published: Make) -> None:
    rest = 'of <date xml:id="a-date1">May</date> and <gap xml:id="a-gap2"/> came, <gap/>.</p>'
    edition = published(BODY.replace(rest, f'</p><p xml:id="a-p03">{rest}'))
    keeping.record_change(edition, ["a-p01"], "divided", ["a-p03"])
    assert codes(edition) == []


def test_a_registry_of_the_first_format_learns_the_places_from_the_next_version(
    published: Make,
) -> None:
    path = Path("citations.json")
    text = path.read_text(encoding="utf-8").replace('"format": 2', '"format": 1')
    path.write_text(re.sub(r', "(?:within|after|before)": "[^"]*"', "", text), encoding="utf-8")
    edition = published(BODY)
    assert codes(edition) == []
    assert keeping.publish(edition, "1.1").errors == ()
    assert '"format": 2' in path.read_text(encoding="utf-8")
    assert codes(published(swapped(BODY, "a-gap1", "a-gap3"))) == ["citation-reassigned"] * 2


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


def test_what_two_branches_put_beside_a_gap_is_merged(edition_of: Make) -> None:
    body = '<p xml:id="a-p01">One {}<gap xml:id="a-gap1"/>{} two.</p>'
    keeping.publish(edition_of(a=body.format("", "")), first=True, on="2026-11-25")
    path = Path("citations.json")
    first = path.read_text(encoding="utf-8")
    before, after = '<anchor xml:id="a-x1"/>', '<anchor xml:id="a-x2"/>'
    lines: set[str] = set()
    for each in (body.format(before, ""), body.format("", after)):
        path.write_text(first, encoding="utf-8")
        keeping.publish(edition_of(a=each), "1.1", on="2027-01-01")
        lines |= set(path.read_text(encoding="utf-8").split("\n"))
    units = sorted(line for line in lines if '"document"' in line and "gap1" not in line)
    changed = sorted(line for line in lines - set(first.split("\n")) if '"a-gap1": ' in line)
    assert len(changed) == 2
    head = first.split('"units": {\n')[0].replace("1.0", "1.1").replace("2026-11-25", "2027-01-01")
    merged = [f'{head}"units": {{', *units, *changed, '    "$end": null', "  }", "}\n"]
    path.write_text("\n".join(merged), encoding="utf-8")
    assert codes(edition_of(a=body.format(before, after))) == []


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


ALIKE = (
    '<p xml:id="a-p01">No.</p><p xml:id="a-p02">Why?</p><p xml:id="a-p03">No.</p>'
    '<p xml:id="a-p04">So.</p><p xml:id="a-p05">No.</p><p xml:id="a-p06">End.</p>'
)
"""Passages that have the same words."""


@pytest.fixture
def alike(edition_of: Make) -> Make:
    """A function (bodies) → the edition, after one was published that repeats itself."""
    keeping.publish(edition_of(a=ALIKE), first=True, on="2026-11-25")
    return edition_of


@pytest.mark.parametrize(
    ("body", "reassigned"),
    [
        (swapped(ALIKE, "a-p01", "a-p05"), ["a-p01", "a-p05"]),
        (swapped(ALIKE, "a-p01", "a-p03"), ["a-p01", "a-p03"]),
        (swapped(swapped(ALIKE, "a-p01", "a-p03"), "a-p03", "a-p05"), ["a-p01", "a-p03", "a-p05"]),
        (
            ALIKE.replace('<p xml:id="a-p03">No.</p>', "").replace("a-p05", "a-p03"),
            ["a-p03"],
        ),
    ],
    ids=["swapped", "neighbours swapped", "rotated", "one deleted, the next renamed"],
)
def test_passages_with_the_same_words_are_not_renumbered_unnoticed(
    alike: Make, body: str, reassigned: list[str]
) -> None:
    edition = alike(a=body)
    found = [each.xml_id for each in check(edition) if each.code == "citation-reassigned"]
    assert found == reassigned
    assert keeping.publish(edition, "1.1").errors
    if len(reassigned) > 1:
        with pytest.raises(TeiEditionError, match="that is no correction"):
            keeping.record_change(edition, reassigned[:1], "x")


@pytest.mark.parametrize(
    "body",
    [
        ALIKE.replace('<p xml:id="a-p02">Why?</p>', "") + '<p xml:id="a-p02">Why?</p>',
        '<p xml:id="a-p04">So.</p>' + ALIKE.replace('<p xml:id="a-p04">So.</p>', ""),
        '<p xml:id="a-p07">No.</p>' + ALIKE,
        f'<div xml:id="a-div1">{ALIKE}</div>',
    ],
    ids=["a neighbour at the end", "a neighbour at the beginning", "another one", "in a division"],
)
def test_passages_with_the_same_words_stay_what_they_are_when_others_move(
    alike: Make, body: str
) -> None:
    edition = alike(a=body)
    assert codes(edition) == []
    assert keeping.publish(edition, "1.1").errors == ()
    assert codes(edition) == []


@pytest.mark.parametrize(
    "units",
    [
        ('<figure xml:id="a-figure1"/>', '<figure xml:id="a-figure2"/>'),
        ('<stamp xml:id="a-stamp1">No.</stamp>', '<stamp xml:id="a-stamp2">No.</stamp>'),
    ],
)
def test_two_that_did_change_places_are_recorded_one_after_the_other(
    edition_of: Make, units: tuple[str, str]
) -> None:
    one, other = units
    first, last = '<p xml:id="a-p01">One.</p>', '<p xml:id="a-p02">Two.</p>'
    kind = one[1 : one.index(" ")]
    keeping.publish(edition_of(a=first + one + last + other), first=True)
    edition = edition_of(a=first + other + last + one)
    assert codes(edition) == ["citation-reassigned"] * 2
    with pytest.raises(TeiEditionError, match="that is no correction"):
        keeping.record_change(edition, [f"a-{kind}1"], "put behind ¶ 2")
    edition = edition_of(a=first + one + last)
    keeping.retire(edition, [f"a-{kind}2"], reason="It belongs to another place.")
    put(first + other + one + last)
    keeping.restore(edition, [f"a-{kind}2"], "put before the other")
    record_all(edition)
    put(first + other + last + one)
    record_all(edition)
    assert keeping.publish(edition, "1.1").errors == ()


def put(body: str) -> None:
    """Change the body of a document and leave its header."""
    path = Path("a.xml")
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"<body>.*</body>", f"<body>{body}</body>", text, flags=re.DOTALL))


def record_all(edition: Edition) -> None:
    """Record as changed what the check finds."""
    for each in check(edition):
        keeping.record_change(edition, [each.xml_id], "put to its place")
    assert codes(edition) == []
