# SPDX-License-Identifier: MIT
"""What keeps a file from being XML, in an editor's words.

expat says where and, in a few words, what. The rest comes from the text around the place and from
the elements that are open there; only a broken file pays for these.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.parsers.expat import errors

from tei_edition.parser import tokens
from tei_edition.parser.entities import replacement
from tei_edition.parser.messages import FIXED
from tei_edition.parser.scene import Scene, Words

if TYPE_CHECKING:
    from collections.abc import Callable

TOKEN_TOO_LONG: Words = (
    "token-too-long",
    "a tag, a comment or a value that begins here does not come to its end, for many megabytes",
    "look for a missing quotation mark or “-->”",
)

_NAME = re.compile(r"[^\s<>/=\"'&;]+")
_TAG = re.compile(r"<([^\s<>/]+)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)")
_DECLARED_HERE = re.compile(r"xmlns:([^\s=]+)\s*=")
_ATTRIBUTE_NAME = re.compile(r"([^\s=<>\"'/]+)\s*=\s*(?:\"[^\"]*\"|'[^']*')")

_KNOWN_PREFIXES = {
    "xi": "http://www.w3.org/2001/XInclude",
    "tei": "http://www.tei-c.org/ns/1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "rng": "http://relaxng.org/ns/structure/1.0",
    "sch": "http://purl.oclc.org/dsdl/schematron",
    "svg": "http://www.w3.org/2000/svg",
    "mml": "http://www.w3.org/1998/Math/MathML",
    "html": "http://www.w3.org/1999/xhtml",
    "dc": "http://purl.org/dc/elements/1.1/",
}


def explain(kind: str, scene: Scene) -> tuple[tuple[int, int], Words]:
    """Line, column (from 1) and words for one of expat's errors."""
    at = scene.line, scene.column
    other = tokens.other_format(scene.before + scene.here) if scene.is_start else None
    if other is not None:
        return (1, 1), other
    if scene.wrong_byte is not None and kind in _BYTES:
        return at, undecodable(scene.wrong_byte, scene.encoding)
    if kind in _BY_KIND:
        return _BY_KIND[kind](scene)
    if kind in FIXED:
        return at, FIXED[kind]
    return at, ("not-well-formed", f"this is not well-formed XML ({kind})", "")


def undecodable(byte: int, encoding: str) -> Words:
    """For a byte that an encoding does not have at its place."""
    hint = "save the file as UTF-8"
    try:
        character = bytes([byte]).decode("windows-1252")
    except UnicodeDecodeError:
        character = ""
    if character and encoding.lower() != "windows-1252":
        hint += f"; or name its real encoding: in windows-1252 this byte is “{character}”"
    return (
        "encoding-wrong",
        f"the byte {byte:#04x} cannot stand here: the file is read as {encoding}",
        hint,
    )


def _mismatch(scene: Scene) -> tuple[tuple[int, int], Words]:
    found = _NAME.match(scene.here)
    closed = found[0] if found else "?"
    # expat points behind the “</”.
    at = scene.line, scene.column - 2
    stack = scene.open_elements()
    if not stack:
        return at, ("tag-mismatch", f"`</{closed}>` closes nothing", "take it out")
    opened = stack[-1]
    message = f"`<{opened.name}>`, opened in line {opened.line}, is closed by `</{closed}>`"
    if any(element.name == closed for element in stack):
        hint = f"write `</{opened.name}>` before it"
    elif opened.name.lower() == closed.lower():
        hint = f"write `</{opened.name}>`: capital and small letters are not the same"
    else:
        hint = f"did you mean `</{opened.name}>`?"
    return at, ("tag-mismatch", message, hint)


def _ends_early(scene: Scene) -> tuple[tuple[int, int], Words]:
    stack = scene.open_elements()
    if stack:
        opened = stack[-1]
        count = len(stack) - 1
        others = f", and {count} more around it" if count else ""
        message = f"the file ends, but `<{opened.name}>` is still open{others}"
        hint = f"write `</{opened.name}>` where it is to end"
        return (opened.line, opened.column), ("unclosed", message, hint)
    if scene.is_start and not scene.before.strip():
        return (1, 1), ("empty-file", "the file is empty", "")
    words = "there is no element in this file"
    return (scene.line, scene.column), ("no-root", words, "is it an XML file?")


