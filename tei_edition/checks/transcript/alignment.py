# SPDX-License-Identifier: MIT
"""Two sequences of words laid beside each other: what was lost, added, changed, moved.

Equal beginnings and ends are set aside; then runs of words that are unique on both sides are
anchors, of which the longest rising chain is kept (patience diff: J. W. Hunt and T. G. Szymanski,
1977; B. Cohen's use of it). What is left between anchors is small as a rule and goes to
:mod:`difflib`; where it is large, to E. W. Myers's greedy algorithm ("An O(ND) difference
algorithm", 1986) in stages, with a bound on the work, so that texts that repeat themselves cost no
more than texts that do not. Beyond that bound the rest counts as replaced.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

RUNS = (8, 4, 2, 1)
"""Lengths of the runs of words tried as anchors, longest first."""

SMALL = 40_000
"""Pairs of words up to which difflib is asked."""

WORK = 6_000_000
"""Steps that Myers's algorithm may take for one remainder."""

EDITS = 512
"""Edits of one stage; its work and memory grow with their square."""


class Difference(NamedTuple):
    """Where two sequences differ: ``left[left_start:left_end]`` against ``right[…]``."""

    left_start: int
    left_end: int
    right_start: int
    right_end: int


def differences(left: Sequence[str], right: Sequence[str]) -> list[Difference]:
    """The differences in order; everything between them is equal on both sides.

    >>> differences("a b c".split(), "a x c d".split())
    [Difference(left_start=1, left_end=2, right_start=1, right_end=2), \
Difference(left_start=3, left_end=3, right_start=3, right_end=4)]
    """
    names: dict[str, int] = {}
    a = [names.setdefault(word, len(names)) for word in left]
    b = [names.setdefault(word, len(names)) for word in right]
    return _gaps(_matches(a, b), len(a), len(b))


def _gaps(matches: Sequence[tuple[int, int, int]], left: int, right: int) -> list[Difference]:
    """What stands between matching runs (start left, start right, length)."""
    found = []
    i = j = 0
    for start_left, start_right, length in (*matches, (left, right, 0)):
        if start_left > i or start_right > j:
            found.append(Difference(i, start_left, j, start_right))
        i, j = start_left + length, start_right + length
    return found


def _matches(a: Sequence[int], b: Sequence[int]) -> list[tuple[int, int, int]]:
    """Matching runs in order, without recursion: pieces of work wait on a stack."""
    found: list[tuple[int, int, int]] = []
    waiting = [(0, len(a), 0, len(b), 0)]
    while waiting:
        low_a, high_a, low_b, high_b, level = waiting.pop()
        start = 0
        size = min(high_a - low_a, high_b - low_b)
        while start < size and a[low_a + start] == b[low_b + start]:
            start += 1
        if start:
            found.append((low_a, low_b, start))
            low_a, low_b, size = low_a + start, low_b + start, size - start
        end = 0
        while end < size and a[high_a - 1 - end] == b[high_b - 1 - end]:
            end += 1
        if end:
            found.append((high_a - end, high_b - end, end))
            high_a, high_b, size = high_a - end, high_b - end, size - end
        if not size:
            continue
        anchors: list[tuple[int, int]] = []
        while level < len(RUNS) and not anchors:
            anchors = _anchors(a, b, (low_a, high_a, low_b, high_b), RUNS[level])
            level += 1
        if anchors:
            found += _grow(a, b, anchors, (low_a, high_a, low_b, high_b), level, waiting)
        else:
            found += _remainder(a, b, low_a, high_a, low_b, high_b)
    return sorted(found)


def _grow(
    a: Sequence[int],
    b: Sequence[int],
    anchors: Sequence[tuple[int, int]],
    bounds: tuple[int, int, int, int],
    level: int,
    waiting: list[tuple[int, int, int, int, int]],
) -> Iterator[tuple[int, int, int]]:
    """Anchors grown as far forward as they match; what stands between them waits."""
    i, high_a, j, high_b = bounds
    for anchor_a, anchor_b in anchors:
        if anchor_a < i or anchor_b < j:
            continue
        length = 0
        while (
            anchor_a + length < high_a
            and anchor_b + length < high_b
            and a[anchor_a + length] == b[anchor_b + length]
        ):
            length += 1
        yield anchor_a, anchor_b, length
        waiting.append((i, anchor_a, j, anchor_b, level))
        i, j = anchor_a + length, anchor_b + length
    waiting.append((i, high_a, j, high_b, level))


