# SPDX-License-Identifier: MIT
"""A command that watches, for the tests: what it writes round by round, and its interruption."""

from __future__ import annotations

import signal
import subprocess
import threading
import time
from collections.abc import Callable
from typing import IO

DEADLINE = 60.0
"""Seconds after which something that has not happened will not happen."""


class Watcher:
    """A running command with ``--watch``: each round's findings, and what was said of it."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self._said: list[str] = []
        self._lines: list[str] = []
        self._news = threading.Condition()
        self._readers: list[threading.Thread] = []
        for stream, lines in ((process.stdout, self._lines), (process.stderr, self._said)):
            assert stream is not None
            reader = threading.Thread(target=self._read, args=(stream, lines), daemon=True)
            reader.start()
            self._readers.append(reader)

    def _read(self, stream: IO[str], lines: list[str]) -> None:
        for line in stream:
            with self._news:
                lines.append(line.rstrip("\n"))
                self._news.notify_all()

    def round(self, until: Callable[[list[str], list[str]], bool]) -> tuple[list[str], list[str]]:
        """Findings and words of rounds until what they say is as wanted; older ones are gone."""
        end = time.monotonic() + DEADLINE
        with self._news:
            while True:
                said, lines = list(self._said), list(self._lines)
                if any("Watching" in line for line in said) and until(lines, said):
                    self._said.clear()
                    self._lines.clear()
                    return lines, said
                if not self._news.wait(end - time.monotonic()):
                    raise AssertionError(f"not within {DEADLINE} s; so far {lines}, {said}")

    def has(self, code: str) -> list[str]:
        """The findings of the round that has one of a code."""
        return self.round(lambda lines, said: any(f"[{code}]" in line for line in lines))[0]

    def interrupt(self) -> None:
        """Ctrl-C; where that does not end it, say what it was doing."""
        self.process.send_signal(signal.SIGINT)
        try:
            assert self.process.wait(DEADLINE) == 130
        except subprocess.TimeoutExpired:
            self.process.send_signal(signal.SIGABRT)
            self.process.wait(DEADLINE)
            for reader in self._readers:
                reader.join(DEADLINE)
            raise AssertionError("\n".join(("still running:", *self._said))) from None

    def is_clean(self) -> None:
        """Wait for a round without findings."""
        self.round(lambda lines, said: any("0 errors, 0 warnings" in line for line in said))
