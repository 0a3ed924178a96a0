"""What a page says of citing: for readers at each passage, for machines in its head."""

from __future__ import annotations

import json
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

from tei_edition.citations import Citations, cite
from tei_edition.citations.forms import as_html
from tei_edition.citations.registry import Event, Registry, Unit, Version, What
from tei_edition.edition import Edition
from tei_edition.rendering import Renderer, read_source
from tei_edition.rendering.cited import note_around
from tei_edition.rendering.citing import Citing
from tei_edition.rendering.edition import EditionData
from tei_edition.rendering.publish import Request, edition_data, render

TITLE = 'A </script><script>alert("x")</script> & “B”'


@pytest.fixture(scope="module")
def corpus(repository: Path) -> Edition:
    return Edition.load(repository / "corpus" / "edition.toml")


@pytest.fixture(scope="module")
def site(corpus: Edition, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    render([corpus.root], folder, Request(outputs=("html",)))
    return folder


def page(site: Path, name: str) -> HtmlElement:
    return html.document_fromstring((site / f"{name}.html").read_text(encoding="utf-8"))


def controls(document: HtmlElement) -> dict[str, HtmlElement]:
    return {
        control.get("href", "")[1:]: control
        for control in document.xpath("//a[contains(@class, 'cite')][@data-cite]")
    }


@pytest.mark.parametrize("name", ["cable-600308", "letter-19500929"])
def test_each_citable_unit_has_its_control_which_is_a_link_to_it(site: Path, name: str) -> None:
    document = page(site, name)
    found = controls(document)
    for xml_id in ("p01", "p02"):
        assert f"{name}-{xml_id}" in found
    for xml_id, control in found.items():
        (unit,) = document.xpath("//*[@id=$id]", id=xml_id)
        assert control in unit.iterdescendants()
        assert control.text_content() == f" Cite {control.get('data-cite')} "


def test_a_control_follows_the_words_of_its_passage_and_is_parted_from_them(site: Path) -> None:
    said = page(site, "cable-600308").get_element_by_id("cable-600308-p02").text_content()
    assert " ".join(said.split()).endswith("PAK HEON-YEONG personally. Cite ¶ 2")


@pytest.mark.parametrize(
    "xml_id",
    [
        "cable-600308-hw1",
        "cable-600308-form",
        "cable-600308-arrived",
        "cable-600308-urgency",
        "cable-600308-stamp1",
        "cable-600308-copy9",
        "cable-600308-closer",
        "cable-600308-typed",
    ],
)
def test_stamps_fields_copies_and_handwriting_can_be_cited(site: Path, xml_id: str) -> None:
    assert xml_id in controls(page(site, "cable-600308"))


def test_a_passage_has_one_address_wherever_it_shows(site: Path) -> None:
    in_cable = controls(page(site, "cable-600308"))["letter-19500929-p02"].get("data-url")
    in_letter = controls(page(site, "letter-19500929"))["letter-19500929-p02"].get("data-url")
    assert in_cable == in_letter
    assert in_cable == "https://example.org/tei-edition/letter-19500929#letter-19500929-p02"


@pytest.mark.parametrize("xml_id", ["cable-600308-p02", "cable-600308-stamp1"])
def test_what_the_script_copies_is_what_the_command_prints(
    site: Path, corpus: Edition, xml_id: str
) -> None:
    document = page(site, "cable-600308")
    (dialogue,) = document.xpath("//dialog")
    control = controls(document)[xml_id]
    pieces = [dialogue.get(f"data-{part}") for part in ("before", "between", "after")]
    copied = f"{pieces[0]}{control.get('data-cite')}{pieces[1]}{control.get('data-url')}{pieces[2]}"
    assert copied == cite(corpus, xml_id).text()


def test_the_note_of_a_page_is_the_style_s_own(corpus: Edition) -> None:
    for path in corpus.documents:
        citation = Citations(corpus).document(path)
        for each in (
            citation,
            replace(citation, url=""),
            replace(citation, url="https://a.org/?b&c"),
        ):
            note = note_around(each).without_passage(each.url)
            assert f'<p class="citation">{note}</p>' == as_html(each)


def test_reference_managers_find_the_document_and_its_files(site: Path) -> None:
    document = page(site, "letter-19500929")
    said = {(tag.get("name"), tag.get("content")) for tag in document.xpath("//meta[@name]")}
    assert {
        ("z:itemType", "letter"),
        ("citation_title", "Kim Il Sung and Pak Heon-Yeong to Stalin, 29 September 1950"),
        ("citation_author", "Kim Il Sung"),
        ("citation_author", "Pak Heon-Yeong"),
        ("citation_date", "1950/09/29"),
        ("citation_public_url", "https://example.org/tei-edition/letter-19500929"),
    } <= said
    files = document.xpath("//link[@rel='alternate']")
    assert [link.get("href") for link in files] == [
        f"letter-19500929.{ending}" for ending in ("csl.json", "ris", "bib")
    ]
    for link in files:
        assert (site / link.get("href")).is_file()
    (item,) = json.loads((site / "letter-19500929.csl.json").read_text(encoding="utf-8"))
    assert item["type"] == "personal_communication"


def test_the_document_is_described_in_schema_org(site: Path) -> None:
    (script,) = page(site, "letter-19500929").xpath("//script[@type='application/ld+json']")
    data = json.loads(script.text)
    assert data["@type"] == "Message"
    assert data["sender"][0]["sameAs"][0] == "https://d-nb.info/gnd/118562126"
    assert data["recipient"][0]["familyName"] == "Stalin"
    assert data["isPartOf"]["version"]


def test_the_edition_s_page_says_how_the_edition_is_cited(site: Path, corpus: Edition) -> None:
    index = page(site, "index")
    (words,) = index.xpath("//p[@class='citation']")
    assert words.text_content() == Citations(corpus).whole().text()


def test_a_title_cannot_leave_the_data_it_stands_in(tmp_path: Path) -> None:
    document = small(tmp_path, TITLE)
    made = Renderer(EditionData(title=TITLE, base_url="https://example.org/")).html(
        read_source(document)
    )
    tree = html.document_fromstring(made)
    (data,) = tree.xpath("//script[@type='application/ld+json']")
    assert json.loads(data.text)["name"] == TITLE
    assert [script.get("src") for script in tree.xpath("//script[not(@type)]")] == ["edition.js"]
    assert "alert" not in "".join(script.text or "" for script in tree.xpath("//script[@src]"))
    (dialogue,) = tree.xpath("//dialog")
    assert unescape(dialogue.get("data-before")).startswith("“A </script>")


def small(folder: Path, title: str = "A", body: str = '<p xml:id="a-p02">x</p>') -> Path:
    path = folder / "a.xml"
    path.write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="a"><teiHeader><fileDesc><titleStmt>'
        f"<title>{title.replace('&', '&amp;').replace('<', '&lt;')}</title></titleStmt></fileDesc>"
        f"</teiHeader><text><body>{body}</body></text></TEI>"
    )
    return path


