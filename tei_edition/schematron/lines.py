# SPDX-License-Identifier: MIT
"""The stylesheet under construction: its lines, each traced to the part of the schema it serves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from tei_edition.parser.escaping import quoted
from tei_edition.schematron import xpath

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from tei_edition.schematron.model import (
        Assertion,
        Let,
        NodeName,
        Pattern,
        Rule,
        Schema,
        ValueOf,
    )
    from tei_edition.schematron.source import Element

Part: TypeAlias = "Let | Rule | Assertion | ValueOf | NodeName | Element | Pattern"
"""What a line of the stylesheet comes from."""

X = "_x"
"""The prefix of the stylesheet's own instructions; a schema's prefixes are all free for it."""
OWN = "urn:x-tei-edition:schematron"
"""The namespace of the stylesheet's own variable, which no rule uses."""
INTEGER = "Q{http://www.w3.org/2001/XMLSchema}integer"
_ERROR = "Q{http://www.w3.org/2005/xqt-errors}"
DESCRIPTION = f"${_ERROR}description"


class Lines:
    """Collects the lines of one stylesheet."""

    def __init__(self, schema: Schema, left_out: Collection[int]) -> None:
        self.schema = schema
        self.lines: list[str] = []
        self.origins: list[Part | None] = []
        self.parts: list[Part] = []
        self.patterns: list[Pattern | None] = []
        self.renamed: Mapping[str, str] = {}
        """The names that the current pattern's variables have in the stylesheet."""
        self.place = "path(.)"
        """An expression for where the current rule was applied."""
        self._left_out = left_out

    def add(self, text: str, origin: Part | None = None) -> None:
        """One or more lines that come from *origin*."""
        for line in text.split("\n"):
            self.lines.append(line)
            self.origins.append(origin)

    def is_left_out(self, part: Part) -> bool:
        """Whether the part does not compile, or may not be."""
        return id(part) in self._left_out

    def number(self, part: Part, pattern: Pattern | None = None) -> int:
        """A new number by which a report can refer to the part."""
        self.parts.append(part)
        self.patterns.append(pattern)
        return len(self.parts) - 1

    def expression(self, text: str) -> str:
        """An attribute value: the expression on one line, the pattern's variables renamed."""
        renamed = xpath.rename_variables(text, self.renamed) if self.renamed else text
        return quoted(re.sub(r"[\n\r\t]", " ", renamed))

    def scope(self, namespaces: Mapping[str, str]) -> str:
        """Attributes for an instruction that evaluates what is written in this scope.

        What ``ns`` declares comes before what the schema's own markup happens to declare.
        """
        extra = {
            prefix: uri
            for prefix, uri in namespaces.items()
            if prefix not in self.schema.namespaces and prefix != X
        }
        version = self.schema.query_version
        return f' version="{version}" exclude-result-prefixes="#all"{declarations(extra)}'

    def catch(self, number: int) -> None:
        """The end of an ``xsl:try``: an error becomes a report about the part of that number."""
        self.add(f"<{X}:catch>{failure(number, self.place)}</{X}:catch></{X}:try>")


def failure(number: int, path: str) -> str:
    """A report, within ``xsl:catch``, of an error in the part of that number."""
    line = f"{{${_ERROR}line-number}}"
    described = f'<{X}:value-of select="{DESCRIPTION}"/>'
    return f'<f i="{number}" p="{{{path}}}" l="{line}">{described}</f>'


def declarations(namespaces: Mapping[str, str]) -> str:
    """Namespace declarations as attributes."""
    return "".join(f" xmlns:{prefix}={quoted(uri)}" for prefix, uri in namespaces.items())
