# SPDX-License-Identifier: MIT
"""Blocks as Markdown: CommonMark 0.31, and tables as GitHub's extension has them.

No HTML is written, and every character that Markdown could take for its own is escaped, so that the
words are those of the plain text wherever the file is shown. A forge that knows no tables shows
their rows as lines.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from tei_edition.rendering.images.beside import FOLDER
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
    from collections.abc import Collection, Iterator, Sequence

    from tei_edition.rendering.text.blocks import AnyBlock, Blocks

# Within a line. GitHub has ~ for deletions, $ for formulas, :name: for emoji, [^ for footnotes, [ ]
# and [x] for tasks, [! for alerts, www. for addresses; GitLab @ for people and #1, !1, &1, %1 for
# its records; _ within a word is nobody's.
_SPECIAL = re.compile(
    r"[\\`*~$|]|(?<!\w)@(?=\w)|#(?=\d)|(?<!\w)[!%&](?=\d)|(?<=\bwww)\."
    r"|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!?])|&(?=#?\w+;)|(?<!\w):(?=\w+:)"
    r"|\[(?=[\^xX !]\]?)|\](?=[(\[:])|[\[\]<&!](?=\u2028|\Z)"
)
_ADDRESS = re.compile(r"(?<!\w)(?:https?|ftp)://[^\W_][^\s<>|\\`\[\]{}⟨⟩“”„«»‘’\u2028\x00-\x20]*")
_SPECIAL_IN_LINKS = re.compile(rf"[\[\]]|{_SPECIAL.pattern}")
_PLAIN_ADDRESS = re.compile(r"[\w.:/?#@!$,;=%+~-]+")
# At the beginning of a line (CommonMark 4 and 5): headings, rules, lists, quotations; and the
# descriptions that GitLab has.
_EM_SPACE = "\u2003"
_OTHER_MARKS = str.maketrans("-.", "*)")
_MARKER = re.compile(r"- |\d{1,9}[.)] ")
_BEGINNING = re.compile(r"([#+=>-]|:(?=\s))|(\d{1,9})([.)])(?=\s|$)")


def markdown(blocks: Blocks, pages: Collection[str] = ()) -> str:
    """The blocks as Markdown that ends in a line feed.

    Args:
        blocks: the document.
        pages: the names of pages (``letter.html``) of which there is a Markdown file, for links
            from one document to another.
    """
    return "\n".join(_Writer(pages).lines(blocks)) + "\n"


class _Writer:
    """Writes blocks, knowing where links may lead."""

    def __init__(self, pages: Collection[str]) -> None:
        self._pages = pages

    def lines(self, blocks: Blocks) -> Iterator[str]:
        """The lines of blocks; what is tight to a line before it continues that paragraph."""
        number = 0
        is_other = False
        while number < len(blocks):
            block = _as_item(blocks[number])
            follows = number > 0
            number += 1
            if isinstance(block, Block):
                run = [block]
                while not block.level and number < len(blocks) and _continues(blocks[number]):
                    run.append(blocks[number])  # type: ignore[arg-type]  # _continues says so
                    number += 1
                yield from [""] * follows
                yield from self._paragraph(run)
            elif isinstance(block, Item):
                if follows and not (block.tight and _may_precede(blocks[number - 2], block)):
                    yield ""
                if block.begins:
                    is_other = follows and not is_other and _is_item(blocks[number - 2])
                yield from self._item(block, is_other)
            elif isinstance(block, Quote):
                yield from [""] * follows
                yield from ((f"> {line}").rstrip() for line in self.lines(block.content))
            elif isinstance(block, Code):
                yield from [""] * follows
                fence = _fence("\n".join(block.lines), 3)
                yield from (fence, *block.lines, fence)
            elif isinstance(block, Rule):
                yield from [""] * follows
                yield "---"
            else:
                yield from [""] * follows
                yield from self._table(block)

    def _paragraph(self, run: Sequence[Block]) -> Iterator[str]:
        """Blocks that are tight to each other, as lines of one paragraph; or a heading."""
        lines = [line for block in run for line in self._lines_of(block)]
        # A break before a line of white space alone would end the paragraph as a backslash.
        lines = [line for line in lines if line.strip()] or [""]
        if run[0].level:
            yield "#" * run[0].level + " " + re.sub(r"(#+)$", r"\\\1", " ".join(lines))
            return
        for line in lines[:-1]:
            yield _begun(line) + "\\"
        yield _begun(lines[-1])

    def _lines_of(self, block: Block) -> list[str]:
        """The lines of a block, an indented verse with em spaces before it; what stands in the
        margin is in the brackets of the editors."""
        lines = self._written(block.spans)
        if block.margin:
            lines[0] = f"⟨{_escaped(block.margin, in_link=False)}⟩ {lines[0]}"
        return [_EM_SPACE * (2 * block.shift) + line for line in lines]

    def _item(self, item: Item, is_other: bool) -> Iterator[str]:
        """A label that Markdown does not know for one stands before the words of a bullet. Lists
        that follow each other are two by their marks (5.3): ``is_other`` says which it has."""
        is_known = not item.marker or _MARKER.fullmatch(item.marker)
        marker, label = (item.marker, "") if is_known else ("- ", item.marker)
        marker = marker.translate(_OTHER_MARKS) if is_other else marker
        hang = " " * len(marker)
        lines = self.lines(_labelled(item.content, label) if label else item.content)
        for place, line in enumerate(lines):
            yield ((hang if place else marker) + line).rstrip()

    def _table(self, table: Table) -> Iterator[str]:
        """The first row is the heading where it names the columns; else that is empty."""
        rows = [[self._cell(cell) for cell in row.cells] for row in table.rows]
        count = max(map(len, rows))
        heading = rows.pop(0) if table.rows[0].is_label else []
        yield _row(heading, count)
        yield _row(["---"] * count, count)
        for row in rows:
            yield _row(row, count)

    def _cell(self, spans: Sequence[Span]) -> str:
        """Code with a bar, which would end the cell, is no code here."""
        shown = (span._replace(code=span.code and "|" not in span.text) for span in spans)
        return " ".join(self._written(tuple(shown)))

    def _written(self, spans: Sequence[Span]) -> list[str]:
        """The lines of running text."""
        parts: list[str] = []
        was_marked = False
        for number, span in enumerate(spans):
            before = spans[number - 1].text[-1] if number else " "
            after = spans[number + 1].text[0] if number + 1 < len(spans) else " "
            address = self._address(span.href)
            is_last = number + 1 == len(spans)
            words = _escaped(span.text, in_link=bool(address), is_last=is_last)
            mark = "**" * span.bold + "*" * span.italic
            # In a link at the beginning it would make a link reference definition (4.7).
            is_definition = bool(address) and "]:" in span.text
            if span.code and not is_definition and not (parts and parts[-1].endswith("`")):
                words = _code(span.text)
            # Asterisks next to those of the span before would be taken with them.
            if span.image:
                words = "!" + _link(_escaped(span.alternative, in_link=True), span.image)
            is_marked = bool(mark) and not was_marked and _can_emphasise(before, words, after)
            if is_marked:
                words = f"{mark}{words}{mark}"
            was_marked = is_marked and not address
            if address and span.text == address and _ADDRESS.fullmatch(address):
                words = f"<{address}>"
            elif address:
                words = _link(words, address)
            parts.append(words)
        return [line for line in "".join(parts).split(BREAK) if line.strip(" ")]

    def _address(self, href: str) -> str:
        """Where a link leads: to the web, to the Markdown of another document, or nowhere."""
        page, _, _ = href.partition("#")
        if "://" in href or href.startswith("mailto:") or page.startswith(f"{FOLDER}/"):
            return re.sub(r"[<>|\\]", lambda found: f"%{ord(found[0]):02X}", href)
        return f"{page.removesuffix('.html')}.md" if page in self._pages else ""


def _continues(block: AnyBlock) -> bool:
    return isinstance(block, Block) and block.tight and not block.level


def _is_item(block: AnyBlock) -> bool:
    return isinstance(block, Item | Entry)


def _as_item(block: AnyBlock) -> Block | Rule | Item | Quote | Code | Table:
    """A term and what is said of it as an item of a list, which is all that Markdown has for it."""
    if isinstance(block, Entry):
        return Item("- ", (block.term, *_tight(block.content)), begins=block.begins)
    return block


def _tight(blocks: Blocks) -> Blocks:
    """The same blocks, of which a paragraph at their head goes on with what stands before."""
    if blocks and isinstance(first := blocks[0], Block) and not first.level:
        return (first._replace(tight=True), *blocks[1:])
    return blocks


def _labelled(blocks: Blocks, label: str) -> Blocks:
    """The same blocks, with a label before the first words, or in a line before them."""
    first = blocks[0]
    if isinstance(first, Block) and not (first.level or first.margin):
        return (first._replace(spans=(Span(label), *first.spans)), *blocks[1:])
    return (Block((Span(label.strip()),)), *blocks)


def _may_precede(before: AnyBlock, item: Item) -> bool:
    """Whether an item may follow in the next line: a bullet or a first number may interrupt a
    paragraph (5.2)."""
    if not item.marker:  # it begins with what it holds
        first = item.content[0]
        return isinstance(first, Item) and _may_precede(before, first)
    if isinstance(before, Item) and not before.marker:  # it ends with what it holds
        return _may_precede(before.content[-1], item)
    return _is_item(before) or (isinstance(before, Block) and item.marker in ("- ", "1. "))


def _link(words: str, address: str) -> str:
    """A link (6.3); an address of other than plain characters stands in angle brackets."""
    return f"[{words}]({address if _PLAIN_ADDRESS.fullmatch(address) else f'<{address}>'})"


def _code(text: str) -> str:
    """A code span (6.1), in which nothing is escaped."""
    fence = _fence(text, 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text.replace(BREAK, ' ')}{pad}{fence}"


def _fence(text: str, least: int) -> str:
    """More backticks than stand together anywhere in a text."""
    runs = (len(run) for run in re.findall("`+", text))
    return "`" * max([least, *(run + 1 for run in runs)])


def _row(cells: Sequence[str], count: int) -> str:
    return "| " + " | ".join([*cells, *[""] * (count - len(cells))]) + " |"


def _escaped(text: str, *, in_link: bool, is_last: bool = False) -> str:
    """A text none of whose characters is markup. What could be markup only with the characters
    that follow is so unless it ``is_last`` in its block.

    Forges make links of bare addresses, and would take what is escaped in them for a part: such an
    address is written as a link of its own (6.5), in which nothing is escaped.
    """
    if in_link:
        return _without_markup(_SPECIAL_IN_LINKS, text, is_last=is_last)
    parts: list[str] = []
    end = 0
    for found in _ADDRESS.finditer(text):
        address = _without_end(found[0])
        parts += (_without_markup(_SPECIAL, text[end : found.start()]), f"<{address}>")
        end = found.start() + len(address)
    return "".join((*parts, _without_markup(_SPECIAL, text[end:], is_last=is_last)))


def _without_markup(special: re.Pattern[str], text: str, *, is_last: bool = False) -> str:
    end = "\n" if is_last else ""
    return special.sub(lambda found: "\\" + found[0], text + end).removesuffix(end)


def _without_end(address: str) -> str:
    """An address without what ends the sentence or the brackets that it stands in."""
    while True:
        shorter = address.rstrip(".,;:!?'\"*_~")
        if shorter.endswith(")") and shorter.count(")") > shorter.count("("):
            shorter = shorter[:-1]
        if shorter == address:
            return address
        address = shorter


def _begun(line: str) -> str:
    """A line whose beginning is not taken for a heading, a rule or a list."""
    found = _BEGINNING.match(line)
    if not found:
        return line
    if found[1]:
        return "\\" + line
    return f"{found[2]}\\{found[3]}{line[found.end() :]}"


def _can_emphasise(before: str, text: str, after: str) -> bool:
    """Whether asterisks around a text are emphasis there (CommonMark 6.2, flanking runs)."""
    if BREAK in text or not text.strip() or text != text.strip():
        return False
    opens = not _is_mark(text[0]) or _is_space(before) or _is_mark(before)
    closes = not _is_mark(text[-1]) or _is_space(after) or _is_mark(after)
    return opens and closes


def _is_space(character: str) -> bool:
    return character in ("\t", "\n", "\f", "\r", BREAK) or unicodedata.category(character) == "Zs"


def _is_mark(character: str) -> bool:
    """A punctuation character, as CommonMark counts them: categories P and S."""
    return unicodedata.category(character)[0] in "PS"
