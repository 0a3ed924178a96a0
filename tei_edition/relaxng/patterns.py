# SPDX-License-Identifier: MIT
"""Patterns of the simple form (section 5), each made once: equal patterns are one object.

That makes them keys: what is derived from a pattern can be remembered by identity. Choices,
groups and interleaves have any number of members, so that a schema's breadth is no recursion.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tei_edition.relaxng.datatypes import Datatype
    from tei_edition.relaxng.errors import Place
    from tei_edition.relaxng.nameclasses import NameClass


class Pattern:
    """A pattern; compared by identity."""

    __slots__ = ("attributed", "nullable", "textual", "typed")

    nullable: bool
    """Whether it matches nothing at all (no attributes, no children)."""
    attributed: bool
    """Whether it holds attribute patterns, not counting those inside elements."""
    typed: bool
    """Whether it holds ``data``, ``value`` or ``list``, not counting attributes and elements."""
    textual: bool
    """Whether it holds ``text``, not counting attributes and elements."""

    def __init__(
        self,
        *,
        nullable: bool = False,
        attributed: bool = False,
        typed: bool = False,
        textual: bool = False,
    ) -> None:
        self.nullable = nullable
        self.attributed = attributed
        self.typed = typed
        self.textual = textual


class NotAllowed(Pattern):
    """Matches nothing."""

    __slots__ = ()


class Empty(Pattern):
    """Matches the absence of anything."""

    __slots__ = ()


class Text(Pattern):
    """Matches any text, also none."""

    __slots__ = ()


class Element(Pattern):
    """An element: what section 5 calls a define with its element."""

    __slots__ = ("content", "name_class", "place")

    content: Pattern
    """Filled in once the pattern is made, since elements may contain themselves."""

    def __init__(self, name_class: NameClass, place: Place) -> None:
        super().__init__()
        self.name_class = name_class
        self.place = place


class Attribute(Pattern):
    """An attribute and what its value must match."""

    __slots__ = ("content", "name_class", "place")

    def __init__(self, name_class: NameClass, content: Pattern, place: Place) -> None:
        super().__init__(attributed=True)
        self.name_class = name_class
        self.content = content
        self.place = place


class Data(Pattern):
    """Text of a datatype, but for what ``excluded`` matches."""

    __slots__ = ("datatype", "excluded", "place")

    def __init__(self, datatype: Datatype, excluded: Pattern | None, place: Place) -> None:
        super().__init__(typed=True)
        self.datatype = datatype
        self.excluded = excluded
        self.place = place


class Value(Pattern):
    """One value of a datatype: ``key`` is what the values equal to it have in common."""

    __slots__ = ("datatype", "key", "namespaces", "place", "text")

    def __init__(
        self,
        datatype: Datatype,
        text: str,
        key: object,
        namespaces: tuple[tuple[str, str], ...],
        place: Place,
    ) -> None:
        super().__init__(typed=True)
        self.datatype = datatype
        self.text = text
        self.key = key
        self.namespaces = namespaces
        self.place = place


class List(Pattern):
    """Text that, split at white space, matches ``content`` word by word."""

    __slots__ = ("content", "place")

    def __init__(self, content: Pattern, place: Place) -> None:
        super().__init__(typed=True)
        self.content = content
        self.place = place


class OneOrMore(Pattern):
    """One pattern, repeated."""

    __slots__ = ("content", "mixed")

    def __init__(self, content: Pattern) -> None:
        super().__init__(
            nullable=content.nullable,
            attributed=content.attributed,
            typed=content.typed,
            textual=content.textual,
        )
        self.content = content
        self.mixed = content is TEXT or (isinstance(content, Choice) and TEXT in content.members)


class Compound(Pattern):
    """What choices, groups and interleaves have in common."""

    __slots__ = ("members",)

    def __init__(self, members: tuple[Pattern, ...], *, nullable: bool) -> None:
        attributed = typed = textual = False
        for member in members:
            attributed = attributed or member.attributed
            typed = typed or member.typed
            textual = textual or member.textual
        super().__init__(nullable=nullable, attributed=attributed, typed=typed, textual=textual)
        self.members = members


class Choice(Compound):
    """One of several; the members are distinct, none is a choice, ``EMPTY`` comes last."""

    __slots__ = ("elements_by_name", "other_members")

    elements_by_name: dict[str, list[Element]]
    """An index, made on first need (:mod:`tei_edition.relaxng.derivatives`)."""
    other_members: list[Pattern]

    def __init__(self, members: tuple[Pattern, ...]) -> None:
        super().__init__(members, nullable=any(m.nullable for m in members))


class Group(Compound):
    """One after the other."""

    __slots__ = ()

    def __init__(self, members: tuple[Pattern, ...]) -> None:
        super().__init__(members, nullable=all(m.nullable for m in members))


class Interleave(Compound):
    """All, their parts in any order."""

    __slots__ = ()

    def __init__(self, members: tuple[Pattern, ...]) -> None:
        super().__init__(members, nullable=all(m.nullable for m in members))


_FLAT = 512
"""A group or interleave within another is dissolved in it only up to so many members together.

