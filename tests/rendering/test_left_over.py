# SPDX-License-Identifier: MIT
"""What the edition no longer has is told of a site, and removed on demand; nothing else ever is."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from tei_edition.errors import TeiEditionError
from tei_edition.paths import SITE_RECORD
from tei_edition.rendering.publish import Request, render
from tei_edition.rendering.site.left_over import LeftOver
from tests.rendering.command import run, write

SETTINGS = """documents = [{}]
[edition]
title = "Letters"
editors = ["Ada Editor"]
base_url = "https://example.org/letters/"
"""
HTML = Request(outputs=("html",))
PRUNED = Request(outputs=("html",), prune=True)


def edition(folder: Path, *names: str) -> None:
    for name in names:
        write(folder / f"{name}.xml", f'<p xml:id="{name}-p1">Words of {name}.</p>')
    listed = ", ".join(f'"{name}.xml"' for name in names)
    (folder / "edition.toml").write_text(SETTINGS.format(listed), encoding="utf-8")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an edition of two letters."""
    home = tmp_path / "edition"
    home.mkdir()
    edition(home, "a", "b")
    monkeypatch.chdir(home)
    return home


def test_pages_of_a_document_that_is_gone_are_named_and_stay(home: Path) -> None:
    assert run("-o", "site", cwd=home).stderr.count("\n") == 1
    edition(home, "a")
    done = run("-o", "site", cwd=home)
    assert done.returncode == 0
    assert "6 files are left in site of earlier runs and none of the edition" in done.stderr
    assert "b.bib, b.csl.json, b.html and 3 more; --prune" in done.stderr
    assert (home / "site" / "b.html").is_file()
    done = run("-o", "site", "--prune", cwd=home)
    assert done.stderr.strip().endswith("up to date, 6 removed")
    assert not list((home / "site").rglob("b.*"))
    assert run("-o", "site", cwd=home).stderr.count("\n") == 1


def test_what_no_run_wrote_is_never_removed(home: Path) -> None:
    site = home / "site"
    render(None, site, HTML)
    for name in ("CNAME", "b.pdf", "tei/more.xml", "1.0/b.html", ".htaccess"):
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_text("ours", encoding="utf-8")
    edition(home, "a")
    assert {"b.html", "tei/b.xml"} <= set(render(None, site, PRUNED).left_over.removed)
    for name in ("CNAME", "b.pdf", "tei/more.xml", "1.0/b.html", ".htaccess"):
        assert (site / name).is_file(), name


def test_sources_in_a_site_among_them_are_never_removed(home: Path) -> None:
    (home / "own.css").write_text("p { color: red }", encoding="utf-8")
    (home / "tei").mkdir()
    for name in "ab":
        (home / f"{name}.xml").rename(home / "tei" / f"{name}.xml")
    settings = SETTINGS.format('"tei/a.xml", "tei/b.xml"') + '[rendering]\nstyle = "own.css"\n'
    (home / "edition.toml").write_text(settings, encoding="utf-8")
    render(None, home, HTML)
    (home / "edition.toml").write_text(SETTINGS.format('"tei/a.xml"'), encoding="utf-8")
    removed = render(None, home, PRUNED).left_over.removed
    assert "b.html" in removed
    assert (home / "tei" / "b.xml").is_file()
    assert (home / "own.css").is_file()


def test_files_rendered_from_the_folder_where_their_copies_would_lie_stay(tmp_path: Path) -> None:
    for name in "ab":
        write(tmp_path / "tei" / f"{name}.xml", "<p>x</p>")
    render([tmp_path / "tei"], tmp_path, HTML)
    render([tmp_path / "tei" / "a.xml"], tmp_path, PRUNED)
    assert not (tmp_path / "b.html").exists()
    assert (tmp_path / "tei" / "b.xml").is_file()


def test_files_of_other_outputs_and_of_other_runs_are_not_left_over(home: Path) -> None:
    render(None, home / "site", Request(outputs=("html", "text", "markdown")))
    assert render(None, home / "site", HTML).left_over == LeftOver()
    assert render([home / "a.xml"], home / "site", HTML).left_over == LeftOver()
    assert not render(None, home / "site", PRUNED).left_over.removed
    assert (home / "site" / "a.md").is_file()


def test_nothing_is_left_over_where_a_document_could_not_be_rendered(home: Path) -> None:
    render(None, home / "site", HTML)
    (home / "b.xml").write_text("<TEI>", encoding="utf-8")
    report = render(None, home / "site", PRUNED)
    assert report.failures
    assert report.left_over == LeftOver()
    assert (home / "site" / "b.html").is_file()


def test_pruning_is_for_the_whole_edition(home: Path) -> None:
    with pytest.raises(TeiEditionError, match="--prune is for the whole edition"):
        render([home / "a.xml"], home / "site", PRUNED)


def test_a_record_that_was_tampered_with_leads_nowhere_else(home: Path) -> None:
    site = home / "site"
    render(None, site, HTML)
    (home / "link").mkdir()
    (site / "away").symlink_to(home / "link")
    for kept in (home / "kept.html", home / "link" / "kept.html"):
        kept.write_text("kept", encoding="utf-8")
    names = ["../kept.html", str(home / "kept.html"), "away/kept.html", "C:\\kept.html", "tei"]
    with (site / SITE_RECORD).open("a", encoding="utf-8") as file:
        file.write("\n".join(names))
    assert not render(None, site, PRUNED).left_over.removed
    assert (home / "kept.html").is_file()
    assert (home / "link" / "kept.html").is_file()
    (site / SITE_RECORD).write_bytes(b"\xff\xfe")  # damaged: then nothing is known of old runs
    with pytest.raises(TeiEditionError, match="no run of render wrote it"):
        render(None, site, PRUNED)


@pytest.mark.parametrize("name", ["a.txt", "index.html", "edition.css", "b.bib"])
def test_what_no_run_wrote_is_never_replaced(home: Path, name: str) -> None:
    (home / name).write_text("transcribed in twenty years", encoding="utf-8")
    done = run("-o", ".", cwd=home)
    assert done.returncode == 2
    assert f"“{name}” is there already, and no run of render wrote it" in done.stderr
    assert (home / name).read_text(encoding="utf-8") == "transcribed in twenty years"
    assert not list(home.glob("*.html")) or name == "index.html"
    (home / name).unlink()
    assert run("-o", ".", cwd=home).returncode == 0
    assert run("-o", ".", cwd=home).returncode == 0


def test_what_a_killed_run_left_is_removed_once_no_run_can_write_to_it(home: Path) -> None:
    site = home / "site"
    render(None, site, HTML)
    old, new, other = (site / "tei" / f".{16 * c}.tmp" for c in "abz")
    for file in (old, new, other):
        file.write_text("half", encoding="utf-8")
    for file in (old, other):
        os.utime(file, (time.time() - 7200,) * 2)
    render(None, site, HTML)
    assert not old.exists()
    assert new.exists()
    assert other.exists()  # not a name of ours


def test_a_site_says_which_of_its_files_were_written(home: Path) -> None:
    render(None, home / "site", HTML)
    first, *names = (home / "site" / SITE_RECORD).read_text(encoding="utf-8").splitlines()
    assert first.startswith("# ")
    there = {p.relative_to(home / "site").as_posix() for p in (home / "site").rglob("*.*")}
    assert set(names) == there - {SITE_RECORD}
