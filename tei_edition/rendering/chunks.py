# SPDX-License-Identifier: MIT
"""A function over documents, in chunks, in one process or several, with every failure reported."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from tei_edition import work

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

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


class Chunks:
    """A function over documents of known sizes, in chunks, in one process or several."""

    def __init__(self, sizes: Sequence[int], jobs: int, progress: Progress) -> None:
        self.sizes = sizes
        self.progress = progress
        self._jobs = jobs
        self._deadline = DEADLINE if jobs > 1 or max(sizes, default=0) >= LARGE else None

    def each(
        self,
        function: Callable[[tuple[Settings, Sequence[Task]]], list[Result | str]],
        settings: Settings,
        tasks: Sequence[Task],
    ) -> Iterator[Result | str]:
        """A result for each task; words where it failed or its process died."""
        chunks = list(self._chunks())
        pieces = [(settings, tasks[start:end]) for start, end in chunks]
        answers = work.run(function, pieces, jobs=self._jobs, deadline=self._deadline)
        for (start, end), answer in zip(chunks, answers, strict=True):
            if isinstance(answer, work.Failure):
                yield from self._one_by_one(function, settings, tasks[start:end])
            else:
                yield from answer
            self.progress(sum(self.sizes[start:end]))

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
                yield f"the process that rendered it {answer.reason}"
            else:
                yield from answer

    def _chunks(self) -> Iterator[tuple[int, int]]:
        start, total = 0, 0
        for place, size in enumerate(self.sizes):
            if total and total + size > CHUNK:
                yield start, place
                start, total = place, 0
            total += size
        if start < len(self.sizes):
            yield start, len(self.sizes)


def size_of(path: Path) -> int:
    """A document's size in bytes; 1 where it cannot be told, which the reading will report."""
    try:
        return max(path.stat().st_size, 1)
    except OSError:
        return 1
