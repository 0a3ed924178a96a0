"""Small random grammars, and random documents that they allow.

A grammar is a tree of tuples: the kind of pattern first, as RELAX NG names it. All its names lie
in a namespace of its own, so that many grammars can be tried at once as a choice of document
elements. Names are few, so that the same name has several contents and only the end tag can tell.
"""

from __future__ import annotations

from random import Random
from typing import TypeAlias
from xml.sax.saxutils import escape, quoteattr

Pattern: TypeAlias = "tuple[object, ...]"

NAMES = ("a", "b", "c", "d", "e")
OTHER = "urn:other"
VALUES = {
    "integer": ("0", "-7", " 12 "),
    "NCName": ("x", "y.z"),
    "boolean": ("true", "0"),
    "date": ("1950-09-29",),
    "decimal": ("1.5", "3"),
    "token": ("one", "two words", ""),
    "anyURI": ("#a", "http://example.org/"),
}
"""Some values of each datatype used."""


class TooDeepError(Exception):
    """A random walk through a grammar did not come to an end."""


class Grammar:
    """One random grammar. It may be incorrect (section 7), which is for a validator to say."""

    def __init__(self, seed: str, namespace: str) -> None:
        self.namespace = namespace
        self._chance = Random(seed)
        self.defines = {f"{namespace}.{n}": self._element(1) for n in range(3)}
        self.start = ("element", ("name", "root"), self._content(0))

    # Patterns, by what may stand where.

    def _element(self, depth: int) -> Pattern:
        return ("element", self._element_names(), self._content(depth))

    def _content(self, depth: int) -> Pattern:
        children = self._children(depth) if self._chance.random() < 0.8 else self._value_pattern()
        if self._chance.random() < 0.55:
            return children
        attributes = self._attributes(0)
        kind = self._chance.choice(["group", "group", "interleave"])
        return (kind, (attributes, children))

    def _children(self, depth: int) -> Pattern:
        """A pattern of elements and text."""
        leaf = self._chance.random()
        if depth >= 4 or leaf < 0.15:
            # Values beside elements are incorrect (section 7.2), so they are rare.
            if self._chance.random() < 0.05:
                return self._value_pattern()
            return self._chance.choice([("empty",), ("text",)])
        if leaf < 0.4:
            return self._element(depth + 1)
        if leaf < 0.5:
            return ("ref", self._chance.choice([f"{self.namespace}.{n}" for n in range(3)]))
        kind = self._chance.choice(
            [
                "group",
                "group",
                "choice",
                "choice",
                "choice",
                "interleave",
                "optional",
                "zeroOrMore",
                "oneOrMore",
                "mixed",
            ]
        )
        if kind in ("group", "choice", "interleave"):
            count = self._chance.randint(2, 3)
            return (kind, tuple(self._children(depth + 1) for _ in range(count)))
        return (kind, self._children(depth + 1))

    def _attributes(self, depth: int) -> Pattern:
        kind = self._chance.choice(
            ["attribute"] * 4 + ["optional"] * 3 + ["group", "choice", "any"]
        )
        if kind == "attribute" or depth > 2:
            names = ("name", self._chance.choice(NAMES))
            value = self._chance.choice([("text",), self._value_pattern(), self._value_pattern()])
            return ("attribute", names, value)
        if kind == "any":
            names = self._chance.choice([("nsName", OTHER), ("anyName", ("name", "a"))])
            return ("zeroOrMore", ("attribute", names, ("text",)))
        if kind == "optional":
            return (kind, self._attributes(depth + 1))
        return (kind, (self._attributes(depth + 1), self._attributes(depth + 1)))

    def _value_pattern(self) -> Pattern:
        kind = self._chance.choice(["data", "data", "value", "choice", "list"])
        if kind == "data":
            return (kind, self._chance.choice(sorted(VALUES)))
        if kind == "value":
            return (kind, self._chance.choice(["one", "two", "12"]))
        if kind == "choice":
            return (kind, (self._value_pattern(), self._value_pattern()))
        return (kind, ("oneOrMore", ("data", self._chance.choice(["integer", "NCName"]))))

    def _element_names(self) -> Pattern:
        chance = self._chance.random()
        if chance < 0.8:
            return ("name", self._chance.choice(NAMES))
        if chance < 0.9:
            return ("choice", tuple(("name", n) for n in self._chance.sample(NAMES, 2)))
        if chance < 0.95:
            return ("nsName", self._chance.choice([OTHER, self.namespace]))
        return ("anyName", ("name", self._chance.choice(NAMES)))

    # In RELAX NG's XML syntax.

    def definitions(self) -> str:
        """The grammar's definitions; the document element's is called as the namespace."""
        every = {self.namespace: self.start, **self.defines}
        return "".join(
            f'<define name="{name}">{self._written(pattern)}</define>\n'
            for name, pattern in every.items()
        )

    def _written(self, pattern: object) -> str:
        assert isinstance(pattern, tuple)
        kind = pattern[0]
        match kind:
            case "element":
                names = self._names_written(pattern[1], self.namespace)
                return f"<element>{names}{self._written(pattern[2])}</element>"
            case "attribute":
                names = self._names_written(pattern[1], "")
                return f"<attribute>{names}{self._written(pattern[2])}</attribute>"
            case "data":
                return f'<data type="{pattern[1]}"/>'
            case "value":
                return f'<value type="token">{pattern[1]}</value>'
            case "ref":
                return f'<ref name="{pattern[1]}"/>'
            case "empty" | "text":
                return f"<{kind}/>"
        children = pattern[1] if kind in ("group", "choice", "interleave") else (pattern[1],)
        assert isinstance(children, tuple)
        return f"<{kind}>{''.join(map(self._written, children))}</{kind}>"

    def _names_written(self, names: object, namespace: str) -> str:
        assert isinstance(names, tuple)
        match names[0]:
            case "name":
                return f'<name ns="{namespace}">{names[1]}</name>'
            case "nsName":
                return f'<nsName ns="{names[1]}"/>'
            case "anyName":
                excepted = self._names_written(names[1], namespace)
                return f"<anyName><except>{excepted}</except></anyName>"
        parts = "".join(self._names_written(name, namespace) for name in names[1])
        return f"<choice>{parts}</choice>"

    # Documents.

    def document(self, seed: str) -> str:
        """A document that the grammar allows. Raises TooDeepError where the walk does not end."""
        declared = f' xmlns="{self.namespace}" xmlns:o="{OTHER}"'
        walk = _Walk(self, Random(seed))
        return walk.element(("name", "root"), self.start[2], 0, declared)


