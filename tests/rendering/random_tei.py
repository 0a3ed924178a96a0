# SPDX-License-Identifier: MIT
"""Random documents of a RELAX NG schema as large as TEI's: for what must hold of any TEI.

A walk through the patterns writes elements and words, each word once. Where there is a choice it
takes what leads to an element that was written least often, or any; past a depth and a size, the
way that is shortest. Of attributes it writes those that a rendering looks at. The documents are
valid but for what their attributes say.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from lxml import etree

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

    from lxml.etree import _Element

RNG = "{http://relaxng.org/ns/structure/1.0}"
TEI = "http://www.tei-c.org/ns/1.0"

ATTRIBUTES = {
    "rend": "italic",
    "type": "field",
    "resp": "#e1",
    "cert": "low",
    "hand": "#e2",
    "n": "2",
    "unit": "word",
    "quantity": "3",
    "reason": "illegible",
    "agent": "fire",
    "target": "#e3 #e1",
    "ref": "#e4",
    "place": "above",
    "break": "no",
    "cols": "2",
    "rows": "2",
    "wit": "#e5",
    "who": "#e6",
    "new": "#e2",
    "spanTo": "#e7",
    "loc": "1",
    "url": "a.png",
    "corresp": "#e1",
    "role": "label",
    "assertedValue": "#e2",
    "value": "1",
}
"""What a rendering looks at, with a value that may lead somewhere."""

DEEP = 14
"""The depth from which the shortest way is taken."""

FAR = 10_000


class TeiWriter:
    """Writes random documents of one schema and counts the elements in them."""

    def __init__(self, schema: Path, random: Random) -> None:
        grammar = etree.parse(schema).getroot()
        self._defines: dict[str, list[_Element]] = {}
        for define in grammar.iter(f"{RNG}define"):
            self._defines.setdefault(str(define.get("name")), []).append(define)
        self._random = random
        self._words = self._identifiers = self._left = 0
        self._heights: dict[str, int] = dict.fromkeys(self._defines, FAR)
        self.elements: Counter[str] = Counter()
        self._measure()
        self._leads_to = cache(self._first_element)

    def document(self, size: int = 400) -> str:
        """A document whose root is `TEI`, of about so many elements."""
        self._left = size
        return self._define("TEI", 0)

    def _measure(self) -> None:
        while True:
            before = dict(self._heights)
            for name, defines in self._defines.items():
                self._heights[name] = min(map(self._lowest, defines))
            if before == self._heights:
                return

    def _lowest(self, pattern: _Element) -> int:
        """The height of the lowest tree that a pattern can be."""
        kind = str(pattern.tag).removeprefix(RNG)
        below = [self._lowest(child) for child in pattern if isinstance(child.tag, str)]
        match kind:
            case "ref":
                return self._heights[str(pattern.get("name"))]
            case "choice":
                return min(below, default=0)
            case "optional" | "zeroOrMore" | "attribute":
                return 0
            case "notAllowed":
                return FAR
        return min(FAR, (kind == "element") + max(below, default=0))

    def _define(self, name: str, depth: int) -> str:
        return "".join(self._children(define, depth) for define in self._defines[name])

    def _children(self, pattern: _Element, depth: int) -> str:
        children = [child for child in pattern if isinstance(child.tag, str)]
        return "".join(self._pattern(child, depth) for child in children)

    def _pattern(self, pattern: _Element, depth: int) -> str:
        random, deep = self._random, depth > DEEP or self._left <= 0
        match str(pattern.tag).removeprefix(RNG):
            case "element":
                return self._element(pattern, depth)
            case "ref":
                return self._define(str(pattern.get("name")), depth)
            case "choice":
                ways = [way for way in pattern if isinstance(way.tag, str)]
                return self._pattern(self._chosen(ways, deep), depth)
            case "optional":
                return "" if deep or random.random() < 0.5 else self._children(pattern, depth)
            case "zeroOrMore" | "oneOrMore" as kind:
                least = int(kind == "oneOrMore")
                times = least if deep else random.randint(least, 3)
                return "".join(self._children(pattern, depth) for _ in range(times))
            case "text" | "data":
                self._words += 1
                return random.choice(["", f" w{self._words} ", f"w{self._words}"])
            case "group" | "interleave" | "mixed" | "div":
                return self._children(pattern, depth)
        return ""  # attributes have had their turn, what is empty has nothing

    def _chosen(self, ways: list[_Element], deep: bool) -> _Element:
        if deep:
            return min(ways, key=self._lowest)
        if self._random.random() < 0.4:
            return self._random.choice(ways)
        self._random.shuffle(ways)
        return min(ways, key=lambda way: self.elements[self._leads_to(way)])

    def _first_element(self, pattern: _Element, seen: frozenset[str] = frozenset()) -> str:
        """The name of an element that a pattern begins with; empty if with none."""
        if pattern.tag == f"{RNG}element":
            return str(pattern.get("name") or "")
        if pattern.tag == f"{RNG}ref" and pattern.get("name") not in seen:
            name = str(pattern.get("name"))
            found = (self._first_element(d, seen | {name}) for d in self._defines[name])
            return next(filter(None, found), "")
        inside = (self._first_element(child, seen) for child in pattern)
        return next(filter(None, inside), "")

    def _element(self, pattern: _Element, depth: int) -> str:
        name = pattern.get("name")
        if name is None:  # any element at all, in an example or in foreign metadata
            return "<any xmlns='urn:any'>x</any>"
        self.elements[name] += 1
        left, self._left = self._left - 1, (self._left - 1) // 2
        namespace = pattern.get("ns") or TEI
        written = f" xmlns={quoteattr(namespace)}" if depth == 0 or namespace != TEI else ""
        if self._random.random() < 0.3:
            self._identifiers += 1
            written += f' xml:id="e{self._identifiers}"'
        if self._random.random() < 0.3:
            for attribute in self._random.sample(sorted(ATTRIBUTES), 2):
                written += f" {attribute}={quoteattr(ATTRIBUTES[attribute])}"
        before = self._left
        content = self._children(pattern, depth + 1)
        self._left = left - (before - self._left)
        return f"<{name}{written}>{content}</{name}>"
