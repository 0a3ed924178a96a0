# SPDX-License-Identifier: MIT
"""No document stops a run; interrupted and doubled runs leave whole files."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tei_edition import work
from tei_edition.errors import TeiEditionError
from tei_edition.rendering import RenderingError, chunks, read_source, source, write_site
from tei_edition.rendering.publish import Request, render

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>{}</body></text></TEI>'


def write(path: Path, body: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(TEI.format(body), encoding="utf-8")
    return path


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tei_edition", "render", *arguments],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )


@pytest.mark.parametrize("site", [".", "site", "more"])
def test_copies_in_a_site_among_the_sources_are_no_documents(tmp_path: Path, site: str) -> None:
    write(tmp_path / "a.xml", "<p>A</p>")
    write(tmp_path / "more" / "b.xml", "<p>B</p>")
    pages = [run(".", "-o", site, cwd=tmp_path) for _ in range(2)]
    assert "14 files written" in pages[0].stderr
    assert "0 files written" in pages[1].stderr
    assert len(list(tmp_path.rglob("*.xml"))) == 4
    (tmp_path / "a.xml").unlink()  # its copy says that it is none of the documents any more
    last = run(".", "-o", site, cwd=tmp_path)
    assert "a.xml: is left out, as the site keeps copies" in last.stderr
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
    warnings = render([tmp_path], tmp_path, Request()).warnings
    assert any("tei/a.xml: is left out" in warning for warning in warnings)


def test_a_folder_that_is_a_link_in_a_circle_is_an_error_in_words(tmp_path: Path) -> None:
    write(tmp_path / "a.xml", "<p>A</p>")
    (tmp_path / "circle").symlink_to("circle")
    done = run("a.xml", "-o", "circle/site", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("tei-edition: “circle/site” cannot be written: ")


@pytest.mark.skipif(sys.platform == "win32", reason="the limit is one of POSIX: run it elsewhere")
def test_temporary_files_without_room_are_an_error_in_words(tmp_path: Path) -> None:
    write(tmp_path / "a.xml", "<p>A</p>" * 20)
    program = (
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000)); "
        "from tei_edition.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "render", "a.xml", "-o", "site"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert done.returncode == 2
    assert "the folder for temporary files, cannot be used: " in done.stderr


BROKEN = {
    "open.xml": ("<TEI>", "is still open"),
    "empty.xml": ("", "empty"),
    "latin.xml": (TEI.format("<p>caf\udce9</p>"), "UTF-8"),
    "deep.xml": (TEI.format("<hi>" * 3000 + "</hi>" * 3000), "nested more than 2,048 deep"),
    "prefix.xml": (TEI.format("<x:p/>"), "x"),
    "laughs.xml": (
        '<!DOCTYPE TEI [<!ENTITY a "ha">'
        + "".join(
            f'<!ENTITY {b} "{f"&{a};" * 100}">' for a, b in zip("abcdef", "bcdefg", strict=True)
        )
        + "]>"
        + TEI.format("<p>&g;</p>"),
        "",
    ),
    "include.xml": (
        TEI.format('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="none.xml"/>'),
        "none.xml",
    ),
    "text.xml": ("This is no XML.", ""),
}


def test_every_kind_of_broken_document_is_reported_in_one_line(tmp_path: Path) -> None:
    for name, (content, _) in BROKEN.items():
        (tmp_path / name).write_bytes(content.encode("utf-8", "surrogateescape"))
    write(tmp_path / "good.xml", "<p>fine</p>")
    done = run(".", "-o", "out", "--to", "html", "--to", "text", "--to", "markdown", cwd=tmp_path)
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    assert len(lines) == len(BROKEN) + 1
    for name, (_, words) in BROKEN.items():
        (line,) = (line for line in lines if name in line)
        assert line.startswith("tei-edition: ")
        assert words in line, line
    assert lines[-1].endswith(f"written to out; {len(BROKEN)} documents could not be rendered")
    for ending in ("html", "txt", "md"):
        assert "fine" in (tmp_path / "out" / f"good.{ending}").read_text(encoding="utf-8")


def test_a_document_that_is_too_large_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "large.xml", "<p>x</p>")
    monkeypatch.setattr(source, "LARGEST", 10)
    with pytest.raises(RenderingError, match="up to 10 bytes can be rendered: part it"):
        read_source(path)


def test_a_large_document_has_a_process_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kinds_of_work = []
    real = work.Pool.each

    def watched(pool: work.Pool[object, object], pieces: Iterable[object]) -> Iterator[object]:
        kinds_of_work.append(pool)
        return real(pool, pieces)

    monkeypatch.setattr(work.Pool, "each", watched)
    path = write(tmp_path / "large.xml", "<p>x</p>")
    write_site([path], tmp_path / "small", outputs=["text"])
    assert not kinds_of_work
    monkeypatch.setattr(chunks, "LARGE", 10)
    report = write_site([path], tmp_path / "large", outputs=["text"])
    assert not report.failures
    assert len(kinds_of_work) > 1
    assert len(set(kinds_of_work)) == 1, "its process has to stay for the whole run"


def die_of(piece: tuple[str, list[str]]) -> list[str]:
    marked, tasks = piece
    if marked in tasks:
        os._exit(9)
    return [task.upper() for task in tasks]


def test_a_document_whose_process_dies_costs_no_other() -> None:
    told: list[int] = []
    sizes = [1, 1, 1, 1]
    with chunks.Processes(2, sizes) as processes:
        run = chunks.Chunks(sizes, processes, told.append)
        results = list(run.each(die_of, "c", ["a", "b", "c", "d"]))
    assert results[:2] == ["A", "B"]
    assert "ended unexpectedly" in results[2]
    assert results[3] == "D"
    assert sum(told) == 4


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions are POSIX's")
def test_a_folder_that_cannot_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    write(tmp_path / "a.xml", "<p>x</p>")
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    done = run("a.xml", "-o", "taken", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "“taken” cannot be written" in done.stderr
    with pytest.raises(TeiEditionError, match="cannot be written"):
        render([tmp_path / "a.xml"], tmp_path / "taken" / "below", Request())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["-o", "-", "a.xml"], "say what to write to standard output"),
        (["-o", "-", "--to", "text", "."], "name the one file"),
        (["-o", "-", "--to", "epub", "a.xml"], "an EPUB is a file of its own"),
        (["--to", "epub", "--view", "transcript", "a.xml"], "reading or the diplomatic view"),
        (["nothing.xml"], "there is no file or folder “nothing.xml”"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    arguments: list[str], words: str, tmp_path: Path
) -> None:
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


def test_progress_is_told_to_the_end(tmp_path: Path) -> None:
    for number in range(3):
        write(tmp_path / f"{number}.xml", "<p>x</p>")
    (tmp_path / "bad.xml").write_text("<TEI>", encoding="utf-8")
    told: list[tuple[int, int]] = []
    render([tmp_path], tmp_path / "out", Request(("text",)), progress=lambda *a: told.append(a))
    done, whole = told[-1]
    assert done <= whole
    assert done > whole / 2
    assert told == sorted(told)


def _wait_for(there: Path, process: subprocess.Popen[str]) -> None:
    end = time.monotonic() + 60
    while not there.is_dir() or not any(there.iterdir()):
        assert process.poll() is None
        assert time.monotonic() < end
        os.sched_yield() if hasattr(os, "sched_yield") else None


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for other processes")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupted_run_leaves_whole_files(jobs: str, tmp_path: Path) -> None:
    for number in range(120):
        write(tmp_path / "in" / f"{number}.xml", f"<p>{'word ' * 2000}</p>")
    process = subprocess.Popen(
        [sys.executable, "-m", "tei_edition", "render", "in", "-o", "out", "-j", jobs],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    _wait_for(tmp_path / "out", process)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    if process.returncode == 0:
        pytest.fail("the run was over before it could be interrupted")
    assert process.returncode == 130
    assert errors.strip() == "tei-edition: interrupted"
    for path in (tmp_path / "out").rglob("*"):
        if path.suffix == ".html":
            assert path.read_text(encoding="utf-8").endswith("</html>")
        if path.suffix == ".txt":
            assert path.read_text(encoding="utf-8").count("word") == 2000


def test_two_runs_into_one_folder_leave_whole_files(tmp_path: Path) -> None:
    for number in range(20):
        write(tmp_path / "in" / f"{number}.xml", "<p>word</p>")
    command = [sys.executable, "-m", "tei_edition", "render", "in", "-o", "out"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    both = [subprocess.Popen(command, cwd=tmp_path, env=environment) for _ in range(2)]
    assert [process.wait(120) for process in both] == [0, 0]
    pages = list((tmp_path / "out").glob("*.html"))
    assert len(pages) >= 20
    assert all(page.read_text(encoding="utf-8").endswith("</html>") for page in pages)
    assert not list((tmp_path / "out").rglob(".*"))


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
        for arguments in (["-o", "out"], ["-o", "-", "--to", "text", "a.xml"]):
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
    done = run("-o", "out", cwd=tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (0, 1)
