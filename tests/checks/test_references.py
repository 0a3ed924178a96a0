from __future__ import annotations

from pathlib import Path

import pytest

from tei_edition.checks.facts import Facts, Place, Pointer, Prefix
from tei_edition.checks.pointers import POINTERS
from tei_edition.checks.references import References, orphans
from tei_edition.findings import Finding, Severity


def facts(path: Path, **identifiers: str) -> Facts:
    """Facts of a file with elements of the given names under the given identifiers."""
    places = {
        xml_id: Place(str(path), line, 1, element)
        for line, (xml_id, element) in enumerate(identifiers.items(), start=10)
    }
    return Facts(str(path), identifiers=places)


def findings(documents: list[Facts]) -> list[Finding]:
    return list(References(documents, lambda path: None).findings())


def point(document: Facts, value: str, element: str = "persName", attribute: str = "ref") -> None:
    place = Place(document.path, 3, 5, element)
    document.pointers.append(Pointer(place, "", attribute, value))


@pytest.fixture
def letter(tmp_path: Path) -> Facts:
    (tmp_path / "letter.xml").write_text("<TEI/>")
    return facts(tmp_path / "letter.xml", p01="p", hand1="handNote")


@pytest.fixture
def persons(tmp_path: Path) -> Facts:
    (tmp_path / "persons.xml").write_text("<TEI/>")
    return facts(tmp_path / "persons.xml", stalin="person", moscow="place")


def test_where_an_apparatus_stands_is_no_pointer_but_where_a_form_stood_is() -> None:
    assert not POINTERS["location"].applies_to("variantEncoding")
    assert POINTERS["location"].applies_to("orth")


@pytest.mark.parametrize(
    ("value", "element", "attribute"),
    [
        ("persons.xml#stalin", "persName", "ref"),
        ("persons.xml#stalin #p01 https://example.org/x#y", "rs", "ref"),
        ("persons.xml", "ref", "target"),
        ("#p01", "note", "target"),
        ("#hand1", "add", "hand"),
        ("persons.xml#moscow", "placeName", "ref"),
        ("https://example.org/#x mailto:a@b.org urn:isbn:1", "ref", "target"),
    ],
)
def test_a_pointer_that_resolves_draws_no_finding(
    letter: Facts, persons: Facts, value: str, element: str, attribute: str
) -> None:
    point(letter, value, element, attribute)
    assert findings([letter, persons]) == []


@pytest.mark.parametrize(
    ("value", "element", "attribute", "code", "words", "hint"),
    [
        ("#hand2", "add", "hand", "dangling-pointer", "this file has no xml:id “hand2”", "#hand1"),
        ("persons.xml#Stalin", "rs", "ref", "dangling-pointer", "“persons.xml”", "#stalin"),
        ("#stalin", "rs", "ref", "dangling-pointer", "this file", "is in persons.xml"),
        ("person.xml#stalin", "rs", "ref", "pointer-file-missing", "person.xml", "persons.xml"),
        ("x/y.xml#a", "rs", "ref", "pointer-file-missing", "x/y.xml", "no folder “x”"),
        ("persons.xml#moscow", "persName", "ref", "wrong-target", "<place>", ""),
        ("#p01", "add", "hand", "wrong-target", "<handNote>", ""),
        ("psn:stalin", "persName", "ref", "unknown-scheme", "psn:", ""),
        ("a{b}", "ref", "target", "pointer-not-uri", "a{b}", "percent"),
    ],
)
def test_a_pointer_that_leads_nowhere_is_found_and_the_likely_target_named(
    letter: Facts,
    persons: Facts,
    value: str,
    element: str,
    attribute: str,
    code: str,
    words: str,
    hint: str,
) -> None:
    point(letter, value, element, attribute)
    (finding,) = findings([letter, persons])
    assert (finding.code, finding.line, finding.column) == (code, 3, 5)
    assert finding.attribute == attribute
    assert words in finding.message
    assert hint in finding.hint


def test_each_of_several_uris_is_checked(letter: Facts) -> None:
    point(letter, "#p01 #p07 #p08", "note", "target")
    assert [finding.code for finding in findings([letter])] == ["dangling-pointer"] * 2


def test_a_prefix_is_expanded_before_the_pointer_is_resolved(letter: Facts, persons: Facts) -> None:
    letter.prefixes.append(Prefix("psn", "([a-z]+)", "persons.xml#$1"))
    for value in ("psn:stalin", "psn:lenin", "psn:Stalin"):
        point(letter, value)
    assert [finding.code for finding in findings([letter, persons])] == [
        "dangling-pointer",
        "prefix-mismatch",
    ]


def test_a_pointer_is_resolved_in_the_file_it_stands_in(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "letter.xml").write_text("<TEI/>")
    letter = facts(tmp_path / "sub" / "letter.xml", p01="p")
    carrier = facts(tmp_path / "cable.xml", c1="p")
    carrier.included.add(letter.path)
    carrier.pointers.append(Pointer(Place(letter.path, 4, 1, "note"), "", "target", "#p01"))
    assert findings([carrier, letter]) == []


def test_a_pointer_into_a_file_that_could_not_be_read_to_its_end_is_given_the_benefit_of_the_doubt(
    letter: Facts, persons: Facts
) -> None:
    point(letter, "persons.xml#lenin")
    persons.is_whole = False
    assert findings([letter, persons]) == []


def test_an_entry_that_nothing_refers_to_is_information(letter: Facts, persons: Facts) -> None:
    point(letter, "persons.xml#stalin")
    references = References([letter, persons], lambda path: None)
    assert list(references.findings()) == []
    (orphan,) = orphans([persons], references.used)
    assert (orphan.xml_id, orphan.severity) == ("moscow", Severity.INFO)


def test_relative_pointers_are_resolved_against_the_base_of_their_file(
    letter: Facts, persons: Facts
) -> None:
    letter.bases[letter.path] = "https://example.org/letters/"
    point(letter, "scan-001", "pb", "facs")
    point(letter, "#p01", "note", "target")
    persons.bases[persons.path] = "sub/"
    point(persons, "scan-002", "pb", "facs")
    (finding,) = findings([letter, persons])
    assert "scan-002" in finding.message
