# SPDX-License-Identifier: MIT
"""What a reader does with a page: switch views, open readings, follow notes and links, print."""

from __future__ import annotations

import io
import re
import shutil
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from tei_edition.rendering import EditionData, write_site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

CABLE = "cable-600308"
WIDE, NARROW = 1440, 400
TEI = "http://www.tei-c.org/ns/1.0"
RECEIVED = "a letter I have received"
RECEIVE = "a letter I have receive from"


def words(page: Page) -> str:
    """The words that are to be seen, without the marks of notes and readings."""
    text = page.locator("body").inner_text()
    return " ".join(re.sub(r"\s*\[\s*(Note|Reading)\s+\w+\s*\]", "", text).split())


def choose(page: Page, view: str) -> None:
    page.locator(f"input[value={view}]").check()


def top_of(page: Page, identifier: str) -> float:
    script = "id => document.getElementById(id).getBoundingClientRect().top"
    return float(page.evaluate(script, identifier))


def bring_to_the_top(page: Page, identifier: str) -> None:
    script = "id => document.getElementById(id).scrollIntoView({behavior: 'instant'})"
    page.evaluate(script, identifier)


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


# The head, and the way through the text --------------------------------------------------------


def test_the_text_begins_on_the_first_screen(open_page: Callable[..., Page], site: Path) -> None:
    page = open_page((site / f"{CABLE}.html").as_uri(), WIDE, 900)
    text = page.locator(".document").bounding_box()
    assert text is not None
    assert text["y"] < 800
    assert page.locator("dl.correspondence").is_visible()


def test_notes_make_way_for_what_the_text_rests_on(
    open_page: Callable[..., Page], site: Path
) -> None:
    page = open_page((site / f"{CABLE}.html").as_uri(), WIDE)
    note = page.locator(".notes li").first
    before = note.bounding_box()
    for summary in page.locator(".facts summary").all():
        summary.click()
    page.wait_for_function(
        "top => document.querySelector('.notes li').getBoundingClientRect().top > top",
        arg=before["y"] + 300 if before else 0,
    )
    head, after = page.locator(".summary").bounding_box(), note.bounding_box()
    assert head is not None
    assert after is not None
    assert after["y"] > head["y"] + head["height"]


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("script", [True, False])
def test_the_contents_of_a_long_document_are_always_in_reach(
    open_page: Callable[..., Page], tmp_path: Path, width: int, script: bool
) -> None:
    acts = "".join(
        f"<div type='act' n='{n}'>{'<p>All that was said in it.</p>' * 40}</div>" for n in "123"
    )
    play = f"<TEI xmlns='{TEI}'><teiHeader/><text><body>{acts}</body></text></TEI>"
    (tmp_path / "play.xml").write_text(play, encoding="utf-8")
    write_site([tmp_path / "play.xml"], tmp_path / "site", outputs=("html",))
    address = (tmp_path / "site" / "play.html").as_uri()
    page = open_page(address, width, java_script_enabled=script)
    contents = page.locator(".outline nav")
    assert not contents.is_visible()
    page.locator(".outline summary").click()
    page.get_by_role("link", name="Act 2").click()
    act = page.locator('[id="division:2"]').bounding_box()
    assert act is not None
    assert 0 <= act["y"] < 300
    if script:
        assert not contents.is_visible()
        page.locator(".outline summary").click()
        assert contents.is_visible()
        page.keyboard.press("Escape")
        assert not contents.is_visible()


@pytest.mark.parametrize("language", ["en", "de", "fr", "ru", "ko"])
def test_a_telephone_shows_the_contents_and_the_ways_down_the_page(
    open_page: Callable[..., Page], tmp_path: Path, language: str
) -> None:
    acts = "".join(
        f"<div type='act' n='{n}'><p>a<del>c</del><note>b</note></p></div>" for n in "123"
    )
    play = f"<TEI xmlns='{TEI}'><teiHeader/><text><body>{acts}</body></text></TEI>"
    (tmp_path / "play.xml").write_text(play, encoding="utf-8")
    edition = EditionData(title="Plays", language=language)
    write_site([tmp_path / "play.xml"], tmp_path / "site", outputs=("html",), edition=edition)
    page = open_page((tmp_path / "site" / "play.html").as_uri(), 320)
    for part in (".views", ".outline summary", ".contents li:first-child a"):
        box = page.locator(part).bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320, part


def test_the_rows_of_the_head_are_of_one_type(open_page: Callable[..., Page], site: Path) -> None:
    page = open_page((site / f"{CABLE}.html").as_uri(), WIDE)
    script = """rows => new Set(rows.map(row => getComputedStyle(row).font)).size"""
    assert page.locator("dl.correspondence dd").evaluate_all(script) == 1


