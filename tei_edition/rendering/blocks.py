# SPDX-License-Identifier: MIT
"""A document as a sequence of blocks: what plain text and Markdown are both written from.

The stylesheet ``text.xsl`` decides what stands where and in which words; its result, elements in
the namespace ``urn:tei-edition:text``, is read here.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

BREAK = "\u2028"
"""In the text of a span: a line that begins on purpose."""

_TEXT = "{urn:tei-edition:text}"
_CONTROLS = re.compile("[\x7f-\x9f\u2029]")
"""What a terminal may act upon, or take for the end of a line."""
_SPACES = re.compile("[ \t\r\n]+")
_AROUND_BREAK = re.compile(f" ?{BREAK} ?")


class Span(NamedTuple):
    """A piece of running text of one look.

    A named tuple, since a document has many and each is made anew a few times.
    """

    text: str
    """White space is single spaces and :data:`BREAK`."""
    italic: bool = False
    bold: bool = False
    href: str = ""
    """Where it leads: a web address, an image, a page of a document with a fragment; or empty."""
    code: bool = False
    """Whether it is markup that the text speaks of."""
    image: str = ""
    """The address of an image that the text names, for outputs that show it; or empty."""
    alternative: str = ""
    """What the image shows."""
    is_quiet: bool = False
    """Whether only an output with links of its own says where it leads: it is a name, or the
    beginning of a page."""
    is_apart: bool = False
    """Whether it is told from the words around it in plain text, too: a stage direction."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading, a line."""

    spans: tuple[Span, ...]
    tight: bool = False
    """Whether no blank line sets it off from what stands before."""
    indent: int = 0
    """Columns."""
    level: int = 0
    """1 to 6 for a heading, 0 for anything else."""
    margin: str = ""
    """What stands in the margin of its first line, in the columns of the indent: a verse number."""
    shift: int = 0
    """How often a verse is indented beyond others."""

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across, between the document and what is said of it."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list."""

    marker: str
    """``"- "``, ``"3. "`` or, after a label, empty."""
    content: Blocks
    tight: bool = False
    begins: bool = False
    """Whether it is the first of a list."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A term of a glossary, and what is said of it."""

    term: Block
    content: Blocks
    begins: bool = False
    """Whether it is the first of a list."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation that is set off."""

    content: Blocks


@dataclass(frozen=True, slots=True)
class Code:
    """An example whose lines and spaces stay as they are."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its cells, each a run of text."""

    cells: tuple[tuple[Span, ...], ...]
    is_label: bool = False
    """Whether it names the columns."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows one under the other."""

    rows: tuple[Row, ...]


AnyBlock: TypeAlias = "Block | Rule | Item | Entry | Quote | Code | Table"
Blocks: TypeAlias = "tuple[AnyBlock, ...]"


def read_blocks(xml: str) -> Blocks:
    """The blocks that the stylesheet made; those without words are left out."""
    from lxml import etree

    # The text is Saxon's serialisation of our own result: no document type declaration.
    return _blocks(etree.fromstring(xml.encode(), etree.XMLParser(huge_tree=True)))


def _blocks(parent: Iterable[_Element]) -> Blocks:
    return tuple(block for element in parent if (block := _block(element)))


def _block(element: _Element) -> AnyBlock | None:
    kind = str(element.tag).removeprefix(_TEXT)
    is_tight, begins = element.get("tight") == "true", element.get("begins") == "true"
    if kind == "table":
        rows = tuple(_rows(element))
        return Table(rows) if any(any(row.cells) for row in rows) else None
    if kind in ("item", "quote"):
        content = _blocks(element)
        if not content:
            return None
        if kind == "quote":
            return Quote(content)
        return Item(element.get("marker", ""), content, is_tight, begins)
    if kind == "entry":
        term, content = _block(element[0]), _blocks(list(element)[1:])
        if isinstance(term, Block):
            return Entry(term, content, begins)
        return Item("", content) if content else None
    if kind == "code":
        lines = _lines_of_code(_shown(element.text or ""))
        return Code(lines) if lines else None
    if element.get("kind") == "rule":
        return Rule()
    spans = tidied(_spans(element))
    level, indent = int(element.get("level", "0")), int(element.get("indent", "0"))
    margin, shift = element.get("margin", ""), int(element.get("shift", "0"))
    return Block(spans, is_tight, indent, level, margin, shift) if spans else None


