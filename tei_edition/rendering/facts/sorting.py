# SPDX-License-Identifier: MIT
"""Alphabetical order by the rules of a language.

The Unicode Collation Algorithm in small (Unicode Technical Standard 10): letters first, accents
and capitals only between words that have the same letters. Which letters are letters of their own
and not variants of others, a catalogue of words says (``sorting.letters``): ``и й`` in Russian,
``z å ä ö`` in Swedish. Words stand before longer words that begin with them.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_HANGUL = range(0xAC00, 0xD7A4)
_INITIALS = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"
"""The initial consonants of Unicode's 19 rows of syllables, doubled ones under the single."""

_EXPANSIONS = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "þ": "th", "ð": "d"}
"""Letters that Unicode does not decompose, as most languages file them."""


class Place(NamedTuple):
    """Where a name stands: compared in this order."""

    letters: str
    variants: str
    """The same with accents."""
    exact: str


class Alphabet:
    """The order of one language.

    >>> sorted(["Öl", "Zorn", "Oase"], key=Alphabet("").place)
    ['Oase', 'Öl', 'Zorn']
    >>> sorted(["Öl", "Zorn", "Oase"], key=Alphabet("z å ä ö").place)
    ['Oase', 'Zorn', 'Öl']
    """

    def __init__(self, letters: str) -> None:
        self._own: dict[str, str] = {}
        for group in letters.split(","):
            first, *others = group.split() or [""]
            for number, letter in enumerate(others, 1):
                # A private character per step keeps the letter after the one it follows.
                self._own[letter] = first + chr(0xF0000 + number)
        longest_first = sorted((*self._own, *_EXPANSIONS), key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, longest_first)))

    def place(self, name: str) -> Place:
        """The sort key of a name."""
        folded = unicodedata.normalize("NFC", name).casefold().replace("ß", "ss")
        plain = re.sub(r"[^\w]+", " ", folded).replace("_", " ").strip()
        own = self._pattern.sub(lambda found: self._letter(found[0]), plain)
        return Place(_without_marks(own), folded, name)

    def heading(self, name: str) -> str:
        """The letter that a name is filed under; ``#`` for what begins with none."""
        folded = re.sub(r"^[\W_]+", "", unicodedata.normalize("NFC", name)).casefold()
        for letter in sorted(self._own, key=len, reverse=True):
            if folded.startswith(letter):
                return letter[:1].upper() + letter[1:]
        first = folded[:1]
        if not first.isalpha():
            return "#"
        if ord(first) in _HANGUL:
            return _INITIALS[(ord(first) - _HANGUL.start) // 588]
        return _without_marks(_EXPANSIONS.get(first, first))[:1].upper()

    def _letter(self, letter: str) -> str:
        return self._own.get(letter) or _EXPANSIONS[letter]


def _without_marks(text: str) -> str:
    """The text without accents; syllables of Hangul stay whole, being in order already."""
    return "".join(
        character
        if ord(character) in _HANGUL
        else "".join(
            c for c in unicodedata.normalize("NFKD", character) if not unicodedata.combining(c)
        )
        for character in text
    )
