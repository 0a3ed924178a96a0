# SPDX-License-Identifier: MIT
"""Lines of plain text as a terminal shows them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from tei_edition.rendering import Renderer, Source
from tei_edition.rendering.text.blocks import BREAK, Block, Item, Quote, Row, Span, Table
from tei_edition.rendering.text.plain_text import columns, plain_text
from tei_edition.rendering.text.running_text import tidied


def paragraph(text: str) -> Block:
    return Block((Span(text),))


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 0, ["one two three"]),
        ("a unbreakable b", 5, ["a", "unbreakable", "b"]),
        ("漢字仮名交文", 6, ["漢字仮", "名交文"]),
        ("漢字。仮名", 4, ["漢", "字。", "仮名"]),
        ("see 漢字仮名", 8, ["see 漢字", "仮名"]),
        ("한국어 글", 6, ["한국어", "글"]),
        ("⟨판독 불가: 행⟩", 8, ["⟨판독", "불가:", "행⟩"]),
        ("漢字⟨仮名", 6, ["漢字", "⟨仮名"]),
        ("e\u0301te\u0301 e\u0301te\u0301", 7, ["e\u0301te\u0301 e\u0301te\u0301"]),
        ("שלום עולם", 4, ["שלום", "עולם"]),
        ("a\u00a0b c", 3, ["a\u00a0b", "c"]),
        ("a Donau\u00addampf\u00adschiff", 9, ["a Donau\u00ad", "dampf\u00ad", "schiff"]),
        ("one\u200btwo—three", 8, ["one\u200btwo—", "three"]),
    ],
)
def test_lines_are_as_wide_as_a_terminal_shows_them(
    text: str, width: int, lines: list[str]
) -> None:
    assert plain_text((paragraph(text),), width).splitlines() == lines


@given(
    text=st.text("abc 漢字。（）é\u0301한 ", min_size=1, max_size=60).map(
        lambda t: " ".join(t.split())
    ),
    width=st.integers(1, 30),
)
def test_wrapping_changes_nothing_but_spaces_and_lines(text: str, width: int) -> None:
    wrapped = plain_text((paragraph(text),), width)
    assert "".join(wrapped.split()) == "".join(text.split())


@given(st.lists(st.text("ab漢字é", min_size=1, max_size=4), min_size=1), st.integers(8, 30))
def test_no_line_is_longer_than_the_width(words: list[str], width: int) -> None:
    wrapped = plain_text((paragraph(" ".join(words)),), width)
    assert all(wcswidth(line) <= width for line in wrapped.splitlines())


@given(st.text(f"ab \t\n\u00a0漢{BREAK}", max_size=20), st.integers(0, 20))
def test_white_space_is_the_same_however_a_text_is_cut(text: str, cut: int) -> None:
    whole = "".join(span.text for span in tidied([Span(text)]))
    assert whole == "".join(span.text for span in tidied([Span(text[:cut]), Span(text[cut:])]))
    assert not set("\t\n") & set(whole)


def test_lists_hang_and_nest() -> None:
    inner = (Item("- ", (paragraph("b one two"),)), Item("- ", (paragraph("c"),), tight=True))
    outer = Item("10. ", (paragraph("a one two"), *inner))
    assert plain_text((outer,), 10).splitlines() == [
        *("10. a one", "    two", "", "    - b", "      one", "      two", "    - c"),
    ]


def test_quotations_are_indented() -> None:
    assert plain_text((paragraph("a"), Quote((paragraph("b"),))), 72) == "a\n\n    b\n"


def test_tables_stand_in_columns_where_they_are_narrow_enough() -> None:
    def row(*cells: str, label: bool = False) -> Row:
        return Row(tuple((Span(cell),) for cell in cells), label)

    table = Table((row("名", "b", label=True), row("ccc", "漢字")))
    assert plain_text((table,), 72).splitlines() == ["名  | b", "----+-----", "ccc | 漢字"]
    assert plain_text((table,), 8).splitlines() == ["名 | b", "ccc | 漢", "字"]
    wide = Table((row("one two three four", "a", ""), row("b", f"five six{BREAK}seven", "")))
    assert plain_text((wide,), 44).splitlines() == [
        *("one two three four | a", "-------------------+----------+-"),
        *("b                  | five six", "                   | seven"),
    ]
    assert plain_text((wide,), 14).splitlines() == [
        "one two three",
        "four | a",
        "b | five six",
        "seven",
    ]
    long = Table((row("a" * 30, "b c"), row("one two three " * 3 + "d", "e")))
    assert plain_text((long,), 40).splitlines() == [
        *("a" * 30 + "     | b c", "-" * 35 + "+----"),
        *("one two three one two three one    | e", "two three d"),
    ]


def test_headings_are_underlined_as_wide_as_they_are() -> None:
    heading = Block((Span("漢字"),), level=1)
    assert plain_text((heading,), 72) == "漢字\n====\n"
    assert columns("漢字") == 4


def test_links_to_the_web_show_their_address(
    snippet: Callable[[str], Source], renderer: Renderer
) -> None:
    body = (
        "<p><ref target='https://example.org/a'>there</ref>, "
        "<ref target='https://example.org/b'>https://example.org/b</ref></p>"
    )
    text = renderer.text(snippet(body))
    assert "there <https://example.org/a>, https://example.org/b\n" in text
    assert "there, https" in renderer.text(snippet(body), "transcript")


def test_statements_of_persons_have_a_line_each(
    snippet: Callable[[str], Source], renderer: Renderer
) -> None:
    body = (
        "<listPerson><person xml:id='p'><persName>Berg</persName><birth><date>1900</date>"
        "<placeName>Vey</placeName></birth></person></listPerson>"
    )
    text = renderer.text(snippet(body))
    assert "Berg\n  Born: 1900, Vey\n" in text


def test_characters_that_steer_a_terminal_are_named(
    snippet: Callable[[str], Source], renderer: Renderer
) -> None:
    body = "<p>a&#x9B;31mb&#x85;c&#x2028;d&#x2029;e&#xAD;f\u202eg&#9;h</p>"
    for text in (renderer.text(snippet(body)), renderer.text(snippet(body), "transcript")):
        assert "a⟨U+009B⟩31mb c d e\u00adf\u202eg h\n" in text
        assert len(text.splitlines()) == text.count("\n")


def test_stage_directions_are_told_from_speech(
    snippet: Callable[[str], Source], renderer: Renderer
) -> None:
    body = (
        "<sp><speaker>A</speaker><stage>rises</stage><p>Yes. <stage>To <name"
        " ref='https://example.org/b'>B</name><note>x</note>.</stage> No. "
        "<stage>(sits)</stage></p></sp>"
    )
    text = renderer.text(snippet(body))
    assert "\nA\n_rises_\n\nYes. _To B⟨1⟩._ No. (sits)\n" in text
    assert "_" not in renderer.text(snippet(body), "transcript")
    assert "*rises*" in renderer.markdown(snippet(body))


def test_headings_of_each_depth_have_a_rule_of_their_own(
    snippet: Callable[[str], Source], renderer: Renderer
) -> None:
    body = "<div><head>One</head><div><div><head>Two</head><div><head>Six</head><p>x</p>"
    text = renderer.text(snippet(f"{body}</div></div></div></div>"))
    assert "\nOne\n~~~\n\nTwo\n...\n\nSix\n'''\n" in text


def test_rows_without_words_take_no_line() -> None:
    table = Table((Row(((Span("a"),), ())), Row(((), ())), Row(((), (Span("b"),)))))
    assert plain_text((table,), 72) == "a\n  | b\n"


def test_persons_of_a_group_without_a_heading_are_persons_of_the_list(
    snippet: Callable[[str], Source], renderer: Renderer
) -> None:
    body = (
        "<castList><castItem>A</castItem><castGroup><castItem>B</castItem><castItem>C</castItem>"
        "<roleDesc>servants</roleDesc></castGroup><castItem>D</castItem></castList>"
    )
    assert "\n- A\n- B\n- C\n  servants\n- D\n" in renderer.text(snippet(body))


def test_what_is_not_the_document_s_is_named(
    snippet: Callable[[str], Source], renderer: Renderer
) -> None:
    register = "<p>x</p><listPerson><person><persName>Berg</persName></person></listPerson>"
    assert "\nx\n\n⟨Persons⟩\n\nBerg\n" in renderer.text(snippet(register))
    braces = "{Braces} hold"
    assert braces not in renderer.text(snippet(register))
    assert braces in renderer.text(snippet("<p><zigzag>x</zigzag></p>"), width=0)
    assert braces in renderer.text(snippet("<p>x<note resp='#ocr'>y</note></p>"), width=0)
