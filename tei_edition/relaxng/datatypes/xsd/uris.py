# SPDX-License-Identifier: MIT
"""anyURI (XML Schema Part 2 §3.2.17): references by RFC 2396 and RFC 2732, as jing reads them.

Characters that URIs do not have (spaces, letters beyond ASCII, ``<>"{}|\\^``` and the backtick)
are taken as if they were escaped, which §3.2.17 has by way of XLink. A path, a query or a fragment
may be empty, and so may the authority where something follows it, but not what follows a scheme.
"""

from __future__ import annotations

import re

from tei_edition.relaxng.datatypes.xsd.primitive import Lexical, Phrase, Primitive, itself

_ESCAPED = "%[0-9A-Fa-f]{2}"
_EXCLUDED = r"\x00- \"<>\\^`{|}\x7f"
_UNRESERVED = r"A-Za-z0-9\-_.!~*'()"


def _characters(more: str) -> str:
    return rf"(?:[{_UNRESERVED}{_EXCLUDED}{more}]++|{_ESCAPED})"


_PATH = _characters(":@&=+$,;/") + "*+"
_ANY = _characters(r":@&=+$,;/?\[\]")
_HEXADECIMAL = "[0-9A-Fa-f]{1,4}"
_BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|0{0,2}[0-9]{1,2})"
_SCOPE = "(?:%[A-Za-z0-9_.]++)?"
_USER = f"(?:{_characters(':&=+$,;')}*+@)?"
_REGISTRY = _characters(":@&=+$,;") + "+"
_LITERAL = rf"{_USER}\[(?P<address>[0-9A-Fa-f:.]+){_SCOPE}\](?::(?P<port>[0-9]*))?"
_AUTHORITY = f"(?:{_REGISTRY}(?=[/?#]|$)|{_LITERAL}(?=[/?#]|$)|(?=[/?#]))"
_HIERARCHY = rf"(?:(?=//)//{_AUTHORITY}|(?!//)){_PATH}(?:\?{_ANY}*+)?"
_REFERENCE = (
    rf"(?:[A-Za-z][A-Za-z0-9+.\-]*+:(?:(?=/){_HIERARCHY}|(?!/){_ANY}++)"
    rf"|(?![^/?#]*:){_HIERARCHY.replace('?P<', '?P<relative_')})(?:\#{_ANY}*+)?"
)
_HIGHEST_PORT = 2**31 - 1


def is_ipv6(address: str) -> bool:
    """Whether the text is an IPv6 address (RFC 2373 §2.2)."""
    words, _, tail = address.rpartition(":")
    if "." in tail:
        if not re.fullmatch(rf"{_BYTE}(?:\.{_BYTE}){{3}}", tail):
            return False
        address = f"{words}:0:0"
    head, gap, rest = address.partition("::")
    groups = [*(head.split(":") if head else ()), *(rest.split(":") if rest else ())]
    if not all(re.fullmatch(_HEXADECIMAL, group) for group in groups):
        return False
    return len(groups) < 8 if gap else len(groups) == 8


def _lexical() -> Lexical:
    match = re.compile(_REFERENCE).fullmatch

    def is_reference(text: str) -> bool:
        if not text.isascii():
            # A backslash and letters are allowed exactly where a letter beyond ASCII is, and an
            # expression without the latter is compiled ten times faster.
            text = text.encode("ascii", "backslashreplace").decode("ascii")
        found = match(text)
        if found is None:
            return False
        address = found["address"] or found["relative_address"]
        if address is None:
            return True
        port = (found["port"] or found["relative_port"] or "").lstrip("0")
        return is_ipv6(address) and (len(port) <= 10 and int(port or 0) <= _HIGHEST_PORT)

    return is_reference


PRIMITIVES = [
    Primitive(
        "anyURI",
        Phrase(
            "a link, or a pointer to an identifier",
            ("https://example.org/", "#p1", "text"),
            "such as https://example.org/ or #p1",
        ),
        _lexical,
        itself,
        measure=len,
    )
]
