# SPDX-License-Identifier: MIT
"""Markdown, read by a CommonMark parser, has the words, headings, lists and tables of the model."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from tei_edition.rendering import Renderer, Source, read_source, write_site
from tei_edition.rendering.blocks import (
    BREAK,
    Block,
    Code,
    Entry,
    Item,
    Quote,
    Row,
    Rule,
    Span,
    Table,
)
from tei_edition.rendering.markdown import markdown
from tei_edition.rendering.running_text import tidied
from tei_edition.rendering.source import RenderingError

PARSER = MarkdownIt("gfm-like", {"linkify": False, "html": True, "maxNesting": 100})
PARSER.normalizeLinkText = lambda url: url  # type: ignore[method-assign]  # as forges show it


def rendered(text: str) -> str:
    return str(PARSER.render(text))


def words(text: str) -> list[str]:
    """The words of Markdown as a reader sees them, and nothing that a parser took for markup."""
    page = html.fromstring(f"<div>{rendered(text)}</div>")
    assert not page.xpath("//img | //s | //input"), "text was taken for markup"
    return "".join(page.itertext()).split()


def code(text: str) -> list[str]:
    """What a parser took for code."""
    page = html.fromstring(f"<div>{rendered(text)}</div>")
    return ["".join("".join(element.itertext()).split()) for element in page.xpath("//code")]


def of_blocks(blocks: tuple[object, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Block):
            if block.margin:
                yield f"⟨{block.margin}⟩"
            yield from block.text.split()
        elif isinstance(block, Entry):
            yield from of_blocks((block.term, *block.content))
        elif isinstance(block, Item):
            inner = list(of_blocks(block.content))
            label = "" if re.fullmatch(r"(- |\d+[.)] |)", block.marker) else block.marker
            yield from label.split()
            yield from inner
        elif isinstance(block, Quote):
            yield from of_blocks(block.content)
        elif isinstance(block, Code):
            yield from " ".join(block.lines).split()
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from "".join(span.text for span in cell).split()


def code_of(blocks: tuple[object, ...]) -> Iterator[str]:
    """What may be code in Markdown: of two spans of it side by side one is not."""
    for block in blocks:
        if isinstance(block, Block):
            for span in block.spans:
                if span.code:
                    yield "".join(span.text.replace(BREAK, " ").split())
        elif isinstance(block, Entry):
            yield from code_of((block.term, *block.content))
        elif isinstance(block, Item | Quote):
            yield from code_of(block.content)
        elif isinstance(block, Code):
            yield "".join("".join(block.lines).split())


PIECES = st.sampled_from(
    [
        *"ab1 .)(*_`[]<>#+-=~|\\!&;:\"'$^x/@%{}",
        *("ä", "漢", "“", "⟨", "\u0301", "\u00a0", "\u00ad", "\u202e", "\u200b", "א", BREAK),
        *(
            "__",
            "**",
            "](",
            "]:",
            "![",
            "[^1]",
            "[x] ",
            "&amp;",
            "1. ",
            "10) ",
            "---",
            "===",
            "```",
        ),
        *(
            "https://a.b/c_d",
            "http://",
            "www.",
            "<b>",
            "<!--",
            "a@b.org",
            "| --- |",
            ":a:",
            "\t",
            "   ",
        ),
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=12).map("".join)
SPANS = st.lists(
    st.builds(
        lambda text, italic, bold, href, code: Span(text, italic, bold, href, code),
        TEXTS,
        st.booleans(),
        st.booleans(),
        st.sampled_from(["", "", "https://example.org/a_b?c=*"]),
        st.sampled_from([False, False, False, True]),
    ),
    min_size=1,
    max_size=4,
).map(tidied)
PARAGRAPHS = st.builds(
    Block,
    SPANS,
    st.booleans(),
    st.just(0),
    st.sampled_from([0, 0, 0, 2]),
    st.sampled_from(["", "", "5", "1*"]),
    st.sampled_from([0, 0, 1]),
).filter(lambda block: bool(block.spans) and not (block.level and block.margin))


@settings(max_examples=600, deadline=None)
@example(blocks=(Block((Span("]:", code=True, href="https://example.org/"),)),))
@example(blocks=(Block((Span("1"),)), Block((Span("\u00a0"),), tight=True)))
@example(blocks=(Block((Span("__d__"),)),))
@given(blocks=st.lists(PARAGRAPHS, min_size=1, max_size=3).map(tuple))
def test_what_is_written_is_what_is_read(blocks: tuple[Block, ...]) -> None:
    text = markdown(blocks)
    assert words(text) == list(of_blocks(blocks))
    assert set(code(text)) <= set(code_of(blocks))


CODE = st.builds(
    Code,
    st.lists(st.text("a <>`~|*_#- \\", max_size=8).map(str.rstrip), min_size=1, max_size=3).map(
        tuple
    ),
)


@settings(max_examples=200, deadline=None)
@given(
    blocks=st.recursive(
        st.lists(PARAGRAPHS, min_size=1, max_size=2).map(tuple),
        lambda inner: st.lists(
            st.one_of(
                st.builds(
                    Item, st.sampled_from(["- ", "3. ", "§ 2 ", "* ", ""]), inner, st.booleans()
                ),
                st.builds(Quote, inner),
                st.builds(Entry, PARAGRAPHS.filter(lambda block: not block.level), inner),
                CODE,
                PARAGRAPHS,
            ),
            min_size=1,
            max_size=3,
        ).map(tuple),
        max_leaves=4,
    )
)
@example(
    blocks=(
        Item("", (Block((Span("a"),)),)),
        Item("3. ", (Block((Span("b"),)),), tight=True),
    )
)
def test_lists_quotations_and_examples_keep_their_words(blocks: tuple[object, ...]) -> None:
    text = markdown(blocks)  # type: ignore[arg-type]  # they are blocks
    assert words(text) == list(of_blocks(blocks))
    assert set(code(text)) <= set(code_of(blocks))


@settings(max_examples=200, deadline=None)
@given(
    rows=st.lists(
        st.builds(Row, st.lists(SPANS, min_size=2, max_size=2).map(tuple), st.booleans()),
        min_size=1,
        max_size=3,
    ).map(tuple)
)
def test_tables_keep_their_words_and_cells(rows: tuple[Row, ...]) -> None:
    table = Table(rows)
    page = html.fromstring(f"<div>{rendered(markdown((table,)))}</div>")
    cells = ["".join(cell.itertext()).split() for cell in page.xpath("//th | //td")]
    written = [list(of_blocks((Table((Row((cell,)),)),))) for row in rows for cell in row.cells]
    assert cells == written if rows[0].is_label else cells[2:] == written


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
