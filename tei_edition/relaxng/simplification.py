# SPDX-License-Identifier: MIT
"""Simplification (section 4): from the nodes of a schema to patterns.

One pass settles everything that also concerns what is never used (names, datatypes, references:
4.16 to 4.18); a second makes patterns of what the start reaches (4.12 to 4.15 and 4.19 to 4.21).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.relaxng.errors import did_you_mean
from tei_edition.relaxng.grammars import Definition, Grammar, components
from tei_edition.relaxng.namings import name_class_of
from tei_edition.relaxng.patterns import (
    EMPTY,
    NOT_ALLOWED,
    TEXT,
    Attribute,
    Data,
    Element,
    List,
    Pattern,
    PatternFactory,
    Value,
)
from tei_edition.relaxng.syntax import NAME_CLASS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tei_edition.relaxng.datatypes import Datatype
    from tei_edition.relaxng.nameclasses import NameClass
    from tei_edition.relaxng.sources import Sources
    from tei_edition.relaxng.syntax import Node


def simplify(root: Node, sources: Sources, factory: PatternFactory) -> Pattern:
    """The start pattern of a schema. Raises SchemaError, also for what is not reachable."""
    _Settling(sources).settle(root, None)
    return _Making(factory).start(root)


class _Settling:
    """Resolves every reference, name and datatype, whether reachable or not."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._datatypes: dict[object, Datatype] = {}

    def settle(self, node: Node, grammar: Grammar | None) -> None:
        """Settle a pattern and what is in it; ``grammar`` is the nearest one around it."""
        kind = node.kind
        if kind == "grammar":
            node.resolved = self._grammar(node, grammar)
            return
        if kind in ("ref", "parentRef"):
            node.resolved = _definition(node, grammar)
        elif kind in ("element", "attribute"):
            node.resolved = self._name(node)
        elif kind == "data":
            node.resolved = self._data(node)
        elif kind == "value":
            self._value(node)
        elif kind == "externalRef":
            self._external(node, grammar)
            return
        for child in node.children:
            if child.kind == "except" or child.role not in (NAME_CLASS, "parameter"):
                self.settle(child, grammar)

    def _name(self, node: Node) -> NameClass:
        return name_class_of(node)

    def _grammar(self, node: Node, parent: Grammar | None) -> Grammar:
        grammar = Grammar(node, parent)
        parts = components(node, self._sources)
        grammar.combine(parts)
        for part in parts:
            for child in part.node.children:
                self.settle(child, grammar)
        return grammar

    def _external(self, node: Node, grammar: Grammar | None) -> None:
        root = self._sources.enter(node)
        self.settle(root, grammar)
        self._sources.leave()
        node.children = [root]

    def _data(self, node: Node) -> Datatype:
        params = [child for child in node.children if child.kind == "param"]
        return self._datatype(node, node.attributes["type"], node.library, params)

    def _value(self, node: Node) -> None:
        """Section 4.4: without a type, it is a token of the built-in library."""
        name = node.attributes.get("type")
        datatype = self._datatype(
            node, name or "token", node.library if name is not None else "", []
        )
        namespaces = {**node.namespaces, "": node.ns}
        key = datatype.key(node.text, namespaces)
        if key is None:
            raise node.error(
                f"“{node.text}” is no value of the datatype “{datatype.name}”, "
                f"which means {datatype.words}",
                "4.16",
            )
        node.resolved = (datatype, key)

    def _datatype(self, node: Node, name: str, uri: str, params: list[Node]) -> Datatype:
        from tei_edition.relaxng.datatypes import DatatypeError, library

        pairs = tuple((param.attributes["name"], param.text) for param in params)
        memo = (uri, name, pairs, *((node.ns, id(node.namespaces)) if pairs else ()))
        known = self._datatypes.get(memo)
        if known is not None:
            return known
        found = library(uri)
        if found is None:
            raise node.error(f"there is no datatype library “{uri}”", "4.16")
        try:
            made = found.datatype(name, pairs, {**node.namespaces, "": node.ns})
        except DatatypeError as error:
            culprit = node if error.param is None else params[error.param]
            hint = f"; {error.hint}" if error.hint else ""
            raise culprit.error(f"{error.message}{hint}", "4.16") from error
        self._datatypes[memo] = made
        return made


def _definition(node: Node, grammar: Grammar | None) -> Definition:
    name = node.attributes["name"]
    if node.kind == "parentRef" and grammar is not None:
        if grammar.parent is None:
            raise node.error("<parentRef> stands in no grammar within a grammar", "4.18")
        grammar = grammar.parent
    if grammar is None:
        raise node.error(f"<{node.kind} name=“{name}”> stands in no grammar", "4.18")
    found = grammar.definitions.get(name)
    if found is None:
        meant = did_you_mean(name, grammar.definitions)
        raise node.error(f"nothing is defined by the name of “{name}”{meant}", "4.18")
    return found


