# SPDX-License-Identifier: MIT
"""Markdown as a CommonMark parser reads it, and the words of blocks, to be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html
from markdown_it import MarkdownIt

from tei_edition.rendering.text.blocks import (
    BREAK,
    Block,
    Code,
    Entry,
    Item,
    Quote,
    Table,
)

PARSER = MarkdownIt("gfm-like", {"linkify": False, "html": True, "maxNesting": 100})
PARSER.normalizeLinkText = lambda url: url  # type: ignore[method-assign]  # as forges show it


def rendered(text: str) -> str:
    return str(PARSER.render(text))


def words(text: str) -> list[str]:
    """The words of Markdown as a reader sees them, and nothing that a parser took for markup."""
    page = html.fromstring(f"<div>{rendered(text)}</div>")
    assert not page.xpath("//img | //s | //input"), "text was taken for markup"
    return "".join(page.itertext()).split()


def code(text: str) -> list[str]:
    """What a parser took for code."""
    page = html.fromstring(f"<div>{rendered(text)}</div>")
    return ["".join("".join(element.itertext()).split()) for element in page.xpath("//code")]


def of_blocks(blocks: tuple[object, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Block):
            if block.margin:
                yield f"⟨{block.margin}⟩"
            yield from block.text.split()
        elif isinstance(block, Entry):
            yield from of_blocks((block.term, *block.content))
        elif isinstance(block, Item):
            inner = list(of_blocks(block.content))
            label = "" if re.fullmatch(r"(- |\d+[.)] |)", block.marker) else block.marker
            yield from label.split()
            yield from inner
        elif isinstance(block, Quote):
            yield from of_blocks(block.content)
        elif isinstance(block, Code):
            yield from " ".join(block.lines).split()
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from "".join(span.text for span in cell).split()


def code_of(blocks: tuple[object, ...]) -> Iterator[str]:
    """What may be code in Markdown: of two spans of it side by side one is not."""
    for block in blocks:
        if isinstance(block, Block):
            for span in block.spans:
                if span.code:
                    yield "".join(span.text.replace(BREAK, " ").split())
        elif isinstance(block, Entry):
            yield from code_of((block.term, *block.content))
        elif isinstance(block, Item | Quote):
            yield from code_of(block.content)
        elif isinstance(block, Code):
            yield "".join("".join(block.lines).split())
