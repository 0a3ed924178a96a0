# SPDX-License-Identifier: MIT
"""Headers as libraries and corpora write them, in the head of the page and in the text output."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.rendering import Source

if TYPE_CHECKING:
    from collections.abc import Callable

    from tei_edition.rendering import Renderer

FRAME = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
<titleStmt><title>The hauen of health.</title>{title}</titleStmt>
<editionStmt><edition>1588</edition></editionStmt>
<publicationStmt><publisher>Text Partnership,</publisher><pubPlace>Oxford :</pubPlace>
<date when="2003-01">2003-01.</date></publicationStmt>
<sourceDesc><biblFull><titleStmt><title>The hauen of health.</title><author>Cogan, T.</author>
</titleStmt><extent>[12] p.</extent><publicationStmt><publisher>Printed for Iohn Norton,</publisher>
<pubPlace>London :</pubPlace><date>1588.</date></publicationStmt></biblFull></sourceDesc></fileDesc>
<revisionDesc>{changes}</revisionDesc></teiHeader><text><body><p>x</p></body></text></TEI>"""
AUTHOR = (
    "<author><persName><surname>Muster</surname><forename>Johann</forename></persName></author>"
    "<author><persName><forename>Jean</forename><nameLink>de</nameLink>"
    "<surname>La Mer</surname></persName></author>"
)
CHANGE = "<change><date>2002-05</date><label>Apex</label>Keyed</change>"


def _text(renderer: Renderer, **parts: str) -> str:
    source = Source(text=FRAME.format(**{"title": "", "changes": "", **parts}), file="a.xml")
    return renderer.text(source, width=0)


def test_statements_that_bring_their_own_marks_get_no_comma_of_ours(renderer: Renderer) -> None:
    assert (
        "Source: The hauen of health. Cogan, T., [12] p., Printed for Iohn Norton, London : 1588.\n"
    ) in _text(renderer)


def test_a_category_is_said_in_the_words_of_its_taxonomy(renderer: Renderer) -> None:
    header = (
        "<encodingDesc><classDecl><taxonomy xml:id='t'><category><catDesc>Prose</catDesc>"
        "<category xml:id='novel'><gloss>Novel</gloss><desc>long</desc></category></category>"
        "</taxonomy></classDecl></encodingDesc><profileDesc><textClass>"
        "<catRef scheme='#t' target='#novel'/></textClass></profileDesc><revisionDesc>"
    )
    source = Source(FRAME.replace("<revisionDesc>", header).format(title="", changes=""), "a.xml")
    assert "Category (Prose › Novel)" in renderer.text(source, width=0)
    assert "(Prose › Novel)" in renderer.html(source)


def test_an_edition_is_a_status_only_where_it_is_numbered(renderer: Renderer) -> None:
    text = _text(renderer, changes=CHANGE)
    assert "Edition: 1588; Text Partnership; 2003-01." in text
    assert "Status:" not in text
    read = f"<listChange type='proofreading'>{CHANGE}</listChange>"
    assert "Status: Change: 2002-05 Apex Keyed" in _text(renderer, changes=read)
    numbered = FRAME.replace("<edition>", "<edition n='2'>").format(title="", changes=read)
    staged = renderer.text(Source(text=numbered, file="a.xml"), width=0)
    assert "Status:\n- 1588\n- Change: 2002-05 Apex Keyed" in staged


def test_the_parts_of_a_name_and_of_a_change_are_parted(renderer: Renderer) -> None:
    text = _text(renderer, title=AUTHOR, changes=CHANGE)
    assert "Author: Muster, Johann; Jean de La Mer" in text
    assert "Change: 2002-05 Apex Keyed" in text
    source = Source(text=FRAME.format(title=AUTHOR, changes=CHANGE), file="a.xml")
    page = renderer.html(source)
    assert "MusterJohann" not in page
    assert '<span class="tei-label">Apex</span> Keyed' in page


def test_one_who_is_named_in_a_statement_answers_as_the_statement_says(
    renderer: Renderer, snippet: Callable[[str], Source]
) -> None:
    text = snippet("<p>a <supplied resp='#who'>b</supplied></p>").text
    named = text.replace("<name>A translator", "<name xml:id='who'>A translator")
    assert "a [b]" in renderer.text(Source(text=named, file="a.xml"), width=0)


def test_a_part_of_a_header_that_stands_twice_stops_nothing(renderer: Renderer) -> None:
    """Such a document is a finding; what it says is shown all the same."""
    whole = FRAME.format(title="", changes="")
    for name in ("titleStmt", "editionStmt", "publicationStmt", "fileDesc", "revisionDesc"):
        first, end, rest = whole.partition(f"</{name}>")
        part = first[first.index(f"<{name}>") :] + end
        source = Source(text=first + end + part + rest, file="a.xml")
        assert renderer.html(source).count("The hauen of health.") > 1
        assert "The hauen of health." in renderer.text(source)
    setting = "<settingDesc><setting><date>1850</date></setting></settingDesc>"
    settings = f"<profileDesc>{setting}</profileDesc>"
    source = Source(whole.replace("<revisionDesc>", settings * 2 + "<revisionDesc>"), "a.xml")
    assert "Date: 1850" in renderer.text(source)
    assert "<dd>1850</dd>" in renderer.html(source).replace("<span>", "").replace("</span>", "")


