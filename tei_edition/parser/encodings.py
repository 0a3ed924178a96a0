# SPDX-License-Identifier: MIT
"""Encodings that expat does not read by itself (XML 1.0, 4.3.3 and appendix F).

expat reads UTF-8, UTF-16, ISO 8859-1 and US-ASCII, and with Python's help every encoding that has
one byte a character. Encodings with several bytes a character (Shift_JIS, GB 18030, Big5, EUC-KR …)
and UTF-32 are decoded here and handed on as UTF-8.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import BinaryIO

_DECLARATION = re.compile(
    rb"""^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z][A-Za-z0-9._:-]*)["']"""
)

_UTF_32 = ((codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"))

_EXPATS_OWN = frozenset({"utf-8", "utf-16", "utf-16-le", "utf-16-be", "iso8859-1", "ascii"})

_NOT_TEXT = frozenset({"utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape"})


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a file cannot be decoded: code, message and hint, and where."""

    words: tuple[str, str, str]
    line: int = 1
    column: int = 1


def declared(start: bytes) -> str:
    """The encoding that the XML declaration names; empty where there is none."""
    found = _DECLARATION.match(start.removeprefix(codecs.BOM_UTF8)[:1024])
    return found[1].decode("ascii") if found else ""


def transcoded(first: bytes, rest: BinaryIO) -> bytes | Unreadable | None:
    """The file as UTF-8 where expat could not read it; None where it can.

    Args:
        first: the first piece of the file.
        rest: the file behind that piece; read to its end only when it has to be decoded here.
    """
    for mark, codec in _UTF_32:
        if first.startswith(mark):
            return _decode(first[4:] + rest.read(), codec, "UTF-32")
    name = declared(first)
    if not name:
        return None
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        return Unreadable(
            (
                "encoding-unknown",
                f"the XML declaration names the encoding “{name}”, which does not exist",
                'save the file as UTF-8 and write encoding="UTF-8"',
            )
        )
    if codec in _NOT_TEXT or not codecs.lookup(name)._is_text_encoding:
        return Unreadable(
            (
                "encoding-unknown",
                f"“{name}” is no encoding for XML documents",
                'save the file as UTF-8 and write encoding="UTF-8"',
            )
        )
    if codec.startswith("utf-16") and not first.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Unreadable(
            (
                "encoding-wrong",
                f"the XML declaration says “{name}”, but the file is not in UTF-16",
                'write encoding="UTF-8", if that is how it was saved',
            )
        )
    if codec in _EXPATS_OWN or _single_byte(codec):
        return None
    return _decode(first + rest.read(), codec, name)


def _single_byte(codec: str) -> bool:
    """Whether every byte is one character (a byte may be left undefined)."""
    for byte in range(128, 256):
        try:
            if len(bytes([byte]).decode(codec)) != 1:
                return False
        except UnicodeDecodeError as error:
            if error.reason != "character maps to <undefined>":
                return False
    return True


def _decode(content: bytes, codec: str, name: str) -> bytes | Unreadable:
    try:
        return content.decode(codec).encode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode(codec, errors="replace")
        return Unreadable(
            (
                "encoding-wrong",
                f"the byte {content[error.start]:#04x} cannot stand here in {name}, as declared",
                "name the encoding that the file was really saved in, or save it as UTF-8",
            ),
            before.count("\n") + 1,
            len(before) - before.rfind("\n"),
        )
    except UnicodeEncodeError:
        return Unreadable(("encoding-wrong", f"not valid {name}", ""))
