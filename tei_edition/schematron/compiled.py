# SPDX-License-Identifier: MIT
"""A schema compiled by Saxon, without the parts that do not compile."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.saxon import SaxonError, Stylesheet
from tei_edition.schematron.faults import fault
from tei_edition.schematron.generate import Generated, generate
from tei_edition.schematron.lines import Part
from tei_edition.schematron.lock import locked_out
from tei_edition.schematron.model import START, Assertion, Let, NodeName, Pattern, Rule, ValueOf
from tei_edition.schematron.repetitions import repetitions
from tei_edition.schematron.source import Element

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.findings import Finding
    from tei_edition.saxon import Problem
    from tei_edition.schematron.model import Phase, Schema

_MOST_ROUNDS = 50
_UNDECLARED = re.compile(r"Variable \$(\S+) has not been declared")
_UNKNOWN_FUNCTION = re.compile(r"function named (?:Q\{[^}]*\})?([^\s(]+)\(")


class Compiled:
    """A stylesheet for one phase of a schema, and what had to be left out of it."""

    def __init__(
        self, schema: Schema, patterns: Sequence[Pattern], phase: Phase | None, *, trusted: bool
    ) -> None:
        self.patterns = tuple(patterns)
        self._schema = schema
        self._phase = phase
        self._locked = not trusted
        self._left_out: set[int] = set()
        self._missing: set[str] = set()
        self.faults: list[Finding] = []
        if self._locked:
            for part, finding in locked_out(schema, patterns, phase):
                self._leave_out(part, finding)
        self.generated, self.stylesheet = self._compile()
        self.repetitions = repetitions(schema, patterns, phase)

    def only(self, patterns: Sequence[Pattern]) -> Compiled:
        """The same for some of the patterns."""
        return Compiled(self._schema, patterns, self._phase, trusted=not self._locked)

    def _compile(self) -> tuple[Generated, Stylesheet | None]:
        """Compile; leave out what Saxon faults; compile again, until it faults nothing."""
        for _ in range(_MOST_ROUNDS):
            generated = generate(self._schema, self.patterns, self._phase, self._left_out)
            try:
                stylesheet = Stylesheet.from_text(generated.text, locked=self._locked)
            except SaxonError as error:
                if not self._leave_out_faulty(generated, error):
                    break
            else:
                return generated, stylesheet
        return generated, None

    def _leave_out_faulty(self, generated: Generated, error: SaxonError) -> bool:
        """Whether anything was found to leave out."""
        before = len(self._left_out)
        homeless: list[Problem] = []
        for problem in error.problems:
            origin = (
                generated.origins[problem.line - 1]
                if 0 < problem.line <= len(generated.origins)
                else None
            )
            if origin is None:
                homeless.append(problem)
            elif id(origin) not in self._left_out:
                self._leave_out(origin, self._finding(origin, problem))
        if len(self._left_out) > before:
            return True
        details = "; ".join(problem.message for problem in homeless) or str(error)
        message = f"The rules cannot be compiled: {details}"
        self.faults.append(fault("rule-fault", message, self._schema.position))
        return False

    def _leave_out(self, part: Part, finding: Finding | None) -> None:
        self._left_out.add(id(part))
        if isinstance(part, Let):
            self._missing.add(part.name)
        elif isinstance(part, Element) and "name" in part.attributes:
            self._missing.add(part.attributes["name"].rpartition(":")[2])
        if finding is not None:
            self.faults.append(finding)

    def _finding(self, part: Part, problem: Problem) -> Finding | None:
        """The fault in a part; none where it only follows from a fault reported elsewhere."""
        for missing in (_UNDECLARED, _UNKNOWN_FUNCTION):
            found = missing.search(problem.message)
            if found and found.group(1).partition("\u00b7")[0] in self._missing:
                return None
        rule = part.id if isinstance(part, Assertion | Rule | Pattern) else ""
        left_out = "what uses it is" if isinstance(part, Let) else "is"
        message = (
            f"{described(part)} cannot be understood and {left_out} left out: {problem.message}"
        )
        return fault("rule-fault", message, part.position, rule=rule)


def described(part: Part) -> str:
    """A part of a schema as a message names it, with its expression."""
    match part:
        case Assertion():
            return f"The test “{_short(part.test)}”"
        case Rule():
            return f"The rule for “{_short(part.context)}”"
        case Let(name=name) if name == START:
            return "The @from of the phase"
        case Let():
            return f"The variable “${part.name}”"
        case ValueOf():
            return f"The expression “{_short(part.select)}” in a message"
        case NodeName():
            return f"The name of “{_short(part.path or '.')}” in a message"
        case Pattern(documents=None):
            return f"The pattern “{part.id}”" if part.id else "A pattern"
        case Pattern():
            return f"The list of documents “{_short(part.documents or '')}”"
        case Element():
            name = part.attributes.get("name", "")
            return f"<{part.name}> “{name}”" if name else f"<{part.name}>"


def _short(expression: str) -> str:
    text = " ".join(expression.split())
    return text if len(text) <= 80 else text[:79] + "…"
