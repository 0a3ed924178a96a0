# SPDX-License-Identifier: MIT
"""Whatever its words, what is written as Markdown is what a CommonMark parser reads."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html

from tei_edition.rendering.text.blocks import (
    BREAK,
    Block,
    Code,
    Entry,
    Item,
    Quote,
    Row,
    Span,
    Table,
)
from tei_edition.rendering.text.markdown import markdown
from tei_edition.rendering.text.running_text import tidied
from tests.rendering.commonmark import code, code_of, of_blocks, rendered, words

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
