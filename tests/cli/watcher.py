# SPDX-License-Identifier: MIT
"""A command that watches, for the tests: what it writes round by round, and its interruption."""

from __future__ import annotations

import re
import signal
import subprocess
from collections.abc import Callable
from queue import Empty, Queue
from threading import Thread

DEADLINE = 120.0
"""Seconds after which something that has not happened will not happen."""

_FINDING = re.compile(r"[^:]+:\d+:\d+: (?:error|warning): \[")


class Watcher:
    """A running command with ``--watch``, standard error going where standard output goes.

    So its rounds can be told from each other: each ends with the line that says so.
    """

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self._rounds: Queue[list[str]] = Queue()
        self._unfinished: list[str] = []
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._unfinished.append(line.rstrip("\n"))
            if "Watching; Ctrl-C ends." in line:
                self._rounds.put(self._unfinished)
                self._unfinished = []

    def round(self, until: Callable[[list[str]], bool] = bool) -> list[str]:
        """The lines of the next round that is as wanted."""
        return self.rounds(until)[-1]

    def rounds(self, until: Callable[[list[str]], bool]) -> list[list[str]]:
        """The lines of the next rounds, up to the one that is as wanted.

        There may be others before it: a file that is written is empty first.
        """
        passed: list[list[str]] = []
        try:
            while not passed or not until(passed[-1]):
                passed.append(self._rounds.get(timeout=DEADLINE))
        except Empty:
            so_far = [*passed, self._unfinished]
            raise AssertionError(f"no further round within {DEADLINE} s; so far {so_far}") from None
        return passed

    def says(self, words: str) -> list[str]:
        """The lines of the next round in which words occur."""
        return self.round(lambda lines: any(words in line for line in lines))

    def has(self, code: str) -> list[str]:
        """The findings of the next round that has one of a code."""
        return [line for line in self.says(f"[{code}]") if _FINDING.match(line)]

    def is_clean(self) -> None:
        """Wait for a round without findings."""
        self.says("0 errors, 0 warnings")

    def interrupt(self) -> None:
        """Ctrl-C; where that does not end it, say what it was doing."""
        self.process.send_signal(signal.SIGINT)
        try:
            assert self.process.wait(DEADLINE) == 130
        except subprocess.TimeoutExpired:
            self.process.send_signal(signal.SIGABRT)
            said = "\n".join(self.last_words())
            raise AssertionError(f"still running:\n{said}") from None

    def last_words(self) -> list[str]:
        """What it says at its end, which comes by itself."""
        self.process.wait(DEADLINE)
        self._reader.join(DEADLINE)
        return self._unfinished
