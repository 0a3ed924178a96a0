# SPDX-License-Identifier: MIT
"""Markdown, read by a CommonMark parser, has the words, headings, lists and tables of the model."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest

from tei_edition.rendering import Renderer, Source, read_source, write_site
from tei_edition.rendering.sources.source import RenderingError
from tei_edition.rendering.text.blocks import (
    BREAK,
    Block,
    Item,
    Rule,
    Span,
)
from tei_edition.rendering.text.markdown import markdown
from tei_edition.rendering.text.running_text import tidied
from tests.rendering.commonmark import of_blocks, rendered, words


@pytest.mark.parametrize(
    ("tei", "expected"),
    [
        (
            "<p>a <hi rend='italic'>b</hi> <hi rend='bold'>c</hi></p>",
            "<p>a <em>b</em> <strong>c</strong></p>",
        ),
        ("<p>re<hi rend='italic'>cei</hi>ved</p>", "<p>re<em>cei</em>ved</p>"),
        ("<div><head>One</head><p>x</p></div>", "<h3>One</h3>\n<p>x</p>"),
        ("<lg><l>one</l><l>two</l></lg>", "<p>one<br />\ntwo</p>"),
        ("<list><item>a</item><item>b</item></list>", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        (
            "<list rend='numbered'><item n='4'>a</item><item>b</item></list>",
            '<ol start="4">\n<li>a</li>\n<li>b</li>\n</ol>',
        ),
        (
            "<list><item><p>a</p><list><item>b</item></list></item></list>",
            "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>",
        ),
        ("<p>a</p><quote><p>b</p></quote>", "<p>a</p>\n<blockquote>\n<p>b</p>\n</blockquote>"),
        (
            "<table><row role='label'><cell>A</cell></row><row><cell>b|c</cell></row></table>",
            (
                "<table>\n<thead>\n<tr>\n<th>A</th>\n</tr>\n</thead>\n"
                "<tbody>\n<tr>\n<td>b|c</td>\n</tr>\n</tbody>\n</table>"
            ),
        ),
        (
            "<p>see <ref target='https://example.org/a'>the record</ref></p>",
            '<p>see <a href="https://example.org/a">the record</a></p>',
        ),
        ("<p>&lt;script>alert(1)&lt;/script></p>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("<p>1. first</p>", "<p>1. first</p>"),
    ],
)
def test_structure(
    tei: str, expected: str, snippet: Callable[[str], Source], renderer: Renderer
) -> None:
    text = markdown(renderer.blocks(snippet(tei)))
    page = rendered(text)
    body = page.split("<hr />\n", 1)[1].split("\n<h2>", 1)[0]
    assert unescape(body) == unescape(expected)


def test_links_lead_to_the_other_documents(tmp_path: Path) -> None:
    link = (Block((Span("the letter", href="letter.html#p1"),)),)
    assert markdown(link, {"letter.html"}) == "[the letter](letter.md)\n"
    assert markdown(link) == "the letter\n"


def test_a_rule_is_no_heading() -> None:
    text = markdown((Block((Span("a"),)), Rule(), Block((Span("b"),))))
    assert rendered(text) == "<p>a</p>\n<hr />\n<p>b</p>\n"


def test_the_samples_keep_their_words(test_data: Path, renderer: Renderer) -> None:
    different = []
    for path in sorted((test_data / "samples").rglob("*.xml"))[::5]:
        try:
            blocks = renderer.blocks(read_source(path))
        except RenderingError:
            continue
        if words(markdown(blocks)) != list(of_blocks(blocks)):
            different.append(path.name)
    assert not different


def test_one_space_where_looks_change() -> None:
    spans = tidied([Span("a\n "), Span(" b ", italic=True), Span(f" {BREAK} c {BREAK}")])
    assert "".join(span.text for span in spans) == f"a b{BREAK}c"
    assert re.search(r"\S", spans[-1].text)


def test_markup_that_a_text_speaks_of_is_code(
    snippet: Callable[[str], Source], renderer: Renderer
) -> None:
    tei = (
        "<p>see <gi>p</gi>, <att>rend</att>, <code>a``b</code></p>"
        '<egXML xmlns="http://www.tei-c.org/ns/Examples">\n'
        "    <p>\n      All <gap/>\n    </p>\n  </egXML>"
    )
    text = renderer.markdown(snippet(tei))
    assert "see `<p>`, `@rend`, ```a``b```\n" in text
    assert "```\n<p>\n  All <gap/>\n</p>\n```\n" in text
    assert "{" not in text


def test_verse_keeps_its_numbers_and_its_indentation(
    snippet: Callable[[str], Source], renderer: Renderer
) -> None:
    tei = "<lg><l n='1*'>one</l><l rend='indent'>two</l></lg>"
    page = rendered(renderer.markdown(snippet(tei)))
    assert "<p>⟨1*⟩ one<br />\n\u2003\u2003two</p>" in page


def test_what_stands_without_a_mark_does_not_go_with_the_item_before() -> None:
    before = Item("- ", (Block((Span("a"),)),))
    plain = Item("", (Block((Span("b"),)),), tight=True)
    assert rendered(markdown((before, plain))) == "<ul>\n<li>a</li>\n</ul>\n<p>b</p>\n"


def test_names_and_pages_lead_where_the_page_leads_them(
    snippet: Callable[[str], Source], renderer: Renderer
) -> None:
    tei = (
        "<p><persName ref='https://example.org/1'>Berg<note>a</note></persName>, "
        "<rs ref='https://example.org/2'>a friend of <persName key='x'"
        " ref='https://example.org/3'>Mohn</persName></rs>, <title ref='https://example.org/4'"
        " level='m'>Cranes</title>, <ref target='https://example.org/5'>a letter to "
        "<persName ref='https://example.org/1'>Berg</persName></ref></p>"
        "<pb n='2' facs='https://example.org/2.png'/>"
    )
    text = renderer.markdown(snippet(tei))
    assert (
        "[Berg⟨1⟩](https://example.org/1), [a friend of](https://example.org/2) "
        "[Mohn](https://example.org/3), [*Cranes*](https://example.org/4), "
        "[a letter to Berg](https://example.org/5)\n" in text
    )
    assert "\n[⟨page 2⟩](https://example.org/2.png)\n" in text
    plain = renderer.text(snippet(tei), width=0)
    assert "Berg⟨1⟩, a friend of Mohn, Cranes, a letter to Berg <https://example.org/5>\n" in plain
    assert "\n⟨page 2⟩\n" in plain


def test_names_lead_to_the_file_of_their_entry(model: Path, tmp_path: Path) -> None:
    files = sorted((model / "documents").glob("*.xml"))
    write_site(
        files,
        tmp_path,
        authorities=[model / "names.xml"],
        outputs=["markdown", "text"],
        root=model,
    )
    telegram = (tmp_path / "telegram-7.md").read_text(encoding="utf-8")
    assert "From: [Rask](names.md)\\\n" in telegram
    assert (tmp_path / "names.md").is_file()
    assert "Rask" in (tmp_path / "names.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("see https://a.b/~c_d_*e*, (http://a.b/c_(d)).", "see <https://a.b/~c_d_*e>"),
        ("https://a.b/c|d", r"<https://a.b/c>\|d"),
        ("www.a.b/~c", r"www\.a.b/\~c"),
        ("@anna, #12, a/b#3, !4, &5, %6", r"\@anna, \#12, a/b\#3, \!4, \&5, \%6"),
        ("a@b.org, C# & D, 5 % 6!", "a@b.org, C# & D, 5 % 6!"),
        ("__a__", r"\_\_a\_\_"),
        (": a :b", r"\: a :b"),
    ],
)
def test_forges_find_no_addresses_and_records_that_are_none(text: str, written: str) -> None:
    assert markdown((Block((Span(text),)),)).startswith(written)


def test_terms_and_what_is_said_of_them_are_items(
    snippet: Callable[[str], Source], renderer: Renderer
) -> None:
    tei = (
        "<list type='gloss'><label>crane</label><item>a machine</item><label>bird</label>"
        "<item><p>an animal</p><p>with wings</p></item></list>"
        "<list><label>1.</label><item>one</item><label>2.</label><item>two</item></list>"
        "<list rend='numbered'><item n='7'>seven</item><item>eight</item></list>"
    )
    page = rendered(renderer.markdown(snippet(tei)))
    assert "<strong>crane</strong><br />\na machine</p>" in page
    assert "<strong>bird</strong><br />\nan animal</p>\n<p>with wings</p>\n</li>" in page
    assert "<ol>\n<li>one</li>\n<li>two</li>\n</ol>" in page
    assert '<ol start="7">\n<li>seven</li>\n<li>eight</li>\n</ol>' in page
    text = renderer.text(snippet(tei))
    assert "\ncrane\n  a machine\n\nbird\n  an animal\n\n  with wings\n" in text
    assert "\n1. one\n2. two\n" in text
    assert "\n7. seven\n8. eight\n" in text


def test_lists_that_follow_each_other_are_two(
    snippet: Callable[[str], Source], renderer: Renderer
) -> None:
    tei = "<list><item>a</item></list><list><item/><item>b</item><item>c</item></list>"
    page = rendered(renderer.markdown(snippet(tei)))
    assert "<ul>\n<li>a</li>\n</ul>\n<ul>\n<li>b</li>\n<li>c</li>\n</ul>" in page
    assert "\n- a\n\n- b\n- c\n" in renderer.text(snippet(tei))
