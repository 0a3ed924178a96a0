# SPDX-License-Identifier: MIT
"""Grammars: components, ``include`` with its overrides, ``combine`` (4.7, 4.11, 4.17, 4.18)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tei_edition.relaxng.patterns import Pattern
    from tei_edition.relaxng.sources import Sources
    from tei_edition.relaxng.syntax import Node


class Part(NamedTuple):
    """One ``start`` or ``define``."""

    name: str
    """What is defined; empty for the start."""
    node: Node


class Definition:
    """All that is defined by one name."""

    __slots__ = ("expanding", "method", "name", "nodes", "pattern")

    def __init__(self, name: str) -> None:
        self.name = name
        self.nodes: list[Node] = []
        self.method = ""
        self.pattern: Pattern | None = None
        self.expanding = False


class Grammar:
    """A ``grammar``, with the one around it."""

    __slots__ = ("definitions", "node", "parent", "start")

    def __init__(self, node: Node, parent: Grammar | None) -> None:
        self.node = node
        self.parent = parent
        self.start = Definition("start")
        self.definitions: dict[str, Definition] = {}

    def combine(self, parts: list[Part]) -> None:
        """Put together what is defined by the same name (section 4.17)."""
        without: dict[str, Node] = {}
        for name, node in parts:
            definition = self.start
            if name:
                definition = self.definitions.setdefault(name, Definition(name))
            method = node.attributes.get("combine", "")
            what = f"“{name}” is defined" if name else "the start is given"
            if not method:
                if name in without:
                    first = without[name]
                    raise node.error(
                        f"{what} more than once without @combine (first in {first.path}, line "
                        f"{first.line})",
                        "4.17",
                    )
                without[name] = node
            elif definition.method and definition.method != method:
                raise node.error(
                    f"{what} with combine=“{method}” here and combine=“{definition.method}” "
                    "elsewhere",
                    "4.17",
                )
            else:
                definition.method = method
            definition.nodes.append(node)
        if not self.start.nodes:
            raise self.node.error("the grammar has no <start>", "4.18")


def components(node: Node, sources: Sources) -> list[Part]:
    """The parts of a ``grammar``, ``div`` or ``include`` in order, inclusions carried out."""
    parts: list[Part] = []
    for child in node.children:
        if child.kind == "define":
            parts.append(Part(child.attributes["name"], child))
        elif child.kind == "start":
            parts.append(Part("", child))
        elif child.kind == "div":
            parts.extend(components(child, sources))
        else:
            parts.extend(_included(child, sources))
    return parts


def _included(node: Node, sources: Sources) -> list[Part]:
    """Section 4.7: the included grammar's parts, without those that are overridden."""
    root = sources.enter(node)
    if root.kind != "grammar":
        raise node.error(
            f"what <include> includes must be a <grammar>, but {root.path} begins with "
            f"<{root.kind}>",
            "4.7",
        )
    included = components(root, sources)
    sources.leave()
    overrides = components(node, sources)
    present = {part.name for part in included}
    for name, override in overrides:
        if name not in present:
            what = f"no definition of “{name}”" if name else "no <start>"
            raise override.error(f"{root.path} has {what} that could be overridden here", "4.7")
    replaced = {part.name for part in overrides}
    return [part for part in included if part.name not in replaced] + overrides
