# SPDX-License-Identifier: MIT
"""Diagnostics and properties, which assertions name (ISO/IEC 19757-3 §5.4.3, §5.4.14)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.schematron.abstracts import substitute
from tei_edition.schematron.assemble import identifier, is_schematron
from tei_edition.schematron.faults import schema_fault
from tei_edition.schematron.messages import message
from tei_edition.schematron.model import Note

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tei_edition.findings import Finding
    from tei_edition.schematron.source import Element

_CONTAINERS = {"diagnostic": "diagnostics", "property": "properties"}


class Notes:
    """The diagnostics and properties that the assertions of a schema or a pattern may name."""

    def __init__(
        self,
        parent: Element,
        faults: list[Finding],
        outer: Notes | None = None,
        parameters: Mapping[str, str] | None = None,
    ) -> None:
        self._faults = faults
        self._parameters = parameters or {}
        self._known: dict[str, dict[str, Element]] = {}
        for kind, container in _CONTAINERS.items():
            elements = [
                child
                for holder in parent.elements()
                if is_schematron(holder, container)
                for child in holder.elements()
                if is_schematron(child, kind)
            ]
            faults += doubled(elements, kind)
            known = {identifier(element): element for element in elements}
            self._known[kind] = (outer._known[kind] if outer else {}) | known

    def within(self, pattern: Element, parameters: Mapping[str, str]) -> Notes:
        """These and those of a pattern, with the parameters it was made with."""
        return Notes(pattern, self._faults, self, parameters)

    def diagnostics(self, assertion: Element) -> tuple[Note, ...]:
        """Those that the assertion names."""
        return tuple(self._named(assertion, "diagnostic"))

    def properties(self, assertion: Element) -> tuple[Note, ...]:
        """Those that the assertion names."""
        return tuple(self._named(assertion, "property"))

    def _named(self, assertion: Element, kind: str) -> Iterator[Note]:
        for wanted in assertion.attributes.get(_CONTAINERS[kind], "").split():
            element = self._known[kind].get(wanted)
            if element is None:
                self._faults.append(schema_fault(assertion, f"There is no {kind} “{wanted}”"))
            else:
                content = message(substitute(element, self._parameters), self._faults)
                yield Note(wanted, content)


def doubled(elements: Iterable[Element], kind: str) -> list[Finding]:
    """A fault for each element that repeats the identifier of another of its kind."""
    seen: set[str] = set()
    found: list[Finding] = []
    for element in elements:
        name = identifier(element)
        if name in seen:
            found.append(schema_fault(element, f"There are two {kind}s “{name}”"))
        if name:
            seen.add(name)
    return found
