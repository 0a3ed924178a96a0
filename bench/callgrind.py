# SPDX-License-Identifier: MIT
"""Machine instructions of a program, counted by valgrind's callgrind.

They are counted within one function, each of its calls by itself: callgrind writes a profile when
the function is left. Until the program asks for it (:func:`begin`), nothing is counted, and the
program runs five times as fast as afterwards.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

from bench.corpora import MissingError
from bench.process import FailedError, run

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_PROFILE = "profile"
_SUMMARY = re.compile(r"^summary: (\d+)$", re.MULTILINE)


def count(command: Sequence[str], function: str, folder: Path) -> tuple[list[str], list[int]]:
    """Run a program; gives the lines it wrote and the instructions of each call of a function.

    Calls within a call count with it. ``folder`` is made anew for the profiles.

    Raises:
        MissingError: valgrind is not installed.
        FailedError: the program did not do its work.
    """
    for program in ("valgrind", "vgdb"):
        if shutil.which(program) is None:
            raise MissingError(f"{program} is not installed: apt-get install valgrind")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    options = [
        "--tool=callgrind",
        "--instr-atstart=no",
        f"--toggle-collect={function}",
        f"--dump-after={function}",
        f"--callgrind-out-file={folder / _PROFILE}",
    ]
    output = run([["valgrind", *options, *command]], folder / "output.txt").output
    return output.read_text(encoding="utf-8").splitlines(), calls(folder)


def calls(folder: Path) -> list[int]:
    """The instructions of each call, in order, from the profiles in a folder.

    Raises:
        FailedError: a file is no profile.
    """
    found = {}
    for path in folder.glob(f"{_PROFILE}.*"):  # the one without a number is of the program's end
        with path.open(encoding="utf-8", errors="replace") as file:
            summary = _SUMMARY.search(file.read(10_000))
        if summary is None:
            raise FailedError(f"callgrind wrote no summary into {path.name}")
        found[int(path.suffix[1:])] = int(summary[1])
    return [found[number] for number in sorted(found)]


def begin() -> None:
    """Have callgrind count from now on; the program that it runs calls this.

    Raises:
        FailedError: the program is not run by callgrind, or that could not be told.
    """
    # Without the wait that lets vgdb trace this process, which containers may forbid: valgrind
    # hears of it where it does something, so that this waits busily.
    command = ["vgdb", "--max-invoke-ms=0", f"--pid={os.getpid()}", "instrumentation", "on"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as told:
        while told.poll() is None:
            pass
        said = told.stdout.read() if told.stdout else b""
    if told.returncode:
        raise FailedError(f"callgrind was not to be told to count: {said.decode(errors='replace')}")
