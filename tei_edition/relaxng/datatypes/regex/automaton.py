# SPDX-License-Identifier: MIT
"""Matching in linear time: Glushkov's automaton, made deterministic as texts are read.

Each place in the expression where a character can stand is a position. A set of positions is an
integer, one bit each, so that a step costs a few operations on integers however ambiguous the
expression is. States (sets reached) and their transitions are kept in dictionaries, character by
character, and thrown away when they are many: time is linear in the text and memory is bounded.
"""

from __future__ import annotations

from collections.abc import Callable

from tei_edition.relaxng.datatypes.regex.characters import CharacterClass
from tei_edition.relaxng.datatypes.regex.syntax import (
    Choice,
    Node,
    One,
    PatternError,
    Repeat,
    Sequence,
)

_MAX_POSITIONS = 20_000
_MAX_STEP = 4_000_000
"""Operations on integers in one step, times their length in bits: some 0.1 ms."""
_MAX_TRANSITIONS = 20_000
_MAX_CHARACTERS = 5_000
_FEW_LINKS = 64
_SMALL_PRODUCT = 64


def matcher(node: Node) -> Callable[[str], bool]:
    """Return the function that says whether a whole text matches.

    Raises PatternError where the expression, with its repetitions written out, is too large.
    """
    if isinstance(node, One):
        return _Run(node.characters, 1, 1).matches
    if isinstance(node, Repeat) and isinstance(node.part, One):
        return _Run(node.part.characters, node.low, node.high).matches
    return _Automaton(node).matches


class _Run:
    """Characters of one class only: needs no states, and counts as far as you like."""

    __slots__ = ("contains", "high", "known", "low")

    def __init__(self, characters: CharacterClass, low: int, high: int | None) -> None:
        self.contains = characters.contains
        self.low = low
        self.high = high
        self.known: set[str] = set()

    def matches(self, text: str) -> bool:
        if not self.known.issuperset(text):
            new = set(text) - self.known
            if not all(map(self.contains, new)):
                return False
            if len(self.known) > _MAX_CHARACTERS:
                self.known.clear()
            self.known |= new
        return self.low <= len(text) and (self.high is None or len(text) <= self.high)


def _positions(node: Node) -> int:
    """Count the positions, with repetitions written out."""
    if isinstance(node, One):
        return 1
    if isinstance(node, Repeat):
        return _positions(node.part) * (max(node.low, 1) if node.high is None else node.high)
    return sum(map(_positions, node.parts if isinstance(node, Sequence) else node.branches))


class _Fragment:
    """Where a part of the expression begins and ends, as sets of positions."""

    __slots__ = ("ends", "nullable", "starts")

    def __init__(self, starts: int, ends: int, nullable: bool) -> None:
        self.starts = starts
        self.ends = ends
        self.nullable = nullable


class _NoMatchError(KeyError):
    """Nothing leads on from here."""


class _State(dict[str, "_State"]):
    """The positions reached; as a dictionary, the state that each character leads to."""

    __slots__ = ("accepting", "automaton", "positions")

    def __init__(self, automaton: _Automaton, positions: int) -> None:
        self.automaton = automaton
        self.positions = positions
        self.accepting = bool(positions & automaton.accepting)

    def __missing__(self, char: str) -> _State:
        state = self.automaton.step(self.positions, char)
        self[char] = state
        return state


