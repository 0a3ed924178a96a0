from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tei_edition.checks.transcript import alignment
from tei_edition.checks.transcript.alignment import Difference, differences
from tei_edition.checks.transcript.moves import _without as _less
from tei_edition.checks.transcript.moves import moves, settle

WORDS = st.lists(st.sampled_from(["a", "b", "c", "de", "f."]), max_size=40)
RARE = st.lists(st.integers(0, 300).map(str), max_size=60)


def rebuild(found: list[Difference], left: list[str], right: list[str]) -> None:
    """Both sides, put together again from what is equal and what differs."""
    i = j = 0
    theirs: list[str] = []
    ours: list[str] = []
    for one in [*found, Difference(len(left), len(left), len(right), len(right))]:
        assert left[i : one.left_start] == right[j : one.right_start]
        theirs += right[j : one.right_start] + left[one.left_start : one.left_end]
        ours += left[i : one.left_start] + right[one.right_start : one.right_end]
        i, j = one.left_end, one.right_end
    assert (theirs, ours) == (left, right)


@given(WORDS | RARE, WORDS | RARE)
def test_what_is_equal_and_what_differs_make_up_both_sides(
    left: list[str], right: list[str]
) -> None:
    found = differences(left, right)
    rebuild(found, left, right)
    assert all(one.left_start < one.left_end or one.right_start < one.right_end for one in found)
    assert all(a.left_end < b.left_start or a.right_end < b.right_start for a, b in pairwise(found))


@given(WORDS, WORDS)
@settings(deadline=None)
def test_so_do_those_of_a_text_that_repeats_itself(left: list[str], right: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(alignment, "SMALL", 0)
        patch.setattr(alignment, "RUNS", ())
        patch.setattr(alignment, "EDITS", 4)
        rebuild(differences(left, right), left, right)
        patch.setattr(alignment, "WORK", 20)
        rebuild(differences(left, right), left, right)


@given(WORDS, WORDS, st.data())
def test_shifted_differences_still_make_up_both_sides(
    left: list[str], right: list[str], data: st.DataObject
) -> None:
    marks = [data.draw(st.lists(st.booleans(), min_size=len(side), max_size=len(side)))
             for side in (left, right)]  # fmt: skip
    rebuild(settle(differences(left, right), left, right, *marks), left, right)


@given(WORDS | RARE, WORDS | RARE)
def test_what_moved_and_what_differs_cover_every_difference_once(
    left: list[str], right: list[str]
) -> None:
    found = differences(left, right)
    moved, reordered, rest = moves(found, left, right)
    for passage in reordered:
        inside = Difference(*passage)
        ours, theirs = (right[inside.right_start : inside.right_end],
                        left[inside.left_start : inside.left_end])  # fmt: skip
        assert len(ours) == len(theirs)
        assert ours != theirs
        rest += [
            one
            for one in _less(found, moved)
            if passage.left_start <= one.left_start
            and one.left_end <= passage.left_end
            and passage.right_start <= one.right_start
            and one.right_end <= passage.right_end
        ]
    for move in moved:
        ours = right[move.right_start : move.right_start + move.length]
        assert ours == left[move.left_start : move.left_start + move.length]
    theirs_there = [i for one in found for i in range(one.left_start, one.left_end)]
    assert theirs_there == sorted(
        [i for one in rest for i in range(one.left_start, one.left_end)]
        + [i for move in moved for i in range(move.left_start, move.left_start + move.length)]
    )
    ours_there = [j for one in found for j in range(one.right_start, one.right_end)]
    assert ours_there == sorted(
        [j for one in rest for j in range(one.right_start, one.right_end)]
        + [j for move in moved for j in range(move.right_start, move.right_start + move.length)]
    )


def test_equal_texts_do_not_differ() -> None:
    assert differences(["a", "b"], ["a", "b"]) == []
    assert differences([], []) == []


def test_a_lost_paragraph_begins_where_a_line_begins() -> None:
    left = ["In", "a", ".", "In", "b", ".", "In", "c", "."]
    right = ["In", "a", ".", "In", "c", "."]
    begins_left = [word == "In" for word in left]
    begins_right = [word == "In" for word in right]
    shifted = settle([Difference(4, 7, 4, 4)], left, right, begins_left, begins_right)
    assert shifted == [Difference(3, 6, 3, 3)]
