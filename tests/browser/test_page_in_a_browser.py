"""The pages in headless Chromium, opened from files as a reader would."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tei_edition.edition import Edition
from tei_edition.rendering import write_site
from tei_edition.rendering.publish import edition_data

webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")

from selenium.webdriver.common.by import By  # noqa: E402 - only where selenium is there
from selenium.webdriver.common.keys import Keys  # noqa: E402


@pytest.fixture(scope="module")
def site(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    edition = Edition.load(repository / "corpus" / "edition.toml")
    folder = tmp_path_factory.mktemp("site")
    write_site(
        edition.documents,
        folder,
        edition_data(edition),
        authorities=edition.authorities,
        root=edition.root,
    )
    return folder


def start(*, script: bool = True) -> webdriver.Chrome:
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not chromium or not driver:
        pytest.skip("chromium and chromedriver are not installed (apt-get install chromium-driver)")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for argument in (
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--force-prefers-reduced-motion",
    ):
        options.add_argument(argument)
    if not script:
        options.add_experimental_option(
            "prefs", {"profile.managed_default_content_settings.javascript": 2}
        )
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))


@pytest.fixture(scope="module")
def browser() -> Iterator[webdriver.Chrome]:
    driver = start()
    yield driver
    driver.quit()


def visible(browser: webdriver.Chrome, words: str) -> bool:
    text = browser.find_element(By.TAG_NAME, "body").text
    return words in " ".join(text.split())


def test_the_views_switch_without_reload_and_survive_in_the_address(
    browser: webdriver.Chrome, site: Path
) -> None:
    address = (site / "cable-600308.html").as_uri()
    browser.get(address)
    assert visible(browser, "a letter I have received")
    browser.find_element(By.CSS_SELECTOR, "input[value=diplomatic]").click()
    assert visible(browser, "a letter I have receive")
    assert not visible(browser, "a letter I have received")
    assert browser.current_url.endswith("?view=diplomatic")
    browser.get(f"{address}?view=diplomatic#cable-600308-p01")
    assert not visible(browser, "a letter I have received")


def test_a_note_opens_where_it_stands_and_closes_with_escape(
    browser: webdriver.Chrome, site: Path
) -> None:
    browser.get((site / "cable-600308.html").as_uri())
    link = browser.find_element(By.CSS_SELECTOR, ".document sup.mark a")
    link.click()
    card = browser.find_element(By.CSS_SELECTOR, "[role=dialog]")
    assert card.text
    card.send_keys(Keys.ESCAPE)
    assert browser.find_elements(By.CSS_SELECTOR, "[role=dialog]") == []
    assert browser.switch_to.active_element == link


@pytest.mark.parametrize("width", [500, 768, 1280, 3840])
def test_no_page_is_wider_than_the_screen(
    browser: webdriver.Chrome, site: Path, width: int
) -> None:
    browser.set_window_size(width, 900)
    for page in site.glob("*.html"):
        browser.get(page.as_uri())
        over = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert browser.execute_script(over) <= 0, page.name


def test_a_page_asks_no_other_host_for_anything(browser: webdriver.Chrome, site: Path) -> None:
    browser.get((site / "cable-600308.html").as_uri())
    asked = browser.execute_script("return performance.getEntries().map(entry => entry.name)")
    assert [name for name in asked if name.startswith("http")] == []


def test_everything_is_there_without_a_script(site: Path) -> None:
    browser = start(script=False)
    try:
        browser.get((site / "cable-600308.html").as_uri())
        assert visible(browser, "a letter I have received")
        assert visible(browser, "two minutes before it was received")
        browser.find_element(By.CSS_SELECTOR, "input[value=diplomatic]").click()
        assert not visible(browser, "a letter I have received")
    finally:
        browser.quit()


def test_a_link_to_a_passage_leads_there(browser: webdriver.Chrome, site: Path) -> None:
    browser.set_window_size(1280, 900)
    browser.get((site / "letter-19500929.html").as_uri() + "#letter-19500929-p17")
    top = "return document.getElementById('letter-19500929-p17').getBoundingClientRect().top"
    assert 0 <= browser.execute_script(top) < 900
