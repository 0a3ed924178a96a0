# SPDX-License-Identifier: MIT
"""Derivatives: what is left of a pattern after something was matched.

After James Clark, "An algorithm for RELAX NG validation". A start tag splits a pattern in what
the element must hold and what may follow the element; the latter is kept beside, so that there
is no "after" pattern here (:mod:`tei_edition.relaxng.automaton`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.relaxng.nameclasses import Name
from tei_edition.relaxng.patterns import (
    EMPTY,
    NOT_ALLOWED,
    TEXT,
    Attribute,
    Choice,
    Compound,
    Element,
    Group,
    Interleave,
    OneOrMore,
    Pattern,
    PatternFactory,
)

if TYPE_CHECKING:
    from collections.abc import Iterable


class Derivatives:
    """Derivatives of the patterns of one factory."""

    def __init__(self, factory: PatternFactory) -> None:
        self.factory = factory
        self._texts: dict[Pattern, Pattern] = {}
        self._closed: dict[Pattern, Pattern] = {}

    def forget(self) -> None:
        """Forget what was derived."""
        self.factory.forget()
        self._texts.clear()
        self._closed.clear()

    def start_tag(
        self, pattern: Pattern, name: str, *, skipping: bool = False
    ) -> list[tuple[Element, Pattern]]:
        """Every element pattern that an element of this name can match, and what may follow it.

        With ``skipping``, required content before the element may be missing.
        """
        kind = type(pattern)
        if kind is Element:
            assert isinstance(pattern, Element)
            return [(pattern, EMPTY)] if pattern.name_class.contains(name) else []
        if isinstance(pattern, Choice):
            by_name, others = _index(pattern)
            found: list[tuple[Element, Pattern]] = [(e, EMPTY) for e in by_name.get(name, ())]
            for member in others:
                found += self.start_tag(member, name, skipping=skipping)
            return found
        if isinstance(pattern, Group):
            found = []
            for i, member in enumerate(pattern.members):
                rest = pattern.members[i + 1 :]
                for element, after in self.start_tag(member, name, skipping=skipping):
                    found.append((element, self.factory.sequence(after, rest)))
                if not (member.nullable or skipping):
                    break
            return found
        if isinstance(pattern, Interleave):
            found = []
            for i, member in enumerate(pattern.members):
                for element, after in self.start_tag(member, name, skipping=skipping):
                    found.append((element, self._replaced(pattern, i, after)))
            return found
        if isinstance(pattern, OneOrMore):
            repeated = (self.factory.optional(pattern),)
            return [
                (element, self.factory.sequence(after, repeated))
                for element, after in self.start_tag(pattern.content, name, skipping=skipping)
            ]
        return []

    def attribute(self, pattern: Pattern, name: str) -> list[tuple[Pattern, Pattern]]:
        """Every pattern that the value may match, and what is left then."""
        if not pattern.attributed:
            return []
        if isinstance(pattern, Attribute):
            return [(pattern.content, EMPTY)] if pattern.name_class.contains(name) else []
        if isinstance(pattern, OneOrMore):
            repeated = self.factory.optional(pattern)
            return [
                (value, self.factory.group((after, repeated)))
                for value, after in self.attribute(pattern.content, name)
            ]
        assert isinstance(pattern, Compound)
        if isinstance(pattern, Choice):
            return [pair for member in pattern.members for pair in self.attribute(member, name)]
        return [
            (value, self._replaced(pattern, i, after))
            for i, member in enumerate(pattern.members)
            for value, after in self.attribute(member, name)
        ]

    def _replaced(self, pattern: Compound, i: int, member: Pattern) -> Pattern:
        members = (*pattern.members[:i], member, *pattern.members[i + 1 :])
        make = self.factory.group if isinstance(pattern, Group) else self.factory.interleave
        return make(members)

    def close_start_tag(self, pattern: Pattern, *, forgiving: bool = False) -> Pattern:
        """What is left when there are no more attributes; required ones may not be missing.

        With ``forgiving``, they may.
        """
        if not pattern.attributed:
            return pattern
        if isinstance(pattern, Attribute):
            return EMPTY if forgiving else NOT_ALLOWED
        if not forgiving:
            known = self._closed.get(pattern)
            if known is not None:
                return known
        if isinstance(pattern, OneOrMore):
            made = self.factory.one_or_more(
                self.close_start_tag(pattern.content, forgiving=forgiving)
            )
        else:
            assert isinstance(pattern, Compound)
            made = self._compound(
                pattern, [self.close_start_tag(m, forgiving=forgiving) for m in pattern.members]
            )
        if not forgiving:
            self._closed[pattern] = made
        return made

    def _compound(self, like: Compound, members: Iterable[Pattern]) -> Pattern:
        if isinstance(like, Choice):
            return self.factory.choice(members)
        if isinstance(like, Group):
            return self.factory.group(members)
        return self.factory.interleave(members)

    def text(self, pattern: Pattern) -> Pattern:
        """What is left after text among elements, which only ``text`` matches (section 7.2)."""
        if not pattern.textual:
            return NOT_ALLOWED
        if pattern is TEXT:
            return TEXT
        known = self._texts.get(pattern)
        if known is None:
            known = self._texts[pattern] = self._text(pattern)
        return known

    def _text(self, pattern: Pattern) -> Pattern:
        if isinstance(pattern, OneOrMore):
            return self.factory.sequence(
                self.text(pattern.content), (self.factory.optional(pattern),)
            )
        assert isinstance(pattern, Compound)
        if isinstance(pattern, Choice):
            return self.factory.choice(map(self.text, pattern.members))
        if isinstance(pattern, Interleave):
            return self.factory.choice(
                self._replaced(pattern, i, self.text(member))
                for i, member in enumerate(pattern.members)
                if member.textual
            )
        alternatives: list[Pattern] = []
        for i, member in enumerate(pattern.members):
            after = self.text(member)
            if after is not NOT_ALLOWED:
                alternatives.append(self.factory.sequence(after, pattern.members[i + 1 :]))
            if not member.nullable:
                break
        return self.factory.choice(alternatives)


def _index(choice: Choice) -> tuple[dict[str, list[Element]], list[Pattern]]:
    """The members of a choice that are elements of one name, by name; and the others."""
    try:
        return choice.elements_by_name, choice.other_members
    except AttributeError:
        by_name: dict[str, list[Element]] = {}
        others: list[Pattern] = []
        for member in choice.members:
            if isinstance(member, Element) and isinstance(member.name_class, Name):
                by_name.setdefault(member.name_class.name, []).append(member)
            else:
                others.append(member)
        choice.elements_by_name, choice.other_members = by_name, others
        return by_name, others
