# SPDX-License-Identifier: MIT
"""Languages and directions: those of the document, and that of the page's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import html

from tei_edition.rendering import EditionData, Renderer, Source, write_site

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.html import HtmlElement

LETTER = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="doc" xml:lang="{language}"><teiHeader>
<fileDesc><titleStmt><title xml:lang="en">A letter</title></titleStmt></fileDesc></teiHeader>
<text><body><p>{words} <gap reason="illegible" unit="words" quantity="3"/>
<supplied>{words}</supplied> <choice><sic>{words}</sic><corr>{words}!</corr></choice>
<foreign xml:lang="fr">mot</foreign><stamp>{words}</stamp><add place="above">{words}</add>
<note xml:lang="en">A note.</note><note>{words}</note> <zigzag>{words}</zigzag>
<unclear cert="low">{words}</unclear><pb n="2"/><graphic url="a.png"/></p></body></text></TEI>"""

WORDS = {"ar": "كتاب", "he": "ספר", "ru": "книга", "en": "book", "ara": "كتاب"}


def _page(language: str, edition: EditionData | None = None) -> HtmlElement:
    text = LETTER.format(language=language, words=WORDS[language])
    return html.document_fromstring(Renderer(edition).html(Source(text=text, file="doc.xml")))


def _language(element: HtmlElement, attribute: str = "lang") -> str:
    """What holds for an element: its own attribute, or the nearest above."""
    found = element.xpath(f"ancestor-or-self::*[@{attribute}][1]/@{attribute}")
    near = element.xpath(f"(ancestor-or-self::*[@{attribute}])[last()]/@{attribute}")
    return str(near[0]) if found else ""


def _is_ours(element: HtmlElement) -> bool:
    return "gen" in (element.get("class") or "").split()


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("interface", ["en", "de", "ko"])
def test_our_words_and_the_documents_each_say_their_language(language: str, interface: str) -> None:
    page = _page(language, EditionData(language=interface))
    tag = {"ara": "ar"}.get(language, language)
    ours = [e for e in page.iter() if isinstance(e.tag, str) and _is_ours(e)]
    assert len(ours) > 15
    for element in ours:
        assert _language(element) == interface, html.tostring(element)
    (document,) = page.xpath("//section[contains(@class, 'document')]")
    assert _language(document) == tag
    for words in page.xpath("//*[@class='note-words']"):
        wanted = "en" if "A note" in words.text_content() else tag
        assert _language(words) == wanted
    (foreign,) = page.xpath("//*[contains(@class, 'tei-foreign')]")
    assert _language(foreign) == "fr"


@pytest.mark.parametrize("language", ["ar", "he", "ara"])
def test_a_document_that_runs_from_right_to_left_does_and_the_page_does_not(
    language: str,
) -> None:
    page = _page(language)
    assert not page.xpath("/html/@dir")
    (document,) = page.xpath("//section[contains(@class, 'document')]")
    assert document.get("dir") == "rtl"
    paragraph = page.xpath("//*[contains(@class, 'tei-p')]")[0]
    assert _language(paragraph, "dir") == "rtl"
    (notes,) = page.xpath("//section[@class='notes']")
    assert _language(notes, "dir") == "rtl"
    gap = page.xpath("//*[contains(@class, 'tei-gap')]/*[contains(@class, 'gen')]")[0]
    assert _language(gap, "dir") == "ltr"
    (foreign,) = page.xpath("//*[contains(@class, 'tei-foreign')]")
    assert foreign.get("dir") == "ltr"


def test_a_bracket_faces_the_words_it_encloses() -> None:
    page = _page("ar")
    for bracket in page.xpath("//*[contains(@class, 'tei-supplied')]/*[contains(@class, 'gen')]"):
        assert _language(bracket, "dir") == "rtl"


def test_an_interface_that_runs_from_right_to_left(tmp_path: Path) -> None:
    own = tmp_path / "he.toml"
    own.write_text(
        '[language]\ntag = "he"\nname = "עברית"\ndirection = "rtl"\n[notes]\nheading = "הערות"\n',
        encoding="utf-8",
    )
    page = _page("en", EditionData(language="he", words=str(own)))
    assert page.xpath("/html/@lang") == ["he"]
    assert page.xpath("/html/@dir") == ["rtl"]
    (document,) = page.xpath("//section[contains(@class, 'document')]")
    assert document.get("dir") == "ltr"
    (heading,) = page.xpath("//h2[@id='page:notes']")
    assert (heading.text, _language(heading, "dir")) == ("הערות", "rtl")


