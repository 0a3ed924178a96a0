# SPDX-License-Identifier: MIT
"""Assertions that a rule set states more than once, so that one fault is reported once.

The TEI schemas state some assertions in several languages, each in a pattern of its own: an editor
would read of the same fault twice, once in French. Two assertions of different rules are one where
they cannot disagree: the same kind, context, test and subject, under the same prefixes and
variables, of the same severity, and not told apart by an identifier. Where several of them fire at
a node, the one in English speaks, else the first that states no language, else the first.

The rules themselves all run: the first that matches a node is still the one that fires, in each
pattern.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.schematron.instructions import serialised
from tei_edition.schematron.model import Let
from tei_edition.schematron.variables import used_in
from tei_edition.schematron.xpath import tokens

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

    from tei_edition.schematron.model import Assertion, Pattern, Phase, Rule, Schema


class Repetition(NamedTuple):
    """An assertion that others repeat."""

    of: int
    """Number of what is stated more than once."""
    rank: int
    """The lowest is the one to read."""
    rule: int
    """``id()`` of the rule. What one rule says twice, it means twice."""


def repetitions(
    schema: Schema, patterns: Iterable[Pattern], phase: Phase | None
) -> dict[int, Repetition]:
    """By ``id()`` of the assertion, all that are stated more than once."""
    outer = (*schema.lets, *(phase.lets if phase else ()))
    same: dict[Hashable, list[tuple[Rule, Assertion]]] = defaultdict(list)
    for pattern in patterns:
        for rule in pattern.rules:
            namespaces = {**rule.namespaces, **schema.namespaces}
            before: list[Let] = [*outer, *pattern.lets]
            for part in rule.body:
                if isinstance(part, Let):
                    before.append(part)
                else:
                    meaning = _meaning(part, rule, pattern, before, namespaces)
                    same[meaning].append((rule, part))
    return {
        id(assertion): Repetition(number, _rank(assertion), id(rule))
        for number, stated in enumerate(same.values())
        if len({id(rule) for rule, _ in stated}) > 1
        for rule, assertion in stated
    }


def _rank(assertion: Assertion) -> int:
    language = assertion.language.lower()
    return 0 if language.partition("-")[0] == "en" else 2 if language else 1


def _meaning(
    assertion: Assertion,
    rule: Rule,
    pattern: Pattern,
    lets: Sequence[Let],
    namespaces: Mapping[str, str],
) -> Hashable:
    """All that decides where and when the assertion fires, and as what."""
    expressions = [rule.context, assertion.test]
    expressions += [assertion.subject or "", rule.visit_each or "", pattern.documents or ""]
    variables = used_in(expressions, lets)
    expressions += [let.value or "" for let in variables]
    return (
        assertion.kind,
        assertion.id,
        assertion.severity,
        tuple(_words(expression) for expression in expressions),
        frozenset(_prefixes(expressions, namespaces)),
        tuple((let.name, let.as_type, _content(let)) for let in variables),
    )


def _words(expression: str) -> tuple[str, ...]:
    return tuple(token.text for token in tokens(expression))


def _prefixes(
    expressions: Iterable[str], namespaces: Mapping[str, str]
) -> Iterable[tuple[str, str]]:
    for expression in expressions:
        for token in tokens(expression):
            prefix, colon, _ = token.text.partition(":")
            if token.kind == "name" and colon and prefix in namespaces:
                yield prefix, namespaces[prefix]


def _content(let: Let) -> str:
    return "".join(part if isinstance(part, str) else serialised(part) for part in let.content)
