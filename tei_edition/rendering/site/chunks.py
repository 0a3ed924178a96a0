# SPDX-License-Identifier: MIT
"""A function over documents, in chunks, in one process or several, with every failure reported."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Self, TypeAlias, TypeVar

from tei_edition import work

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

Piece = TypeVar("Piece")
Settings = TypeVar("Settings")
Task = TypeVar("Task")
Result = TypeVar("Result")

Progress: TypeAlias = Callable[[int], object]
"""Is told how many further bytes of documents are done with; each document is gone over twice."""

CHUNK = 256 << 10
"""Bytes of documents that make a piece of work: enough that handing it over costs little."""

LARGE = 8 << 20
"""Bytes from which on a document is rendered in a process of its own, whose death by want of
memory is that document's failure and not the end of the run."""

DEADLINE = 900.0
"""Seconds that a piece of work may take, where it can be ended."""


class Processes:
    """The processes of a run: this one, or several that stay for all kinds of its work.

    For each has Python to start, then Saxon, then a stylesheet to compile: half a second in all. So
    there are never more of them than pieces that the documents make.
    """

    def __init__(
        self, jobs: int, sizes: Sequence[int], *, aside: bool = False, apart: bool = False
    ) -> None:
        """For documents of ``sizes`` in bytes: a large one is not rendered in this process.

        With ``aside`` there is one more, for what is begun beside the rest, where all the rest is
        done in one. With ``apart`` none is rendered in this process.
        """
        self.number = max(1, min(jobs, sum(1 for _ in _chunks(sizes))))
        is_large = max(sizes, default=0) >= LARGE
        self._has_others = self.number > 1 or is_large or apart
        self.has_aside = aside and self.number == 1 and not is_large
        self._pool: work.Pool[_Call, object] = work.Pool(_call, self.number, DEADLINE)
        self._aside: work.Pool[_Call, object] = work.Pool(_call, 1, DEADLINE)

    def __enter__(self) -> Self:
        if self.has_aside:
            self._aside.start()  # before anything is open here, and before Saxon starts
        return self

    def __exit__(self, *_: object) -> None:
        self._aside.ask_to_end()
        self._pool.end()
        self._aside.end()

    def each(
        self, function: Callable[[Piece], Result], pieces: Iterable[Piece]
    ) -> Iterator[Result | work.Failure[object]]:
        """The function's results, in the order of the pieces; a failure where its process died."""
        if self._has_others:
            calls = ((function, piece) for piece in pieces)
            yield from self._pool.each(calls)  # type: ignore[misc,arg-type]  # what it gives, we get
        else:
            yield from map(function, pieces)

    def begin(
        self, function: Callable[[Piece], Result], piece: Piece
    ) -> Callable[[], Result | work.Failure[object]]:
        """Begin with a piece aside; what is given back waits for the result, and gives it."""
        return self._aside.begin((function, piece))  # type: ignore[arg-type,return-value]  # as above


_Call: TypeAlias = tuple[Callable[[object], object], object]


def _call(call: _Call) -> object:
    function, piece = call
    return function(piece)


class Chunks:
    """A function over documents of known sizes, in chunks."""

    def __init__(self, sizes: Sequence[int], processes: Processes, progress: Progress) -> None:
        self.sizes = sizes
        self.progress = progress
        self._processes = processes

    def each(
        self,
        function: Callable[[tuple[Settings, Sequence[Task]]], list[Result | str]],
        settings: Settings,
        task: Callable[[int], Task],
    ) -> Iterator[Result | str]:
        """A result for each document; words where it failed or its process died.

        ``task`` gives what is to be done for the document of a place, when its turn comes.
        """
        chunks = list(_chunks(self.sizes))
        pieces = ((settings, list(map(task, range(start, end)))) for start, end in chunks)
        answers = self._processes.each(function, pieces)
        for (start, end), answer in zip(chunks, answers, strict=True):
            if isinstance(answer, work.Failure) and end - start == 1:
                yield _lost(answer)
            elif isinstance(answer, work.Failure):
                tasks = list(map(task, range(start, end)))
                yield from self._one_by_one(function, settings, tasks)
            else:
                yield from answer
            self.progress(sum(self.sizes[start:end]))

    def begin(
        self,
        function: Callable[[tuple[Settings, Sequence[Task]]], list[Result | str]],
        settings: Settings,
        task: Callable[[int], Task],
    ) -> Callable[[], Iterable[Result | str]]:
        """The same, begun aside; what is given back waits for the results, and gives them."""
        tasks = list(map(task, range(len(self.sizes))))
        pieces = [(settings, tasks[start:end]) for start, end in _chunks(self.sizes)]
        answer = self._processes.begin(_in_turn, (function, pieces))

        def results() -> Iterable[Result | str]:
            found = answer()
            if isinstance(found, work.Failure):
                return self._one_by_one(function, settings, tasks)
            return found

        return results

    def _one_by_one(
        self,
        function: Callable[[tuple[Settings, Sequence[Task]]], list[Result | str]],
        settings: Settings,
        tasks: Sequence[Task],
    ) -> Iterator[Result | str]:
        """The tasks of a chunk whose process was lost, again, to find the one that did it."""
        pieces = [(settings, [task]) for task in tasks]
        for answer in work.run(function, pieces, jobs=1, deadline=DEADLINE):
            if isinstance(answer, work.Failure):
                yield _lost(answer)
            else:
                yield from answer


def _lost(failure: work.Failure[object]) -> str:
    return f"the process that rendered it {failure.reason}"


def _in_turn(call: tuple[Callable[[Piece], list[Result]], Sequence[Piece]]) -> list[Result]:
    function, pieces = call
    return [result for piece in pieces for result in function(piece)]


def _chunks(sizes: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where each chunk begins and ends among documents of these sizes."""
    start, total = 0, 0
    for place, size in enumerate(sizes):
        if total and total + size > CHUNK:
            yield start, place
            start, total = place, 0
        total += size
    if start < len(sizes):
        yield start, len(sizes)


def size_of(path: Path) -> int:
    """A document's size in bytes; 1 where it cannot be told, which the reading will report."""
    try:
        return max(path.stat().st_size, 1)
    except OSError:
        return 1
