"""Dates in citations: ranges, limits and conjectures, in the edition's language."""

from __future__ import annotations

import pytest
from lxml import etree

from tei_edition.citations import Citation
from tei_edition.citations.correspondence import span
from tei_edition.citations.dating import dated, year
from tei_edition.citations.record import DocumentRecord, EditionRecord
from tei_edition.citations.styles import BUNDLED

CASES = [
    ('from="1950-01-03" to="1950-01-05"', "January 3–5, 1950", "3–5 January 1950"),
    ('from="1950-01-01" to="1950-03-04"', "January 1 – March 4, 1950", "1 January – 4 March 1950"),
    ('from="1950-05" to="1950-05-07"', "May 1950 – May 7, 1950", "May 1950 – 7 May 1950"),
    (
        'from="1949-12-31" to="1950-01-01"',
        "December 31, 1949 – January 1, 1950",
        "31 December 1949 – 1 January 1950",
    ),
    ('from="1950" to="1951"', "1950–1951", "1950–1951"),
    ('from="1950-01-03"', "from January 3, 1950", "from 3 January 1950"),
    ('to="1950-01"', "until January 1950", "until January 1950"),
    ('notAfter="1950-03-04"', "not after March 4, 1950", "not after 4 March 1950"),
    ('notBefore="1950-03"', "not before March 1950", "not before March 1950"),
    (
        'notBefore="1950-01" notAfter="1950-03"',
        "between January 1950 and March 1950",
        "between January 1950 and March 1950",
    ),
    (
        'notBefore="1950-03-04" notAfter="1950-03-09"',
        "between March 4 and 9, 1950",
        "between 4 and 9 March 1950",
    ),
    ('when="1950-03-04" cert="low"', "[March 4, 1950?]", "[4 March 1950?]"),
    ('when="1950-03-04" precision="low"', "[March 4, 1950?]", "[4 March 1950?]"),
    ('from="1950" to="1951" cert="low"', "[1950–1951?]", "[1950–1951?]"),
    ('when="1950-03-04"', "March 4, 1950", "4 March 1950"),
]


def citation(attributes: str, language: str = "en") -> Citation:
    date = span(etree.fromstring(f"<date {attributes}/>"))
    return Citation("a", DocumentRecord("a", "T", date=date), EditionRecord("E", language=language))


@pytest.mark.parametrize(("attributes", "american", "british"), CASES)
def test_styles_give_a_date_as_exactly_as_it_is_known(
    attributes: str, american: str, british: str
) -> None:
    assert citation(attributes).text() == f"“T,” {american}, in E."
    assert citation(attributes, "en-GB").text() == f"‘T’, {british}, in E."


@pytest.mark.parametrize(
    ("attributes", "edtf"),
    [
        ('when="1950-03-04"', "1950-03-04"),
        ('when="1950-03" cert="low"', "1950-03?"),
        ('from="1950-01-03" to="1950-01-05"', "1950-01-03/1950-01-05"),
        ('from="1950" to="1951" cert="low"', "1950?/1951?"),
        ('from="1950-01-03"', "1950-01-03/.."),
        ('to="1950"', "../1950"),
        ('notBefore="1950-03-04" notAfter="1950-03-09"', "[1950-03-04..1950-03-09]"),
        ('notBefore="1950-03"', "[1950-03..]"),
        ('notAfter="1950-03-04"', "[..1950-03-04]"),
        ("", ""),
    ],
)
def test_programs_get_a_date_as_exactly_as_it_is_known(attributes: str, edtf: str) -> None:
    assert citation(attributes).document.date.edtf == edtf


@pytest.mark.parametrize("style", BUNDLED)
@pytest.mark.parametrize(("attributes", "words"), [case[:2] for case in CASES[:-1]])
def test_every_style_says_it_in_words(style: str, attributes: str, words: str) -> None:
    assert words.casefold() in citation(attributes).text(style).casefold()


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ('from="1950-01-03" to="1950-01-05"', "1950"),
        ('from="1950-12-31" to="1951-01-05"', "1950–1951"),
        ('notBefore="1950-01" notAfter="1950-03"', "1950"),
        ('notAfter="1950-03-04"', "not after 1950"),
        ('when="1950-03-04" cert="low"', "[1950?]"),
        ('when="1950-03-04"', "1950"),
    ],
)
def test_where_a_style_asks_for_the_year_it_gets_the_year(attributes: str, expected: str) -> None:
    made = citation(attributes)
    assert year(made.document.date, "en") == expected
    assert made.text("chicago-author-date").startswith(f"(“T” {expected})")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("de", "3.–5. Januar 1950"),
        ("de-AT", "3.–5. Januar 1950"),
        ("fr", "3–5 janvier 1950"),
        ("ru", "3–5 января 1950"),
        ("../en", "3–5 January 1950"),
    ],
)
def test_dates_are_in_the_edition_s_language(language: str, expected: str) -> None:
    made = citation('from="1950-01-03" to="1950-01-05"')
    assert dated(made.document.date, language).startswith(expected)


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ('notAfter="-0043-03-15"', "not after March 15, 43 BC"),
        ('from="0098" to="0117"', "98–117"),
        ('notAfter="1950-13-40"', "not after 1950-13-40"),
        ('from="1950-03-05" to="1950-13-06"', "March 5, 1950 – 1950-13-06"),
    ],
)
def test_no_date_is_too_odd_to_be_worded(attributes: str, expected: str) -> None:
    assert dated(citation(attributes).document.date, "en") == expected
