"""Findings: where they are, in which order, and what is still checked after them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tei_edition.catalogue import entries
from tei_edition.relaxng import Schema
from tests.relaxng.letters import HEAD, findings_of, letter_schema


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Schema:
    return letter_schema(tmp_path_factory.mktemp("letter"))


def test_the_rest_is_checked_after_each_fault(schema: Schema) -> None:
    body = (
        '<head when="x" foo="1">T</head>\n<zz><p unit="q"/></zz>\n<p>a<gap/>b<item/></p>\n'
        "<list><item/>stray<item/></list>\n<sign>1</sign>\n<sign>2</sign>\n"
    )
    findings = findings_of(schema, body)
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
    places = [(f.line, f.column, f.code) for f in findings_of(schema, body)]
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


def test_findings_name_element_attribute_and_xml_id(schema: Schema) -> None:
    body = HEAD + '<list xml:id="l1" foo="x"><item/></list><list xml:id="l2"></list>'
    unknown, incomplete = findings_of(schema, body)
    assert (unknown.element, unknown.attribute, unknown.xml_id) == ("list", "foo", "l1")
    assert (incomplete.element, incomplete.xml_id) == ("list", "l2")


def test_what_an_unknown_element_holds_draws_no_further_messages(schema: Schema) -> None:
    findings = findings_of(schema, HEAD + "<zz foo=''>text <yy/> <zz/></zz><p/>")
    assert [finding.code for finding in findings] == ["unknown-element"]


def test_ids_are_unique_and_references_resolve(schema: Schema) -> None:
    body = HEAD + '<list xml:id="a" see="b c">\n<item xml:id="b"/>\n<item xml:id="a"/></list>'
    findings = findings_of(schema, body)
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
    findings = findings_of(schema, "<p><gap/>" + HEAD + "</p><zz/>x<sign/>", " foo=''")
    assert findings
    for finding in findings:
        assert known[finding.code].check == "grammar"


def test_findings_are_in_order_of_position(schema: Schema) -> None:
    findings = findings_of(schema, "<list>x<p foo='1'/>y</list><list/>")
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


def test_what_a_wildcard_may_hold_says_nothing_of_an_unknown_element(tmp_path: Path) -> None:
    """In TEI, `xenoData` may hold any element but TEI's; a project's own may hold TEI's."""
    grammar = tmp_path / "wild.rnc"
    grammar.write_text(
        'default namespace w = "http://example.org/w"\n'
        "start = element w { (p | x)* }\n"
        "p = element p { attribute n { xsd:integer }?, text }\n"
        "x = element x { any* }\n"
        "any = element * - w:* { (any | text)* }\n",
        "utf-8",
    )
    document = (
        '<w xmlns="http://example.org/w" xmlns:o="http://example.org/o">'
        '<o:box><p>a</p>\n<p n="x">b</p></o:box></w>'
    )
    found = Schema.load(grammar, cache=None).validate(document.encode())
    assert [(each.line, each.code) for each in found] == [
        (1, "unknown-element"),
        (2, "attribute-value"),
    ]
