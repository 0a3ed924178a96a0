# SPDX-License-Identifier: MIT
"""Words and punctuation that are marked one by one, with no character between them.

Where a text has no white space between its words, the markup implies it (TEI Guidelines 18.1);
where it has some, words that follow each other at once belong together. `@join` says which stand
without a space (att.linguistic). The stylesheets follow the same rule (``shared/tokens.xsl``).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.checks.records import Spot

_TOKENS = frozenset({"w", "pc", "gap"})
_SEGMENTS = frozenset({"s", "seg"})
_RUN = 3
"""How many words that follow each other at once show that spaces are implied."""
_OPENS = re.compile(r"^\s*[(\[{⟨〈「『“‘«‹„‚¿¡]\s*$")
_CLITIC = re.compile(r"^['’](s|t|d|m|ll|re|ve)?$|^n['’]t$", re.IGNORECASE)
_ELIDED = re.compile(r"[^\W\d_]['’]$")
_ENDED = re.compile(r"[,.;:!?…—]$")
_UNSPACED = re.compile("[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")


class Joint(str):
    """Where one word or sentence follows another at once: an empty piece of text, or a space."""

    __slots__ = ("element",)

    element: str
    """The name of what follows."""


class Adjacency:
    """Tells which words follow another at once, from the tags and the text between them."""

    def __init__(self) -> None:
        self._depth = 0
        self._last = ""
        """What ended just now: a word, a sentence, nothing of the kind."""
        self._joins = False
        """Whether the last word says that the next one is joined to it."""

    def start(self, name: str, attributes: dict[str, str]) -> Joint | None:
        """Take a start tag; give the joint before its words."""
        last = self._last
        if name in _SEGMENTS:
            return _joint(name) if last in _SEGMENTS else None
        if name not in _TOKENS:
            return None
        self._depth += 1
        if self._depth > 1:
            return None
        is_joined = self._joins or joins_left(attributes) or attributes.get("part") in ("M", "F")
        self._joins = attributes.get("join") in ("right", "both")
        return _joint(name) if last in _TOKENS and not is_joined else None

    def end(self, name: str) -> None:
        """Take an end tag."""
        if name in _TOKENS:
            self._depth -= 1
        if name in _TOKENS or name in _SEGMENTS:
            self._last = name

    def text(self, text: str) -> bool:
        """Take text; tell whether it is white space that is no space of the document."""
        if self._depth:
            return False
        is_last = self._last in _TOKENS
        self._last = ""
        return is_last and self._joins and text.isspace()


def joins_left(attributes: dict[str, str]) -> bool:
    """Whether a word is joined to the one before it."""
    return attributes.get("join") in ("left", "both")


def _joint(element: str) -> Joint:
    made = Joint("")
    made.element = element
    return made


def spaced(pieces: list[tuple[str, Spot]]) -> Iterator[tuple[str, Spot]]:
    """The pieces, with a space at each joint where the text implies one."""
    implies = _implies_spaces(pieces)
    last = ""
    for index, (piece, spot) in enumerate(pieces):
        if isinstance(piece, Joint):
            after = pieces[index + 1][0] if index + 1 < len(pieces) else ""
            if _stand_apart(last, after, piece.element, implies=implies):
                yield " ", spot
            continue
        last = piece or last
        yield piece, spot


def _implies_spaces(pieces: list[tuple[str, Spot]]) -> bool:
    run = 0
    for piece, _ in pieces:
        if isinstance(piece, Joint):
            run += piece.element in ("w", "pc")
            if run >= _RUN:
                return True
        elif any(character.isspace() for character in piece):
            run = 0
    return False


def _stand_apart(before: str, after: str, element: str, *, implies: bool) -> bool:
    if _UNSPACED.match(before[-1:]) and _UNSPACED.match(after):
        return False
    if element in _SEGMENTS:
        return element == "s" or _ENDED.search(before) is not None
    if element == "pc":
        return implies and _OPENS.match(after) is not None
    return implies and not (_OPENS.match(before) or _CLITIC.match(after) or _ELIDED.search(before))
