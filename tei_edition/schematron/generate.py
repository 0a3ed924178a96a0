# SPDX-License-Identifier: MIT
"""A schema made into one XSLT 3.0 stylesheet that reports in a compact form of its own.

One mode, one pass: every node meets the rules of all patterns in order, by ``xsl:next-match``.
Rules are numbered through; the number of the last rule that fired travels along, and a rule fires
only where that number lies before its own pattern, so that of a pattern's rules the first that
matches wins. Patterns that check other documents have a mode each.

A report is ``r`` for an assertion that failed or a report that fired, ``f`` for an error; ``i`` is
the number of the part concerned, ``p`` a path in the document.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tei_edition.schematron import xpath
from tei_edition.schematron.assertions import add_assertion
from tei_edition.schematron.instructions import XSLT, serialised
from tei_edition.schematron.lines import INTEGER, OWN, Lines, Part, X, declarations
from tei_edition.schematron.model import START, Let, Pattern, Rule
from tei_edition.schematron.variables import (
    add_error_reports,
    add_global,
    add_local,
    used,
    used_in,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from tei_edition.schematron.model import Phase, Schema
    from tei_edition.schematron.source import Element

_CONTEXT = f"Q{{{OWN}}}context"
_PLACE = f"Q{{{OWN}}}place"
_PLACE_FUNCTION = f"""<{X}:function name="{_PLACE}">
<{X}:param name="item" as="item()"/><{X}:param name="context" as="node()"/><{X}:sequence select="
if ($item instance of node() and root($item) is root($context)) then path($item) else path($context)
"/></{X}:function>"""
"""Saxon knows the types of the items visited, and would not ask a string for its root."""
_FIRED = f"Q{{{OWN}}}fired"
_BELOW_START = f"${START}/(descendant-or-self::node() | descendant-or-self::*/@*)"
_NEVER = f"<{X}:if test=\"local-name(.) = '?'\">?</{X}:if>"
"""True of no node, which Saxon does not know: it has to look at each."""


@dataclass(frozen=True, slots=True)
class Generated:
    """A stylesheet and what its reports refer to by number."""

    text: str
    origins: tuple[Part | None, ...]
    """For each line of the stylesheet, the part of the schema it comes from."""
    parts: tuple[Part, ...]
    """By number, as in the reports' ``i``."""
    patterns: tuple[Pattern | None, ...]
    """The pattern that each part belongs to."""
    documents: tuple[Pattern, ...]
    """The patterns that check other documents, by number of their modes."""


def generate(
    schema: Schema,
    patterns: Sequence[Pattern],
    phase: Phase | None,
    left_out: Collection[int],
) -> Generated:
    """The stylesheet for some patterns of a schema.

    *left_out* holds the ``id()`` of parts that do not compile: a test is then left out, a message
    part is replaced by an ellipsis, a rule whose variable or context is left out does nothing.
    """
    outer = (*schema.lets, *(phase.lets if phase else ()))
    generator = _Generator(Lines(schema, left_out), outer, phase.start if phase else None)
    here = [pattern for pattern in patterns if pattern.documents is None]
    elsewhere = [pattern for pattern in patterns if pattern.documents is not None]
    return generator.generate(here, elsewhere)


