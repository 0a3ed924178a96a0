# SPDX-License-Identifier: MIT
"""Regular expressions in plain words, and texts that match them."""

from __future__ import annotations

from collections.abc import Iterator

from tei_edition.relaxng.datatypes.regex.characters import CharacterClass
from tei_edition.relaxng.datatypes.regex.syntax import Choice, Node, One, Repeat, Sequence

_MAX_WORDS = 160
_MAX_EXAMPLE = 200

_LIKELY = "a1A x-/.:_0b2cé"
"""Characters that make an example look natural, in the order they are tried."""
_SEARCHED = 0x3400
"""Further code points are tried up to here: every script in use but Han, Hangul and a few."""

_CLASSES = {
    r"\d": ("a digit", "digits"),
    "[0-9]": ("a digit", "digits"),
    "[1-9]": ("a digit other than 0", "digits other than 0"),
    "[0-9A-Fa-f]": ("a hexadecimal digit", "hexadecimal digits"),
    "[0-9a-fA-F]": ("a hexadecimal digit", "hexadecimal digits"),
    "[a-z]": ("a small letter (a–z)", "small letters (a–z)"),
    "[A-Z]": ("a capital letter (A–Z)", "capital letters (A–Z)"),
    "[a-zA-Z]": ("a letter (a–z)", "letters (a–z)"),
    "[A-Za-z]": ("a letter (a–z)", "letters (a–z)"),
    "[a-z0-9]": ("a small letter or digit", "small letters and digits"),
    "[A-Za-z0-9]": ("a letter (a–z) or digit", "letters (a–z) and digits"),
    "[a-zA-Z0-9]": ("a letter (a–z) or digit", "letters (a–z) and digits"),
    r"\p{L}": ("a letter", "letters"),
    r"\p{Lu}": ("a capital letter", "capital letters"),
    r"\p{Ll}": ("a small letter", "small letters"),
    r"\p{N}": ("a digit or other numeral", "digits or other numerals"),
    r"\p{Nd}": ("a digit", "digits"),
    r"\p{P}": ("a punctuation mark", "punctuation marks"),
    r"\p{S}": ("a symbol", "symbols"),
    r"\w": ("a letter, digit or symbol", "letters, digits and symbols"),
    r"\s": ("a white space", "white space"),
    r"\S": ("a character other than white space", "characters without white space"),
    r"^\s": ("a character other than white space", "characters without white space"),
    r"^\p{C}\p{Z}": ("a visible character", "visible characters, without spaces"),
    ".": ("any character", "any characters"),
    r"\i": ("a character that may begin a name", "characters that may begin a name"),
    r"\c": ("a name character", "letters, digits, “.”, “-”, “_” and “:”"),
}


def describe(node: Node) -> str | None:
    """Say what matches, as an object (“digits, then “/”, then digits”); None where words fail."""
    try:
        words = _words(node)
    except _NoWordsError:
        return None
    return words if words and len(words) <= _MAX_WORDS else None


class _NoWordsError(Exception):
    """The expression is better shown as it is."""


def _class_words(characters: CharacterClass, plural: bool) -> str:
    source = characters.source
    known = _CLASSES.get(source)
    if known is None and source.startswith("["):
        # A set of a single escape, like [\d], is that escape.
        known = _CLASSES.get(source[1:-1]) if source[1:2] in ("\\", "^") else None
    if known is not None:
        return known[plural]
    if source.startswith("[") and len(source) <= 40 and "-[" not in source and source[1] != "^":
        return f"characters out of {source}" if plural else f"one character out of {source}"
    raise _NoWordsError


def _literal(node: Node) -> str | None:
    """Return the only text that matches, where there is only one."""
    if isinstance(node, One):
        return node.literal or None
    if isinstance(node, Sequence):
        parts = [_literal(part) for part in node.parts]
        return None if None in parts else "".join(part for part in parts if part)
    return None


def _quoted(text: str) -> str:
    if not text.isprintable():
        raise _NoWordsError
    return f"“{text}”"


def _words(node: Node) -> str:
    literal = _literal(node)
    if literal is not None:
        return _quoted(literal) if literal else "nothing"
    if isinstance(node, One):
        return _class_words(node.characters, plural=False)
    if isinstance(node, Sequence):
        return ", then ".join(_pieces(node))
    if isinstance(node, Choice):
        branches = [_words(branch) for branch in node.branches]
        if any(", then" in branch for branch in branches):
            raise _NoWordsError
        return f"{', '.join(branches[:-1])} or {branches[-1]}"
    return _repeated(node)


def _pieces(node: Sequence) -> Iterator[str]:
    text = ""
    for part in node.parts:
        literal = _literal(part)
        if literal is not None:
            text += literal
            continue
        if text:
            yield _quoted(text)
            text = ""
        yield _words(part)
    if text:
        yield _quoted(text)


def _repeated(node: Repeat) -> str:
    low, high, part = node.low, node.high, node.part
    if (low, high) == (1, 1):
        return _words(part)
    if (low, high) == (0, 1):
        words = _words(part)
        return f"optionally ({words})" if ", " in words else f"optionally {words}"
    one_class = isinstance(part, One) and not part.literal
    if isinstance(part, One) and one_class:
        many = _class_words(part.characters, plural=True)
    elif high is None and low <= 1:
        many = f"({_words(part)})"
    else:
        raise _NoWordsError
    if high is None and low <= 1:
        if not one_class:
            return f"{many}, once or more" if low else f"{many}, any number of times"
        return many if low else f"optionally {many}"
    if high == low:
        return f"{low} {many}"
    if high is None:
        return f"{low} or more {many}"
    return f"up to {high} {many}" if low <= 1 else f"{low} to {high} {many}"


def character(characters: CharacterClass) -> str | None:
    """Return a character of the class, a common one if there is one."""
    contains = characters.contains
    for char in _LIKELY:
        if contains(char):
            return char
    return next((chr(point) for point in range(0x20, _SEARCHED) if contains(chr(point))), None)


def example(node: Node, times: int) -> str | None:
    """Return a text that matches.

    What may be repeated stands ``times``, and what may be left out once less, as far as allowed.
    """
    if isinstance(node, One):
        return node.literal or character(node.characters)
    if isinstance(node, Repeat):
        count = max(node.low, times if node.low else times - 1)
        if node.high is not None:
            count = min(count, node.high)
        part = example(node.part, times) if count else ""
        if part is None:
            return "" if node.low == 0 else None
        return part * count if len(part) * count <= _MAX_EXAMPLE else None
    if isinstance(node, Choice):
        found = [text for branch in node.branches if (text := example(branch, times)) is not None]
        return next((text for text in found if text), found[0] if found else None)
    texts = [example(part, times) for part in node.parts]
    return None if None in texts else "".join(text for text in texts if text)
