# SPDX-License-Identifier: MIT
"""What rules that are not the toolkit's own may not contain, found before they are compiled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.schematron.faults import fault
from tei_edition.schematron.instructions import ESCAPING, READING, XSLT, refusals
from tei_edition.schematron.model import Assertion, Let, NodeName, ValueOf
from tei_edition.schematron.source import Element
from tei_edition.schematron.xpath import called_functions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tei_edition.findings import Finding
    from tei_edition.schematron.lines import Part
    from tei_edition.schematron.model import Message, Pattern, Phase, Schema


def locked_out(
    schema: Schema, patterns: Sequence[Pattern], phase: Phase | None
) -> Iterator[tuple[Part, Finding]]:
    """Every part that a locked-down schema may not have, with the finding that says so."""
    for declaration in schema.declarations:
        for element, reason in refusals(declaration):
            yield declaration, fault("rule-refused", reason, element.position)
            break
    for part, expressions, namespaces in _expressions(schema, patterns, phase):
        scope = {**namespaces, **schema.namespaces}
        for expression in expressions:
            for function in called_functions(expression, scope):
                if function in READING | ESCAPING:
                    yield part, _refused(part, function)
                    break
    lets = (*schema.lets, *(phase.lets if phase else ()))
    for pattern in patterns:
        rule_lets = [let for rule in pattern.rules for let in rule.body if isinstance(let, Let)]
        for let in (*lets, *pattern.lets, *rule_lets):
            for content in let.content:
                if isinstance(content, Element) and _instructions(content):
                    reason = f"The variable “${let.name}” contains XSLT, which is not allowed"
                    yield let, fault("rule-refused", reason, let.position)


def _refused(part: Part, function: str) -> Finding:
    if function in READING:
        message = f"{function}() is not allowed in rules: they cannot read other files"
        hint = "Rules see the document only; what another file says has to be checked otherwise."
    else:
        message = f"{function}() is not allowed in rules: it gets round the lock on reading files"
        hint = ""
    return fault("rule-refused", message, part.position, hint=hint, rule=getattr(part, "id", ""))


def _instructions(element: Element) -> bool:
    return any(part.namespace == XSLT for part in element.descendants())


def _expressions(
    schema: Schema, patterns: Sequence[Pattern], phase: Phase | None
) -> Iterator[tuple[Part, tuple[str, ...], Mapping[str, str]]]:
    """Every part with its expressions and the prefixes in scope of them."""

    def of_lets(lets: Sequence[Let]) -> Iterator[tuple[Part, tuple[str, ...], Mapping[str, str]]]:
        for let in lets:
            yield let, (let.value or "", let.as_type or ""), let.namespaces

    yield from of_lets(schema.lets)
    if phase is not None:
        yield from of_lets([*phase.lets, *([phase.start] if phase.start else [])])
    for pattern in patterns:
        yield pattern, (pattern.documents or "",), {}
        yield from of_lets(pattern.lets)
        for rule in pattern.rules:
            yield rule, (rule.context, rule.visit_each or ""), rule.namespaces
            yield from of_lets([part for part in rule.body if isinstance(part, Let)])
            for assertion in rule.body:
                if isinstance(assertion, Assertion):
                    own = (assertion.test, assertion.subject or "")
                    yield assertion, own, rule.namespaces
                    for message in _messages(assertion):
                        for part in message:
                            if isinstance(part, ValueOf):
                                yield part, (part.select,), rule.namespaces
                            elif isinstance(part, NodeName):
                                yield part, (part.path or "",), rule.namespaces


def _messages(assertion: Assertion) -> Iterator[Message]:
    yield assertion.message
    for note in (*assertion.diagnostics, *assertion.properties):
        yield note.message
