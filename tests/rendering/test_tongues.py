# SPDX-License-Identifier: MIT
"""What the interface says is written as its language writes it, and leaves no English."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from lxml import html

from tei_edition import resources
from tei_edition.citations.phrases import languages
from tei_edition.rendering import EditionData, Renderer, Source, write_site
from tei_edition.rendering.words import catalogue

if TYPE_CHECKING:
    from pathlib import Path

HEADER = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="doc" xml:lang="en"><teiHeader>
<fileDesc><titleStmt><title>A cable</title></titleStmt></fileDesc><encodingDesc><editorialDecl>
<correction method="silent" status="medium"><p>c</p></correction>
<punctuation marks="all"><p>p</p></punctuation><hyphenation eol="none"><p>h</p></hyphenation>
</editorialDecl><refsDecl><citeStructure unit="p" match="//p" use="@n"/></refsDecl></encodingDesc>
<profileDesc><handNotes><handNote xml:id="h" scope="minor">A pen.</handNote></handNotes>
</profileDesc>
<revisionDesc status="encoded"><listChange><change type="encoding" status="draft">begun</change>
</listChange></revisionDesc></teiHeader><text><body>
<div hand="#h" rend="above"><p>words <gap reason="illegible" extent="several words"/></p></div>
<p><sic>wrod</sic> <supplied>b</supplied></p>
<ab xml:id="s">via <gap reason="illegible" extent="some"/><anchor xml:id="a"/> or
<certainty target="#s" locus="end" assertedValue="#a"/></ab>
</body></text></TEI>"""


def _text(language: str, view: str = "reading") -> str:
    renderer = Renderer(EditionData(language=language))
    source = Source(text=HEADER, file="doc.xml")
    return renderer.text(source, view, width=0)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "⟨handwritten; hand: A pen:\n"),
        ("de", "⟨handschriftlich; Hand: A pen:\n"),
        ("fr", "⟨manuscrit\u00a0; main\u00a0: A pen\u00a0:\n"),
        ("ru", "⟨от руки; почерк: A pen:\n"),
    ],
)
def test_a_colon_after_a_report_is_that_of_the_language(language: str, said: str) -> None:
    assert said in _text(language)


LEFT_OVER = {
    *("silent", "medium", "all", "none", "minor", "encoded", "draft", "encoding"),
    *("marks", "eol", "match"),
}
"""Values and names of TEI that are English and have words in every language."""


@pytest.mark.parametrize("language", ["de", "fr", "ru", "ko"])
def test_values_that_tei_names_itself_are_in_the_language(language: str) -> None:
    text = _text(language)
    page = Renderer(EditionData(language=language)).html(Source(text=HEADER, file="doc.xml"))
    shown = html.document_fromstring(page).text_content()
    for output in (text, shown):
        words = output.replace("(", " ").replace(")", " ").replace(";", " ").split()
        assert not LEFT_OVER & set(words)


def test_a_state_that_german_has_two_words_for_is_not_praise() -> None:
    assert "kodiert" in _text("de")
    assert "ausgezeichnet" not in _text("de")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "nach „via [unleserlich: ‚some‘]“"),
        ("fr", "après «\u00a0via [illisible\u00a0: “some”]\u00a0»"),
        ("ru", "после «via [неразборчиво: „some“]»"),
    ],
)
def test_a_quotation_within_a_quotation_has_marks_of_its_own(language: str, said: str) -> None:
    assert said in _text(language).replace("⟨", "[").replace("⟩", "]")


@pytest.mark.parametrize("language", languages())
def test_no_two_pages_of_the_edition_have_one_name(language: str) -> None:
    words = json.loads(catalogue(language))
    pages = (
        "documents chronology person place organisation work event object emendations gaps errata"
        " about authorities"
    )
    names = [words[f"site.{name}"] for name in pages.split()]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("language", "status", "dash"), [("de", "kodiert", " – "), ("ru", "размечено", "\u00a0— ")]
)
def test_the_lists_of_the_edition_are_in_its_language(
    language: str, status: str, dash: str, tmp_path: Path
) -> None:
    (tmp_path / "doc.xml").write_text(HEADER, encoding="utf-8")
    edition = EditionData(title="Cables", language=language)
    write_site([tmp_path / "doc.xml"], tmp_path / "out", edition, outputs=("html",))
    index = html.fromstring((tmp_path / "out" / "index.html").read_text(encoding="utf-8"))
    assert status in [cell.text_content() for cell in index.xpath("//table//td")]
    emended = html.fromstring((tmp_path / "out" / "emendations.html").read_text(encoding="utf-8"))
    items = [item.text_content() for item in emended.xpath("//main//li")]
    assert items
    assert all(dash in item for item in items)


def test_french_participles_go_with_what_they_are_said_of() -> None:
    words = json.loads(catalogue("fr"))
    for key in ("account.retired", "account.merged"):
        # The name of a passage may be of either gender, “la note 3”, “le titre”.
        assert "passage retiré" in words[key]


FORM = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="doc" xml:lang="en"><teiHeader/><text>
<body><div type="form"><ab type="field" subtype="urgency" xml:id="doc-urgency">at once</ab>
<ab type="field" subtype="own-kind" xml:id="doc-own">x</ab></div></body></text></TEI>"""


@pytest.mark.parametrize(
    ("language", "urgency"), [("en", "urgency"), ("de", "Dringlichkeit"), ("ko", "긴급도")]
)
def test_fields_of_a_form_have_names_in_the_language(
    language: str, urgency: str, tmp_path: Path
) -> None:
    (tmp_path / "doc.xml").write_text(FORM, encoding="utf-8")
    edition = EditionData(title="Cables", language=language, base_url="https://example.org/")
    write_site([tmp_path / "doc.xml"], tmp_path / "out", edition, outputs=("html",))
    page = html.fromstring((tmp_path / "out" / "doc.html").read_text(encoding="utf-8"))
    assert [
        term.text_content() for term in page.xpath("//section[contains(@class, 'document')]//dt")
    ] == [
        f"⟨{urgency}⟩",
        "⟨own kind⟩",
    ]


def test_the_schema_has_no_kind_of_field_without_a_name() -> None:
    schema = (
        resources.stylesheet("html.xsl").parent.parent / "schemas" / "documentary.odd"
    ).read_text(encoding="utf-8")
    words = json.loads(catalogue("de"))
    (kinds,) = {
        tuple(re.findall(r'valItem ident="([^"]+)"', found))
        for found in re.findall(r"<valList.*?</valList>", schema, re.DOTALL)
        if 'ident="urgency"' in found
    }
    assert len(kinds) > 20
    assert not [kind for kind in kinds if f"field.{kind}" not in words]
