# SPDX-License-Identifier: MIT
"""The image that stands for a book in a library: the edition's own, else one set from its title.

An SVG cannot break lines by itself, and what type a reading system has is not known, so that lines
are broken by columns, of which a letter takes one and a wide character two.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.errors import TeiEditionError
from tei_edition.parser.escaping import escaped
from tei_edition.rendering.images import drawings, formats
from tei_edition.rendering.text.plain_text import columns, wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.rendering.edition import EditionData

WIDTH, HEIGHT = 1600, 2400
_MARGIN = 170
_COLUMN = 0.56
"""The width of a column in units of the size of the type: letters of a serif, generously."""
_LEADING = 1.25
_SIZES = (150, 132, 116, 100, 88, 76, 66, 56, 48)
_TITLE_HEIGHT = 1150
_SMALL, _SMALLEST = 60, 46
_KINDS = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/gif": "gif",
    "image/webp": "webp",
    "image/svg+xml": "svg",
}
"""What every reading system shows (EPUB 3.3, 3.2), and how the name of the file ends."""


class Cover(NamedTuple):
    """An image that stands for a book."""

    name: str
    """Its file in the book."""
    media_type: str
    content: bytes


def cover(edition: EditionData, title: str, imprint: str) -> Cover:
    """The cover that an edition names, else one with its title, its editors and its imprint.

    Raises:
        TeiEditionError: the image is none that a book may show.
        OSError: the image cannot be read.
    """
    if edition.cover:
        return _given(Path(edition.cover))
    return Cover("cover.svg", "image/svg+xml", _drawn(title, edition.editors, imprint).encode())


def _given(path: Path) -> Cover:
    with path.open("rb") as file:
        found = formats.recognise(file)
    ending = _KINDS.get(found.media_type) if found else None
    if found is None or ending is None:
        raise TeiEditionError(f"the cover {path} is no PNG, JPEG, GIF, WebP or SVG")
    if ending == "svg" and not drawings.keeps_to_itself(path):
        raise TeiEditionError(
            f"the cover {path} is a drawing with scripts or with other files in it, or is not"
            " well-formed: no book may show it"
        )
    return Cover(f"cover.{ending}", found.media_type, path.read_bytes())


def _drawn(title: str, editors: Sequence[str], imprint: str) -> str:
    size, lines = _set(" ".join(title.split()))
    top = 480 + size
    parts = [_line(line, top + place * size * _LEADING, size) for place, line in enumerate(lines)]
    end = top + (len(lines) - 1) * size * _LEADING
    foot = HEIGHT - 220.0
    for line in reversed(_lines(imprint, _SMALLEST)):
        parts.append(_line(line, foot, _SMALLEST))
        foot -= _SMALLEST * _LEADING
    below = end + 260
    for line in (line for editor in editors for line in _lines(editor, _SMALL)):
        if below < foot - _SMALL:
            parts.append(_line(line, below, _SMALL))
        below += _SMALL * _LEADING
    middle = WIDTH // 2
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}" font-family="Georgia, \'Noto Serif\', serif" '
        'text-anchor="middle" fill="#2a2622">\n'
        f"<title>{escaped(title)}</title>\n"
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#f5f0e6"/>\n'
        f'<rect x="70" y="70" width="{WIDTH - 140}" height="{HEIGHT - 140}" fill="none" '
        'stroke="#8c2f1c" stroke-width="8"/>\n'
        f'<path d="M{middle - 120} {end + 110:.0f}h240" stroke="#8c2f1c" stroke-width="6"/>\n'
        + "\n".join(parts)
        + "\n</svg>\n"
    )


def _set(title: str) -> tuple[int, list[str]]:
    """The largest size in which a title finds room, and its lines in it."""
    lines: list[str] = []
    for size in _SIZES:
        lines = list(_lines(title, size))
        is_narrow = max(map(columns, lines), default=0) <= _columns(size)
        if is_narrow and len(lines) * size * _LEADING <= _TITLE_HEIGHT:
            return size, lines
    most = int(_TITLE_HEIGHT / (_SIZES[-1] * _LEADING))
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1] + " …"]
    return _SIZES[-1], lines


def _lines(text: str, size: int) -> Sequence[str]:
    return list(wrapped(text, _columns(size))) if text else []


def _columns(size: int) -> int:
    return int((WIDTH - 2 * _MARGIN) / (size * _COLUMN))


def _line(text: str, y: float, size: int) -> str:
    return f'<text x="{WIDTH // 2}" y="{y:.0f}" font-size="{size}">{escaped(text)}</text>'
