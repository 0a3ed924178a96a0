"""What is known by its place is not renumbered unnoticed either."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tei_edition.citations import keeping
from tei_edition.citations.registry import Registry
from tei_edition.errors import TeiEditionError
from tests.citations.life import swapped
from tests.citations.recording import Make, codes

BODY = (
    '<div xml:id="a-div1"><pb xml:id="a-pb1"/>'
    '<p xml:id="a-p01">The <gap xml:id="a-gap1"/> of <date xml:id="a-date1">May</date> and '
    '<gap xml:id="a-gap2"/> came, <gap/>.</p><pb xml:id="a-pb2"/>'
    '<p xml:id="a-p02">Ours <anchor xml:id="a-anchor1"/>went <gap xml:id="a-gap3"/>.</p>'
    '<figure xml:id="a-figure1"><graphic url="1.png"/></figure>'
    '<figure xml:id="a-figure2"><graphic url="2.png"/></figure></div>'
)
"""Units with neither words nor units in them: gaps, an anchor, page breaks, figures."""


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
