# SPDX-License-Identifier: MIT
"""Which elements are citable units, and how their identifiers are made.

An identifier (``xml:id``) is short, readable, assigned once, never renumbered and never used again.
It begins with the identifier of its document, which is that of the root element, and goes on with a
word for the kind of unit and a number: ``cable-600308-p02``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tei_edition.edition import Edition

FIRST: Mapping[str, str] = MappingProxyType(
    {
        "TEI": "text1",
        "div": "div1",
        "p": "p01",
        "ab": "ab01",
        "lg": "lg01",
        "list": "list1",
        "item": "item01",
        "table": "table1",
        "figure": "figure1",
        "stamp": "stamp1",
        "opener": "opener1",
        "closer": "closer1",
        "postscript": "ps1",
        "note": "n01",
        "person": "person01",
        "place": "place01",
        "org": "org01",
    }
)
"""By element, how the identifier of the first such unit ends. ``TEI`` is for one inside another;
the root element's identifier is the document's own."""

EMPTY = frozenset(
    {
        *("addSpan", "anchor", "binaryObject", "cb", "damageSpan", "delSpan", "gap", "gb"),
        *("graphic", "handShift", "lb", "media", "milestone", "pb", "ptr", "space"),
    }
)
"""Elements that hold no words by their nature (TEI P5): as units, they are none the less for it."""

GOOD = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
"""An identifier: lower-case ASCII letters and digits, in parts joined by single hyphens."""


@dataclass(frozen=True, slots=True)
class Series:
    """The identifiers of one kind of unit in one document: ``p01``, ``p02``, …"""

    word: str
    width: int
    """Digits that the number has at least."""

    def name(self, number: int) -> str:
        """How the identifier with a number ends."""
        return f"{self.word}{number:0{self.width}}"


@dataclass(frozen=True, slots=True)
class Scheme:
    """The citable units of an edition, by the name of their element."""

    series: Mapping[str, Series] = field(default_factory=dict)

    @classmethod
    def of(cls, edition: Edition | None) -> Scheme:
        """The scheme of an edition (``[identifiers.units]``), or the usual one."""
        return cls.with_units(edition.units if edition else ())

    @classmethod
    def with_units(cls, units: Iterable[tuple[str, str]]) -> Scheme:
        """The usual scheme but for some elements: name, and how the first identifier ends."""
        firsts = {**FIRST, **dict(units)}
        return cls({element: _series(first) for element, first in firsts.items() if first})


def _series(first: str) -> Series:
    word = first.rstrip("0123456789")
    return Series(word, len(first) - len(word))
