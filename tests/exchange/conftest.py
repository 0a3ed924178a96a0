"""A small edition with everything that the exchange formats have to cope with."""

from __future__ import annotations

from pathlib import Path

import pytest

from tei_edition.edition import Edition

NS = 'xmlns="http://www.tei-c.org/ns/1.0"'


def document(xml_id: str, profile: str, text: str, root: str = "") -> str:
    return (
        f'<TEI {NS} xml:id="{xml_id}" {root}><teiHeader><fileDesc><titleStmt><title>About {xml_id}'
        "</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc>"
        f"</fileDesc><profileDesc>{profile}</profileDesc><revisionDesc>"
        f'<change when="2027-01-0{len(xml_id)}">x</change></revisionDesc></teiHeader>'
        f"<text>{text}</text></TEI>"
    )


@pytest.fixture
def small(tmp_path: Path) -> Edition:
    """A cable with its letter, a report, and authorities."""
    sent = (
        '<correspAction type="sent"><persName ref="../names.xml#ames">A.</persName><placeName>'
        'Here</placeName><date notBefore="1911-02-03T10:00:00" notAfter="1911-02-04"/>'
        "</correspAction>"
    )
    to_a_ministry = (
        '<correspAction type="received" subtype="station"><date when="1911-02-03"/></correspAction>'
        '<correspAction type="received" subtype="to"><orgName>A Ministry</orgName>'
        '<placeName>Nowhere</placeName><placeName ref="../names.xml#there">There</placeName>'
        "</correspAction>"
    )
    files = {
        "letters/cable.xml": document(
            "cable",
            f"<correspDesc>{sent}{to_a_ministry}</correspDesc>",
            '<body><p xml:id="cable-p1">Words &amp; “signs” '
            '<ref target="letter.xml#letter-p1 letter.xml report.xml https://example.org/x.xml"/>'
            '</p><floatingText xmlns:xi="http://www.w3.org/2001/XInclude">'
            '<xi:include href="letter.xml" xpointer="letter-body"/></floatingText></body>',
        ),
        "letters/letter.xml": document(
            "letter",
            f"<correspDesc>{sent}</correspDesc>",
            '<body xml:id="letter-body"><p xml:id="letter-p1">Dear '
            '<persName ref="../names.xml#ames">A.</persName>, see '
            '<ref target="#letter-p1"/></p></body>',
        ),
        "letters/report.xml": document("report", "", "<body><p>No identifiers.</p></body>"),
        "names.xml": (
            f'<TEI {NS} xml:id="names"><teiHeader><fileDesc><titleStmt><title>Names</title>'
            "</titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc>"
            '</fileDesc></teiHeader><standOff><listPerson><person xml:id="ames"><persName>Ames, '
            'Ada</persName><idno type="wikidata">Q1</idno><idno type="VIAF">7</idno></person>'
            '</listPerson><listPlace><place xml:id="there"><placeName>There</placeName>'
            '<idno type="GeoNames">12</idno></place></listPlace></standOff></TEI>'
        ),
        "edition.toml": (
            'documents = ["letters/cable.xml", "letters/letter.xml", "letters/report.xml"]\n'
            'authorities = ["names.xml"]\n[edition]\ntitle = "Letters & more"\n'
            'editors = ["Ada Editor"]\nbase_url = "https://example.org/letters/"\nversion = "1.0"\n'
        ),
    }
    for name, content in files.items():
        path = tmp_path / "source" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return Edition.load(tmp_path / "source" / "edition.toml")
