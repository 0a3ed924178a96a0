"""Where the tags of a file stand: spans of bytes, and places as validators name them."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from xml.parsers import expat

Place = tuple[int, int]
"""Line and column, from 1."""

_ATTRIBUTE = re.compile(rb"""\s+([^\s=]+)\s*=\s*("[^"]*"|'[^']*')""")


@dataclass
class Element:
    """One element: byte offsets of its tags, and the place of its start tag."""

    name: str
    start: int
    place: Place
    parent: int
    depth: int
    inside: int = 0
    """Where its content begins; the end of the tag, if it is empty."""
    outside: int = 0
    """Where its end tag begins; equal to :attr:`inside` in an empty tag."""
    end: int = 0


@dataclass
class Markup:
    """The elements of a file, and at which of them a validator that looks back points."""

    content: bytes
    elements: list[Element] = field(default_factory=list)
    places: dict[Place, int] = field(default_factory=dict)
    """Elements by the place of their ``<``, columns in code points."""
    tokens: list[tuple[int, int]] = field(default_factory=list)
    """Offset of each token, and the element that an error behind it is about."""

    def attributes(self, element: Element) -> list[re.Match[bytes]]:
        """The attributes of a start tag; spans are those of the file."""
        return list(_ATTRIBUTE.finditer(self.content, element.start, element.inside))

    def looked_back_at(self, place: Place) -> int:
        """The element that an error reported behind a token is about.

        A tag's own element; for text, the element around it.
        """
        index = bisect_left(self._ends, (place, -1))
        return self._ends[min(index, len(self._ends) - 1)][1]

    def is_start_tag(self, place: Place) -> bool:
        """Whether what ends at a place is a start tag, or an empty one."""
        index = bisect_left(self._ends, (place, -1))
        start, element = self.tokens[min(index, len(self.tokens) - 1)]
        return start == self.elements[element].start

    def is_tag_without_text(self, place: Place) -> bool:
        """Whether what ends at a place is a tag, with nothing but white space before it."""
        index = bisect_left(self._ends, (place, -1))
        start = self.tokens[min(index, len(self.tokens) - 1)][0]
        before = self.content[:start].rstrip(b" \t\r\n")
        return self.content.startswith(b"<", start) and before.endswith(b">")

    @cached_property
    def _ends(self) -> list[tuple[Place, int]]:
        """Ends of all tokens, columns in UTF-16 units as Java counts, with the element meant."""
        ends = []
        line, column = 1, 1
        for (start, element), (end, _) in pairwise([*self.tokens, (len(self.content), 0)]):
            lines = self.content[start:end].decode().split("\n")
            line += len(lines) - 1
            units = len(lines[-1].encode("utf-16-le")) // 2
            column = units + (column if len(lines) == 1 else 1)
            ends.append(((line, column), element))
        return ends


def read(content: bytes) -> Markup:
    """The markup of a well-formed file in UTF-8. Raises ExpatError where it is not that."""
    markup = Markup(content)
    elements = markup.elements
    stack: list[int] = []
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = False

    def token(element: int) -> None:
        markup.tokens.append((parser.CurrentByteIndex, element))

    def start(name: str, attributes: object) -> None:
        place = (parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        parent = stack[-1] if stack else -1
        markup.places[place] = len(elements)
        stack.append(len(elements))
        token(len(elements))
        elements.append(Element(name, parser.CurrentByteIndex, place, parent, len(stack)))

    def end(name: str) -> None:
        element = stack.pop()
        at = parser.CurrentByteIndex
        elements[element].outside = at
        if markup.tokens[-1][0] == elements[element].start and content[at - 2 : at] == b"/>":
            # One tag: expat's second event for it lies behind it.
            elements[element].inside = elements[element].end = at
        else:
            token(element)

    def other(data: str) -> None:
        token(stack[-1] if stack else 0)

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.DefaultHandlerExpand = other
    parser.Parse(content, True)
    _close_spans(markup)
    return markup


def _close_spans(markup: Markup) -> None:
    """Find where tags end: where the token behind them begins."""
    behind = [offset for offset, _ in markup.tokens[1:]] + [len(markup.content)]
    for (offset, element), end in zip(markup.tokens, behind, strict=True):
        own = markup.elements[element]
        if offset == own.start:
            own.inside = own.inside or end
        elif offset == own.outside:
            own.end = end