class _Automaton:
    def __init__(self, node: Node) -> None:
        positions = _positions(node)
        if positions > _MAX_POSITIONS:
            raise PatternError(
                f"with its repetitions written out it has {positions} characters, more than the "
                f"{_MAX_POSITIONS} that are taken: use smaller numbers in braces"
            )
        self._classes: dict[str, int] = {}
        self._contains: list[Callable[[str], bool]] = []
        self._members: list[int] = []
        self._count = 1
        self._links: list[tuple[int, int]] = []
        whole = self._build(node)
        self._links.append((1, whole.starts))
        self.accepting = whole.ends | (1 if whole.nullable else 0)
        self._jumps, self._shifts = _operations(self._links)
        if (len(self._jumps) + len(self._shifts)) * self._count > _MAX_STEP:
            raise PatternError("its repetitions are too many: use smaller numbers in braces")
        del self._classes, self._links
        self._masks: dict[str, int] = {}
        self._forget()

    def matches(self, text: str) -> bool:
        state = self._start
        try:
            for char in text:
                state = state[char]
        except _NoMatchError:
            return False
        return state.accepting

    def step(self, positions: int, char: str) -> _State:
        if not positions:
            raise _NoMatchError
        mask = self._masks.get(char)
        if mask is None:
            mask = 0
            for contains, members in zip(self._contains, self._members, strict=True):
                if contains(char):
                    mask |= members
            if len(self._masks) >= _MAX_CHARACTERS:
                self._masks.clear()
            self._masks[char] = mask
        reached = 0
        for sources, targets in self._jumps:
            if positions & sources:
                reached |= targets
        for offset, sources in self._shifts:
            shifted = positions & sources
            reached |= shifted << offset if offset > 0 else shifted >> -offset
        reached &= mask
        self._transitions += 1
        if self._transitions > _MAX_TRANSITIONS:
            self._forget()
        state = self._states.get(reached)
        if state is None:
            state = self._states[reached] = _State(self, reached)
        return state

    def _forget(self) -> None:
        """Begin anew; a match under way goes on with the states it holds."""
        self._transitions = 0
        self._start = _State(self, 1)
        self._states: dict[int, _State] = {}

    def _build(self, node: Node) -> _Fragment:
        if isinstance(node, One):
            return self._position(node.characters)
        if isinstance(node, Repeat):
            return self._repeat(node)
        if isinstance(node, Choice):
            whole = _Fragment(0, 0, False)
            for branch in node.branches:
                part = self._build(branch)
                whole.starts |= part.starts
                whole.ends |= part.ends
                whole.nullable |= part.nullable
            return whole
        whole = _Fragment(0, 0, True)
        for item in node.parts:
            part = self._build(item)
            self._link(whole.ends, part.starts)
            if whole.nullable:
                whole.starts |= part.starts
            whole.ends = part.ends | (whole.ends if part.nullable else 0)
            whole.nullable &= part.nullable
        return whole

    def _position(self, characters: CharacterClass) -> _Fragment:
        number = self._classes.get(characters.source)
        if number is None:
            number = self._classes[characters.source] = len(self._contains)
            self._contains.append(characters.contains)
            self._members.append(0)
        bit = 1 << self._count
        self._count += 1
        self._members[number] |= bit
        return _Fragment(bit, bit, False)

    def _repeat(self, node: Repeat) -> _Fragment:
        copies = max(node.low, 1) if node.high is None else node.high
        whole = _Fragment(0, 0, node.low == 0)
        ends = 0
        for copy in range(1, copies + 1):
            part = self._build(node.part)
            if copy == 1:
                whole.starts = part.starts
                if part.nullable:
                    whole.nullable = True
            else:
                self._link(ends, part.starts)
            ends = part.ends
            # What may be empty may be left out: (x?){2} is (x){0,2}.
            if copy >= node.low or part.nullable:
                whole.ends |= ends
            if copy == copies and node.high is None:
                self._link(ends, part.starts)
        return whole

    def _link(self, sources: int, targets: int) -> None:
        if sources and targets:
            self._links.append((sources, targets))


def _bits(positions: int) -> list[int]:
    found = []
    while positions:
        lowest = positions & -positions
        found.append(lowest.bit_length() - 1)
        positions ^= lowest
    return found


def _operations(
    links: list[tuple[int, int]],
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Sum up the links between positions as few operations: jumps, and shifts by an offset.

    The copies of a repetition differ by their place only, and their links by nothing in offset.
    """
    jumps: dict[int, int] = {}
    shifts: dict[int, int] = {}
    for sources, targets in links:
        if (
            len(links) > _FEW_LINKS
            and sources.bit_count() * targets.bit_count() <= _SMALL_PRODUCT
            and sources != 1
        ):
            goals = _bits(targets)
            for source in _bits(sources):
                for goal in goals:
                    shifts[goal - source] = shifts.get(goal - source, 0) | 1 << source
        else:
            jumps[targets] = jumps.get(targets, 0) | sources
    return [(sources, targets) for targets, sources in jumps.items()], list(shifts.items())
