# SPDX-License-Identifier: MIT
"""Findings in words: what was found, in which element, and what could stand there.

Each message is made once for one situation (a state, a name, the prefixes in use) and kept,
within bounds: in a corpus, the same faults come by the thousand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.relaxng.wording.attributes import AttributeWording
from tei_edition.relaxng.wording.elements import ElementWording
from tei_edition.relaxng.wording.names import Naming
from tei_edition.relaxng.wording.scene import Scene, Words, finding
from tei_edition.relaxng.wording.texts import TextWording

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tei_edition.relaxng.automaton import Automaton
    from tei_edition.relaxng.patterns import Element


class Wording:
    """All that one schema can say."""

    def __init__(
        self, automaton: Automaton, elements: Sequence[Element], prefixes: Mapping[str, str]
    ) -> None:
        self.naming = Naming(prefixes)
        self.elements = ElementWording(automaton, elements)
        self.attributes = AttributeWording(automaton)
        self.texts = TextWording(automaton)


__all__ = ["Scene", "Wording", "Words", "finding"]
