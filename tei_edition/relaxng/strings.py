# SPDX-License-Identifier: MIT
"""Text against patterns: attribute values, and elements that hold text of a datatype.

Verdicts on a pattern are remembered by text, so that a value seen before costs one look-up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.relaxng.datatypes.whitespace import WHITE_SPACE, words
from tei_edition.relaxng.expectations import Texts, texts_of
from tei_edition.relaxng.patterns import (
    EMPTY,
    NOT_ALLOWED,
    TEXT,
    Choice,
    Compound,
    Data,
    Group,
    List,
    OneOrMore,
    Pattern,
    PatternFactory,
    Value,
    made_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from tei_edition.relaxng.datatypes import Datatype

_MEMO = 4_096
"""Texts remembered for one pattern; then all are forgotten."""
_LONG = 200
"""Texts longer than this are not worth remembering."""


class StringMatcher:
    """One pattern for text, with the texts known to match."""

    __slots__ = ("_matching", "_simple", "contextual", "id_type", "known", "pattern")

    def __init__(self, pattern: Pattern, matching: StringMatching) -> None:
        self.pattern = pattern
        self._matching = matching
        types = list(datatypes_in(pattern))
        self.contextual = any(datatype.needs_context for datatype in types)
        """Whether a verdict depends on the namespaces in scope too; then none is remembered."""
        self.id_type = types[0].id_type if isinstance(pattern, (Data, Value)) else None
        """ID, IDREF or IDREFS, where the text is one (RELAX NG DTD Compatibility)."""
        self.known: set[str] = set()
        self._simple: Callable[[str], bool] | None = None
        if isinstance(pattern, Data) and pattern.excluded is None and not self.contextual:
            self._simple = pattern.datatype.checker()

    def allows(self, text: str, namespaces: Mapping[str, str]) -> bool:
        """Whether the text matches."""
        if self._simple is not None:
            return self._simple(text)
        return self._matching.matches(self.pattern, text, namespaces)

    def learn(self, text: str) -> bool:
        """Whether a text not known so far matches; for patterns that need no context."""
        if not (self._simple(text) if self._simple is not None else self.allows(text, {})):
            return False
        if self.id_type is None and len(text) <= _LONG:
            if len(self.known) >= _MEMO:
                self.known.clear()
            self.known.add(text)
        return True


class StringMatching:
    """Matches text against the patterns of one factory."""

    def __init__(self, factory: PatternFactory) -> None:
        self._factory = factory
        self._matchers: dict[Pattern, StringMatcher] = {}
        self._indices: dict[Pattern, tuple[dict[Datatype, set[object]], list[Pattern]]] = {}
        self._words: dict[tuple[Pattern, str], Pattern] = {}
        self._texts: dict[tuple[Pattern, ...], Texts] = {}

    def texts(self, patterns: tuple[Pattern, ...]) -> Texts:
        """The values and datatypes that text is compared with, for messages."""
        known = self._texts.get(patterns)
        if known is None:
            if len(self._texts) >= _MEMO:
                self._texts.clear()
            known = self._texts[patterns] = texts_of(patterns)
        return known

    def forget(self) -> None:
        """Forget what was remembered; matchers in use stay what they are."""
        self._matchers.clear()
        self._indices.clear()
        self._words.clear()

    def matcher(self, pattern: Pattern) -> StringMatcher:
        """The matcher of a pattern."""
        made = self._matchers.get(pattern)
        if made is None:
            made = self._matchers[pattern] = StringMatcher(pattern, self)
        return made

    def matches(self, pattern: Pattern, text: str, namespaces: Mapping[str, str]) -> bool:
        """Whether text alone matches: white space also where nothing may stand (6.2.7)."""
        if pattern.nullable and not text.strip(WHITE_SPACE):
            return True
        return self._text(pattern, text, namespaces)

    def _text(self, pattern: Pattern, text: str, namespaces: Mapping[str, str]) -> bool:
        if pattern is TEXT:
            return True
        if isinstance(pattern, Data):
            return pattern.datatype.allows(text, namespaces) and not (
                pattern.excluded is not None and self._text(pattern.excluded, text, namespaces)
            )
        if isinstance(pattern, Value):
            return pattern.datatype.key(text, namespaces) == pattern.key
        if isinstance(pattern, List):
            left = pattern.content
            for word in words(text):
                left = self._word(left, word, namespaces)
                if left is NOT_ALLOWED:
                    return False
            return left.nullable
        if isinstance(pattern, OneOrMore):
            return self._text(pattern.content, text, namespaces)
        if isinstance(pattern, Choice):
            values, others = self._index(pattern)
            return any(
                datatype.key(text, namespaces) in keys for datatype, keys in values.items()
            ) or any(self._text(member, text, namespaces) for member in others)
        if isinstance(pattern, Compound):
            lacking = [m for m in pattern.members if not m.nullable]
            if len(lacking) > 1:
                return False
            return any(self._text(m, text, namespaces) for m in lacking or pattern.members)
        return False

    def _word(self, pattern: Pattern, word: str, namespaces: Mapping[str, str]) -> Pattern:
        """What is left of a list after one word."""
        if pattern is EMPTY or pattern is NOT_ALLOWED:
            return NOT_ALLOWED
        if isinstance(pattern, (Data, Value)):
            return EMPTY if self._text(pattern, word, namespaces) else NOT_ALLOWED
        key = (pattern, word)
        # Namespaces are given only where a verdict depends on them.
        known = None if namespaces else self._words.get(key)
        if known is None:
            known = self._word_of_compound(pattern, word, namespaces)
            if not namespaces and len(word) <= _LONG:
                if len(self._words) >= _MEMO:
                    self._words.clear()
                self._words[key] = known
        return known

    def _word_of_compound(
        self, pattern: Pattern, word: str, namespaces: Mapping[str, str]
    ) -> Pattern:
        make = self._factory
        if isinstance(pattern, OneOrMore):
            return make.group(
                (self._word(pattern.content, word, namespaces), make.optional(pattern))
            )
        if isinstance(pattern, Choice):
            values, others = self._index(pattern)
            left = [self._word(member, word, namespaces) for member in others]
            if any(datatype.key(word, namespaces) in keys for datatype, keys in values.items()):
                left.append(EMPTY)
            return make.choice(left)
        if not isinstance(pattern, Group):
            return NOT_ALLOWED
        left = []
        for i, member in enumerate(pattern.members):
            left.append(
                make.group((self._word(member, word, namespaces), *pattern.members[i + 1 :]))
            )
            if not member.nullable:
                break
        return make.choice(left)

    def _index(self, choice: Choice) -> tuple[dict[Datatype, set[object]], list[Pattern]]:
        """The values of a choice by datatype, and its other members."""
        known = self._indices.get(choice)
        if known is None:
            values: dict[Datatype, set[object]] = {}
            others: list[Pattern] = []
            for member in choice.members:
                if isinstance(member, Value):
                    values.setdefault(member.datatype, set()).add(member.key)
                else:
                    others.append(member)
            known = self._indices[choice] = (values, others)
        return known


def datatypes_in(pattern: Pattern) -> Iterator[Datatype]:
    """The datatypes that text is compared with, exceptions included."""
    for part in made_of([pattern]):
        if isinstance(part, (Data, Value)):
            yield part.datatype
            if isinstance(part, Data) and part.excluded is not None:
                yield from datatypes_in(part.excluded)
