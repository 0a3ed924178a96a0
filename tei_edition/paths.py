# SPDX-License-Identifier: MIT
"""Files and folders as the user names them."""

from __future__ import annotations

import errno
import os
import re
import stat
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.errors import TeiEditionError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


EDITION = "edition.toml"
"""The file that makes a folder an edition's."""

SITE_RECORD = ".tei-edition"
"""The file that makes a folder a site: a line for each file that rendering wrote into it."""

COPIES = "tei"
"""The folder of a site that copies of TEI files lie in."""


def real(path: Path) -> Path:
    """Where a path leads, links followed.

    As ``Path.resolve``, which before Python 3.13 fails for a link that leads back to itself: that
    such a file cannot be read is said where it is read.
    """
    return Path(os.path.realpath(path))


def edition_around(path: Path) -> Path | None:
    """The ``edition.toml`` of the folder that a file or folder lies in, if any."""
    resolved = real(path)
    folders = (resolved, *resolved.parents) if resolved.is_dir() else resolved.parents
    for folder in folders:
        if (folder / EDITION).is_file():
            return folder / EDITION
    return None


def expand_paths(paths: Iterable[Path]) -> Iterator[Path]:
    """The files themselves, and the ``.xml`` files of folders, each once, hidden ones left out.

    The copies of TEI files that a site offers are no documents, unless they are named, or their
    folder is, or there is nothing else in the folder that is named. What a folder holds and cannot
    be read (a link to nothing, a locked folder) is among them: :func:`look_at` says why.

    Raises:
        TeiEditionError: a path is not there, or is a pipe or device; a folder that is named cannot
            be read, or holds no ``.xml`` file.
    """
    return map(Path, expand_names(paths))


def expand_names(paths: Iterable[Path]) -> Iterator[str]:
    """What :func:`expand_paths` gives, as text: paths cost more, which thousands of files show."""
    seen = set()
    for path in paths:
        for file in _files(path):
            if file not in seen:
                seen.add(file)
                yield file


def _files(path: Path) -> Iterator[str]:
    try:
        mode = os.stat(path).st_mode
    except PermissionError as error:
        raise TeiEditionError(f"“{path}” cannot be read: {error.strerror}") from error
    except (OSError, ValueError) as error:
        raise TeiEditionError(f"there is no file or folder “{path}”") from error
    if not stat.S_ISDIR(mode):
        if not stat.S_ISREG(mode):
            # A document is read more than once: for its schemas, for places, for rules.
            raise TeiEditionError(
                f"“{path}” is neither a file nor a folder: save what comes through it in a file"
            )
        yield str(path)
        return
    found = False
    copies: set[str] = set()
    left_out = []
    locked: list[OSError] = []
    for folder, folders, names in os.walk(path, onerror=locked.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        beginning = str(Path(folder, "_"))[:-1]
        if SITE_RECORD in names:
            copies.update(beginning + os.path.normpath(name) for name in copies_in(Path(folder)))
        for name in sorted(names):
            if name.lower().endswith(".xml") and not name.startswith("."):
                if beginning + name in copies:
                    left_out.append(beginning + name)
                    continue
                found = True
                yield beginning + name
    for refused in locked:
        if refused.filename == os.fspath(path):
            raise TeiEditionError(f"“{path}” cannot be read: {refused.strerror}") from refused
        found = True
        yield str(refused.filename)
    if not found:
        yield from left_out
    if not found and not left_out:
        raise TeiEditionError(f"there is no .xml file in the folder “{path}”")


def recorded(site: Path) -> list[str]:
    """The names of the files that rendering wrote into a site, with slashes; none where the record
    cannot be read."""
    try:
        lines = (site / SITE_RECORD).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
    return [line for line in lines if line and not line.startswith("#")]


def copies_in(site: Path) -> list[str]:
    """The copies of TEI files that rendering wrote into a site."""
    return [name for name in recorded(site) if name.startswith(f"{COPIES}/")]


class Look(NamedTuple):
    """What a look at a file tells."""

    size: int
    """Bytes; 0 where it cannot be read."""
    problem: str = ""
    """Why it cannot be read, as a sentence about “it”; empty where it can."""


def look_at(name: str) -> Look:
    """How large a file is that is to be read, and whether it can be."""
    try:
        # Not to wait for whoever writes into a pipe.
        descriptor = os.open(name, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        try:
            status = os.fstat(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        return Look(0, why_unreadable(name, error))
    if stat.S_ISDIR(status.st_mode):
        return Look(0, "it is a folder")
    if not stat.S_ISREG(status.st_mode):
        return Look(0, "it is neither a file nor a folder")
    return Look(status.st_size)


def why_unreadable(name: str, error: OSError) -> str:
    """Why a file or folder could not be read, as a sentence about “it”."""
    if error.errno == errno.ELOOP:
        return "it is a link that leads back to itself"
    if isinstance(error, FileNotFoundError):
        with suppress(OSError):
            return f"it is a link to “{os.readlink(name)}”, which is not there"
        return "it is no longer there"
    if isinstance(error, PermissionError):
        return "you have no permission to read it"
    return f"the system says “{error.strerror}”"


def as_named(path: Path) -> Path:
    """The path as a user in the working directory would write it."""
    try:
        return path.relative_to(Path.cwd())
    except (ValueError, FileNotFoundError):  # it is elsewhere, or that directory is gone
        return path


class Globs(NamedTuple):
    """Patterns of paths: ``letters/*.xml``, ``**/drafts``, ``1950-0[1-9]``.

    ``*`` and ``?`` stand for characters of one name, ``[…]`` for one character of several, ``**``
    for any folders. A pattern that fits a folder fits everything in it.
    """

    patterns: tuple[str, ...] = ()

    def fits(self, path: str) -> bool:
        """Whether one of the patterns fits a path with slashes, relative to the edition."""
        return any(_glob(pattern).match(path) for pattern in self.patterns)


@lru_cache(maxsize=256)
def _glob(pattern: str) -> re.Pattern[str]:
    steps = pattern.strip("/").split("/")
    words = ""
    for number, step in enumerate(steps):
        last = number == len(steps) - 1
        if step == "**":
            words += ".*" if last else "(?:[^/]+/)*"
        else:
            words += _glob_step(step) + ("" if last else "/")
    return re.compile(rf"{words}(?:/.*)?\Z", re.DOTALL)


def _glob_step(step: str) -> str:
    """The regular expression for one name of a path."""
    words, place = "", 0
    while place < len(step):
        character = step[place]
        end = step.find("]", place + 2)
        if character == "[" and end > 0:
            inside = step[place + 1 : end]
            refused = inside[0] == "!"
            listed = re.sub(r"([\\\[\]^&~|])", r"\\\1", inside[refused:])
            words += f"[{'^/' if refused else ''}{listed}]"
            place = end
        elif character == "*":
            words += "[^/]*"
        else:
            words += "[^/]" if character == "?" else re.escape(character)
        place += 1
    return words
