# SPDX-License-Identifier: MIT
"""Readings that open where they stand, and notes beside the text."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from tei_edition.rendering import EditionData, write_site
from tests.browser.reader import CABLE, NARROW, TEI, WIDE, choose, focused, is_below_the_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page


SAID = ("ListMarker", "StaticText")
"""Roles of what a screen reader reads out."""

# Readings that open where they stand ------------------------------------------------------------


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize(
    ("pair", "shown", "other"),
    [
        ("draft-sic", "received", "receive"),
        ("draft-abbr", "telegram", "tel."),
        ("draft-orig", "harbour", "harbor"),
    ],
)
@pytest.mark.parametrize("how", ["Enter", "Space", "click", "click on the words"])
def test_a_pair_opens_where_it_stands_and_closes_with_escape(
    open_page: Callable[..., Page],
    draft: str,
    width: int,
    pair: str,
    shown: str,
    other: str,
    how: str,
) -> None:
    page = open_page(draft, width)
    button = page.locator(f"#{pair} + .mark [role=button]")
    if how == "click":
        button.click()
    elif how == "click on the words":
        page.locator(f"#{pair}").click()
    else:
        button.focus()
        page.keyboard.press(how)
    card = page.get_by_role("dialog")
    said = " ".join(card.inner_text().split())
    assert f"{shown}:" in said
    assert f"“{other}”" in said
    assert button.get_attribute("aria-expanded") == "true"
    place, at = card.bounding_box(), button.bounding_box()
    assert place is not None
    assert at is not None
    assert 0 <= place["y"] - at["y"] < 60 or 0 <= at["y"] - place["y"] - place["height"] < 60
    assert place["x"] >= 0
    assert place["x"] + place["width"] <= width
    page.keyboard.press("Escape")
    assert card.count() == 0
    assert button.get_attribute("aria-expanded") == "false"
    assert page.evaluate("button => button === document.activeElement", button.element_handle())


def test_a_finger_opens_a_pair_and_closes_it(open_page: Callable[..., Page], draft: str) -> None:
    page = open_page(draft, NARROW, has_touch=True)
    card = page.get_by_role("dialog")
    page.locator("#draft-sic").tap()
    assert "receive" in card.inner_text()
    page.locator("#draft-sic").tap()
    assert card.count() == 0
    page.locator("#draft-sic + .mark a").tap()
    card.get_by_role("button", name="Close").tap()
    assert card.count() == 0


def test_a_finger_need_not_meet_a_letter_exactly(
    open_page: Callable[..., Page], draft: str
) -> None:
    page = open_page(draft, NARROW, has_touch=True, is_mobile=True)
    mark = page.locator("#draft-sic + .mark a")
    mark.scroll_into_view_if_needed()
    script = """mark => {
      const { x, y, width } = mark.getBoundingClientRect();
      return mark.contains(document.elementFromPoint(x + width / 2, y - 4));
    }"""
    assert mark.evaluate(script)


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("script", [True, False])
def test_a_note_in_a_reading_that_is_not_shown_is_reached_and_leads_back(
    open_page: Callable[..., Page], tmp_path: Path, width: int, script: bool
) -> None:
    filler = "<p>All that was said of it.</p>" * 40
    text = (
        f"<TEI xmlns='{TEI}'><teiHeader/><text><body>{filler}<p>He <app><lem>went</lem>"
        f"<rdg>walked<note xml:id='n1'>As in B.</note></rdg></app>.</p>{filler}</body></text></TEI>"
    )
    (tmp_path / "a.xml").write_text(text, encoding="utf-8")
    write_site([tmp_path / "a.xml"], tmp_path / "site", outputs=("html",))
    address = (tmp_path / "site" / "a.html").as_uri()
    page = open_page(address, width, java_script_enabled=script)
    page.locator('.document .mark a[href="#reading:a"]').click()
    number = page.locator(".card .mark a" if script else ".readings .mark a")
    assert number.is_visible()
    number.click()
    note = page.locator("#n1")
    page.wait_for_function("location.hash === '#n1'") if script else None
    assert note.bounding_box() is not None
    note.locator(".back").click()
    entry = page.locator('[id="reading:a"]').bounding_box()
    assert entry is not None
    assert 0 <= entry["y"] < 900
    assert page.locator(".readings .reading").inner_text().startswith("walked")


def test_a_click_elsewhere_closes_and_two_are_never_open(
    open_page: Callable[..., Page], draft: str
) -> None:
    page = open_page(draft)
    buttons = page.locator(".document .mark [role=button]")
    assert buttons.count() >= 3
    for n in range(buttons.count()):
        if buttons.nth(n).is_visible():
            buttons.nth(n).focus()
            page.keyboard.press("Enter")
            assert page.get_by_role("dialog").count() == 1
    page.locator("h1").click()
    assert page.get_by_role("dialog").count() == 0


# Notes ------------------------------------------------------------------------------------------

NOTES = """() => [...document.querySelectorAll('.notes li')].map(note => {
  const number = document.getElementById('back:' + note.id).getBoundingClientRect();
  const {top, bottom, left, right} = note.getBoundingClientRect();
  return {id: note.id, top, bottom, left, right, number: number.top};
})"""


@pytest.mark.parametrize("name", [CABLE, "letter-19500929"])
@pytest.mark.parametrize("width", [1100, WIDE, 2560])
def test_notes_stand_beside_their_place_and_do_not_overlap(
    open_page: Callable[..., Page], site: Path, name: str, width: int
) -> None:
    page = open_page((site / f"{name}.html").as_uri(), width)
    for view in ("reading", "diplomatic"):
        choose(page, view)
        text = page.locator(".document").bounding_box()
        assert text is not None
        notes = page.evaluate(NOTES)
        assert len(notes) >= 4
        assert all(note["bottom"] < after["top"] for note, after in pairwise(notes))
        free = page.evaluate("document.querySelector('.document').getBoundingClientRect().top")
        for note in notes:
            assert note["left"] > text["x"] + text["width"]
            assert note["right"] <= width
            # At its number, or right below the note before it.
            assert abs(note["top"] - note["number"]) < 30 or note["top"] - free < 30, note["id"]
            free = note["bottom"]


def test_notes_of_a_text_from_right_to_left_stand_in_the_margin_too(
    open_page: Callable[..., Page], tmp_path: Path
) -> None:
    document = tmp_path / "rtl.xml"
    document.write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="rtl" xml:lang="ar"><text><body>'
        "<p>السلام<note>ملاحظة</note> عليكم</p></body></text></TEI>",
        encoding="utf-8",
    )
    write_site([document], tmp_path / "out", EditionData(), outputs=("html",))
    page = open_page((tmp_path / "out" / "rtl.html").as_uri(), WIDE)
    text, note = page.locator(".document").bounding_box(), page.locator(".notes li").bounding_box()
    assert text is not None
    assert note is not None
    assert note["x"] > text["x"] + text["width"]
    assert page.locator(".document p").evaluate("p => getComputedStyle(p).direction") == "rtl"


def test_a_note_that_is_asked_for_comes_to_its_number_and_leads_back(
    open_page: Callable[..., Page], site: Path
) -> None:
    page = open_page((site / f"{CABLE}.html").as_uri(), WIDE)
    number = page.locator("[id='back:cable-600308-n05']")
    number.scroll_into_view_if_needed()
    scroll = page.evaluate("scrollY")
    number.click()
    assert focused(page) == "cable-600308-n05"
    assert page.evaluate("scrollY") == scroll, "the text stays where it is"
    notes = page.evaluate(NOTES)
    (note,) = [note for note in notes if note["id"] == "cable-600308-n05"]
    assert abs(note["top"] - note["number"]) < 30
    assert all(one["bottom"] < next_one["top"] for one, next_one in pairwise(notes))
    page.keyboard.press("Escape")
    assert focused(page) == "back:cable-600308-n05"
    number.click()
    page.locator("#cable-600308-n05 .back").click()
    assert focused(page) == "back:cable-600308-n05"


def test_a_link_to_a_note_shows_the_note_at_its_place(
    open_page: Callable[..., Page], site: Path
) -> None:
    page = open_page((site / f"{CABLE}.html").as_uri() + "#cable-600308-n06", WIDE)
    (note,) = [note for note in page.evaluate(NOTES) if note["id"] == "cable-600308-n06"]
    assert 0 <= note["top"] < 900
    assert abs(note["top"] - note["number"]) < 30


def test_what_is_found_in_a_note_that_is_cut_short_is_shown(
    open_page: Callable[..., Page], site: Path
) -> None:
    found = "cannot%20be%20decided%20without"
    page = open_page((site / f"{CABLE}.html").as_uri() + f"#:~:text={found}", WIDE)
    note = page.locator("#cable-600308-n03.active:not(.cut)")
    note.wait_for()
    box = note.bounding_box()
    assert box is not None
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 900


def test_on_a_narrow_screen_notes_stand_below_and_open_where_they_are_called(
    open_page: Callable[..., Page], site: Path
) -> None:
    page = open_page((site / f"{CABLE}.html").as_uri(), NARROW)
    assert is_below_the_text(page, ".notes")
    page.locator("[id='back:cable-600308-n03']").click()
    card = page.get_by_role("dialog")
    assert "two minutes before it was received" in card.inner_text()
    page.keyboard.press("Escape")
    assert focused(page) == "back:cable-600308-n03"


def test_notes_move_when_the_window_does(open_page: Callable[..., Page], site: Path) -> None:
    page = open_page((site / f"{CABLE}.html").as_uri(), WIDE)
    assert not is_below_the_text(page, "#cable-600308-n01")
    page.set_viewport_size({"width": NARROW, "height": 800})
    page.wait_for_function("!document.documentElement.classList.contains('beside')")
    assert is_below_the_text(page, "#cable-600308-n01")
    page.set_viewport_size({"width": WIDE, "height": 800})
    page.wait_for_function("document.documentElement.classList.contains('beside')")
    assert not is_below_the_text(page, "#cable-600308-n01")


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_screen_reader_says_the_number_of_a_note_wherever_it_stands(
    open_page: Callable[..., Page], site: Path, width: int
) -> None:
    page = open_page((site / f"{CABLE}.html").as_uri(), width)
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    parts = {part["nodeId"]: part for part in tree}

    def said(part: dict[str, Any]) -> str:
        words = part["name"]["value"] if part.get("role", {}).get("value") in SAID else ""
        return words or "".join(said(parts[child]) for child in part.get("childIds", ()))

    notes = [said(part) for part in tree if part.get("role", {}).get("value") == "doc-endnote"]
    for number, note in enumerate(notes[:12], 1):
        assert re.match(rf"{number}\.?\s*Note by the editors", note)
