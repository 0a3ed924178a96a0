# SPDX-License-Identifier: MIT
"""The syntax of XML Schema's regular expressions (Part 2, Appendix F), read into a tree."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from tei_edition.relaxng.datatypes.regex import characters
from tei_edition.relaxng.datatypes.regex.characters import CharacterClass, Contains

_MAX_DEPTH = 100
"""Groups, or subtractions, within each other."""
_ESCAPED = {"n": "\n", "r": "\r", "t": "\t"} | {char: char for char in "\\|.-^?*+{}()[]"}
_DIGITS = frozenset("0123456789")


class PatternError(Exception):
    """The regular expression is not one, or is too large; the message is what the user reads."""


class One(NamedTuple):
    """One character of a class."""

    characters: CharacterClass
    literal: str = ""
    """The character itself, where it is a single one."""


class Sequence(NamedTuple):
    """One thing after the other; nothing at all where it is empty."""

    parts: tuple[Node, ...]


class Choice(NamedTuple):
    """One of several."""

    branches: tuple[Node, ...]


class Repeat(NamedTuple):
    """The same thing from ``low`` to ``high`` times; ``high`` is None where there is no limit."""

    part: Node
    low: int
    high: int | None


Node: TypeAlias = One | Sequence | Choice | Repeat


def parse(source: str) -> Node:
    """Read a regular expression; raise PatternError where it is not one."""
    parser = _Parser(source)
    node = parser.choice(0)
    if parser.at < len(source):
        raise parser.error("this “)” closes nothing")
    return node


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0

    def error(self, reason: str, at: int | None = None) -> PatternError:
        where = self.at if at is None else at
        place = f"at “{self.source[where]}”" if where < len(self.source) else "at its end"
        shown = self.source if len(self.source) <= 60 else f"{self.source[:60]}…"
        return PatternError(
            f"“{shown}” is not a regular expression of XML Schema: {place} "
            f"(character {where + 1}), {reason}"
        )

    def peek(self) -> str:
        return self.source[self.at] if self.at < len(self.source) else ""

    def choice(self, depth: int) -> Node:
        if depth > _MAX_DEPTH:
            raise self.error(f"more than {_MAX_DEPTH} groups stand within each other")
        branches = [self.branch(depth)]
        while self.peek() == "|":
            self.at += 1
            branches.append(self.branch(depth))
        return branches[0] if len(branches) == 1 else Choice(tuple(branches))

    def branch(self, depth: int) -> Node:
        parts: list[Node] = []
        while (char := self.peek()) and char not in "|)":
            part = self.atom(char, depth)
            parts.append(self.quantified(part))
        return parts[0] if len(parts) == 1 else Sequence(tuple(parts))

    def atom(self, char: str, depth: int) -> Node:
        if char == "(":
            if self.source.startswith("(?", self.at):
                raise self.error("“(?” is not known here; groups are written “(…)”")
            self.at += 1
            node = self.choice(depth + 1)
            if self.peek() != ")":
                raise self.error("a “)” is missing")
            self.at += 1
            return node
        if char == "[":
            return One(self.bracketed(0))
        if char == ".":
            self.at += 1
            return One(CharacterClass(characters.NOT_LINE_END, "."))
        if char == "\\":
            start = self.at
            single, contains = self.escape()
            source = self.source[start : self.at]
            return One(CharacterClass(contains, source), single)
        if char in "?*+{":
            raise self.error("there is nothing before it to repeat")
        if char in "]}":
            raise self.error(f"“{char}” opens nothing; the character itself is written “\\{char}”")
        self.at += 1
        return One(CharacterClass(char.__eq__, char), char)

    def quantified(self, part: Node) -> Node:
        char = self.peek()
        if char in ("?", "*", "+"):
            self.at += 1
            node = Repeat(part, 1 if char == "+" else 0, 1 if char == "?" else None)
        elif char == "{":
            node = self.counted(part)
        else:
            return part
        if (char := self.peek()) and char in "?*+{":
            raise self.error("one repetition follows another")
        return node

    def counted(self, part: Node) -> Repeat:
        start = self.at
        self.at += 1
        low = self.number()
        high: int | None = low
        if self.peek() == ",":
            self.at += 1
            high = None if self.peek() == "}" else self.number()
        if self.peek() != "}":
            raise self.error("a “}” is missing")
        if high is not None and high < low:
            raise self.error(f"{low} is more than {high}", start)
        self.at += 1
        return Repeat(part, low, high)

    def number(self) -> int:
        start = self.at
        while self.peek() in _DIGITS:
            self.at += 1
        if start == self.at:
            raise self.error("a number is missing: “{2}”, “{2,}” and “{2,5}” are possible")
        # No automaton counts that far; cut short, so that no thousand digits are converted.
        return int(self.source[start : self.at][:18])

    def escape(self) -> tuple[str, Contains]:
        """Read from a backslash on; return the one character it stands for, or "", and its set."""
        start = self.at
        self.at += 1
        letter = self.peek()
        self.at += 1
        if letter in _ESCAPED and letter:
            char = _ESCAPED[letter]
            return char, char.__eq__
        if letter in ("p", "P"):
            return "", self.property_escape(letter, start)
        contains = characters.multi_character_escape(letter) if letter.isalpha() else None
        if contains is None:
            if not letter:
                raise self.error("“\\” stands alone; the character itself is “\\\\”", start)
            reason = f"“\\{letter}” means nothing"
            if not letter.isalnum():
                reason += f"; the character itself is “{letter}”"
            raise self.error(reason, start)
        return "", contains

    def property_escape(self, letter: str, start: int) -> Contains:
        end = self.source.find("}", self.at)
        if self.peek() != "{" or end < 0:
            raise self.error(f"“\\{letter}” needs a name in braces, as in “\\{letter}{{L}}”", start)
        name = self.source[self.at + 1 : end]
        self.at = end + 1
        is_block = name.startswith("Is")
        contains = characters.block(name[2:]) if is_block else characters.category(name)
        if contains is None:
            known = characters.block_names() if is_block else characters.category_names()
            raise self.error(_unknown(name, "Is" if is_block else "", known), start)
        return contains if letter == "p" else characters.negated(contains)

    def bracketed(self, depth: int) -> CharacterClass:
        """Read a class in brackets: charClassExpr, with its subtraction (§F.1)."""
        if depth > _MAX_DEPTH:
            raise self.error(f"more than {_MAX_DEPTH} sets stand within each other")
        start = self.at
        self.at += 1
        negative = self.peek() == "^"
        self.at += negative
        sets: list[Contains] = []
        spans: list[characters.Range] = []
        less: Contains | None = None
        first = self.at
        while (char := self.peek()) != "]":
            if not char:
                raise self.error("the “]” is missing that closes the set", start)
            if char == "-" and self.source.startswith("[", self.at + 1) and self.at > first:
                self.at += 1
                less = self.bracketed(depth + 1).contains
                if self.peek() != "]":
                    raise self.error("a “]” must follow the set that is subtracted")
                break
            self.member(sets, spans, first)
        if self.at == first:
            raise self.error("the set is empty; “]” itself is written “\\]”")
        self.at += 1
        if spans:
            sets.append(characters.ranges(spans))
        contains = characters.union(sets)
        if negative:
            contains = characters.negated(contains)
        if less is not None:
            contains = characters.difference(contains, less)
        return CharacterClass(contains, self.source[start : self.at])

    def member(self, sets: list[Contains], spans: list[characters.Range], first: int) -> None:
        """Read one character, range or escape of a class in brackets."""
        start = self.at
        low, contains = self.member_character(first)
        if not low:
            sets.append(contains)
            after = self.source[self.at : self.at + 2]
            if after[:1] == "-" and after not in ("-]", "-["):
                raise self.error("a range goes from one character to another")
            return
        high = low
        # A “-” before “[” is the sign of a subtraction, before “]” the character itself.
        dashed = self.peek() == "-" and self.source[self.at + 1 : self.at + 2] not in ("]", "[", "")
        if dashed and not self.source.startswith("--[", self.at) and self.source[start] != "-":
            self.at += 1
            if self.peek() == "-":
                raise self.error("“-” within a set is written “\\-”")
            high, _ = self.member_character(first)
            if not high:
                raise self.error("a range goes from one character to another", start)
            if high < low:
                raise self.error(f"“{low}” comes after “{high}”", start)
        spans.append((ord(low), ord(high)))

    def member_character(self, first: int) -> tuple[str, Contains]:
        char = self.peek()
        if char == "\\":
            return self.escape()
        if char == "[":
            raise self.error("“[” within a set is written “\\[”")
        if char == "]" or not char:
            raise self.error("a character is missing")
        if char == "-" and self.at > first:
            # §F.1: “-” stands for itself only at the beginning or end of a set.
            following = self.source[self.at + 1 : self.at + 3]
            if not following.startswith("]") and following != "-[":
                raise self.error("“-” within a set is written “\\-”")
        self.at += 1
        return char, char.__eq__


def _unknown(name: str, prefix: str, known: list[str]) -> str:
    import difflib

    kind = "block" if prefix else "category"
    near = difflib.get_close_matches(name.removeprefix(prefix), known, 1)
    words = f"Unicode has no {kind} “{name.removeprefix(prefix)}”"
    return f"{words}; did you mean “{prefix}{near[0]}”?" if near else words
