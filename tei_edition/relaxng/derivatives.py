# SPDX-License-Identifier: MIT
"""Derivatives: what is left of a pattern after something was matched.

After James Clark, "An algorithm for RELAX NG validation". A start tag splits a pattern in what
the element must hold and what may follow the element; the latter is kept beside, so that there
is no "after" pattern here (:mod:`tei_edition.relaxng.automaton`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.relaxng.expectations import attributes_of
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
    from collections.abc import Container, Iterable
_MEMO = 50_000
"""Derivatives remembered of one kind; then all are forgotten."""


class _AnyName:
    """Holds every name."""

    def __contains__(self, name: object) -> bool:
        return True


_ANY = _AnyName()


class Derivatives:
    """Derivatives of the patterns of one factory.

    What leads to the same is put together at every level, and what was derived is remembered: a
    schema may share its parts so that there are exponentially many ways through it.
    """

    def __init__(self, factory: PatternFactory) -> None:
        self.factory = factory
        self._start_tags: dict[tuple[Pattern, str, bool], dict[Element, Pattern]] = {}
        self._attributes: dict[tuple[Pattern, str], dict[Pattern, Pattern]] = {}
        self._attribute_names: dict[Pattern, Container[str]] = {}
        self._texts: dict[Pattern, Pattern] = {}
        self._closed: dict[Pattern, Pattern] = {}
        self._forgiven: dict[Pattern, Pattern] = {}

    def forget(self) -> None:
        """Forget what was derived."""
        self.factory.forget()
        self._start_tags.clear()
        self._attributes.clear()
        self._attribute_names.clear()
        self._texts.clear()
        self._closed.clear()
        self._forgiven.clear()

    def start_tag(
        self, pattern: Pattern, name: str, *, skipping: bool = False
    ) -> dict[Element, Pattern]:
        """Every element pattern that an element of this name can match, and what may follow it.

        With ``skipping``, required content before the element may be missing.
        """
        if isinstance(pattern, Element):
            return {pattern: EMPTY} if pattern.name_class.contains(name) else {}
        if isinstance(pattern, Choice):
            by_name, others = _index(pattern)
            found: dict[Element, Pattern] = dict.fromkeys(by_name.get(name, ()), EMPTY)
            for member in others:
                self._add(found, self.start_tag(member, name, skipping=skipping))
            return found
        if not isinstance(pattern, (Compound, OneOrMore)):
            return {}
        key = (pattern, name, skipping)
        known = self._start_tags.get(key)
        if known is None:
            if len(self._start_tags) >= _MEMO:
                self._start_tags.clear()
            known = self._start_tags[key] = self._start_tag(pattern, name, skipping)
        return known

    def _start_tag(
        self, pattern: Compound | OneOrMore, name: str, skipping: bool
    ) -> dict[Element, Pattern]:
        found: dict[Element, Pattern] = {}
        if isinstance(pattern, OneOrMore):
            repeated = (self.factory.optional(pattern),)
            inner = self.start_tag(pattern.content, name, skipping=skipping)
            return {e: self.factory.sequence(after, repeated) for e, after in inner.items()}
        grouped = isinstance(pattern, Group)
        for i, member in enumerate(pattern.members):
            inner = self.start_tag(member, name, skipping=skipping)
            if inner and grouped:
                rest = pattern.members[i + 1 :]
                inner = {e: self.factory.sequence(after, rest) for e, after in inner.items()}
            elif inner:
                inner = {e: self._replaced(pattern, i, after) for e, after in inner.items()}
            self._add(found, inner)
            if grouped and not (member.nullable or skipping):
                break
        return found

    def _add(self, found: dict[Element, Pattern], more: dict[Element, Pattern]) -> None:
        for element, after in more.items():
            if element in found:
                after = self.factory.choice((found[element], after))
            found[element] = after

    def attribute(self, pattern: Pattern, name: str) -> dict[Pattern, Pattern]:
        """Every pattern that the value may match, and what is left then."""
        if not pattern.attributed:
            return {}
        if isinstance(pattern, Attribute):
            return {pattern.content: EMPTY} if pattern.name_class.contains(name) else {}
        key = (pattern, name)
        known = self._attributes.get(key)
        if known is None:
            if len(self._attributes) >= _MEMO:
                self._attributes.clear()
            known = self._attributes[key] = self._attribute(pattern, name)
        return known

    def _attribute(self, pattern: Pattern, name: str) -> dict[Pattern, Pattern]:
        if isinstance(pattern, OneOrMore):
            repeated = self.factory.optional(pattern)
            return {
                value: self.factory.group((after, repeated))
                for value, after in self.attribute(pattern.content, name).items()
            }
        assert isinstance(pattern, Compound)
        found: dict[Pattern, Pattern] = {}
        for i, member in enumerate(pattern.members):
            if not member.attributed or name not in self._names(member):
                continue
            for value, left in self.attribute(member, name).items():
                after = left if isinstance(pattern, Choice) else self._replaced(pattern, i, left)
                if value in found:
                    after = self.factory.choice((found[value], after))
                found[value] = after
        return found

    def _names(self, pattern: Pattern) -> Container[str]:
        """Names that may be those of its attributes: nearly all are passed over for each name."""
        known = self._attribute_names.get(pattern)
        if known is None:
            if len(self._attribute_names) >= _MEMO:
                self._attribute_names.clear()
            classes = [each.name_class for each in attributes_of((pattern,))]
            known = _ANY
            if not any(each.open for each in classes):
                known = frozenset(name for each in classes for name in each.representatives())
            self._attribute_names[pattern] = known
        return known

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
        memo = self._forgiven if forgiving else self._closed
        known = memo.get(pattern)
        if known is not None:
            return known
        if isinstance(pattern, OneOrMore):
            made = self.factory.one_or_more(
                self.close_start_tag(pattern.content, forgiving=forgiving)
            )
        else:
            assert isinstance(pattern, Compound)
            members = [
                memo.get(member) or self.close_start_tag(member, forgiving=forgiving)
                for member in pattern.members
            ]
            made = self._compound(pattern, members)
        if len(memo) >= _MEMO:
            memo.clear()
        memo[pattern] = made
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
            if len(self._texts) >= _MEMO:
                self._texts.clear()
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
