"""What an editor is told: what was found, what was expected, what may have been meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from tei_edition.relaxng import Schema
from tests.relaxng.letters import HEAD, findings_of, letter_schema


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Schema:
    return letter_schema(tmp_path_factory.mktemp("letter"))


@pytest.mark.parametrize(
    ("body", "code", "found", "hint"),
    [
        (HEAD + "<pp>x</pp><p/>", "unknown-element", "<pp>", "did you mean `p`?"),
        (HEAD + '<p units="word"/>', "unknown-attribute", "@units", "did you mean `unit`?"),
        (HEAD + '<p unit="wrod"/>', "attribute-value", "“wrod”", "did you mean `word`?"),
        (HEAD + '<p unit="ell"/>', "attribute-value", "“line”, “word” or “page”", ""),
        (HEAD + '<p><gap extent="2"/></p>', "missing-attribute", "@reason", ""),
        (HEAD + '<p><gap reason="x" extent="0"/></p>', "attribute-value", "“0”", ""),
        ('<head when="29.9.1950"/><p/>', "attribute-value", "1950-09-30", ""),
        (
            '<head when="1950-9-2"/><p/>',
            "attribute-value",
            "“1950-9-2”",
            "did you mean `1950-09-02`?",
        ),
        (
            '<head when="2.9.1950"/><p/>',
            "attribute-value",
            "“2.9.1950”",
            "did you mean `1950-09-02`?",
        ),
        (
            '<head when="1950-09-31"/><p/>',
            "attribute-value",
            "a date",
            "there is no such day in the calendar",
        ),
        ("<p/>", "missing-element", "<head> is missing before <p>", ""),
        (HEAD, "incomplete-element", "<letter> is incomplete", ""),
        (HEAD + "<p/><list/>", "incomplete-element", "<list> is incomplete: <item>", ""),
        (HEAD + "stray<p/>", "text-not-allowed", "“stray”", ""),
        (
            HEAD + "<p><gap reason='x'>y</gap></p>",
            "text-not-allowed",
            "text may not stand in <gap>: “y”",
            "<gap> holds nothing: the text belongs before or behind it",
        ),
        (
            HEAD + "<p><gap reason='x'><hi/></gap></p>",
            "misplaced-element",
            "<hi> may not stand in <gap>; <gap> holds nothing",
            "",
        ),
        (
            HEAD + "<p/><physDesc><supportDesc><support/></supportDesc>z</physDesc>",
            "text-not-allowed",
            "text may not stand directly in <physDesc>: “z”",
            "",
        ),
        (HEAD + "<p/><sign>x</sign>", "element-value", "“x”", ""),
        (HEAD + "<p/><sign/>", "element-value", "may not be empty", ""),
        (
            HEAD + "<p/>" + HEAD,
            "misplaced-element",
            "<head> may not stand at this place",
            "elsewhere in <letter> it may: look at what comes before it",
        ),
        (
            HEAD + "<p/><physDesc><support/><supportDesc><support/></supportDesc></physDesc>",
            "misplaced-element",
            "<support> may not stand in <physDesc>",
            "<support> belongs inside <supportDesc>",
        ),
        (
            HEAD + "<p/><list><item>x</item>y</list>",
            "text-not-allowed",
            "“y”",
            "put it inside <item>",
        ),
    ],
)
def test_one_fault_is_one_message(
    schema: Schema, body: str, code: str, found: str, hint: str
) -> None:
    findings = findings_of(schema, body)
    assert [finding.code for finding in findings] == [code]
    assert found in findings[0].message
    assert findings[0].hint == hint or not hint


def test_another_word_of_one_or_two_letters_is_no_slip_of_the_pen(tmp_path: Path) -> None:
    path = tmp_path / "short.rnc"
    path.write_text(
        "start = element r { (c | lb | pb)* }\nc = element c { empty }\n"
        "lb = element lb { empty }\npb = element pb { empty }",
        "utf-8",
    )
    schema = Schema.load(path, cache=None)
    hints = {}
    for name in ("b", "a", "ul", "br", "C", "LB", "bl", "ppb", "cc", "lbb", "lp"):
        (finding,) = schema.validate(f"<r><{name}/></r>".encode())
        hints[name] = finding.hint.removeprefix("did you mean ")
    assert hints == {
        "b": "",
        "a": "",
        "ul": "",
        "br": "",
        "C": "`c`?",
        "LB": "`lb`?",
        "bl": "`lb`?",
        "ppb": "`pb`?",
        "cc": "`c`?",
        "lbb": "`lb`?",
        "lp": "",
    }


def test_of_many_values_some_are_shown(tmp_path: Path) -> None:
    path = tmp_path / "many.rnc"
    values = " | ".join(f'"number{i}"' for i in range(30))
    path.write_text(f"start = element r {{ attribute n {{ {values} }} }}", "utf-8")
    (finding,) = Schema.load(path, cache=None).validate(b"<r n='x'/>")
    words = "expected is “number0”, “number1”, “number2” or one of 27 other values"
    assert finding.message.endswith(words)
    assert len(finding.expected) == 30


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1912-5", "1912-05"),
        ("1912/05/06", "1912-05-06"),
        ("1912–05–06", "1912-05-06"),
        ("19120506", "1912-05-06"),
        ("06. 05. 1912", "1912-05-06"),
        ("31/5/1912", "1912-05-31"),
        ("5/31/1912", "1912-05-31"),
        ("5/6/1912", ""),
        ("9:05", "09:05:00"),
        ("1912-05-06 10:30", "1912-05-06T10:30:00"),
        ("1912-05-06T10:30Z", "1912-05-06T10:30:00Z"),
        ("31.2.1912", ""),
        ("May 1912", ""),
    ],
)
def test_dates_that_are_written_otherwise_are_understood(
    tmp_path: Path, written: str, meant: str
) -> None:
    path = tmp_path / "dates.rnc"
    types = "xsd:date | xsd:gYearMonth | xsd:time | xsd:dateTime"
    path.write_text(f"start = element r {{ attribute when {{ {types} }} }}", "utf-8")
    (finding,) = Schema.load(path, cache=None).validate(f"<r when='{written}'/>".encode())
    assert finding.hint == (f"did you mean `{meant}`?" if meant else "")


@pytest.mark.parametrize(
    ("content", "value", "words", "hint"),
    [
        (
            'list { ("a", "b")+ }',
            "a b a c",
            "may not hold “a b a c”: the trouble is with “c”; ",
            "",
        ),
        (
            'list { ("a", "b")+ }',
            "a b b",
            ": its words are not allowed in this order or number",
            "",
        ),
        ('list { "north", xsd:int }', "nort 3", "trouble is with “nort”", "did you mean `north`?"),
        (
            'list { ("one" | "two")+ }',
            "one twa",
            "the trouble is with “twa”",
            "did you mean `two`?",
        ),
        ('xsd:token - ("no" | "never")', "no", "“no”, a value that is excluded; expected is", ""),
        ('(xsd:int - "3") | "x"', "3", "“3”, a value that is excluded; expected is “x” or", ""),
    ],
)
def test_what_is_wrong_with_a_value_is_told_from_what_is_not(
    tmp_path: Path, content: str, value: str, words: str, hint: str
) -> None:
    path = tmp_path / "values.rnc"
    path.write_text(f"start = element r {{ {content} }}", "utf-8")
    (finding,) = Schema.load(path, cache=None).validate(f"<r>{value}</r>".encode())
    assert words in finding.message
    assert finding.hint == hint


def test_all_that_could_stand_there_is_listed_likeliest_first(schema: Schema) -> None:
    (finding,) = findings_of(schema, HEAD + "<p/><lst><item/></lst>")
    assert finding.expected == ("list", "p", "sign", "physDesc")


def test_names_are_written_with_the_prefixes_of_the_document(schema: Schema) -> None:
    document = b"<l:letter xmlns:l='http://example.org/letter'><l:p/></l:letter>"
    (finding,) = schema.validate(document)
    assert finding.message == "<l:head> is missing before <l:p> in <l:letter>"


def test_a_missing_namespace_is_named_as_such(schema: Schema) -> None:
    findings = list(schema.validate(b"<letter/>"))
    assert findings[0].code == "unknown-element"
    assert 'xmlns="http://example.org/letter"' in findings[0].hint
