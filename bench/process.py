# SPDX-License-Identifier: MIT
"""Running a program to its end: wall time, and the memory of its largest process."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_KIBIBYTE = 1 if sys.platform == "darwin" else 1024
"""What ``ru_maxrss`` counts in: bytes on macOS, KiB elsewhere."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One run of a program."""

    seconds: float
    """From its start to its end."""
    processor: float
    """Seconds of processor time of all its processes."""
    peak: int
    """Resident bytes of the largest of its processes."""
    status: int
    output: Path
    """What it wrote to standard output."""

    @property
    def lines(self) -> int:
        """Lines on standard output."""
        with self.output.open("rb") as file:
            return sum(1 for _ in file)


class FailedError(Exception):
    """A program did not do its work; the message says which and what it wrote."""


def run(
    command: Sequence[str], output: Path, *, environment: Mapping[str, str] | None = None
) -> Measured:
    """Run a program, its output going to a file.

    Raises:
        FailedError: the exit status is neither 0 (nothing found) nor 1 (something found).
    """
    errors = output.with_suffix(".err")
    with output.open("wb") as out, errors.open("wb") as err:
        begin = time.perf_counter()
        process = subprocess.Popen(
            command, stdout=out, stderr=err, env={**os.environ, **(environment or {})}
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        words = errors.read_text(errors="replace")[-500:]
        raise FailedError(f"{command[0]} ended with {process.returncode}: {words}")
    processor = usage.ru_utime + usage.ru_stime
    peak = usage.ru_maxrss * _KIBIBYTE
    return Measured(seconds, processor, peak, process.returncode, output)
