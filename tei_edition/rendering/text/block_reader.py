# SPDX-License-Identifier: MIT
"""The blocks of a document from what the stylesheet ``text.xsl`` makes: elements in the namespace
``urn:tei-edition:text``, described in ``text/blocks.xsl``.

What depends on whether there are words at all is decided here: the stylesheet would have to build a
part of its result, and look at it, before it could write it.
"""

from __future__ import annotations

import textwrap
from itertools import groupby
from typing import TYPE_CHECKING
from xml.etree.ElementTree import fromstring

from tei_edition.rendering.text.block_edges import begun, ended, spaced
from tei_edition.rendering.text.blocks import (
    BREAK,
    AnyBlock,
    Block,
    Blocks,
    Code,
    Entry,
    Item,
    Quote,
    Row,
    Rule,
    Span,
    Table,
)
from tei_edition.rendering.text.running_text import (
    STOP,
    running_text,
    shown,
    spans_of,
    tidied,
    with_words,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from xml.etree.ElementTree import Element

_TEXT = "{urn:tei-edition:text}"


def read_blocks(xml: str) -> Blocks:
    """The blocks that the stylesheet made; those without words are left out."""
    # Of the two parsers at hand this one makes objects at once, which are all looked at.
    document = fromstring(xml)  # noqa: S314  # Saxon's serialisation of our own result
    text = document.find(f"{_TEXT}text")
    body = [] if text is None else _blocks(text)
    if "{" in xml.partition(":text>")[2] and any("{" in words for words in _words(body)):
        for key in document.iterfind(f"{_TEXT}block[@braces]"):
            key.text = (key.text or "") + key.get("braces", "")
    blocks: list[AnyBlock] = []
    for part in document:
        blocks += body if part is text else _blocks((part,))
    return tuple(blocks)


def _words(blocks: Iterable[AnyBlock]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Block):
            yield block.text
        elif isinstance(block, Table):
            yield from (span.text for row in block.rows for cell in row.cells for span in cell)
        elif isinstance(block, Code):
            yield from block.lines
        elif not isinstance(block, Rule):
            if isinstance(block, Entry):
                yield block.term.text
            yield from _words(block.content)


def _blocks(elements: Iterable[Element]) -> list[AnyBlock]:
    found: list[AnyBlock] = []
    is_led = False  # by what stands before: nothing parts the two
    for element in elements:
        place = len(found)
        if element.tag == _BLOCK:
            if block := _paragraph(element):
                found.append(block)
        else:
            found += _READ[str(element.tag)](element)
        if is_led and place < len(found):
            found[place] = spaced(found[place], tight=True)
        is_led = "leads" in element.attrib
    return found


def _paragraph(element: Element) -> Block | Rule | None:
    given = element.attrib
    if "kind" in given:
        return Rule()
    spans = running_text(element.text)
    if not spans:
        return None
    if not given:
        return Block(spans)
    return Block(
        spans,
        given.get("tight") == "true",
        int(given.get("indent", 0)),
        int(given.get("level", 0)),
        given.get("margin", ""),
        int(given.get("shift", 0)),
    )


def _content(element: Element) -> list[AnyBlock]:
    """The blocks of an element; words that it holds itself are a paragraph before them."""
    if element.text and (spans := running_text(element.text)):
        return [Block(spans), *_blocks(element)]
    return _blocks(element)


def _part(element: Element) -> list[AnyBlock]:
    """Blocks with words before the first and after the last."""
    blocks = _content(element)
    given = element.attrib
    before, after = given.get("before", ""), given.get("after", "")
    if not blocks:
        alone = tidied((Span(before + after),)) if "always" in given else ()
        return [Block(alone)] if alone else []
    if behind := given.get("behind"):
        blocks[0] = ended(blocks[0], behind)
    if "tight" in given:
        blocks[0] = spaced(blocks[0], tight=given["tight"] == "true")
    if before:
        blocks[0] = begun(blocks[0], before)
    if after:
        blocks[-1] = ended(blocks[-1], after)
    return blocks


def _under(element: Element) -> list[AnyBlock]:
    """A heading that stands only where something follows it."""
    head, *others = element
    blocks = _blocks(others)
    if not blocks:
        return []
    heads = _blocks((head,))
    if heads and isinstance(last := heads[-1], Block) and last.level:
        blocks[0] = spaced(blocks[0], tight=False)
    return [*heads, *blocks]


def _statement(element: Element) -> list[AnyBlock]:
    """A statement under its name: what it says follows, or stands below. Where that is one
    statement, the two names stand in one line."""
    content = _content(element)
    given = element.attrib
    name = given["name"]
    if not content:
        content = [Block(running_text(name))] if "always" in given else []
    elif isinstance(first := content[0], Block) and not first.level:
        spans = with_words(first.spans, name + _joins(element)[0], at_end=False)
        content[0] = Block(spans, False, *first[2:])
    elif isinstance(first, Item) and len(content) == 1:
        first, *others = first.content
        content = [begun(spaced(first, tight=False), name + _joins(element)[1]), *others]
    else:
        content.insert(0, Block(running_text(name)))
    return [Item("- ", tuple(content), "tight" not in given)] if content else []


def _joins(element: Element) -> list[str]:
    """What stands between a statement's name and its words, and between it and another's name."""
    return element.attrib["joins"].split("|")


def _item(element: Element) -> list[AnyBlock]:
    content = _content(element)
    if not content:
        return []
    given = element.attrib
    if given.get("follows") == "tight":
        content[1:] = [spaced(block, tight=True) for block in content[1:]]
    is_tight, begins = given.get("tight") == "true", given.get("begins") == "true"
    return [Item(given.get("marker", ""), tuple(content), is_tight, begins)]


def _items(element: Element) -> list[AnyBlock]:
    """What is no item of a list stands below the one before it."""
    found: list[AnyBlock] = []
    for is_item, group in groupby(_blocks(element), lambda block: isinstance(block, Item)):
        blocks = tuple(group)
        found += blocks if is_item else (Item("", blocks, tight=True),)
    return found


def _entry(element: Element) -> list[AnyBlock]:
    term, content = _paragraph(element[0]), tuple(_blocks(element[1:]))
    begins, marker = element.get("begins") == "true", element.get("marker")
    if marker and content:
        return [Item(marker, content, element.get("tight") == "true", begins)]
    if isinstance(term, Block):
        return [Entry(term, content, begins)]
    return [Item("", content)] if content else []


def _quote(element: Element) -> list[AnyBlock]:
    content = tuple(_blocks(element))
    return [Quote(content)] if content else []


def _code(element: Element) -> list[AnyBlock]:
    lines = _lines_of_code(shown("".join(span.text for span in spans_of(element.text or ""))))
    return [Code(lines)] if lines else []


def _table(element: Element) -> list[AnyBlock]:
    rows = tuple(_rows(element))
    if element.get("plain"):
        lines = [_beside([cell for cell in row.cells if cell]) for row in rows]
        return [Block(line, tight=place > 0) for place, line in enumerate(lines) if line]
    return [Table(rows)] if any(any(row.cells) for row in rows) else []


def _beside(cells: Sequence[tuple[Span, ...]]) -> tuple[Span, ...]:
    """The words of cells in a line."""
    return tidied(
        span
        for place, cell in enumerate(cells)
        for span in ((Span(" | "), *cell) if place else cell)
    )


def _verses(element: Element) -> list[AnyBlock]:
    indent = int(element.attrib["indent"])
    found: list[AnyBlock] = []
    is_tight = False
    for verse in (element.text or "").split(STOP):
        if spans := running_text(verse):
            found.append(Block(spans, is_tight, indent))
        is_tight = True
    return found


def _detail(element: Element) -> list[AnyBlock]:
    """What is said of a person, a place: in a line below the name, after what it is."""
    if not (spans := running_text(element.text)):
        return []
    spans = with_words(spans, element.attrib["name"], at_end=False)
    return [Block(spans, tight=True, indent=_INDENT_OF_DETAILS)]


_INDENT_OF_DETAILS = 2
_BLOCK = f"{_TEXT}block"
_READ: dict[str, Callable[[Element], list[AnyBlock]]] = {
    f"{_TEXT}verses": _verses,
    f"{_TEXT}detail": _detail,
    f"{_TEXT}part": _part,
    f"{_TEXT}under": _under,
    f"{_TEXT}statement": _statement,
    f"{_TEXT}item": _item,
    f"{_TEXT}items": _items,
    f"{_TEXT}entry": _entry,
    f"{_TEXT}quote": _quote,
    f"{_TEXT}code": _code,
    f"{_TEXT}table": _table,
}


def _lines_of_code(text: str) -> tuple[str, ...]:
    """The lines of an example, without the indentation that its place in the source gave it."""
    first, *rest = text.replace(BREAK, "\n").expandtabs(4).rstrip().splitlines() or [""]
    # The first line stands behind a tag, so its indentation tells nothing.
    lines = [first.strip(), *textwrap.dedent("\n".join(rest)).splitlines()]
    while lines and not lines[0].strip():
        lines.pop(0)
    return tuple(line.rstrip() for line in lines)


def _rows(table: Element) -> Iterator[Row]:
    """The rows, with an empty cell wherever one from a row above reaches down."""
    reaching: dict[int, int] = {}  # column: rows that are still to come
    for row in table:
        cells: list[tuple[Span, ...]] = []
        below = {column: rows - 1 for column, rows in reaching.items() if rows > 1}
        for cell in row:
            while len(cells) in reaching:
                cells.append(())
            if (rows := int(cell.get("rows", "1"))) > 1:
                below[len(cells)] = rows - 1
            cells.append(_cell(cell))
        reaching = below
        yield Row(tuple(cells), row.get("label") == "true")


def _cell(cell: Element) -> tuple[Span, ...]:
    """Blocks in a cell are a line each, items with their marks; then numbers of notes."""
    if not len(cell):
        return running_text(cell.text)
    lines = list(_lines_of(_blocks(cell)))
    spans = [span for line in lines for span in (*line, Span(BREAK))][:-1]
    return tidied((*spans, *spans_of(shown(cell[-1].tail or ""))))


def _lines_of(blocks: Iterable[AnyBlock], marker: str = "") -> Iterator[tuple[Span, ...]]:
    for block in blocks:
        mark = (Span(marker),) if marker else ()
        marker = ""
        if isinstance(block, Block):
            yield (*mark, *block.spans)
        elif isinstance(block, Code):
            yield (*mark, Span("\n".join(block.lines)))
        elif isinstance(block, Table):
            yield from (cell for row in block.rows for cell in row.cells if cell)
        elif isinstance(block, Item):
            yield from _lines_of(block.content, block.marker)
        elif isinstance(block, Entry):
            yield from _lines_of((block.term, *block.content))
        elif isinstance(block, Quote):
            yield from _lines_of(block.content)
