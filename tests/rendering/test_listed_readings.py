# SPDX-License-Identifier: MIT
"""Readings that are listed are marked up as those in the text: in text, Markdown, on the lists'
pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import html

from tei_edition.rendering import write_site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tei_edition.rendering import Renderer, Source

MARKED = """<p xml:id="p1">One <choice>
<sic>b<add place="above">or</add>k <hi rend="bold">two</hi> <gap unit="word" quantity="1"/></sic>
<corr resp="#ed">bo<supplied>o</supplied>k <unclear>three</unclear><note>A note.</note></corr>
</choice> four.</p>"""

READINGS = {
    "additions": (
        "<p><app><lem>a</lem><rdg>b<add place='above'>c</add></rdg></app></p>",
        "a; other reading “b⟨added, above: c⟩”",
    ),
    "supplied words": (
        "<p><choice><sic>a</sic><corr>b<supplied>c</supplied></corr></choice></p>",
        "b⟨c⟩: corrected by the editors; the document has “a”",
    ),
    "uncertain words": (
        "<p><choice><sic>a <unclear>b</unclear></sic><corr>c</corr></choice></p>",
        "c: corrected by the editors; the document has “a b⟨?⟩”",
    ),
    "choices in what is left out": (
        "<p><app><lem>a</lem><rdg>b<choice><sic>c</sic><corr>d</corr></choice></rdg></app></p>",
        "a; other reading “bc⟨",
    ),
    "deletions": (
        "<p>a <del>b<add>c</add></del></p>",
        "b⟨added: c⟩: deleted",
    ),
    "nothing": ("<p><app><lem>a</lem><rdg/></app></p>", "a; other reading ⟨no words⟩"),
}


@pytest.mark.parametrize(("tei", "entry"), READINGS.values(), ids=READINGS)
def test_the_list_of_readings_in_text_has_the_marks_of_the_text(
    tei: str, entry: str, snippet: Callable[[str], Source], renderer: Renderer
) -> None:
    listed = renderer.text(snippet(tei), width=0).split("Readings\n--------\n", 1)[1]
    assert listed.strip().startswith(f"⟨a⟩ {entry}"), listed


def test_markdown_has_bold_words_in_its_list_of_readings(
    snippet: Callable[[str], Source], renderer: Renderer
) -> None:
    listed = renderer.markdown(snippet(MARKED)).split("## Readings", 1)[1]
    assert "**two**" in listed


def test_the_page_of_emendations_has_the_marks_of_the_text_and_no_identifier_of_it(
    tmp_path: Path,
) -> None:
    (tmp_path / "tei").mkdir()
    for name in ("a", "b"):
        (tmp_path / "tei" / f"{name}.xml").write_text(
            f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{name}"><teiHeader><fileDesc>'
            "<titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt>"
            "<sourceDesc><p/></sourceDesc></fileDesc></teiHeader>"
            f"<text><body>{MARKED}</body></text></TEI>",
            encoding="utf-8",
        )
    write_site(sorted((tmp_path / "tei").iterdir()), tmp_path / "out", outputs=("html",))
    page = html.fromstring((tmp_path / "out" / "emendations.html").read_bytes())
    whole = page.xpath("//li[.//*[@class='tei-add']]")[0]
    assert whole.xpath(".//*[contains(@class, 'rend-bold')]/text()") == ["two"]
    assert whole.xpath(".//*[@class='tei-gap' or contains(@class, 'tei-gap')]")
    assert not whole.xpath(".//@id | .//sup[contains(@class, 'mark')]")
    assert all(not href.startswith("#") for href in whole.xpath(".//@href"))
