"""The site answers for every identifier that was ever published."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

from tei_edition.citations import cite
from tei_edition.citations.registry import Event, Registry, Unit, Version, What
from tei_edition.citations.registry_format import written
from tei_edition.edition import Edition
from tei_edition.rendering.publish import Request, render

SETTINGS = """documents = ["a.xml", "b.xml"]
[edition]
title = "Letters"
editors = ["Ada Editor"]
base_url = "https://example.org/letters/"
version = "{version}"
[identifiers]
registry = "citations.json"
"""
BASE = "https://example.org/letters/"
DIGEST = "1:" + "0" * 64


def event(what: What, note: str, into: tuple[str, ...] = (), left: str = "") -> Event:
    return Event(what, "2027-03-01", note, into, left=left, version="2.0")


UNITS = (
    Unit("a", "a", "TEI", "Letter A", DIGEST, "1.0"),
    Unit("a-p01", "a", "p", "¶ 1", DIGEST, "1.0", (event(What.CHANGED, "“to” for “two”"),)),
    Unit(
        "a-p02", "a", "p", "¶ 2", DIGEST, "1.0", (event(What.RETIRED, "one thought", ("a-p01",)),)
    ),
    Unit("a-n1", "a", "note", "note 1", DIGEST, "1.0", (event(What.RETIRED, "it was wrong"),)),
    Unit("b", "b", "TEI", "Letter B", DIGEST, "2.0"),
    Unit("b-p01", "b", "p", "¶ 1", DIGEST, "2.0"),
    Unit("old", "old", "TEI", "Old letter", DIGEST, "1.0", (event(What.MOVED, "", ("b",)),)),
    Unit("old-p01", "old", "p", "¶ 1", DIGEST, "1.0", (event(What.MOVED, "", ("b-p01",)),)),
    Unit("draft-p01", "a", "p", "¶ 9", DIGEST, ""),
)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an edition in its second version."""
    home = tmp_path / "edition"
    home.mkdir()
    for name in "ab":
        (home / f"{name}.xml").write_text(
            f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{name}"><teiHeader><fileDesc>'
            f"<titleStmt><title>Letter {name.upper()}</title></titleStmt></fileDesc></teiHeader>"
            f'<text><body><p xml:id="{name}-p01">Words.</p></body></text></TEI>'
        )
    settings(home, "2.0")
    versions = (Version("1.0", "2026-12-01"), Version("2.0", "2027-04-01"))
    registry = Registry({unit.xml_id: unit for unit in UNITS}, versions)
    (home / "citations.json").write_text(written(registry), encoding="utf-8")
    monkeypatch.chdir(home)
    return home


def settings(home: Path, version: str, language: str = "en") -> None:
    text = SETTINGS.format(version=version)
    text = text.replace("[edition]", f'[edition]\nlanguage = "{language}"')
    (home / "edition.toml").write_text(text)


def site(home: Path) -> Path:
    folder = home.parent / "site"
    report = render(None, folder, Request(outputs=("html",)))
    assert not report.failures
    return folder


def page(folder: Path, name: str) -> HtmlElement:
    return html.document_fromstring((folder / f"{name}.html").read_text(encoding="utf-8"))


def test_every_identifier_ever_published_has_a_page(home: Path) -> None:
    folder = site(home)
    for unit in UNITS:
        assert (folder / f"{unit.xml_id}.html").is_file() == bool(unit.version), unit.xml_id


def test_identifiers_in_another_script_have_pages_at_their_addresses(home: Path) -> None:
    (home / "b.xml").write_text((home / "b.xml").read_text().replace('xml:id="b', 'xml:id="письмо'))
    units = (
        Unit("письмо", "письмо", "TEI", "Letter B", DIGEST, "2.0"),
        Unit("письмо-p01", "письмо", "p", "¶ 1", DIGEST, "2.0"),
        Unit("편지", "편지", "TEI", "Old", DIGEST, "2.0", (event(What.RETIRED, "A forgery."),)),
    )
    registry = Registry({unit.xml_id: unit for unit in units}, (Version("2.0", "2027-04-01"),))
    (home / "citations.json").write_text(written(registry), encoding="utf-8")
    folder = site(home)
    for unit in units:
        url = cite(Edition.find(), unit.xml_id).url.removeprefix(BASE).partition("#")[0]
        assert (folder / f"{url}.html").is_file()
        assert (folder / f"{unit.xml_id}.html").is_file()
    (canonical,) = page(folder, "письмо").xpath("//link[@rel='canonical']/@href")
    assert canonical == f"{BASE}письмо"


def test_every_way_leads_to_a_place_that_is_there(home: Path) -> None:
    folder = site(home)
    for path in folder.glob("*.html"):
        tree = html.document_fromstring(path.read_text(encoding="utf-8"))
        targets = tree.xpath("//a/@href | //meta[@http-equiv='refresh']/@content")
        for target in targets:
            target = re.sub(r"^0; url=", "", target)
            if re.match(r"https?:|tei/|.*\.(json|ris|bib)$", target):
                continue
            name, _, anchor = target.partition("#")
            there = folder / (name or path.name)
            assert there.is_file(), (path.name, target)
            ids = html.document_fromstring(there.read_text(encoding="utf-8")).xpath("//@id")
            assert not anchor or anchor in ids, (path.name, target)


def test_a_current_passage_sends_the_reader_to_its_place(home: Path) -> None:
    tree = page(site(home), "a-p01")
    (refresh,) = tree.xpath("//meta[@http-equiv='refresh']/@content")
    assert refresh == "0; url=a.html#a-p01"
    (canonical,) = tree.xpath("//link[@rel='canonical']/@href")
    assert canonical == "https://example.org/letters/a#a-p01"
    assert tree.xpath("//a/@href") == ["a.html#a-p01"]