class _Walk:
    """One random walk through a grammar."""

    def __init__(self, grammar: Grammar, chance: Random) -> None:
        self._grammar = grammar
        self._chance = chance

    def element(self, names: object, content: object, depth: int, declared: str = "") -> str:
        name = self._name(names, self._grammar.namespace)
        attributes, pieces = self._parts(content, depth)
        written = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
        return f"<{name}{declared}{written}>{''.join(pieces)}</{name}>"

    def _name(self, names: object, namespace: str) -> str:
        """A name of a class, with the prefix it has in documents."""
        assert isinstance(names, tuple)
        if names[0] == "choice":
            return self._name(self._chance.choice(names[1]), namespace)
        if names[0] == "name":
            return str(names[1])
        name = self._chance.choice(NAMES)
        if names[0] == "nsName":
            return name if names[1] == namespace else f"o:{name}"
        return f"o:{name}" if ("name", name) == names[1] else name

    def _parts(self, pattern: object, depth: int) -> tuple[dict[str, str], list[str]]:
        """Attributes and pieces of content that a pattern allows."""
        assert isinstance(pattern, tuple)
        if depth > 12:
            raise TooDeepError
        match pattern[0]:
            case "empty":
                return {}, []
            case "text":
                return {}, [self._chance.choice(["", "words", " "])]
            case "element":
                return {}, [self.element(pattern[1], pattern[2], depth + 1)]
            case "ref":
                return self._parts(self._grammar.defines[str(pattern[1])], depth)
            case "attribute":
                return {self._name(pattern[1], ""): self._value(pattern[2])}, []
            case "data" | "value" | "list":
                return {}, [escape(self._value(pattern))]
            case "choice":
                return self._parts(self._chance.choice(pattern[1]), depth)
            case "group":
                return self._joined(pattern[1], depth)
            case "interleave":
                parts = [self._parts(part, depth) for part in pattern[1]]
                return self._interleaved(parts)
            case "mixed":
                text = ({}, [self._chance.choice(["", "words"])])
                return self._interleaved([text, self._parts(pattern[1], depth)])
        least = 1 if pattern[0] == "oneOrMore" else 0
        most = 1 if pattern[0] == "optional" else 2
        return self._joined((pattern[1],) * self._chance.randint(least, most), depth)

    def _joined(self, patterns: object, depth: int) -> tuple[dict[str, str], list[str]]:
        assert isinstance(patterns, tuple)
        attributes: dict[str, str] = {}
        pieces: list[str] = []
        for pattern in patterns:
            further, more = self._parts(pattern, depth)
            attributes |= further
            pieces += more
        return attributes, pieces

    def _interleaved(
        self, parts: list[tuple[dict[str, str], list[str]]]
    ) -> tuple[dict[str, str], list[str]]:
        attributes: dict[str, str] = {}
        waiting = []
        for further, pieces in parts:
            attributes |= further
            waiting += [list(pieces)] if pieces else []
        merged = []
        while waiting:
            chosen = self._chance.choice(waiting)
            merged.append(chosen.pop(0))
            waiting = [pieces for pieces in waiting if pieces]
        return attributes, merged

    def _value(self, pattern: object) -> str:
        assert isinstance(pattern, tuple)
        match pattern[0]:
            case "text":
                return self._chance.choice(["", "anything"])
            case "data":
                return self._chance.choice(VALUES[str(pattern[1])])
            case "value":
                return str(pattern[1])
            case "choice":
                return self._value(self._chance.choice(pattern[1]))
            case "list" | "oneOrMore":
                inner = pattern[1]
                return " ".join(self._value(inner) for _ in range(self._chance.randint(1, 2)))
        raise AssertionError(pattern)


def schema(grammars: list[Grammar]) -> str:
    """One schema that allows the documents of any of the grammars."""
    starts = "".join(f'<ref name="{grammar.namespace}"/>' for grammar in grammars)
    definitions = "".join(grammar.definitions() for grammar in grammars)
    return (
        '<grammar xmlns="http://relaxng.org/ns/structure/1.0"'
        ' datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">\n'
        f"<start><choice>{starts}</choice></start>\n{definitions}</grammar>\n"
    )
