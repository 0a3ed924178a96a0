# SPDX-License-Identifier: MIT
"""What a reader does to cite a passage: with mouse, keyboard or touch, without a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tei_edition.citations import cite
from tei_edition.citations.registry import Event, Registry, Unit, Version, What
from tei_edition.citations.registry_format import written
from tei_edition.edition import Edition
from tei_edition.rendering.publish import Request, render

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

PASSAGE = "cable-600308-p02"
WIDE, NARROW = 1440, 400
CONTROL = f"#{PASSAGE} > a.cite"


@pytest.fixture
def note(repository: Path) -> str:
    """The note on the passage, as the command prints it."""
    return cite(Edition.load(repository / "corpus" / "edition.toml"), PASSAGE).text()


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_citation_of_a_passage_is_shown_and_copied(
    open_page: Callable[..., Page], site: Path, note: str, width: int
) -> None:
    page = open_page((site / "cable-600308.html").as_uri(), width)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(CONTROL).click()
    assert page.locator(".cite-words").inner_text() == note
    page.locator("[data-copy=cite-words]").click()
    page.locator(".cite-status", has_text="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == note
    page.locator("[data-copy=cite-link]").click()
    page.wait_for_function(
        "navigator.clipboard.readText().then(words => words.startsWith('https://'))"
    )
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"cable-600308#{PASSAGE}")


def test_the_keyboard_opens_the_dialogue_and_comes_back_to_the_passage(
    open_page: Callable[..., Page], site: Path
) -> None:
    page = open_page((site / "cable-600308.html").as_uri())
    page.locator(CONTROL).focus()
    page.keyboard.press("Enter")
    assert page.locator("dialog").is_visible()
    assert page.locator("dialog").get_attribute("aria-label") == "Cite ¶ 2"
    page.keyboard.press("Escape")
    assert not page.locator("dialog").is_visible()
    script = "document.activeElement.matches('a.cite')"
    assert page.evaluate(script)


def test_without_a_script_the_control_is_a_link_to_the_passage(
    chromium_page_without_scripts: Page, site: Path
) -> None:
    page = chromium_page_without_scripts
    page.goto((site / "cable-600308.html").as_uri())
    assert not page.locator("dialog").is_visible()
    page.locator(CONTROL).click()
    assert page.url.endswith(f"#{PASSAGE}")


@pytest.fixture
def chromium_page_without_scripts(chromium):  # type: ignore[no-untyped-def]
    context = chromium.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_controls_cover_no_words_and_do_not_widen_the_page(
    open_page: Callable[..., Page], site: Path, width: int
) -> None:
    page = open_page((site / "letter-19500929.html").as_uri(), width)
    script = """() => [...document.querySelectorAll('.tei-p > a.cite')].every(control => {
      const place = control.getBoundingClientRect();
      const words = control.parentElement.getBoundingClientRect();
      return place.right <= words.left + 1 && place.left >= 0 && place.width >= 20;
    })"""
    assert page.evaluate(script)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_old_address_of_a_passage_leads_to_where_it_is_now(
    open_page: Callable[..., Page], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest = "1:" + "0" * 64
    moved = (Event(What.MOVED, "2027-03-01", "", ("new-p01",), version="2.0"),)
    renamed = (Event(What.MOVED, "2027-03-01", "", ("new",), version="2.0"),)
    gone = (Event(What.RETIRED, "2027-03-01", "a forgery", ("new-p01",), version="2.0"),)
    units = (
        Unit("new", "new", "TEI", "New", digest, "2.0"),
        Unit("new-p01", "new", "p", "¶ 1", digest, "2.0"),
        Unit("old", "old", "TEI", "Old", digest, "1.0", renamed),
        Unit("old-p01", "old", "p", "¶ 1", digest, "1.0", moved),
        Unit("old-p02", "old", "p", "¶ 2", digest, "1.0", gone),
    )
    registry = Registry({unit.xml_id: unit for unit in units}, (Version("2.0", "2027-04-01"),))
    (tmp_path / "citations.json").write_text(written(registry), encoding="utf-8")
    (tmp_path / "new.xml").write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="new"><teiHeader/><text><body>'
        '<p xml:id="new-p01">Words.</p></body></text></TEI>'
    )
    (tmp_path / "edition.toml").write_text(
        'documents = ["new.xml"]\n[edition]\ntitle = "T"\neditors = ["E"]\n'
        'base_url = "https://example.org/"\n[identifiers]\nregistry = "citations.json"\n'
    )
    monkeypatch.chdir(tmp_path)
    render(None, tmp_path / "site", Request(outputs=("html",)))
    old = (tmp_path / "site" / "old.html").as_uri()
    page = open_page(f"{old}#old-p01")
    page.wait_for_url("**/new.html#new-p01")
    page.goto("about:blank")
    page.goto(f"{old}#old-p02")
    assert page.url == f"{old}#old-p02"
    assert "a forgery" in page.locator("#old-p02").inner_text()
    page.goto((tmp_path / "site" / "new-p01.html").as_uri())
    page.wait_for_url("**/new.html#new-p01")
