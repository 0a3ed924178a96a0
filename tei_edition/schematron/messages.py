# SPDX-License-Identifier: MIT
"""The content of assertions, diagnostics and properties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.schematron.assemble import SCHEMATRON
from tei_edition.schematron.faults import fault
from tei_edition.schematron.instructions import XSLT
from tei_edition.schematron.model import NodeName, ValueOf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.findings import Finding
    from tei_edition.schematron.model import Message
    from tei_edition.schematron.source import Element


def message(element: Element, faults: list[Finding]) -> Message:
    """What the element says: text, expressions and names; ``emph``, ``dir``, ``span`` as text."""
    return tuple(_parts(element, faults))


def _parts(element: Element, faults: list[Finding]) -> Iterator[str | ValueOf | NodeName]:
    for child in element.children:
        if isinstance(child, str):
            yield child
        elif child.namespace == SCHEMATRON and child.local == "name":
            yield NodeName(child.attributes.get("path"), child.position)
        elif (child.namespace == SCHEMATRON and child.local == "value-of") or (
            child.namespace == XSLT and child.local in ("value-of", "copy-of", "sequence")
        ):
            if "select" in child.attributes:
                yield ValueOf(child.attributes["select"], child.position)
        elif child.namespace == XSLT and child.local != "text":
            text = f"<{child.name}> cannot stand in a message; it is left out"
            faults.append(fault("rule-fault", text, child.position))
        else:
            yield from _parts(child, faults)
