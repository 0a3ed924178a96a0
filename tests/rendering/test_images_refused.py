# SPDX-License-Identifier: MIT
"""What is no image beside a document is named and said; nothing is asked of another place."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.rendering.illustrated import SVG, make, page, png, put, write

REFUSED = {
    "not there": ("none.png", "is not there"),
    "outside, by dots": ("../secret.png", "lies outside"),
    "outside, by dots in percent": ("%2e%2e/secret.png", "lies outside"),
    "outside, by slashes in percent": ("..%2Fsecret.png", "lies outside"),
    "outside, through a folder and back": ("x/../../secret.png", "lies outside"),
    "a link that leads out": ("link.png", "lies outside"),
    "a folder that leads out": ("folder/secret.png", "lies outside"),
    "links in a circle": ("circle.png", "is not there"),
    "an absolute path": ("{outside}/secret.png", "path of one machine"),
    "an absolute path of Windows": ("C:\\secret.png", "path of one machine"),
    "an address of a file": ("file://{outside}/secret.png", "path of one machine"),
    "an address of a file in capitals": ("FILE:{outside}/secret.png", "path of one machine"),
    "a NUL in percent": ("a.png%00.png", "is not there"),
    "a name too long": ("x" * 5000 + ".png", "is not there"),
    "a folder": ("folder.png", "is not there"),
    "a pipe": ("pipe.png", "is not there"),
    "a document": ("letter.xml", "is of a kind"),
    "a kind that browsers do not show": ("scan.tif", "is of a kind"),
    "another kind than its name says": ("page.png", "holds no image"),
    "an empty file": ("empty.png", "holds no image"),
    "a drawing that is not whole": ("broken.svg", "holds no image"),
}


@pytest.fixture
def letter_folder(tmp_path: Path) -> Path:
    """A document's folder with all that is not to be shown."""
    folder = tmp_path / "tei"
    put(tmp_path / "secret.png", png())
    folder.mkdir()
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    (folder / "folder").symlink_to(tmp_path)
    (folder / "circle.png").symlink_to(folder / "circle.png")
    (folder / "folder.png").mkdir()
    os.mkfifo(folder / "pipe.png")
    put(folder / "a.png", png())
    put(folder / "scan.tif", b"II*\0")
    put(folder / "page.png", b"<html><script>alert(1)</script></html>")
    put(folder / "empty.png", b"")
    put(folder / "broken.svg", SVG[:-1])
    return folder


@pytest.mark.parametrize(("address", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_image_of_the_edition_is_named_and_said(
    address: str, reason: str, letter_folder: Path
) -> None:
    outside = letter_folder.parent
    address = address.replace("{outside}", outside.as_posix())
    document = write(letter_folder / "letter.xml", f'<p>x</p>\n<p><graphic url="{address}"/></p>')
    report = make([document], outside / "out", "html", "markdown", "text")
    (warning,) = report.warnings
    assert warning.startswith(f"{document}:7:4: the image “{address[:100]}")
    assert reason in warning
    shown = page(outside / "out")
    assert not shown.xpath("//img | //*[contains(@class, 'tei-graphic')]//a")
    assert "image" in shown.xpath("string(//*[contains(@class, 'tei-graphic')])")
    assert not (outside / "out/images").exists()
    assert "![" not in (outside / "out/letter.md").read_text("utf-8")


ELSEWHERE = [
    "https://example.org/a.png",
    "http://example.org/a.png",
    "//example.org/a.png",
    "javascript:alert(1).png",
    "data:image/png;base64,AAAA",
    "iiif:a.png",
    "",
    "#a.png",
]


@pytest.mark.parametrize("address", ELSEWHERE)
def test_nothing_is_asked_of_another_place(address: str, tmp_path: Path) -> None:
    document = write(tmp_path / "tei/letter.xml", f'<p><graphic url="{address}"/></p>')
    report = make([document], tmp_path / "out")
    assert report.warnings == ()
    assert not page(tmp_path / "out").xpath("//img")
    links = page(tmp_path / "out").xpath("//*[contains(@class, 'tei-graphic')]//@href")
    assert links == ([address] if address.startswith("http") else [])


def test_a_drawing_is_shown_in_the_page_only(tmp_path: Path) -> None:
    put(tmp_path / "tei/map.svg", SVG)
    make([write(tmp_path / "tei/letter.xml", '<p><graphic url="map.svg"/></p>')], tmp_path / "out")
    (image,) = page(tmp_path / "out").xpath("//img")
    assert not image.xpath("ancestor::a")
    assert not page(tmp_path / "out").xpath("//@href[contains(., '.svg')]")


def test_what_is_said_of_an_image_is_one_line_without_commands(tmp_path: Path) -> None:
    body = '<p><graphic url="a&#10;b&#x9b;31m.png"/></p>'
    report = make([write(tmp_path / "tei/letter.xml", body)], tmp_path / "out")
    (warning,) = report.warnings
    assert "“a\ufffdb\ufffd31m.png”" in warning
    assert warning.isprintable()


def test_many_images_that_are_missing_are_counted(tmp_path: Path) -> None:
    body = "<p>" + "".join(f'<pb facs="{n}.jpg"/>' for n in range(500)) + "</p>"
    report = make([write(tmp_path / "tei/letter.xml", body)], tmp_path / "out")
    assert len(report.warnings) == 4
    assert "it is not linked" in report.warnings[0]
    assert "497 more" in report.warnings[-1]


def test_a_document_alone_shows_nothing_from_other_folders(tmp_path: Path) -> None:
    put(tmp_path / "a/p.png", png())
    body = '<p><graphic url="../a/p.png"/></p>'
    documents = [write(tmp_path / "b/letter.xml", body), write(tmp_path / "a/other.xml", body)]
    report = make(documents, tmp_path / "out")
    (warning,) = report.warnings
    assert warning.startswith(str(documents[0]))
    assert page(tmp_path / "out", "other").xpath("//img/@src") == ["images/a/p.png"]
