# SPDX-License-Identifier: MIT
"""The edition's own pages besides its indices: chronology, emendations, gaps, declarations."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from lxml import html

from tei_edition.rendering import EditionData, write_site
from tests.rendering.small_sites import (
    Site,
    assert_links_are_whole,
    authority,
    document,
    items,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable


def test_the_chronology_has_every_date_and_the_undated_at_the_end(
    site: Callable[..., Site],
) -> None:
    def letter(identifier: str, *actions: tuple[str, str]) -> str:
        told = "".join(
            f'<correspAction type="{kind}"><date {date}/></correspAction>' for kind, date in actions
        )
        return document(identifier, profile=f"<correspDesc>{told}</correspDesc>")

    pages = site(
        [
            letter("late", ("sent", 'when="1950-09-30"'), ("received", 'when="1950-10-02"')),
            document("without"),
            letter("early", ("sent", 'notBefore="1949-12" notAfter="1950-01"')),
            document("made", profile='<creation><date when="-0044-03-15"/></creation>'),
        ]
    )
    assert items(pages["chronology.html"], ".//h2 | .//dt | .//dd") == [
        *("44 BC", "15 March, 44 BC", "Written: Letter made"),
        *("1949", "between December 1949 and January 1950", "Sent: Letter early"),
        *("1950", "30 September 1950", "Sent: Letter late"),
        *("2 October 1950", "Received: Letter late"),
        *("undated", "undated", "Letter without"),
    ]
    assert_links_are_whole(pages)


def test_a_page_leads_to_the_documents_before_and_after_it(site: Callable[..., Site]) -> None:
    pages = site([document("a"), document("b"), document("c")], [authority()])
    ways = {
        name: [
            (" ".join(p.text_content().split()), p.find("a").get("href"), p.find("a").get("rel"))
            for p in pages[f"{name}.html"].xpath("//nav[contains(@class, 'beside-it')]/p")
        ]
        for name in ("a", "b", "c", "names")
    }
    before = ("Previous document: Letter {}", "{}.html", "prev")
    after = ("Next document: Letter {}", "{}.html", "next")

    def to(way: tuple[str, ...], name: str) -> tuple[str, ...]:
        return tuple(part.format(name) for part in way)

    assert ways == {
        "a": [to(after, "b")],
        "b": [to(before, "a"), to(after, "c")],
        "c": [to(before, "b")],
        "names": [],
    }


@pytest.mark.parametrize(
    ("dating", "said"),
    [
        ('when="1892-03-27"', "27 March 1892"),
        ('when="1892-03-27" evidence="conjecture"', "[27 March 1892?]"),
        ('when="1892-03-27" cert="low"', "[27 March 1892?]"),
        ('when="1892" precision="low"', "about 1892"),
        (
            'notBefore="1892-09-24" notAfter="1901-04-30"',
            "between 24 September 1892 and 30 April 1901",
        ),
        ('from="1892-01-03" to="1892-01-05" evidence="conjecture"', "3–5 January 1892"),
        ('notAfter="1901"', "not after 1901"),
    ],
)
def test_a_date_is_no_more_certain_in_a_list_than_in_its_document(
    site: Callable[..., Site], dating: str, said: str
) -> None:
    profile = (
        f'<correspDesc><correspAction type="sent"><date {dating}/></correspAction></correspDesc>'
    )
    pages = site([document("a", profile=profile), document("b")])
    assert items(pages["index.html"], ".//td[@data-label='Date']")[0] == said
    assert items(pages["chronology.html"], ".//dt")[0] == said


def test_minutes_are_listed_under_the_day_of_the_meeting(site: Callable[..., Site]) -> None:
    setting = '<settingDesc><setting><date when="1921-05-04"/></setting></settingDesc>'
    pages = site([document("a", profile=setting), document("b")])
    assert items(pages["index.html"], ".//td[@data-label='Date']")[0] == "4 May 1921"


def test_emendations_and_gaps_are_listed_with_their_passages(site: Callable[..., Site]) -> None:
    body = (
        '<p xml:id="a-p1"><choice><sic>teh</sic><corr>the</corr></choice> <supplied>end</supplied>'
        "<choice><abbr>Mr</abbr><expan>Mister</expan></choice> <del>no</del></p>"
        '<p xml:id="a-p2"><gap reason="illegible" unit="words" quantity="2"/>'
        '<unclear cert="low">maybe</unclear><surplus>the</surplus> &lt;b&gt; &amp;</p>'
    )
    pages = site([document("a", body), document("b", "<p>plain</p>")])
    assert items(pages["emendations.html"], ".//li") == [
        "¶ 1: the endMister – corrected by the editors; the document has “teh”",
        "¶ 1: the endMister – supplied by the editors",
        "¶ 2: maybethe <b> & – superfluous in the document",
    ]
    assert [s.text for s in pages["emendations.html"].xpath("//span[@class='lemma']")] == [
        *("the", "end", "the")
    ]
    assert items(pages["gaps.html"], ".//li") == [
        "¶ 2: ⟨illegible: 2 words⟩maybe <b> &",
        "¶ 2: maybe <b> & – uncertain reading, certainty low",
    ]
    assert items(pages["gaps.html"], ".//h2") == ["Letter a"]
    assert_links_are_whole(pages)


def test_a_place_without_an_identifier_has_an_anchor_and_stands_among_its_words(
    site: Callable[..., Site],
) -> None:
    before = "One two three four five six seven eight nine ten eleven twelve "
    body = (
        f"<p>{before}thir<unclear>t</unclear>een<note>aside</note> four<supplied>teen</supplied>"
        " fifteen sixteen seventeen eighteen nineteen twenty</p>"
    )
    pages = site([document("a", body), document("b")])
    (gap,) = items(pages["gaps.html"], ".//li")
    assert gap == ("Text: … eleven twelve thirteen fourteen fifteen … – uncertain reading")
    assert pages["gaps.html"].xpath("//main//li/a/@href") == ["a.html#place%3A1"]
    assert pages["emendations.html"].xpath("//main//li/a/@href") == ["a.html#place%3A2"]
    assert_links_are_whole(pages)


def test_places_on_a_title_page_and_outside_of_any_division_are_listed_too(
    site: Callable[..., Site],
) -> None:
    front = (
        "<front><titlePage><docTitle><titlePart>Fortune "
        "<choice><orig>Vn</orig><reg>un</reg></choice>"
        "maſk’d</titlePart></docTitle><docImprint><gap/> 1711</docImprint></titlePage></front>"
    )
    parted = document("a", "<p>x</p>").replace("<body>", front + "<body>")
    pages = site([parted, document("b")])
    (gap,) = items(pages["gaps.html"], ".//li")
    assert "1711" in gap
    assert_links_are_whole(pages)


def test_markup_of_a_document_stays_words_in_the_lists(site: Callable[..., Site]) -> None:
    evil = "&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;b&amp;gt; &lt;?gaps &gt;"
    pages = site([document("a", f"<p><supplied>{evil}</supplied></p>"), document("b")])
    (item,) = items(pages["emendations.html"], ".//li")
    assert "<script>alert(1)</script> &lt;b&gt; <?gaps >" in item
    assert not pages["emendations.html"].xpath("//main//script")
    assert "gaps.html" not in pages


def test_the_headers_declarations_are_stated_once_and_their_differences_named(
    site: Callable[..., Site],
) -> None:
    def declared(*words: str) -> str:
        policy = "".join(f"<p>{said}</p>" for said in words)
        return f"<editorialDecl><correction>{policy}</correction></editorialDecl>"

    pages = site(
        [
            document("a", declared=declared("All alike.", "Only here.")),
            document("b", declared=declared("All  alike.")),
            document("c", declared=declared("All alike.", "Only there.")),
        ]
    )
    assert items(pages["about.html"], ".//h2 | .//section//p") == [
        *("Correction", "All alike."),
        *("In 1 document: Letter a", "Only here."),
        *("In 1 document: Letter c", "Only there."),
        *("Rights", "Free."),
    ]
    assert_links_are_whole(pages)


def test_the_first_page_lists_the_documents_in_a_table(site: Callable[..., Site]) -> None:
    profile = (
        '<correspDesc><correspAction type="sent"><persName>A.</persName><date when="1950-09-30"/>'
        '</correspAction><correspAction type="received"><persName>B.</persName></correspAction>'
        "</correspDesc>"
    )
    pages = site([document("a", profile=profile), document("b")])
    assert items(pages["index.html"], ".//thead//th") == [
        *("Document", "Date", "From", "To", "Download")
    ]
    assert items(pages["index.html"], ".//tbody/tr[1]/*") == [
        *("Letter a", "30 September 1950", "A.", "B.", "TEI")
    ]
    assert items(pages["index.html"], ".//tbody/tr[2]/*") == [*("Letter b", "", "", "", "TEI")]


def test_every_page_leads_to_the_others(site: Callable[..., Site]) -> None:
    body = '<p><persName ref="#p">P.</persName><gap/><supplied>x</supplied></p>'
    pages = site([document("a", body), document("b")], language="de")
    for page in pages.values():
        ways = [words_of(way) for way in page.xpath("//header[contains(@class, 'site')]//li")]
        assert ways == [
            *("Dokumente", "Chronologie", "Personen", "Eingriffe in den Text"),
            *("Lücken und unsichere Lesungen", "Über diese Edition"),
        ] or ways == [
            *("Dokumente", "Personen", "Eingriffe in den Text"),
            *("Lücken und unsichere Lesungen", "Über diese Edition"),
        ]
    assert pages["gaps.html"].xpath("//header//a[@aria-current]/@href") == ["gaps.html"]


def test_a_single_document_gets_no_lists(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text(document("a", "<p><gap/></p>"), encoding="utf-8")
    write_site([path], tmp_path / "out", outputs=("html",))
    pages = sorted(page.name for page in (tmp_path / "out").glob("*.html"))
    assert pages == ["a.html", "index.html"]


def test_the_lists_of_the_samples_are_whole(test_data: Path, tmp_path: Path) -> None:
    for folder in ("schnitzler-briefe", "tillich-briefe"):
        documents = sorted((test_data / "samples" / folder).glob("*.xml"))[:40]
        out = tmp_path / folder
        write_site(documents, out, EditionData(title=folder), outputs=("html",))
        pages = {
            path.name: html.document_fromstring(path.read_text(encoding="utf-8"))
            for path in out.glob("*.html")
        }
        lists = {
            name: page
            for name, page in pages.items()
            if page.xpath("//body[contains(@class, 'page-index')]")
        }
        assert len(lists) >= 6
        anchors = {name: set(page.xpath("//@id")) for name, page in pages.items()}
        for name, page in lists.items():
            for href in page.xpath("//main//a/@href[not(contains(., '://'))]"):
                target, _, anchor = href.partition("#")
                assert (out / unquote(target)).exists(), f"{name}: {href}"
                assert not anchor or unquote(anchor) in anchors[target or name], f"{name}: {href}"


def test_a_document_takes_no_page_of_the_editions(site: Callable[..., Site]) -> None:
    body = '<p><persName ref="#p">P.</persName><gap/><supplied>x</supplied></p>'
    names = ["about", "chronology", "emendations", "gaps", "index-person", "Index"]
    pages = site([document(name, body) for name in names])
    for number in range(len(names)):
        assert f"file{number:04}.html" in pages
    assert_links_are_whole(pages)
