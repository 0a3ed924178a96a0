# SPDX-License-Identifier: MIT
"""The encoding of a file (XML 1.0, 4.3.3 and appendix F).

expat reads UTF-8, UTF-16, ISO 8859-1 and US-ASCII, and with Python's help every encoding that has
one byte a character. Encodings with several bytes a character (Shift_JIS, GB 18030, Big5, EUC-KR …)
and UTF-32 are decoded here and handed on as UTF-8. expat is always told the encoding, and never
given a byte order mark: it would count it as a column.
"""

from __future__ import annotations

import codecs
import re
from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from tei_edition.parser.scene import Words

_DECLARATION = re.compile(r"""\s*<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z][A-Za-z0-9._:-]*)["']""")
_MARKS = (
    # UTF-32's mark begins with UTF-16's.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WITHOUT_MARK = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
_EXPATS_OWN = {
    "utf-8": "utf-8",
    "iso8859-1": "iso-8859-1",
    "ascii": "us-ascii",
    "utf-16-le": "utf-16le",
    "utf-16-be": "utf-16be",
}
"""Python's names of what expat reads by itself, with expat's."""
_LOOKED_AT = 1024
"""Bytes within which the XML declaration has to end."""
_NO_DOCUMENTS = frozenset(
    {"utf-7", "idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape"}
)
_SAVE_AS_UTF_8 = 'save the file as UTF-8 and write encoding="UTF-8"'


class Encoding(NamedTuple):
    """How a file is to be read."""

    codec: str
    """Python's name of the encoding that is used."""
    named: str = ""
    """The name that the XML declaration gives; empty where it gives none."""
    mark: int = 0
    """Bytes of the byte order mark."""
    problem: Words | None = None
    """What is wrong with what the file says of its encoding; it is read all the same."""

    @property
    def shown(self) -> str:
        """The name for messages."""
        return self.named if self.named and self.problem is None else self.codec.upper()

    @property
    def expats(self) -> str:
        """What expat is told; it gets UTF-8 where the file is decoded here."""
        return _EXPATS_OWN.get(self.of_pieces, self.codec)

    @property
    def of_pieces(self) -> str:
        """Python's name of the encoding of what expat is given."""
        return "utf-8" if self.is_decoded_here else self.codec

    @property
    def is_decoded_here(self) -> bool:
        """Whether expat cannot read it."""
        return self.codec not in _EXPATS_OWN and not _is_single_byte(self.codec)


class UndecodableError(Exception):
    """A byte that cannot stand where it stands; line and column from 1."""

    def __init__(self, byte: int, line: int, column: int) -> None:
        self.byte, self.line, self.column = byte, line, column
        super().__init__(f"{byte:#04x} in line {line}, column {column}")


def encoding(start: bytes) -> Encoding:
    """The encoding of a file, by its first bytes: byte order mark, then declaration, then UTF-8."""
    # The files of an edition begin alike, mostly.
    return _by(start[: start.find(b">") + 1 or _LOOKED_AT][:_LOOKED_AT])


@lru_cache(maxsize=64)
def _by(start: bytes) -> Encoding:
    for mark, codec in _MARKS:
        if start.startswith(mark):
            named = _named(start[len(mark) :], codec)
            problem = _contradiction(named, codec, "its first bytes")
            if start.startswith(tuple(mark + other for other, _ in _MARKS)):
                words = "the file begins with two byte order marks"
                problem = ("encoding-wrong", words, "save it without a byte order mark")
            return Encoding(codec, named, len(mark), problem)
    for bytes_, codec in _WITHOUT_MARK:
        if start.startswith(bytes_):
            named = _named(start, codec)
            return Encoding(codec, named, 0, _contradiction(named, codec, "its bytes"))
    named = _named(start, "ascii")
    if not named:
        return Encoding("utf-8")
    try:
        info = codecs.lookup(named)
    except LookupError:
        words = f"the XML declaration names the encoding “{named}”, which does not exist"
        return Encoding("utf-8", named, 0, ("encoding-unknown", words, _SAVE_AS_UTF_8))
    if info.name in _NO_DOCUMENTS or not info._is_text_encoding:
        words = f"“{named}” is no encoding for XML documents"
        return Encoding("utf-8", named, 0, ("encoding-unknown", words, _SAVE_AS_UTF_8))
    if info.name.startswith(("utf-16", "utf-32")):
        words = f"the XML declaration says “{named}”, but the file is not in {info.name.upper()}"
        hint = 'write encoding="UTF-8", if that is how it was saved'
        return Encoding("utf-8", named, 0, ("encoding-wrong", words, hint))
    return Encoding("utf-8" if info.name == "utf-8-sig" else info.name, named)


def _named(start: bytes, codec: str) -> str:
    found = _DECLARATION.match(start.decode(codec, errors="ignore"))
    return found[1] if found else ""


def _contradiction(named: str, codec: str, by: str) -> Words | None:
    """What is said where declaration and bytes do not agree."""
    try:
        said = codecs.lookup(named).name if named else codec
    except LookupError:
        said = named
    if codec.startswith(said.removesuffix("-sig")):
        return None
    name = codec.upper().removesuffix("-LE").removesuffix("-BE")
    return (
        "encoding-wrong",
        f"the XML declaration says “{named}”, but the file is in {name}, as {by} show",
        f'write encoding="{name}"',
    )


@cache
def _is_single_byte(codec: str) -> bool:
    """Whether every byte is one character (a byte may be left undefined)."""
    for byte in range(128, 256):
        try:
            if len(bytes([byte]).decode(codec)) != 1:
                return False
        except UnicodeDecodeError as error:
            if error.reason != "character maps to <undefined>":
                return False
    return True


def pieces(file: BinaryIO, encoding: Encoding, first: bytes, size: int) -> Iterator[bytes]:
    """A file as expat can read it, without its byte order mark, in pieces of about a size.

    Args:
        file: the file, behind what was read of it.
        encoding: its encoding.
        first: what was read.
        size: bytes to read at a time.

    Raises:
        UndecodableError: the file is not in an encoding that is decoded here.
    """
    raw = _raw(file, first[encoding.mark :], size)
    if not encoding.is_decoded_here:
        return raw
    return (text.encode("utf-8", errors="replace") for text in decoded(raw, encoding.codec))


def _raw(file: BinaryIO, first: bytes, size: int) -> Iterator[bytes]:
    piece = first or file.read(size)
    while piece:
        yield piece
        piece = file.read(size)


def decoded(raw: Iterator[bytes], codec: str) -> Iterator[str]:
    """Text of bytes in an encoding.

    Raises:
        UndecodableError: some byte cannot stand where it stands.
    """
    decoder = codecs.getincrementaldecoder(codec)()
    line, column = 1, 1
    for piece in chain(raw, (b"",)):
        try:
            text = decoder.decode(piece, final=not piece)
        except UnicodeDecodeError as error:
            before = error.object[: error.start].decode(codec, errors="replace")
            line, column = _behind(before, line, column)
            raise UndecodableError(error.object[error.start], line, column) from error
        line, column = _behind(text, line, column)
        if text:
            yield text


def _behind(text: str, line: int, column: int) -> tuple[int, int]:
    """The place behind a text that begins at a place."""
    lines = text.count("\n")
    length = len(text) - text.rfind("\n") - 1
    return line + lines, length + (1 if lines else column)
