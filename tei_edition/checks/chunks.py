# SPDX-License-Identifier: MIT
"""The documents of a run in chunks, each checked in this process or in another.

A document that costs a process its life is found, reported, and costs no other document anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from tei_edition import work
from tei_edition.checks import document
from tei_edition.checks.document import Result, Settings
from tei_edition.checks.selection import amount_to
from tei_edition.findings import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tei_edition.checks.document import Task
    from tei_edition.checks.selection import Selected

    Workers: TypeAlias = work.Pool[tuple[Settings, tuple[Task, ...]], list[Result]]

CHUNK = 1_000_000
"""Bytes of documents that make a chunk of work."""

ALONE = 4_000_000
"""Bytes up to which other processes cost more than they save."""

DEADLINE = 120.0
"""Seconds that a document may take that has already cost a process its life."""


def checked(
    files: Sequence[Selected], settings: Settings, jobs: int, workers: Workers | None = None
) -> Iterator[tuple[Selected, Result]]:
    """What comes of each document, in their order.

    Args:
        files: the documents.
        settings: what is checked.
        jobs: processes.
        workers: processes that were started before; None for new ones, if any are needed.
    """
    chunks = list(_chunks(files, jobs))
    pieces = [(settings, tuple(file.task for file in chunk)) for chunk in chunks]
    if workers is None:
        answers = work.run(document.check_all, pieces, jobs=min(jobs, len(pieces)))
    else:
        answers = workers.results(pieces)
    for chunk, answer in zip(chunks, answers, strict=True):
        if isinstance(answer, work.Failure):
            yield from _one_by_one(chunk, settings, jobs, answer.reason)
        else:
            yield from zip(chunk, answer, strict=True)


def workers_ahead(paths: Sequence[Path], jobs: int | None) -> Workers | None:
    """Processes that start while it is still being found out what they are to do.

    None where that may be too little for them. ``jobs`` is their number; None for all cores.
    """
    jobs = work.cores() if jobs is None else work.at_most(jobs)
    if jobs == 1 or not amount_to(paths, ALONE):
        return None
    workers: Workers = work.Pool(document.check_all, jobs)
    workers.start()
    return workers


def _one_by_one(
    chunk: Sequence[Selected], settings: Settings, jobs: int, reason: str
) -> Iterator[tuple[Selected, Result]]:
    """A chunk whose worker was lost, again, to find the document that did it."""
    if len(chunk) == 1:
        yield chunk[0], _lost(chunk[0], settings, reason)
        return
    pieces = [(settings, (file.task,)) for file in chunk]
    answers = work.run(document.check_all, pieces, jobs=jobs, deadline=DEADLINE)
    for file, answer in zip(chunk, answers, strict=True):
        if isinstance(answer, work.Failure):
            yield file, _lost(file, settings, answer.reason)
        else:
            yield file, answer[0]


def _lost(file: Selected, settings: Settings, reason: str) -> Result:
    """What comes of a document that nobody could check."""
    finding = Finding(
        file.task.path,
        1,
        1,
        "check-not-made",
        Severity.ERROR,
        "xml",
        f"this file could not be checked: the process that checked it {reason}",
        "try it by itself, with one check at a time (--check)",
    )
    return Result([finding], None, settings.checks)


def _chunks(files: Sequence[Selected], jobs: int) -> Iterator[list[Selected]]:
    """Neighbouring files in chunks, small enough that every process gets several."""
    limit = min(CHUNK, sum(file.size for file in files) // (jobs * 4) + 1) if jobs > 1 else CHUNK
    chunk: list[Selected] = []
    size = 0
    for file in files:
        chunk.append(file)
        size += file.size
        if size >= limit:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk
