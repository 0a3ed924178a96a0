# SPDX-License-Identifier: MIT
"""Tokens of the compact syntax (RELAX NG Compact Syntax, 21 November 2002, section 4)."""

from __future__ import annotations

import re
from typing import NamedTuple

from tei_edition.parser.escaping import NO_CHARACTER
from tei_edition.parser.names import NCNAME
from tei_edition.relaxng.errors import Place, SchemaError

_TOKEN = re.compile(
    rf"""
      (?P<documentation>\#\#[^\r\n]*)
    | (?P<space>[ \t\r\n]+|\#[^\r\n]*)
    | (?P<literal>\"\"\".*?\"\"\"|'''.*?'''|"[^"\r\n]*"|'[^'\r\n]*')
    | (?P<name>\\?{NCNAME}(?::(?:{NCNAME}|\*))?)
    | (?P<mark>\|=|&=|>>|[{{}}()\[\],&|?*+=~-])
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\x+\{([0-9A-Fa-f]+)\}")
# A line end that is written as an escape may stand where a real one may not.
_LINE_ENDS = {10: "\0", 13: "\1"}


class Token(NamedTuple):
    """One token."""

    kind: str
    """``literal``, ``name``, ``mark``, ``documentation`` or ``end``."""
    text: str
    """As written, but for the quotes of a literal."""
    line: int
    column: int


def tokens(path: str, content: bytes) -> list[Token]:
    """The tokens of a schema, comments and white space left out. Raises SchemaError."""
    text = _decoded(path, content).replace("\r\n", "\n").replace("\r", "\n")
    wrong = NO_CHARACTER.search(text)
    if wrong is not None:
        raise _no_character(path, wrong, ord(wrong.group()))

    def character(match: re.Match[str]) -> str:
        number = min(int(match.group(1), 16), 0x110000)
        if number == 0x110000 or NO_CHARACTER.match(chr(number)):
            raise _no_character(path, match, number)
        return _LINE_ENDS.get(number) or chr(number)

    text = _ESCAPE.sub(character, text)
    found: list[Token] = []
    position, line, line_start = 0, 1, 0
    while position < len(text):
        match = _TOKEN.match(text, position)
        column = position - line_start + 1
        if match is None:
            shown = text[position : position + 1]
            message = f"“{shown}” means nothing in the compact syntax here"
            if shown == "<" and not found:
                message = "this schema is in XML syntax, not in compact syntax: name it “….rng”"
            raise SchemaError(message, Place(path, line, column))
        kind, token = str(match.lastgroup), match.group()
        if kind == "literal":
            quotes = 3 if token[:3] in ('"""', "'''") else 1
            value = token[quotes:-quotes].replace("\0", "\n").replace("\1", "\r")
            found.append(Token(kind, value, line, column))
        elif kind != "space":
            found.append(Token(kind, token, line, column))
        breaks = token.count("\n")
        if breaks:
            line += breaks
            line_start = position + token.rindex("\n") + 1
        position = match.end()
    found.append(Token("end", "", line, position - line_start + 1))
    return found


def _no_character(path: str, match: re.Match[str], number: int) -> SchemaError:
    text, start = match.string, match.start()
    line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
    shown = match.group() if len(match.group()) > 1 else f"the character U+{number:04X}"
    shown = shown if len(shown) < 40 else f"{shown[:39]}…"
    message = f"{shown} is no character that a schema or an XML document may hold"
    return SchemaError(message, Place(path, line, column))


def _decoded(path: str, content: bytes) -> str:
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise SchemaError("the schema is not in UTF-8", Place(path, line, 1)) from error
