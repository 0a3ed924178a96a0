# SPDX-License-Identifier: MIT
"""Decides whether whatever one RELAX NG grammar accepts, another accepts too.

In TEI grammars an element's name alone decides its content model, so the question falls apart
into one of regular languages for each element: is every sequence of children that the one allows
allowed by the other? Brzozowski derivatives answer that exactly, attributes and values are
compared beside it. Nothing here is shared with the product's own RELAX NG engine, which is
tested on the same grammars.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RNG = "{http://relaxng.org/ns/structure/1.0}"
TEXT = "#text"


class Pattern:
    """A pattern in normal form. Equal patterns are one object, so that `is` compares them."""

    __slots__ = ("children", "kind", "label", "nullable")
    _known: dict[tuple[object, ...], Pattern] = {}  # noqa: RUF012 - the table of all patterns

    def __init__(self, kind: str, label: object, children: tuple[Pattern, ...]) -> None:
        self.kind, self.label, self.children = kind, label, children
        self.nullable = {
            "empty": True,
            "text": True,
            "choice": any(child.nullable for child in children),
            "group": all(child.nullable for child in children),
            "oneOrMore": bool(children) and children[0].nullable,
        }.get(kind, False)

    @classmethod
    def make(cls, kind: str, label: object = None, children: tuple[Pattern, ...] = ()) -> Pattern:
        key = (kind, label, tuple(map(id, children)))
        return cls._known.setdefault(key, cls(kind, label, children))


EMPTY, NOT_ALLOWED = Pattern.make("empty"), Pattern.make("notAllowed")
TEXT_PATTERN = Pattern.make("text")


def choice(parts: list[Pattern]) -> Pattern:
    found: dict[int, Pattern] = {}
    for part in parts:
        for one in part.children if part.kind == "choice" else (part,):
            if one is not NOT_ALLOWED:
                found[id(one)] = one
    if len(found) > 1 and any(one.nullable for one in found.values() if one is not EMPTY):
        found.pop(id(EMPTY), None)
    if len(found) < 2:
        return next(iter(found.values()), NOT_ALLOWED)
    return Pattern.make("choice", None, tuple(found[key] for key in sorted(found)))


def group(parts: list[Pattern]) -> Pattern:
    flat: list[Pattern] = []
    for part in parts:
        flat += part.children if part.kind == "group" else (part,)
    flat = [part for part in flat if part is not EMPTY]
    if NOT_ALLOWED in flat:
        return NOT_ALLOWED
    if len(flat) < 2:
        return flat[0] if flat else EMPTY
    return Pattern.make("group", None, tuple(flat))


def one_or_more(part: Pattern) -> Pattern:
    if part.kind in {"empty", "notAllowed", "text", "oneOrMore"}:
        return part
    return Pattern.make("oneOrMore", None, (part,))


def optional(part: Pattern) -> Pattern:
    return part if part.nullable else choice([part, EMPTY])


class Element(NamedTuple):
    """An element's attributes, by alternatives, and its content."""

    attributes: list[dict[str, tuple[bool, Pattern]]]
    """Each alternative: name → (required, pattern of the value)."""
    content: Pattern


