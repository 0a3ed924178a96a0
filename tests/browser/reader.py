# SPDX-License-Identifier: MIT
"""What the tests of pages in a browser have in common: sizes, places, ways to look at them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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


def is_below_the_text(page: Page, selector: str) -> bool:
    text, notes = page.locator(".document").bounding_box(), page.locator(selector).bounding_box()
    assert text is not None
    assert notes is not None
    return notes["y"] >= text["y"] + text["height"]
