# SPDX-License-Identifier: MIT
"""A function in a process of its own, which is killed when it takes too long.

For what cannot be interrupted from Python, as a call into Saxon. The process is a fresh Python, so
a caller needs no ``__main__`` guard, and requests and answers are JSON, so nothing that comes back
can run code here.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import weakref
from importlib import import_module
from queue import Empty, Queue
from threading import Thread
from typing import IO, TYPE_CHECKING, TypeAlias, cast

from tei_edition import lifeline
from tei_edition.errors import TeiEditionError
from tei_edition.interruption import SIGNALS

if TYPE_CHECKING:
    from collections.abc import Callable

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

_LENGTH = 8
_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from tei_edition.worker import serve; serve(sys.argv[2], *map(int, sys.argv[3:]))"
)
_GRACE = 5.0
"""Seconds after its deadline at which a worker ends by itself, should its parent be gone."""


class OverdueError(TeiEditionError):
    """The function ran past its deadline; its process was killed."""


class DiedError(TeiEditionError):
    """The process ended before it answered: it crashed, or ran out of memory."""


class Worker:
    """Calls one function, ``package.module:name``, in a process that is started when needed.

    The function takes and gives JSON. *memory* bounds the process's data, in bytes, where the
    system can do that; 0 for no bound.
    """

    def __init__(self, function: str, *, memory: int = 0) -> None:
        self._function = function
        self._memory = memory
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: Queue[bytes | None] = Queue()
        self._end: weakref.finalize[[subprocess.Popen[bytes], int], Worker] | None = None

    def call(self, request: Json, deadline: float) -> Json:
        """The function's answer, within *deadline* seconds.

        Raises :class:`OverdueError` or :class:`DiedError`; the next call starts a new process.
        """
        process = self._process or self._started()
        data = json.dumps([deadline, request]).encode()
        try:
            assert process.stdin is not None
            process.stdin.write(len(data).to_bytes(_LENGTH, "big") + data)
            process.stdin.flush()
            answer = self._answers.get(timeout=deadline)
        except Empty:
            self.close()
            raise OverdueError(f"no answer within {deadline:g} seconds") from None
        except OSError:
            answer = None
        if answer is None:
            self.close()
            raise DiedError("the process that did the work ended unexpectedly")
        return cast("Json", json.loads(answer))

    def close(self) -> None:
        """End the process, whatever it is doing."""
        if self._end is not None:
            self._end()
        self._process = None

    def _started(self) -> subprocess.Popen[bytes]:
        arguments = [json.dumps(sys.path), self._function, str(self._memory)]
        theirs, ours = os.pipe()
        lines = (theirs,) if sys.platform != "win32" else ()
        process = subprocess.Popen(  # noqa: S603 - this very interpreter, fixed code
            [sys.executable, "-c", _START, *arguments, *map(str, lines)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            pass_fds=lines,
        )
        os.close(theirs)
        assert process.stdout is not None
        answers: Queue[bytes | None] = Queue()
        Thread(target=_listen, args=(process.stdout, answers), daemon=True).start()
        self._process, self._answers = process, answers
        self._end = weakref.finalize(self, _end, process, ours)
        return process


def _end(process: subprocess.Popen[bytes], line: int) -> None:
    process.kill()
    process.wait()
    os.close(line)
    if process.stdin is not None:
        with contextlib.suppress(OSError):
            process.stdin.close()


def _listen(stream: IO[bytes], answers: Queue[bytes | None]) -> None:
    with stream:
        while message := _read(stream):
            answers.put(message)
    answers.put(None)


def _read(stream: IO[bytes]) -> bytes:
    """One message; empty at the end of the stream, or where it breaks off."""
    length = int.from_bytes(stream.read(_LENGTH), "big")
    data = stream.read(length)
    return data if len(data) == length else b""


def serve(function: str, memory: int, line: int | None = None) -> None:
    """The other side: answer requests until there are no more. Runs in the worker's process."""
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)  # the parent is who ends this process
    if line is not None:
        lifeline.hold(line)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever the function prints must not get between the answers
    if memory:
        _bound_memory(memory)
    module, _, name = function.partition(":")
    call: Callable[[Json], Json] = getattr(import_module(module), name)
    while message := _read(sys.stdin.buffer):
        deadline, request = json.loads(message)
        _end_after(deadline + _GRACE)
        data = json.dumps(call(request)).encode()
        _end_after(0)
        answers.write(len(data).to_bytes(_LENGTH, "big") + data)
        answers.flush()


def _end_after(seconds: float) -> None:
    """Have the system end this process then, even within a native call; 0 takes it back."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _bound_memory(size: int) -> None:
    try:
        from resource import RLIMIT_DATA, setrlimit
    except ImportError:  # Windows
        return
    with contextlib.suppress(ValueError, OSError):
        setrlimit(RLIMIT_DATA, (size, size))