def test_statements_that_nobody_filled_in_are_left_out_by_the_page_as_by_the_text(
    renderer: Renderer,
) -> None:
    unfilled = (
        "<encodingDesc><editorialDecl><correction><p/></correction></editorialDecl></encodingDesc>"
        "<profileDesc><textClass><keywords scheme='#k'><term/><term>Petition</term></keywords>"
        "</textClass></profileDesc><revisionDesc>"
    )
    whole = FRAME.replace("<revisionDesc>", unfilled).format(title="<author/>", changes="")
    source = Source(whole, "a.xml")
    page = renderer.html(source)
    assert "Correction" not in page
    assert "How the text was edited" not in page
    assert page.count(">Term</dt>") == 1
    assert '<dd class="tei-author"></dd>' not in page
    assert "Petition" in page
    assert "Correction" not in renderer.text(source)


def test_a_hand_that_is_described_in_attributes_only_is_called_by_them(renderer: Renderer) -> None:
    hands = (
        "<profileDesc><handNotes><handNote xml:id='h1' scribeRef='#w' medium='blue-pencil'/>"
        "<handNote xml:id='h2' medium='typescript'/></handNotes></profileDesc><revisionDesc>"
    )
    whole = FRAME.replace("<revisionDesc>", hands).replace(
        "<p>x</p>",
        "<p>x<note resp='#h1' place='left'>no</note> <handShift new='#h2'/>y</p>"
        "<fw type='date'><gap reason='lost'/></fw>",
    )
    source = Source(whole.format(title="<author xml:id='w'>A. Vey</author>", changes=""), "a.xml")
    text = renderer.text(source, width=0)
    assert "Note in the document, in the left margin; hand: A. Vey, blue pencil. no" in text
    assert "new hand: typescript" in text
    assert "⟨date: ⟨lost" in text
    assert "hand: A. Vey, blue pencil" in renderer.html(source)


def test_who_leads_the_work_stands_with_the_editors(renderer: Renderer) -> None:
    text = _text(renderer, title="<editor>B</editor><principal>C. Quay</principal>")
    assert "Editors: B\nPrincipal researcher: C. Quay\n" in text


def test_the_heading_in_another_language_stands_below_the_heading(renderer: Renderer) -> None:
    titles = (
        "<title xml:lang='de'>Hort der Gesundheit.</title>"
        "<title xml:lang='fr' type='alt'>Abri</title>"
        "<title>Another work</title>"
    )
    text = _text(renderer, title=titles)
    assert "The hauen of health.\n====================\n\nHort der Gesundheit.\n\nSource" in text
    page = renderer.html(Source(FRAME.format(title=titles, changes=""), "a.xml"))
    assert '<p class="subtitle" lang="de">Hort der Gesundheit.</p></div>' in page


def test_the_heading_is_not_the_title_of_the_corpus(renderer: Renderer) -> None:
    titles = (
        "<title type='corpusTitle'>Wills of a war</title><title type='fileTitle'>A will</title>"
    )
    source = Source(
        FRAME.format(title=titles, changes="").replace("<title>The hauen of health.</title>", ""),
        "a.xml",
    )
    assert "<h1>A will</h1>" in renderer.html(source)


def test_what_an_editor_did_is_said_where_it_is_not_to_edit(renderer: Renderer) -> None:
    text = _text(renderer, title="<editor role='transcriber'>B</editor><editor>C</editor>")
    assert "Editors: B (transcriber); C" in text


def test_an_author_is_named_where_no_sender_is(renderer: Renderer) -> None:
    letter = (
        "<profileDesc><correspDesc><correspAction type='received'><persName>B</persName>"
        "</correspAction></correspDesc></profileDesc><revisionDesc>"
    )
    whole = FRAME.replace("<revisionDesc>", letter).format(title="<author>A</author>", changes="")
    text = renderer.text(Source(whole, "a.xml"))
    assert "To: B\nAuthor: A\n" in text


def test_names_in_one_editor_are_of_several_editors(renderer: Renderer) -> None:
    title = "<editor><name>Berg, Ada</name><name>Vey, Ben</name></editor>"
    text = _text(renderer, title=title)
    assert "Editors: Berg, Ada; Vey, Ben" in text
    assert "Editor: Berg, Ada; Vey, Ben" in text
    page = renderer.html(Source(FRAME.format(title=title, changes=""), "a.xml"))
    assert '<span class="tei-name">Berg, Ada</span><span class="gen">; </span>' in page


def test_a_translation_that_stands_alone_says_so_where_the_header_does_not(
    renderer: Renderer,
) -> None:
    body = "<div1 type='translation'><p>Sir</p></div1>"
    source = Source(FRAME.format(title="", changes="").replace("<p>x</p>", body), "a.xml")
    assert "⟨translated:\n\nSir⟩" in renderer.text(source)
    assert '<p class="gen report whose">⟨translated⟩</p>' in renderer.html(source)
