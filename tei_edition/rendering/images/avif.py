# SPDX-License-Identifier: MIT
"""The size of an AVIF image, as it is to be shown.

An AVIF file is a HEIF file (ISO/IEC 23008-12): boxes within boxes. The box ``meta`` names the
primary item (``pitm``) and gives each item properties (``ipma``) from a list (``ipco``): its extent
(``ispe``) and its rotation (``irot``).
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_BOXES = 4096
"""Boxes that are looked at on one level, and items and their properties."""


class _Box(NamedTuple):
    kind: bytes
    content: bytes


def avif_size(start: bytes) -> tuple[int, int]:
    """Width and height in pixels from the beginning of a file; 0 where it does not say them."""
    try:
        meta = _first(start, b"meta")[4:]
        properties = _first(meta, b"iprp")
        listed = list(_boxes(_first(properties, b"ipco")))
        item = _primary(_first(meta, b"pitm"))
        own = [
            listed[index - 1]
            for index in _associated(_first(properties, b"ipma"), item)
            if 0 < index <= len(listed)
        ]
        extent = next(box.content for box in own if box.kind == b"ispe")
        width, height = struct.unpack(">II", extent[4:12])
        turns = next((box.content[0] & 3 for box in own if box.kind == b"irot"), 0)
    except (StopIteration, struct.error, IndexError):
        return 0, 0
    return (height, width) if turns % 2 else (width, height)


def _boxes(data: bytes) -> Iterator[_Box]:
    """The boxes one after the other (ISO/IEC 14496-12, 4.2); the last may be cut short."""
    place = 0
    for _ in range(_BOXES):
        if place + 8 > len(data):
            return
        size, kind = struct.unpack(">I4s", data[place : place + 8])
        head = 8
        if size == 1:
            (size,) = struct.unpack(">Q", data[place + 8 : place + 16])
            head = 16
        end = len(data) if size == 0 else place + size
        if size and size < head:
            return
        yield _Box(kind, data[place + head : end])
        place = end


def _first(data: bytes, kind: bytes) -> bytes:
    return next(box.content for box in _boxes(data) if box.kind == kind)


def _primary(pitm: bytes) -> int:
    return int.from_bytes(pitm[4:6] if pitm[0] == 0 else pitm[4:8], "big")


def _associated(ipma: bytes, wanted: int) -> list[int]:
    """The numbers, from 1, of an item's properties (ISO/IEC 23008-12, 9.3.1)."""
    id_size = 2 if ipma[0] == 0 else 4
    index_size = 2 if ipma[3] & 1 else 1
    (count,) = struct.unpack(">I", ipma[4:8])
    place = 8
    for _ in range(min(count, _BOXES)):
        item = int.from_bytes(ipma[place : place + id_size], "big")
        number = ipma[place + id_size]
        place += id_size + 1
        if item == wanted:
            mask = 0x7FFF if index_size == 2 else 0x7F
            ends = range(place, place + number * index_size, index_size)
            return [int.from_bytes(ipma[at : at + index_size], "big") & mask for at in ends]
        place += number * index_size
    return []
