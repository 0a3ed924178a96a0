"""Schemas in compact syntax mean what they mean in XML syntax."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tei_edition.relaxng import Schema, SchemaError

LETTER = r"""
# a comment
namespace x = "http://example.org/x"
default namespace tei = "http://www.tei-c.org/ns/1.0"
datatypes d = "http://www.w3.org/2001/XMLSchema-datatypes"
namespace a = "http://relaxng.org/ns/compatibility/annotations/1.0"

## documentation
start = TEI | [ a:note = "n" ] element x:other { empty }
TEI = element TEI {
  attribute n { xsd:integer { minInclusive = "1" } - (xsd:integer "7" | xsd:integer '8') }?,
  attribute xml:lang { text } >> a:doc [ "annotation" ],
  attribute x:* - x:bad { text }*,
  (p | \text)*,
  \div?
}
a:rest [ "annotation" ]
\text = element text { "a" ~ "b" | string "c" | d:boolean }
p = element p { mixed { (hi* & element \x{62} { empty }?) } }
div {
  hi = element hi { list { d:int+ } }
  hi |= element tei:him { external "foreign.rnc" inherit = x }
}
\div = element * - (tei:*) { grammar { start = parent p? } }
"""


def _document(text: str) -> bytes:
    text = text.replace("<TEI ", '<TEI xmlns="http://www.tei-c.org/ns/1.0" ')
    return text.replace('="X"', '="http://example.org/x"').encode()


@pytest.fixture(scope="module")
def letter(tmp_path_factory: pytest.TempPathFactory) -> Schema:
    folder = tmp_path_factory.mktemp("compact")
    (folder / "letter.rnc").write_text(LETTER, "utf-8")
    (folder / "foreign.rnc").write_text("element foo { text }", "utf-8")
    return Schema.load(folder / "letter.rnc", cache=None)


@pytest.mark.parametrize(
    "document",
    [
        '<TEI xml:lang="en"/>',
        '<TEI xml:lang="en" n="9"><text>ab</text></TEI>',
        '<TEI xml:lang="en"><text>c</text></TEI>',
        '<TEI xml:lang="en"><text>true</text></TEI>',
        '<TEI xml:lang="en" z:good="" xmlns:z="X"/>',
        '<TEI xml:lang="en"><p>x<hi>1 2</hi>y<b/></p></TEI>',
        '<TEI xml:lang="en"><p><him><foo xmlns="X">t</foo></him></p><q xmlns=""/></TEI>',
        '<other xmlns="X"/>',
    ],
)
def test_documents_are_valid(letter: Schema, document: str) -> None:
    assert list(letter.validate(_document(document))) == []


@pytest.mark.parametrize(
    "document",
    [
        "<TEI />",
        '<TEI xml:lang="en" n="7"/>',
        '<TEI xml:lang="en" n="0"/>',
        '<TEI xml:lang="en"><text>a b</text></TEI>',
        '<TEI xml:lang="en" z:bad="" xmlns:z="X"/>',
        '<TEI xml:lang="en"><p><hi>1 x</hi></p></TEI>',
        '<TEI xml:lang="en"><q/></TEI>',
        '<TEI xml:lang="en"><p><him><foo>t</foo></him></p></TEI>',
        "<other/>",
    ],
)
def test_documents_are_invalid(letter: Schema, document: str) -> None:
    assert list(letter.validate(_document(document)))


def test_includes_with_overrides(tmp_path: Path) -> None:
    (tmp_path / "main.rnc").write_text('include "part.rnc" { b = element new { empty } }', "utf-8")
    (tmp_path / "part.rnc").write_text("start = b\nb = element old { empty }", "utf-8")
    schema = Schema.load(tmp_path / "main.rnc", cache=None)
    assert list(schema.validate(b"<new/>")) == []
    assert list(schema.validate(b"<old/>"))


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("element a { b, c | d }", 1, 18),
        ("element a {", 1, 12),
        ("start = element a {\n  nothing-here\n}", 2, 3),
        ("element a { x:y }", 1, 13),
        ("element a { text } element b { text }", 1, 20),
        ('element a { "open }', 1, 13),
        ("element a { x:* }", 1, 13),
        ("element x:a { text }", 1, 9),
        ("start = a\na = a", 2, 5),
        ("element a { list { text } }", 1, 13),
        ("element a { [ }", 1, 15),
    ],
)
def test_faults_are_placed(tmp_path: Path, text: str, line: int, column: int) -> None:
    path = tmp_path / "schema.rnc"
    path.write_text(text, "utf-8")
    with pytest.raises(SchemaError) as caught:
        Schema.load(path, cache=None)
    assert (caught.value.line, caught.value.column) == (line, column)


A = 'namespace a = "u"\n'


@pytest.mark.parametrize(
    "text",
    [
        '[ a:b = "c" ] start = element a { text }',
        "[ a:b [ \"c\" 'd' ~ 'e' c [] f:g [] ] ] start = element a { text }",
        'start = element a { text >> a:x [] ? >> a:y [] >> start [ "x" ] }',
        "start = element a { (text >> a:x [])*, ## words\n element b { empty } }",
        'start = element ## words\n (a >> a:x [] | [ a:b = "c" ] b) { xsd:int - ("3" >> a:x []) }',
        'a:b [ c = "d" a:e = "f" ] \\start [ ] start = element a { text }',
        '## more\n## words\n[ a:b = "c" ] element a { text }',
    ],
)
def test_annotations_may_stand_wherever_the_syntax_has_them(tmp_path: Path, text: str) -> None:
    schema = tmp_path / "schema.rnc"
    schema.write_text(A + 'namespace f = "v"\n' + text, "utf-8")
    assert Schema.load(schema, cache=None)


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        ('[ b:c = "d" ] start = element a { text }', 3, "“b” is not declared"),
        ('[ c = "d" ] start = element a { text }', 3, "needs a prefix"),
        ('[ a:b = "c" a:b = "d" ] start = element a { text }', 13, "stands here twice"),
        ('[ a:b [ xmlns = "c" ] ] start = element a { text }', 9, "may not declare"),
        ('[ "c" ] start = element a { text }', 3, "name of an annotation is expected"),
        ('[ a:b [] a:c = "d" ] start = element a { text }', 14, "“[” is expected here, not “=”"),
        ("[ ] [ ] start = element a { text }", 5, "not “[”"),
        ("[ ] a:b [ ] start = element a { text }", 5, "a name is expected"),
        ("start = element a { text ## end", 26, "“}” is expected here, not “## end”"),
        ("start = element a { text } ## end", 34, "a name is expected here, but the schema ends"),
        ("start = element a { text >> a:b }", 33, "“[” is expected here, not “}”"),
        ("start = element b:a { text }", 17, "the prefix “b” is not declared"),
        ("start = element a { b:int }", 21, "“b” is not declared"),
        ("start = element a { text, text | text }", 32, "do not mix without parentheses"),
        ('start = element a { "\\x{110000}" }', 22, "\\x{110000} is no character"),
        ('start = element a { "\\x{0}" }', 22, "\\x{0} is no character"),
        ('start = element a { "\x01" }', 22, "the character U+0001"),
    ],
)
def test_what_is_wrong_in_a_schema_is_said_where_it_is(
    tmp_path: Path, text: str, column: int, words: str
) -> None:
    schema = tmp_path / "schema.rnc"
    schema.write_text(A + text, "utf-8")
    with pytest.raises(SchemaError, match=re.escape(words)) as caught:
        Schema.load(schema, cache=None)
    assert (caught.value.line, caught.value.column) == (2, column)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('namespace xml = "x"', "the prefix “xml”, and no other"),
        ('namespace x = "http://www.w3.org/XML/1998/namespace"', "the prefix “xml”, and no other"),
        ('namespace xmlns = "x"', "“xmlns” is no prefix"),
        ("<grammar/>", "name it “….rng”"),
        ('## words\nnamespace x = "x"', "not “namespace”"),
    ],
)
def test_what_a_schema_may_not_begin_with(tmp_path: Path, text: str, words: str) -> None:
    schema = tmp_path / "schema.rnc"
    schema.write_text(text + "\nstart = element a { text }", "utf-8")
    with pytest.raises(SchemaError, match=words):
        Schema.load(schema, cache=None)


def test_line_ends_in_a_literal_are_those_of_xml(tmp_path: Path) -> None:
    schema = tmp_path / "schema.rnc"
    schema.write_bytes(b'element a { string """x\r\ny""" }')
    assert not list(Schema.load(schema, cache=None).validate(b"<a>x\r\ny</a>"))