class _Generator:
    def __init__(self, lines: Lines, outer: tuple[Let, ...], start: Let | None) -> None:
        self._lines = lines
        self._outer = outer
        self._begin = start
        self._version = lines.schema.query_version
        self._rules = 0
        self._names: dict[int, dict[str, str]] = {}

    def generate(self, here: list[Pattern], elsewhere: list[Pattern]) -> Generated:
        lines = self._lines
        for number, pattern in enumerate((*here, *elsewhere)):
            names = {let.name: f"{let.name}\u00b7{number}" for let in pattern.lets}
            self._names[id(pattern)] = names
        namespaces = declarations({X: XSLT, **_others(lines.schema.namespaces)})
        lines.add(f'<{X}:stylesheet version="3.0" exclude-result-prefixes="#all"{namespaces}>')
        lines.add(f'<{X}:output method="xml" omit-xml-declaration="yes"/>')
        for let in (*self._outer, *([self._begin] if self._begin else [])):
            add_global(lines, let)
        for declaration in lines.schema.declarations:
            if not lines.is_left_out(declaration):
                lines.add(serialised(self._versioned(declaration)), declaration)
        if any(rule.visit_each for pattern in (*here, *elsewhere) for rule in pattern.rules):
            lines.add(_PLACE_FUNCTION)
        self._mode("here", here)
        for number, pattern in enumerate(elsewhere):
            self._mode(f"there-{number}", [pattern])
        lines.add(f'<{X}:template match="/"><reports>')
        self._start("here", here, self._begin)
        for number, pattern in enumerate(elsewhere):
            self._documents(number, pattern)
        lines.add(f"</reports></{X}:template>")
        for number, pattern in enumerate(elsewhere):
            lines.add(f'<{X}:template match="/" mode="start-{number}"><reports>')
            self._start(f"there-{number}", [pattern])
            lines.add(f"</reports></{X}:template>")
        lines.add(f"</{X}:stylesheet>")
        return Generated(
            "\n".join(lines.lines),
            tuple(lines.origins),
            tuple(lines.parts),
            tuple(lines.patterns),
            tuple(elsewhere),
        )

    def _versioned(self, declaration: Element) -> Element:
        """The declaration, compatible with XSLT 1.0 where the schema's language is that.

        XSLT 1.0 has no functions: whoever writes one does not mean 1.0.
        """
        version = {} if declaration.local == "function" else {"version": self._version}
        return replace(declaration, attributes={**version, **declaration.attributes})

    def _mode(self, name: str, patterns: Sequence[Pattern]) -> None:
        lines = self._lines
        lines.add(f'<{X}:mode name="{name}" on-no-match="deep-skip"/>')
        for pattern in patterns:
            lines.renamed = self._names[id(pattern)]
            for let in pattern.lets:
                add_global(lines, let)
            first = self._rules + 1
            for rule in pattern.rules:
                self._rules += 1
                if not lines.is_left_out(rule):
                    before = self._rules if pattern.every_rule_fires else first
                    self._template(name, pattern, rule, before, self._rules)
        lines.renamed = {}
        # What XSLT does at a document that nothing matches (any more) is to go on to its children,
        # which are selected anyway: they would meet every rule twice.
        last = -(self._rules + 1)
        lines.add(f'<{X}:template mode="{name}" match="document-node()" priority="{last}"/>')

    def _template(self, mode: str, pattern: Pattern, rule: Rule, first: int, number: int) -> None:
        lines = self._lines
        lines.add(
            f'<{X}:template mode="{mode}" priority="{-number}"{lines.scope(rule.namespaces)}'
            f" match={lines.expression(rule.context)}>",
            rule,
        )
        lines.add(f'<{X}:param name="{_FIRED}" as="{INTEGER}" select="0"/>')
        lines.add(f'<{X}:if test="${_FIRED} &lt; {first}">')
        if not any(lines.is_left_out(part) for part in rule.body if isinstance(part, Let)):
            if rule.visit_each is None:
                self._body(pattern, rule)
            else:
                self._visits(pattern, rule, rule.visit_each)
        lines.add(f"</{X}:if>")
        fired = f"if (${_FIRED} &lt; {first}) then {number} else ${_FIRED}"
        lines.add(f'<{X}:next-match><{X}:with-param name="{_FIRED}" select="{fired}"/>')
        lines.add(f"</{X}:next-match></{X}:template>")

    def _visits(self, pattern: Pattern, rule: Rule, each: str) -> None:
        """The assertions of a rule about each item it visits, instead of its context.

        A report stands at the item where that is a node of the document, else at the context.
        """
        lines = self._lines
        number = lines.number(rule, pattern)
        lines.add(f'<{X}:try><{X}:variable name="{_CONTEXT}" select="."/>')
        lets = [part for part in rule.body if isinstance(part, Let)]
        for let in lets:
            add_local(lines, let)
        lines.add(f"<{X}:for-each select={lines.expression(each)}>", rule)
        lines.place = f"{_PLACE}(., ${_CONTEXT})"
        for part in rule.body:
            if not isinstance(part, Let) and not lines.is_left_out(part):
                outer = used(part, (*self._outer, *pattern.lets, *lets))
                add_assertion(lines, part, pattern, [let for let in outer if let not in lets])
        lines.place = "path(.)"
        lines.add(f"</{X}:for-each>")
        lines.catch(number)

    def _body(self, pattern: Pattern, rule: Rule) -> None:
        """The assertions of a rule, with its variables around them.

        Where a variable fails at once, the assertions are tried again, each with what it needs
        alone, so that only those fail that need it.
        """
        lines = self._lines
        lets = [part for part in rule.body if isinstance(part, Let)]
        if lets:
            lines.add(f"<{X}:try>")
        for part in rule.body:
            if isinstance(part, Let):
                add_local(lines, part)
            elif not lines.is_left_out(part):
                outer = used(part, (*self._outer, *pattern.lets, *lets))
                add_assertion(lines, part, pattern, [let for let in outer if let not in lets])
        if not lets:
            return
        lines.add(f"<{X}:catch>")
        before: list[Let] = []
        for part in rule.body:
            if isinstance(part, Let):
                before.append(part)
            elif not lines.is_left_out(part):
                needed = used(part, (*self._outer, *pattern.lets, *before))
                outer = [let for let in needed if let not in before]
                own = [let for let in needed if let in before]
                add_assertion(lines, part, pattern, outer, own)
        lines.add(f"</{X}:catch></{X}:try>")

    def _start(self, mode: str, patterns: Sequence[Pattern], begin: Let | None = None) -> None:
        """The pass over the document, and what it cannot report itself.

        XSLT takes an error in a pattern for "does not match" (XSLT 3.0 §5.5.4), which here would
        hide a rule that was never applied: contexts that could raise one are evaluated once more.
        """
        lines = self._lines
        selected = _selection(rule for pattern in patterns for rule in pattern.rules)
        if selected and begin is not None:
            add_error_reports(lines, [begin], None)
            selected = "" if lines.is_left_out(begin) else _BELOW_START
        if selected:
            lines.add(f'<{X}:apply-templates mode="{mode}" select="{selected}"/>')
        functions = [serialised(declaration) for declaration in lines.schema.declarations]
        add_error_reports(lines, used_in(functions, self._outer), None)
        for pattern in patterns:
            lines.renamed = self._names[id(pattern)]
            chosen = [part for rule in pattern.rules for part in (rule.context, rule.visit_each)]
            lets = used_in(filter(None, chosen), (*self._outer, *pattern.lets))
            add_error_reports(lines, lets, pattern)
            if lines.schema.query_version != "1.0":
                for rule in pattern.rules:
                    if _wants_probe(rule) and not lines.is_left_out(rule):
                        self._probe(rule, pattern)
        lines.renamed = {}

    def _probe(self, rule: Rule, pattern: Pattern) -> None:
        lines = self._lines
        number = lines.number(rule, pattern)
        for alternative in xpath.alternatives(rule.context):
            lines.add(f"<{X}:try{lines.scope(rule.namespaces)}>")
            if alternative.startswith("/"):
                absolute = lines.expression(alternative)
                lines.add(f"<{X}:for-each select={absolute}>{_NEVER}</{X}:for-each>", rule)
                lines.catch(number)
                continue
            everywhere = lines.expression(f"/descendant-or-self::node()/({alternative})")
            here = lines.expression(f"./({alternative})")
            lines.add(f"<{X}:for-each select={everywhere}>{_NEVER}</{X}:for-each>", rule)
            lines.add(f"<{X}:catch>")
            lines.add(f'<{X}:for-each select="/descendant-or-self::node()"><{X}:try>')
            lines.add(f"<{X}:for-each select={here}>{_NEVER}</{X}:for-each>", rule)
            lines.catch(number)
            lines.add(f"</{X}:for-each></{X}:catch></{X}:try>")

    def _documents(self, number: int, pattern: Pattern) -> None:
        lines = self._lines
        if lines.is_left_out(pattern):
            return
        part = lines.number(pattern, pattern)
        lines.renamed = self._names[id(pattern)]
        select = lines.expression(pattern.documents or "")
        lines.renamed = {}
        lines.add(f'<{X}:try><documents n="{number}"><{X}:for-each select={select}>', pattern)
        lines.add(f'<uri><{X}:value-of select="."/></uri></{X}:for-each></documents>')
        lines.catch(part)


def _wants_probe(rule: Rule) -> bool:
    # current() means the node matched in a pattern, but not in an expression.
    return xpath.may_raise(rule.context) and "current" not in rule.context


def _selection(rules: Iterable[Rule]) -> str:
    """An expression for the nodes that any of the rules could match."""
    kinds = [xpath.matched_kinds(rule.context) for rule in rules]
    nodes = "//node()" if any(kind.others for kind in kinds) else "//*"
    chosen = [
        ("/", any(kind.document for kind in kinds)),
        (nodes, any(kind.elements or kind.others for kind in kinds)),
        ("//@*", any(kind.attributes for kind in kinds)),
    ]
    return " | ".join(expression for expression, wanted in chosen if wanted)


def _others(namespaces: Mapping[str, str]) -> dict[str, str]:
    return {prefix: uri for prefix, uri in namespaces.items() if prefix != X}