def test_handwriting_is_cited_from_the_margin_beside_its_report(
    open_page: Callable[..., Page], site: Path
) -> None:
    page = open_page((site / f"{CABLE}.html").as_uri(), WIDE)
    block = page.locator("[data-type=annotation]").first
    control = block.locator("> .cite").bounding_box()
    box = block.bounding_box()
    assert control is not None
    assert box is not None
    assert control["x"] + control["width"] <= box["x"]


def test_the_words_of_a_stamp_begin_at_its_edge(
    open_page: Callable[..., Page], tmp_path: Path
) -> None:
    letter = (
        f"<TEI xmlns='{TEI}'><teiHeader/><text><body><p>a</p><p>b <stamp>c</stamp></p></body>"
        "</text></TEI>"
    )
    (tmp_path / "letter.xml").write_text(letter, encoding="utf-8")
    write_site([tmp_path / "letter.xml"], tmp_path / "site", outputs=("html",))
    page = open_page((tmp_path / "site" / "letter.html").as_uri(), WIDE)
    assert page.locator(".tei-stamp").evaluate("s => getComputedStyle(s).textIndent") == "0px"


def test_what_does_not_fit_fades_at_the_end_of_the_direction(
    open_page: Callable[..., Page], site: Path
) -> None:
    page = open_page((site / f"{CABLE}.html").as_uri(), 320)
    script = "bar => getComputedStyle(bar).maskImage"
    assert "to right" in page.locator(".contents").evaluate(script)
    page.evaluate("document.documentElement.dir = 'rtl'")
    assert "to left" in page.locator(".contents").evaluate(script)


# Views ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_views_switch_without_reload_and_stay_in_the_address(
    open_page: Callable[..., Page], site: Path, width: int
) -> None:
    page = open_page((site / f"{CABLE}.html").as_uri(), width)
    page.evaluate("window.same = true")
    assert RECEIVED in words(page)
    choose(page, "diplomatic")
    assert RECEIVE in words(page)
    assert RECEIVED not in words(page)
    assert page.url.endswith("?view=diplomatic")
    assert page.evaluate("window.same")
    page.reload()
    assert RECEIVE in words(page)
    choose(page, "reading")
    assert RECEIVED in words(page)
    assert page.url.endswith(".html")


def test_the_keyboard_switches_the_views(open_page: Callable[..., Page], site: Path) -> None:
    page = open_page((site / f"{CABLE}.html").as_uri())
    page.locator("input[value=reading]").focus()
    page.keyboard.press("ArrowRight")
    assert RECEIVE in words(page)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_change_of_view_keeps_the_passage_at_the_top_of_the_window(
    open_page: Callable[..., Page], site: Path, width: int
) -> None:
    page = open_page((site / f"{CABLE}.html").as_uri(), width)
    for number in (3, 4, 9, 16):
        passage = f"letter-19500929-p{number:02}"
        bring_to_the_top(page, passage)
        before = top_of(page, passage)
        for view in ("diplomatic", "reading"):
            choose(page, view)
            assert abs(top_of(page, passage) - before) < 3, (number, view)


def test_the_place_is_kept_where_a_long_deletion_before_it_comes_and_goes(
    open_page: Callable[..., Page], draft: str
) -> None:
    page = open_page(draft, 320, 300)
    bring_to_the_top(page, "draft-p2")
    before = top_of(page, "draft-p2")
    height = "document.getElementById('draft-p1').offsetHeight"
    short = page.evaluate(height)
    choose(page, "diplomatic")
    assert page.evaluate(height) > short + 40
    assert abs(top_of(page, "draft-p2") - before) < 3
    choose(page, "reading")
    assert abs(top_of(page, "draft-p2") - before) < 3


def test_a_reader_who_is_above_the_text_stays_there(
    open_page: Callable[..., Page], draft: str
) -> None:
    page = open_page(draft, 320, 300)
    choose(page, "diplomatic")
    scroll = page.evaluate("scrollY")
    choose(page, "reading")
    assert page.evaluate("scrollY") == scroll


def test_a_link_says_the_view_and_the_passage(open_page: Callable[..., Page], site: Path) -> None:
    address = (site / f"{CABLE}.html").as_uri()
    page = open_page(f"{address}?view=diplomatic#letter-19500929-p12", NARROW)
    assert RECEIVE in words(page)
    bar = page.locator(".toolbar").bounding_box()
    assert bar is not None
    assert bar["y"] + bar["height"] <= top_of(page, "letter-19500929-p12") < 300


def test_a_link_to_what_only_the_other_view_has_changes_the_view(
    open_page: Callable[..., Page], draft: str
) -> None:
    page = open_page(f"{draft}#draft-del1")
    assert page.locator("input[value=diplomatic]").is_checked()
    assert page.locator("#draft-del1").is_visible()


def test_a_view_that_there_is_not_is_the_first(open_page: Callable[..., Page], site: Path) -> None:
    page = open_page((site / f"{CABLE}.html").as_uri() + "?view=%3Cscript%3E")
    assert RECEIVED in words(page)


