# SPDX-License-Identifier: MIT
"""What a file says of itself: its format, of those that browsers show, and its size."""

from __future__ import annotations

import re
import struct
from typing import IO, NamedTuple

from tei_edition.rendering.images.avif import avif_size

SUFFIXES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".svg": "image/svg+xml",
}
"""The endings that a server knows an image by, in small letters, and their media types."""

IN_BOOKS = frozenset(("image/png", "image/jpeg", "image/gif", "image/webp"))
"""Of these, what every reading system shows (EPUB 3.3, 3.2); drawings are looked at one by one."""

OTHERS = frozenset(
    (".tif", ".tiff", ".bmp", ".jp2", ".jpx", ".jxl", ".heic", ".psd", ".pdf", ".eps")
)
"""Endings of what holds images that not every browser shows."""

BEGINNING = 4096
"""Bytes in which a format is recognised."""

LARGEST_SIDE = 1 << 24
_META = 1 << 16
"""Bytes further in which an AVIF file is looked for its size."""
_SEGMENTS = 4096
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of a JPEG's frame header (ITU-T T.81, table B.1)."""
_SVG = re.compile(rb"<(?:\w+:)?svg\b([^>]*)>?")
_SIDE = re.compile(rb"\s(width|height)\s*=\s*[\"']\s*(\d+(?:\.\d+)?)(?:px)?\s*[\"']")
_VIEW = re.compile(
    rb"\sviewBox\s*=\s*[\"']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+(\d+(?:\.\d+)?)[\s,]+(\d+(?:\.\d+)?)"
)


class Format(NamedTuple):
    """What an image is."""

    media_type: str
    width: int = 0
    """Pixels; 0 where the file does not simply say it."""
    height: int = 0


def recognise(file: IO[bytes]) -> Format | None:
    """The format of an open file, by its content; None where browsers show no such images.

    PNG (W3C, 5 and 11.2.1), GIF 89a (section 18), JPEG (T.81, B.2.2), WebP (RFC 9649, 2.4 to 2.7),
    AVIF, SVG. The size is that in which the image is shown: one that is to be turned is turned.
    """
    start = file.read(BEGINNING)
    if start.startswith(b"\x89PNG\r\n\x1a\n") and start[12:16] == b"IHDR" and len(start) >= 24:
        return _sized("image/png", *struct.unpack(">II", start[16:24]))
    if start[:6] in (b"GIF87a", b"GIF89a") and len(start) >= 10:
        return _sized("image/gif", *struct.unpack("<HH", start[6:10]))
    if start.startswith(b"\xff\xd8\xff"):
        return _sized("image/jpeg", *_jpeg_size(file))
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return _sized("image/webp", *_webp_size(start))
    if start[4:8] == b"ftyp" and start[8:12] in (b"avif", b"avis"):
        return _sized("image/avif", *avif_size(start + file.read(_META)))
    found = _SVG.search(start)
    if found and start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _sized("image/svg+xml", *_svg_size(found[1]))
    return None


def _sized(media_type: str, width: int, height: int) -> Format:
    is_known = 0 < width <= LARGEST_SIDE and 0 < height <= LARGEST_SIDE
    return Format(media_type, width, height) if is_known else Format(media_type)


def _jpeg_size(file: IO[bytes]) -> tuple[int, int]:
    """The size in the frame header, which stands behind segments of any number and length.

    Cameras and scanners leave an image as it was taken and say how it is to be turned (Exif 2.32,
    4.6.4, Orientation), as browsers do.
    """
    is_turned = False
    file.seek(2)
    for _ in range(_SEGMENTS):
        marker = file.read(2)
        while marker == b"\xff\xff":
            marker = b"\xff" + file.read(1)
        length = file.read(2)
        if len(marker) < 2 or marker[0] != 0xFF or len(length) < 2 or marker[1] == 0xDA:
            break
        if marker[1] in _FRAMES:
            sides = file.read(5)
            if len(sides) == 5:
                height, width = struct.unpack(">HH", sides[1:])
                return (height, width) if is_turned else (width, height)
            break
        rest = struct.unpack(">H", length)[0] - 2
        if marker[1] == 0xE1:
            content = file.read(max(rest, 0))
            is_turned = is_turned or _exif_orientation(content) in range(5, 9)
        else:
            file.seek(rest, 1)
    return 0, 0


def _exif_orientation(segment: bytes) -> int:
    """How an image is to be turned, 1 to 8 (TIFF 6.0, section 2, tag 274); 0 if not said."""
    if not segment.startswith(b"Exif\0\0"):
        return 0
    tiff = segment[6:]
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None or len(tiff) < 8:
        return 0
    (place,) = struct.unpack(f"{order}I", tiff[4:8])
    if place + 2 > len(tiff):
        return 0
    (count,) = struct.unpack(f"{order}H", tiff[place : place + 2])
    for at in range(place + 2, place + 2 + 12 * count, 12):
        entry = tiff[at : at + 12]
        if len(entry) < 12:
            break
        tag, kind, _, value = struct.unpack(f"{order}HHIH", entry[:10])
        if (tag, kind) == (274, 3):
            return int(value)
    return 0


def _webp_size(start: bytes) -> tuple[int, int]:
    kind, data = start[12:16], start[20:30]
    if len(data) < 10:
        return 0, 0
    if kind == b"VP8 ":
        width, height = struct.unpack("<HH", data[6:10])
        return width & 0x3FFF, height & 0x3FFF
    if kind == b"VP8L":
        bits = int.from_bytes(data[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8X":
        return int.from_bytes(data[4:7], "little") + 1, int.from_bytes(data[7:10], "little") + 1
    return 0, 0


def _svg_size(attributes: bytes) -> tuple[int, int]:
    sides = {name: float(value) for name, value in _SIDE.findall(b" " + attributes)}
    if len(sides) == 2:
        return round(sides[b"width"]), round(sides[b"height"])
    view = _VIEW.search(b" " + attributes)
    return (round(float(view[1])), round(float(view[2]))) if view else (0, 0)
