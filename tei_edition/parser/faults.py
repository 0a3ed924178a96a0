# SPDX-License-Identifier: MIT
"""What keeps a file from being XML, in an editor's words.

expat says where and, in a few words, what; the rest (which element is still open, what stands at
the place) is read from the file again, which only a broken file pays for.
"""

from __future__ import annotations

import contextlib
import re
from pathlib import Path
from typing import TYPE_CHECKING
from xml.parsers import expat
from xml.parsers.expat import errors

from tei_edition.parser import encodings
from tei_edition.parser.entities import replacement

if TYPE_CHECKING:
    from tei_edition.parser.stream import Source

Words = tuple[str, str, str]
"""Code, message, hint."""

TOKEN_TOO_LONG: Words = (
    "token-too-long",
    "a tag, a comment or a value that begins here does not come to its end",
    "look for a missing quotation mark or “-->”",
)

_TAG_NAME = re.compile(r"[^\s>]*")
_ENTITY = re.compile(r"&([^;\s<&]*);?")


def explain(error: expat.ExpatError, source: Source, path: str) -> tuple[tuple[int, int], Words]:
    """Line, column (from 1) and words for an error of expat."""
    line, column = error.lineno, error.offset + 1
    kind = errors.messages.get(error.code, "")
    text = _text(source)
    here = _at(text, line, column)
    if kind == errors.XML_ERROR_TAG_MISMATCH:
        # expat points behind the “</”.
        return (line, column - 2), _mismatch(text, here)
    if kind in (errors.XML_ERROR_NO_ELEMENTS, errors.XML_ERROR_UNCLOSED_TOKEN):
        return _ends_early((line, column), text, kind)
    if kind == errors.XML_ERROR_UNDEFINED_ENTITY:
        return (line, column), _undeclared(here)
    if kind == errors.XML_ERROR_INVALID_TOKEN:
        return _invalid_token((line, column), text, here, source)
    code, message, hint = _WORDS.get(
        kind, ("not-well-formed", f"this is not well-formed XML: {kind or error}", "")
    )
    return (line, column), (code, message, hint)


def encoding_unknown(error: Exception) -> Words:
    """For a declared encoding that cannot be used."""
    return (
        "encoding-unknown",
        f"the encoding that the XML declaration names cannot be used: {error}",
        'save the file as UTF-8 and write encoding="UTF-8"',
    )


def _text(source: Source) -> str:
    """The file's text, as well as it can be read; empty for a stream that has gone by."""
    raw = source.read_bytes() if isinstance(source, Path) else source
    if not isinstance(raw, bytes):
        return ""
    codec = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else encodings.declared(raw)
    try:
        return raw.decode(codec or "utf-8", errors="replace").removeprefix("\ufeff")
    except LookupError:
        return raw.decode("utf-8", errors="replace")


def _at(text: str, line: int, column: int) -> str:
    """The rest of the line at a place."""
    lines = text.split("\n", line)
    return lines[line - 1][column - 1 :] if 0 < line <= len(lines) else ""


