# SPDX-License-Identifier: MIT
"""Files that are the old one or the new one, whenever the work is interrupted."""

from __future__ import annotations

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
