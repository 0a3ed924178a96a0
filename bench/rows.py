# SPDX-License-Identifier: MIT
"""A row of the table: a figure, and whether it is good enough."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Row:
    """One figure, over several rounds."""

    what: str
    values: Sequence[float]
    unit: str
    limit: float | None = None
    """The largest median that is good enough; None where the figure is for information."""

    advice: str = ""
    """What is to be said of it besides, in a sentence of its own."""

    @property
    def reached(self) -> bool | None:
        """Whether the median is good enough."""
        return None if self.limit is None else median(self.values) <= self.limit
