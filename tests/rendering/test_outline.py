# SPDX-License-Identifier: MIT
"""A long document has a table of contents, in the bar that stays in reach."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import html

from tei_edition.rendering import Source

if TYPE_CHECKING:
    from collections.abc import Callable

    from tei_edition.rendering import Renderer

PLAY = """<div type="act" xml:id="doc-1"><head>Act <choice><abbr>I</abbr><expan>One</expan></choice>
<note>As printed.</note></head><div type="scene"><head>A wood</head><p>a</p></div>
<div type="scene" n="2"><p>b</p></div></div><div><head><lb/></head><p>c</p></div>
<div><p>No heading</p><floatingText><body><div><head>Inserted</head><p>d</p></div></body>
</floatingText></div>"""


def test_the_contents_follow_the_divisions(
    snippet: Callable[[str], Source], renderer: Renderer
) -> None:
    page = html.document_fromstring(renderer.html(snippet(PLAY)))
    (outline,) = page.xpath("//details[@class='outline']//nav")
    links = outline.xpath(".//a")
    assert [link.text for link in links] == ["Act One", "A wood", "Scene 2", "…"]
    assert [len(link.xpath("ancestor::ol")) for link in links] == [1, 2, 2, 1]
    anchors = [link.get("href")[1:] for link in links]
    assert anchors[0] == "doc-1"
    for anchor in anchors:
        assert len(page.xpath("//*[@id=$id]", id=anchor)) == 1, anchor


def test_a_short_document_has_none(snippet: Callable[[str], Source], renderer: Renderer) -> None:
    two = "<div><head>One</head><p>a</p></div><div><head>Two</head><p>b</p></div>"
    page = renderer.html(snippet(two))
    assert "outline" not in page
    assert "division:" not in page


def test_a_text_within_a_text_within_a_text_has_a_heading_of_its_own(
    snippet: Callable[[str], Source], renderer: Renderer
) -> None:
    inner = "<floatingText><body><p>x</p></body></floatingText>"
    page = renderer.html(
        snippet(f"<floatingText><body>{inner}{inner}</body></floatingText><p>y</p>{inner}")
    )
    found = re.findall(r'id="(heading:\d+)"', page)
    assert len(found) == len(set(found)) == 4


def test_the_contents_stand_where_the_document_has_a_place_for_them(
    snippet: Callable[[str], Source], renderer: Renderer
) -> None:
    page = html.document_fromstring(renderer.html(snippet(f'<divGen type="toc"/>{PLAY}')))
    (place,) = page.xpath("//div[@class='tei-divGen']")
    links = place.xpath(".//a")
    assert [link.text for link in links] == ["Act One", "A wood", "Scene 2", "…"]
    assert len({link.get("href") for link in links}) == 4
    assert "made by a program: table of contents" in renderer.text(snippet('<divGen type="toc"/>'))


def test_texts_of_a_corpus_within_a_corpus_stand_below_it(renderer: Renderer) -> None:
    def header(title: str) -> str:
        return (
            f"<teiHeader><fileDesc><titleStmt><title>{title}</title></titleStmt></fileDesc>"
            "</teiHeader>"
        )

    def tei(title: str) -> str:
        return f"<TEI>{header(title)}<text><body><p>x</p></body></text></TEI>"

    text = (
        f"<teiCorpus xmlns='http://www.tei-c.org/ns/1.0'>{header('All')}"
        f"<teiCorpus>{header('Part')}{tei('Inner')}</teiCorpus>{tei('Outer')}</teiCorpus>"
    )
    page = renderer.html(Source(text, "corpus.xml"))
    assert re.findall(r"<h(\d)[^>]*text-title[^>]*>(\w+)", page) == [
        ("3", "Part"),
        ("4", "Inner"),
        ("3", "Outer"),
    ]
