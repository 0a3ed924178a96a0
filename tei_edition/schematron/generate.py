# SPDX-License-Identifier: MIT
"""A schema made into one XSLT 3.0 stylesheet that reports in a compact form of its own.

One mode, one pass: every node meets the rules of all patterns in order, by ``xsl:next-match``.
Rules are numbered through; the number of the last rule that fired travels along, and a rule fires
only where that number lies before its own pattern, so that of a pattern's rules the first that
matches wins. Every line of the stylesheet is traced to the part of the schema it comes from.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias
from xml.sax.saxutils import escape, quoteattr

from tei_edition.schematron import xpath
from tei_edition.schematron.instructions import XSLT, serialised
from tei_edition.schematron.model import Assertion, Let, NodeName, Pattern, Rule, ValueOf
from tei_edition.schematron.source import Element

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from tei_edition.schematron.model import Message, Phase, Schema

_OWN = "urn:x-tei-edition:schematron"
"""The namespace of the stylesheet's own variable, which no rule uses."""
_X = "_x"
"""The prefix of the stylesheet's own instructions; a schema's prefixes are all free for it."""
_NEVER = f"<{_X}:if test=\"local-name(.) = '?'\">?</{_X}:if>"
"""True of no node, which Saxon does not know: it has to look at each."""
_FIRED = f"Q{{{_OWN}}}fired"
_ERROR = "Q{http://www.w3.org/2005/xqt-errors}"
_INTEGER = "Q{http://www.w3.org/2001/XMLSchema}integer"

Part: TypeAlias = "Let | Rule | Assertion | ValueOf | NodeName | Element | Pattern"
"""What a line of the stylesheet comes from."""


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
    return _Generator(schema, phase, left_out).generate(patterns)


