"""Documents that are called TEI and are none of TEI P5 are told what is wrong with them, once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tei_edition.checks.run import Options, validate
from tei_edition.findings import Finding, Severity

TEI = "http://www.tei-c.org/ns/1.0"
INSIDE = '<teiHeader/><text><body><p n="1">Who knows</p></body></text>'


def findings(path: Path, *schemas: str, **options: tuple[str, ...]) -> list[Finding]:
    """What is found in a document, without what is said of checks that were not made."""
    run = validate([path], Options(schemas=schemas, **options))  # type: ignore[arg-type]
    return [each for batch in run for each in batch.findings if each.severity > Severity.INFO]


@pytest.fixture
def document(tmp_path: Path) -> Path:
    return tmp_path / "letter.xml"


@pytest.fixture
def schema(tmp_path: Path) -> str:
    """One that begins with TEI's TEI or teiCorpus."""
    file = tmp_path / "small.rnc"
    file.write_text(
        f'default namespace = "{TEI}"\n'
        "start = element (TEI | teiCorpus) { any* }\n"
        "any = element * { (attribute * { text } | text | any)* }\n"
    )
    return str(file)


ROOTS = {
    "no namespace": (f"<TEI>{INSIDE}</TEI>", "in no namespace", f'<TEI xmlns="{TEI}">'),
    "a misspelt namespace": (
        f'<TEI xmlns="{TEI}/">{INSIDE}</TEI>',
        f"in the namespace “{TEI}/”",
        f"in place of “{TEI}/” write “{TEI}”",
    ),
    "a prefix": (
        '<t:TEI xmlns:t="http://example.org/ns"><t:text><p/></t:text></t:TEI>',
        "in the namespace “http://example.org/ns”",
        f"write “{TEI}”",
    ),
    "a corpus": (
        f"<teiCorpus><teiHeader/><TEI>{INSIDE}</TEI><TEI>{INSIDE}</TEI></teiCorpus>",
        "<teiCorpus> is in no namespace",
        f'<teiCorpus xmlns="{TEI}">',
    ),
    "P4": (f"<TEI.2>{INSIDE}</TEI.2>", "<TEI.2> is TEI P4", "convert it to P5"),
    "a corpus in P4": (
        f"<teiCorpus.2><teiHeader/><TEI.2>{INSIDE}</TEI.2></teiCorpus.2>",
        "<teiCorpus.2> is TEI P4",
        "convert it to P5",
    ),
}


@pytest.mark.parametrize(("text", "message", "hint"), ROOTS.values(), ids=ROOTS.keys())
@pytest.mark.parametrize("bundled", [True, False])
def test_what_is_wrong_is_said_once_with_its_place_and_what_to_do(
    document: Path, schema: str, text: str, message: str, hint: str, bundled: bool
) -> None:
    document.write_text(f"<!-- ünder way -->\n <?x y?>{text}", encoding="utf-8")
    (found,) = findings(document, "documentary" if bundled else schema)
    assert found.code == ("older-tei" if "P4" in message else "not-in-tei-namespace")
    assert found[1:3] == (2, 9)
    assert (found.severity, found.check) == (Severity.ERROR, "grammar")
    assert message in found.message
    assert hint in found.hint


@pytest.mark.parametrize(("text", "message", "hint"), ROOTS.values(), ids=ROOTS.keys())
def test_it_is_said_without_a_schema_too(
    document: Path, text: str, message: str, hint: str
) -> None:
    document.write_text(f"<!-- under way -->\n <?x y?>{text}", encoding="utf-8")
    missing, found = findings(document)
    assert missing.code == "no-schema"
    assert message in found.message
    assert hint in found.hint
    assert found[1:3] == (2, 9)


def test_it_is_said_once_where_there_are_several_schemas(document: Path, schema: str) -> None:
    document.write_text(ROOTS["no namespace"][0])
    (found,) = findings(document, schema, "documentary")
    assert found.code == "not-in-tei-namespace"


