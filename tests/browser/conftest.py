# SPDX-License-Identifier: MIT
"""Sites as a reader opens them, from files, and the Chromium that opens them."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tei_edition.edition import Edition
from tei_edition.rendering import EditionData, write_site
from tei_edition.rendering.publish import edition_data

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import NoReturn

    from playwright.sync_api import Browser, Page, Playwright

HERE = Path(__file__).parent
TOOLS = HERE.parent.parent / ".ci" / "npm" / "node_modules"


@pytest.fixture(scope="session")
def site(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The edition in corpus/, rendered."""
    edition = Edition.load(repository / "corpus" / "edition.toml")
    folder = tmp_path_factory.mktemp("site")
    report = write_site(
        edition.documents,
        folder,
        edition_data(edition),
        authorities=edition.authorities,
        root=edition.root,
    )
    assert not report.failures
    return folder


@pytest.fixture(scope="session")
def samples(test_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Letters and plays that others encoded, rendered, a folder for each collection."""
    folder = tmp_path_factory.mktemp("samples")
    for name, every in (("schnitzler-briefe", 12), ("tillich-briefe", 6), ("gerdracor", 4)):
        # The smaller ones: what a play of five acts says is found in one of one act.
        paths = sorted((test_data / "samples" / name).glob("*.xml"), key=lambda p: p.stat().st_size)
        report = write_site(paths[::every], folder / name, EditionData(), outputs=("html",))
        assert not report.failures
    return folder


@pytest.fixture(scope="session")
def draft(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a page whose two views differ in length, with every kind of pair."""
    folder = tmp_path_factory.mktemp("draft")
    write_site([HERE / "draft.xml"], folder, EditionData(), outputs=("html",))
    return (folder / "draft.html").as_uri()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """The driver of the browser; it fetches none, the machine's own is used."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def chromium(playwright: Playwright, missing: Callable[[str, str], NoReturn]) -> Iterator[Browser]:
    """Chromium, without a window."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        missing("Chromium", "apt-get install chromium")
    arguments = ["--disable-gpu", "--disable-background-networking"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments.append("--no-sandbox")
    browser = playwright.chromium.launch(executable_path=program, args=arguments)
    yield browser
    browser.close()


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """A function (address, width, height, options of a context) → a page."""
    contexts = []

    def opened(address: str, width: int = 1280, height: int = 900, **options: object) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": height}, reduced_motion="reduce", **options
        )
        contexts.append(context)
        context.set_default_timeout(10_000)
        page = context.new_page()
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def tool(missing: Callable[[str, str], NoReturn]) -> Callable[[str], Path]:
    """A function: the path of a file among the tools that come from npm."""

    def found(name: str) -> Path:
        path = TOOLS / name
        if not path.is_file():
            missing(name.split("/")[0], "npm install --ignore-scripts --prefix .ci/npm")
        return path

    return found