def _lines_of_code(text: str) -> tuple[str, ...]:
    """The lines of an example, without the indentation that its place in the source gave it."""
    first, *rest = text.replace(BREAK, "\n").expandtabs(4).rstrip().splitlines() or [""]
    # The first line stands behind a tag, so its indentation tells nothing.
    lines = [first.strip(), *textwrap.dedent("\n".join(rest)).splitlines()]
    while lines and not lines[0].strip():
        lines.pop(0)
    return tuple(line.rstrip() for line in lines)


def _rows(table: _Element) -> Iterator[Row]:
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
            cells.append(tidied(_spans(cell)))
        reaching = below
        yield Row(tuple(cells), row.get("label") == "true")


_NO_LOOK = Span("")


def _spans(element: _Element, look: Span = _NO_LOOK) -> Iterator[Span]:
    def of(text: str | None) -> Iterator[Span]:
        if text:
            yield look._replace(text=_shown(text))

    yield from of(element.text)
    for child in element:
        kind = str(child.tag).removeprefix(_TEXT)
        # Words that lead somewhere lead nowhere else for a name in them; a name does for its parts.
        leads = kind == "a" and (look.is_quiet or not look.href)
        inner = look._replace(
            italic=look.italic or kind == "i",
            bold=look.bold or kind == "b",
            href=child.get("href", "") if leads else look.href,
            is_quiet=child.get("quiet") == "true" if leads else look.is_quiet,
            code=look.code or kind == "code",
            is_apart=look.is_apart or child.get("apart") == "true",
            image=look.image or child.get("src", ""),
            alternative=look.alternative or child.get("alt", ""),
        )
        yield from _spans(child, inner)
        yield from of(child.tail)


def _shown(text: str) -> str:
    """A text in which control characters are named, where they have a meaning none: U+2029 and
    U+0085 end a line, U+009B begins a command of a terminal."""
    return _CONTROLS.sub(
        lambda found: " " if found[0] in "\x85\u2029" else f"⟨U+{ord(found[0]):04X}⟩", text
    )


def tidied(spans: Iterable[Span]) -> tuple[Span, ...]:
    """White space as a reader sees it: single spaces, none at the ends and around line breaks.

    A space between two looks has neither.
    """
    found: list[Span] = []
    between = ""
    for span in spans:
        text = _AROUND_BREAK.sub(BREAK, _SPACES.sub(" ", span.text))
        words = text.strip(f" {BREAK}")
        if not words:
            between += text
            continue
        start = text.index(words[0])
        between += text[:start]
        if found and between:
            found.append(Span(BREAK * between.count(BREAK) or " "))
        found.append(span if words == span.text else span._replace(text=words))
        between = text[start + len(words) :]
    return tuple(found) if len(found) < 2 else _joined(found)


def _joined(pieces: list[Span]) -> tuple[Span, ...]:
    """Neighbours of one look as one span; a space or break takes the look both sides share."""
    joined: list[tuple[Span, list[str]]] = []
    for number, piece in enumerate(pieces):
        look = piece._replace(text="")
        if piece.text[0] in (" ", BREAK) and joined:
            after = pieces[number + 1]._replace(text="")
            before = joined[-1][0]
            is_apart = before.is_apart and after.is_apart
            look = after if before == after else look._replace(is_apart=is_apart)
        if joined and joined[-1][0] == look:
            joined[-1][1].append(piece.text)
        else:
            joined.append((look, [piece.text]))
    return tuple(look._replace(text="".join(texts)) for look, texts in joined)
