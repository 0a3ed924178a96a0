# SPDX-License-Identifier: MIT
"""Every word of a document stands in its page, in order, exactly once."""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from tei_edition.rendering import Renderer, RenderingError, Source, read_source
from tests.rendering.random_tei import TeiWriter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Words  # type: ignore[import-not-found]

# A selection that mixes what stands in lines with what stands in blocks, where TEI allows it and
# where it does not: nothing may be lost of an invalid document either.
ELEMENTS = tuple(
    """div head p ab list item label table row cell lg l sp speaker stage quote q cit
    opener closer salute signed dateline address addrLine postscript hi emph foreign persName
    placeName orgName rs date ref note choice sic corr orig reg abbr expan ex am app lem rdg
    add del subst restore supplied surplus unclear damage gap space stamp seg fw figure figDesc
    floatingText body formula title bibl listBibl listPerson person castList castItem castGroup
    entry sense form gramGrp msDesc msIdentifier msItem listApp rdgGrp wit witDetail lacunaStart
    u pause incident kinesic fs f symbol egXML gi ruby rb rt sourceDoc surface zone line
    graph node noteGrp ptr TEI teiHeader respStmt resp correspDesc correspAction standOff
    secl retrace delSpan listTranspose divGen specGrp elementSpec moduleRef object
    lb pb cb anchor handShift metamark certainty unheardOf""".split()  # noqa: SIM905
)

ATTRIBUTES = {
    "ref": "#doc-x",
    "hand": "#h1",
    "type": "field",
    "rend": "italic",
    "resp": "#tr",
    "cert": "low",
    "cols": "2",
}

_words = st.text(alphabet="abcxyzäſ漢م ", min_size=1, max_size=8)


