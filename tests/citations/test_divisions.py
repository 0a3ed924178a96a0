"""Divisions and lists have no words of their own: what they hold tells them apart."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tei_edition.citations import keeping
from tei_edition.errors import TeiEditionError
from tests.citations.life import Life, swapped

DIVISIONS = (
    '<div xml:id="e-div1"><p xml:id="e-p01">One.</p><list xml:id="e-list1">'
    '<item xml:id="e-item1">First.</item></list></div>'
    '<div xml:id="e-div2"><p xml:id="e-p02">Two.</p><list xml:id="e-list2">'
    '<item xml:id="e-item2">Second.</item></list></div>'
)


@pytest.fixture
def divided(life: Life) -> Life:
    """The edition with a document whose divisions and lists have no words of their own."""
    life.settings("a", "b", "e")
    life.write("e", DIVISIONS)
    life.publish("1.1", "2028-01-01")
    assert life.codes() == set()
    assert life.registry.units["e-div1"].holds == ("e-p01", "e-list1")
    return life


@pytest.mark.parametrize(
    "body",
    [
        swapped(DIVISIONS, "e-div1", "e-div2"),
        swapped(DIVISIONS, "e-list1", "e-list2"),
        '<div xml:id="e-div1"><p xml:id="e-p03">New.</p></div>'
        + DIVISIONS.replace("e-div1", "e-div3"),
        '<div xml:id="e-div1"/>' + DIVISIONS.replace(' xml:id="e-div1"', ""),
        '<div xml:id="e-div1"><p xml:id="e-p03">New.</p></div>'
        + DIVISIONS.replace("e-div2", "e-div3").replace("e-div1", "e-div2"),
    ],
    ids=["divisions swapped", "lists swapped", "given to a new one", "to an empty one", "shifted"],
)
def test_divisions_and_lists_are_not_renumbered_unnoticed(divided: Life, body: str) -> None:
    divided.write("e", body)
    assert divided.codes() == {"citation-reassigned"}
    done = keeping.publish(divided.edition, "1.2", on="2029-01-01")
    assert {error.code for error in done.errors} == {"citation-reassigned"}


def test_swapped_divisions_are_no_erratum(divided: Life) -> None:
    divided.write("e", swapped(DIVISIONS, "e-div1", "e-div2"))
    with pytest.raises(TeiEditionError, match="was published as “e-div2”: that is no correction"):
        keeping.record_change(divided.edition, ["e-div1", "e-div2"], "swapped", on="2029-01-01")


@pytest.mark.parametrize(
    "body",
    [
        DIVISIONS.replace("<list", '<p xml:id="e-p03">More.</p><list', 1),
        DIVISIONS.replace(
            '<p xml:id="e-p01">', '<div xml:id="e-div3"><p xml:id="e-p01">', 1
        ).replace("</list></div>", "</list></div></div>", 1),
        re.sub(r"(<div.*?</div>)(<div.*?</div>)", r"\2\1", DIVISIONS),
    ],
    ids=["added to", "divided inside", "in another order"],
)
def test_divisions_may_be_added_to_and_rearranged(divided: Life, body: str) -> None:
    divided.write("e", body)
    assert divided.codes() == set()


def test_a_division_that_lost_a_part_of_its_content_is_recorded(divided: Life) -> None:
    first = '<p xml:id="e-p01">One.</p>'
    divided.write("e", DIVISIONS.replace(first, "") + f'<div xml:id="e-div3">{first}</div>')
    assert divided.codes() == {"citation-changed"}
    keeping.record_change(divided.edition, ["e-div1"], "divided", ["e-div3"], on="2029-01-01")
    assert divided.codes() == set()
    divided.publish("1.2", "2029-01-01")
    assert divided.registry.units["e-div3"].holds == ("e-p01",)


def test_a_division_whose_content_went_elsewhere_is_recorded(divided: Life) -> None:
    everything = re.findall(r"<div[^>]*>(.*?)</div>", DIVISIONS)
    body = '<div xml:id="e-div1"><p xml:id="e-p03">New.</p></div><div xml:id="e-div2">{}</div>'
    divided.write("e", body.format("".join(everything)))
    assert divided.codes() == {"citation-reassigned"}
    keeping.record_change(divided.edition, ["e-div1"], "its text went to 2", on="2029-01-01")
    assert divided.codes() == set()


def test_what_two_branches_add_to_one_division_is_merged(divided: Life) -> None:
    def adding(after: str, new: str) -> Callable[[], None]:
        def add() -> None:
            divided.edit("e", (after, f'{after}<p xml:id="{new}">{new}</p>'))

        return add

    divided.write("e", DIVISIONS.replace("</p>", "</p>\n\n\n\n\n"))
    divided.commit("lay out")
    divided.git("checkout", "-q", "-b", "other")
    adding("One.</p>", "e-p03")()
    divided.publish("1.2", "2029-01-01")
    divided.git("checkout", "-q", "main")
    adding("First.</item></list>", "e-p04")()
    divided.publish("1.2", "2029-01-01")
    divided.git("merge", "-q", "other")
    assert divided.codes() == set()
    held = divided.registry.units["e-div1"].holds
    assert sorted(held) == ["e-list1", "e-p01", "e-p03", "e-p04"]