class _Making:
    """Makes patterns of settled nodes; each definition once."""

    def __init__(self, factory: PatternFactory) -> None:
        self._factory = factory
        self._waiting: list[tuple[Element, list[Node]]] = []
        self._makers: dict[str, Callable[[Node], Pattern]] = {
            "element": self._element,
            "attribute": self._attribute,
            "group": self._group,
            "interleave": lambda node: factory.interleave(self._each(node.children)),
            "choice": lambda node: factory.choice(self._each(node.children)),
            "optional": lambda node: factory.optional(self._group(node)),
            "zeroOrMore": lambda node: factory.optional(factory.one_or_more(self._group(node))),
            "oneOrMore": lambda node: factory.one_or_more(self._group(node)),
            "mixed": lambda node: factory.interleave((TEXT, self._group(node))),
            "list": self._list,
            "ref": self._reference,
            "parentRef": self._reference,
            "empty": lambda node: EMPTY,
            "text": lambda node: TEXT,
            "notAllowed": lambda node: NOT_ALLOWED,
            "value": self._value,
            "data": self._data,
            "externalRef": lambda node: self.make(node.children[0]),
            "grammar": self._grammar,
        }

    def start(self, root: Node) -> Pattern:
        """The start pattern; elements are filled in one by one, so that depth is no recursion."""
        made = self.make(root)
        while self._waiting:
            element, nodes = self._waiting.pop()
            element.content = self._factory.group(self._each(nodes))
        return made

    def make(self, node: Node) -> Pattern:
        """The pattern of a node."""
        return self._makers[node.kind](node)

    def _each(self, nodes: list[Node]) -> list[Pattern]:
        return [self.make(node) for node in nodes]

    def _group(self, node: Node) -> Pattern:
        """Section 4.12: several children are a group."""
        return self._factory.group(self._each(node.children))

    def _element(self, node: Node) -> Pattern:
        element = Element(_resolved_name(node), node.place)
        self._waiting.append((element, _patterns(node)))
        return element

    def _attribute(self, node: Node) -> Pattern:
        content = self._factory.group(self._each(_patterns(node))) if _patterns(node) else TEXT
        if content is NOT_ALLOWED:
            return NOT_ALLOWED
        return Attribute(_resolved_name(node), content, node.place)

    def _list(self, node: Node) -> Pattern:
        content = self._group(node)
        return NOT_ALLOWED if content is NOT_ALLOWED else List(content, node.place)

    def _value(self, node: Node) -> Pattern:
        # A value's datatype comes with its key; mypy knows no type for what a kind of node holds.
        datatype, key = node.resolved  # type: ignore[misc]
        namespaces = tuple({**node.namespaces, "": node.ns}.items())
        return Value(datatype, node.text, key, namespaces, node.place)  # type: ignore[has-type]

    def _data(self, node: Node) -> Pattern:
        excluded = None
        if node.children and node.children[-1].kind == "except":
            excluded = self._factory.choice(self._each(node.children[-1].children))
            if excluded is NOT_ALLOWED:
                excluded = None
        datatype: Datatype = node.resolved  # type: ignore[assignment]  # of data, it is that
        return Data(datatype, excluded, node.place)

    def _grammar(self, node: Node) -> Pattern:
        grammar = node.resolved
        assert isinstance(grammar, Grammar)
        return self._expand(grammar.start)

    def _reference(self, node: Node) -> Pattern:
        definition = node.resolved
        assert isinstance(definition, Definition)
        if definition.expanding:
            raise node.error(
                f"“{definition.name}” is defined by itself, with no element in between", "4.19"
            )
        return self._expand(definition)

    def _expand(self, definition: Definition) -> Pattern:
        """Section 4.19: a definition by its pattern, made once."""
        if definition.pattern is None:
            definition.expanding = True
            parts = [self._group(part) for part in definition.nodes]
            interleaved = definition.method == "interleave"
            combine = self._factory.interleave if interleaved else self._factory.choice
            definition.pattern = combine(parts)
            definition.expanding = False
        return definition.pattern


def _patterns(node: Node) -> list[Node]:
    return node.children if "name" in node.attributes else node.children[1:]


def _resolved_name(node: Node) -> NameClass:
    from tei_edition.relaxng.nameclasses import NameClass

    assert isinstance(node.resolved, NameClass)
    return node.resolved