def test_a_page_of_one_language_says_it_once() -> None:
    page = _page("en")
    assert not page.xpath("//*[contains(@class, 'gen')]/@dir")


def test_lists_say_the_language_of_the_titles_they_hold(tmp_path: Path) -> None:
    for language in ("he", "en"):
        text = LETTER.format(language=language, words=WORDS[language])
        text = text.replace('xml:id="doc"', f'xml:id="{language}"')
        (tmp_path / f"{language}.xml").write_text(text, encoding="utf-8")
    paths = [tmp_path / "he.xml", tmp_path / "en.xml"]
    write_site(paths, tmp_path / "out", EditionData(title="Letters"), outputs=("html",))
    for name in ("index", "gaps", "emendations"):
        page = html.fromstring((tmp_path / "out" / f"{name}.html").read_text(encoding="utf-8"))
        (hebrew,) = page.xpath("//main//a[@href='he.html']")
        assert (hebrew.get("lang"), hebrew.get("dir")) == ("he", "rtl")
        (english,) = page.xpath("//main//a[@href='en.html']")
        assert not english.get("lang")


EXTENT = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="{document}">
<teiHeader xml:lang="{header}"><fileDesc><titleStmt><title>A letter</title></titleStmt></fileDesc>
</teiHeader><text><body><p>x <gap reason="lost" extent="eine halbe Zeile"/>
<space extent="eine Zeile"/></p></body></text></TEI>"""


@pytest.mark.parametrize("document", ["la", "de"])
def test_an_extent_in_words_is_quoted_in_the_language_of_the_header(document: str) -> None:
    source = Source(text=EXTENT.format(document=document, header="de"), file="doc.xml")
    page = html.document_fromstring(Renderer().html(source))
    quoted = page.xpath(
        "//*[contains(@class, 'tei-gap') or contains(@class, 'tei-space')]//*[@lang='de']"
    )
    assert [words.text for words in quoted] == ["“eine halbe Zeile”", "“eine Zeile”"]
    assert "⟨lost: “eine halbe Zeile”⟩" in Renderer().text(source, "reading")
    assert "[lost eine halbe Zeile]" in Renderer().text(source, "transcript")


def test_an_extent_in_words_stands_as_it_is_in_its_own_language() -> None:
    source = Source(text=EXTENT.format(document="la", header="de"), file="doc.xml")
    page = Renderer(EditionData(language="de")).html(source)
    assert "⟨nicht überliefert: eine halbe Zeile⟩" in page


def test_what_stands_apart_from_its_place_keeps_its_language() -> None:
    source = Source(
        text="""<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title xml:lang="he">ספר</title></titleStmt></fileDesc><profileDesc><correspDesc>
<correspAction type="sent"><persName xml:lang="he">נתן</persName><placeName>Vey</placeName>
</correspAction></correspDesc></profileDesc></teiHeader><text><body><p>x</p><div xml:lang="he">
<p>ספר<note>ספר</note></p></div></body></text></TEI>""",
        file="doc.xml",
    )
    page = html.document_fromstring(Renderer().html(source))
    for words in ("//h1", "//header//dd//*[text()='נתן']", "//li[contains(@class, 'tei-note')]"):
        (element,) = page.xpath(words)
        assert (element.get("lang"), element.get("dir")) == ("he", "rtl"), words
    (place,) = page.xpath("//header//dd//*[text()='Vey']")
    assert _language(place) == "en"


def test_the_language_of_a_catalogue_entry_is_that_of_its_contents_as_a_whole() -> None:
    page = html.fromstring(
        Renderer().html(
            Source(
                '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><sourceDesc><msDesc>'
                '<msContents><textLang mainLang="enm"/><msItem><textLang mainLang="la"/></msItem>'
                "</msContents></msDesc></sourceDesc></fileDesc></teiHeader>"
                "<text><body><p>hale</p></body></text></TEI>"
            )
        )
    )
    (document,) = page.xpath("//section[contains(@class, 'document')]")
    assert document.get("lang") == "enm"


def test_korean_numbers_pages_in_its_own_order() -> None:
    source = Source(
        text="""<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p><pb n="113"/>x