def test_what_was_merged_or_left_out_is_explained_and_nobody_is_sent_on(home: Path) -> None:
    folder = site(home)
    merged = page(folder, "a-p02")
    assert not merged.xpath("//meta[@http-equiv='refresh']")
    (main,) = merged.xpath("//main")
    words = " ".join(main.text_content().split())
    assert words == (
        "Letter A, ¶ 2¶ 2 (a-p02) was retired in version 2.0: merged into ¶ 1 (a-p01) of Letter "
        "A. Reason: one thought.Letter A, ¶ 1As published in version: 1.0 (1 December 2026)"
    )
    assert main.xpath(".//a/@href") == ["a.html#a-p01", f"{BASE}1.0/a#a-p02"]
    gone = page(folder, "a-n1")
    assert "Reason: it was wrong." in gone.xpath("//main")[0].text_content()


@pytest.mark.parametrize(
    ("language", "account", "erratum"),
    [
        (
            "de",
            "in Version 2.0 zurückgezogen: aufgegangen in ¶ 1 (a-p01) in Letter A. Grund: one",
            "Aufgegangen in a-p01: one thought",
        ),
        (
            "fr",
            "retiré dans la version 2.0 et fusionné avec ¶ 1 (a-p01) de Letter A. Motif : one",
            "Fusionné avec a-p01 : one thought",
        ),
        (
            "ru",
            "изъято в версии 2.0, вошло в ¶ 1 (a-p01), Letter A. Причина: one thought.",
            "Вошло в a-p01: one thought",
        ),
        (
            "ko",
            "버전 2.0에서 삭제되어 Letter A의 ¶ 1 (a-p01)에 통합됨. 사유: one thought.",
            "a-p01에 통합됨: one thought",
        ),
    ],
)
def test_readers_are_told_in_the_language_of_the_edition(
    home: Path, language: str, account: str, erratum: str
) -> None:
    settings(home, "2.0", language)
    folder = site(home)
    told = " ".join(page(folder, "a-p02").xpath("//main")[0].text_content().split())
    assert account in told
    recorded = " ".join(page(folder, "errata").xpath("//main")[0].text_content().split())
    assert erratum in recorded
    data = json.loads((folder / "errata.json").read_text(encoding="utf-8"))
    for words in (
        told,
        recorded,
        " ".join(page(folder, "a").text_content().split()),
        " ".join(page(folder, "a-n1").text_content().split()),
        " ".join(each["words"] for each in data),
    ):
        assert not re.search("retired|merged|Reason|corrected|Now ", words)


def test_a_renamed_document_keeps_the_anchors_of_its_passages(home: Path) -> None:
    tree = page(site(home), "old")
    (passage,) = tree.xpath("//*[@id='old-p01']")
    assert passage.xpath(".//a/@href") == ["b.html#b-p01", f"{BASE}1.0/old#old-p01"]
    assert "b.html" in tree.xpath("//main//a/@href")


def test_what_is_gone_can_be_read_in_the_versions_that_had_it(home: Path) -> None:
    folder = site(home)
    (listed,) = page(folder, "a").xpath("//li[@id='a-n1']")
    for place in (listed, page(folder, "a-n1")):
        links = [link for link in place.xpath(".//a/@href") if "1.0/" in link or "2.0/" in link]
        assert links == [f"{BASE}1.0/a#a-n1"]
    assert f"{BASE}1.0/old" in page(folder, "old").xpath("//main//a/@href")


def test_what_is_gone_has_one_permanent_url(home: Path) -> None:
    folder = site(home)
    data = json.loads((folder / "errata.json").read_text(encoding="utf-8"))
    urls = {each["id"]: each["url"] for each in data}
    edition = Edition.load(home / "edition.toml")
    for xml_id in ("a-p01", "a-p02", "a-n1"):
        assert urls[xml_id] == cite(edition, xml_id).url == f"{BASE}a#{xml_id}"
        assert page(folder, "a").xpath(f"//*[@id='{xml_id}']")
    assert "a.html#a-p02" in page(folder, "errata").xpath("//main//a/@href")


def test_without_errata_their_list_is_empty_and_no_page_is_made(home: Path) -> None:
    kept = {unit.xml_id: unit for unit in UNITS if not unit.history}
    registry = Registry(kept, (Version("1.0", "2026-12-01"),))
    (home / "citations.json").write_text(written(registry), encoding="utf-8")
    folder = site(home)
    assert json.loads((folder / "errata.json").read_text(encoding="utf-8")) == []
    assert not (folder / "errata.html").exists()


def test_the_errata_are_a_page_and_data(home: Path) -> None:
    folder = site(home)
    tree = page(folder, "errata")
    items = [" ".join(item.text_content().split()) for item in tree.xpath("//main//li")]
    assert "1 March 2027: Letter A, ¶ 1. “to” for “two”" in items
    data = json.loads((folder / "errata.json").read_text(encoding="utf-8"))
    assert len(data) == len(items) == 4
    (corrected,) = [each for each in data if each["what"] == "changed"]
    assert corrected["url"] == "https://example.org/letters/a#a-p01"
    assert corrected["version"] == "2.0"
    assert "errata.html" in page(folder, "index").xpath("//nav//a/@href")


def test_a_part_of_an_edition_has_no_permanent_pages(home: Path) -> None:
    folder = home.parent / "part"
    render([home / "a.xml"], folder, Request(outputs=("html",)))
    assert not (folder / "b-p01.html").exists()
    assert not (folder / "errata.html").exists()
    assert page(folder, "a").xpath("//li[@id='a-p02']")
