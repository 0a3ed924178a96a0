# SPDX-License-Identifier: MIT
"""string and what is derived from it without being a name, boolean (XML Schema Part 2 §3.2.1–2)."""

from __future__ import annotations

from tei_edition.relaxng.datatypes.xsd.primitive import (
    Lexical,
    Phrase,
    Primitive,
    WhiteSpace,
    expression,
    itself,
)


def _anything() -> Lexical:
    return lambda text: True


def _text(name: str, white_space: WhiteSpace) -> Primitive:
    phrase = Phrase("text", ("text", ""))
    return Primitive(name, phrase, _anything, itself, white_space, measure=len)


PRIMITIVES = [
    _text("string", WhiteSpace.PRESERVE),
    _text("normalizedString", WhiteSpace.REPLACE),
    _text("token", WhiteSpace.COLLAPSE),
    Primitive(
        "language",
        Phrase("a language tag", ("en", "de-AT", "grc-Latn"), "such as “en” or “grc-Latn”"),
        expression("[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*"),
        itself,
        measure=len,
    ),
    Primitive(
        "boolean",
        Phrase("“true” or “false”", ("true", "false", "1", "0"), "(or 1 or 0)"),
        expression("true|false|1|0"),
        lambda text: text in ("true", "1"),
    ),
]
