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
    import resource
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
    commands: Sequence[Sequence[str]],
    output: Path,
    *,
    environment: Mapping[str, str] | None = None,
) -> Measured:
    """Run one program, or several at once, to the end; output goes to a file.

    Times are from the first start to the last end, memory is that of the largest process.

    Raises:
        FailedError: an exit status is neither 0 (nothing found) nor 1 (something found, and said
            on standard output).
    """
    surroundings = {**os.environ, **(environment or {})}
    # Compiled modules are part of any installation.
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    errors = output.with_suffix(".err")
    with output.open("wb") as out, errors.open("wb") as err:
        begin = time.perf_counter()
        processes = [
            subprocess.Popen(command, stdout=out, stderr=err, env=surroundings)
            for command in commands
        ]
        usages = [_ended(process) for process in processes]
        seconds = time.perf_counter() - begin
    for process in processes:
        is_silent = process.returncode == 1 and not output.stat().st_size
        if process.returncode not in (0, 1) or is_silent:
            words = errors.read_text(errors="replace")[-500:]
            raise FailedError(f"{commands[0][0]} ended with {process.returncode}: {words}")
    processor = sum(usage.ru_utime + usage.ru_stime for usage in usages)
    peak = max(usage.ru_maxrss for usage in usages) * _KIBIBYTE
    return Measured(seconds, processor, peak, output)


def _ended(process: subprocess.Popen[bytes]) -> resource.struct_rusage:
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage
