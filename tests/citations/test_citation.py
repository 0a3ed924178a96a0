"""Citations: current, of ranges, and of what the edition no longer has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tei_edition.citations import Citations, cite, resolved_text
from tei_edition.citations.addresses import OWN_PAGES, address_of
from tei_edition.citations.citation import UnknownIdentifierError
from tei_edition.citations.registry import Event, Registry, RegistryError, Unit, Version, What
from tei_edition.citations.registry_format import written
from tei_edition.citations.versions import versions_with
from tei_edition.edition import Edition
from tei_edition.errors import TeiEditionError
from tei_edition.rendering.facts import KINDS

SETTINGS = """documents = ["a.xml", "b.xml"]
[edition]
title = "Letters"
editors = ["Ada Editor", "Editor, Ben"]
base_url = "https://example.org/letters/"
version = "2.1"
[identifiers]
registry = "citations.json"
"""
DIGEST = "1:" + "0" * 64


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    """An edition in its second version, in which things happened."""
    bodies = {
        "a": '<p xml:id="a-p02">Two.<note xml:id="a-n1">Note.</note></p>'
        '<p xml:id="a-p03">Three.</p>'
        '<ab><stamp subtype="incoming" xml:id="a-stamp1">In</stamp></ab>',
        "b": '<p xml:id="b-p01">One.</p><p xml:id="b-p02">Two.</p>',
    }
    for name, body in bodies.items():
        (tmp_path / f"{name}.xml").write_text(
            f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{name}">\n<teiHeader><fileDesc>'
            f"<titleStmt><title>Letter {name.upper()}</title></titleStmt></fileDesc></teiHeader>"
            f"<text><body>{body}</body></text></TEI>"
        )
    (tmp_path / "edition.toml").write_text(SETTINGS)
    units = [
        Unit("a", "a", "TEI", "Letter A", DIGEST, "1.0"),
        Unit(
            "a-p01",
            "a",
            "p",
            "¶ 1",
            DIGEST,
            "1.0",
            (Event(What.RETIRED, "2027-03-01", "no new paragraph", ("a-p02",), version="2.1"),),
        ),
        Unit(
            "a-p02",
            "a",
            "p",
            "¶ 2",
            DIGEST,
            "1.0",
            (Event(What.CHANGED, "2027-02-01", "“to” for “two”", was=DIGEST, version="2.0"),),
        ),
        Unit(
            "a-n9",
            "a",
            "note",
            "note 9",
            DIGEST,
            "1.0",
            (Event(What.RETIRED, "2027-03-02", "it was wrong", version="2.1"),),
        ),
        Unit("b", "b", "TEI", "Letter B", DIGEST, "1.0"),
        Unit("b-p01", "b", "p", "¶ 1", DIGEST, "2.1"),
        Unit(
            "old-p01",
            "old",
            "p",
            "¶ 1",
            DIGEST,
            "1.0",
            (Event(What.MOVED, "2027-03-02", "", ("b-p01",), version="2.1"),),
        ),
        Unit(
            "old",
            "old",
            "TEI",
            "Old letter",
            DIGEST,
            "1.0",
            (Event(What.MOVED, "2027-03-02", "", ("b",), version="2.1"),),
        ),
        Unit(
            "gone",
            "gone",
            "TEI",
            "Lost letter",
            DIGEST,
            "1.0",
            (Event(What.RETIRED, "2027-03-02", "a forgery", version="2.1"),),
        ),
    ]
    versions = (Version("1.0", "2026-12-01"), Version("2.1", "2027-04-01"))
    registry = Registry({unit.xml_id: unit for unit in units}, versions)
    (tmp_path / "citations.json").write_text(written(registry), encoding="utf-8")
    return Edition.load(tmp_path / "edition.toml")


@pytest.mark.parametrize(
    ("identifiers", "passage", "url"),
    [
        (("b",), "", "b"),
        (("a-p02",), "¶ 2", "a#a-p02"),
        (("a-p02", "a-p03"), "¶¶ 2–3", "a#a-p02"),
        (("a-p03", "a-p02"), "¶¶ 2–3", "a#a-p02"),
        (("a-p03", "a-p03"), "¶ 3", "a#a-p03"),
        (("a-p02", "a-stamp1"), "¶ 2 – incoming stamp", "a#a-p02"),
    ],
)
def test_a_citation_names_the_passage_and_its_permanent_url(
    edition: Edition, identifiers: tuple[str, ...], passage: str, url: str
) -> None:
    citation = cite(edition, *identifiers)
    assert citation.passage == passage
    assert citation.url == f"https://example.org/letters/{url}"
    assert citation.account == ""


def test_a_citation_says_passage_edition_version_and_permanent_url(edition: Edition) -> None:
    assert cite(edition, "a-p02").text() == (
        "“Letter A,” in Letters, ed. Ada Editor and Ben Editor (version 2.1), ¶ 2, "
        "https://example.org/letters/a#a-p02."
    )


def test_the_edition_itself_can_be_cited(edition: Edition) -> None:
    assert Citations(edition).whole().text() == (
        "Letters, ed. Ada Editor and Ben Editor (version 2.1, 2027), https://example.org/letters/."
    )


def test_what_was_merged_is_cited_with_what_became_of_it(edition: Edition) -> None:
    citation = cite(edition, "a-p01")
    assert (citation.passage, citation.title) == ("¶ 1", "Letter A")
    assert citation.account == (
        "¶ 1 (a-p01) was retired in version 2.1: merged into ¶ 2 (a-p02) of Letter A. "
        "Reason: no new paragraph"
    )
    assert citation.text().endswith(f"[{citation.account}]")


def test_what_was_left_out_is_cited_with_the_reason(edition: Edition) -> None:
    assert cite(edition, "a-n9").account == (
        "note 9 (a-n9) was retired in version 2.1. Reason: it was wrong"
    )


def test_a_renamed_document_is_cited_as_it_is_called_now(edition: Edition) -> None:
    citation = cite(edition, "old")
    assert citation.url == "https://example.org/letters/b"
    assert citation.account == "Old letter (old) is now Letter B (b) (in version 2.1)"


def test_a_document_that_is_gone_is_still_cited(edition: Edition) -> None:
    citation = cite(edition, "gone")
    assert citation.title == "Lost letter"
    assert "a forgery" in citation.text()


def test_a_range_lies_in_one_document(edition: Edition) -> None:
    with pytest.raises(TeiEditionError, match="different documents"):
        cite(edition, "a-p02", "b-p01")
    with pytest.raises(UnknownIdentifierError, match="“a-p77”"):
        cite(edition, "a-p02", "a-p77")


@pytest.mark.parametrize(
    ("identifiers", "passage", "url", "account"),
    [
        (("a-p01", "a-p02"), "¶¶ 1–2", "a#a-p01", "¶ 1 (a-p01) was retired"),
        (("a-p03", "a-p01"), "¶¶ 1–3", "a#a-p01", "¶ 1 (a-p01) was retired"),
        (("a-p01", "a-n9"), "¶ 1 – note 9", "a#a-p01", "no new paragraph. note 9 (a-n9)"),
        (("old-p01", "b-p02"), "¶¶ 1–2", "b#b-p01", "¶ 1 (old-p01) has moved to"),
        (("b-p02", "old-p01"), "¶¶ 1–2", "b#b-p01", "¶ 1 (old-p01) has moved to"),
    ],
)
def test_a_range_from_or_to_what_is_gone_has_both_ends_and_the_account(
    edition: Edition, identifiers: tuple[str, str], passage: str, url: str, account: str
) -> None:
    citation = cite(edition, *identifiers)
    assert citation.passage == passage
    assert citation.url == f"https://example.org/letters/{url}"
    assert account in citation.account


@pytest.mark.parametrize("ends", [("a-p01", "a"), ("a-p02", "a"), ("a", "a-p02"), ("old", "b-p01")])
def test_a_range_has_a_passage_at_each_end(edition: Edition, ends: tuple[str, str]) -> None:
    with pytest.raises(TeiEditionError, match="is a whole document"):
        cite(edition, *ends)


def test_a_range_does_not_drop_an_end_that_never_was(edition: Edition) -> None:
    with pytest.raises(UnknownIdentifierError, match="“a-p77”"):
        cite(edition, "a-p01", "a-p77")


@pytest.mark.parametrize(
    ("encoding", "written_as", "xml_id"),
    [
        ("iso-8859-1", "café-p01", "café-p01"),
        ("koi8-r", "письмо-p01", "письмо-p01"),
        ("utf-16", "письмо-p01", "письмо-p01"),
        ("utf-8", "caf&#233;-p01", "café-p01"),
        ("utf-16", "&#x63;af&#233;-p01", "café-p01"),
    ],
)
def test_a_passage_is_found_however_its_file_writes_the_identifier(
    edition: Edition, encoding: str, written_as: str, xml_id: str
) -> None:
    path = edition.file.parent / "b.xml"
    text = path.read_text().replace("b-p01", written_as)
    path.write_bytes(f'<?xml version="1.0" encoding="{encoding}"?>{text}'.encode(encoding))
    assert cite(edition, xml_id).url == f"https://example.org/letters/b#{xml_id}"


def test_a_registry_that_is_not_there_is_not_taken_for_nothing_published(
    edition: Edition,
) -> None:
    (edition.file.parent / "citations.json").unlink()
    for ask in (lambda: cite(edition, "a-p02"), lambda: resolved_text(edition, "a-p02")):
        with pytest.raises(RegistryError, match=r"registry of published .* is not there"):
            ask()


@pytest.mark.parametrize(("asked", "near"), [("a-po2", "a-p02"), ("gonne", "gone")])
def test_an_unknown_identifier_is_said_with_the_nearest_one(
    edition: Edition, asked: str, near: str
) -> None:
    path = edition.documents[0]
    path.write_text(path.read_text().replace("<body>", "<body><!-- a comment --><?pi x?>"))
    with pytest.raises(UnknownIdentifierError, match=f"did you mean “{near}”"):
        cite(edition, asked)


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("a-p02", ("", "a-p02")),
        ("a#a-p02:~:text=Two", ("", "a-p02")),
        ("#a-p02", ("", "a-p02")),
        ("https://example.org/letters/a#a-p02", ("", "a-p02")),
        ("https://EXAMPLE.org/letters/a.html#a-p02", ("", "a-p02")),
        ("http://example.org/letters/a", ("", "a")),
        ("https://example.org/letters/a/", ("", "a")),
        ("https://example.org/letters/2.1/a?view=diplomatic#a-p02", ("2.1", "a-p02")),
        ("https://example.org/letters/a#a%2Dp02", ("", "a-p02")),
        ("https://example.org/letters/a#:~:text=Two.", ("", "a")),
        ("https://example.org/letters/2.1/a#a-p02:~:text=Two", ("2.1", "a-p02")),
        ("https://example.org/letters/a.bib", ("", "a")),
        ("https://example.org/letters/2.1/a.csl.json", ("2.1", "a")),
        ("https://example.org/letters/a.RIS", ("", "a")),
        ("https://example.org/letters/tei/a.xml", ("", "a")),
        ("https://example.org/letters/a#page:about", ("", "a")),
        ("example.org/letters/a.html#a-p02", ("", "a-p02")),
        (" https://example.org/letters/a#a-p02\n", ("", "a-p02")),
    ],
)
def test_a_permanent_url_names_an_identifier(
    edition: Edition, address: str, found: tuple[str, str]
) -> None:
    named = address_of(edition, address)
    assert (named.version, named.xml_id) == found


@pytest.mark.parametrize(
    "address", ["https://example.com/letters/a", "https://example.org/", "mailto:a@example.org"]
)
def test_an_address_of_another_site_is_refused(edition: Edition, address: str) -> None:
    with pytest.raises(TeiEditionError, match="not an address of this edition"):
        address_of(edition, address)


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("", "the edition’s first page"),
        ("#page:main", "the edition’s first page"),
        ("1.0/", "the edition’s first page"),
        ("errata", "the list of the edition’s errata (tei-edition ids errata shows it)"),
        ("errata.json", "the list of the edition’s errata"),
        ("2.1/index-person.html", "the index of persons"),
    ],
)
def test_a_page_that_is_no_document_s_is_said_to_be_what_it_is(
    edition: Edition, page: str, words: str
) -> None:
    with pytest.raises(TeiEditionError, match=re.escape(f"{page}” is {words}")):
        address_of(edition, f"https://example.org/letters/{page}")


def test_the_edition_s_address_is_known_without_its_last_slash(edition: Edition) -> None:
    with pytest.raises(TeiEditionError, match="is the edition’s first page"):
        address_of(edition, "https://example.org/letters")


def test_the_edition_s_own_pages_are_all_known() -> None:
    assert {f"index-{kind}" for kind in KINDS} <= set(OWN_PAGES)


def test_a_file_beside_a_page_is_said_to_be_what_it_is(edition: Edition) -> None:
    text = resolved_text(edition, "https://example.org/letters/a.bib")
    assert text.splitlines()[:2] == [
        "Letter A",
        "This address is the document’s citation for BibTeX and BibLaTeX.",
    ]
    assert "URL:        https://example.org/letters/a" in text.splitlines()


def test_resolving_tells_the_words_the_document_and_the_history(edition: Edition) -> None:
    lines = resolved_text(edition, "https://example.org/letters/2.1/a#a-p02").splitlines()
    assert lines[0] == "Letter A, ¶ 2"
    assert lines[2] == "Two."
    assert "URL:        https://example.org/letters/a#a-p02" in lines
    assert "In 2.1:     https://example.org/letters/2.1/a#a-p02" in lines
    assert "Published:  version 1.0" in lines
    assert lines[-1] == "  2027-02-01  the text of ¶ 2 (a-p02) was corrected: “to” for “two”"


def test_resolving_an_address_of_a_version_leads_to_the_passage_in_it(edition: Edition) -> None:
    base = "https://example.org/letters/1.0/"
    corrected = "These are its words now; they were corrected after 1.0."
    for address, there in (
        (f"{base}a", f"{base}a"),
        (f"{base}a.html#a-p02", f"{base}a#a-p02"),
        (f"{base}a-p02", f"{base}a#a-p02"),
        (f"{base}a#a-p01", f"{base}a#a-p01"),
        (f"{base}old", f"{base}old"),
        (f"{base}a#a-p03", "not there"),
        ("https://example.org/letters/2.1/a#a-p01", "not there"),
    ):
        lines = resolved_text(edition, address).splitlines()
        assert [line[12:] for line in lines if line.startswith("In ")] == [there], address
        assert (corrected in lines) == (address.endswith("a-p02")), address


def test_the_address_in_a_version_is_that_of_the_document_where_the_passage_stood() -> None:
    moved = Event(What.MOVED, "2027-03-01", left="a", version="2.0")
    retired = Event(What.RETIRED, "2027-04-01", "wrong", version="3.0")
    restored = Event(What.RESTORED, "2027-05-01")
    unit = Unit("a-p01", "b", "p", "¶ 1", DIGEST, "1.1", (moved, retired, restored))
    names = ("1.0", "1.1", "1.10", "2.0", "3.0")
    registry = Registry({"a-p01": unit}, tuple(Version(name, "2027-01-01") for name in names))
    found = [(version.name, document) for version, document in versions_with(registry, unit)]
    assert found == [("1.1", "a"), ("1.10", "a"), ("2.0", "b")]


def test_a_version_that_was_never_published_leads_nowhere(edition: Edition) -> None:
    with pytest.raises(TeiEditionError, match=r"9\.9 .* never published; published are 1\.0, 2\.1"):
        resolved_text(edition, "https://example.org/letters/9.9/a#a-p02")


def test_resolving_what_is_gone_tells_what_became_of_it(edition: Edition) -> None:
    assert "merged into ¶ 2 (a-p02)" in resolved_text(edition, "a-p01")
    assert "is now Letter B" in resolved_text(edition, "https://example.org/letters/old")


def test_a_passage_is_named_in_the_edition_s_language(edition: Edition) -> None:
    settings = edition.file.read_text().replace("[edition]", '[edition]\nlanguage = "de-AT"')
    edition.file.write_text(settings)
    german = Edition.load(edition.file)
    assert cite(german, "a-stamp1").passage == "Eingangsstempel"
    former = cite(german, "a-n9")
    assert former.passage == "Anmerkung 9"
    assert former.account == (
        "Anmerkung 9 (a-n9) wurde in Version 2.1 zurückgezogen. Grund: it was wrong"
    )
    lines = resolved_text(german, "a-p02").splitlines()
    assert lines[-1].endswith("der Text von ¶ 2 (a-p02) wurde berichtigt: “to” for “two”")
    assert cite(german, "a-p02").passage == "¶ 2"


def test_an_entry_of_an_authority_file_is_cited_by_its_name(repository: Path) -> None:
    corpus = Edition.load(repository / "corpus" / "edition.toml")
    assert cite(corpus, "persons-stalin").passage == "s.v. “Stalin, Iosif Vissarionovich”"
    assert "n.d." not in cite(corpus, "persons-stalin").text()


def test_a_letter_is_cited_with_everything_a_documentary_editor_asks_for(
    repository: Path,
) -> None:
    corpus = Edition.load(repository / "corpus" / "edition.toml")
    text = cite(corpus, "cable-600308-p02").text()
    for part in (
        "Terentii Fomich Shtykov to Andrei Andreevich Gromyko",
        "cable no. 600308/sh",
        "Pyongyang, September 30, 1950",
        "translation, Wilson Center Digital Archive",
        corpus.title,
        corpus.editors[0],
        f"version {corpus.version}",
        "¶ 2",
        f"{corpus.base_url}cable-600308#cable-600308-p02",
    ):
        assert part in text
