# SPDX-License-Identifier: MIT
"""What is done to the first and last of some blocks: words at the edge, a blank line or none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tei_edition.rendering.text.blocks import Block, Code, Entry, Item, Quote, Row, Table
from tei_edition.rendering.text.running_text import with_words

if TYPE_CHECKING:
    from tei_edition.rendering.text.blocks import AnyBlock


def spaced(block: AnyBlock, *, tight: bool) -> AnyBlock:
    """The same block, with a blank line before it or without; of others than paragraphs their kind
    decides."""
    if isinstance(block, Block) and block.tight != tight:
        return Block(block.spans, tight, *block[2:])
    return block


def begun(block: AnyBlock, words: str) -> AnyBlock:
    """The same block, which begins with words."""
    return _with(block, words, at_end=False)


def ended(block: AnyBlock, words: str) -> AnyBlock:
    """The same block, which ends with words."""
    return _with(block, words, at_end=True)


def _with(block: AnyBlock, words: str, *, at_end: bool) -> AnyBlock:
    if isinstance(block, Block):
        return Block(with_words(block.spans, words, at_end=at_end), *block[1:])
    if isinstance(block, Entry) and not (at_end and block.content):
        return replace(block, term=_with(block.term, words, at_end=at_end))  # type: ignore[arg-type]  # a block
    if isinstance(block, Item | Entry | Quote):
        place = len(block.content) - 1 if at_end else 0
        content = list(block.content)
        content[place] = _with(content[place], words, at_end=at_end)
        return replace(block, content=tuple(content))
    if isinstance(block, Code):
        lines = block.lines
        return Code((*lines[:-1], lines[-1] + words) if at_end else (words + lines[0], *lines[1:]))
    if isinstance(block, Table):
        rows = [list(row.cells) for row in block.rows]
        places = [(r, c) for r, row in enumerate(rows) for c, cell in enumerate(row) if cell]
        r, c = places[-1] if at_end else places[0]
        rows[r][c] = with_words(rows[r][c], words, at_end=at_end)
        return Table(
            tuple(
                Row(tuple(cells), row.is_label) for cells, row in zip(rows, block.rows, strict=True)
            )
        )
    return block