@pytest.mark.parametrize("fragment", ["#%", "#nothing-of-that-name", "#%F0%9F%8D%8B", "#"])
def test_an_address_that_leads_nowhere_leaves_the_page_whole(
    open_page: Callable[..., Page], draft: str, fragment: str
) -> None:
    page = open_page("about:blank")
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{draft}?view=diplomatic{fragment}")
    assert page.locator("#draft-del1").is_visible()
    page.locator("#draft-sic + .mark a").click()
    assert page.get_by_role("dialog").count() == 1
    assert errors == []


def test_the_way_back_brings_back_the_view_of_the_address(
    open_page: Callable[..., Page], site: Path
) -> None:
    page = open_page((site / f"{CABLE}.html").as_uri())
    choose(page, "diplomatic")
    page.locator(".contents a").first.click()
    choose(page, "reading")
    page.go_back()
    assert page.url.endswith("?view=diplomatic")
    assert page.locator("input[value=diplomatic]").is_checked()
    assert RECEIVE in words(page)
    page.go_forward()
    assert RECEIVED in words(page)


def test_the_link_to_the_text_leads_past_the_head(
    open_page: Callable[..., Page], site: Path
) -> None:
    page = open_page((site / f"{CABLE}.html").as_uri())
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert 0 <= page.locator(".document").evaluate("t => t.getBoundingClientRect().top") < 100
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('.document').contains(document.activeElement)")


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


def is_below_the_text(page: Page, selector: str) -> bool:
    text, notes = page.locator(".document").bounding_box(), page.locator(selector).bounding_box()
    assert text is not None
    assert notes is not None
    return notes["y"] >= text["y"] + text["height"]


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


# With less than a browser of today --------------------------------------------------------------


def test_everything_is_there_without_a_script(open_page: Callable[..., Page], site: Path) -> None:
    page = open_page((site / f"{CABLE}.html").as_uri(), WIDE, java_script_enabled=False)
    assert RECEIVED in words(page)
    assert "two minutes before it was received" in words(page)
    assert "the document has “receive”" in words(page)
    assert is_below_the_text(page, ".notes")
    choose(page, "diplomatic")
    assert RECEIVE in words(page)
    assert RECEIVED not in words(page)
    page.locator("[id='back:cable-600308-n03']").click()
    assert page.url.endswith("#cable-600308-n03")
    page.locator("#cable-600308-n03 .back").click()
    assert page.url.endswith("#back:cable-600308-n03")
    page.locator("#cable-600308-sic1 + .mark a").click()
    assert "#reading:" in page.url


@pytest.fixture(scope="module")
def old_site(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site for a browser that does not know :has()."""
    folder = tmp_path_factory.mktemp("old") / "site"
    shutil.copytree(site, folder)
    style = folder / "edition.css"
    assert ":has(" in style.read_text(encoding="utf-8")
    style.write_text(style.read_text(encoding="utf-8").replace(":has(", ":unheard-of("), "utf-8")
    return folder


def test_a_browser_without_has_switches_by_script_or_offers_no_switch(
    open_page: Callable[..., Page], old_site: Path
) -> None:
    address = (old_site / f"{CABLE}.html").as_uri()
    page = open_page(address)
    choose(page, "diplomatic")
    assert RECEIVE in words(page)
    page = open_page(address, java_script_enabled=False)
    assert not page.locator(".views").is_visible()
    assert RECEIVED in words(page)


def test_a_page_without_its_style_shows_one_reading(
    open_page: Callable[..., Page], site: Path, tmp_path: Path
) -> None:
    shutil.copy(site / f"{CABLE}.html", tmp_path)
    page = open_page((tmp_path / f"{CABLE}.html").as_uri())
    assert RECEIVED in words(page)
    assert RECEIVE not in words(page)
    assert "[illegible: several words]" in words(page)


# Paper ------------------------------------------------------------------------------------------


def test_a_print_has_the_text_the_notes_and_what_a_citation_needs(
    open_page: Callable[..., Page], site: Path
) -> None:
    from pypdf import PdfReader

    page = open_page((site / "letter-19500929.html").as_uri())
    printed = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    assert len(printed.pages) >= 3
    text = "".join(sheet.extract_text() for sheet in printed.pages)
    squashed = re.sub(r"\s+", "", text)
    for expected in (
        "We request your instructions about our proposals above",
        "The landing at Incheon began on 15 September 1950.",
        "https://example.org/tei-edition/letter-19500929",
        "#letter-19500929-p17",
        "Words without a mark are the document’s.",
    ):
        assert re.sub(r"\s+", "", expected) in squashed, expected
    assert "Skip to the text" not in text


def test_the_view_that_is_chosen_is_printed(open_page: Callable[..., Page], site: Path) -> None:
    page = open_page((site / f"{CABLE}.html").as_uri() + "?view=diplomatic")
    page.emulate_media(media="print")
    assert RECEIVE in words(page)
    assert not page.locator(".toolbar").is_visible()
    assert is_below_the_text(page, ".notes li >> nth=0")
