# SPDX-License-Identifier: MIT
"""Files that are the old one or the new one, whenever the work is interrupted."""

from __future__ import annotations

import filecmp
import os
import shutil
from contextlib import contextmanager
from secrets import token_hex
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def write_text(path: Path, text: str) -> Path:
    """Write a text file (UTF-8, lines ending in a line feed) and give its path."""
    with replaced(path) as file:
        file.write(text.encode())
    return path


def write_copy(path: Path, file: Path) -> Path:
    """Copy a file to ``path``, if what lies there is another, and give ``path``.

    A copy has the time of its file, so that large ones need not be read to be compared.
    """
    if not (path.is_file() and filecmp.cmp(file, path)):
        time = file.stat()
        path.parent.mkdir(parents=True, exist_ok=True)
        with file.open("rb") as source, replaced(path) as written:
            shutil.copyfileobj(source, written)
        os.utime(path, ns=(time.st_atime_ns, time.st_mtime_ns))
    return path


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