class _Generator:
    def __init__(self, schema: Schema, phase: Phase | None, left_out: Collection[int]) -> None:
        self._schema = schema
        self._phase = phase
        self._left_out = left_out
        self._lines: list[str] = []
        self._origins: list[Part | None] = []
        self._parts: list[Part] = []
        self._part_patterns: list[Pattern | None] = []
        self._rule = 0
        self._renamed: Mapping[str, str] = {}

    def generate(self, patterns: Sequence[Pattern]) -> Generated:
        schema = self._schema
        namespaces = _declarations({_X: XSLT, **schema.namespaces})
        self._add(f'<{_X}:stylesheet version="3.0" exclude-result-prefixes="#all"{namespaces}>')
        self._add(f'<{_X}:output method="xml" omit-xml-declaration="yes"/>')
        outer = (*schema.lets, *(self._phase.lets if self._phase else ()))
        for let in outer:
            self._let(let)
        for declaration in schema.declarations:
            if id(declaration) not in self._left_out:
                self._add(serialised(declaration), declaration)
        here = [pattern for pattern in patterns if pattern.documents is None]
        elsewhere = [pattern for pattern in patterns if pattern.documents is not None]
        self._mode("here", here)
        for number, pattern in enumerate(elsewhere):
            self._mode(f"there-{number}", [pattern])
        self._add(f'<{_X}:template match="/" mode="#unnamed">')
        self._add("<reports>")
        self._start("here", here)
        for number, pattern in enumerate(elsewhere):
            self._documents(number, pattern)
        self._add(f"</reports></{_X}:template>")
        for number, pattern in enumerate(elsewhere):
            self._add(f'<{_X}:template match="/" mode="start-{number}"><reports>')
            self._start(f"there-{number}", [pattern])
            self._add(f"</reports></{_X}:template>")
        self._add(f"</{_X}:stylesheet>")
        return Generated(
            "\n".join(self._lines),
            tuple(self._origins),
            tuple(self._parts),
            tuple(self._part_patterns),
            tuple(elsewhere),
        )

    # -- lines -------------------------------------------------------------------------------

    def _add(self, text: str, origin: Part | None = None) -> None:
        for line in text.split("\n"):
            self._lines.append(line)
            self._origins.append(origin)

    def _number(self, part: Part, pattern: Pattern | None = None) -> int:
        self._parts.append(part)
        self._part_patterns.append(pattern)
        return len(self._parts) - 1

    def _expression(self, text: str) -> str:
        """An attribute value: the expression on one line, pattern variables renamed."""
        renamed = xpath.rename_variables(text, self._renamed) if self._renamed else text
        return quoteattr(renamed, {"\n": " ", "\r": " ", "\t": " "})

    # -- modes and rules ---------------------------------------------------------------------

    def _mode(self, name: str, patterns: Iterable[Pattern]) -> None:
        self._add(f'<{_X}:mode name="{name}" on-no-match="deep-skip"/>')
        numbered: list[tuple[Pattern, Rule, int, int]] = []
        for pattern in patterns:
            first = self._rule + 1
            for rule in pattern.rules:
                self._rule += 1
                own_first = self._rule if pattern.every_rule_fires else first
                numbered.append((pattern, rule, own_first, self._rule))
        for index, pattern in enumerate(dict.fromkeys(entry[0] for entry in numbered)):
            self._renamed = {
                let.name: f"{let.name}\u00b7{name}\u00b7{index}" for let in pattern.lets
            }
            for let in pattern.lets:
                self._let(let)
            for of_pattern, rule, first, number in numbered:
                if of_pattern is pattern and id(rule) not in self._left_out:
                    self._template(name, pattern, rule, first, number)
        self._renamed = {}

    def _template(self, mode: str, pattern: Pattern, rule: Rule, first: int, number: int) -> None:
        extra = {
            prefix: uri
            for prefix, uri in rule.namespaces.items()
            if prefix not in self._schema.namespaces
        }
        self._add(
            f'<{_X}:template mode="{mode}" priority="{-number}" version="{self._version}"'
            f' exclude-result-prefixes="#all"{_declarations(extra)}'
            f" match={self._expression(rule.context)}>",
            rule,
        )
        self._add(f'<{_X}:param name="{_FIRED}" as="{_INTEGER}" select="0"/>')
        self._add(f'<{_X}:if test="${_FIRED} &lt; {first}">')
        lets = [part for part in rule.body if isinstance(part, Let)]
        if not any(id(let) in self._left_out for let in lets):
            if lets:
                self._add(f"<{_X}:try>")
            for part in rule.body:
                if isinstance(part, Let):
                    self._let(part)
                elif id(part) not in self._left_out:
                    self._assertion(part, pattern)
            if lets:
                self._retry(rule, pattern)
        self._add(f"</{_X}:if>")
        fired = f"if (${_FIRED} &lt; {first}) then {number} else ${_FIRED}"
        self._add(f'<{_X}:next-match><{_X}:with-param name="{_FIRED}" select="{fired}"/>')
        self._add(f"</{_X}:next-match></{_X}:template>")

    def _retry(self, rule: Rule, pattern: Pattern) -> None:
        """Where a variable failed at once: the assertions again, each with what it needs alone."""
        self._add(f"<{_X}:catch>")
        lets: list[Let] = []
        for part in rule.body:
            if isinstance(part, Let):
                lets.append(part)
            elif id(part) not in self._left_out:
                self._add(f"<{_X}:try>")
                for let in needed(part, lets):
                    self._let(let)
                self._assertion(part, pattern)
                self._catch(self._number(part, pattern))
                self._add(f"</{_X}:try>")
        self._add(f"</{_X}:catch></{_X}:try>")

    @property
    def _version(self) -> str:
        return self._schema.query_version

    def _start(self, mode: str, patterns: Iterable[Pattern]) -> None:
        """The pass over the document, then the contexts that could have raised an error.

        XSLT takes an error in a pattern for "does not match" (XSLT 3.0 §5.5.4), which here would
        hide a rule that was never applied.
        """
        pairs = [(pattern, rule) for pattern in patterns for rule in pattern.rules]
        kinds = [xpath.matched_kinds(rule.context) for _, rule in pairs]
        selected = [
            *(["/"] if any(kind.document for kind in kinds) else []),
            *(
                ["//node()"]
                if any(kind.others for kind in kinds)
                else ["//*"]
                if any(kind.elements for kind in kinds)
                else []
            ),
            *(["//@*"] if any(kind.attributes for kind in kinds) else []),
        ]
        if selected:
            select = " | ".join(selected)
            self._add(f'<{_X}:apply-templates mode="{mode}" select="{select}"/>')
        for pattern, rule in pairs:
            if id(rule) in self._left_out or self._version == "1.0":
                continue
            if xpath.may_raise(rule.context) and "current" not in rule.context:
                self._renamed = {
                    let.name: f"{let.name}\u00b7{mode}\u00b7{self._index(patterns, pattern)}"
                    for let in pattern.lets
                }
                self._probe(rule, pattern)
        self._renamed = {}

    @staticmethod
    def _index(patterns: Iterable[Pattern], wanted: Pattern) -> int:
        with_rules = [pattern for pattern in patterns if pattern.rules]
        return next(i for i, pattern in enumerate(with_rules) if pattern is wanted)

    def _probe(self, rule: Rule, pattern: Pattern) -> None:
        number = self._number(rule, pattern)
        extra = {p: u for p, u in rule.namespaces.items() if p not in self._schema.namespaces}
        everywhere = self._expression(f"/descendant-or-self::node()/({rule.context})")
        here = self._expression(f"./({rule.context})")
        self._add(f"<{_X}:try{_declarations(extra)} exclude-result-prefixes='#all'>", rule)
        self._add(f"<{_X}:for-each select={everywhere}>{_NEVER}", rule)
        self._add(f"</{_X}:for-each><{_X}:catch>")
        self._add(f'<{_X}:for-each select="/descendant-or-self::node()"><{_X}:try>')
        self._add(f"<{_X}:for-each select={here}>{_NEVER}", rule)
        self._add(f"</{_X}:for-each>")
        self._catch(number)
        self._add(f"</{_X}:try></{_X}:for-each></{_X}:catch></{_X}:try>")

    def _documents(self, number: int, pattern: Pattern) -> None:
        part = self._number(pattern, pattern)
        select = self._expression(pattern.documents or "")
        self._add(f'<{_X}:try><documents n="{number}"><{_X}:for-each select={select}>', pattern)
        self._add(f'<uri><{_X}:value-of select="."/></uri></{_X}:for-each></documents>')
        self._catch(part)
        self._add(f"</{_X}:try>")

    # -- variables and assertions ------------------------------------------------------------

    def _let(self, let: Let) -> None:
        """A variable. Saxon evaluates it where it is first needed: it may fail where that does no
        harm, as behind a test of the data. The catches tell its errors by their line.
        """
        if id(let) in self._left_out:
            return
        name = self._renamed.get(let.name, let.name)
        extra = {
            prefix: uri
            for prefix, uri in let.namespaces.items()
            if prefix not in self._schema.namespaces
        }
        as_type = let.as_type or ("node()*" if let.content else None)
        typed = f" as={quoteattr(as_type)}" if as_type else ""
        head = (
            f'<{_X}:variable name={quoteattr(name)}{typed} version="{self._version}"'
            f' exclude-result-prefixes="#all"{_declarations(extra)}'
        )
        if let.value is not None:
            self._add(f"{head} select={self._expression(let.value)}/>", let)
        elif let.content:
            content = "".join(self._constructed(part) for part in let.content)
            self._add(f"{head}>{content}</{_X}:variable>", let)
        else:
            self._add(f'{head} select="()"/>', let)

    def _constructed(self, node: Element | str) -> str:
        if isinstance(node, str):
            return f"<{_X}:text>{escape(node)}</{_X}:text>" if node.strip() else ""
        if node.namespace == XSLT:
            return serialised(node)
        attributes = "".join(
            f"<{_X}:attribute name={quoteattr(_local(name))}"
            f" namespace={quoteattr(_attribute_namespace(node, name))}>"
            f"<{_X}:text>{escape(value)}</{_X}:text></{_X}:attribute>"
            for name, value in node.attributes.items()
        )
        content = "".join(self._constructed(child) for child in node.children)
        return (
            f"<{_X}:element name={quoteattr(node.local)} namespace={quoteattr(node.namespace)}>"
            f"{attributes}{content}</{_X}:element>"
        )

    def _assertion(self, assertion: Assertion, pattern: Pattern) -> None:
        number = self._number(assertion, pattern)
        test = self._expression(assertion.test)
        self._add(f"<{_X}:try>")
        if assertion.kind == "assert":
            self._add(f"<{_X}:choose><{_X}:when test={test}/><{_X}:otherwise>", assertion)
        else:
            self._add(f"<{_X}:choose><{_X}:when test={test}>", assertion)
        self._add(f'<r i="{number}" p="{{path(.)}}">')
        if assertion.subject is not None:
            self._add(f"<{_X}:for-each select={self._expression(assertion.subject)}>", assertion)
            self._add(f'<{_X}:if test="position() = 1">')
            self._add(f'<{_X}:attribute name="s" select="path(.)"/></{_X}:if></{_X}:for-each>')
        self._message(assertion.message, "m")
        for note in assertion.diagnostics:
            self._message(note.message, "d")
        for note in assertion.properties:
            self._message(note.message, "q", f" i={quoteattr(note.id)}")
        end = "otherwise" if assertion.kind == "assert" else "when"
        self._add(f"</r></{_X}:{end}></{_X}:choose>")
        self._catch(number)
        self._add(f"</{_X}:try>")

    def _message(self, message: Message, name: str, attributes: str = "") -> None:
        self._add(f"<{name}{attributes}>")
        for part in message:
            if isinstance(part, str):
                self._add(f"<{_X}:text>{escape(part)}</{_X}:text>")
            elif id(part) in self._left_out:
                self._add(f"<{_X}:text>…</{_X}:text>")
            elif isinstance(part, ValueOf):
                select = self._expression(part.select)
                self._guarded(f"<{_X}:value-of select={select}/>", part)
            elif part.path is None:
                self._add(f'<{_X}:value-of select="name()"/>')
            else:
                select = self._expression(part.path)
                named = "if (. instance of node()) then name(.) else string(.)"
                self._guarded(
                    f"<{_X}:for-each select={select}>"
                    f'<{_X}:if test="position() != 1">, </{_X}:if>'
                    f'<{_X}:value-of select="{named}"/></{_X}:for-each>',
                    part,
                )
        self._add(f"</{name}>")

    def _guarded(self, instruction: str, part: ValueOf | NodeName) -> None:
        """An error in a message must not hide the finding whose message it is."""
        number = self._number(part)
        described = f"${_ERROR}description"
        self._add(f"<{_X}:try>{instruction}<{_X}:catch>", part)
        line = f"{{${_ERROR}line-number}}"
        self._add(f'<f i="{number}" l="{line}"><{_X}:value-of select="{described}"/></f>')
        self._add(f"</{_X}:catch></{_X}:try>")

    def _catch(self, number: int) -> None:
        line = f"{{${_ERROR}line-number}}"
        self._add(f'<{_X}:catch><f i="{number}" p="{{path(.)}}" l="{line}">')
        self._add(f'<{_X}:value-of select="${_ERROR}description"/></f></{_X}:catch>')


def needed(assertion: Assertion, lets: Sequence[Let]) -> list[Let]:
    """Those of a rule's variables that an assertion depends on, in order."""
    notes = (*assertion.diagnostics, *assertion.properties)
    expressions = [assertion.test, assertion.subject or ""]
    for message in (assertion.message, *(note.message for note in notes)):
        expressions += [part.select for part in message if isinstance(part, ValueOf)]
        expressions += [part.path or "" for part in message if isinstance(part, NodeName)]
    names = set().union(*map(xpath.variables, expressions))
    wanted: list[Let] = []
    for let in reversed(lets):
        if let.name in names:
            wanted.append(let)
            content = (serialised(part) for part in let.content if isinstance(part, Element))
            names |= set().union(*map(xpath.variables, (let.value or "", *content)))
    return wanted[::-1]


def _declarations(namespaces: Mapping[str, str]) -> str:
    return "".join(f" xmlns:{prefix}={quoteattr(uri)}" for prefix, uri in namespaces.items())


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _attribute_namespace(element: Element, name: str) -> str:
    prefix, _, _ = name.rpartition(":")
    return element.namespaces.get(prefix, "") if prefix else ""
