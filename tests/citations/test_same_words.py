"""Passages that have the same words are told apart by their places."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tei_edition.citations import check, keeping
from tei_edition.edition import Edition
from tei_edition.errors import TeiEditionError
from tests.citations.life import swapped
from tests.citations.recording import Make, codes

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
