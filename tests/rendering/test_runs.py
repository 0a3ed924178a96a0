# SPDX-License-Identifier: MIT
"""No document stops a run; interrupted and doubled runs leave whole files."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tei_edition import work
from tei_edition.rendering import RenderingError, read_source, write_site
from tei_edition.rendering.publish import Request, render
from tei_edition.rendering.site import chunks
from tei_edition.rendering.sources import source
from tests.rendering.command import TEI, run, write

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


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


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux: run it there")
def test_a_name_in_the_letters_of_another_system_costs_no_other_document(tmp_path: Path) -> None:
    write(tmp_path / "good.xml", "<p>fine</p>")
    write(tmp_path / os.fsdecode(b"caf\xe9.xml"), "<p>x</p>")
    done = run(".", "-o", "out", cwd=tmp_path)
    assert done.returncode == 1
    assert "tei-edition: caf\\udce9.xml: the name of the file, or of a folder" in done.stderr
    assert (tmp_path / "out" / "good.html").is_file()


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
    sizes = [1, 1, 1, 1, chunks.CHUNK]
    with chunks.Processes(2, sizes) as processes:
        run = chunks.Chunks(sizes, processes, told.append)
        results = list(run.each(die_of, "c", "abcde".__getitem__))
    assert results[:2] == ["A", "B"]
    assert "ended unexpectedly" in results[2]
    assert results[3:] == ["D", "E"]
    assert sum(told) == sum(sizes)


def test_a_text_whose_process_dies_costs_no_other() -> None:
    sizes = [1, 1, chunks.CHUNK]
    with chunks.Processes(1, sizes, aside=True) as processes:
        later = chunks.Chunks(sizes, processes, print).begin(die_of, "b", "abc".__getitem__)
        results = list(later())
    assert results[::2] == ["A", "C"]
    assert "ended unexpectedly" in results[1]


def test_texts_made_aside_are_those_made_in_turn(tmp_path: Path) -> None:
    for number in range(3):
        write(tmp_path / "in" / f"{number}.xml", f"<p xml:id='p{number}'>Word {number}</p>")
    (tmp_path / "in" / "broken.xml").write_text("<TEI>", encoding="utf-8")
    documents = sorted((tmp_path / "in").iterdir())
    outputs = ("html", "text", "markdown")
    found = []
    for name, aside in (("turn", False), ("aside", True), ("aside", True)):
        folder, kept = tmp_path / name, tmp_path / f"{name}.sqlite"
        report = write_site(documents, folder, outputs=outputs, aside=aside, kept=kept)
        assert [failure.path.name for failure in report.failures] == ["broken.xml"]
        written = sorted(path.relative_to(folder) for path in report.written)
        found.append([(path, (folder / path).read_bytes()) for path in written])
    assert found[0] == found[1] == found[2]
    assert {"0.html", "0.md", "0.txt"} <= {str(path) for path, _ in found[0]}
    assert {"0.txt", "0.html"} <= {path.name for path in report.unchanged}


@pytest.mark.parametrize(
    ("sizes", "number"), [([], 1), ([10, 10], 1), ([chunks.CHUNK] * 3, 3), ([chunks.LARGE], 1)]
)
def test_there_are_no_more_processes_than_pieces_of_work(sizes: list[int], number: int) -> None:
    with chunks.Processes(100_000, sizes) as processes:
        assert processes.number == number


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


INTERRUPTING = """
import os, signal, sys
main, place, replace, count = os.getpid(), sys.argv.pop(1), os.replace, 0

def interrupting(source, goal, **options):
    # Sends SIGINT before or after the fifth file that a process puts in its place.
    global count
    count += 1
    if count == 5 and place == "before":
        os.kill(main, signal.SIGINT)
    replace(source, goal, **options)
    if count == 5 and place == "after":
        os.kill(main, signal.SIGINT)

os.replace = interrupting
from tei_edition.__main__ import main as command_line
command_line()
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for other processes")
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("place", ["before", "after"])
def test_an_interrupted_run_leaves_whole_files(jobs: str, place: str, tmp_path: Path) -> None:
    for number in range(60):
        write(tmp_path / "in" / f"{number}.xml", f"<p>{'word ' * 2000}</p>")
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTING, place, "render", "in", "-o", "out", "-j", jobs],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert (done.returncode, done.stderr.strip()) == (130, "tei-edition: interrupted")
    written = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert written
    for path in written:
        assert path.suffix != ".tmp", "nothing is left that is half-written"
        if path.suffix == ".html":
            assert path.read_text(encoding="utf-8").endswith("</html>")
        if path.suffix == ".txt":
            assert path.read_text(encoding="utf-8").count("word") == 2000
    again = run("in", "-o", "out", cwd=tmp_path)
    assert again.returncode == 0, again.stderr


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
    assert not list((tmp_path / "out").rglob(".*.tmp"))
