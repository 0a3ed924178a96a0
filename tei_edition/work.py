# SPDX-License-Identifier: MIT
"""A function over many pieces of work: in this process, or in several that can be ended.

Workers have one pipe each. They are spawned, which is safe everywhere, and takes each as long as
it takes to check a hundred letters; on Linux they are forked as long as this process has one thread
only and has not started Saxon, which does not survive a fork. A native call cannot be interrupted
from Python, so a worker that runs past its deadline is killed and replaced; its piece of work comes
back as a :class:`Failure`, the others go on.

As a library function :func:`run` uses one process unless asked: spawning needs the caller's main
module to be importable (the ``if __name__ == "__main__"`` guard).
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Generic, NamedTuple, Self, TypeVar

from tei_edition.pool_process import PoolProcess

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Piece = TypeVar("Piece")
Result = TypeVar("Result")

WINDOW = 4
"""Pieces under way a worker, so that memory stays bounded while results wait for their turn."""


class Failure(NamedTuple, Generic[Piece]):
    """A piece of work that its worker did not survive."""

    piece: Piece
    reason: str
    """What happened, as the end of a sentence that begins “the process that checked it”."""


def cores() -> int:
    """How many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


A_CORE = 2
"""Processes that a core may have: more only wait for each other, and each takes its memory."""


def at_most(jobs: int) -> int:
    """So many processes, but no more than this machine has use for."""
    return min(jobs, A_CORE * cores())


def run(
    function: Callable[[Piece], Result],
    pieces: Iterable[Piece],
    *,
    jobs: int = 1,
    deadline: float | None = None,
) -> Iterator[Result | Failure[Piece]]:
    """The function's results, in the order of the pieces.

    Args:
        function: a module's function; it, the pieces and the results must be picklable.
        pieces: what to work on, taken as needed.
        jobs: processes; with 1 and no deadline the work is done in this process.
        deadline: seconds that one piece may take before its worker is killed.

    Raises:
        Exception: whatever the function raised.
    """
    if jobs <= 1 and deadline is None:
        yield from map(function, pieces)
        return
    yield from Pool(function, max(jobs, 1), deadline).results(pieces)


class Pool(Generic[Piece, Result]):
    """Workers, and the results that wait for their turn.

    They end with the results of :meth:`results`, or, where there is more work to come, with the
    block of a ``with`` in which :meth:`each` was asked for them.
    """

    def __init__(
        self, function: Callable[[Piece], Result], jobs: int, deadline: float | None = None
    ) -> None:
        self._function = function
        self._jobs = jobs
        self._deadline = deadline
        self._idle: list[PoolProcess[Piece]] = []
        self._busy: dict[Connection, PoolProcess[Piece]] = {}
        self._done: dict[int, Result | Failure[Piece]] = {}
        self._temporary = ""
        """The folder for temporary files of the workers: one that is killed removes none."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def start(self) -> None:
        """Start the workers now, while the caller still finds out what they are to do."""
        while len(self._idle) + len(self._busy) < self._jobs:
            self._idle.append(self._worker())

    def ask_to_end(self) -> None:
        """Have the workers leave what they have in hand."""
        for worker in self._busy.values():
            worker.ask_to_end()

    def end(self) -> None:
        """End the workers, whatever they are doing."""
        self.ask_to_end()
        for worker in (*self._idle, *self._busy.values()):
            worker.end()
        self._idle.clear()
        self._busy.clear()
        if self._temporary:
            import shutil

            shutil.rmtree(self._temporary, ignore_errors=True)
            self._temporary = ""

    def results(self, pieces: Iterable[Piece]) -> Iterator[Result | Failure[Piece]]:
        """The function's results, in the order of the pieces; see :func:`run`."""
        try:
            yield from self.each(pieces)
        finally:
            self.end()

    def each(self, pieces: Iterable[Piece]) -> Iterator[Result | Failure[Piece]]:
        """The same; the workers stay. All results have to be taken before more is asked for."""
        waiting = enumerate(pieces)
        turn, given = 0, 0
        while True:
            while self._has_room(given - turn):
                numbered = next(waiting, None)
                if numbered is None:
                    break
                self._hand_out(*numbered)
                given += 1
            if turn == given:
                return
            if turn not in self._done:
                self._collect()
            while turn in self._done:
                yield self._done.pop(turn)
                turn += 1

    def begin(self, piece: Piece) -> Callable[[], Result | Failure[Piece]]:
        """Hand out one piece now; what is given back waits for its result, and gives it.

        The result has to be taken before anything else is asked for.
        """
        self._hand_out(0, piece)

        def result() -> Result | Failure[Piece]:
            while not self._done:
                self._collect()
            return self._done.pop(0)

        return result

    def _worker(self) -> PoolProcess[Piece]:
        if not self._temporary:
            import tempfile

            with suppress(OSError):  # where there is no such folder, few need one
                self._temporary = tempfile.mkdtemp(prefix="tei-edition-")
        return PoolProcess(self._function, self._temporary)

    def _has_room(self, under_way: int) -> bool:
        return under_way < WINDOW * self._jobs and len(self._busy) < self._jobs

    def _hand_out(self, number: int, piece: Piece) -> None:
        worker = self._idle.pop() if self._idle else self._worker()
        worker.give(number, piece, self._deadline)
        self._busy[worker.pipe] = worker

    def _collect(self) -> None:
        from multiprocessing.connection import wait

        due = min((worker.due for worker in self._busy.values()), default=float("inf"))
        patience = None if due == float("inf") else max(0.0, due - time.monotonic())
        for pipe in wait(list(self._busy), patience):
            self._take(self._busy.pop(pipe))  # type: ignore[call-overload]  # our own pipes
        now = time.monotonic()
        for worker in [worker for worker in self._busy.values() if worker.due <= now]:
            del self._busy[worker.pipe]
            self._fail(worker, f"was ended after {self._deadline:g} seconds")

    def _take(self, worker: PoolProcess[Piece]) -> None:
        try:
            result, error = worker.pipe.recv()
        except (EOFError, OSError):
            worker.process.join(1)
            self._fail(worker, f"ended unexpectedly (exit status {worker.process.exitcode})")
            return
        if error is not None:
            worker.end()
            raise error
        self._done[worker.number] = result
        worker.piece = None
        self._idle.append(worker)

    def _fail(self, worker: PoolProcess[Piece], reason: str) -> None:
        assert worker.piece is not None
        worker.end()
        self._done[worker.number] = Failure(worker.piece, reason)
