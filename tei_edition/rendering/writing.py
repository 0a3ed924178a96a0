# SPDX-License-Identifier: MIT
"""Files that are the old one or the new one, whenever the work is interrupted.

What lies there already, with just what is to be written, is left alone: its time stays, by which
others see what they have to fetch.
"""

from __future__ import annotations

import filecmp
import os
import shutil
from contextlib import contextmanager
from secrets import token_hex
from typing import IO, TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Written(NamedTuple):
    """A file of a site."""

    path: Path
    is_new: bool
    """Whether something else lay there before, or nothing."""


def write_text(path: Path, text: str) -> Written:
    """Write a text file (UTF-8, lines ending in a line feed)."""
    content = text.encode()
    if _holds(path, content):
        return Written(path, is_new=False)
    with replaced(path) as file:
        file.write(content)
    return Written(path, is_new=True)


def write_copy(path: Path, file: Path, *, by_time: bool = False) -> Written:
    """Copy a file to ``path``.

    ``by_time`` the copy has the time of its file, so that large ones of the same size and time
    need not be read to be compared.
    """
    if path.is_file() and filecmp.cmp(file, path, shallow=by_time):
        return Written(path, is_new=False)
    time = file.stat()
    path.parent.mkdir(parents=True, exist_ok=True)
    with file.open("rb") as source, replaced(path) as written:
        shutil.copyfileobj(source, written)
    if by_time:
        os.utime(path, ns=(time.st_atime_ns, time.st_mtime_ns))
    return Written(path, is_new=True)


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False


@contextmanager
def replaced(path: Path) -> Iterator[IO[bytes]]:
    """A file to write to, beside its place; renamed into place where the block ends well.

    Each writer has a name of its own, so two at once do not mix: the later one's file stays.
    """
    temporary = path.with_name(f".{token_hex(8)}.tmp")
    try:
        with temporary.open("xb") as file:
            yield file
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
