# SPDX-License-Identifier: MIT
"""The states of the automaton, and what leads from one to another.

States are filled as documents are read. They know nothing of a run: one automaton serves any number
of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from tei_edition.relaxng.patterns import Pattern
from tei_edition.relaxng.strings import StringMatcher

if TYPE_CHECKING:
    from tei_edition.relaxng.automaton import Automaton

Vector: TypeAlias = tuple[Pattern, ...]
Key = TypeVar("Key")

TEXT_ALLOWED, WHITE_SPACE_ONLY, COLLECTED = 0, 1, 2
"""What becomes of text in a state: nothing to do; only white space is free; it is a value."""


class Back:
    """Where an element leads whose content is matched against several patterns at once."""

    __slots__ = ("_automaton", "_states", "vectors")

    def __init__(self, vectors: tuple[Vector, ...], automaton: Automaton) -> None:
        self.vectors = vectors
        self._automaton = automaton
        self._states: dict[tuple[bool, ...], State] = {}

    def state(self, matched: tuple[bool, ...]) -> State:
        """The parent's state, given which of the patterns were matched."""
        known = self._states.get(matched)
        if known is None:
            known = self._states[matched] = self._automaton.union(
                [v for v, yes in zip(self.vectors, matched, strict=True) if yes]
            )
        return known


Way: TypeAlias = "tuple[Opened, State | Back, str, State | None]"
"""What a start tag leads to, kept until the end tag.

The start tag before its attributes; the state after the element; the element's name; the state
within it where it has no attributes, none where some are required. (A plain tuple: it is made for
every name in every state, and looked into for every element.)
"""

Plan: TypeAlias = (
    "tuple[State, tuple[tuple[int, set[str], Callable[[str], bool]], ...], "
    "tuple[tuple[int, str, str | None], ...], set[str], Callable[[str], bool]]"
)
"""What becomes of attributes whose names are known: one look-up, and one more a value.

The state after them; for each that is no mere text its place in expat's list, the values known to
be allowed and a function for those not known; the place, name and ID type of those that someone
wants to be told of; and, where there is one attribute only, once more the values known to be
allowed and the function for others.
"""


def _anything(text: str) -> bool:
    return True


ANYTHING: tuple[int, set[str], Callable[[str], bool]] = (1, set(), _anything)
"""The check of a value that may be any text."""


def state_after(way: Way) -> State:
    """The state after an element, whatever it matched."""
    after = way[1]
    return after if isinstance(after, State) else after.state((True,) * len(after.vectors))


class State:
    """Ways by element name, and what becomes of text and of the element's end.

    (It has a dictionary and is none: Python looks into a subclass's items much more slowly.)
    """

    __slots__ = ("dead", "final", "lost", "matchers", "mode", "patterns", "quiet", "ways")

    ways: dict[str, Way]
    patterns: Vector
    final: bool
    """Whether the element may end here, with nothing else to look at."""
    mode: int
    """What becomes of text."""
    quiet: State | None
    """The same state once stray text in it was reported."""
    lost: dict[str, tuple[Way, bool]]
    """How to go on after an element that may not stand here, by name (see `recovery`)."""
    matchers: tuple[StringMatcher, ...]
    """Where text is a value: what it is matched against."""
    dead: bool
    """Whether nothing can be matched any more: what is in here is not judged."""


class Opened:
    """A start tag without its attributes; the attributes' names lead to a plan."""

    __slots__ = ("_automaton", "bare", "one", "patterns", "several", "steps")

    one: dict[str, Plan]
    """Plans for a single attribute, by its name."""
    several: dict[tuple[str, ...], Plan]
    """Plans for none or several, by their names in the order in which they stand."""
    patterns: Vector
    bare: State | None
    """The state where there are no attributes; none where some are required."""
    steps: dict[str, AttributeStep | None]

    def __init__(self, patterns: Vector, automaton: Automaton) -> None:
        self.one, self.several, self.steps = {}, {}, {}
        self.patterns = patterns
        self._automaton = automaton

    def __getattr__(self, name: str) -> State | None:
        # Python asks here for what an object lacks. Most start tags are on the way to others, and
        # nobody asks for their state.
        if name != "bare":
            raise AttributeError(name)
        self.bare = self._automaton.closed(self.patterns)
        return self.bare

    def plan(self, names: tuple[str, ...]) -> Plan | None:
        """What becomes of attributes of these names, if that is known."""
        return self.one.get(names[0]) if len(names) == 1 else self.several.get(names)

    def keep(self, names: tuple[str, ...], plan: Plan, most: int) -> None:
        """Remember a plan, with no more than so many others of its kind."""
        if len(names) == 1:
            _keep(self.one, names[0], plan, most)
        else:
            _keep(self.several, names, plan, most)

    def forget(self) -> None:
        """Forget what was learned."""
        self.one.clear()
        self.several.clear()
        self.steps.clear()


def _keep(plans: dict[Key, Plan], key: Key, plan: Plan, most: int) -> None:
    if len(plans) >= most:
        plans.clear()
    plans[key] = plan


class AttributeStep:
    """One attribute at one start tag: the patterns its value may match, and what follows."""

    __slots__ = ("_automaton", "_following", "_rests", "matchers")

    def __init__(
        self,
        matchers: tuple[StringMatcher, ...],
        rests: tuple[tuple[tuple[int, Pattern], ...], ...],
        width: int,
        automaton: Automaton,
    ) -> None:
        self.matchers = matchers
        self._rests = (width, rests)
        self._automaton = automaton
        self._following: dict[tuple[bool, ...], Opened] = {}

    def match(self, value: str, namespaces: Mapping[str, str]) -> tuple[bool, ...]:
        """Which of the patterns the value matches."""
        return tuple(
            (not m.contextual and value in m.known)
            or (m.allows(value, namespaces) if m.contextual else m.learn(value))
            for m in self.matchers
        )

    def following(self, matched: tuple[bool, ...]) -> Opened:
        """The start tag after this attribute."""
        known = self._following.get(matched)
        if known is None:
            width, rests = self._rests
            parts: list[list[Pattern]] = [[] for _ in range(width)]
            for yes, rest in zip(matched, rests, strict=True):
                if yes:
                    for position, pattern in rest:
                        parts[position].append(pattern)
            choice = self._automaton.factory.choice
            known = self._automaton.opened(tuple(choice(part) for part in parts))
            self._following[matched] = known
        return known
