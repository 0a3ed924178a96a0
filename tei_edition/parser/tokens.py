# SPDX-License-Identifier: MIT
"""What is wrong with a token that expat calls invalid: the mistakes that are made when typing XML.

All functions look at the text before a place and the text from it on.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tei_edition.parser.scene import Words

_AMPERSAND = re.compile(r"&(#?[^\s&;<>\"'=]*)\Z")
_OPEN_TAG = re.compile(r"<(/?)([^\s<>/=\"'!?]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)\Z")
_OPEN_VALUE = re.compile(
    r"<[^\s<>/=\"'!?]+(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?\s([^\s=<>\"']+)\s*=\s*(\"[^\"<]*|'[^'<]*)\Z"
)
_NO_VALUE = re.compile(r"\s([^\s=<>\"'/]+)\s*\Z")
_NO_QUOTES = re.compile(r"\s([^\s=<>\"'/]+)\s*=\s*\Z")
_WORD = re.compile(r"[^\s<>&\"'/=]+")

_BLANK = (
    "write a blank behind the quotation mark; or “&quot;” or “&apos;”, if it is part of the value"
)
_SEPARATORS = tuple(",;|")
_CURLY = "“”„‟‘’‚«»‹›"

_FORMATS = (
    ("PK\x03\x04", "a Word, LibreOffice or zip file"),
    ("%PDF", "a PDF file"),
    ("{\\rtf", "an RTF file"),
    ("\ufffd\ufffd\x11\ufffd", "an old Word file"),
    ("\x1f\ufffd", "a compressed file"),
    ("\ufffdPNG", "an image"),
    ("{", "JSON"),
    ("[", "JSON"),
)


def shown(text: str) -> str:
    """The beginning of a text, in quotes."""
    line = "".join(c if c.isprintable() else "\ufffd" for c in text.strip().partition("\n")[0][:21])
    return f"“{line[:20]}…”" if len(line) > 20 else f"“{line}”"


def is_html(text: str) -> bool:
    """Whether a text is HTML's document type declaration in small letters."""
    return text[:14].lower() == "<!doctype html" and not text.startswith("<!DOCTYPE")


def is_in_tag(before: str) -> bool:
    """Whether a text ends within a tag."""
    tag = _OPEN_TAG.search(before)
    return bool(tag and tag[2]) or _OPEN_VALUE.search(before) is not None


def other_format(text: str) -> Words | None:
    """For a file that begins as files of another kind do."""
    for beginning, what in _FORMATS:
        # Not str.lstrip(): it takes the first byte of a gzip file for white space.
        if text.lstrip(" \t\r\n").startswith(beginning):
            return "no-xml", f"this is no XML file; it looks like {what}", ""
    return None


def no_xml(text: str) -> Words:
    """For a file that does not begin as XML does."""
    if is_html(text):
        return "no-xml", "this is an HTML file, not an XML file", ""
    message = f"this is no XML: the file begins with {shown(text)}, not with a tag"
    return "no-xml", message, "take out what stands before the first tag, if it is an XML file"


def invalid(before: str, here: str) -> tuple[int, Words]:
    """How many characters before the place the mistake is, and the words for it."""
    for judge in _JUDGES:
        found = judge(before, here)
        if found is not None:
            return found
    found_word = _WORD.match(here)
    what = f"“{found_word[0][:20] if found_word else here[:1]}”" if here.strip() else "this"
    return 0, ("not-well-formed", f"{what} may not stand at this place of the markup", "")


def _control(before: str, here: str) -> tuple[int, Words] | None:
    character = here[:1]
    if not character or (character >= " " and character not in "\ufffe\uffff"):
        return None
    if character in "\t\n\r":
        return None
    message = f"the character U+{ord(here[0]):04X} may not stand in an XML document"
    return 0, ("forbidden-character", message, "take it out")


def _other_space(before: str, here: str) -> tuple[int, Words] | None:
    """White space in a tag that is none in XML, and mostly cannot be seen."""
    character = here[:1]
    if character <= "\x7f" or not is_in_tag(before):
        return None
    if not character.isspace() and unicodedata.category(character) != "Cf":
        return None
    name = unicodedata.name(character, "a control character").lower()
    message = (
        f"a character that looks like a blank stands in this tag: U+{ord(character):04X}, {name}"
    )
    return 0, ("forbidden-character", message, "write an ordinary blank instead")


def _half_a_comment(before: str, here: str) -> tuple[int, Words] | None:
    begun = next((each for each in ("<!-", "<!") if before.endswith(each)), "")
    if not begun or here.startswith("--"):
        return None
    return len(begun), (
        "comment-wrong",
        f"“{begun}” begins nothing here",
        "a comment begins “<!--”",
    )


