# SPDX-License-Identifier: MIT
"""A document as a sequence of blocks: what plain text and Markdown are both written from.

The stylesheet ``text.xsl`` decides what stands where and in which words; :mod:`block_reader` makes
them of its result.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

BREAK = "\u2028"
"""In the text of a span: a line that begins on purpose."""


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


class Block(NamedTuple):
    """A paragraph, a heading, a line.

    A named tuple as spans are: a play has thousands.
    """

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
