# SPDX-License-Identifier: MIT
"""A transcription and a document laid beside each other, and what differs put in words."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.checks.transcript.alignment import Difference, differences
from tei_edition.checks.transcript.moves import Move, moves, settle
from tei_edition.findings import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.checks.records import Spot
    from tei_edition.checks.transcript.words import Word

CONTEXT = 4
"""Words shown on either side of a difference."""

SHOWN = 12
"""Words of a difference that are shown in full; of longer ones, beginning and end."""

_MARKS = str.maketrans("‘’‛ʼ′`´“”„‟″«»–—‐‑−…", "'''''''\"\"\"\"\"\"\"-----.")
"""Marks that are taken for one another, as one of them each."""


class Transcribed(NamedTuple):
    """One word of a transcription."""

    text: str
    path: str
    line: int
    starts_line: bool


def compare(
    transcription: Sequence[Transcribed], document: Sequence[Word], nowhere: Spot
) -> Iterator[Finding]:
    """The differences, each at the element where it happened.

    Both sides are compared in Unicode's normal form C, white space apart.

    Args:
        transcription: the words that should be there.
        document: the words that are there.
        nowhere: where to report when the document has no word at all.
    """
    pages = _Pages(transcription, document, nowhere)
    found = differences(pages.left, pages.right)
    found = settle(
        found,
        pages.left,
        pages.right,
        [word.starts_line for word in transcription],
        [word.starts_block for word in document],
    )
    moved, reordered, rest = moves(found, pages.left, pages.right)
    for move in moved:
        yield pages.moved(move)
    for passage in reordered:
        yield pages.reordered(passage)
    for difference in rest:
        for part in pages.by_file(difference):
            yield pages.different(part)


class _Pages:
    """The two sides, and the words for what differs."""

    def __init__(
        self, transcription: Sequence[Transcribed], document: Sequence[Word], nowhere: Spot
    ) -> None:
        self._transcription = transcription
        self._document = document
        self._nowhere = nowhere
        self.left = [unicodedata.normalize("NFC", word.text) for word in transcription]
        self.right = [unicodedata.normalize("NFC", word.text) for word in document]

    def by_file(self, one: Difference) -> Iterator[Difference]:
        """A difference in parts, one for each file its words stand in."""
        start = one.right_start
        left_start = one.left_start
        for position in range(one.right_start + 1, one.right_end):
            if self._document[position].spot.path != self._document[start].spot.path:
                yield Difference(left_start, one.left_end, start, position)
                start, left_start = position, one.left_end
        yield Difference(left_start, one.left_end, start, one.right_end)

    def different(self, one: Difference) -> Finding:
        """Words that are lost, added or changed."""
        lost = self.left[one.left_start : one.left_end]
        added = self.right[one.right_start : one.right_end]
        theirs = f"“{_around(self.left, one.left_start, one.left_end)}” ({self._where(one)})"
        ours = f"“{_around(self.right, one.right_start, one.right_end)}”"
        both = f"the transcription has {theirs}, the document {ours}"
        if not self.left:
            both = "the transcription is empty"
        elif not self.right:
            both = "the document has no words"
        if not added:
            verb = "is" if len(lost) == 1 else "are"
            words = f"“{_show(lost)}”{_count(lost)} {verb} missing: {both}"
            return self._finding("words-lost", self._before(one.right_start), words)
        spot = self._document[one.right_start].spot
        if not lost:
            verb = "is" if len(added) == 1 else "are"
            words = f"“{_show(added)}”{_count(added)} {verb} not in the transcription: {both}"
            return self._finding("words-added", spot, words)
        words = (
            f"“{_show(added)}”{_count(added)} stands where the transcription has "
            f"“{_show(lost)}”{_count(lost)}: {both}"
        )
        return self._finding("words-changed", spot, words, _hint(lost, added))

    def moved(self, move: Move) -> Finding:
        """Words that stand somewhere else."""
        words = self.right[move.right_start : move.right_start + move.length]
        end_left, end_right = move.left_start + move.length, move.right_start + move.length
        one = Difference(move.left_start, end_left, move.right_start, end_right)
        theirs = f"“{_around(self.left, move.left_start, end_left)}” ({self._where(one)})"
        ours = f"“{_around(self.right, move.right_start, end_right)}”"
        verb = "stands" if len(words) == 1 else "stand"
        return self._finding(
            "words-moved",
            self._document[move.right_start].spot,
            f"“{_show(words)}”{_count(words)} {verb} elsewhere in the transcription: it has "
            f"{theirs}, the document {ours}",
        )

    def reordered(self, one: Difference) -> Finding:
        """The same words in another order."""
        theirs = self.left[one.left_start : one.left_end]
        ours = self.right[one.right_start : one.right_end]
        return self._finding(
            "words-moved",
            self._document[one.right_start].spot,
            f"“{_show(ours)}”{_count(ours)} stands in another order in the transcription: it has "
            f"“{_show(theirs)}” ({self._where(one)}), in "
            f"“{_around(self.left, one.left_start, one.left_end)}”",
        )

    def _before(self, position: int) -> Spot:
        """The element of the nearest preceding word."""
        if not self._document:
            return self._nowhere
        return self._document[max(position - 1, 0)].spot

    def _where(self, one: Difference) -> str:
        """File and line of the transcription."""
        if not self._transcription:
            return ""
        word = self._transcription[min(one.left_start, len(self._transcription) - 1)]
        return f"{word.path}, line {word.line}"

    def _finding(self, code: str, spot: Spot, words: str, hint: str = "") -> Finding:
        return spot.finding("transcript", code, Severity.ERROR, words, hint)


def _show(words: Sequence[str]) -> str:
    if len(words) <= SHOWN:
        return " ".join(words)
    return f"{' '.join(words[: SHOWN // 2])} … {' '.join(words[-SHOWN // 3 :])}"


def _count(words: Sequence[str]) -> str:
    return f" ({len(words)} words)" if len(words) > SHOWN else ""


def _around(words: Sequence[str], start: int, end: int) -> str:
    """Words with some of those before and behind them."""
    low, high = max(0, start - CONTEXT), min(len(words), end + CONTEXT)
    parts = ["…"] if low else []
    parts += words[low:start]
    if end > start:
        parts.append(_show(words[start:end]))
    parts += words[end:high]
    return " ".join([*parts, "…"] if high < len(words) else parts)


def _hint(lost: Sequence[str], added: Sequence[str]) -> str:
    """What the difference comes to, where the two sides are nearly the same."""
    before, after = " ".join(lost), " ".join(added)
    if "".join(lost) == "".join(added):
        return "only the spaces differ"
    if before.casefold() == after.casefold():
        return "only capital and small letters differ"
    if before.translate(_MARKS) == after.translate(_MARKS):
        pairs = [(a, b) for a, b in zip(before, after, strict=False) if a != b]
        if len(before) == len(after) and pairs:
            a, b = pairs[0]
            return f"the transcription has {_named(a)}, the document {_named(b)}"
    if before.translate(_BRACKETS) == after.translate(_BRACKETS):
        return (
            "only the brackets differ: they come out of the markup (<supplied>, <gap>, <stamp>, "
            "handwriting), not out of characters"
        )
    if _letters(before) == _letters(after):
        return "only the punctuation differs"
    return "an editor's correction stands in <corr>, beside the <sic> of the document"


_BRACKETS = str.maketrans("", "", "[](){}<>⟨⟩")


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def _named(character: str) -> str:
    name = unicodedata.name(character, "a character without name").lower()
    return f"“{character}” (U+{ord(character):04X}, {name})"