Definitions that double each other would else grow without bounds; shared, they stay small.
"""

NOT_ALLOWED = NotAllowed()
EMPTY = Empty(nullable=True)
TEXT = Text(nullable=True, textual=True)


def made_of(patterns: Iterable[Pattern]) -> Iterator[Pattern]:
    """The patterns and all that they are made of, each once and in their order.

    What elements and attributes hold is theirs, and what a datatype excludes is not looked into.
    """
    waiting = list(patterns)[::-1]
    seen: set[Pattern] = set()
    while waiting:
        pattern = waiting.pop()
        if pattern in seen:
            continue
        seen.add(pattern)
        yield pattern
        if isinstance(pattern, (OneOrMore, List)):
            waiting.append(pattern.content)
        elif isinstance(pattern, Compound):
            waiting.extend(reversed(pattern.members))


class PatternFactory:
    """Makes compound patterns, each once, in the form of sections 4.20 and 4.21.

    Two more rules hold, which change no language: a choice with a nullable member needs no
    ``EMPTY``, and no member twice. (Neither can hide what section 7 forbids.)
    """

    def __init__(self) -> None:
        self._interned: dict[object, Pattern] = {}

    def __len__(self) -> int:
        """How many patterns are remembered."""
        return len(self._interned)

    def forget(self) -> None:
        """Forget the patterns made; those in use stay what they are."""
        self._interned.clear()

    def choice(self, patterns: Iterable[Pattern]) -> Pattern:
        """One of the patterns."""
        members: dict[Pattern, None] = {}
        for pattern in patterns:
            if type(pattern) is Choice:
                members.update(dict.fromkeys(pattern.members))
            elif pattern is not NOT_ALLOWED:
                members[pattern] = None
        if EMPTY in members:
            del members[EMPTY]
            if not any(m.nullable for m in members):
                members[EMPTY] = None
        if not members:
            return NOT_ALLOWED
        if len(members) == 1:
            return next(iter(members))
        key = frozenset(members)
        made = self._interned.get(key)
        if made is None:
            made = self._interned[key] = Choice(tuple(members))
        return made

    def group(self, patterns: Iterable[Pattern]) -> Pattern:
        """The patterns one after the other."""
        members: list[Pattern] = []
        for pattern in patterns:
            if pattern is NOT_ALLOWED:
                return NOT_ALLOWED
            if type(pattern) is Group and len(members) + len(pattern.members) <= _FLAT:
                members.extend(pattern.members)
            elif pattern is not EMPTY:
                members.append(pattern)
        if len(members) < 2:
            return members[0] if members else EMPTY
        key = ("group", *members)
        made = self._interned.get(key)
        if made is None:
            made = self._interned[key] = Group(tuple(members))
        return made

    def interleave(self, patterns: Iterable[Pattern]) -> Pattern:
        """The patterns in any order."""
        members: list[Pattern] = []
        for pattern in patterns:
            if pattern is NOT_ALLOWED:
                return NOT_ALLOWED
            if type(pattern) is Interleave and len(members) + len(pattern.members) <= _FLAT:
                members.extend(pattern.members)
            elif pattern is not EMPTY:
                members.append(pattern)
        if len(members) < 2:
            return members[0] if members else EMPTY
        key = ("interleave", *sorted(members, key=id))
        made = self._interned.get(key)
        if made is None:
            made = self._interned[key] = Interleave(tuple(members))
        return made

    def one_or_more(self, pattern: Pattern) -> Pattern:
        """The pattern, repeated."""
        if pattern is NOT_ALLOWED or pattern is EMPTY or type(pattern) is OneOrMore:
            return pattern
        key = ("oneOrMore", pattern)
        made = self._interned.get(key)
        if made is None:
            made = self._interned[key] = OneOrMore(pattern)
        return made

    def restored(self, kind: type[Choice | Group | Interleave], members: list[Pattern]) -> Pattern:
        """A pattern that was made before, by a factory like this, of the same members."""
        key: object = frozenset(members)
        if kind is Group:
            key = ("group", *members)
        elif kind is Interleave:
            key = ("interleave", *sorted(members, key=id))
        made = self._interned.get(key)
        if made is None:
            made = self._interned[key] = kind(tuple(members))
        return made

    def optional(self, pattern: Pattern) -> Pattern:
        """The pattern, or nothing (section 4.14)."""
        return pattern if pattern.nullable else self.choice((pattern, EMPTY))

    def sequence(self, first: Pattern, rest: Sequence[Pattern]) -> Pattern:
        """A group in a derivative: text before a repetition that itself holds text is no more.

        (text, (text | a)+) and (text | a)+ match the same; with the shorter form, text leads
        from a mixed content model back to itself.
        """
        if first is EMPTY:
            return self.group(rest)
        if first is TEXT and rest:
            following = rest[0].members[0] if type(rest[0]) is Group else rest[0]
            if following is TEXT or (type(following) is OneOrMore and following.mixed):
                return self.group(rest)
        return self.group((first, *rest))
