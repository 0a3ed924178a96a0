# SPDX-License-Identifier: MIT
"""Entities: internal ones within bounds, external ones refused, none fetched.

XML 1.0, 4.2 (Entity Declarations) and 4.4 (XML Processor Treatment of Entities).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.findings import Severity

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

    from tei_edition.parser.stream import Stream

_REFERENCE = re.compile(r"&([^#;\s][^;\s]*);")

PREDEFINED = frozenset({"amp", "lt", "gt", "apos", "quot"})


class Entities:
    """The entities of one file."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._lengths: dict[str, int] = {}

    def watch(self, parser: XMLParserType) -> None:
        """Have declarations and references reported."""
        parser.EntityDeclHandler = self._declared
        parser.SkippedEntityHandler = self._skipped
        parser.ExternalEntityRefHandler = self._external

    def doctype(self, name: str, system: str | None, public: str | None, internal: bool) -> None:
        """A document type declaration: an external subset is not read."""
        if system is not None:
            self._stream.fault(
                "external-dtd",
                f"the document type declaration names the file “{system}”, which is not read",
                "entities declared there are unknown here; TEI documents need no DTD",
                severity=Severity.INFO,
            )

    def _declared(
        self,
        name: str,
        is_parameter: bool,
        value: str | None,
        base: str | None,
        system: str | None,
        public: str | None,
        notation: str | None,
    ) -> None:
        if value is None or is_parameter or name in self._lengths:
            return
        length = len(value)
        for used in _REFERENCE.findall(value):
            length += self._lengths.get(used, 0)
        self._lengths[name] = length
        if length > self._stream.limits.entity:
            self._stream.fault(
                "entity-too-large",
                f"the entity “{name}” stands for {length:,} characters, more than the "
                f"{self._stream.limits.entity:,} that are allowed",
                "write the text where it belongs, or include a file with xi:include",
            )
            raise RefusedError

    def _skipped(self, name: str, is_parameter: bool) -> None:
        if is_parameter:
            return
        self._stream.fault(
            "undeclared-entity",
            f"“&{name};” stands for nothing: the entity “{name}” is not declared in this file",
            replacement(name),
        )

    def _external(
        self, context: str, base: str | None, system: str | None, public: str | None
    ) -> int:
        self._stream.fault(
            "external-entity",
            f"“&{context.rpartition(chr(12))[2]};” would bring in the file “{system}”: external "
            "entities are not followed",
            "use xi:include instead",
        )
        return 1


class RefusedError(Exception):
    """Ends the parse; the fault has been noted."""


def replacement(name: str) -> str:
    """What to write instead of an HTML entity."""
    from html.entities import html5

    if name in PREDEFINED:
        return ""
    character = html5.get(f"{name};")
    if character is None:
        return "write “&amp;” where an ampersand is meant"
    numbers = "".join(f"&#{ord(part)};" for part in character)
    visible = f" or the character itself, “{character}”," if character.isprintable() else ""
    return f"write “{numbers}”{visible} instead"