def _comment(before: str, here: str) -> tuple[int, Words] | None:
    opened = before.rfind("<!--")
    if opened < 0 or "-->" in before[opened + 4 :] or not before.endswith("--"):
        return None
    hint = "write one hyphen, or a dash; “--” can only end a comment, as “-->”"
    return 2, ("comment-wrong", "“--” may not stand inside a comment", hint)


def _reference(before: str, here: str) -> tuple[int, Words] | None:
    found = _AMPERSAND.search(before)
    if found is None and not here.startswith("&"):
        return None
    name = found[1] if found else ""
    back = len(found[0]) if found else 0
    if not name or name == "#":
        return back, ("stray-ampersand", "an ampersand stands alone", "write “&amp;”")
    from html.entities import html5

    message = f"“&{name}” begins a reference, but no semicolon ends it"
    if name == "amp":
        return back, ("stray-ampersand", message, "write “&amp;”")
    if name.startswith("#") or f"{name};" in html5:
        return back, ("stray-ampersand", message, f"write “&{name};”, or “&amp;” for an ampersand")
    return back, ("stray-ampersand", message, "write “&amp;” where an ampersand is meant")


def _in_value(before: str, here: str) -> tuple[int, Words] | None:
    found = _OPEN_VALUE.search(before)
    if found is None or not here.startswith("<"):
        return None
    name, value = found[1], found[2]
    back = len(before) - found.start(2)
    curly = next((place for place, c in enumerate(value) if c in _CURLY), 0)
    if curly:
        message = (
            f"the value of @{name} begins with a straight quotation mark and ends with another"
        )
        return back - curly, ("attribute-wrong", message, f'write straight ones: {name}="…"')
    if ">" in value or "\n" in value:
        message = f"the value of @{name} has no quotation mark at its end"
        return back, ("attribute-wrong", message, f"write {value[0]} where the value is to end")
    message = f"a “<” stands in the value of @{found[1]}"
    hint = f"close the value with {found[2][0]} before it; or write “&lt;” for the character itself"
    return 0, ("stray-less-than", message, hint)


def _in_tag(before: str, here: str) -> tuple[int, Words] | None:
    """Inside a tag, outside its values."""
    found = _OPEN_TAG.search(before)
    if found is None or not found[2]:
        return None
    slash, name, inside = found[1], found[2], found[3]
    if here.startswith("<"):
        message = f"the tag `<{slash}{name}` is not ended: another “<” follows before its “>”"
        return 0, ("unclosed", message, "write “>” where the tag is to end")
    if slash:
        message = f"an end tag holds nothing but its name: `</{name}>`"
        return 0, ("attribute-wrong", message, "take out what stands behind the name")
    without = _NO_QUOTES.search(inside)
    if without:
        if here[:1] in _CURLY:
            message = f"the value of @{without[1]} stands in typographic quotation marks"
            return 0, ("attribute-wrong", message, f'write straight ones: {without[1]}="…"')
        message = f"the value of @{without[1]} has no quotation marks"
        return 0, ("attribute-wrong", message, f'write {without[1]}="…"')
    if here.startswith("\\"):
        message = f"a backslash stands in the tag `<{name}`"
        return 0, ("attribute-wrong", message, "an empty tag ends with “/>”")
    if inside[-1:] in ("'", '"') and here[:1] in _SEPARATORS:
        message = f"“{here[0]}” stands between two attributes"
        return 0, ("attribute-wrong", message, "write a blank instead")
    if inside[-1:] in ("'", '"') and _WORD.match(here):
        message = "a blank is missing between two attributes"
        return 0, ("attribute-wrong", message, _BLANK)
    no_value = _NO_VALUE.search(inside)
    if no_value:
        message = f"@{no_value[1]} has no value"
        return 0, ("attribute-wrong", message, f'write {no_value[1]}="…"')
    if here[:1] in ("'", '"') or inside[-1:] in ("'", '"'):
        message = "there is a quotation mark too many in this tag, or one is missing before"
        return 0, ("attribute-wrong", message, 'attributes are written name="value"')
    return None


def _less_than(before: str, here: str) -> tuple[int, Words] | None:
    if not before.endswith(("<", "</")):
        return None
    back = 2 if before.endswith("</") else 1
    if back == 2 and here[:1] in " \t\n":
        return back, ("stray-less-than", "no name follows “</”", "take out the blank")
    words = "a “<” stands here that opens no tag"
    return back, ("stray-less-than", words, "write “&lt;” for the character itself")


def _in_text(before: str, here: str) -> tuple[int, Words] | None:
    if before.endswith("]]") and here.startswith(">"):
        return 2, ("stray-brackets", "“]]>” may not stand in a text", "write “]]&gt;”")
    return None


_JUDGES = (
    _control,
    _other_space,
    _comment,
    _half_a_comment,
    _reference,
    _in_value,
    _in_tag,
    _less_than,
    _in_text,
)
