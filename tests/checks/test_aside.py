"""Calls made aside are made in order, and what they raise reaches the one who asks."""

from __future__ import annotations

import pytest

from tei_edition.checks.aside import Aside


def test_calls_are_made_in_order_and_answered_to_each() -> None:
    made: list[int] = []
    aside = Aside[int]()

    def call(number: int) -> int:
        made.append(number)
        return number * 2

    answers = [aside.call(lambda number=number: call(number)) for number in range(50)]
    aside.close()
    assert [answer() for answer in reversed(answers)] == [n * 2 for n in reversed(range(50))]
    assert made == list(range(50))


def test_what_a_call_raises_is_raised_where_its_answer_is_asked_for() -> None:
    aside = Aside[int]()
    broken = aside.call(lambda: int("no number"))
    sound = aside.call(lambda: 1)
    aside.close()
    assert sound() == 1
    with pytest.raises(ValueError, match="no number"):
        broken()