class Grammar:
    """A RELAX NG grammar in which a name determines an element."""

    def __init__(self, path: Path) -> None:
        self._defines: dict[str, list[etree._Element]] = {}
        self._combine: dict[str, str] = {}
        self._starts: list[etree._Element] = []
        self._patterns: dict[str, Pattern] = {}
        self._bodies: dict[str, list[etree._Element]] = {}
        self._elements: dict[str, Element] = {}
        self._read(path)
        for name in self._defines:
            self._define(name)

    def _read(self, path: Path) -> None:
        for node in etree.parse(path).getroot():
            if node.tag == f"{RNG}include":
                assert not len(node), "an include with overrides is not needed here"
                self._read(path.parent / str(node.get("href")))
            elif node.tag == f"{RNG}define":
                name = str(node.get("name"))
                assert name not in self._defines or node.get("combine"), f"{name} defined twice"
                self._defines.setdefault(name, []).append(node)
            elif node.tag == f"{RNG}start":
                self._starts.append(node)

    def start(self) -> set[str]:
        """The names of the possible root elements."""
        return set(first(choice([self._body(node) for node in self._starts])))

    def element(self, name: str) -> Element:
        """The element of that name; fails where its name does not determine it."""
        if name not in self._elements:
            bodies = self._bodies[name]
            assert len({id(body) for body in bodies}) == 1, f"{name} has several definitions"
            self._elements[name] = _split(self._body(bodies[0]))
        return self._elements[name]

    def reachable(self) -> set[str]:
        """All elements that a document can contain."""
        seen: set[str] = set()
        waiting = set(self.start())
        while waiting:
            name = waiting.pop()
            seen.add(name)
            waiting |= {one for one in symbols(self.element(name).content) if one != TEXT} - seen
        return seen

    def _body(self, node: etree._Element) -> Pattern:
        return group([self._pattern(child) for child in node if _is_pattern(child)])

    def _define(self, name: str) -> Pattern:
        if name not in self._patterns:
            bodies = [self._body(node) for node in self._defines[name]]
            self._patterns[name] = choice(bodies) if len(bodies) > 1 else bodies[0]
        return self._patterns[name]

    def _pattern(self, node: etree._Element) -> Pattern:
        kind = etree.QName(node).localname
        if kind == "ref":
            return self._define(str(node.get("name")))
        if kind == "element" and node.get("name"):
            name = str(node.get("name"))
            if not any(node is body for body in self._bodies.setdefault(name, [])):
                self._bodies[name].append(node)
            return Pattern.make("element", name)
        if kind == "attribute":
            value = self._body(node) if any(map(_is_pattern, node)) else TEXT_PATTERN
            return Pattern.make("attribute", str(node.get("name")), (value,))
        if kind == "data":
            facets = tuple(
                (str(one.get("name")), one.text or "") for one in node if one.tag == f"{RNG}param"
            )
            return Pattern.make("data", (str(node.get("type")), facets))
        if kind == "value":
            return Pattern.make("value", node.text or "")
        if kind == "list":
            return Pattern.make("list", None, (self._body(node),))
        if kind in {"choice", "group"}:
            parts = [self._pattern(child) for child in node if _is_pattern(child)]
            return choice(parts) if kind == "choice" else group(parts)
        if kind in {"optional", "zeroOrMore", "oneOrMore"}:
            body = self._body(node)
            return {
                "optional": optional,
                "zeroOrMore": lambda part: optional(one_or_more(part)),
                "oneOrMore": one_or_more,
            }[kind](body)
        # Whatever else a grammar has (anyName, interleave) must not be reached from ours.
        return {"text": TEXT_PATTERN, "empty": EMPTY, "notAllowed": NOT_ALLOWED}.get(
            kind, Pattern.make("element", f"#{kind}")
        )


def _is_pattern(node: etree._Element) -> bool:
    return isinstance(node.tag, str) and node.tag.startswith(RNG)


def _kinds(pattern: Pattern) -> set[str]:
    if pattern.kind in {"attribute", "list"}:
        return {pattern.kind}
    return {pattern.kind}.union(*map(_kinds, pattern.children))


def _split(pattern: Pattern) -> Element:
    parts = pattern.children if pattern.kind == "group" else (pattern,)
    of_attributes = [part for part in parts if "attribute" in _kinds(part)]
    content = [part for part in parts if "attribute" not in _kinds(part)]
    for part in of_attributes:
        assert _kinds(part) <= {"attribute", "choice", "group", "empty"}
    combinations = itertools.product(*map(_alternatives, of_attributes))
    return Element(
        [{name: one for part in parts for name, one in part.items()} for parts in combinations],
        group(content),
    )


def _alternatives(part: Pattern) -> list[dict[str, tuple[bool, Pattern]]]:
    if part.kind == "attribute":
        return [{str(part.label): (True, part.children[0])}]
    rest = [child for child in part.children if child is not EMPTY]
    found = [one for child in rest for one in _alternatives(child)]
    if len(rest) < len(part.children):  # optional
        found = [{name: (False, value) for name, (_, value) in one.items()} for one in found]
    return found


