# SPDX-License-Identifier: MIT
"""One process of a pool (:mod:`tei_edition.work`): how it is started, given work, and ended."""

from __future__ import annotations

import gc
import os
import signal
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Generic, NoReturn, TypeVar

from tei_edition import lifeline
from tei_edition.interruption import SIGNALS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkContext, SpawnContext
    from multiprocessing.process import BaseProcess

Piece = TypeVar("Piece")

SELDOM = 50_000
"""New objects before a worker looks for garbage that holds itself; there is little of it."""

GRACE = 0.25
"""Seconds in which a worker that is asked to can leave what it is doing."""

_OURS: set[Connection] = set()
"""This process's ends of the pipes to its workers."""


class PoolProcess(Generic[Piece]):
    """One process, its pipe, and the piece it has in hand."""

    def __init__(
        self,
        function: Callable[[Piece], object],
        temporary: str,
    ) -> None:
        context = _context()
        self.pipe, theirs = context.Pipe()
        their_line, self._line = context.Pipe(duplex=False)
        _OURS.update((self.pipe, self._line))
        # A forked process has our ends of the pipes too: open there, they would hide our death.
        ours = tuple(_OURS) if context.get_start_method() == "fork" else ()
        self.process: BaseProcess = context.Process(
            target=_serve, args=(theirs, their_line, function, temporary, ours), daemon=True
        )
        try:
            with _signals_held_back():
                self.process.start()
        except BaseException:  # an interruption that was held back
            if self.process.pid is not None:
                self.process.kill()
                self.process.join()
            raise
        theirs.close()
        their_line.close()
        self.number = -1
        self.piece: Piece | None = None
        self.due = float("inf")

    def give(self, number: int, piece: Piece, deadline: float | None) -> None:
        """Hand it a numbered piece, to be done in so many seconds; None for no limit."""
        self.number, self.piece = number, piece
        self.due = time.monotonic() + deadline if deadline else float("inf")
        self.pipe.send(piece)

    def ask_to_end(self) -> None:
        """Have it leave what it has in hand, and no half-written file."""
        self.process.terminate()

    def end(self) -> None:
        """End it: one that does not do it when it is asked, as Saxon does not let it, is killed."""
        self.pipe.close()
        if self.piece is not None:
            self.ask_to_end()
            self.process.join(GRACE)
        self.process.kill()
        self.process.join()
        self._line.close()
        _OURS.difference_update((self.pipe, self._line))


def _context() -> ForkContext | SpawnContext:
    """How to start a process now."""
    import multiprocessing

    if sys.platform == "linux" and "saxonche" not in sys.modules and _threads() == 1:
        return multiprocessing.get_context("fork")
    return multiprocessing.get_context("spawn")


def forks() -> bool:
    """Whether processes are started now that need nothing to get ready."""
    return _context().get_start_method() == "fork"


@contextmanager
def _signals_held_back() -> Iterator[None]:
    """Let Ctrl-C and its like reach no process that is started meanwhile, and this one afterwards.

    They go to all processes of a terminal, and in one that still reads its modules they would be a
    traceback. The parent is who ends the others.
    """
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _listen_to_parent_only() -> None:
    """Ignore what ends the parent too; it asks this process to leave, by SIGTERM."""
    for number in SIGNALS:
        # One that is ignored for a moment only is lost, if it came while it was held back.
        if number != signal.SIGTERM or sys.platform == "win32":
            signal.signal(number, signal.SIG_IGN)
    if sys.platform == "win32":
        return
    sys.unraisablehook = lambda _: None  # where it is too late to leave, we are killed
    signal.signal(signal.SIGTERM, _leave)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})


def _leave(*_: object) -> NoReturn:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # not to be asked again while it leaves
    raise SystemExit


def _threads() -> int:
    """The threads of this process, those too that Python knows nothing of; 0 if that is unknown."""
    try:
        return len(os.listdir("/proc/self/task"))
    except OSError:
        return 0


def _serve(
    pipe: Connection,
    line: Connection,
    function: Callable[[Piece], object],
    temporary: str,
    ours: Iterable[Connection],
) -> None:
    """A worker's life: a piece in, a result or an exception out, until the pipe closes."""
    for each in ours:
        each.close()
    _OURS.clear()
    _listen_to_parent_only()
    if temporary:
        import tempfile

        tempfile.tempdir = temporary
    lifeline.hold(line.fileno())
    gc.set_threshold(SELDOM)
    while True:
        try:
            piece = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            answer: tuple[object, Exception | None] = (function(piece), None)
        except Exception as error:
            answer = (None, error)
        try:
            pipe.send(answer)
        except OSError:
            return
