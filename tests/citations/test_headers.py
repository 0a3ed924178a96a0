"""What a TEI header says for the citation of its document."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tei_edition.citations.authorities import Authorities, Entry
from tei_edition.citations.header import document_record, edition_record
from tei_edition.citations.record import DocumentRecord, Name
from tei_edition.document import NotWellFormedError, parse

CASES = tomllib.loads((Path(__file__).parent / "headers.toml").read_text(encoding="utf-8"))["case"]

KNOWN = Authorities(
    {
        "ames": Entry(Name("Ames", "Ada"), ("https://d-nb.info/gnd/1",)),
        "nobody": Entry(Name(literal="Unidentified: a clerk"), is_identified=False),
    }
)


def record(case: dict[str, str]) -> DocumentRecord:
    root = etree.fromstring(
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0" {case.get("root", "")}><teiHeader><fileDesc>'
        f"<titleStmt>{case.get('title', '<title>T</title>')}</titleStmt>"
        f"<publicationStmt>{case.get('publication', '')}</publicationStmt>"
        f"<sourceDesc>{case.get('source', '')}</sourceDesc></fileDesc>"
        f"<profileDesc>{case.get('profile', '')}</profileDesc></teiHeader>"
        f"<text>{case.get('text', '<body/>')}</text></TEI>"
    )
    return document_record(root, "file", KNOWN)


def said(document: DocumentRecord) -> dict[str, Any]:
    letter = document.correspondence
    archive = document.archives[0] if document.archives else None
    return {
        "title": document.title,
        "full_title": document.full_title,
        "kind": document.kind,
        "number": document.number,
        "writers": [name.words for name in document.writers],
        "addressees": [name.words for name in letter.addressees] if letter else [],
        "place": letter.sent_from[0].words if letter and letter.sent_from else "",
        "start": document.date.start,
        "end": document.date.end,
        "certain": document.date.is_certain,
        "date_words": document.date.words,
        "archive": [archive.repository, archive.place, archive.collection, archive.reference]
        if archive
        else [],
        "translators": [name.words for name in document.translators],
        "translation": document.translation,
        "published": document.encoded,
        "address": document.address,
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_citation_says_what_the_header_says_and_no_more(case: dict[str, Any]) -> None:
    found = said(record(case))
    assert {key: found[key] for key in case["expect"]} == case["expect"]


def test_a_register_s_number_becomes_the_address_of_its_record(tmp_path: Path) -> None:
    (tmp_path / "persons.xml").write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson><person xml:id="p1">'
        '<persName>Ames, Ada</persName><idno type="GND">118562126</idno>'
        '<idno type="URL">https://example.org/1</idno><idno type="GND">not a number!</idno>'
        '<idno type="inventory">7</idno></person></listPerson></standOff></TEI>'
    )
    entry = Authorities.read([tmp_path / "persons.xml"]).entries["p1"]
    assert entry.addresses == ("https://d-nb.info/gnd/118562126", "https://example.org/1")
    assert entry.preferred == Name("Ames", "Ada")


@pytest.mark.parametrize("folder", ["schnitzler-briefe", "tillich-briefe", "gerdracor"])
def test_other_projects_documents_can_be_cited(test_data: Path, folder: str) -> None:
    for path in sorted((test_data / "samples" / folder).glob("*.xml")):
        try:
            root = parse(path).getroot()
        except NotWellFormedError:
            continue
        document = document_record(root, path.stem)
        assert document.title, path
        assert document.writers, path
        edition = edition_record(root.find("{*}teiHeader"))
        assert edition.publisher, path
        if folder != "gerdracor":
            assert document.correspondence
            assert edition.title