def test_it_is_a_matter_of_the_check_grammar(document: Path, schema: str) -> None:
    document.write_text(ROOTS["no namespace"][0])
    assert findings(document, schema, checks=("xml", "references")) == []
    assert findings(document, checks=("xml", "references")) == []


def test_other_faults_of_such_a_document_stay(document: Path, schema: str) -> None:
    document.write_text('<TEI>\n<p xml:id="a"/><p xml:id="a"/><ref target="#b"/>\n</TEI>')
    codes = [each.code for each in findings(document, schema)]
    assert codes == ["not-in-tei-namespace", "duplicate-id", "dangling-pointer"]


def test_identifiers_of_p4_are_not_taken_for_addresses(document: Path, schema: str) -> None:
    document.write_text('<TEI.2><p id="a"/><ref target="a"/><add hand="h1">x</add></TEI.2>')
    assert [each.code for each in findings(document, schema)] == ["older-tei"]
    assert [each.code for each in findings(document)] == ["no-schema", "older-tei"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f'<TEI xmlns="{TEI}">{INSIDE}</TEI>', ""),
        (f'<t:teiCorpus xmlns:t="{TEI}"><t:TEI/></t:teiCorpus>', ""),
        ('<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>', "unknown-element"),
        ('<mei xmlns="http://www.music-encoding.org/ns/mei"><TEI/></mei>', "unknown-element"),
        ("<text><body/></text>", "unknown-element"),
    ],
    ids=["TEI", "a corpus with a prefix", "HTML", "MEI", "another element"],
)
def test_tei_and_what_is_no_tei_at_all_is_left_to_the_grammar(
    document: Path, schema: str, text: str, code: str
) -> None:
    document.write_text(text)
    assert [each.code for each in findings(document, schema)] == ([code] if code else [])
    assert [each.code for each in findings(document)] == ["no-schema"]


@pytest.mark.parametrize(
    ("grammar", "text", "code"),
    [
        ("element TEI.2 { any }", "<TEI.2><text/></TEI.2>", ""),
        ("element TEI.2 { any }", "<TEI><text/></TEI>", "unknown-element"),
        ('element t:TEI { any }\nnamespace t = "urn:x"', "<TEI><text/></TEI>", "unknown-element"),
        ("element TEI { any }", f'<TEI xmlns="{TEI}/"><text/></TEI>', "unknown-element"),
        (f'element t:TEI {{ any }}\nnamespace t = "{TEI}/"', ROOTS["a misspelt namespace"][0], ""),
    ],
)
def test_a_grammar_that_means_another_tei_has_its_own_way(
    document: Path, tmp_path: Path, grammar: str, text: str, code: str
) -> None:
    root, _, declaration = grammar.partition("\n")
    other = tmp_path / "other.rnc"
    other.write_text(
        f"{declaration}\nstart = {root}\n"
        "any = (attribute * { text } | text | element * { any })*\n"
    )
    document.write_text(text)
    assert [each.code for each in findings(document, str(other))] == ([code] if code else [])


def test_a_schema_that_is_not_at_hand_might_have_been_of_p4(document: Path) -> None:
    document.write_text('<?xml-model href="https://example.org/p4.rng"?>\n<TEI.2/>')
    assert [each.code for each in findings(document)] == ["schema-missing"]


def test_a_tei_without_namespace_inside_of_tei_is_left_to_the_grammar(
    document: Path, tmp_path: Path
) -> None:
    strict = tmp_path / "strict.rnc"
    strict.write_text(
        f'default namespace = "{TEI}"\nstart = element teiCorpus {{ TEI* }}\n'
        "TEI = element TEI { empty }\n"
    )
    document.write_text(f'<teiCorpus xmlns="{TEI}"><TEI xmlns=""/></teiCorpus>')
    assert [each.code for each in findings(document, str(strict))] == ["unknown-element"]
