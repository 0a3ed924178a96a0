"""``--watch`` with real files, real events and a real Ctrl-C."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tei_edition import file_events
from tei_edition.errors import TeiEditionError
from tests.cli.watcher import Watcher

GRAMMAR = """<grammar xmlns="http://relaxng.org/ns/structure/1.0"
  ns="http://www.tei-c.org/ns/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
<include href="attributes.rng"/>
<start><element name="TEI"><ref name="attributes"/><zeroOrMore><choice>
  <element name="text"><ref name="attributes"/><empty/></element>
  <element name="person"><ref name="attributes"/><empty/></element>
</choice></zeroOrMore></element></start></grammar>"""
ATTRIBUTES = """<grammar xmlns="http://relaxng.org/ns/structure/1.0"
  datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
<define name="attributes"><zeroOrMore><choice>
  <attribute name="xml:id"><data type="ID"/></attribute><attribute name="who"/>
  <attribute name="n"><data type="{}"/></attribute>
</choice></zeroOrMore></define></grammar>"""
TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"{}>{}</TEI>'
INCLUSION = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="part.xml"/>'
EDITION = """documents = ["documents/cable.xml", "documents/letter.xml"]
authorities = ["persons.xml"]
[edition]
title = "Letters"
editors = ["Ada Editor"]
base_url = "https://example.org/letters/"
[validation]
schemas = ["letters.rng"]
severity = { orphan = "off" }
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A small edition without any fault."""
    (tmp_path / "documents").mkdir()
    for name, text in {
        "edition.toml": EDITION,
        "letters.rng": GRAMMAR,
        "attributes.rng": ATTRIBUTES.format("string"),
        "persons.xml": TEI.format("", '<person xml:id="kim"/>'),
        "documents/cable.xml": TEI.format("", INCLUSION),
        "documents/part.xml": '<text xmlns="http://www.tei-c.org/ns/1.0" n="one"/>',
        "documents/letter.xml": TEI.format("", '<text who="../persons.xml#kim"/>'),
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


Start = Callable[..., Watcher]


@pytest.fixture
def watching(repository: Path, home: Path) -> Iterator[Start]:
    processes = []

    def start(*arguments: str, command: str = "validate", cache: str = ".c") -> Watcher:
        process = subprocess.Popen(
            [sys.executable, "-m", "tei_edition", command, "--watch", *arguments],
            cwd=home,
            env={
                **os.environ,
                "PYTHONPATH": str(repository),
                "XDG_CACHE_HOME": str(home / cache),
                "PYTHONFAULTHANDLER": "1",
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            start_new_session=True,
        )
        processes.append(process)
        return Watcher(process)

    yield start
    for process in processes:
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


def save_by_renaming(path: Path, text: str) -> None:
    """As many editors do: a new file takes the old one's place."""
    beside = path.with_name(f".{path.name}.swp")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def test_what_changes_is_checked_as_it_changes_until_interrupted(
    watching: Start, home: Path
) -> None:
    watcher = watching("--format", "gnu")
    watcher.is_clean()
    letter, persons, settings = (
        home / name for name in ("documents/letter.xml", "persons.xml", "edition.toml")
    )

    good = letter.read_text()
    save_by_renaming(letter, good.replace("#kim", "#kin"))
    (line,) = watcher.has("dangling-pointer")
    assert line.startswith("documents/letter.xml:1:")
    letter.write_text(good)
    watcher.is_clean()

    # An authority: the document that points there is concerned.
    entry = persons.read_text()
    save_by_renaming(persons, entry.replace("kim", "pak"))
    (line,) = watcher.has("dangling-pointer")
    assert line.startswith("documents/letter.xml:")
    save_by_renaming(persons, entry)
    watcher.is_clean()

    # A file that is only included.
    part = home / "documents" / "part.xml"
    included = part.read_text()
    part.write_text(included.replace("n=", "no="))
    (line,) = watcher.has("unknown-attribute")
    assert line.startswith("documents/part.xml:")
    part.unlink()
    (line,) = watcher.has("xinclude-missing")
    part.write_text(included)
    watcher.is_clean()

    # A part of the schema.
    save_by_renaming(home / "attributes.rng", ATTRIBUTES.format("integer"))
    (line,) = watcher.has("attribute-value")
    assert "one" in line
    (home / "attributes.rng").write_text("<grammar>")
    assert any("attributes.rng" in line for line in watcher.has("schema-incorrect"))
    save_by_renaming(home / "attributes.rng", ATTRIBUTES.format("string"))
    watcher.is_clean()

    # Settings: first broken, then with another severity.
    settings.write_text(EDITION.replace("title", "titel"))
    lines = watcher.says("titel")
    assert any(line.startswith("tei-edition: edition.toml:4:1: ") for line in lines)
    assert not any("Traceback" in line for line in lines)
    persons.write_text(entry.replace("</TEI>", '<person xml:id="pak"/></TEI>'))
    save_by_renaming(settings, EDITION.replace('"off"', '"warning"'))
    (line,) = watcher.has("orphan")
    assert "warning: [orphan]" in line

    watcher.interrupt()


MORE = "documents/more/newer.xml:"


def test_a_new_file_in_a_watched_folder_is_checked(watching: Start, home: Path) -> None:
    watcher = watching("--format", "gnu", "documents")
    watcher.round()
    (home / "documents" / "new.xml").write_text("<TEI>")
    lines = watcher.has("unclosed")
    assert any(line.startswith("documents/new.xml:") for line in lines)
    (home / "documents" / "more").mkdir()
    (home / "documents" / "more" / "newer.xml").write_text("<TEI>")
    watcher.round(lambda lines: any(line.startswith(MORE) for line in lines))
    (home / "documents" / "new.xml").unlink()
    watcher.round(
        lambda lines: (
            any(line.startswith(MORE) for line in lines)
            and not any(line.startswith("documents/new.xml:") for line in lines)
        )
    )


