# SPDX-License-Identifier: MIT
"""Blocks as plain text: for a terminal, an e-mail, a comparison with a transcription."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING
from unicodedata import category

from tei_edition.rendering.text.blocks import (
    BREAK,
    Block,
    Code,
    Entry,
    Item,
    Quote,
    Rule,
    Span,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.rendering.text.blocks import Blocks

QUOTE_INDENT = "    "
_SHIFT = 4
"""Columns by which an indented verse stands further in."""
_RULES = {1: "=", 2: "-", 3: "~", 4: "."}
_RULE = "'"
"""What underlines a heading of a deeper level."""
_APART = "_"
"""Around what a play has besides speech."""
_NOTHING = Span("")
_WIDEST_TABLE = 72
"""Columns up to which a table is set in columns where lines may be of any length."""
_NARROWEST_COLUMN = 12
"""Columns of the terminal below which the cells of a table are not broken into lines."""
_BAR = " | "

# Where a line may be broken without a space: after a wide character that opens nothing, before one
# that closes nothing (UAX 14 in its coarsest form).
_OPENING = "（「『【〈《〔［｛“‘"
_CLOSING = "）」』】〉》〕］｝”’、。，．・：；？！ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々"


def plain_text(blocks: Blocks, width: int) -> str:
    """The blocks as text that ends in a line feed.

    ``width`` is in columns, of which a wide character takes two and a combining one none; 0 leaves
    lines unbroken. A word longer than a line stands in a line of its own.
    """
    return "\n".join(_lines(blocks, width)) + "\n"


def _lines(blocks: Blocks, width: int) -> Iterator[str]:
    for number, block in enumerate(blocks):
        if number and not (isinstance(block, Block | Item) and block.tight):
            yield ""
        if isinstance(block, Block):
            yield from _block(block, width)
        elif isinstance(block, Item):
            hang = " " * (columns(block.marker) or 2)
            content = _lines(block.content, max(width - len(hang), 1) if width else 0)
            for place, line in enumerate(content):
                lead = block.marker if place == 0 and block.marker else hang
                yield (lead + line).rstrip() if line else ""
        elif isinstance(block, Entry):
            said = [Item("", block.content, tight=True)] if block.content else []
            yield from _lines((block.term, *said), width)
        elif isinstance(block, Quote):
            inner = max(width - len(QUOTE_INDENT), 1) if width else 0
            for line in _lines(block.content, inner):
                yield QUOTE_INDENT + line if line else ""
        elif isinstance(block, Code):
            yield from (f"{QUOTE_INDENT}{line}".rstrip() for line in block.lines)
        elif isinstance(block, Rule):
            yield "* * *"
        else:
            yield from _table(block, width)


def _block(block: Block, width: int) -> Iterator[str]:
    indent = block.indent + _SHIFT * block.shift
    lines = list(wrapped(_written(block.spans), max(width - indent, 1) if width else 0))
    if not (indent or block.margin or block.level):
        yield from lines
        return
    for place, line in enumerate(lines):
        number = block.margin if place == 0 else ""
        lead = f"{number} " if number and columns(number) >= indent else number
        yield lead + " " * (indent - columns(lead)) + line
    if block.level:
        yield " " * indent + _RULES.get(block.level, _RULE) * max(map(columns, lines))


def _written(spans: Sequence[Span]) -> str:
    """The words, and the address of a link to the web where the words are not the address."""
    if len(spans) == 1 and spans[0][1:] == _NOTHING[1:]:
        return spans[0].text
    parts: list[str] = []
    for number, span in enumerate(spans):
        before = spans[number - 1] if number else _NOTHING
        after = spans[number + 1] if number + 1 < len(spans) else _NOTHING
        parts += (_APART * (span.is_apart and not before.is_apart), span.text)
        is_said = after.href != span.href and "://" in span.href and not span.is_quiet
        if is_said and span.href not in span.text:
            parts.append(f" <{span.href}>")
        parts.append(_APART * (span.is_apart and not after.is_apart))
    return "".join(parts)


def _table(table: Table, width: int) -> Iterator[str]:
    """In columns where there is room for them, else a line a row."""
    given = [row for row in table.rows if any(row.cells)]
    count = max(len(row.cells) for row in given)
    rows = [
        [_written(cell) for cell in (*row.cells, *[()] * (count - len(row.cells)))] for row in given
    ]
    widths = [max(_widest(row[n]) for row in rows) for n in range(count)]
    room = (width or _WIDEST_TABLE) - len(_BAR) * (count - 1)
    if sum(widths) > room:
        widths = _narrowed(widths, room) if width and room >= count * _NARROWEST_COLUMN else []
    filled = [
        [list(wrapped(cell, n)) for cell, n in zip(row, widths, strict=False)] for row in rows
    ]
    if not widths or any(
        columns(line) > widths[n] for row in filled for n, cell in enumerate(row) for line in cell
    ):
        for row in rows:
            yield from wrapped(_BAR.join(_without_empty_end(row)).replace(BREAK, " "), width)
        return
    is_tall = any(len(cell) > 1 for row in filled for cell in row)
    for number, cells in enumerate(filled):
        if number and (is_tall or given[number - 1].is_label):
            yield "-+-".join("-" * size for size in widths)
        for line in zip_longest(*cells, fillvalue=""):
            parts = enumerate(_without_empty_end(line))
            padded = (part + " " * (widths[n] - columns(part)) for n, part in parts)
            yield _BAR.join(padded).rstrip()


def _without_empty_end(cells: Sequence[str]) -> Sequence[str]:
    last = max((n for n, cell in enumerate(cells) if cell), default=0)
    return cells[: last + 1]


def _widest(text: str) -> int:
    return max(map(columns, text.split(BREAK)))


def _narrowed(widths: Sequence[int], room: int) -> list[int]:
    """Widths of columns that fit together: narrow ones keep theirs, the others share the rest."""
    left = list(range(len(widths)))
    fitting = [0] * len(widths)
    while left:
        share = room // len(left)
        narrow = [n for n in left if widths[n] <= share]
        for n in narrow or left:
            fitting[n] = min(widths[n], share)
        room -= sum(fitting[n] for n in narrow)
        left = [n for n in left if n not in narrow] if narrow else []
    return fitting


def wrapped(text: str, width: int) -> Iterator[str]:
    """The lines of a text, each of at most ``width`` columns where its words are not longer."""
    for line in text.split(BREAK):
        if not width or (len(line) if line.isascii() else columns(line)) <= width:
            yield line
        else:
            yield from _filled(line, width)


def _filled(line: str, width: int) -> Iterator[str]:
    """Greedy filling."""
    if _NARROW.match(line) and not _BREAKING.search(line):
        while len(line) > width:
            end = line.rfind(" ", 0, width + 1)
            if end < 0 and (end := line.find(" ", width)) < 0:
                break
            yield line[:end]
            line = line[end + 1 :]
        yield line
        return
    done, used = "", 0
    for number, word in enumerate(line.split(" ")):
        joint = " " if number else ""
        for piece in _breakable(word):
            size = columns(piece)
            if done and used + len(joint) + size > width:
                yield done
                done, used = piece, size
            else:
                done += joint + piece
                used += len(joint) + size
            joint = ""
    yield done


def _breakable(word: str) -> list[str]:
    """The parts of a word between which a line may be broken: at wide characters, and behind a
    soft hyphen, a space without width, a dash between words."""
    if word.isascii() or (columns(word) == len(word) and not _BREAKING.search(word)):
        return [word]
    parts = [word[0]]
    for before, after in pairwise(word):
        may_break = before in "\u00ad\u200b—" or (
            columns(after) > 0
            and 2 in (columns(before), columns(after))
            and not (_is_hangul(before) or _is_hangul(after))
            and before not in _OPENING
            and after not in _CLOSING
            and category(before) not in {"Ps", "Pi"}
            and category(after) not in {"Pe", "Pf", "Po"}
        )
        if may_break:
            parts.append(after)
        else:
            parts[-1] += after
    return parts


def _is_hangul(character: str) -> bool:
    """Korean has spaces between its words."""
    return "\uac00" <= character <= "\ud7a3" or "\u1100" <= character <= "\u11ff"


_BREAKING = re.compile("[\u00ad\u200b—]")
_NARROW = re.compile(r"[\x20-\u02ff\u2010-\u2027]*\Z")
"""Characters of one column each: letters of Latin, dashes and quotation marks."""


@lru_cache(maxsize=4096)
def columns(text: str) -> int:
    """The columns that a terminal needs for a text: 2 for wide characters, 0 for combining ones."""
    if _NARROW.match(text):
        return len(text)
    from wcwidth import wcswidth

    width = wcswidth(text)
    return width if width >= 0 else len(text)
