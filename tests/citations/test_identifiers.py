from __future__ import annotations

from pathlib import Path

import pytest

from tei_edition.citations import check, cite
from tei_edition.citations.citation import UnknownIdentifierError
from tei_edition.edition import Edition

SETTINGS = """documents = ["a.xml", "b.xml"]
[edition]
title = "Letters"
editors = ["Ada Editor", "Ben Editor"]
base_url = "https://example.org/letters/"
version = "1.0"
"""


def edition_of(folder: Path, a: str, b: str = "") -> Edition:
    """An edition of two documents with these bodies."""
    for name, body in (("a", a), ("b", b)):
        (folder / f"{name}.xml").write_text(
            f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{name}">\n<teiHeader><fileDesc>'
            f"<titleStmt><title>Letter {name.upper()}</title></titleStmt></fileDesc></teiHeader>"
            f"\n<text><body>\n{body}\n</body></text></TEI>"
        )
    (folder / "edition.toml").write_text(SETTINGS)
    return Edition.load(folder / "edition.toml")


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('<p xml:id="a-p01">x</p>', []),
        ("<p>x</p>", [("id-missing", 4, 1)]),
        ('<div><p xml:id="a-p01">x</p></div>', []),
        ('<div>y<p xml:id="a-p01">x</p></div>', [("id-missing", 4, 1)]),
        ('<ab><stamp xml:id="a-stamp1">x</stamp></ab>', []),
        ('<p xml:id="a-p01">x<note>y</note></p>', [("id-missing", 4, 20)]),
        ('<list xml:id="a-list1"><item>x</item></list>', [("id-missing", 4, 24)]),
        ('<p xml:id="A_p1">x</p>', [("id-scheme", 4, 1)]),
        ('<p xml:id="c-p01">x</p>', [("id-scheme", 4, 1)]),
        ('<p xml:id="a--p01">x</p>', [("id-scheme", 4, 1)]),
        ('<p xml:id="a-p01">x</p>\n<p xml:id="a-p01">x</p>', [("id-double", 5, 1)]),
        ('<p xml:id="a-p01">x', [("id-unreadable", 1, 1)]),
    ],
)
def test_units_without_a_good_identifier_are_found(
    tmp_path: Path, body: str, found: list[tuple[str, int, int]]
) -> None:
    findings = list(check(edition_of(tmp_path, body)))
    assert [(finding.code, finding.line, finding.column) for finding in findings] == found


def test_an_identifier_is_used_once_in_the_whole_edition(tmp_path: Path) -> None:
    edition = edition_of(tmp_path, '<p xml:id="a-p01">x</p>', '<p xml:id="a-p01">x</p>')
    codes = [finding.code for finding in check(edition)]
    assert codes == ["id-double", "id-scheme"]


def test_no_document_is_named_as_a_page_of_the_edition_is(tmp_path: Path) -> None:
    edition = edition_of(tmp_path, '<p xml:id="a-p01">x</p>')
    path = tmp_path / "b.xml"
    path.write_text(path.read_text().replace('xml:id="b"', 'xml:id="errata"'))
    (finding,) = check(edition)
    assert (finding.code, finding.xml_id) == ("id-scheme", "errata")
    assert "its page would be the list of the edition’s errata" in finding.message


def test_every_unit_of_the_edition_can_be_cited(repository: Path) -> None:
    assert list(check(Edition.load(repository / "corpus" / "edition.toml"))) == []


def test_a_letter_is_cited_on_its_own_page_not_on_its_carriers(repository: Path) -> None:
    edition = Edition.load(repository / "corpus" / "edition.toml")
    url = f"{edition.base_url}letter-19500929#letter-19500929-p02"
    assert cite(edition, "letter-19500929-p02").url == url


@pytest.mark.parametrize(
    ("xml_id", "passage"),
    [
        ("cable-600308-p01", "¶ 1"),
        ("cable-600308-stamp1", "incoming stamp"),
        ("cable-600308-hw1", "handwritten note 1"),
        ("cable-600308-copies", "distribution list"),
        ("cable-600308-copy3", "copy Nº 3"),
        ("cable-600308-arrived", "field “arrived”"),
        ("cable-600308-n03", "editorial note 3"),
        ("cable-600308-enclosure", "enclosure"),
    ],
)
def test_a_passage_is_named_as_an_editor_would_name_it(
    repository: Path, xml_id: str, passage: str
) -> None:
    edition = Edition.load(repository / "corpus" / "edition.toml")
    assert cite(edition, xml_id).passage == passage


def test_an_unknown_identifier_is_said_with_the_nearest_one(tmp_path: Path) -> None:
    edition = edition_of(tmp_path, '<p xml:id="a-p07">x</p>')
    with pytest.raises(UnknownIdentifierError, match="did you mean “a-p07”"):
        cite(edition, "a-po7")