def _breaks_off(scene: Scene) -> tuple[tuple[int, int], Words]:
    at = scene.line, scene.column
    for opening, what, end in (
        ("<!--", "a comment", "-->"),
        ("<![CDATA[", "a CDATA section", "]]>"),
        ("<?", "a processing instruction", "?>"),
        ("<!", "a declaration", ">"),
        ("</", "an end tag", ">"),
        ("<", "a tag", ">"),
        ("&", "a reference", ";"),
    ):
        if scene.here.startswith(opening):
            message = f"{what} that begins here does not come to its end"
            extra = ", or for a missing quotation mark" if what == "a tag" else ""
            return at, ("unclosed", message, f"look for a missing “{end}”{extra}")
    return at, ("unclosed", "something that begins here does not come to its end", "")


def _undeclared(scene: Scene) -> tuple[tuple[int, int], Words]:
    line, column = scene.line, scene.column
    found = _REFERENCE_AT.match(scene.here)
    if found is None:
        # In an attribute's value: expat points at the tag.
        tag = _TAG.match(scene.here)
        names = _REFERENCE_IN.finditer(tag[0] if tag else "")
        found = next((name for name in names if not replacement_is_needless(name[1])), None)
        if found is None:
            return (line, column), ("undeclared-entity", "an entity is not declared", "")
        gone = scene.here[: found.start()]
        line += gone.count("\n")
        column = len(gone) - gone.rfind("\n") if "\n" in gone else column + len(gone)
    return (line, column), undeclared(found[1])


_REFERENCE_AT = re.compile(r"&([^;\s<&\"']*);?")
_REFERENCE_IN = re.compile(r"&([^#;\s<&\"'][^;\s<&\"']*);")


def replacement_is_needless(name: str) -> bool:
    """Whether an entity is one of the five that XML has."""
    return not replacement(name)


def undeclared(name: str) -> Words:
    """For a reference to an entity that the file does not declare."""
    message = f"“&{name};” stands for nothing: the entity “{name}” is not declared in this file"
    return "undeclared-entity", message, replacement(name)


def external(name: str, system: str) -> Words:
    """For a reference to an entity that stands for another file."""
    file = f" “{system}”" if system else ""
    return (
        "external-entity",
        f"“&{name};” would bring in another file{file}: external entities are not followed",
        "use xi:include instead",
    )


def _external_in_attribute(scene: Scene) -> tuple[tuple[int, int], Words]:
    found = _REFERENCE_AT.match(scene.here)
    return (scene.line, scene.column), external(found[1] if found else "?", "")


def _duplicate(scene: Scene) -> tuple[tuple[int, int], Words]:
    found = _NAME.match(scene.here)
    message = f"@{found[0] if found else '?'} stands twice in this tag"
    if scene.here.startswith("<"):
        message = "two attributes of this tag have the same name and, by their prefixes, namespace"
    return (scene.line, scene.column), ("duplicate-attribute", message, "keep one of the two")


def _unbound(scene: Scene) -> tuple[tuple[int, int], Words]:
    at = scene.line, scene.column
    tag = _TAG.match(scene.here)
    names = [tag[1], *_ATTRIBUTE_NAME.findall(tag[2])] if tag else []
    declared = (
        scene.prefixes | {"xml", "xmlns"} | set(_DECLARED_HERE.findall(tag[2] if tag else ""))
    )
    for name in names:
        prefix, colon, _ = name.partition(":")
        if colon and prefix not in declared:
            uri = _KNOWN_PREFIXES.get(prefix, "…")
            shown = f"`<{name}>`" if tag and name == tag[1] else f"@{name}"
            message = f"the prefix “{prefix}” of {shown} is not declared"
            hint = f'declare it: xmlns:{prefix}="{uri}" on this element or on one around it'
            return at, ("undeclared-prefix", message, hint)
    return at, ("undeclared-prefix", "a prefix in this tag is not declared", "")


