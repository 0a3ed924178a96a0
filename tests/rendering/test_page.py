# SPDX-License-Identifier: MIT
"""The page: anchors, links, landmarks, views, what stands where."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from lxml import etree, html

from tei_edition.rendering import EditionData, Renderer, Source, read_source

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lxml.html import HtmlElement

BLOCKS = {
    *("address", "article", "aside", "blockquote", "details", "div", "dl", "fieldset", "figure"),
    *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol"),
    *("p", "pre", "section", "table", "ul"),
}


@pytest.fixture(scope="module")
def page(telegram: Source, model_edition: EditionData) -> HtmlElement:
    return html.document_fromstring(Renderer(model_edition).html(telegram))


@pytest.fixture(scope="module")
def pages(model: Path, model_edition: EditionData) -> dict[str, HtmlElement]:
    renderer = Renderer(model_edition)
    paths = [*sorted((model / "documents").glob("*.xml")), model / "names.xml"]
    found = {
        f"{path.stem}.html": html.document_fromstring(renderer.html(read_source(path, model)))
        for path in paths
    }
    found["index.html"] = html.document_fromstring(renderer.index())
    return found


def _words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_a_page_is_xml_too(telegram: Source, model_edition: EditionData) -> None:
    page = Renderer(model_edition).html(telegram)
    assert page.startswith("<!DOCTYPE html>")
    read = etree.fromstring(page)
    assert [e.tag for e in html.document_fromstring(page).iter("*")] == [
        e.tag for e in read.iter("*")
    ]


def test_every_identifier_of_the_text_is_an_anchor(telegram: Source, page: HtmlElement) -> None:
    body = telegram.text.split("<text>")[1]
    identifiers = set(re.findall(r'xml:id="([^"]+)"', body))
    assert len(identifiers) > 20
    assert identifiers <= set(page.xpath("//@id"))


def test_identifiers_of_the_header_are_anchors_too(telegram: Source, page: HtmlElement) -> None:
    header = telegram.text.split("<text>")[0]
    assert set(re.findall(r'xml:id="([^"]+)"', header)) <= set(page.xpath("//@id"))


def test_anchors_are_unique_and_links_lead_somewhere(pages: dict[str, HtmlElement]) -> None:
    anchors = {name: page.xpath("//@id") for name, page in pages.items()}
    for name, page in pages.items():
        assert len(anchors[name]) == len(set(anchors[name]))
        for href in page.xpath("//a/@href"):
            if re.match(r"(https?|mailto):", href):
                continue
            target, _, fragment = href.partition("#")
            assert (target or name) in pages, href
            assert not fragment or fragment in anchors[target or name], (name, href)


def test_blocks_do_not_stand_in_paragraphs_or_spans_of_text(
    pages: dict[str, HtmlElement],
) -> None:
    for page in pages.values():
        for paragraph in page.xpath("//p | //h1 | //h2 | //h3 | //h4 | //span | //a | //dt"):
            assert not BLOCKS & {child.tag for child in paragraph.iterdescendants("*")}, (
                html.tostring(paragraph)
            )


def test_links_and_buttons_do_not_nest(pages: dict[str, HtmlElement]) -> None:
    for page in pages.values():
        assert not page.xpath("//a//a | //a//button | //button//a | //label//a")


def test_headings_step_down_one_level_at_a_time(pages: dict[str, HtmlElement]) -> None:
    for page in pages.values():
        headings = page.xpath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")
        levels = [int(heading.tag[1]) for heading in headings]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))
        assert all(_words(heading) for heading in headings)


def test_the_page_has_a_language_a_title_and_landmarks(pages: dict[str, HtmlElement]) -> None:
    for page in pages.values():
        assert page.xpath("/html/@lang") == ["en"]
        assert _words(page.xpath("//title")[0])
        assert len(page.xpath("//main")) == 1
        (skip,) = page.xpath("//a[@class='skip gen']/@href")
        assert skip == ("#page:text" if page.xpath("//*[@id='page:text']") else "#page:main")
        for labelled in page.xpath("//*[@aria-labelledby]"):
            (label,) = page.xpath("//*[@id=$id]", id=labelled.get("aria-labelledby"))
            assert _words(label)


def test_links_have_names(pages: dict[str, HtmlElement]) -> None:
    for page in pages.values():
        for link in page.xpath("//a[@href]"):
            assert re.search(r"\w", _words(link)), html.tostring(link)


def test_both_views_are_reached_without_a_script(page: HtmlElement) -> None:
    assert page.xpath("//input[@name='view']/@value") == ["reading", "diplomatic"]
    (chosen,) = page.xpath("//input[@checked]/@value")
    assert chosen == "reading"
    (entry,) = page.xpath("//section[contains(@class,'readings')]//li[contains(.,'receive”')]")
    assert "received: corrected by the editors, certainty high, evidence: Another Translation" in (
        _words(entry)
    )


def test_a_second_reading_is_hidden_before_any_style_is_read(page: HtmlElement) -> None:
    second = page.xpath("//*[contains(@class,'v-diplomatic') or contains(@class,'v-other')]")
    assert second
    assert all(element.get("hidden") is not None for element in second)


def test_the_enclosure_has_a_heading_and_the_way_to_its_own_page(page: HtmlElement) -> None:
    (enclosure,) = page.xpath("//*[@id='telegram-7-enclosure']")
    (heading,) = enclosure.xpath("./*/h3[contains(@class,'enclosure-heading')]")
    assert _words(heading) == "Enclosure: Lund to the Harbour Board, 1 May 1931"
    assert enclosure.xpath(".//a[@href='letter-3.html']")
    (after,) = page.xpath("//*[@id='telegram-7-dispatch']")
    assert "Typed by Berg" in _words(after)


def test_voices_of_included_passages_are_those_of_their_own_header(page: HtmlElement) -> None:
    (supplied,) = page.xpath("//*[@id='letter-3-sup1']")
    assert _words(supplied) == "supplied by the translator: [its]"


def test_notes_lead_there_and_back(page: HtmlElement) -> None:
    notes = page.xpath("//section[@class='notes']//li")
    assert [note.get("value") for note in notes] == ["1", "2", "3", "4"]
    for note in notes:
        (number,) = page.xpath("//a[@href=$href][@role='doc-noteref']", href=f"#{note.get('id')}")
        (back,) = note.xpath(".//a[@role='doc-backlink']/@href")
        assert back == f"#{number.get('id')}"
        assert "Note by the editors." in _words(note)


def test_the_head_of_the_page_says_who_wrote_to_whom_when_and_how(page: HtmlElement) -> None:
    (summary,) = page.xpath("//header[contains(@class,'summary')]")
    words = _words(summary)
    for expected in (
        "Published title: Telegram from Rask, forwarding a Letter",
        "From Rask",
        "To Harbour Board",
        "Date 3 May 1931, 09:10",
        "Place Port Vey",
        "Destination Sund ⟨certainty medium⟩",
        "Made possible by the Quay Trust",
        "Status proposed Proofread once First reader: A. Editor Second reader: not yet assigned",
        "Edition Harbour Board; version 1.0.0",
        "Languages English: the translation Danish: not seen",
        "Licence CC BY 4.0",
    ):
        assert expected in words


def test_entries_list_their_occurrences(pages: dict[str, HtmlElement]) -> None:
    (entry,) = pages["names.html"].xpath("//*[@id='names-lund']")
    assert "Lund, Inger" in _words(entry)
    occurrences = entry.xpath(".//div[contains(@class,'occurrences')]//a/@href")
    assert occurrences == [
        *("telegram-7.html", "telegram-7.html#telegram-7-p01"),
        *("letter-3.html", "letter-3.html#letter-3-signed1", "letter-3.html"),
    ]
    (unidentified,) = pages["names.html"].xpath("//*[@id='names-rask']")
    assert "⟨unidentified⟩" in _words(unidentified)


def test_names_open_their_entry(page: HtmlElement) -> None:
    assert page.xpath("//a[contains(@class,'tei-persName')]/@href")[0] == "names.html#names-rask"


def test_notes_without_identifier_get_no_citable_anchor(
    snippet: Callable[[str], Source], renderer: Renderer
) -> None:
    page = html.document_fromstring(renderer.html(snippet("<p>a<note>b</note></p>")))
    anchors = page.xpath("//section[@class='notes']//li/@id")
    assert anchors == ["note:1"], "a colon cannot stand in an xml:id"


def test_the_same_document_gives_the_same_page(telegram: Source, renderer: Renderer) -> None:
    assert renderer.html(telegram) == renderer.html(telegram)


def test_an_interface_language_without_words_falls_back_to_english(telegram: Source) -> None:
    page = html.document_fromstring(Renderer(EditionData(language="ka")).html(telegram))
    assert page.xpath("/html/@lang") == ["en"]
    assert page.xpath("//h2[@id='page:notes']/text()") == ["Notes"]


@pytest.mark.parametrize("view", ["reading", "diplomatic"])
def test_a_page_opens_with_the_view_that_the_edition_asks_for(view: str) -> None:
    text = (
        "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body><p><choice><sic>a</sic>"
        "<corr>b</corr></choice></p></body></text></TEI>"
    )
    page = html.document_fromstring(Renderer(EditionData(view=view)).html(Source(text)))
    assert page.xpath("//input[@name='view'][@checked]/@value") == [view]


def test_what_stands_off_the_text_is_read_after_it(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(
        "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader/><standOff><listPerson><person><persName>Emil</persName>"
        "</person></listPerson></standOff><text><body><p>Words.</p></body></text></TEI>"
    )
    source = read_source(tmp_path / "a.xml")
    for output in (Renderer().html(source), Renderer().text(source)):
        assert output.index("Words.") < output.index("Emil")


def test_what_the_head_says_twice_has_one_name(tmp_path: Path) -> None:
    context = "<correspContext><ref type='prev'>a</ref><ref type='prev'>b</ref></correspContext>"
    (tmp_path / "a.xml").write_text(
        "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><profileDesc><correspDesc>"
        f"{context}</correspDesc></profileDesc></teiHeader><text><body/></text></TEI>"
    )
    page = html.document_fromstring(Renderer().html(read_source(tmp_path / "a.xml")))
    (row,) = page.xpath("//dl[@class='correspondence']/div")
    assert row.xpath("dd/span[@class='line']/text()") == ["a", "b"]
