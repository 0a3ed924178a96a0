# SPDX-License-Identifier: MIT
"""Files that are replaced in one step, and that only one program writes at a time."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.errors import TeiEditionError

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 10.0
"""Seconds that a writer waits for another one."""


def replace(path: Path, content: bytes) -> None:
    """Put new content into a file: interrupted at any point, it is the old one or the new one.

    Permissions are kept, and a symbolic link stays one. On the disk, too, the content comes before
    the name (``fsync``).

    Raises:
        TeiEditionError: it cannot be written, or is write-protected.
    """
    target = path.resolve()
    try:
        _check_writable(path)
        descriptor, name = tempfile.mkstemp(
            dir=target.parent, prefix=f".{target.name}.", suffix=".tmp"
        )
        temporary = Path(name)
        try:
            with open(descriptor, "wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            temporary.chmod(target.stat().st_mode if target.exists() else 0o666 & ~_umask())
            temporary.replace(target)
        except BaseException:
            with suppress(FileNotFoundError):
                temporary.unlink()
            raise
    except OSError as error:
        raise TeiEditionError(f"“{path}” cannot be written: {error.strerror}") from error


@dataclass(frozen=True, slots=True)
class Rewriting:
    """What is to be written into a file that was read."""

    path: Path
    before: bytes
    after: bytes

    def check(self) -> None:
        """Whether it can be written, as far as that can be told beforehand.

        Raises:
            TeiEditionError: the file is write-protected, or its folder is.
        """
        _check_writable(self.path)

    def write(self) -> None:
        """Replace the file in one step.

        Raises:
            TeiEditionError: it was changed since it was read, or cannot be written.
        """
        try:
            is_as_read = self.path.read_bytes() == self.before
        except OSError as error:
            raise TeiEditionError(f"“{self.path}” cannot be read: {error.strerror}") from error
        if not is_as_read:
            raise TeiEditionError(
                f"“{self.path}” was changed by another program meanwhile; try again"
            )
        replace(self.path, self.after)


def _check_writable(path: Path) -> None:
    """Refuse a file that somebody write-protected, though it could be replaced."""
    with suppress(FileNotFoundError):
        is_for_nobody = not path.stat().st_mode & 0o222  # holds for the superuser as well
        if is_for_nobody or not os.access(path, os.W_OK):
            raise TeiEditionError(f"“{path}” cannot be written: it is write-protected")
    folder = path.resolve().parent
    if folder.is_dir() and not os.access(folder, os.W_OK):
        raise TeiEditionError(f"“{path}” cannot be written: its folder is write-protected")


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Keep other programs that lock something in the same folder waiting.

    The lock ends with the process, however that ends, and leaves nothing behind: it is on the
    folder itself, and on Windows, where folders cannot be locked, on a temporary file.

    Raises:
        TeiEditionError: another program keeps it for too long; there is no such folder.
    """
    folder = path.resolve().parent
    try:
        descriptor = _openable(folder)
    except OSError as error:
        raise TeiEditionError(f"“{folder}” cannot be opened: {error.strerror}") from error
    try:
        deadline = time.monotonic() + PATIENCE
        while not _lock(descriptor):
            if time.monotonic() > deadline:
                raise TeiEditionError(f"another program is writing in “{folder}”; try again later")
            time.sleep(0.02)
        yield
    finally:
        os.close(descriptor)


if sys.platform == "win32":
    import msvcrt
    from hashlib import sha256

    def _openable(folder: Path) -> int:
        key = sha256(os.fsencode(folder)).hexdigest()[:32]
        name = Path(tempfile.gettempdir(), f"tei-edition-{key}.lock")
        return os.open(name, os.O_RDWR | os.O_CREAT)

    def _lock(descriptor: int) -> bool:
        os.lseek(descriptor, 0, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _openable(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY)

    def _lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