def test_rounds_of_the_pretty_report_are_not_cleared_away_without_a_terminal(
    watching: Start, home: Path
) -> None:
    watcher = watching("documents/letter.xml")
    assert not any("\x1b" in line for line in watcher.says("1 file checked"))


def test_what_changes_is_rendered_as_it_changes_until_interrupted(
    watching: Start, home: Path
) -> None:
    watcher = watching("-o", "site", "--to", "html", command="render")
    watcher.says("files written to site. Watching")
    page, letter = home / "site" / "letter.html", home / "documents" / "letter.xml"
    good = letter.read_text()
    new = good.replace("/></TEI>", "><body><p>Once more<del>, no</del></p></body></text></TEI>")
    save_by_renaming(letter, new)
    watcher.says("documents/letter.xml changed: ")
    assert "Once more" in page.read_text(encoding="utf-8")

    # What a document includes, broken and mended.
    part = home / "documents" / "part.xml"
    included = part.read_text()
    part.write_text("<text>")
    said = watcher.says("could not be rendered")
    assert any("part.xml:1:1" in line for line in said)
    assert "Once more" in page.read_text(encoding="utf-8")
    part.write_text(included)
    watcher.says("up to date. Watching")

    # Settings: broken, then with words of the edition's own.
    settings = home / "edition.toml"
    settings.write_text(EDITION.replace("title", "titel"))
    said = watcher.says("edition.toml changed: nothing rendered. Watching")
    assert any(line.startswith("tei-edition: edition.toml:4:1: ") for line in said)
    (home / "words.toml").write_text('[view]\nreading = "For reading"\n')
    settings.write_text(f'{EDITION}[rendering]\nwords = "words.toml"\n')
    watcher.says("written to site")
    while "For reading" not in page.read_text(encoding="utf-8"):
        watcher.says("written to site")

    # The site is no reason to render again.
    (home / "site" / "note.txt").write_text("")
    (home / "documents" / ".letter.xml.swp").write_text("")
    (home / "words.toml").write_text('[view]\nreading = "To be read"\n')
    rounds = watcher.rounds(lambda lines: "words.toml" in lines[-1])
    for name in ("note.txt", ".letter.xml.swp"):
        assert not any(name in line for lines in rounds for line in lines)
    watcher.interrupt()


THEME = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="tei-edition:html.xsl"/><xsl:template match="*:text" mode="html"><b>
<xsl:value-of select="current-dateTime()"/></b></xsl:template></xsl:stylesheet>"""


@pytest.mark.parametrize("place", [".", "link"])
def test_a_site_among_the_sources_is_no_reason_to_render_again(
    watching: Start, home: Path, tmp_path_factory: pytest.TempPathFactory, place: str
) -> None:
    (home / "link").symlink_to(tmp_path_factory.mktemp("site"))
    (home / "theme.xsl").write_text(THEME)  # with which every page is another each time
    (home / "edition.toml").write_text(f'{EDITION}[rendering]\ntemplates = "theme.xsl"\n')
    watcher = watching("-o", place, "--to", "html", command="render", cache="cache")
    watcher.round()
    for text in ("One", "Two"):
        save_by_renaming(
            home / "documents" / "letter.xml", TEI.format("", f"<text><p>{text}</p></text>")
        )
        rounds = watcher.rounds(lambda lines: "letter.xml changed" in lines[-1])
        causes = [lines[-1] for lines in rounds]
        assert not any(".html" in cause or "cache/" in cause for cause in causes)
    watcher.interrupt()


def test_a_working_directory_that_is_gone_is_said(watching: Start, home: Path) -> None:
    watcher = watching("-o", str(home / "site"), "--to", "html", command="render")
    watcher.round()
    home.rename(home.with_name("elsewhere"))
    shutil.rmtree(home.with_name("elsewhere"))
    watcher.says("working directory is no longer there")
    watcher.interrupt()


def test_folders_that_cannot_be_watched_are_an_error_in_words(tmp_path: Path) -> None:
    changes = file_events.changes(
        [str(tmp_path / "none")], threading.Event(), look=100, recursive=True
    )
    with pytest.raises(TeiEditionError, match="folders cannot be watched"):
        next(changes)


@pytest.mark.parametrize(
    ("command", "arguments", "words"),
    [
        ("validate", ["--format", "sarif"], "--watch writes pretty or gnu, not sarif"),
        ("validate", ["none.xml"], "no file or folder “none.xml”"),
        ("render", ["none.xml"], "no file or folder “none.xml”"),
        ("render", ["-o", "-", "documents/letter.xml"], "no -o -"),
        ("render", ["--release"], "no --release"),
    ],
)
def test_what_cannot_be_watched_is_refused(
    watching: Start, home: Path, command: str, arguments: list[str], words: str
) -> None:
    watcher = watching(*arguments, command=command)
    assert any(words in line for line in watcher.last_words())
    assert watcher.process.returncode == 2


@pytest.mark.parametrize("command", ["validate", "render"])
def test_a_missing_library_is_named_with_the_way_to_get_it(
    home: Path, repository: Path, command: str
) -> None:
    program = (
        f"import sys; sys.modules['watchfiles'] = None; sys.argv = ['x', {command!r}, '--watch']; "
        "from tei_edition.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=home,
        env={**os.environ, "PYTHONPATH": str(repository)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2
    assert "pip install 'tei-edition[watch]'" in done.stderr