def _element(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(
        lambda name, attributes, content: (
            f"<{name}{''.join(f' {a}={v!r}' for a, v in attributes.items())}>"
            f"{''.join(content)}</{name}>"
        ),
        st.sampled_from(ELEMENTS),
        st.dictionaries(st.sampled_from(sorted(ATTRIBUTES)), st.none(), max_size=2).map(
            lambda chosen: {name: ATTRIBUTES[name] for name in chosen}
        ),
        st.lists(children, max_size=4),
    )


bodies = st.lists(
    st.recursive(_words.map(escape), _element, max_leaves=25), min_size=1, max_size=4
).map("".join)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(body=bodies)
def test_no_word_of_a_generated_document_is_lost(
    body: str, snippet: Callable[[str], Source], renderer: Renderer, words: type[Words]
) -> None:
    source = snippet(body)
    assert words.of_page(renderer.html(source)) == words.of_source(source.text)
    for view in ("reading", "diplomatic", "transcript"):
        renderer.text(source, view)


def test_a_lost_word_would_be_noticed(
    snippet: Callable[[str], Source], renderer: Renderer, words: type[Words]
) -> None:
    page = renderer.html(snippet("<p>one two three</p>"))
    expected = words.of_source(snippet("<p>one two three</p>").text)
    assert words.of_page(page) == expected
    assert words.of_page(page.replace("two", "")) != expected
    assert words.of_page(page.replace("two", "two two")) != expected


def test_no_word_of_the_model_is_lost(
    telegram: Source, renderer: Renderer, words: type[Words]
) -> None:
    assert words.of_page(renderer.html(telegram)) == words.of_source(telegram.text)


def test_every_statement_of_the_header_is_shown(telegram: Source, renderer: Renderer) -> None:
    from lxml import etree

    tei = etree.fromstring(telegram.text.encode())
    header = tei.find("{http://www.tei-c.org/ns/1.0}teiHeader")
    page = html.fromstring(renderer.html(telegram))
    (about,) = page.xpath("//section[@class='about']")
    for generated in about.xpath(".//*[contains(concat(' ', @class, ' '), ' gen ')]"):
        if "particulars" not in generated.get("class"):
            generated.clear(keep_tail=True)
    shown = "".join("".join(about.itertext()).split())
    for text in header.itertext():
        assert "".join(text.split()) in shown
    for value in header.xpath(
        ".//*[local-name()='change' or local-name()='language']/@*[not(contains(., '#'))]"
    ):
        assert {"2026-02-01": "1February2026"}.get(value, value) in shown


def test_no_word_of_the_samples_is_lost(
    test_data: Path, renderer: Renderer, words: type[Words]
) -> None:
    rendered = 0
    lost = []
    for path in sorted((test_data / "samples").rglob("*.xml")):
        try:
            source = read_source(path)
        except RenderingError as error:
            assert "is closed by" in str(error)  # noqa: PT017
            continue
        rendered += 1
        if words.of_page(renderer.html(source)) != words.of_source(source.text):
            lost.append(path.name)
    assert rendered, "no samples found"
    assert not lost


def test_a_document_that_gives_an_identifier_twice_is_rendered(
    snippet: Callable[[str], Source], renderer: Renderer, words: type[Words]
) -> None:
    source = snippet("<p xml:id='a'>one</p><p xml:id='a'>two</p><p><ref target='#a'>x</ref></p>")
    page = renderer.html(source)
    assert words.of_page(page) == words.of_source(source.text.replace("xml:id", "n"))
    assert page.count('id="a"') == 1


def test_no_word_of_random_tei_is_lost_and_every_link_leads_somewhere(
    test_data: Path, renderer: Renderer, words: type[Words]
) -> None:
    writer = TeiWriter(test_data / "schemas" / "tei_all.rng", Random(1950))
    for _ in range(40):
        text = writer.document(300)
        page = renderer.html(Source(text, "random.xml"))
        assert words.of_page(page) == words.of_source(text)
        tree = html.document_fromstring(page)
        anchors = tree.xpath("//@id")
        assert len(anchors) == len(set(anchors))
        for href in tree.xpath("//a/@href[starts-with(., '#')]"):
            assert href[1:] in anchors
    assert len(writer.elements) > 350


def test_every_element_of_tei_is_shown(
    test_data: Path, snippet: Callable[[str], Source], renderer: Renderer, words: type[Words]
) -> None:
    schema = (test_data / "schemas" / "tei_all.rng").read_text(encoding="utf-8")
    names = sorted(set(re.findall(r'<(?:\w+:)?element name="([A-Za-z0-9]+)"', schema)))
    assert len(names) > 500
    names = [name for name in names if name not in {"teiHeader", "binaryObject", "text"}]
    body = "".join(
        f"<div><{name}>a{n}</{name}><p>b{n}<{name}>c{n}</{name}></p></div>"
        for n, name in enumerate(names)
    )
    source = snippet(body)
    assert words.of_page(renderer.html(source)) == words.of_source(source.text)


@pytest.mark.parametrize("root", ["teiCorpus", "sourceDoc", "standOff", "div"])
def test_documents_of_other_shapes_are_shown(
    root: str, renderer: Renderer, words: type[Words]
) -> None:
    tei = "<TEI><teiHeader/><text><body><p>within</p></body></text></TEI>"
    content = {
        "teiCorpus": f"<teiCorpus xmlns='http://www.tei-c.org/ns/1.0'><teiHeader/>{tei}{tei}</teiCorpus>",
        "sourceDoc": "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader/><sourceDoc><surface>"
        "<zone><line>one</line><line>two</line></zone></surface></sourceDoc></TEI>",
        "standOff": "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader/><standOff><listPerson>"
        "<person><persName>A</persName><note>b</note></person></listPerson></standOff></TEI>",
        "div": "<div xmlns='http://www.tei-c.org/ns/1.0'><p>alone</p></div>",
    }[root]
    page = words.of_page(renderer.html(Source(text=content)))
    for word in re.findall(r">(\w+)<", content):
        assert word in "".join(page)


@pytest.mark.parametrize("root", ["div", "TEI.2"])
def test_a_document_of_another_root_stands_once(root: str, renderer: Renderer) -> None:
    source = Source(
        text=f"<{root} xmlns='http://www.tei-c.org/ns/1.0' xml:id='a'><p>alone</p></{root}>"
    )
    page = renderer.html(source)
    assert page.count('<p class="tei-p">alone</p>') == page.count('id="a"') == 1
    for view in ("reading", "transcript"):
        assert renderer.text(source, view).count("alone") == 1
