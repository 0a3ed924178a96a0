# SPDX-License-Identifier: MIT
"""Plain text: views, conventions, wrapping, golden copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tei_edition.rendering import EditionData, Renderer, RenderingError, Source, read_source
from tests.rendering.renewal import golden, one_tag_a_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tei_edition.rendering import View


@pytest.mark.parametrize("view", ["reading", "diplomatic", "transcript"])
def test_the_model_telegram_reads_as_it_did(
    view: View, telegram: Source, model_edition: EditionData
) -> None:
    text = Renderer(model_edition).text(telegram, view)
    assert text == golden(f"telegram-7.{view}.txt", text)


def test_the_page_of_the_model_telegram_is_as_it_was(
    telegram: Source, model_edition: EditionData
) -> None:
    page = one_tag_a_line(Renderer(model_edition).html(telegram))
    assert page.split("\n") == golden("telegram-7.html", page).split("\n")


def test_the_transcript_of_the_edition_is_the_transcription(repository: Path) -> None:
    corpus = repository / "corpus"
    document = corpus / "documents" / "cable-600308.xml"
    if not document.is_file():
        pytest.skip(f"{document} is missing: the edition is not in this checkout")
    transcript = Renderer().text(read_source(document, corpus), "transcript")
    transcription = corpus / "transcriptions" / "cable-600308.txt"
    assert transcript == transcription.read_text(encoding="utf-8")


def test_lines_keep_to_the_width(telegram: Source, renderer: Renderer) -> None:
    wrapped = renderer.text(telegram, "reading", width=40)
    assert all(len(line) <= 40 or " " not in line.strip() for line in wrapped.splitlines())
    unwrapped = renderer.text(telegram, "reading", width=0)
    assert wrapped.replace("=", "").replace("-", "").split() == (
        unwrapped.replace("=", "").replace("-", "").split()
    )


def test_reports_within_reports_double_their_brackets(
    snippet: Callable[[str], Source], renderer: Renderer
) -> None:
    body = '<ab hand="#h1" resp="#tr">to <gap reason="illegible" extent="two words"/></ab>'
    assert "[[two illegible words]]]" in renderer.text(snippet(body), "transcript")


def test_an_unknown_view_is_refused(telegram: Source, renderer: Renderer) -> None:
    with pytest.raises(RenderingError, match="no such view"):
        renderer.text(telegram, "pretty")  # type: ignore[arg-type]


def test_details_of_witnesses_go_to_the_readings_that_they_are_about(
    snippet: Callable[[str], Source], renderer: Renderer
) -> None:
    text = renderer.text(
        snippet(
            '<p><app><lem wit="#A">load</lem><witDetail>large</witDetail>'
            '<rdg xml:id="doc-r" wit="#B #C">lode</rdg><rdgGrp><rdg wit="#D">lot</rdg></rdgGrp>'
            '<witDetail target="#doc-r #doc-q" wit="#A">erased</witDetail>'
            '<witDetail target="#doc-q" wit="#D #E">late</witDetail></app></p>'
        ),
        "reading",
        width=0,
    )
    assert (
        "load: A, large; other reading “lode”: B, C, erased; other reading “lot”: D, late" in text
    )


@pytest.mark.parametrize("view", ["reading", "diplomatic"])
def test_each_letter_in_the_list_of_readings_stands_in_the_text_of_either_view(
    view: View, snippet: Callable[[str], Source], renderer: Renderer
) -> None:
    source = snippet(
        "<p>a <choice><sic>teh</sic><corr>the</corr></choice> <del>gone</del>"
        " <surplus>too</surplus> <app><lem>one</lem><rdg>two</rdg></app></p>"
        "<del><p>struck</p></del>"
    )
    for text in (renderer.text(source, view), renderer.markdown(source, view)):
        words, _, readings = text.partition(
            "\nReadings\n" if "\nReadings\n" in text else "## Readings"
        )
        for letter in ("⟨a⟩", "⟨b⟩", "⟨c⟩", "⟨d⟩", "⟨e⟩"):
            assert words.count(letter) == 1
            assert readings.count(letter) == 1
    assert "⟨a⟩" not in renderer.text(source, "transcript")


def test_brackets_close_against_the_words_in_them(
    snippet: Callable[[str], Source], renderer: Renderer
) -> None:
    source = snippet('<div hand="#h1"><p>\n  seen and read\n <note>twice</note> </p>\n</div>')
    assert "unknown hand:\nseen and read ⟨1⟩⟩\n" in renderer.text(source)


def test_what_stands_in_a_cell_keeps_its_order(
    snippet: Callable[[str], Source], renderer: Renderer
) -> None:
    persons = "<listPerson><person><persName>Anna</persName></person></listPerson>"
    source = snippet(f"<table><row><cell>{persons}</cell><cell>b</cell></row></table>")
    assert "⟨Persons⟩ | b\nAnna" in renderer.text(source)


def test_characters_that_mark_looks_are_no_marks_in_a_document(
    snippet: Callable[[str], Source], renderer: Renderer
) -> None:
    source = snippet("<p>a &#xFDD2;b&#xFDD8; <hi rend='bold'>c &#xFDD4;d&#xFDD7;</hi></p>")
    assert "\n\na b **c d**\n" in renderer.markdown(source)


def test_a_note_says_where_it_stands_and_in_which_hand(
    snippet: Callable[[str], Source], renderer: Renderer
) -> None:
    source = snippet('<p>a<note place="foot" hand="#h2">b</note><note>c</note></p>')
    for text in (renderer.text(source, width=0), renderer.markdown(source)):
        assert "⟨1⟩ Note in the document, at the foot; hand: Clerk in blue pencil. b\n" in text
        assert "⟨2⟩ Note by the editors. c\n" in text


def test_paragraphs_and_lists_of_the_header_stay_apart(
    snippet: Callable[[str], Source], renderer: Renderer
) -> None:
    source = snippet("<p>x</p>")
    policy = (
        "<editorialDecl><normalization method='markup'><p>One.</p><p>Two.</p><list><item>a</item>"
        "<item>b</item></list></normalization></editorialDecl><projectDesc><p>Why.</p></projectDesc>"
    )
    header = source.text.replace("<appInfo>", f"{policy}<appInfo>")
    text = renderer.text(Source(header, "doc.xml"), width=0)
    assert (
        "- Editorial policies – Names, transliteration, abbreviations, normalisation "
        "(method: markup): One.\n\n  Two.\n\n  - a\n  - b\n- The project: Why.\n"
    ) in text


def test_a_source_of_statements_has_them_apart(
    snippet: Callable[[str], Source], renderer: Renderer
) -> None:
    record = (
        "<biblStruct><monogr><author>A. Berg</author><title>On Cranes</title><imprint>"
        "<pubPlace>Vey</pubPlace><date when='1930'/></imprint></monogr></biblStruct>"
    )
    source = snippet("<p>x</p>")
    header = source.text.replace('<bibl xml:id="src">A source</bibl>', record)
    text = renderer.text(Source(header, "doc.xml"))
    assert "Source: A. Berg, On Cranes, Vey, 1930\n" in text


def test_labels_have_the_colon_of_their_language(telegram: Source) -> None:
    renderer = Renderer(EditionData(language="fr"))
    for text in (renderer.text(telegram, width=0), renderer.markdown(telegram)):
        assert "De\u00a0: Rask" in text
        assert "De:" not in text


def test_reports_of_the_page_have_the_colon_of_their_language(
    snippet: Callable[[str], Source],
) -> None:
    source = snippet(
        "<p><del>a</del><add>b</add> <space quantity='3' unit='cm'/> <stamp>c</stamp>"
        " <fw type='pageNum'>9</fw> <ptr target='https://example.org/'/> <supplied>d</supplied></p>"
    )
    french = Renderer(EditionData(language="fr"))
    body = french.text(source, "diplomatic", width=0).split("* * *")[1].split("Leçons")[0]
    assert body.count("\u00a0: ") == body.count(": ") >= 6
    page = french.html(source).split('<div class="tei-body">')[1].split("<section")[0]
    assert page.count("\u00a0: ") == page.count(": ") >= 6


def test_a_document_says_how_it_is_cited(telegram: Source, model_edition: EditionData) -> None:
    renderer = Renderer(model_edition)
    text = renderer.text(telegram, width=0)
    cited = text.split("Cite this document\n------------------\n\n")[1].split("\n\n")
    assert "https://example.org/harbour/telegram-7" in cited[0]
    assert "version 1.0.0" in cited[0]
    assert cited[1] == "Permanent address: https://example.org/harbour/telegram-7"
    assert "## Cite this document" in renderer.markdown(telegram)
    assert "Cite this document" not in renderer.text(telegram, "transcript")
    chapter = renderer.chapter(telegram)
    assert "Cite this document" in chapter
    assert not any(control in chapter for control in ("<dialog", "<button", "data-cite"))


def test_what_an_edition_is_stands_at_the_foot(
    telegram: Source, model_edition: EditionData
) -> None:
    text = Renderer(model_edition).text(telegram, width=0)
    assert text.endswith(
        "* * *\n\nPapers of the Harbour Board. A. Editor, B. Editor. Version 1.0.0.\n"
        "Licence: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/\n"
    )


def test_lines_have_their_numbers_where_the_view_keeps_lines(
    snippet: Callable[[str], Source], renderer: Renderer
) -> None:
    source = snippet('<p>a <lb n="5"/>b <lb n="6"/>c</p>')
    assert "\na\n⟨5⟩ b\nc\n" in renderer.text(source, "diplomatic")
    assert "\na b c\n" in renderer.text(source, "reading")
    assert renderer.text(source, "transcript") == "a\nb\nc\n"


def test_all_of_a_note_hangs_below_its_number(
    snippet: Callable[[str], Source], renderer: Renderer
) -> None:
    source = snippet(
        "<p>a<note><p>one</p><list><item>b</item></list><p>two</p></note>"
        " <choice><sic>teh</sic><corr>the</corr></choice></p>"
    )
    text = renderer.text(source, width=40)
    assert "⟨1⟩ Note by the editors. one\n\n    - b\n\n    two\n\nReadings" in text
    assert "⟨a⟩ the: corrected by the editors; the\n    document has “teh”\n" in text
    marked = renderer.markdown(source)
    assert "- ⟨1⟩ Note by the editors. one\n\n  - b\n\n  two\n\n## Readings" in marked
    assert "\n- ⟨a⟩ the: corrected by the editors; the document has “teh”\n" in marked
