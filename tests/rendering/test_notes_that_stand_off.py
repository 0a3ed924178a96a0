# SPDX-License-Identifier: MIT
"""Notes in `standOff` have their numbers where the passages end that they are about."""

from __future__ import annotations

from tei_edition.rendering import Renderer, Source

DOCUMENT = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title>
</titleStmt></fileDesc></teiHeader><standOff><listAnnotation>
<note n="a" target="#aa">struck out</note> <note target="#v #ab">in the margin</note>
<note target="#aa">and again</note><note target="#p">of all</note><note target="#none">lost</note>
</listAnnotation><listPerson><person><persName>A</persName><note target="#aa">a clerk</note>
</person></listPerson></standOff><text><body><l xml:id="v" n="1">quia <anchor xml:id="aa"/>distanti
<seg xml:id="ab">loco</seg> eam</l>
<div xml:id="p"><head>H</head><p>x</p></div></body></text></TEI>"""


def test_a_note_that_stands_off_has_its_number_where_its_passage_ends() -> None:
    renderer, source = Renderer(), Source(text=DOCUMENT)
    text = renderer.text(source, width=0).split("* * *", 1)[1]
    assert "quia ⟨1⟩⟨2⟩distanti loco⟨3⟩ eam" in text
    assert "H⟨4⟩" in text
    notes = text.split("Notes\n-----", 1)[1]
    places = [notes.index(each) for each in ("struck", "and again", "in the margin", "of all")]
    assert places == sorted(places)
    for words in ("struck out", "in the margin", "and again", "of all", "lost", "a clerk"):
        assert text.count(words) == 1
    page = renderer.html(source)
    assert page.count("struck out") == 1
    assert page.count('role="doc-noteref"') == 4
