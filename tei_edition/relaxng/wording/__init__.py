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
    from tei_edition.relaxng.automaton import Automaton
    from tei_edition.relaxng.simplified import Simplified


class Wording:
    """All that one schema can say."""

    def __init__(self, automaton: Automaton, schema: Simplified) -> None:
        self.naming = Naming(schema.prefixes)
        self.elements = ElementWording(automaton, schema)
        self.attributes = AttributeWording(automaton)
        self.texts = TextWording(automaton)


__all__ = ["Scene", "Wording", "Words", "finding"]