DIGEST = "1:" + "0" * 64


def test_old_citations_find_an_account_where_they_lead(tmp_path: Path) -> None:
    retired = Event(What.RETIRED, "2027-01-02", "one thought", ("a-p02",), version="2.0")
    away = Event(What.MOVED, "2027-01-02", "it is hers", left="a", version="2.0")
    units = (
        Unit("a", "a", "TEI", "A", DIGEST, "1.0"),
        Unit("a-p01", "a", "p", "¶ 1", DIGEST, "1.0", (retired,)),
        Unit("a-p02", "a", "p", "¶ 2", DIGEST, "1.0"),
        Unit("a-p03", "b", "p", "¶ 3", DIGEST, "1.0", (away,)),
        Unit("b", "b", "TEI", "B", DIGEST, "1.1"),
    )
    registry = Registry(
        {unit.xml_id: unit for unit in units},
        (Version("1.0", "2026-12-01"), Version("2.0", "2027-02-01")),
    )
    citing = Citing(registry=registry)
    data = EditionData(title="T", base_url="https://example.org/")
    record = Renderer(data).inputs._citing.edition
    made = Renderer(replace(data, citing=replace(citing, edition=record))).html(
        read_source(small(tmp_path))
    )
    tree = html.document_fromstring(made)
    first, third = tree.xpath("//section[contains(@class, 'former')]//li")
    assert (first.get("id"), third.get("id")) == ("a-p01", "a-p03")
    assert "merged into ¶ 2 (a-p02) of A. Reason: one thought" in first.text_content()
    assert first.xpath("a/@href") == ["a.html#a-p02", "https://example.org/1.0/a#a-p01"]
    assert third.xpath("a/@href") == ["b.html#a-p03", "https://example.org/1.0/a#a-p03"]
    versions = tree.xpath("//section[contains(@class, 'citing')]//a[contains(@href, '.0/')]/@href")
    assert versions == ["https://example.org/2.0/a", "https://example.org/1.0/a"]


def test_a_document_without_an_edition_and_an_address_is_not_cited(tmp_path: Path) -> None:
    tree = html.document_fromstring(Renderer().html(read_source(small(tmp_path))))
    assert not tree.xpath("//dialog | //a[@data-cite] | //script[@type]")


def test_other_projects_letters_are_cited_by_their_headers(test_data: Path) -> None:
    folder = test_data / "samples" / "schnitzler-briefe"
    tree = html.document_fromstring(Renderer().html(read_source(folder / "L00030.xml")))
    (words, *_) = tree.xpath("//section[contains(@class, 'citing')]//p[@class='citation']")
    assert words.text_content() == (
        "Arthur Schnitzler to Hugo von Hofmannsthal, letter, Wien, August 11, 1891, Hs-30885,14, "
        "Freies Deutsches Hochstift, Frankfurt am Main, in Arthur Schnitzler: Briefwechsel mit "
        "Autorinnen und Autoren, ed. Martin Anton Müller and Gerd-Hermann Susen (Austrian Centre "
        "for Digital Humanities, 2023), https://hdl.handle.net/21.11115/0000-000E-6B3F-5."
    )


def test_the_settings_of_an_edition_reach_its_pages(corpus: Edition) -> None:
    data = edition_data(corpus)
    assert data.citing is not None
    assert data.citing.whole is not None
    assert "p" in data.citing.kinds
