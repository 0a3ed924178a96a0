# SPDX-License-Identifier: MIT
"""What holds for every page: correct HTML, nothing in a reader's way, every link whole."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from lxml import html

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import NoReturn

    from playwright.sync_api import Page

WIDTHS = [320, 400, 800, 1440, 2560, 3840]
NU = "vnu-jar/build/dist/vnu.jar"
AXE = "axe-core/axe.min.js"

BESIDE_THE_POINT = re.compile(
    # The checker has no notion of a policy for files. The browser, which has, is asked below.
    "Content Security Policy"
    # The language of the page is the interface's; the document's stands on its text.
    "|This document appears to be written in"
)


def pages_of(folder: Path) -> list[Path]:
    """The pages that a reader sees: not those that lead on to a passage at once."""
    return [
        path
        for path in sorted(folder.rglob("*.html"))
        if 'http-equiv="refresh"' not in path.read_text(encoding="utf-8")
    ]


# HTML -------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def nu_messages(
    tool: Callable[[str], Path], missing: Callable[[str, str], NoReturn]
) -> Callable[[Path], list[str]]:
    """What the Nu checker has against the pages of a folder: errors and warnings."""

    def messages(folder: Path) -> list[str]:
        jar, java = tool(NU), shutil.which("java")
        if java is None:
            missing("Java", "apt-get install default-jre-headless")
        pages = sorted(str(path) for path in folder.rglob("*.html"))
        assert pages
        command = [java, "-jar", str(jar), "--exit-zero-always", "--stdout", "--format", "json"]
        done = subprocess.run(
            [*command, *pages], capture_output=True, text=True, check=True, timeout=300
        )
        return [
            f"{message['url'].rpartition('/')[2]}: {message['message']} {message.get('extract')!r}"
            for message in json.loads(done.stdout)["messages"]
            if message["type"] != "info" or message.get("subType") == "warning"
            if not BESIDE_THE_POINT.search(message["message"])
        ]

    return messages


def test_the_pages_of_the_edition_are_correct_html(
    site: Path, nu_messages: Callable[[Path], list[str]]
) -> None:
    assert nu_messages(site) == []


def test_pages_of_foreign_documents_are_correct_html(
    samples: Path, nu_messages: Callable[[Path], list[str]]
) -> None:
    assert nu_messages(samples) == []


# WCAG 2.2 ---------------------------------------------------------------------------------------


def _violations(page: Page, axe: Path) -> Iterator[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe.read_text(encoding="utf-8") + "; null")
    found = page.evaluate("axe.run({resultTypes: ['violations']})")
    for violation in found["violations"]:
        for node in violation["nodes"]:
            yield f"{violation['id']}: {violation['help']}: {node['html'][:200]}"


def _states(page: Page, axe: Path) -> dict[str, list[str]]:
    """The violations in each view, light and dark."""
    views = [view for view in ("reading", "diplomatic") if page.locator(f"[value={view}]").count()]
    found = {}
    for view in views or ["the only view"]:
        if views:
            page.locator(f"input[value={view}]").check()
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            found[f"{view}, {scheme}"] = list(_violations(page, axe))
    return {state: violations for state, violations in found.items() if violations}


@pytest.mark.parametrize("width", [400, 1440])
def test_nothing_on_a_page_of_the_edition_stands_in_a_readers_way(
    open_page: Callable[..., Page], site: Path, tool: Callable[[str], Path], width: int
) -> None:
    axe = tool(AXE)
    for path in pages_of(site):
        assert _states(open_page(path.as_uri(), width), axe) == {}, path.name


@pytest.mark.parametrize("width", [400, 1440])
def test_nothing_that_opens_stands_in_a_readers_way(
    open_page: Callable[..., Page],
    site: Path,
    draft: str,
    tool: Callable[[str], Path],
    width: int,
) -> None:
    axe = tool(AXE)
    page = open_page(draft, width)
    page.locator("#draft-sic + .mark a").click()
    assert list(_violations(page, axe)) == []
    page = open_page((site / "cable-600308.html").as_uri(), width)
    page.locator(".key summary").click()
    page.locator("[id='back:cable-600308-n03']").click()
    assert list(_violations(page, axe)) == []


def test_nothing_on_a_page_of_a_foreign_document_stands_in_a_readers_way(
    open_page: Callable[..., Page], samples: Path, tool: Callable[[str], Path]
) -> None:
    axe = tool(AXE)
    by_size = sorted(pages_of(samples), key=lambda path: path.stat().st_size)
    for n, path in enumerate(by_size[::3]):
        page = open_page(path.as_uri(), (400, 1440)[n % 2])
        assert _states(page, axe) == {}, path.name


# Screens ----------------------------------------------------------------------------------------


def test_no_page_is_wider_than_the_screen(
    open_page: Callable[..., Page], site: Path, samples: Path
) -> None:
    over = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    for path in (*pages_of(site), *pages_of(samples)[::4]):
        page = open_page(path.as_uri())
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate(over) <= 0, (path.name, width)


def test_lines_are_of_a_length_for_reading_on_every_screen(
    open_page: Callable[..., Page], site: Path
) -> None:
    page = open_page((site / "letter-19500929.html").as_uri())
    paragraph = page.locator("#letter-19500929-p06")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        box = paragraph.bounding_box()
        size = paragraph.evaluate("p => parseFloat(getComputedStyle(p).fontSize)")
        assert box is not None
        assert size >= 16
        assert 16 <= box["width"] / size <= 36, "some 35 to 80 letters"


def test_a_page_asks_nobody_for_anything_but_its_own_two_files(
    open_page: Callable[..., Page], site: Path
) -> None:
    page = open_page("about:blank")
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    for path in pages_of(site):
        asked.clear()
        page.goto(path.as_uri())
        own = {path.as_uri(), *((site / f"edition.{end}").as_uri() for end in ("css", "js"))}
        assert set(asked) == own
    assert complaints == []


def test_the_script_of_a_page_is_small(site: Path) -> None:
    assert (site / "edition.js").stat().st_size < 14_500


# Links ------------------------------------------------------------------------------------------


def _broken_links(folder: Path) -> list[str]:
    anchors: dict[Path, set[str]] = {}
    links: list[tuple[Path, str]] = []
    for path in folder.glob("*.html"):
        tree = html.document_fromstring(path.read_bytes())
        identifiers = tree.xpath("//@id")
        assert len(identifiers) == len(set(identifiers)), path.name
        anchors[path] = set(identifiers)
        links += [(path, href) for href in tree.xpath("//a/@href | //link/@href | //script/@src")]
        links += [
            (path, content.partition("url=")[2])
            for content in tree.xpath("//meta[@http-equiv='refresh']/@content")
        ]
    broken = []
    for path, href in links:
        if re.match(r"(https?|mailto):", href):
            continue
        file, _, fragment = href.partition("#")
        target = folder / unquote(file) if file else path
        if not target.is_file() or (fragment and unquote(fragment) not in anchors[target]):
            broken.append(f"{path.name}: {href}")
    return broken


def test_every_link_of_the_edition_leads_somewhere(site: Path) -> None:
    assert _broken_links(site) == []


def test_every_link_of_pages_of_foreign_documents_leads_somewhere(samples: Path) -> None:
    assert [link for folder in samples.iterdir() for link in _broken_links(folder)] == []
