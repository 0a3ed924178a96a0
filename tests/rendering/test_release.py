"""A release is what was published as its version, and stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tei_edition.citations import keeping
from tei_edition.edition import Edition
from tei_edition.errors import TeiEditionError
from tei_edition.rendering.publish import Request, render
from tei_edition.rendering.site.release import ReleaseError

SETTINGS = """documents = ["a.xml"]
[edition]
title = "Letters"
editors = ["Ada Editor"]
base_url = "https://example.org/letters/"
version = "{version}"
[identifiers]
registry = "citations.json"
"""
DOCUMENT = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="a">
<teiHeader><fileDesc><titleStmt><title>Letter A</title></titleStmt></fileDesc></teiHeader>
<text><body><p xml:id="a-p01">Words.</p></body></text></TEI>
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an edition whose version 1.0 is published."""
    home = tmp_path / "edition"
    home.mkdir()
    monkeypatch.chdir(home)
    (home / "a.xml").write_text(DOCUMENT)
    settings(home, "1.0")
    publish(first=True)
    return home


def settings(home: Path, version: str) -> None:
    (home / "edition.toml").write_text(SETTINGS.format(version=version))


def publish(*, first: bool = False) -> None:
    assert not keeping.publish(Edition.find(), first=first).errors


def edit(home: Path, old: str, new: str) -> None:
    text = (home / "a.xml").read_text()
    assert text.count(old) == 1
    (home / "a.xml").write_text(text.replace(old, new))


def released(home: Path) -> Path:
    folder = home.parent / "site"
    assert not render(None, folder, Request(outputs=("html",), release=True)).failures
    return folder


def refused(home: Path, words: str) -> None:
    """Asserts that the release is refused before anything is written."""
    with pytest.raises(ReleaseError, match=words):
        released(home)
    assert not (home.parent / "site").exists()


def test_a_released_version_stays_as_it_was(home: Path) -> None:
    folder = released(home)
    kept = {path.name: path.read_bytes() for path in (folder / "1.0").iterdir() if path.is_file()}
    assert kept["a.html"] == (folder / "a.html").read_bytes()
    assert (folder / "1.0" / "tei" / "a.xml").is_file()
    released(home)
    edit(home, "Words", "Other words")
    keeping.record_change(Edition.find(), ["a-p01"], "“Other” was missing")
    publish()
    with pytest.raises(ReleaseError, match=r"version 1\.0 was released already, and a"):
        released(home)
    assert {n: (folder / "1.0" / n).read_bytes() for n in kept} == kept
    assert not [path for path in folder.iterdir() if path.name.startswith(".1")]


def test_a_release_has_nothing_of_a_document_that_was_withdrawn(home: Path) -> None:
    other = DOCUMENT.replace('xml:id="a', 'xml:id="b')
    toml = home / "edition.toml"
    (home / "b.xml").write_text(other)
    toml.write_text(toml.read_text().replace('"a.xml"', '"a.xml", "b.xml"'))
    publish()
    folder = released(home)
    assert (folder / "1.0" / "tei" / "b.xml").is_file()
    settings(home, "2.0")
    keeping.retire(Edition.find(), ["b"], reason="A forgery.")
    publish()
    released(home)
    assert [path.name for path in (folder / "2.0" / "tei").iterdir()] == ["a.xml"]


def test_only_a_published_version_is_released(home: Path) -> None:
    settings(home, "3.0")
    refused(home, r"3\.0 is not published, the last published one is 1\.0")


def test_without_the_registry_nothing_is_released(home: Path) -> None:
    (home / "citations.json").unlink()
    with pytest.raises(TeiEditionError, match=r"citations\.json is not there: restore it"):
        released(home)
    assert not (home.parent / "site").exists()


def test_a_text_that_was_changed_since_it_was_published_is_not_released(home: Path) -> None:
    edit(home, "Words", "Other words")
    refused(home, r"version 1\.0: a\.xml:3: the text of “a-p01” is not the one published")


def test_a_change_that_is_recorded_and_not_published_is_not_released(home: Path) -> None:
    edit(home, "Words", "Other words")
    keeping.record_change(Edition.find(), ["a-p01"], "“Other” was missing")
    refused(home, r"“a-p01” is not published in version 1\.0: run tei-edition ids publish")
    publish()
    assert (released(home) / "1.0" / "a.html").is_file()


def test_a_passage_that_was_never_published_is_not_released(home: Path) -> None:
    edit(home, "</p>", '</p><p xml:id="a-p02">More.</p><p xml:id="a-p03">Still more.</p>')
    refused(home, "what is new in “a-p02” and 1 more is not published")
    edit(home, ' xml:id="a-p02"', "")
    refused(home, "this <p> can be cited only if it has an xml:id")


def test_a_released_version_keeps_its_images(home: Path) -> None:
    edit(home, "Words.", '<graphic url="a.gif"/>')
    settings(home, "1.1")
    keeping.record_change(Edition.find(), ["a-p01"], "an image instead of words")
    publish()
    (home / "a.gif").write_bytes(b"GIF89a\x07\0\x05\0")
    folder = released(home)
    (home / "a.gif").write_bytes(b"GIF89a\x09\0\x05\0")
    with pytest.raises(ReleaseError, match=r"version 1\.1 was released already"):
        released(home)
    assert (folder / "1.1/images/a.gif").read_bytes() == b"GIF89a\x07\0\x05\0"
    assert (folder / "images/a.gif").read_bytes() == b"GIF89a\x09\0\x05\0"
