"""The index of letters for correspSearch."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from tei_edition.edition import Edition
from tei_edition.exchange import cmif
from tei_edition.exchange.documents import ExchangeError
from tei_edition.relaxng import Schema

RULES = Path(__file__).parent / "cmif.rnc"
TEI = {"t": "http://www.tei-c.org/ns/1.0"}


def faults(text: bytes, schema: Path) -> list[str]:
    return [finding.message for finding in Schema.load(schema).validate(text)]


def test_the_corpus_makes_a_file_after_the_rules(repository: Path) -> None:
    text, count = cmif(Edition.load(repository / "corpus" / "edition.toml"))
    assert faults(text, RULES) == []
    assert count == 2
    assert b"https://d-nb.info/gnd/118562126" in text


def test_the_file_is_tei(repository: Path, test_data: Path, small: Edition) -> None:
    for edition in (Edition.load(repository / "corpus" / "edition.toml"), small):
        assert faults(cmif(edition)[0], test_data / "schemas" / "tei_all.rng") == []


def test_only_what_the_format_allows_is_listed(small: Edition) -> None:
    text, count = cmif(small)
    assert faults(text, RULES) == []
    assert count == 2
    letters = etree.fromstring(text).findall(".//t:correspDesc", TEI)
    assert [letter.get("ref") for letter in letters] == [
        "https://example.org/letters/cable",
        "https://example.org/letters/letter",
    ]
    sent, received = letters[0]
    assert [(str(e.tag)[29:], e.text, dict(e.attrib)) for e in sent] == [
        ("persName", "Ames, Ada", {"ref": "https://viaf.org/viaf/7"}),
        ("placeName", "Here", {}),
        ("date", None, {"notBefore": "1911-02-03", "notAfter": "1911-02-04"}),
    ]
    assert [(str(e.tag)[29:], e.text, dict(e.attrib)) for e in received] == [
        ("orgName", "A Ministry", {}),
        ("placeName", "There", {"ref": "https://www.geonames.org/12"}),
    ]


def test_an_unknown_addressee_is_said_to_be_unknown(small: Edition) -> None:
    letter = etree.fromstring(cmif(small)[0]).findall(".//t:correspDesc", TEI)[1]
    assert letter[1].findtext("t:persName", namespaces=TEI) == "Unknown"


def test_the_same_edition_gives_the_same_file(small: Edition) -> None:
    text, _ = cmif(small, "https://example.org/index.xml")
    assert text == cmif(small, "https://example.org/index.xml")[0]
    assert b"https://example.org/index.xml" in text
    assert b'when="2027-01-06T00:00:00Z"' in text


def test_the_rules_refuse_what_is_not_cmif(small: Edition) -> None:
    text, _ = cmif(small)
    for right, wrong in (
        (b'notBefore="1911-02-03"', b'notBefore="1911-02-03T10:00:00"'),
        (b'type="received"', b'type="forwarded"'),
        (b"licenses/by/4.0/", b"licenses/by-sa/4.0/"),
        (b"https://viaf.org/viaf/7", b"../names.xml#ames"),
    ):
        assert right in text
        assert faults(text.replace(right, wrong), RULES)


def test_an_edition_without_letters_has_no_index(small: Edition) -> None:
    settings = small.file.read_text().replace('"letters/cable.xml", "letters/letter.xml", ', "")
    small.file.write_text(settings)
    with pytest.raises(ExchangeError, match="no document of the edition has a <correspDesc>"):
        cmif(Edition.load(small.file))


def test_other_projects_letters_make_an_index(test_data: Path, tmp_path: Path) -> None:
    paths = sorted((test_data / "samples" / "schnitzler-briefe").glob("*.xml"))
    for path in paths:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "edition.toml").write_text(
        f"documents = {[path.name for path in paths]!r}\n[edition]\ntitle = 'Letters'\n"
        "editors = ['An Editor']\nbase_url = 'https://example.org/'\n"
    )
    text, count = cmif(Edition.load(tmp_path / "edition.toml"))
    assert count == len(paths)
    assert faults(text, RULES) == []
    # Persons whom the documents describe themselves, in their back matter.
    assert text.count(b"https://d-nb.info/gnd/118609807") > count / 2
