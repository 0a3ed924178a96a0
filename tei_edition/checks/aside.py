# SPDX-License-Identifier: MIT
"""Calls made one after the other in a thread of their own, while this one goes on.

For work that mostly waits for another process. The thread ends with the program, whatever it is
waiting for.
"""

from __future__ import annotations

from queue import SimpleQueue
from threading import Event, Thread
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Answer = TypeVar("Answer")


class Aside(Generic[Answer]):
    """A thread that makes calls in the order in which they are given; started with the first."""

    def __init__(self) -> None:
        self._calls: SimpleQueue[_Call[Answer] | None] = SimpleQueue()
        self._thread: Thread | None = None

    def call(self, function: Callable[[], Answer]) -> Callable[[], Answer]:
        """Have a function called; gives a function that waits for the answer.

        That one raises what the first raised.
        """
        call = _Call(function)
        self._calls.put(call)
        if self._thread is None:
            self._thread = Thread(target=self._work, daemon=True)
            self._thread.start()
        return call.answer

    def close(self) -> None:
        """There will be no more calls."""
        self._calls.put(None)

    def _work(self) -> None:
        while (call := self._calls.get()) is not None:
            call.make()


class _Call(Generic[Answer]):
    def __init__(self, function: Callable[[], Answer]) -> None:
        self._function = function
        self._is_made = Event()
        self._answers: list[Answer] = []
        self._error: Exception | None = None

    def make(self) -> None:
        try:
            self._answers.append(self._function())
        except Exception as error:
            self._error = error
        finally:
            self._is_made.set()

    def answer(self) -> Answer:
        self._is_made.wait()
        if self._error is not None:
            raise self._error
        return self._answers[0]
