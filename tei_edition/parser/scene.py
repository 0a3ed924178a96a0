# SPDX-License-Identifier: MIT
"""The place where a file stops being XML, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Words: TypeAlias = "tuple[str, str, str]"
"""Code, message, hint."""


@dataclass(frozen=True, slots=True)
class Open:
    """An element that is open where the file stops being XML."""

    name: str
    line: int
    column: int


@dataclass(frozen=True)
class Scene:
    """What is known of the place of an error."""

    line: int
    """From 1."""
    column: int
    """From 1."""
    before: str
    """Some text before the place."""
    here: str
    """Some text from the place on."""
    is_start: bool
    """Whether no markup stands before the place."""
    wrong_byte: int | None
    """The byte at the place, if the file's encoding does not have it there."""
    encoding: str
    """The encoding, as messages say it."""
    open_elements: Callable[[], Sequence[Open]]
    prefixes: frozenset[str]
    """Prefixes that are declared."""

    def back(self, characters: int) -> tuple[int, int]:
        """The place so many characters before."""
        gone = self.before[len(self.before) - characters :] if characters else ""
        if "\n" not in gone:
            return self.line, self.column - characters
        line_before = self.before[: len(self.before) - characters].rpartition("\n")[2]
        return self.line - gone.count("\n"), len(line_before) + 1
