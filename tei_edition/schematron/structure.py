# SPDX-License-Identifier: MIT
"""Which elements and attributes Schematron has, and which it requires.

After the grammar in ISO/IEC 19757-3 Annex A (2016 and 2020), with ``group``, ``rules`` and
``@severity`` of the 2025 edition. The order of elements is not held to; foreign elements and
attributes may stand anywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tei_edition.findings import Severity
from tei_edition.schematron.assemble import is_schematron
from tei_edition.schematron.faults import fault, schema_fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.findings import Finding
    from tei_edition.schematron.source import Element


class _Form(NamedTuple):
    required: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()
    children: frozenset[str] = frozenset()


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_RICH = _words("id icon see fpi")
_MESSAGE = _words("name value-of emph dir span")
_ASSERTION = _Form(
    _words("test"),
    _RICH | _words("flag role subject severity diagnostics properties"),
    _MESSAGE,
)
_PATTERN = _Form(
    optional=_RICH | _words("abstract is-a documents role flag subject severity"),
    children=_words("title p let param rule rules diagnostics properties extends include"),
)
_RULE = _Form(
    optional=_RICH | _words("context visit-each abstract flag role subject severity"),
    children=_words("p let assert report extends include diagnostics properties"),
)
_UNSUPPORTED = {("phase", "when")}
_FORMS = {
    "schema": _Form(
        optional=_RICH
        | _words("schemaVersion defaultPhase queryBinding schematronEdition edition"),
        children=_words(
            "title ns p let param phase pattern group rules diagnostics properties extends include"
        ),
    ),
    "ns": _Form(_words("prefix uri")),
    "let": _Form(_words("name"), _words("value as id")),
    "phase": _Form(
        _words("id"), _RICH | _words("from"), _words("title p let active include extends")
    ),
    "active": _Form(_words("pattern"), frozenset(), _words("dir emph span")),
    "pattern": _PATTERN,
    "group": _PATTERN,
    "rules": _Form(optional=_RICH, children=_words("title p rule include extends")),
    "rule": _RULE,
    "assert": _ASSERTION,
    "report": _ASSERTION,
    "extends": _Form(optional=_words("rule href")),
    "include": _Form(_words("href")),
    "param": _Form(_words("name"), _words("value as")),
    "value-of": _Form(_words("select")),
    "name": _Form(optional=_words("path")),
    "dir": _Form(optional=_words("value"), children=_words("emph span dir name value-of")),
    "emph": _Form(children=_words("name value-of emph dir span")),
    "span": _Form(optional=_words("class"), children=_words("name value-of emph dir span")),
    "title": _Form(children=_words("dir emph span")),
    "p": _Form(optional=_words("id class icon"), children=_words("dir emph span")),
    "diagnostics": _Form(children=_words("diagnostic include extends")),
    "diagnostic": _Form(_words("id"), _RICH | _words("role"), _MESSAGE),
    "properties": _Form(children=_words("property include extends")),
    "property": _Form(_words("id"), _words("role scheme icon see fpi"), _MESSAGE),
}


def structural_faults(schema: Element) -> list[Finding]:
    """What is missing, misplaced or unknown in an assembled schema.

    Missing and misplaced things are errors. An unknown attribute is a warning: it does no harm,
    but the rule does not do what its author thinks it does.
    """
    found: list[Finding] = []
    for element in _own(schema):
        form = _FORMS.get(element.local)
        if form is None:
            found.append(schema_fault(element, f"Schematron has no element <{element.name}>"))
            continue
        found += [
            schema_fault(element, f"<{element.name}> has no @{name}")
            for name in sorted(form.required - element.attributes.keys())
        ]
        found += [
            fault(
                "rules-not-valid",
                f"@{name} on <{element.name}> is not supported; it is ignored"
                if (element.local, name) in _UNSUPPORTED
                else f"Schematron has no attribute @{name} on <{element.name}>; it is ignored",
                element.position,
                severity=Severity.WARNING,
            )
            for name in element.attributes
            if ":" not in name and name not in form.required | form.optional
        ]
        found += [
            schema_fault(child, f"<{child.name}> cannot stand in <{element.name}>")
            for child in element.elements()
            if element.local != "let"
            and is_schematron(child)
            and child.local in _FORMS
            and child.local not in form.children
        ]
    return found


def _own(element: Element) -> Iterator[Element]:
    """The Schematron elements, but not those in foreign content or in the value of a variable."""
    yield element
    if element.local != "let":
        for child in element.elements():
            if is_schematron(child):
                yield from _own(child)
