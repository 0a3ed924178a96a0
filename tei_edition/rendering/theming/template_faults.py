# SPDX-License-Identifier: MIT
"""Mistakes in an edition's templates that XSLT takes without a word, and that have no effect."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from tei_edition.document import TEI_NAMESPACE
from tei_edition.schematron.instructions import XSLT

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from lxml.etree import _Element


_DEFAULT = "xpath-default-namespace"

_WORD = re.compile(r"""\bf:word\(\s*(?:'([^']*)'|"([^"]*)")\s*\)""")

_LITERAL = re.compile(r"""'[^']*'|"[^"]*\"""")

_INNERMOST = re.compile(r"[\w:.-]*\([^()\[\]]*\)|\[[^()\[\]]*\]")
"""A predicate, a kind test or a function, without another one in it."""

_BETWEEN_STEPS = re.compile(r"//?|\||\b(?:union|except|intersect)\b")

_NAME = re.compile(r"(?:[a-z-]+::)?([^\W\d][\w.-]*)")


def without_namespace(root: _Element, modes: Collection[str]) -> Iterator[str]:
    """Patterns that match no element of any document, as they are of no namespace, in words that
    begin with the line.

    That is so where an element's name has no prefix and nothing says ``xpath-default-namespace``.
    ``modes`` are those in which the toolkit applies templates: in one of the edition's own there
    may be elements without a namespace.
    """
    for template in root.iter(f"{{{XSLT}}}template"):
        pattern = template.get("match")
        used = set((template.get("mode") or "").split())
        if pattern is None or used.isdisjoint(modes) or _default(template):
            continue
        for name in _unprefixed(pattern):
            said = f'match="{pattern}" matches no element of TEI, since “{name}” is of no namespace'
            hint = f'write {_DEFAULT}="{TEI_NAMESPACE}" on <xsl:stylesheet>'
            yield f"{template.sourceline}: {said}: {hint}"
            break


def _default(element: _Element) -> str:
    """The namespace of element names without a prefix (XSLT 3.0, 5.1.2); empty for none."""
    for each in (element, *element.iterancestors()):
        is_of_xslt = str(each.tag).startswith(f"{{{XSLT}}}")
        said = each.get(_DEFAULT if is_of_xslt else f"{{{XSLT}}}{_DEFAULT}")
        if said is not None:
            return said
    return ""


def _unprefixed(pattern: str) -> Iterator[str]:
    """The names of elements that a pattern (XSLT 3.0, 5.5) has without a prefix."""
    bare = _LITERAL.sub("", pattern)
    shorter = _INNERMOST.sub("", bare)
    while shorter != bare:
        bare, shorter = shorter, _INNERMOST.sub("", shorter)
    for step in _BETWEEN_STEPS.split(bare):
        found = _NAME.fullmatch(step.strip())
        if found and not step.strip().startswith(("attribute::", "namespace::")):
            yield found[1]


def unknown_words(source: str, known: Collection[str]) -> Iterator[str]:
    """Words asked for (``f:word('own.x')``) that there are not, in words that begin with the
    line: the page would have the key in their place."""
    for asked in _WORD.finditer(source):
        key = asked[1] or asked[2] or ""
        if key not in known:
            near = get_close_matches(key, known, 1)
            hint = f"did you mean “{near[0]}”?" if near else "words of your own stand under [own]"
            line = source.count("\n", 0, asked.start()) + 1
            yield f"{line}: there is no word “{key}”; {hint}"
