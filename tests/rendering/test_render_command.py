# SPDX-License-Identifier: MIT
"""What the command takes for documents, refuses and says."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tei_edition.errors import TeiEditionError
from tei_edition.paths import expand_paths
from tei_edition.rendering import write_site
from tei_edition.rendering.publish import Request, render
from tests.rendering.command import run, write


@pytest.mark.parametrize("site", [".", "site", "more"])
def test_copies_in_a_site_among_the_sources_are_no_documents(tmp_path: Path, site: str) -> None:
    write(tmp_path / "a.xml", "<p>A</p>")
    write(tmp_path / "more" / "b.xml", "<p>B</p>")
    pages = [run(".", "-o", site, "--to", "html", cwd=tmp_path) for _ in range(2)]
    assert "12 files written" in pages[0].stderr
    assert "0 files written" in pages[1].stderr
    assert len(list(tmp_path.rglob("*.xml"))) == 4
    (tmp_path / "a.xml").unlink()  # its copy says that it is none of the documents any more
    last = run(".", "-o", site, "--to", "html", cwd=tmp_path)
    assert "a.xml: is left out, as it is a copy that was made for the site" in last.stderr
    assert "a.html" not in (tmp_path / site / "index.html").read_text(encoding="utf-8")


def test_documents_where_a_site_keeps_its_copies_are_rendered_where_they_are_named(
    tmp_path: Path,
) -> None:
    write(tmp_path / "tei" / "a.xml", "<p>A</p>")
    assert not render([tmp_path], tmp_path, Request()).warnings  # there is no other
    write(tmp_path / "b.xml", "<p>B</p>")
    report = render([tmp_path, tmp_path / "tei" / "a.xml"], tmp_path, Request())
    assert not report.warnings
    assert {"a.html", "b.html"} <= {path.name for path in report.written}
    report = render([tmp_path, tmp_path / "tei"], tmp_path, Request())
    assert {"a.html", "b.html"} <= {path.name for path in report.written}
    report = render([tmp_path], tmp_path, Request())
    assert {"a.html", "b.html"} <= {path.name for path in report.written}


def test_copies_in_a_site_are_no_documents_for_anybody(tmp_path: Path) -> None:
    write(tmp_path / "a.xml", "<p>A</p>")
    write(tmp_path / "parts" / "b.xml", "<p>B</p>")
    render([tmp_path], tmp_path / "site", Request())
    write(tmp_path / "site" / "tei" / "mine.xml", "<p>no copy</p>")
    documents = ["a.xml", "parts/b.xml", "site/tei/mine.xml"]
    found = [path.relative_to(tmp_path).as_posix() for path in expand_paths([tmp_path])]
    assert found == documents
    others = {path.name for path in render([tmp_path], tmp_path / "other", Request()).written}
    assert {"a.html", "b.html", "mine.html"} <= others
    assert "tei-b.html" not in others
    assert len(list(expand_paths([tmp_path / "site"]))) == 1
    (tmp_path / "site" / "tei" / "mine.xml").unlink()
    assert len(list(expand_paths([tmp_path / "site"]))) == 2  # there is nothing else
    assert len(list(expand_paths([tmp_path / "site" / "tei" / "a.xml"]))) == 1


def test_a_folder_that_is_a_link_in_a_circle_is_an_error_in_words(tmp_path: Path) -> None:
    write(tmp_path / "a.xml", "<p>A</p>")
    (tmp_path / "circle").symlink_to("circle")
    done = run("a.xml", "-o", "circle/site", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("tei-edition: “circle/site” cannot be written: ")


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions are POSIX's")
def test_a_folder_that_cannot_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    write(tmp_path / "a.xml", "<p>x</p>")
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    done = run("a.xml", "-o", "taken", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "“taken” cannot be written: it is a file, not a folder" in done.stderr
    with pytest.raises(TeiEditionError, match="taken” is a file, not a folder"):
        render([tmp_path / "a.xml"], tmp_path / "taken" / "below", Request())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["-o", "-", "a.xml"], "say what to write to standard output"),
        (["-o", "-", "--to", "text", "."], "name the one file"),
        (["-o", "-", "--to", "epub", "a.xml"], "an EPUB is a file of its own"),
        (["--to", "epub", "--view", "transcript", "a.xml"], "reading or the diplomatic view"),
        (["nothing.xml"], "there is no file or folder “nothing.xml”"),
        ([""], "Invalid value for '[PATH]...': it is empty"),
        (["a.xml", "-o", ""], "Invalid value for '-o' / '--output': it is empty"),
    ],
)
def test_what_cannot_be_done_is_said(arguments: list[str], words: str, tmp_path: Path) -> None:
    write(tmp_path / "a.xml", "<p>x</p>")
    done = run(*arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_what_is_asked_for_in_python_is_checked_too(tmp_path: Path) -> None:
    path = write(tmp_path / "a.xml", "<p>x</p>")
    with pytest.raises(TeiEditionError, match="no output “pdf”; there are html, text"):
        render([path], tmp_path / "out", Request(("pdf",)))
    with pytest.raises(TeiEditionError, match="no view “pretty”"):
        render([path], tmp_path / "out", Request(view="pretty"))  # type: ignore[arg-type]
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("output", ["html", "text", "markdown"])
def test_one_document_goes_to_standard_output(output: str, tmp_path: Path) -> None:
    write(tmp_path / "a.xml", "<p>Käthe</p>")
    done = run("-o", "-", "--to", output, "a.xml", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Käthe" in done.stdout
    assert not (tmp_path / "-").exists()


@pytest.mark.parametrize("folder", ["-", "out"])
def test_a_document_outside_the_namespace_is_said_to_be_read_as_tei(
    folder: str, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.xml", "<p>Käthe</p>")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(' xmlns="http://www.tei-c.org/ns/1.0"', ""), encoding="utf-8")
    done = run("-o", folder, "--to", "text", "a.xml", cwd=tmp_path)
    assert done.returncode == 0
    assert "a.xml: is in no namespace; it is read as TEI" in done.stderr


@pytest.mark.parametrize("folder", ["-", "out"])
def test_a_file_that_is_no_tei_is_said_to_be_none_and_shown(folder: str, tmp_path: Path) -> None:
    text = "<book xmlns='http://docbook.org/ns/docbook'><para>Words</para></book>"
    (tmp_path / "a.xml").write_text(text, encoding="utf-8")
    done = run("-o", folder, "--to", "text", "a.xml", cwd=tmp_path)
    assert done.returncode == 0
    assert "tei-edition: a.xml: is no TEI, as its root is <book>: it is shown" in done.stderr
    shown = done.stdout if folder == "-" else (tmp_path / "out" / "a.txt").read_text("utf-8")
    assert "Words" in shown


def test_files_of_one_name_in_two_folders_have_pages_of_their_own(tmp_path: Path) -> None:
    one = write(tmp_path / "a" / "letter.xml", "<p>one</p>")
    two = write(tmp_path / "b" / "letter.xml", "<p>two</p>")
    for path, name in ((one, "first"), (two, "second")):
        text = path.read_text(encoding="utf-8").replace("<TEI ", f'<TEI xml:id="{name}" ')
        path.write_text(text, encoding="utf-8")
    report = write_site([one, two], tmp_path / "out", outputs=["html", "epub"])
    assert not report.failures
    for name, words, folder in (("first", "one", "a"), ("second", "two", "b")):
        page = (tmp_path / "out" / f"{name}.html").read_text(encoding="utf-8")
        assert words in page
        assert f'href="tei/{folder}/letter.xml"' in page


EDITION = """documents = ["a.xml"]
[edition]
title = "Papers"
editors = ["A. Editor"]
base_url = "https://example.org/papers/"
language = "{}"
"""


def test_a_language_without_words_is_said_and_the_pages_are_made(tmp_path: Path) -> None:
    write(tmp_path / "a.xml", "<p>x</p>")
    settings = tmp_path / "edition.toml"
    for language, expected in (("sv", True), ("de-AT", False), ("sv", True)):
        settings.write_text(EDITION.format(language), encoding="utf-8")
        for arguments in (["-o", "out", "--to", "text"], ["-o", "-", "--to", "text", "a.xml"]):
            done = run(*arguments, cwd=tmp_path)
            assert done.returncode == 0
            said = "there are no words in the language “sv” that edition.toml asks for"
            assert (said in done.stderr) == expected
            assert not expected or "There are words in de, en, fr, ko, ru;" in done.stderr


def test_a_missing_image_is_said_in_one_line_and_the_page_is_made(tmp_path: Path) -> None:
    write(tmp_path / "a.xml", '<p><graphic url="none.png"/></p>')
    done = run("-o", "out", "a.xml", cwd=tmp_path)
    assert done.returncode == 0
    (said,) = [line for line in done.stderr.splitlines() if "none.png" in line]
    assert re.match(r"tei-edition: a\.xml:\d+:\d+: the image “none\.png” is not there; ", said)
    assert "image: none.png" in (tmp_path / "out/a.txt").read_text(encoding="utf-8")


def test_an_edition_may_bring_the_words_of_its_language(tmp_path: Path) -> None:
    write(tmp_path / "a.xml", "<p>x</p>")
    words = '[language]\ntag = "sv"\n[notes]\nheading = "Noter"\n'
    (tmp_path / "sv.toml").write_text(words, encoding="utf-8")
    settings = EDITION.format("sv") + '[rendering]\nwords = "sv.toml"\n'
    (tmp_path / "edition.toml").write_text(settings, encoding="utf-8")
    done = run("-o", "out", "--to", "html", cwd=tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (0, 1)
