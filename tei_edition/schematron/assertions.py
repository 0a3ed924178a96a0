# SPDX-License-Identifier: MIT
"""Assertions and their messages in the stylesheet (ISO/IEC 19757-3 §5.4.2, §5.4.10, §5.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.parser.escaping import escaped, quoted
from tei_edition.schematron.lines import X, failure
from tei_edition.schematron.model import NodeName, ValueOf
from tei_edition.schematron.variables import add_error_reports, add_local, errors_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.schematron.lines import Lines
    from tei_edition.schematron.model import Assertion, Let, Message, Pattern


_NAME = "if (. instance of node()) then name(.) else string(.)"


def add_assertion(
    lines: Lines,
    assertion: Assertion,
    pattern: Pattern,
    outer: Sequence[Let],
    lets: Sequence[Let] = (),
) -> None:
    """The test of an assertion, and the report where it fails or fires.

    *outer* are the global variables it depends on, *lets* those to declare for it alone.
    """
    number = lines.number(assertion, pattern)
    _, held = errors_of(lines, outer)
    if held:
        errors = ", ".join(f"${name}?error" for name in held)
        lines.add(f'<{X}:choose><{X}:when test="exists(({errors}))">')
        add_error_reports(lines, outer, pattern)
        lines.add(f"</{X}:when><{X}:otherwise>")
    lines.add(f"<{X}:try>")
    for let in lets:
        add_local(lines, let)
    test = lines.expression(assertion.test)
    if assertion.kind == "assert":
        lines.add(f"<{X}:choose><{X}:when test={test}/><{X}:otherwise>", assertion)
        end = "otherwise"
    else:
        lines.add(f"<{X}:choose><{X}:when test={test}>", assertion)
        end = "when"
    lines.add(f'<r i="{number}" p="{{{lines.place}}}">')
    if assertion.subject is not None:
        lines.add(f"<{X}:for-each select={lines.expression(assertion.subject)}>", assertion)
        lines.add(f'<{X}:if test="position() = 1"><{X}:attribute name="s" select="path(.)"/>')
        lines.add(f"</{X}:if></{X}:for-each>")
    _add_message(lines, assertion.message, "m")
    for note in assertion.diagnostics:
        _add_message(lines, note.message, "d")
    for note in assertion.properties:
        _add_message(lines, note.message, "q", f" i={quoted(note.id)}")
    lines.add(f"</r></{X}:{end}></{X}:choose>")
    lines.catch(number)
    if held:
        lines.add(f"</{X}:otherwise></{X}:choose>")


def _add_message(lines: Lines, message: Message, name: str, attributes: str = "") -> None:
    lines.add(f"<{name}{attributes}>")
    for part in message:
        if isinstance(part, str):
            lines.add(f"<{X}:text>{escaped(part)}</{X}:text>")
        elif lines.is_left_out(part):
            lines.add(f"<{X}:text>…</{X}:text>")
        elif isinstance(part, ValueOf):
            value = f"<{X}:value-of select={lines.expression(part.select)}/>"
            _add_guarded(lines, value, part)
        elif part.path is None:
            lines.add(f'<{X}:value-of select="{_NAME}"/>')
        else:
            names = (
                f"<{X}:for-each select={lines.expression(part.path)}>"
                f'<{X}:if test="position() != 1">, </{X}:if>'
                f'<{X}:value-of select="{_NAME}"/></{X}:for-each>'
            )
            _add_guarded(lines, names, part)
    lines.add(f"</{name}>")


def _add_guarded(lines: Lines, instruction: str, part: ValueOf | NodeName) -> None:
    """An error in a message must not hide the finding whose message it is."""
    number = lines.number(part)
    lines.add(f"<{X}:try>{instruction}<{X}:catch>", part)
    lines.add(f"{failure(number, lines.place)}</{X}:catch></{X}:try>")
