# SPDX-License-Identifier: MIT
"""The views of a page: switching, keeping the place, links that say the view."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.reader import (
    CABLE,
    NARROW,
    RECEIVE,
    RECEIVED,
    WIDE,
    bring_to_the_top,
    choose,
    top_of,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page


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
