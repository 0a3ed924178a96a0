# SPDX-License-Identifier: MIT
"""Rules embedded in RELAX NG schemas and in ODDs, collected into one ``schema`` element.

RELAX NG: Schematron elements may stand anywhere as annotations; included grammars are followed.
ODD: ``constraintSpec`` with ``scheme="schematron"`` (TEI Guidelines, chapter TD, "Constraints");
assertions without a rule apply to what the specification around them specifies.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tei_edition.schematron.assemble import SCHEMATRON, Assembler, is_schematron
from tei_edition.schematron.faults import schema_fault
from tei_edition.schematron.instructions import XSLT
from tei_edition.schematron.source import Element

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tei_edition.findings import Finding

RELAXNG = "http://relaxng.org/ns/structure/1.0"
TEI = "http://www.tei-c.org/ns/1.0"
_BEFORE_ISO = "http://www.ascc.net/xml/schematron"
_WHOLE = frozenset(
    {"ns", "let", "phase", "diagnostics", "properties", "rules", "title", "p", "param"}
)


def embedded_schema(root: Element, assembler: Assembler, faults: list[Finding]) -> Element | None:
    """The rules embedded in a RELAX NG schema or a TEI document, as a ``schema`` element.

    ``None`` with a fault where *root* is neither; a schema without patterns where it is one but
    holds no rules.
    """
    if root.namespace == RELAXNG:
        parts = list(_in_grammar(root, assembler, set(), _element_name(root)))
    elif root.namespace == TEI:
        parts = list(_in_odd(root, faults))
    elif root.namespace == _BEFORE_ISO:
        message = (
            f"The rules are in Schematron 1.5 (the namespace {_BEFORE_ISO}), not ISO Schematron"
        )
        faults.append(
            schema_fault(root, message, f"The namespace of ISO Schematron is {SCHEMATRON}.")
        )
        return None
    else:
        message = f"<{root.name}> begins neither a Schematron schema, a RELAX NG schema nor an ODD"
        faults.append(schema_fault(root, message))
        return None
    schema = _made("schema", root, {"queryBinding": "xslt3"}, [])
    holder = replace(schema, children=list(parts))
    expanded = assembler.expand(holder, (root,))
    expanded.children = list(_once(expanded))
    return expanded


def _made(
    name: str, at: Element, attributes: Mapping[str, str], children: list[Element | str]
) -> Element:
    return Element(name, SCHEMATRON, name, attributes, at.namespaces, at.position, children)


def _once(schema: Element) -> Iterator[Element]:
    """The parts, namespace declarations that say the same again left out."""
    seen: dict[str, str] = {}
    for part in _whole(schema):
        if is_schematron(part, "ns"):
            prefix = part.attributes.get("prefix", "")
            if prefix in seen and seen[prefix] == part.attributes.get("uri"):
                continue
            seen[prefix] = part.attributes.get("uri", "")
        yield part


def _whole(schema: Element) -> Iterator[Element]:
    """The parts, those of whole schemas that were included among them."""
    for part in schema.elements():
        if is_schematron(part, "schema"):
            yield from part.elements()
        else:
            yield part


# -- RELAX NG --------------------------------------------------------------------------------


def _in_grammar(
    element: Element, assembler: Assembler, seen: set[int], context: str | None
) -> Iterator[Element]:
    """What stands in the grammar, in document order."""
    if id(element) in seen:
        return
    seen.add(id(element))
    loose: list[Element | str] = []
    for child in element.elements():
        if child.namespace == SCHEMATRON:
            if child.local in ("assert", "report", "let") and context is not None:
                loose.append(child)
            else:
                yield from _placed(child)
        elif child.namespace == XSLT:
            yield child
        elif child.namespace == RELAXNG or element.namespace == RELAXNG:
            yield from _in_grammar(child, assembler, seen, _element_name(child) or context)
            if child.namespace == RELAXNG and child.local in ("include", "externalRef"):
                href = child.attributes.get("href")
                target = assembler.included(child, href) if href is not None else None
                if target is not None and target.namespace == RELAXNG:
                    yield from _in_grammar(target, assembler, seen, _element_name(target))
    if any(is_schematron(part, "assert", "report") for part in loose if isinstance(part, Element)):
        yield _pattern_around(element, context or "", loose)


def _placed(child: Element) -> Iterator[Element]:
    if child.local in _WHOLE or child.local in ("pattern", "group", "include"):
        yield child
    elif child.local == "schema":
        yield from child.elements()
    elif child.local == "rule":
        yield _made("pattern", child, {}, [child])
    else:
        yield child  # out of place: the structural check says so


def _element_name(element: Element) -> str | None:
    """A context for the element that a RELAX NG ``element`` pattern declares, by its name."""
    if element.namespace != RELAXNG or element.local != "element":
        return None
    name = element.attributes.get("name", "").strip()
    if not name:
        return None
    prefix, _, local = name.rpartition(":")
    uri = element.namespaces.get(prefix, "") if prefix else element.attributes.get("ns")
    return f"Q{{{uri}}}{local}" if uri is not None else f"*:{local}"


# -- ODD -------------------------------------------------------------------------------------


def _in_odd(root: Element, faults: list[Finding]) -> Iterator[Element]:
    declared = False
    waiting: list[tuple[Element, tuple[Element, ...]]] = [(root, ())]
    while waiting:
        element, ancestors = waiting.pop()
        if element.attributes.get("mode") == "delete" and element.namespace == TEI:
            continue
        if element.namespace == TEI and element.local == "constraintSpec":
            scheme = element.attributes.get("scheme", "schematron")
            if scheme in ("schematron", "isoschematron"):
                for part in _constraints(element, ancestors, faults):
                    declared = declared or (
                        is_schematron(part, "ns") and part.attributes.get("prefix") == "tei"
                    )
                    yield part
                continue
        inner = (*ancestors, element)
        waiting.extend((child, inner) for child in reversed(list(element.elements())))
    if not declared:
        yield _made("ns", root, {"prefix": "tei", "uri": TEI}, [])


def _constraints(
    spec: Element, ancestors: tuple[Element, ...], faults: list[Finding]
) -> Iterator[Element]:
    loose: list[Element | str] = []
    rules: list[Element | str] = []
    ident = spec.attributes.get("ident", "")
    for constraint in spec.elements():
        if constraint.namespace != TEI or constraint.local != "constraint":
            continue
        for child in constraint.elements():
            if is_schematron(child, "assert", "report", "extends"):
                loose.append(child)
            elif is_schematron(child, "rule"):
                rules.append(child)
            elif is_schematron(child, "let"):
                # Shared by the rules of this constraint, and by no others.
                (rules or loose).append(child)
            elif child.namespace == SCHEMATRON:
                yield from _placed(child)
            elif child.namespace not in (TEI, RELAXNG):
                yield child
    if any(is_schematron(part, "assert", "report") for part in loose if isinstance(part, Element)):
        context = _context(ancestors)
        if context is None:
            message = f"The constraint “{ident}” has no rule and stands in no elementSpec"
            faults.append(schema_fault(spec, message, "Put its assertions into a <sch:rule>."))
        else:
            yield _pattern_around(spec, context, loose)
    elif loose:
        rules = [*loose, *rules]
    if rules:
        yield _made("pattern", spec, _named(spec), rules)


def _context(ancestors: tuple[Element, ...]) -> str | None:
    """What a constraint without a rule applies to: the element or attribute specified around it."""
    context: str | None = None
    for element in ancestors:
        if element.namespace != TEI:
            continue
        ident = element.attributes.get("ident", "").strip()
        if element.local == "elementSpec" and ident:
            namespace = element.attributes.get("ns") or _schema_namespace(ancestors)
            context = f"Q{{{namespace}}}{ident}"
        elif element.local == "attDef" and ident:
            namespace = element.attributes.get("ns", "")
            name = ident if ":" in ident or not namespace else f"Q{{{namespace}}}{ident}"
            context = f"{context}/@{name}" if context else f"@{name}"
    return context


def _schema_namespace(ancestors: tuple[Element, ...]) -> str:
    for element in reversed(ancestors):
        if element.local == "schemaSpec" and element.attributes.get("ns"):
            return element.attributes["ns"]
    return TEI


def _pattern_around(at: Element, context: str, body: list[Element | str]) -> Element:
    rule = _made("rule", at, {"context": context}, body)
    return _made("pattern", at, _named(at), [rule])


def _named(spec: Element) -> dict[str, str]:
    """The attributes that a pattern takes over from a ``constraintSpec``."""
    if spec.namespace != TEI:
        return {}
    taken = {"ident": "id", "xml:lang": "xml:lang"}
    return {new: spec.attributes[old] for old, new in taken.items() if spec.attributes.get(old)}
