# SPDX-License-Identifier: MIT
"""Files that are the old one or the new one, whenever the work is interrupted.

What lies there already, with just what is to be written, is left alone: its time stays, by which
others see what they have to fetch.
"""

from __future__ import annotations

import os
import shutil
import stat
from contextlib import contextmanager, suppress
from secrets import token_hex
from typing import IO, TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


LARGE = 256 << 10
"""Bytes up to which files are read to be compared, even where their times could tell."""

_PIECE = 1 << 20


class Written(NamedTuple):
    """A file of a site."""

    path: Path
    is_new: bool
    """Whether something else lay there before, or nothing."""
    is_ours: bool = True
    """Whether it is not itself the file that was to be copied: a site may lie among its sources."""


def write_text(path: Path, text: str) -> Written:
    """Write a text file (UTF-8, lines ending in a line feed)."""
    return write_bytes(path, text.encode())


def write_bytes(path: Path, content: bytes) -> Written:
    """Write a file."""
    if _holds(path, content):
        return Written(path, is_new=False)
    with _beside(path) as temporary:
        temporary.write_bytes(content)
        temporary.replace(path)
    return Written(path, is_new=True)


def write_copy(path: Path, file: Path, *, by_time: bool = False) -> Written:
    """Copy a file to ``path``.

    ``by_time`` the copy has the time of its file, so that large ones (:data:`LARGE`) of the same
    size and time need not be read to be compared.
    """
    wanted = file.stat()
    if _is_itself(path, wanted):
        return Written(path, is_new=False, is_ours=False)
    if not path.parent.is_dir():
        path.parent.mkdir(parents=True, exist_ok=True)
    if not by_time and wanted.st_size <= LARGE:
        return write_bytes(path, file.read_bytes())
    if _is_copy(path, file, by_time=by_time):
        return Written(path, is_new=False)
    with file.open("rb") as source:
        return write_with(
            path,
            lambda copy: shutil.copyfileobj(source, copy),
            wanted.st_mtime_ns if by_time else None,
        )


def write_with(
    path: Path, write: Callable[[IO[bytes]], object], time: int | None = None
) -> Written:
    """Write a file with a function that is given it, open.

    ``time`` is when it is to have been changed, in nanoseconds. It has that before it lies in its
    place: there, another run may put one of its own meanwhile.
    """
    with _beside(path) as temporary:
        with temporary.open("xb") as file:
            write(file)
        if time is not None:
            os.utime(temporary, ns=(time, time))
        if _is_copy(path, temporary):
            temporary.unlink()
            return Written(path, is_new=False)
        temporary.replace(path)
    return Written(path, is_new=True)


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False


def _is_itself(path: Path, file: os.stat_result) -> bool:
    try:
        return os.path.samestat(path.stat(), file)
    except OSError:  # as a rule there is none yet
        return False


def _is_copy(path: Path, file: Path, *, by_time: bool = False) -> bool:
    """Whether a file holds the same as another. (What ``filecmp`` has once found is true for it as
    long as sizes and times stay.)"""
    wanted = file.stat()
    with file.open("rb") as ours, suppress(OSError):
        there = path.stat()
        if there.st_size != wanted.st_size or not stat.S_ISREG(there.st_mode):
            return False
        if by_time and wanted.st_size > LARGE and there.st_mtime_ns == wanted.st_mtime_ns:
            return True
        with path.open("rb") as theirs:
            while theirs.read(_PIECE) == (piece := ours.read(_PIECE)):
                if not piece:
                    return True
    return False


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """A file to write to, until it is renamed into its place; of work that fails nothing stays.

    Each writer has a name of its own, so two at once do not mix: the later one's file stays.
    """
    temporary = path.with_name(f".{token_hex(8)}.tmp")
    try:
        yield temporary
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
