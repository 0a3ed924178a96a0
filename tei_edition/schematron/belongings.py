# SPDX-License-Identifier: MIT
"""What included parts need of the schemas that they stand in.

ISO/IEC 19757-3 §5.4.5 takes in the element that ``include`` points at, and no more: a pattern that
names a variable, a prefix or a diagnostic of its own schema would then be at fault. So the schema
gets from there what the part names and the schema itself does not declare. Where it does, its own
declaration counts, as the standard has it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tei_edition.schematron import xpath
from tei_edition.schematron.assemble import identifier, is_abstract, is_schematron
from tei_edition.schematron.instructions import XSLT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tei_edition.schematron.source import Element

_NOTES = {"diagnostics": "diagnostic", "properties": "property"}


def with_belongings(schema: Element, homes: Iterable[Element]) -> Element:
    """The assembled schema, with what it lacks and parts of it name.

    *homes* are the assembled schemas from which the parts were taken.
    """
    for home in homes:
        lacking = True
        while lacking:  # what is taken in may need more
            brought = list(_lacking(schema, home))
            lacking = bool(brought)
            schema = replace(schema, children=[*schema.children, *brought])
    return schema


def _lacking(schema: Element, home: Element) -> Iterator[Element]:
    known = {key for child in schema.elements() for key in _keys(child)}
    named = _named(schema)
    for child in home.elements():
        if is_schematron(child, *_NOTES):
            notes = [
                note
                for note in child.elements()
                if (key := (note.local, identifier(note))) not in known and key in named
            ]
            if notes:
                yield replace(child, children=list(notes))
        elif is_schematron(child, "rules"):
            if any(key not in known and key in named for key in _keys(child)):
                yield child
        elif is_schematron(child, "pattern", "group") and not is_abstract(child):
            continue
        else:
            for key in _keys(child):
                if key not in known and (key in named or key[0] in ("ns", "xslt")):
                    yield child


def _keys(element: Element) -> Iterator[tuple[str, str]]:
    """Kind and name of what a part of a schema declares for all of it."""
    if element.namespace == XSLT:
        yield "xslt", f"{element.local} {element.attributes.get('name', '')}"
    elif is_schematron(element, "ns"):
        yield "ns", element.attributes.get("prefix", "")
    elif is_schematron(element, "let", "param"):
        yield "let", element.attributes.get("name", "").strip()
    elif is_schematron(element, "pattern", "group"):
        yield "pattern", identifier(element)
    elif is_schematron(element, "rules", *_NOTES):
        for child in element.elements():
            yield child.local, identifier(child)


def _named(schema: Element) -> set[tuple[str, str]]:
    """Kind and name of whatever anything in the schema refers to."""
    named: set[tuple[str, str]] = set()
    for element in schema.descendants():
        for name, value in element.attributes.items():
            if "$" in value:
                named |= {("let", variable) for variable in xpath.variables(value)}
            if name in _NOTES:
                named |= {(_NOTES[name], wanted) for wanted in value.split()}
        if is_schematron(element, "extends"):
            named.add(("rule", element.attributes.get("rule", "")))
        elif is_schematron(element, "pattern", "group"):
            named.add(("pattern", element.attributes.get("is-a", "")))
    return named
