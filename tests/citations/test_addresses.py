"""Permanent addresses: what they name, and what became of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tei_edition.citations import cite, resolved_text
from tei_edition.citations.addresses import OWN_PAGES, address_of
from tei_edition.citations.registry import Event, Registry, Unit, Version, What
from tei_edition.citations.versions import versions_with
from tei_edition.edition import Edition
from tei_edition.errors import TeiEditionError
from tei_edition.rendering.facts.model import KINDS
from tests.citations.changed import DIGEST, second_version


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    return second_version(tmp_path)


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
