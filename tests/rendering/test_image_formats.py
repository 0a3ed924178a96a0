# SPDX-License-Identifier: MIT
"""What an image is, and how large, is told by what its file holds."""

from __future__ import annotations

import io
import struct

import pytest

from tei_edition.rendering.images.formats import recognise
from tests.rendering.illustrated import SVG, png

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