def _open_elements(text: str) -> list[tuple[str, int, int]]:
    """Name, line and column of the elements that are open where the text stops being XML."""
    parser = expat.ParserCreate("utf-8")
    stack: list[tuple[str, int, int]] = []

    def start(name: str, attributes: object) -> None:
        stack.append((name, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: stack.pop()
    with contextlib.suppress(expat.ExpatError):
        parser.Parse(text.encode("utf-8", errors="replace"), True)
    return stack


def open_elements(source: Source) -> int:
    """How many elements are open where a file stops being XML."""
    return len(_open_elements(_text(source)))


def doubtful_from(code: str, source: Source) -> tuple[int, int] | None:
    """Where the element begins whose end tag is probably missing.

    What stands behind was taken for its content, and mostly is not.
    """
    stack = _open_elements(_text(source)) if code in ("tag-mismatch", "unclosed") else []
    return stack[-1][1:] if stack else None


def _mismatch(text: str, here: str) -> Words:
    stack = _open_elements(text)
    found = _TAG_NAME.match(here)
    closed = found[0] if found else "?"
    if not stack:
        return "tag-mismatch", f"`</{closed}>` closes nothing", "take it out"
    name, line, _ = stack[-1]
    message = f"`<{name}>`, opened in line {line}, is closed by `</{closed}>`"
    if closed in (entry[0] for entry in stack):
        return "tag-mismatch", message, f"write `</{name}>` before it"
    return "tag-mismatch", message, f"did you mean `</{name}>`?"


def _ends_early(at: tuple[int, int], text: str, kind: str) -> tuple[tuple[int, int], Words]:
    if not text.strip():
        return (1, 1), ("empty-file", "the file is empty", "")
    stack = _open_elements(text)
    if kind == errors.XML_ERROR_UNCLOSED_TOKEN:
        words = "a tag, comment or instruction that begins here does not come to its end"
        return at, ("unclosed", words, "look for a missing “>”, quotation mark or “-->”")
    if not stack:
        return at, ("no-root", "there is no element in this file", "is it an XML file?")
    name, line, column = stack[-1]
    count = len(stack) - 1
    others = f", and {count} more around it" if count else ""
    message = f"the file ends, but `<{name}>` is still open{others}"
    return (line, column), ("unclosed", message, f"write `</{name}>` where it is to end")


def _undeclared(here: str) -> Words:
    found = _ENTITY.match(here)
    name = found[1] if found else "?"
    message = f"“&{name};” stands for nothing: the entity “{name}” is not declared"
    return "undeclared-entity", message, replacement(name)


def _invalid_token(
    at: tuple[int, int], text: str, here: str, source: Source
) -> tuple[tuple[int, int], Words]:
    wrong = _wrong_byte(source)
    if wrong is not None:
        return wrong
    character = here[:1]
    line, column = at
    if character and _before(text, at) == "&":
        at, character = (line, column - 1), "&"
    if character == "&":
        return at, ("stray-ampersand", "an ampersand stands alone", "write “&amp;”")
    if character and _before(text, at) == "<":
        at, character = (line, column - 1), "<"
    if character == "<":
        return at, (
            "stray-less-than",
            "a “<” stands here that opens no tag",
            "write “&lt;” for the character itself, or look for a quotation mark missing before it",
        )
    if character and (ord(character) < 0x20 or ord(character) in (0xFFFE, 0xFFFF)):
        return at, (
            "forbidden-character",
            f"the character U+{ord(character):04X} may not stand in an XML document",
            "take it out",
        )
    shown = f"“{character}”" if character.strip() else "this"
    return at, ("not-well-formed", f"{shown} may not stand at this place of the markup", "")


def _before(text: str, at: tuple[int, int]) -> str:
    return _at(text, at[0], at[1] - 1)[:1] if at[1] > 1 else ""


def _wrong_byte(source: Source) -> tuple[tuple[int, int], Words] | None:
    """A byte that the file's encoding does not have, if that is what is wrong."""
    raw = source.read_bytes() if isinstance(source, Path) else source
    if not isinstance(raw, bytes):
        return None
    name = encodings.declared(raw)
    utf_16 = raw[:2] in (b"\xff\xfe", b"\xfe\xff")
    codec = "utf-16" if utf_16 else name or "utf-8"
    try:
        raw.decode(codec)
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode(codec, errors="replace").removeprefix("\ufeff")
        says = f"{name}, as its declaration says" if name else f"{codec.upper()}"
        likely = _legacy(raw[error.start])
        return (before.count("\n") + 1, len(before) - before.rfind("\n")), (
            "encoding-wrong",
            f"the byte {raw[error.start]:#04x} cannot stand here if the file is {says}",
            f"save the file as UTF-8{likely}",
        )
    except LookupError:
        return None
    return None


def _legacy(byte: int) -> str:
    try:
        character = bytes([byte]).decode("windows-1252")
    except UnicodeDecodeError:
        return ""
    return f", or name its real encoding: in windows-1252 the byte is “{character}”"


_WORDS: dict[str, Words] = {
    errors.XML_ERROR_DUPLICATE_ATTRIBUTE: (
        "duplicate-attribute",
        "an attribute stands twice in this tag",
        "keep one of the two",
    ),
    errors.XML_ERROR_UNBOUND_PREFIX: (
        "undeclared-prefix",
        "the prefix of this element, or of one of its attributes, is not declared",
        'declare it: xmlns:prefix="…" on this element or on one around it',
    ),
    errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT: (
        "after-root",
        "something stands behind the end of the root element",
        "a document has one root element; put this inside it",
    ),
    errors.XML_ERROR_MISPLACED_XML_PI: (
        "declaration-misplaced",
        "the XML declaration (<?xml …?>) does not stand at the very start of the file",
        "take out what stands before it, blanks and empty lines too",
    ),
    errors.XML_ERROR_BAD_CHAR_REF: (
        "forbidden-character",
        "this character reference names a character that no XML document may hold",
        "take it out",
    ),
    errors.XML_ERROR_RECURSIVE_ENTITY_REF: (
        "entity-loop",
        "this entity refers to itself",
        "",
    ),
    errors.XML_ERROR_INCORRECT_ENCODING: (
        "encoding-wrong",
        "the encoding that the XML declaration names is not that of the file",
        'save the file as UTF-8 and write encoding="UTF-8"',
    ),
    errors.XML_ERROR_UNKNOWN_ENCODING: (
        "encoding-unknown",
        "the encoding that the XML declaration names is not known",
        'save the file as UTF-8 and write encoding="UTF-8"',
    ),
    errors.XML_ERROR_PARTIAL_CHAR: (
        "encoding-wrong",
        "the file ends in the middle of a character",
        "was it cut off when it was copied?",
    ),
    errors.XML_ERROR_UNCLOSED_CDATA_SECTION: (
        "unclosed",
        "a CDATA section does not come to its end",
        "write “]]>” where it is to end",
    ),
    "limit on input amplification factor (from DTD and entities) breached": (
        "entity-too-large",
        "the entities of this file multiply without measure",
        "write the text where it belongs",
    ),
}
