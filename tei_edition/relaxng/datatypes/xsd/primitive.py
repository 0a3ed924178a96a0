# SPDX-License-Identifier: MIT
"""What makes up a datatype before any parameter restricts it."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping
from enum import Enum
from typing import Any, NamedTuple

from tei_edition.relaxng.datatypes.datatype import IdType

Lexical = Callable[[str], object]
"""Whether a text, its white space normalised, is of the type: true or false, as ``bool`` has it."""


class WhiteSpace(Enum):
    """What happens to white space before all else (XML Schema Part 2 §4.3.6)."""

    PRESERVE = "preserve"
    REPLACE = "replace"
    COLLAPSE = "collapse"


class Phrase(NamedTuple):
    """How a type is put in words."""

    noun: str
    """As an object: “a date”, “a whole number”."""
    examples: tuple[str, ...]
    """Allowed texts, the most telling first."""
    detail: str = ""
    """What follows the noun: “without colon”. Left out where an example says enough."""


class Order(NamedTuple):
    """The order of a type's values, which need not be total."""

    compare: Callable[[Any, Any], int | None]
    """Negative, 0 or positive; None where two values have no order."""
    at_least: str
    at_most: str
    above: str
    below: str


class Primitive(NamedTuple):
    """A datatype of the library, without parameters."""

    name: str
    phrase: Phrase
    lexical: Callable[[], Lexical]
    """Makes the test of a text; called on first use, since expressions cost time to compile."""
    key: Callable[[str], Hashable]
    """The value of an allowed text: equal for two texts exactly when they are the same value."""
    white_space: WhiteSpace = WhiteSpace.COLLAPSE
    measure: Callable[[str], int] | None = None
    """The length of an allowed text in the type's units; None where it has no length."""
    unit: str = "character"
    order: Order | None = None
    decimal: bool = False
    """Whether digits can be counted."""
    id_type: IdType | None = None
    resolve: Callable[[str, Mapping[str, str]], Hashable | None] | None = None
    """For a type whose values depend on what is declared: the value, None where not declared."""


def expression(pattern: str) -> Callable[[], Lexical]:
    """Return a maker of the test whether a whole text matches one of Python's expressions."""
    return lambda: re.compile(pattern).fullmatch


def itself(text: str) -> str:
    """Return the text: its own value."""
    return text
