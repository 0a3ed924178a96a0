# SPDX-License-Identifier: MIT
"""What was found out about a document is kept, and taken for true where it must still be."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

import pytest

from tei_edition.rendering import read_source
from tei_edition.rendering.cited import Cited
from tei_edition.rendering.facts.model import DocumentFacts
from tei_edition.rendering.publish import Request, render
from tei_edition.rendering.site import describing
from tests.rendering.changes import (
    DOCUMENT,
    another_name,
    another_word,
    content_of,
    render_site,
    replace_words,
)

if TYPE_CHECKING:
    from pathlib import Path

    from tei_edition.rendering.facts.model import Kind
    from tei_edition.rendering.sources.source import Source

PIXEL = b"GIF89a\x01\x00\x01\x00\x00\x00\x00;"


@pytest.fixture
def described(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are described, not known from last time."""
    found: list[str] = []
    real = describing.describe

    def watched(source: Source, kind: Kind) -> DocumentFacts:
        found.append(source.file)
        return real(source, kind)

    monkeypatch.setattr(describing, "describe", watched)
    return found


def kept_in(folder: Path) -> sqlite3.Connection:
    (file,) = folder.rglob("*.sqlite")
    return sqlite3.connect(file)


def test_only_documents_that_changed_are_described_again(
    edition: Path, tmp_path: Path, described: list[str]
) -> None:
    render_site(tmp_path / "site")
    assert {"cable-600308.xml", "persons.xml"} <= set(described)
    described.clear()
    render_site(tmp_path / "site")
    assert not described
    another_word(edition)
    render_site(tmp_path / "site")
    assert described == ["cable-600308.xml"]


def test_another_name_in_an_authority_file_is_found_in_every_citation(
    edition: Path, tmp_path: Path, described: list[str]
) -> None:
    render_site(tmp_path / "site")
    described.clear()
    another_name(edition)
    render_site(tmp_path / "site")
    assert "cable-600308.xml" in described
    render_site(tmp_path / "fresh", cache=False)
    assert content_of(tmp_path / "site") == content_of(tmp_path / "fresh")


def test_pages_after_texts_alone_have_their_citations(edition: Path, tmp_path: Path) -> None:
    render_site(tmp_path / "site", outputs=("text",))
    render_site(tmp_path / "site", outputs=("html",))
    page = (tmp_path / "site/cable-600308.html").read_text(encoding="utf-8")
    assert "citation_title" in page
    assert (tmp_path / "site/cable-600308.ris").is_file()


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE described SET content = replace(content, 'Stalin', 'Lenin')",
        "UPDATE described SET content = substr(content, 1, 50)",
        "UPDATE described SET seal = ''",
        "DELETE FROM described",
        "DROP TABLE described",
        "ALTER TABLE described ADD COLUMN more",
        "ALTER TABLE made ADD COLUMN more",
    ],
)
def test_what_is_damaged_or_of_another_version_is_found_out_anew(
    edition: Path, tmp_path: Path, described: list[str], damage: str
) -> None:
    render_site(tmp_path / "site")
    wanted = content_of(tmp_path / "site")
    with kept_in(tmp_path / "cache") as database:
        database.execute(damage)
    database.close()
    described.clear()
    assert not render_site(tmp_path / "site").failures
    assert "cable-600308.xml" in described
    assert content_of(tmp_path / "site") == wanted
    described.clear()
    render_site(tmp_path / "site")
    assert not described


def test_what_is_wrong_with_a_document_is_said_each_time(edition: Path, tmp_path: Path) -> None:
    folder = tmp_path / "others"
    folder.mkdir()
    (folder / "a.xml").write_text("<book><title>No TEI</title></book>", encoding="utf-8")
    (folder / "b.xml").write_text("<p>not well-formed", encoding="utf-8")
    first, second = (render([folder], tmp_path / "site", Request()) for _ in range(2))
    assert any("is no TEI" in warning for warning in first.warnings)
    assert second.warnings == first.warnings
    assert second.failures == first.failures
    assert len(first.failures) == 1


def test_an_image_that_comes_or_goes_is_seen_in_a_document_that_stays(
    edition: Path, tmp_path: Path
) -> None:
    folder, site = tmp_path / "others", tmp_path / "site"
    folder.mkdir()
    text = DOCUMENT.format("a", "<p><figure><graphic url='a.gif'/></figure></p>")
    (folder / "a.xml").write_text(text, encoding="utf-8")
    assert any("is not there" in each for each in render([folder], site, Request()).warnings)
    (folder / "a.gif").write_bytes(PIXEL)
    assert not render([folder], site, Request()).warnings
    assert 'src="images/a.gif"' in (site / "a.html").read_text(encoding="utf-8")
    (folder / "a.gif").unlink()
    assert any("is not there" in each for each in render([folder], site, Request()).warnings)


def test_a_document_follows_from_what_it_includes(
    edition: Path, tmp_path: Path, described: list[str]
) -> None:
    folder, site = tmp_path / "others", tmp_path / "site"
    folder.mkdir()
    include = "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='b.xml'/>"
    (folder / "a.xml").write_text(DOCUMENT.format("a", include), encoding="utf-8")
    (folder / "b.xml").write_text(DOCUMENT.format("b", "<p>Word.</p>"), encoding="utf-8")
    render([folder], site, Request())
    described.clear()
    render([folder], site, Request())
    assert not described
    replace_words(folder / "b.xml", 'xml:id="b"', 'xml:id="other"')
    render([folder], site, Request())
    assert sorted(described) == ["a.xml", "b.xml"]


def test_facts_and_citations_are_the_same_after_they_were_written(edition: Path) -> None:
    source = read_source(edition / "documents/cable-600308.xml")
    facts = describing.describe(source, "document")
    assert facts.occurrences
    assert DocumentFacts.from_json(facts.to_json()) == facts


def test_citations_are_read_as_they_were_written(edition: Path, tmp_path: Path) -> None:
    render_site(tmp_path / "site")
    rows = kept_in(tmp_path / "cache").execute("SELECT content FROM described").fetchall()
    assert rows
    for (content,) in rows:
        facts = DocumentFacts.from_json(json.loads(content)[0])
        cited = Cited.from_json(facts.cited)
        assert cited.to_json() == facts.cited
        assert cited.files
