# SPDX-License-Identifier: MIT
"""What a reader meets on a page: the head, the way to the text, a page without script, paper."""

from __future__ import annotations

import io
import re
import shutil
from typing import TYPE_CHECKING

import pytest

from tei_edition.rendering import EditionData, write_site
from tests.browser.reader import (
    CABLE,
    NARROW,
    RECEIVE,
    RECEIVED,
    TEI,
    WIDE,
    choose,
    is_below_the_text,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page


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


def test_printed_capitals_stand_close_enough_to_be_found_in_a_pdf(
    open_page: Callable[..., Page], site: Path
) -> None:
    page = open_page((site / f"{CABLE}.html").as_uri())
    page.emulate_media(media="print")
    for name in page.locator(".rend-caps").all()[:3]:
        spaces, size = name.evaluate(
            "e => [getComputedStyle(e).letterSpacing, getComputedStyle(e).fontSize].map(parseFloat)"
        )
        assert 0 < spaces <= 0.031 * size  # from .06 of it on, poppler takes letters for words


def test_the_view_that_is_chosen_is_printed(open_page: Callable[..., Page], site: Path) -> None:
    page = open_page((site / f"{CABLE}.html").as_uri() + "?view=diplomatic")
    page.emulate_media(media="print")
    assert RECEIVE in words(page)
    assert not page.locator(".toolbar").is_visible()
    told = page.locator(".key dl > div")
    assert [view.is_visible() for view in told.all()] == [False, True]
    assert told.last.inner_text().startswith("Diplomatic")
    assert is_below_the_text(page, ".notes li >> nth=0")
