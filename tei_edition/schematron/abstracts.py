# SPDX-License-Identifier: MIT
"""Abstract patterns and abstract rules written out (ISO/IEC 19757-3 §6.2)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tei_edition.schematron.assemble import SCHEMATRON, identifier, is_abstract, is_schematron
from tei_edition.schematron.faults import schema_fault
from tei_edition.schematron.instructions import XSLT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tei_edition.findings import Finding
    from tei_edition.schematron.source import Element

_REFERENCE = re.compile(r"\$([^\W\d][\w.\-]*)")
_LARGEST_RULE = 5_000
_EXPANDED = {"test", "context", "select", "path", "value", "subject", "documents", "visit-each"}


def substitute(element: Element, parameters: Mapping[str, str]) -> Element:
    """The element with each ``$parameter`` in its expressions replaced, as text, by its value."""
    if not parameters:
        return element
    attributes = {
        name: _replaced(value, parameters)
        if name in _EXPANDED and element.namespace in (SCHEMATRON, XSLT)
        else value
        for name, value in element.attributes.items()
    }
    children = [
        child if isinstance(child, str) else substitute(child, parameters)
        for child in element.children
    ]
    return replace(element, attributes=attributes, children=children)


def _replaced(text: str, parameters: Mapping[str, str]) -> str:
    def value(match: re.Match[str]) -> str:
        name = match.group(1)
        # "$a-b" is the parameter "a-b"; where there is none, "$a" followed by "-b".
        while name not in parameters:
            cut = max(name.rfind("-"), name.rfind("."))
            if cut < 0:
                return match.group()
            name = name[:cut]
        return parameters[name] + match.group(1)[len(name) :]

    return _REFERENCE.sub(value, text)


def instance(
    pattern: Element, siblings: Sequence[Element], faults: list[Finding]
) -> tuple[Element, dict[str, str]] | None:
    """The concrete pattern that ``is-a`` makes of an abstract one, and its parameters."""
    wanted = pattern.attributes["is-a"]
    found = [
        candidate
        for candidate in siblings
        if is_abstract(candidate) and identifier(candidate) == wanted
    ]
    if not found:
        faults.append(schema_fault(pattern, f"There is no abstract pattern “{wanted}”"))
        return None
    abstract = found[0]
    given = _parameters(pattern, faults)
    declared = _parameters(abstract, faults)
    if declared:
        faults.extend(
            schema_fault(pattern, f"The abstract pattern “{wanted}” has no parameter “{name}”")
            for name in sorted(given.keys() - declared.keys())
        )
    values = {name: value for name, value in {**declared, **given}.items() if value is not None}
    if missing := sorted(declared.keys() - values.keys()):
        names = ", ".join(f"“{name}”" for name in missing)
        faults.append(schema_fault(pattern, f"No value is given for the parameter {names}"))
        return None
    faults.extend(
        schema_fault(child, f"A pattern with @is-a takes its rules from “{wanted}”; it has none")
        for child in pattern.elements()
        if is_schematron(child, "rule")
    )
    attributes = {
        **{key: value for key, value in abstract.attributes.items() if key != "abstract"},
        **pattern.attributes,
    }
    if "id" not in pattern.attributes:
        attributes.pop("id", None)
    children = [
        child
        for child in (*abstract.children, *pattern.children)
        if isinstance(child, str) or not is_schematron(child, "param", "title", "p")
    ]
    return substitute(replace(abstract, attributes=attributes, children=children), values), values


def _parameters(pattern: Element, faults: list[Finding]) -> dict[str, str | None]:
    values: dict[str, str | None] = {}
    for child in pattern.elements():
        if is_schematron(child, "param") and "name" in child.attributes:
            name = child.attributes["name"]
            if name in values:
                faults.append(schema_fault(child, f"The parameter “{name}” is given twice"))
            values[name] = child.attributes.get("value")
    return values


class RuleBodies:
    """The bodies of one pattern's rules, with those of the abstract rules they extend."""

    def __init__(self, abstract_rules: Mapping[str, Element], faults: list[Finding]) -> None:
        self._abstract = abstract_rules
        self._faults = faults
        self._known: dict[str, list[Element]] = {}

    def of(self, rule: Element, chain: tuple[str, ...] = ()) -> list[Element]:
        """The variables and assertions of a rule, in order."""
        body: list[Element] = []
        for child in rule.elements():
            if is_schematron(child, "extends"):
                body += self._extended(child, chain)
            else:
                body.append(child)
        if len(body) > _LARGEST_RULE:
            message = f"The rule has more than {_LARGEST_RULE} assertions through <extends>"
            self._faults.append(schema_fault(rule, message))
            return []
        return body

    def _extended(self, extends: Element, chain: tuple[str, ...]) -> list[Element]:
        wanted = extends.attributes.get("rule")
        if wanted is None:
            self._faults.append(schema_fault(extends, "<extends> has neither @rule nor @href"))
        elif wanted in chain:
            message = f"The abstract rule “{wanted}” extends itself"
            self._faults.append(schema_fault(extends, message))
        elif wanted not in self._abstract:
            message = f"There is no abstract rule “{wanted}” in this pattern"
            self._faults.append(schema_fault(extends, message))
        else:
            if wanted not in self._known:
                self._known[wanted] = self.of(self._abstract[wanted], (*chain, wanted))
            return self._known[wanted]
        return []
