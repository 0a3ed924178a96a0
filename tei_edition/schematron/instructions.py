# SPDX-License-Identifier: MIT
"""XSLT embedded in a schema: which declarations and instructions are let through, and as what text.

Rules that are not the toolkit's own may compute, but not read or write anything. Saxon is locked
down as well (:mod:`tei_edition.saxon`); what is refused here is what gets past that lock, and what
the lock would let fail without a word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.parser.escaping import escaped, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tei_edition.schematron.source import Element


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


XSLT = "http://www.w3.org/1999/XSL/Transform"

DECLARATIONS = frozenset(
    {"function", "key", "variable", "param", "accumulator", "decimal-format", "template"}
)
_INSTRUCTIONS = _words(
    """accumulator-rule analyze-string apply-templates assert attribute break call-template catch
    choose comment copy copy-of document element fallback for-each for-each-group if iterate
    map map-entry matching-substring message next-iteration next-match namespace
    non-matching-substring number on-completion on-empty on-non-empty otherwise param perform-sort
    processing-instruction sequence sort text try value-of variable when where-populated
    with-param"""
)

READING = _words(
    """doc doc-available document collection uri-collection json-doc unparsed-text
    unparsed-text-lines unparsed-text-available environment-variable
    available-environment-variables"""
)
"""Functions that reach outside the document."""
ESCAPING = frozenset({"transform", "function-lookup", "load-xquery-module"})
"""Functions that start a fresh, unlocked configuration, or could fetch one that does."""

_CALL = re.compile(
    rf"(?<![\w.\-$])(?P<before>[\w.\-]*?)"
    rf"(?P<function>{'|'.join(sorted(READING | ESCAPING, key=len, reverse=True))})"
    r"(?:\s|\(:.*?:\))*[(#]",
    re.DOTALL,
)


def refusals(element: Element) -> Iterator[tuple[Element, str]]:
    """What a locked-down schema may not have in an embedded declaration, with the reason.

    Attribute values and text are searched as plain text, string literals included: attribute
    value templates could hide a call from a tokenizer.
    """
    for part in element.descendants():
        if part.namespace == XSLT:
            allowed = _INSTRUCTIONS if part is not element else DECLARATIONS
            if part.local not in allowed:
                yield part, f"<{part.name}> is not allowed in rules"
            for name in part.attributes:
                if name.startswith("_"):
                    yield part, f"@{name} (a shadow attribute) is not allowed in rules"
        if part is element and part.local == "template" and not _is_called(part):
            yield part, f"<{part.name}> without a name or a mode of its own is not allowed in rules"
        for name in part.attributes:
            if name.rpartition(":")[2] in ("extension-element-prefixes", "use-when"):
                yield part, f"@{name} is not allowed in rules"
        texts = (*part.attributes.values(), *(c for c in part.children if isinstance(c, str)))
        for text in texts:
            for function in calls(text):
                yield part, f"{function}() is not allowed in rules: they cannot read files"


def _is_called(template: Element) -> bool:
    mode = template.attributes.get("mode", "")
    return ("name" in template.attributes and "match" not in template.attributes) or (
        mode != "" and "#" not in mode
    )


def calls(text: str) -> Iterator[str]:
    """The functions of :data:`READING` and :data:`ESCAPING` that a text may call, in any form."""
    for call in _CALL.finditer(text):
        before = call.group("before")
        # "my-doc(" is another function; "1-doc(" and "-doc(" are not.
        if not (before[:1].isalpha() or before[:1] == "_"):
            yield call.group("function")


def serialised(element: Element, outer: Mapping[str, str] | None = None) -> str:
    """The element as XML text, with every namespace declaration it needs."""
    known = outer if outer is not None else {"xml": "", "": ""}
    declarations = "".join(
        f" xmlns{':' if prefix else ''}{prefix}={quoted(uri)}"
        for prefix, uri in element.namespaces.items()
        if known.get(prefix) != uri and prefix != "xml" and (prefix == "" or uri)
    )
    attributes = "".join(f" {name}={quoted(value)}" for name, value in element.attributes.items())
    content = "".join(
        escaped(child) if isinstance(child, str) else serialised(child, element.namespaces)
        for child in element.children
    )
    return f"<{element.name}{declarations}{attributes}>{content}</{element.name}>"
