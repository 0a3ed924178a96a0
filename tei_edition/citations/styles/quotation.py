# SPDX-License-Identifier: MIT
"""Quotation marks within others, and the punctuation beside them.

CSL leaves both to the processor (its specification, “Quotation marks” and “punctuation-in-quote”);
citeproc-py carries out neither.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QuotationMarks:
    """The marks of a language."""

    open: str
    close: str
    inner_open: str
    inner_close: str
    hold_punctuation: bool
    """Whether a comma or full stop goes before the closing mark, as in American English."""

    def applied(self, words: str) -> str:
        """The words with their quotation marks as the language has them.

        Marks within marks become inner ones, by turns; where they do not pair, nothing is changed
        but the place of punctuation.

        >>> QuotationMarks("“", "”", "‘", "’", True).applied("“On its “price””, n.d.")
        '“On its ‘price,’” n.d.'
        """
        pieces, ends = self._nested(words)
        if not self.hold_punctuation:
            return "".join(pieces)
        made: list[str] = []
        for place, piece in enumerate(pieces):
            start = place
            while piece in (".", ",") and start - 1 in ends:
                start -= 1
            made.insert(start, piece)
        return "".join(made)

    def _nested(self, words: str) -> tuple[list[str], set[int]]:
        """The words in pieces (marks, signs of punctuation, the rest), and which are closing."""
        pattern = "|".join(map(re.escape, filter(None, (self.open, self.close))))
        pieces = [piece for piece in re.split(f"({pattern}|[.,])", words) if piece]
        if self.open == self.close or not pattern:
            return pieces, set()
        marked = list(pieces)
        depth, lowest = 0, 0
        for place, piece in enumerate(pieces):
            if piece == self.open:
                depth += 1
                marked[place] = self.open if depth % 2 else self.inner_open
            elif piece == self.close:
                marked[place] = self.close if depth % 2 else self.inner_close
                depth -= 1
                lowest = min(depth, lowest)
        ends = {place for place, piece in enumerate(pieces) if piece == self.close}
        return (marked if depth == lowest == 0 else pieces), ends