def first(pattern: Pattern) -> Iterator[str]:
    """The symbols that can come first."""
    if pattern.kind == "element":
        yield str(pattern.label)
    elif pattern.kind == "text" or pattern.kind in {"data", "value", "list"}:
        yield TEXT
    for child in pattern.children if pattern.kind != "list" else ():
        yield from first(child)
        if pattern.kind == "group" and not child.nullable:
            break


_SYMBOLS: dict[int, frozenset[str]] = {}


def symbols(pattern: Pattern) -> frozenset[str]:
    """All symbols of a content model."""
    if id(pattern) not in _SYMBOLS:
        if pattern.kind == "element":
            found = frozenset({str(pattern.label)})
        elif pattern.kind in {"text", "data", "value", "list"}:
            found = frozenset({TEXT})
        else:
            found = frozenset().union(*map(symbols, pattern.children))
        _SYMBOLS[id(pattern)] = found
    return _SYMBOLS[id(pattern)]


_DERIVATIVES: dict[tuple[int, str], Pattern] = {}


def derivative(pattern: Pattern, symbol: str) -> Pattern:
    """What may follow once the symbol has been read."""
    key = (id(pattern), symbol)
    if key not in _DERIVATIVES:
        _DERIVATIVES[key] = _derivative(pattern, symbol)
    return _DERIVATIVES[key]


def _derivative(pattern: Pattern, symbol: str) -> Pattern:
    match pattern.kind:
        case "element":
            return EMPTY if pattern.label == symbol else NOT_ALLOWED
        case "text":
            return TEXT_PATTERN if symbol == TEXT else NOT_ALLOWED
        case "choice":
            return choice([derivative(child, symbol) for child in pattern.children])
        case "oneOrMore":
            again = optional(pattern)
            return group([derivative(pattern.children[0], symbol), again])
        case "group":
            head, rest = pattern.children[0], group(list(pattern.children[1:]))
            found = group([derivative(head, symbol), rest])
            return choice([found, derivative(rest, symbol)]) if head.nullable else found
    return NOT_ALLOWED


def counterexample(ours: Pattern, theirs: Pattern) -> list[str] | None:
    """A sequence of symbols that `ours` begins and `theirs` does not allow; None if none is."""
    seen = {(id(ours), id(theirs))}
    waiting: list[tuple[Pattern, Pattern, list[str]]] = [(ours, theirs, [])]
    for mine, other, path in waiting:
        if mine.nullable and not other.nullable:
            return [*path, "(end)"]
        for symbol in dict.fromkeys(first(mine)):
            after = derivative(other, symbol)
            before = derivative(mine, symbol)
            if after is NOT_ALLOWED:
                return [*path, symbol]
            if (id(before), id(after)) not in seen:
                seen.add((id(before), id(after)))
                waiting.append((before, after, [*path, symbol]))
    return None


def value_included(ours: Pattern, theirs: Pattern) -> bool:
    """Whether every value that `ours` allows, `theirs` allows too (sound, not complete)."""
    if theirs.kind == "text" or theirs is ours or theirs.label == ("string", ()):
        return ours.kind != "list" or theirs.kind == "text" or theirs is ours
    if ours.kind == "choice":
        return all(value_included(one, theirs) for one in ours.children)
    if theirs.kind == "choice":
        return any(value_included(ours, one) for one in theirs.children)
    if ours.kind != theirs.kind:
        return ours.kind == "value" and theirs.kind == "data" and _allows(theirs, str(ours.label))
    if ours.kind in {"list", "oneOrMore", "group"} and len(ours.children) == len(theirs.children):
        return all(map(value_included, ours.children, theirs.children))
    if ours.kind == "data":
        assert isinstance(ours.label, tuple)
        assert isinstance(theirs.label, tuple)
        return ours.label[0] == theirs.label[0] and set(ours.label[1]) >= set(theirs.label[1])
    return False


def _allows(data: Pattern, value: str) -> bool:
    assert isinstance(data.label, tuple)
    name, facets = data.label
    expression = {"[^\\p{C}\\p{Z}]+": r"\S+"}.get(dict(facets).get("pattern", ""), ".*")
    return name == "token" and bool(re.fullmatch(expression, value))