def _anchors(
    a: Sequence[int], b: Sequence[int], bounds: tuple[int, int, int, int], run: int
) -> list[tuple[int, int]]:
    """Starts of runs that stand once on either side, as the longest chain that rises on both."""
    low_a, high_a, low_b, high_b = bounds
    there = _unique(b, low_b, high_b, run)
    pairs = [(i, there[key]) for key, i in _unique(a, low_a, high_a, run).items() if key in there]
    return _rising(sorted(pairs))


def _unique(words: Sequence[int], low: int, high: int, run: int) -> dict[tuple[int, ...], int]:
    """Runs of words that stand once between two bounds, and where."""
    seen: dict[tuple[int, ...], int] = {}
    windows = zip(*(words[low + shift : high] for shift in range(run)), strict=False)
    for position, key in enumerate(windows, start=low):
        seen[key] = -1 if key in seen else position
    return {key: position for key, position in seen.items() if position >= 0}


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence whose second members rise (patience sorting, n log n)."""
    tops: list[int] = []
    top_pairs: list[int] = []
    before: list[int] = []
    for index, (_, value) in enumerate(pairs):
        pile = bisect_left(tops, value)
        before.append(top_pairs[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(value)
            top_pairs.append(index)
        else:
            tops[pile] = value
            top_pairs[pile] = index
    chain = []
    index = top_pairs[-1] if top_pairs else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]


def _remainder(
    a: Sequence[int], b: Sequence[int], low_a: int, high_a: int, low_b: int, high_b: int
) -> list[tuple[int, int, int]]:
    """Matches where no word is unique."""
    part_a, part_b = a[low_a:high_a], b[low_b:high_b]
    if len(part_a) * len(part_b) <= SMALL:
        from difflib import SequenceMatcher

        blocks = SequenceMatcher(None, part_a, part_b, autojunk=False).get_matching_blocks()
        matches = [(i, j, length) for i, j, length in blocks if length]
    else:
        matches = _stages(part_a, part_b)
    return [(low_a + i, low_b + j, length) for i, j, length in matches]


def _stages(a: Sequence[int], b: Sequence[int]) -> list[tuple[int, int, int]]:
    """Myers's algorithm in stages of so many edits, each from where the last one came to."""
    if set(a).isdisjoint(b):
        return []
    found: list[tuple[int, int, int]] = []
    i = j = work = 0
    while work < WORK and i < len(a) and j < len(b):
        matches, come_i, come_j, steps = _myers(a, b, i, j)
        found += matches
        i, j = come_i, come_j
        work += steps
    return found


def _myers(
    a: Sequence[int], b: Sequence[int], left: int, right: int
) -> tuple[list[tuple[int, int, int]], int, int, int]:
    """One stage: the matches on the best way found, where it leads, and the steps it took."""
    n, m = len(a) - left, len(b) - right
    furthest = {1: 0}
    trace: list[dict[int, int]] = []
    work = 0
    for edits in range(EDITS + 1):
        trace.append(furthest)
        reached: dict[int, int] = {}
        for k in range(-edits, edits + 1, 2):
            x = start = max(furthest.get(k + 1, -1), furthest.get(k - 1, -2) + 1)
            y = x - k
            if x < 0 or y < 0 or x > n or y > m:
                continue
            while x < n and y < m and a[left + x] == b[right + y]:
                x += 1
                y += 1
            work += x - start + 1
            reached[k] = x
            if x == n and y == m:
                return _way_back(trace, left, right, n, m), left + n, right + m, work
        furthest = reached
    k = max(furthest, key=lambda diagonal: 2 * furthest[diagonal] - diagonal)
    x, y = furthest[k], furthest[k] - k
    return _way_back(trace, left, right, x, y), left + x, right + y, work


def _way_back(
    trace: Sequence[dict[int, int]], left: int, right: int, x: int, y: int
) -> list[tuple[int, int, int]]:
    """The matching runs on the way to a point that Myers's algorithm found."""
    found = []
    for furthest in reversed(trace):
        k = x - y
        down = furthest.get(k + 1, -1)
        along = furthest.get(k - 1, -2) + 1
        start = max(down, along)
        if x > start:
            found.append((left + start, right + start - k, x - start))
        x = down if down >= along else along - 1
        y = x - (k + 1 if down >= along else k - 1)
    return found[::-1]
