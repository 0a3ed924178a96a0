# SPDX-License-Identifier: MIT
"""An assembled schema made into a :class:`~tei_edition.schematron.model.Schema`.

What is not correct Schematron becomes a fault and is left out; the rest stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tei_edition.schematron.abstracts import RuleBodies, instance
from tei_edition.schematron.assemble import (
    declared_namespaces,
    identifier,
    is_abstract,
    is_schematron,
)
from tei_edition.schematron.declarations import namespaces, start, variable, variables
from tei_edition.schematron.faults import fault, schema_fault
from tei_edition.schematron.instructions import XSLT
from tei_edition.schematron.messages import message
from tei_edition.schematron.model import Assertion, Let, Pattern, Phase, Rule, Schema
from tei_edition.schematron.notes import Notes, doubled
from tei_edition.schematron.severity import severity_of
from tei_edition.schematron.structure import structural_faults

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tei_edition.findings import Finding
    from tei_edition.schematron.source import Element

_LANGUAGES: dict[str, Literal["1.0", "3.0"]] = {
    **dict.fromkeys(("xslt", "xslt1", "xslt1.0", "exslt", "xpath", "xpath1", "xpath1.0"), "1.0"),
    **dict.fromkeys(("xslt2", "xslt2.0", "xslt3", "xslt3.0"), "3.0"),
    **dict.fromkeys(("xpath2", "xpath2.0", "xpath3", "xpath3.0", "xpath31", "xpath3.1"), "3.0"),
}
_DEFAULT_LANGUAGE = "xslt"
"""ISO/IEC 19757-3 §6.4: without @queryBinding the language is that of XSLT 1.0."""


def compose(root: Element, faults: list[Finding], *, must_check: bool = True) -> Schema | None:
    """The schema in *root*, an assembled ``schema`` element; ``None`` where none can be had.

    With *must_check*, a schema without patterns is a fault.
    """
    if not is_schematron(root, "schema"):
        faults.append(
            schema_fault(root, f"The file is not a Schematron schema: it begins with <{root.name}>")
        )
        return None
    language = root.attributes.get("queryBinding", _DEFAULT_LANGUAGE).strip()
    version = _LANGUAGES.get(language.lower())
    if version is None:
        hint = "Rules can be written for xslt, xslt2, xslt3, xpath2 and xpath3."
        message_ = f"The query language “{language}” (@queryBinding) is not supported"
        faults.append(schema_fault(root, message_, hint))
        return None
    faults += structural_faults(root)
    return _Composer(root, version, faults, must_check=must_check).schema()


class _Composer:
    """Builds one schema; the methods follow its parts from the outside in."""

    def __init__(
        self,
        root: Element,
        version: Literal["1.0", "3.0"],
        faults: list[Finding],
        *,
        must_check: bool,
    ) -> None:
        self._root = root
        self._must_check = must_check
        self._version: Literal["1.0", "3.0"] = version
        self._faults = faults
        self._patterns = [
            child for child in root.elements() if is_schematron(child, "pattern", "group")
        ]
        self._shared_rules = _abstract_rules(
            rules for rules in root.elements() if is_schematron(rules, "rules")
        )
        self._notes = Notes(root, faults)

    def schema(self) -> Schema:
        root = self._root
        lets = variables(root, (), self._faults)
        phases = self._phases(lets)
        self._faults += doubled(self._patterns, "pattern")
        patterns = tuple(
            pattern
            for element in self._patterns
            if (pattern := self._pattern(element, lets, phases)) is not None
        )
        if not self._patterns and self._must_check:
            self._faults.append(
                schema_fault(root, "The schema has no patterns, so it checks nothing")
            )
        default = root.attributes.get("defaultPhase", "#ALL")
        if default not in phases and default not in ("#ALL", "#DEFAULT"):
            self._faults.append(schema_fault(root, f"@defaultPhase names no phase: “{default}”"))
            default = "#ALL"
        self._check_active()
        return Schema(
            query_version=self._version,
            default_phase="#ALL" if default == "#DEFAULT" else default,
            namespaces=namespaces(root, self._faults),
            lets=lets,
            phases=phases,
            patterns=patterns,
            declarations=tuple(child for child in root.elements() if child.namespace == XSLT),
            position=root.position,
        )

    def _phases(self, outer: tuple[Let, ...]) -> dict[str, Phase]:
        elements = [child for child in self._root.elements() if is_schematron(child, "phase")]
        self._faults += doubled(elements, "phase")
        return {
            identifier(element): Phase(
                identifier(element),
                variables(element, (outer,), self._faults),
                frozenset(
                    child.attributes.get("pattern", "").strip()
                    for child in element.elements()
                    if is_schematron(child, "active")
                ),
                start(element),
            )
            for element in elements
        }

    def _check_active(self) -> None:
        known = {identifier(element) for element in self._patterns if not is_abstract(element)}
        self._faults.extend(
            schema_fault(child, f"<active> names no pattern: “{child.attributes['pattern']}”")
            for phase in self._root.elements()
            if is_schematron(phase, "phase")
            for child in phase.elements()
            if is_schematron(child, "active")
            and child.attributes.get("pattern", "").strip() not in known
            and "pattern" in child.attributes
        )

    def _pattern(
        self, element: Element, outer: tuple[Let, ...], phases: Mapping[str, Phase]
    ) -> Pattern | None:
        parameters: Mapping[str, str] = {}
        if is_abstract(element):
            if not identifier(element):
                self._faults.append(schema_fault(element, "An abstract pattern needs an @id"))
            if "is-a" in element.attributes:
                message_ = "An abstract pattern cannot have @is-a as well"
                self._faults.append(schema_fault(element, message_))
            return None
        if "is-a" in element.attributes:
            made = instance(element, self._patterns, self._faults)
            if made is None:
                return None
            element, parameters = made
        active = [phase.lets for phase in phases.values() if identifier(element) in phase.active]
        rules = [child for child in element.elements() if is_schematron(child, "rule")]
        local = [child for child in element.elements() if is_schematron(child, "rules")]
        abstract = self._shared_rules | _abstract_rules((*local, element))
        bodies = RuleBodies(abstract, self._faults)
        notes = self._notes.within(element, parameters)
        return Pattern(
            id=identifier(element),
            lets=variables(element, (outer, *active), self._faults),
            rules=tuple(
                made_rule
                for rule in rules
                if (made_rule := self._rule(rule, element, bodies, notes)) is not None
            ),
            documents=element.attributes.get("documents"),
            every_rule_fires=element.local == "group",
            position=element.position,
        )

    def _rule(
        self, rule: Element, pattern: Element, bodies: RuleBodies, notes: Notes
    ) -> Rule | None:
        context = rule.attributes.get("context")
        if is_abstract(rule):
            if not identifier(rule):
                self._faults.append(schema_fault(rule, "An abstract rule needs an @id"))
            if context is not None:
                self._faults.append(schema_fault(rule, "An abstract rule has no @context"))
            return None
        if context is None or not context.strip():
            self._faults.append(
                schema_fault(rule, "The rule has no @context, so it applies to nothing")
            )
            return None
        body: list[Let | Assertion] = []
        names: set[str] = set()
        for child in bodies.of(rule):
            if is_schematron(child, "let"):
                let = variable(child, self._faults)
                if let is not None and let.name in names:
                    message_ = f"The variable “${let.name}” is declared twice"
                    self._faults.append(schema_fault(child, message_))
                elif let is not None:
                    names.add(let.name)
                    body.append(let)
            elif is_schematron(child, "assert", "report"):
                assertion = self._assertion(child, rule, pattern, notes)
                if assertion is not None:
                    body.append(assertion)
            elif child.namespace == XSLT:
                message_ = f"<{child.name}> cannot stand in a rule; it is left out"
                self._faults.append(fault("rule-fault", message_, child.position))
        return Rule(
            id=identifier(rule),
            context=context.strip(),
            visit_each=rule.attributes.get("visit-each"),
            body=tuple(body),
            namespaces=declared_namespaces(rule),
            position=rule.position,
        )

    def _assertion(
        self, element: Element, rule: Element, pattern: Element, notes: Notes
    ) -> Assertion | None:
        test = element.attributes.get("test")
        if test is None:
            return None
        attributes = element.attributes
        return Assertion(
            kind="report" if element.local == "report" else "assert",
            id=identifier(element),
            test=test,
            message=message(element, self._faults),
            severity=severity_of(element, rule, pattern),
            role=attributes.get("role", ""),
            flag=attributes.get("flag") or rule.attributes.get("flag", ""),
            subject=attributes.get("subject") or rule.attributes.get("subject"),
            see=attributes.get("see", ""),
            language=_language(element, rule, pattern),
            diagnostics=notes.diagnostics(element),
            properties=notes.properties(element),
            position=element.position,
        )


def _language(*elements: Element) -> str:
    """The language that the innermost of the elements states."""
    return next((lang for e in elements if (lang := e.attributes.get("xml:lang"))), "")


def _abstract_rules(parents: Iterable[Element]) -> dict[str, Element]:
    return {
        identifier(rule): rule
        for parent in parents
        for rule in parent.elements()
        if is_schematron(rule, "rule") and is_abstract(rule)
    }
