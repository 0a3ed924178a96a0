# SPDX-License-Identifier: MIT
"""Files that are the old one or the new one, whenever the work is interrupted."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


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
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
