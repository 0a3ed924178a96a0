# SPDX-License-Identifier: MIT
"""Random documents that a grammar accepts, by construction.

A walk through the patterns decides at every choice, mostly for the way towards an element that
was not written yet, else for the one taken least often, so that a few thousand elements cover the
whole grammar. Depth and size are bounded: past the bound, the shortest way out is taken.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from tests.schemas.pattern_language import EMPTY, Pattern, symbols

if TYPE_CHECKING:
    from random import Random

    from tests.schemas.pattern_language import Grammar

TEI = "http://www.tei-c.org/ns/1.0"

DATES = {
    "date": ["1950-09-30", "1950-02-28Z"],
    "dateTime": ["1950-09-30T20:35:00", "1950-09-30T20:35:00+09:00"],
    "gYear": ["1950", "-0044"],
    "gYearMonth": ["1950-09"],
    "gMonthDay": ["--09-30"],
    "time": ["20:35:00"],
    "duration": ["P1DT2H", "P3M"],
}
VALUES = {
    **DATES,
    "string": ["a b", "§"],
    "language": ["en", "ru-Latn"],
    "NCName": ["name"],
    "Name": ["a:name", "name"],
    "boolean": ["true", "0"],
    "nonNegativeInteger": ["0", "12"],
    "decimal": ["0", "3.5"],
    "double": ["0.5", "1"],
    "anyURI": ["#a", "b.xml#c", "finding:print-run", "https://example.org/a?b=c"],
    "token": ["word", "o'clock"],
}
BY_PATTERN = {
    r"[\d]+(\.[\d]+){0,2}": ["4.12.0"],
    r"[\d]+[a-z]*[\d]*(\.[\d]+[a-z]*[\d]*){0,3}": ["1.4.2"],
    r"[\-+]?\d+(\.\d+)?(%|cm|mm|in|pt|pc|px|em|ex|ch|rem|vw|vh|vmin|vmax)": ["600px", "21.5cm"],
    r"(-?[0-9]+(\.[0-9]+)?,-?[0-9]+(\.[0-9]+)?(,-?[0-9]+(\.[0-9]+)?)?)": ["1,2", "3.5,-4"],
    r"[a-z][a-z0-9\+\.\-]*": ["finding"],
    r".+": [":"],
}


class Writer:
    """Writes random documents of one grammar and counts what they use."""

    def __init__(self, grammar: Grammar, random: Random) -> None:
        self._grammar, self._random = grammar, random
        self._taken: Counter[int] = Counter()
        self._identifiers = 0
        self._left = 0
        self._heights: dict[str, int] = {}
        self._steps: dict[str, int] = {}
        self.elements: Counter[str] = Counter()
        self.attributes: Counter[tuple[str, str]] = Counter()
        self._measure()
        self._survey()

    def document(self, size: int) -> str:
        """One document of about so many elements."""
        self._left = size
        (root,) = self._grammar.start()
        return self._element(root, 0)

    def _measure(self) -> None:
        """The height of the lowest tree that each element can be."""
        names = self._grammar.reachable()
        while True:
            before = dict(self._heights)
            for name in names:
                self._heights[name] = 1 + self._height(self._grammar.element(name).content)
            if before == self._heights:
                return

    def _survey(self) -> None:
        """From each element, the number of steps to one that was not written yet."""
        names = self._grammar.reachable()
        self._steps = dict.fromkeys((name for name in names if not self.elements[name]), 0)
        for step in range(1, 12):
            for name in names - set(self._steps):
                inside = symbols(self._grammar.element(name).content)
                if any(self._steps.get(one, step) < step for one in inside):
                    self._steps[name] = step

    def _height(self, pattern: Pattern) -> int:
        match pattern.kind:
            case "element":
                return self._heights.get(str(pattern.label), 1000)
            case "choice":
                return min(map(self._height, pattern.children))
            case "group" | "oneOrMore":
                return max(map(self._height, pattern.children))
        return 0

    def _element(self, name: str, depth: int) -> str:
        # An element may use half of what is left, so that its followers get their share too.
        left, before = self._left, self.elements.total()
        self._left = left // 2
        written = self._written(name, depth)
        self._left = left - (self.elements.total() - before)
        return written

    def _written(self, name: str, depth: int) -> str:
        self.elements[name] += 1
        if self.elements[name] == 1:
            self._survey()
        element = self._grammar.element(name)
        chosen = self._random.choice(element.attributes)
        written = f' xmlns="{TEI}"' if depth == 0 else ""
        for attribute, (required, value) in chosen.items():
            unused = not self.attributes[name, attribute]
            if required or unused or self._random.random() < 0.1:
                self.attributes[name, attribute] += 1
                written += f" {attribute}={quoteattr(self._value(value))}"
        return f"<{name}{written}>{self._content(element.content, depth)}</{name}>"

    def _content(self, pattern: Pattern, depth: int) -> str:
        match pattern.kind:
            case "empty":
                return ""
            case "element":
                return self._element(str(pattern.label), depth + 1)
            case "text":
                return escape(self._random.choice(["", " ", "words & words", "…"]))
            case "group":
                return "".join(self._content(child, depth) for child in pattern.children)
            case "choice":
                return self._content(self._alternative(pattern, depth), depth)
            case "oneOrMore":
                times = self._random.randint(1, 4) if self._left > 0 else 1
                return "".join(self._content(pattern.children[0], depth) for _ in range(times))
        return escape(self._value(pattern))

    def _alternative(self, pattern: Pattern, depth: int) -> Pattern:
        # The choices of a pattern in normal form leave out `empty` where one of them allows it.
        ways = list(pattern.children)
        near = min(self._use(way) for way in ways)[0] < 2
        if (self._left <= 0 and not near) or depth > 30:
            return EMPTY if pattern.nullable else min(ways, key=self._height)
        self._random.shuffle(ways)
        way = ways[0] if self._random.random() < 0.3 else min(ways, key=self._use)
        self._taken[id(way)] += 1
        return way

    def _use(self, pattern: Pattern) -> tuple[int, int]:
        steps = min((self._steps.get(one, 99) for one in symbols(pattern)), default=99)
        return steps, self._taken[id(pattern)]

    def _value(self, pattern: Pattern) -> str:
        match pattern.kind:
            case "value":
                return str(pattern.label)
            case "text":
                return self._random.choice(["", "any text"])
            case "choice":
                ways = [way for way in pattern.children if way is not EMPTY]
                way = min(ways, key=lambda one: (self._taken[id(one)], self._random.random()))
                self._taken[id(way)] += 1
                return self._value(way)
            case "list":
                return " ".join(self._values(pattern.children[0]))
        assert pattern.kind == "data"
        assert isinstance(pattern.label, tuple)
        datatype, facets = pattern.label
        if datatype == "ID":
            self._identifiers += 1
            return f"i{self._identifiers}"
        samples = BY_PATTERN.get(dict(facets).get("pattern", ""), VALUES[datatype])
        return self._random.choice(samples)

    def _values(self, pattern: Pattern) -> list[str]:
        match pattern.kind:
            case "empty":
                return []
            case "group":
                return [value for child in pattern.children for value in self._values(child)]
            case "oneOrMore":
                times = self._random.randint(1, 3)
                return [one for _ in range(times) for one in self._values(pattern.children[0])]
            case "choice" if EMPTY in pattern.children:
                return self._values(self._random.choice(pattern.children))
        return [self._value(pattern)]
