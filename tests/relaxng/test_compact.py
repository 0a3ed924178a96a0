"""Schemas in compact syntax mean what they mean in XML syntax."""

from __future__ import annotations

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
        ("element x:a { text }", 1, 13),
        ("start = a\na = a", 2, 5),
        ("element a { list { text } }", 1, 13),
        ("element a { [ }", 1, 16),
    ],
)
def test_faults_are_placed(tmp_path: Path, text: str, line: int, column: int) -> None:
    path = tmp_path / "schema.rnc"
    path.write_text(text, "utf-8")
    with pytest.raises(SchemaError) as caught:
        Schema.load(path, cache=None)
    assert (caught.value.line, caught.value.column) == (line, column)
