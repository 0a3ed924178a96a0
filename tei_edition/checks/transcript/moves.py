# SPDX-License-Identifier: MIT
"""Words that were not lost and added, but moved.

A run of words that is lost in one place and added in another has moved if it is long enough not to
be chance; a passage that has the same words in another order is one finding, however short.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.checks.transcript.alignment import Difference

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LONG = 3
"""Words of a run that has moved, wherever it went."""

NEAR = 12
"""Words between differences that may belong to one passage in another order."""

NEIGHBOURS = 5
"""Differences that such a passage may have."""

PLACES = 12
"""Places at which a run that repeats itself is looked for."""

SLIDE = 200
"""Words by which a difference may be shifted to where a block begins."""


class Move(NamedTuple):
    """``left[left_start:…]`` stands at ``right[right_start:…]``, out of its order."""

    left_start: int
    right_start: int
    length: int


def settle(
    found: Sequence[Difference],
    left: Sequence[str],
    right: Sequence[str],
    begins_left: Sequence[bool],
    begins_right: Sequence[bool],
) -> list[Difference]:
    """Differences shifted, where the words allow, to where a block begins.

    In “a b. a c.” that lost “a b.”, the lost words could as well be “b. a”: the beginning of a line
    or an element (``begins_…``, a truth value a word) decides.
    """
    settled: list[Difference] = []
    for index, one in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else None
        before = settled[-1] if settled else Difference(0, 0, 0, 0)
        if one.right_start == one.right_end:
            limits = (before.left_end, following.left_start if following else len(left))
            shift = _shift(left, begins_left, one.left_start, one.left_end, limits)
        elif one.left_start == one.left_end:
            limits = (before.right_end, following.right_start if following else len(right))
            shift = _shift(right, begins_right, one.right_start, one.right_end, limits)
        else:
            shift = 0
        settled.append(Difference(*(position + shift for position in one)))
    return settled


def _shift(
    words: Sequence[str], begins: Sequence[bool], start: int, end: int, limits: tuple[int, int]
) -> int:
    def is_good(shift: int) -> bool:
        at, behind = start + shift, end + shift
        return begins[at] and (behind >= len(begins) or begins[behind])

    if is_good(0):
        return 0
    low, high = limits
    for step in (-1, 1):
        shift = 0
        while abs(shift) < SLIDE:
            if step < 0:
                if start + shift <= low or words[start + shift - 1] != words[end + shift - 1]:
                    break
            elif end + shift >= high or words[start + shift] != words[end + shift]:
                break
            shift += step
            if is_good(shift):
                return shift
    return 0


class Sorted(NamedTuple):
    """Differences by what became of the words."""

    moved: list[Move]
    """Runs that stand somewhere else."""
    reordered: list[Difference]
    """Passages whose words stand in another order; what is equal in them included."""
    rest: list[Difference]
    """What was lost, added or changed."""


def moves(found: Sequence[Difference], left: Sequence[str], right: Sequence[str]) -> Sorted:
    """Tell what moved from what was lost, added or changed."""
    moved = _long(found, left, right)
    rest = _without(found, moved)
    reordered, others = _reordered(rest, left, right)
    return Sorted(moved, reordered, others)


def _long(found: Sequence[Difference], left: Sequence[str], right: Sequence[str]) -> list[Move]:
    """Long runs that are lost in one difference and added in another, the longest first."""
    starts: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for number, one in enumerate(found):
        for i in range(one.left_start, one.left_end - LONG + 1):
            places = starts.setdefault(tuple(left[i : i + LONG]), [])
            if len(places) < PLACES:
                places.append((i, number))
    candidates: list[tuple[int, int, int]] = []
    for number, one in enumerate(found):
        previous: set[tuple[int, int]] = set()
        for j in range(one.right_start, one.right_end - LONG + 1):
            here = set()
            for i, other in starts.get(tuple(right[j : j + LONG]), ()):
                if other == number:
                    continue
                here.add((i, other))
                if (i - 1, other) not in previous:
                    length = _common(left, right, i, j, found[other].left_end, one.right_end)
                    candidates.append((-length, i, j))
            previous = here
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    accepted = []
    for negative, i, j in sorted(candidates):
        lefts, rights = range(i, i - negative), range(j, j - negative)
        if taken_left.isdisjoint(lefts) and taken_right.isdisjoint(rights):
            taken_left.update(lefts)
            taken_right.update(rights)
            accepted.append(Move(i, j, -negative))
    return accepted


def _common(
    left: Sequence[str], right: Sequence[str], i: int, j: int, end_left: int, end_right: int
) -> int:
    length = 0
    while (
        i + length < end_left and j + length < end_right and left[i + length] == right[j + length]
    ):
        length += 1
    return length


def _reordered(
    found: Sequence[Difference], left: Sequence[str], right: Sequence[str]
) -> tuple[list[Difference], list[Difference]]:
    """Passages, of one difference or several near each other, with the same words in both.

    And the differences that are in none of them.
    """
    passages: list[Difference] = []
    others: list[Difference] = []
    number = 0
    while number < len(found):
        passage, count = _passage(found[number : number + NEIGHBOURS], left, right)
        if passage is None:
            others.append(found[number])
        else:
            passages.append(passage)
        number += count
    return passages, others


def _passage(
    found: Sequence[Difference], left: Sequence[str], right: Sequence[str]
) -> tuple[Difference | None, int]:
    """The shortest such passage that begins with the first difference, and how many it takes."""
    first = found[0]
    for count, last in enumerate(found, start=1):
        if last.left_start - first.left_end > NEAR or last.right_start - first.right_end > NEAR:
            break
        passage = Difference(first.left_start, last.left_end, first.right_start, last.right_end)
        if passage.left_end - passage.left_start != passage.right_end - passage.right_start:
            continue
        theirs = [_bare(word) for word in left[passage.left_start : passage.left_end]]
        ours = [_bare(word) for word in right[passage.right_start : passage.right_end]]
        if theirs != ours and sorted(theirs) == sorted(ours):
            return passage, count
    return None, 1


def _bare(word: str) -> str:
    """A word without the punctuation around it, which stays when words change places."""
    start, end = 0, len(word)
    while start < end and not word[start].isalnum():
        start += 1
    while end > start and not word[end - 1].isalnum():
        end -= 1
    return word[start:end] or word


def _without(found: Sequence[Difference], moved: Iterable[Move]) -> list[Difference]:
    """The differences less what moved."""
    gone_left: set[int] = set()
    gone_right: set[int] = set()
    for move in moved:
        gone_left.update(range(move.left_start, move.left_start + move.length))
        gone_right.update(range(move.right_start, move.right_start + move.length))
    rest = []
    for one in found:
        lefts = _runs(one.left_start, one.left_end, gone_left)
        rights = _runs(one.right_start, one.right_end, gone_right)
        for lost, added in zip_longest(lefts, rights):
            rest.append(
                Difference(
                    *(lost or (one.left_end, one.left_end)),
                    *(added or (one.right_end, one.right_end)),
                )
            )
    return rest


def _runs(start: int, end: int, gone: set[int]) -> list[tuple[int, int]]:
    """The runs of positions that are not gone."""
    runs: list[tuple[int, int]] = []
    for position in range(start, end):
        if position in gone:
            continue
        if runs and runs[-1][1] == position:
            runs[-1] = (runs[-1][0], position + 1)
        else:
            runs.append((position, position + 1))
    return runs
