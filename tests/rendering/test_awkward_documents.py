# SPDX-License-Identifier: MIT
"""Small documents on which a rendering has stumbled: no word is lost, no link is broken, in any
output."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from lxml import etree, html

from tei_edition.rendering import Source
from tests.rendering.test_words_of_text import check

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Words  # type: ignore[import-not-found]
    from lxml.etree import _Element

    from tei_edition.rendering import Renderer

CASES = tomllib.loads((Path(__file__).parent / "awkward.toml").read_text(encoding="utf-8"))
BODIES = {name: body for cases in CASES.values() for name, body in cases.items()}


def broken_links(page: _Element) -> list[str]:
    anchors = page.xpath("//@id")
    twice = [anchor for anchor in set(anchors) if anchors.count(anchor) > 1]
    ways = [unquote(href[1:]) for href in page.xpath("//@href[starts-with(., '#')]")]
    ways += [way for ways in page.xpath("//@aria-labelledby | //@headers") for way in ways.split()]
    return [*twice, *(way for way in ways if way not in anchors)]


HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
LINES = {"p", "span", "sup", "strong", "em", "code", "pre", *HEADINGS}
BLOCKS = {"p", "div", "ul", "ol", "dl", "table", "pre", "figure", *HEADINGS}


def blocks_in_lines(page: _Element) -> list[str]:
    """Blocks in what HTML allows no blocks in, and headings of no words."""
    wrong = [
        element
        for element in page.iter(*(f"{{*}}{name}" for name in BLOCKS))
        if etree.QName(element.getparent()).localname in LINES
        or (etree.QName(element).localname in HEADINGS and not "".join(element.itertext()).strip())
    ]
    return [etree.tostring(element, encoding="unicode")[:100] for element in wrong]


@pytest.mark.parametrize("body", BODIES.values(), ids=list(BODIES))
def test_nothing_is_lost_or_broken(
    body: str, snippet: Callable[[str], Source], renderer: Renderer, words: type[Words]
) -> None:
    source = snippet(body)
    page = renderer.html(source)
    assert words.of_page(page) == words.of_source(source.text)
    assert broken_links(html.document_fromstring(page)) == []
    assert blocks_in_lines(etree.fromstring(page.encode())) == []
    check(source, renderer)
    for view in ("reading", "diplomatic"):
        chapter = renderer.chapter(source, view)
        assert broken_links(etree.fromstring(chapter.encode())) == [], view


def test_documents_without_titles_are_reached_from_the_contents(renderer: Renderer) -> None:
    tei = "<TEI><teiHeader/><text><body><p>one</p></body></text></TEI>" * 3
    text = f"<teiCorpus xmlns='http://www.tei-c.org/ns/1.0'><teiHeader/>{tei}</teiCorpus>"
    page = html.document_fromstring(renderer.html(Source(text)))
    assert len(page.xpath("//nav//a[starts-with(@href, '#division:')]")) >= 3
    assert broken_links(page) == []
