# SPDX-License-Identifier: MIT
"""XML Schema's regular expressions (Part 2, Appendix F), matched in linear time.

An expression is read into a syntax tree (``syntax``), which becomes an automaton whose states are
built as texts need them (``automaton``). Nothing backtracks, so no expression can hang the engine,
and nothing of Python's own dialect shows through. Characters are looked up one by one as they
occur (``characters``), so that ``\\p{L}`` needs no table of 130,000 letters first.
"""

from __future__ import annotations

from collections.abc import Callable

from tei_edition.relaxng.datatypes.regex.automaton import matcher
from tei_edition.relaxng.datatypes.regex.syntax import Node, PatternError, parse


class Pattern:
    """A regular expression that a whole text must match."""

    __slots__ = ("node", "source")

    def __init__(self, source: str) -> None:
        """Read the expression; raise PatternError where it is not one."""
        self.source = source
        self.node: Node = parse(source)

    def matcher(self) -> Callable[[str], bool]:
        """Return the function that says whether a whole text matches.

        Raises PatternError where the expression is larger than an automaton may be.
        """
        try:
            return matcher(self.node)
        except PatternError as error:
            shown = self.source if len(self.source) <= 60 else f"{self.source[:60]}…"
            raise PatternError(f"the regular expression “{shown}” is too large: {error}") from None


__all__ = ["Pattern", "PatternError"]
