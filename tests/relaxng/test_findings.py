"""What an editor is told: where, what was found, what was expected, what may have been meant."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tei_edition.catalogue import entries
from tei_edition.findings import Finding
from tei_edition.relaxng import Schema

LETTER = """
namespace xlink = "http://www.w3.org/1999/xlink"
default namespace = "http://example.org/letter"
datatypes xsd = "http://www.w3.org/2001/XMLSchema-datatypes"
start = letter
letter = element letter { ids, head, (p | \\list)+, sign?, physDesc? }
ids = attribute xml:id { xsd:ID }?, attribute see { xsd:IDREFS }?
head = element head { attribute when { xsd:date }, text }
p = element p { attribute unit { "line" | "word" | "page" }?, attribute n { text }?, inline }
inline = (text | element hi { inline } | gap)*
gap = element gap { attribute reason { text }, attribute extent { xsd:positiveInteger }?, empty }
\\list = element list { ids, element item { ids, text }+ }
sign = element sign { xsd:integer }
physDesc = element physDesc { supportDesc }
supportDesc = element supportDesc { element support { text }, element width { xsd:decimal }? }
"""


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Schema:
    path = tmp_path_factory.mktemp("letter") / "letter.rnc"
    path.write_text(LETTER, "utf-8")
    return Schema.load(path, cache=None)


def _findings(schema: Schema, body: str, root: str = "") -> list[Finding]:
    document = f'<letter xmlns="http://example.org/letter"{root}>{body}</letter>'
    return list(schema.validate(document.encode()))


HEAD = '<head when="1950-09-29">To Paris</head>'


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
    findings = _findings(schema, body)
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


def test_the_rest_is_checked_after_each_fault(schema: Schema) -> None:
    body = (
        '<head when="x" foo="1">T</head>\n<zz><p unit="q"/></zz>\n<p>a<gap/>b<item/></p>\n'
        "<list><item/>stray<item/></list>\n<sign>1</sign>\n<sign>2</sign>\n"
    )
    findings = _findings(schema, body)
    assert [(finding.line, finding.code) for finding in findings] == [
        (1, "attribute-value"),
        (1, "unknown-attribute"),
        (2, "unknown-element"),
        (2, "attribute-value"),
        (3, "missing-attribute"),
        (3, "misplaced-element"),
        (4, "text-not-allowed"),
        (6, "misplaced-element"),
    ]


def test_positions_are_those_of_start_tags_in_code_points(schema: Schema) -> None:
    body = f"\n{HEAD}\n  <p>😀é<gap\n/></p>\n<list>\n  <!-- x -->stray\n <item/></list><list/>"
    places = [(f.line, f.column, f.code) for f in _findings(schema, body)]
    assert places == [
        (3, 8, "missing-attribute"),
        (5, 1, "text-not-allowed"),
        (7, 16, "incomplete-element"),
    ]


def test_streams_are_placed_like_files(schema: Schema, tmp_path: Path) -> None:
    text = f'<letter xmlns="http://example.org/letter">{HEAD}<p/>\n<list>x\n</list></letter>'
    path = tmp_path / "letter.xml"
    path.write_text(text, "utf-8")
    places = [(f.line, f.column, f.code) for f in schema.validate(path)]
    assert places == [(2, 1, "text-not-allowed"), (2, 1, "incomplete-element")]
    for source in (text.encode(), io.BytesIO(text.encode()), str(path)):
        assert [(f.line, f.column, f.code) for f in schema.validate(source)] == places


def test_all_that_could_stand_there_is_listed_likeliest_first(schema: Schema) -> None:
    (finding,) = _findings(schema, HEAD + "<p/><lst><item/></lst>")
    assert finding.expected == ("list", "p", "sign", "physDesc")


def test_findings_name_element_attribute_and_xml_id(schema: Schema) -> None:
    body = HEAD + '<list xml:id="l1" foo="x"><item/></list><list xml:id="l2"></list>'
    unknown, incomplete = _findings(schema, body)
    assert (unknown.element, unknown.attribute, unknown.xml_id) == ("list", "foo", "l1")
    assert (incomplete.element, incomplete.xml_id) == ("list", "l2")


def test_names_are_written_with_the_prefixes_of_the_document(schema: Schema) -> None:
    document = b"<l:letter xmlns:l='http://example.org/letter'><l:p/></l:letter>"
    (finding,) = schema.validate(document)
    assert finding.message == "<l:head> is missing before <l:p> in <l:letter>"


def test_a_missing_namespace_is_named_as_such(schema: Schema) -> None:
    findings = list(schema.validate(b"<letter/>"))
    assert findings[0].code == "unknown-element"
    assert 'xmlns="http://example.org/letter"' in findings[0].hint


def test_what_an_unknown_element_holds_draws_no_further_messages(schema: Schema) -> None:
    findings = _findings(schema, HEAD + "<zz foo=''>text <yy/> <zz/></zz><p/>")
    assert [finding.code for finding in findings] == ["unknown-element"]


def test_ids_are_unique_and_references_resolve(schema: Schema) -> None:
    body = HEAD + '<list xml:id="a" see="b c">\n<item xml:id="b"/>\n<item xml:id="a"/></list>'
    findings = _findings(schema, body)
    assert [(f.line, f.code) for f in findings] == [(1, "unresolved-idref"), (3, "duplicate-id")]
    assert "“c”" in findings[0].message


def test_a_schema_whose_ids_make_no_sense_says_nothing_of_ids(tmp_path: Path) -> None:
    path = tmp_path / "schema.rnc"
    ids = 'datatypes x = "http://www.w3.org/2001/XMLSchema-datatypes"\n'
    path.write_text(
        ids + "start = element a { element b { attribute i { x:ID } }*, element c { b } }\n"
        "b = element b { attribute i { text } }*",
        "utf-8",
    )
    schema = Schema.load(path, cache=None)
    assert "@i of <b>" in schema.identifiers
    assert not list(schema.validate(b"<a><b i='x'/><b i='x'/><c/></a>"))


def test_watched_attributes_are_told_of_wherever_they_stand(schema: Schema) -> None:
    seen: list[tuple[str, list[str]]] = []
    document = (
        b'<letter xmlns="http://example.org/letter" n="1"><head n="2" when="1950-09-29"/>'
        b'<p n="3"/><zz n="4"/><p unit="line" n="5"/></letter>'
    )
    list(schema.validate(document, watch={"n": lambda name, given: seen.append((name, given))}))
    values = [given[given.index("n") + 1] for _, given in seen]
    assert values == ["1", "2", "3", "4", "5"]
    assert seen[2][0] == "http://example.org/letter p"


def test_every_code_is_explained(schema: Schema) -> None:
    known = entries()
    findings = _findings(schema, "<p><gap/>" + HEAD + "</p><zz/>x<sign/>", " foo=''")
    assert findings
    for finding in findings:
        assert known[finding.code].check == "grammar"


def test_findings_are_in_order_of_position(schema: Schema) -> None:
    findings = _findings(schema, "<list>x<p foo='1'/>y</list><list/>")
    assert findings == sorted(findings, key=lambda f: (f.line, f.column))


@pytest.mark.parametrize(
    ("document", "places"),
    [
        ("<r><h n='1'><c/></h></r>", ["1:4"]),
        ("<r><h n='1'><c/> </h></r>", ["1:4"]),
        ("<r><h n='1'><c></c></h></r>", ["1:4"]),
        ("<r><h n='1'>x<c/><d/></h></r>", ["1:4"]),
        ("<r><h n='1'><c/><d/>x</h></r>", ["1:4"]),
        ("<r>\n <h n='1'>\n  <c/>\n  x\n  <d/></h></r>", ["2:2"]),
    ],
)
def test_what_is_seen_late_is_placed_at_the_start_of_its_own_element(
    tmp_path: Path, document: str, places: list[str]
) -> None:
    path = tmp_path / "schema.rnc"
    path.write_text(
        "start = element r { element h { attribute n { text }, element c { empty }, "
        "element d { empty } } }",
        "utf-8",
    )
    found = Schema.load(path, cache=None).validate(document.encode())
    assert [f"{finding.line}:{finding.column}" for finding in found] == places
