# SPDX-License-Identifier: MIT
"""Variables in the stylesheet (ISO/IEC 19757-3 §5.4.6).

XSLT cannot catch an error in a global variable. So a variable outside the rules that might raise
one is held as a map, either of its value or of its error; whatever uses it asks for the error
first. A variable of a rule fails where Saxon evaluates it: inside the test that needs it, or at
once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.parser.escaping import escaped, quoted
from tei_edition.schematron import xpath
from tei_edition.schematron.instructions import XSLT, serialised
from tei_edition.schematron.lines import DESCRIPTION, X
from tei_edition.schematron.model import Assertion, Let, NodeName, ValueOf
from tei_edition.schematron.source import Element

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tei_edition.schematron.lines import Lines
    from tei_edition.schematron.model import Pattern

_HELD = "\u00b7held"
"""Ends the name of the map that holds a variable's value or error."""


def add_global(lines: Lines, let: Let) -> None:
    """A variable of the schema, the phase or a pattern, evaluated at the document."""
    if lines.is_left_out(let):
        return
    if let.value is None or not xpath.may_raise(let.value):
        add_local(lines, let)
        return
    name = lines.renamed.get(let.name, let.name)
    typed = f" as={quoted(let.as_type)}" if let.as_type else ""
    error = f"map{{'error': string({DESCRIPTION})}}"
    held = f'name={quoted(name + _HELD)} as="map(*)"'
    lines.add(f"<{X}:variable {held}{lines.scope(let.namespaces)}>")
    value = lines.expression(let.value)
    lines.add(f'<{X}:try><{X}:variable name="held"{typed} select={value}/>', let)
    lines.add(f'<{X}:map><{X}:map-entry key="\'value\'" select="$held"/></{X}:map>')
    lines.add(f'<{X}:catch select="{error}"/></{X}:try></{X}:variable>')
    lines.add(f'<{X}:variable name={quoted(name)} select="${name}{_HELD}?value"/>', let)


def add_local(lines: Lines, let: Let) -> None:
    """A variable of a rule, evaluated at the context node."""
    if lines.is_left_out(let):
        return
    name = quoted(lines.renamed.get(let.name, let.name))
    as_type = let.as_type or ("node()*" if let.content else None)
    typed = f" as={quoted(as_type)}" if as_type else ""
    head = f"<{X}:variable name={name}{typed}{lines.scope(let.namespaces)}"
    if let.value is not None:
        lines.add(f"{head} select={lines.expression(let.value)}/>", let)
    elif let.content:
        lines.add(f"{head}>{''.join(map(_constructed, let.content))}</{X}:variable>", let)
    else:
        lines.add(f'{head} select="()"/>', let)


def errors_of(lines: Lines, lets: Iterable[Let]) -> tuple[list[Let], list[str]]:
    """Those of the global variables that are held as maps, and the names of these maps."""
    held = [
        let
        for let in lets
        if let.value is not None and xpath.may_raise(let.value) and not lines.is_left_out(let)
    ]
    return held, [lines.renamed.get(let.name, let.name) + _HELD for let in held]


def add_error_reports(lines: Lines, lets: Iterable[Let], pattern: Pattern | None) -> None:
    """Report each of the global variables that has failed."""
    for let, name in zip(*errors_of(lines, lets), strict=True):
        number = lines.number(let, pattern)
        error = f'<{X}:value-of select="${name}?error"/>'
        lines.add(f'<{X}:if test="exists(${name}?error)">')
        lines.add(f'<f i="{number}" p="{{{lines.place}}}">{error}</f></{X}:if>')


def used(assertion: Assertion, lets: Sequence[Let]) -> list[Let]:
    """Those of the variables that an assertion depends on, in order."""
    notes = (*assertion.diagnostics, *assertion.properties)
    expressions = [assertion.test, assertion.subject or ""]
    for message in (assertion.message, *(note.message for note in notes)):
        expressions += [part.select for part in message if isinstance(part, ValueOf)]
        expressions += [part.path or "" for part in message if isinstance(part, NodeName)]
    return used_in(expressions, lets)


def used_in(expressions: Iterable[str], lets: Sequence[Let]) -> list[Let]:
    """Those of the variables that some expressions depend on, in order."""
    names: set[str] = set().union(*map(xpath.variables, expressions))
    wanted: list[Let] = []
    for let in reversed(lets):
        if let.name in names:
            wanted.append(let)
            content = (serialised(part) for part in let.content if isinstance(part, Element))
            names |= set().union(*map(xpath.variables, (let.value or "", *content)))
    return wanted[::-1]


def _constructed(node: Element | str) -> str:
    """Instructions that construct what the schema holds, whatever its prefixes."""
    if isinstance(node, str):
        return f"<{X}:text>{escaped(node)}</{X}:text>" if node.strip() else ""
    if node.namespace == XSLT:
        return serialised(node)
    attributes = "".join(
        f"<{X}:attribute name={quoted(name.rpartition(':')[2])}"
        f" namespace={quoted(_attribute_namespace(node, name))}>"
        f"<{X}:text>{escaped(value)}</{X}:text></{X}:attribute>"
        for name, value in node.attributes.items()
    )
    content = "".join(map(_constructed, node.children))
    return (
        f"<{X}:element name={quoted(node.local)} namespace={quoted(node.namespace)}>"
        f"{attributes}{content}</{X}:element>"
    )


def _attribute_namespace(element: Element, name: str) -> str:
    prefix, _, _ = name.rpartition(":")
    return element.namespaces.get(prefix, "") if prefix else ""
