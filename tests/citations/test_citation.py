"""Citations: current, of ranges, and of what the edition no longer has."""

from __future__ import annotations

from pathlib import Path

import pytest

from tei_edition.citations import Citations, cite, resolved_text
from tei_edition.citations.citation import UnknownIdentifierError
from tei_edition.citations.registry import RegistryError
from tei_edition.edition import Edition
from tei_edition.errors import TeiEditionError
from tests.citations.changed import second_version


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    return second_version(tmp_path)


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
