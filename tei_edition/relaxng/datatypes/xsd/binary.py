# SPDX-License-Identifier: MIT
"""hexBinary and base64Binary (XML Schema Part 2 §3.2.15–16)."""

from __future__ import annotations

from tei_edition.relaxng.datatypes.xsd.primitive import Phrase, Primitive, expression

_BASE64 = (
    r"(?:(?:[A-Za-z0-9+/] ?){4})*+"
    r"(?:(?:[A-Za-z0-9+/] ?){3}[A-Za-z0-9+/]"
    r"|(?:[A-Za-z0-9+/] ?){2}[AEIMQUYcgkosw048] ?="
    r"|[A-Za-z0-9+/] ?[AQgw] ?= ?=)?"
)
"""Second Edition, with single spaces anywhere but at the ends; bits that are left over are 0."""


def _octets(text: str) -> int:
    digits = text.replace(" ", "")
    return len(digits) // 4 * 3 - digits.count("=")


PRIMITIVES = [
    Primitive(
        "hexBinary",
        Phrase("pairs of hexadecimal digits", ("0FB7", "00", "")),
        expression("(?:[0-9A-Fa-f]{2})*"),
        str.upper,
        measure=lambda text: len(text) // 2,
        unit="byte",
    ),
    Primitive(
        "base64Binary",
        Phrase("bytes in Base64", ("AAAA", "AAA=", "AA==", "")),
        expression(_BASE64),
        lambda text: text.replace(" ", ""),
        measure=_octets,
        unit="byte",
    ),
]