<cb n="2"/>y <gap reason="illegible" unit="words" quantity="2"/> <pb/>
<gap reason="illegible" unit="paraph" quantity="1"/></p></body></text></TEI>""",
        file="doc.xml",
    )
    text = Renderer(EditionData(language="ko")).text(source, "reading", width=0)
    assert "⟨113쪽⟩ x ⟨2단⟩ y ⟨판독 불가: 단어 2개⟩ ⟨쪽⟩ ⟨판독 불가: 1 paraph⟩" in text


def test_why_a_reading_is_uncertain_is_said_in_the_language_of_the_page() -> None:
    source = Source(
        text="""<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p>x
<unclear reason="faded" cert="low">y</unclear></p></body></text></TEI>""",
        file="doc.xml",
    )
    renderer = Renderer(EditionData(language="ru"))
    said = "? степень уверенности: низкая, угасло"
    assert f"y⟨{said}⟩" in renderer.text(source, "reading", width=0)
    page = html.document_fromstring(renderer.html(source))
    assert "низкая, угасло" in page.xpath("string(//*[contains(@class, 'doubt')])")


def test_the_head_of_a_page_says_the_language_of_the_headers_words() -> None:
    header = (
        "<fileDesc><titleStmt><title>Eine Karte</title><respStmt><resp>Umschrift</resp><name>A"
        "</name></respStmt></titleStmt><sourceDesc><bibl>Archiv, Mappe 3<note>Nicht eingesehen."
        "</note><idno type='shelfmark'>M 3</idno></bibl></sourceDesc></fileDesc><profileDesc>"
        "<langUsage><language ident='de'>Deutsch, Kurrent</language></langUsage><correspDesc>"
        "<correspContext><ref type='prev' target='b.xml'>Brief vom Mai</ref></correspContext>"
        "</correspDesc></profileDesc><revisionDesc status='draft'/>"
    )
    source = Source(
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="de"><teiHeader>{header}</teiHeader>'
        "<text><body><p>x</p></body></text></TEI>",
        file="a.xml",
    )
    page = html.document_fromstring(Renderer().html(source))
    said = {
        words: _language(element)
        for element in page.xpath("//header[contains(@class, 'summary')]//dd//*[text()]")
        if (words := " ".join((element.text or "").split()))
    }
    for words in ("Nicht eingesehen.", "Umschrift: A", "Deutsch, Kurrent", "Brief vom Mai"):
        assert said[words] == "de"
    assert said["draft"] == "en"
    plain = html.document_fromstring(Renderer(EditionData(language="de")).html(source))
    assert not plain.xpath("//header[contains(@class, 'summary')]//dd//@lang")


def test_lists_and_declarations_say_the_language_of_their_words(tmp_path: Path) -> None:
    (tmp_path / "de.xml").write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="de" xml:lang="de"><teiHeader>'
        "<encodingDesc><projectDesc><p>Ein Projekt.</p></projectDesc></encodingDesc></teiHeader>"
        "<text><body><p>vor <supplied>dem</supplied> Haus <gap/> nach <choice><sic>as</sic>"
        "<corr>das</corr></choice></p></body></text></TEI>",
        encoding="utf-8",
    )
    for interface, tag in (("en", "de"), ("de", "")):
        out = tmp_path / interface
        edition = EditionData(title="Papers", language=interface)
        write_site([tmp_path / "de.xml"], out, edition, outputs=("html",))
        about = html.fromstring((out / "about.html").read_text(encoding="utf-8"))
        (words,) = about.xpath("//main//p[text()='Ein Projekt.']")
        assert _language(words.getparent()) == (tag or "de")
        assert bool(about.xpath("//main//div[@lang]")) == bool(tag)
        for name in ("emendations", "gaps"):
            page = html.fromstring((out / f"{name}.html").read_text(encoding="utf-8"))
            around = page.xpath("//main//*[@class='context'][normalize-space()]")
            assert around
            assert {element.get("lang", "") for element in around} == {tag}
