"""BibTeX, BibLaTeX, RIS and CSL-JSON, read back with other people's parsers."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import bibtexparser
import pytest
import rispy
from bibtexparser.model import Field

from tei_edition.citations import FORMS, Citation, formatted
from tei_edition.citations.metadata import meta_tags, schema_org
from tei_edition.citations.record import (
    Archive,
    Correspondence,
    DocumentRecord,
    EditionRecord,
    Name,
    Place,
    Span,
)

NASTY = (
    "plain",
    "100 % of {the} \\textbf{costs} & more: $5_000 ~ #1 ^2",
    "a } closing brace and a { second",
    'quotation "marks" and “others”',
    "two\nlines\r\nTY  - BOOK",
    "@book{trap, title = {x}}",
    "ends with a backslash \\",
    "ER  - ",
    "<i>markup</i> &amp; <script>",
    "Ünïcödé, Кириллица, 漢字, עברית",
    "control \x1b[31m and \u2028 separators",
)


def nasty_citation(words: str) -> Citation:
    return Citation(
        "a-p02",
        DocumentRecord(
            id="a",
            title=words,
            kind="letter",
            number=words,
            correspondence=Correspondence(
                (Name("Ames and Sons", "Ada"), Name(literal=words)),
                (Name("Bell", "Cy"),),
                (Place(words),),
            ),
            date=Span("1911-02-03", "1911-02-03"),
            archives=(Archive(words, words, words, words),),
            translators=(Name(literal=words),),
            abstract=words,
        ),
        EditionRecord(words, (Name(literal=words),), words, "1.0"),
        "¶ 2",
        "https://example.org/a_b%20c#a-p02",
        words,
    )


def one_line(words: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())


def untex(words: str) -> str:
    """The words that TeX would set."""
    for command, sign in (
        (r"\textbackslash{}", "\0"),
        (r"\textasciicircum{}", "^"),
        (r"\textasciitilde{}", "~"),
    ):
        words = words.replace(command, sign)
    return re.sub(r"\\([{}$&#%_])", r"\1", words).replace("\0", "\\")


@pytest.mark.parametrize("words", NASTY)
@pytest.mark.parametrize("form", ["bibtex", "biblatex"])
def test_bibtex_says_any_title_and_is_one_entry(words: str, form: str) -> None:
    text = formatted(nasty_citation(words), FORMS[form])
    library = bibtexparser.parse_string(text)
    assert library.failed_blocks == []
    (entry,) = library.entries
    assert entry.key == "a-p02"
    assert untex(entry["title"][1:-1]) == one_line(words)
    assert entry["url"] == "https://example.org/a_b%20c#a-p02"
    assert "{Ames and Sons}, Ada and {" in entry["author"]
    assert one_line(words) in untex(entry["note"])


def test_identifiers_in_another_script_have_keys_of_their_own() -> None:
    names = ("письмо", "письмо-а1", "편지-а1", "café-p01", "cafe-p01", "")
    texts = [
        formatted(replace(nasty_citation("x"), xml_id=name), FORMS["bibtex"]) for name in names
    ]
    keys = [text.partition("{")[2].partition(",")[0] for text in texts]
    assert len(set(keys)) == len(names)
    assert all(re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9-]*", key) for key in keys)
    assert keys[-2:] == ["cafe-p01", "edition"]


@pytest.mark.parametrize("words", NASTY)
def test_ris_says_any_title_and_is_one_record(words: str) -> None:
    text = formatted(nasty_citation(words), "ris")
    assert text.count("\r\n") == text.count("\n")
    (record,) = rispy.loads(text)
    assert record["type_of_reference"] == "PCOMM"
    assert record["title"] == one_line(words)
    assert record["authors"][0] == "Ames and Sons, Ada"
    assert record["urls"] == ["https://example.org/a_b%20c#a-p02"]
    assert record["year"] == "1911"


@pytest.mark.parametrize("words", NASTY)
def test_csl_json_says_any_title(words: str) -> None:
    (item,) = json.loads(formatted(nasty_citation(words), "csl-json"))
    assert item["title"] == words
    assert item["type"] == "personal_communication"
    assert item["recipient"] == [{"family": "Bell", "given": "Cy"}]
    assert item["issued"] == {"date-parts": [[1911, 2, 3]]}
    assert item["section"] == "¶ 2"


@pytest.mark.parametrize("words", NASTY)
def test_html_is_well_formed_and_holds_no_markup_of_a_title(words: str) -> None:
    from lxml import etree

    made = formatted(nasty_citation(words), "html").replace("\x1b", "")
    tree = etree.fromstring(f"<div>{made}</div>")
    assert {element.tag for element in tree.iter()} <= {"div", "p", "i", "a", "span"}
    assert {name for element in tree.iter() for name in element.attrib} <= {"class", "href"}


@pytest.mark.parametrize(
    ("span", "issued", "year", "edtf"),
    [
        (Span("1911", "1911"), {"date-parts": [[1911]]}, "1911", "1911"),
        (Span("1911-02", "1911-02"), {"date-parts": [[1911, 2]]}, "1911", "1911-02"),
        (
            Span("1911-02-03", "1911-02-05", is_range=True),
            {"date-parts": [[1911, 2, 3], [1911, 2, 5]]},
            "1911",
            "1911-02-03/1911-02-05",
        ),
        (
            Span("1911", "1911", is_certain=False),
            {"date-parts": [[1911]], "circa": True},
            "[1911?]",
            "1911~",
        ),
        (
            Span("1911-01", "1911-03", is_certain=False),
            {"date-parts": [[1911, 1], [1911, 3]], "circa": True},
            "1911",
            "1911-01~/1911-03~",
        ),
        (
            Span("", "1911-02-03", is_certain=False),
            {
                "date-parts": [[1911, 2, 3]],
                "circa": True,
                "literal": "not after February 3, 1911",
            },
            "not after 1911",
            "/1911-02-03~",
        ),
        (Span(words="that spring"), {"literal": "that spring"}, "that spring", ""),
        (
            Span("1911", "", is_range=True),
            {"date-parts": [[1911]], "literal": "from 1911"},
            "from 1911",
            "1911/",
        ),
    ],
)
def test_dates_are_as_exact_as_the_source(
    span: Span, issued: dict[str, object], year: str, edtf: str
) -> None:
    citation = Citation("a", DocumentRecord("a", "T", date=span), EditionRecord())
    (item,) = json.loads(formatted(citation, "csl-json"))
    assert item["issued"] == issued
    assert bibtexparser.parse_string(formatted(citation, "bibtex")).entries[0]["year"] == year
    entry = bibtexparser.parse_string(formatted(citation, "biblatex")).entries[0]
    assert entry.fields_dict["date"].value == edtf if edtf else "date" not in entry.fields_dict


@pytest.mark.parametrize(
    ("span", "year", "date", "note", "month", "page"),
    [
        (Span("1950-03-04", "1950-03-04"), "1950", "1950/03/04", None, "mar", "1950/03/04"),
        (
            Span("1950-03-04", "1950-03-04", is_certain=False),
            "1950",
            "1950///[March 4, 1950?]",
            None,
            None,
            None,
        ),
        (
            Span("1950-01-03", "1950-01-05", is_range=True),
            "1950",
            "1950///January 3–5, 1950",
            None,
            "jan",
            None,
        ),
        (
            Span("", "1950-03-04", is_certain=False),
            None,
            None,
            ["Date: not after March 4, 1950"],
            None,
            None,
        ),
        (
            Span("1949-12", "1950-01", is_certain=False),
            None,
            None,
            ["Date: between December 1949 and January 1950"],
            None,
            None,
        ),
    ],
)
def test_no_machine_is_told_a_day_that_is_not_certain(
    span: Span,
    year: str | None,
    date: str | None,
    note: list[str] | None,
    month: str | None,
    page: str | None,
) -> None:
    citation = Citation("a", DocumentRecord("a", "T", date=span), EditionRecord())
    (record,) = rispy.loads(formatted(citation, "ris"))
    assert (record.get("year"), record.get("date"), record.get("notes")) == (year, date, note)
    entry = bibtexparser.parse_string(formatted(citation, "bibtex")).entries[0]
    assert entry.fields_dict.get("month", Field("month", None)).value == month
    assert dict(meta_tags(citation)).get("citation_date") == page
    created = json.loads(schema_org(citation)).get("dateCreated")
    assert created == (span.start if page else "1950-01-03/1950-01-05" if span.is_range else None)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "an Cy Bell; übersetzt von Ann Trent; Übersetzung: A Centre"),
        ("fr", "à Cy Bell; traduit par Ann Trent; traduction : A Centre"),
        ("ru", "адресат: Cy Bell; перевод: Ann Trent; перевод: A Centre"),
        ("ko", "수신: Cy Bell; 번역: Ann Trent; 번역: A Centre"),
    ],
)
def test_the_few_words_of_a_record_are_in_the_language_of_the_edition(
    language: str, words: str
) -> None:
    document = DocumentRecord(
        id="a",
        title="Ames to Bell",
        correspondence=Correspondence((Name("Ames", "Ada"),), (Name("Bell", "Cy"),)),
        date=Span("", "1911"),
        translators=(Name("Trent", "Ann"),),
        translation="A Centre",
    )
    cited = Citation("a", document, EditionRecord("Briefe", version="1.0", language=language))
    bibtex = formatted(cited, "bibtex")
    assert all(each in bibtex for each in words.split("; "))
    for form in ("bibtex", "biblatex", "ris"):
        record = formatted(cited, form)
        assert not re.search("to Cy|translated|translation", record)