def _behind_root(scene: Scene) -> tuple[tuple[int, int], Words]:
    return (scene.line, scene.column), _outside(scene.here, "<root")


def _unclosed_section(scene: Scene) -> tuple[tuple[int, int], Words]:
    start = scene.before.rfind("<![CDATA[")
    words = "a CDATA section does not come to its end"
    hint = "write “]]>” where it is to end"
    return scene.back(len(scene.before) - start if start >= 0 else 0), ("unclosed", words, hint)


def _syntax(scene: Scene) -> tuple[tuple[int, int], Words]:
    at = scene.line, scene.column
    if scene.is_start or tokens.is_html(scene.here):
        return at, tokens.no_xml(scene.before + scene.here)
    shown = tokens.shown(scene.here)
    if "<!DOCTYPE" in scene.before:
        words = f"{shown} may not stand in, or behind, a document type declaration"
        return at, ("not-well-formed", words, "TEI documents need no such declaration")
    return at, _outside(scene.here, scene.before)


def _invalid(scene: Scene) -> tuple[tuple[int, int], Words]:
    if scene.is_start or tokens.is_html(scene.here):
        return (1, 1), tokens.no_xml(scene.before + scene.here)
    back, words = tokens.invalid(scene.before, scene.here)
    around = scene.before[: len(scene.before) - back]
    if words[0] in _STRAY and not tokens.is_in_tag(around) and not scene.open_elements():
        if not _ELEMENT.search(scene.before):
            back = len(scene.before.rpartition(">")[2].lstrip())
        text = scene.before[len(scene.before) - back :] + scene.here
        return scene.back(back), _outside(text, scene.before)
    return scene.back(back), words


_STRAY = frozenset({"stray-ampersand", "stray-less-than", "not-well-formed"})
_ELEMENT = re.compile(r"<[^!?/\s]")


def _outside(text: str, before: str) -> Words:
    """For something that stands before or behind the root element."""
    if not _ELEMENT.search(before):
        words = f"{tokens.shown(text)} stands before the root element"
        return "before-root", words, "a document has one root element; put this inside it"
    if text.startswith("</"):
        found = _NAME.match(text[2:])
        words = f"`</{found[0] if found else '?'}>` closes nothing: the root element has ended"
        return "after-root", words, "take it out, or look for an end tag too many before it"
    words = f"{tokens.shown(text)} stands behind the end of the root element"
    return "after-root", words, "a document has one root element; put this inside it"


def _character(scene: Scene) -> tuple[tuple[int, int], Words]:
    found = re.match(r"&[^;\s]*;?", scene.here)
    shown = f"“{found[0]}”" if found else "this reference"
    message = f"{shown} names a character that no XML document may hold"
    return (scene.line, scene.column), ("forbidden-character", message, "take it out")


_BY_KIND: dict[str, Callable[[Scene], tuple[tuple[int, int], Words]]] = {
    errors.XML_ERROR_TAG_MISMATCH: _mismatch,
    errors.XML_ERROR_NO_ELEMENTS: _ends_early,
    errors.XML_ERROR_UNCLOSED_TOKEN: _breaks_off,
    errors.XML_ERROR_UNDEFINED_ENTITY: _undeclared,
    errors.XML_ERROR_ATTRIBUTE_EXTERNAL_ENTITY_REF: _external_in_attribute,
    errors.XML_ERROR_DUPLICATE_ATTRIBUTE: _duplicate,
    errors.XML_ERROR_UNBOUND_PREFIX: _unbound,
    errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT: _behind_root,
    errors.XML_ERROR_SYNTAX: _syntax,
    errors.XML_ERROR_UNCLOSED_CDATA_SECTION: _unclosed_section,
    errors.XML_ERROR_INVALID_TOKEN: _invalid,
    errors.XML_ERROR_BAD_CHAR_REF: _character,
}

_BYTES = frozenset(
    {errors.XML_ERROR_INVALID_TOKEN, errors.XML_ERROR_PARTIAL_CHAR, errors.XML_ERROR_SYNTAX}
)
