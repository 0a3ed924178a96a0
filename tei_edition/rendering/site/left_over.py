# SPDX-License-Identifier: MIT
"""What was written into a site, kept in the site, so that what is left of old runs can be told.

A page stays where it is when its document leaves the edition: another program may have put it
there. Only what the record names was written by a run, and only that is ever removed, where the
editor asks for it. It lies in the site and not in the cache, as sites are built on one machine and
kept on another.
"""

from __future__ import annotations

import os
import re
import time
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.errors import TeiEditionError
from tei_edition.paths import SITE_RECORD, recorded
from tei_edition.rendering.writing import write_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_HEAD = "# What tei-edition render wrote into this folder; --prune removes nothing else."

_OUTPUTS = {".txt": "text", ".md": "markdown", ".epub": "epub"}

_TEMPORARY = re.compile(r"\.[0-9a-f]{16}\.tmp")
"""Files that are written to before they are renamed (:mod:`tei_edition.rendering.writing`)."""

_ABANDONED = 3600.0
"""Seconds after which no run can still be writing to one."""


class LeftOver(NamedTuple):
    """Files of earlier runs that this one would not write, with slashes, from the site's folder."""

    there: tuple[str, ...] = ()
    """They lie there still."""
    removed: tuple[str, ...] = ()


def claim(folder: Path, names: Collection[str]) -> None:
    """Enter the names of files in the record, before they are written: a run that is interrupted
    has written them all the same.

    Raises:
        TeiEditionError: there is such a file, and no run wrote it: it would be lost.
        OSError: the record cannot be written.
    """
    new = _unrecorded(folder, names)
    there = [name for name in new if os.path.lexists(folder / name)]
    # What another run has written meanwhile, it has recorded before.
    foreign = sorted(_unrecorded(folder, there)) if there else []
    if foreign:
        more = f"; there are {len(foreign) - 1:,} more such files" if len(foreign) > 1 else ""
        raise TeiEditionError(
            f"“{folder / foreign[0]}” is there already, and no run of render wrote it{more}: "
            "take away what may be replaced, or render into another folder"
        )
    if new:
        _write(folder, {*recorded(folder), *new})


def _unrecorded(folder: Path, names: Iterable[str]) -> list[str]:
    known = {name.casefold() for name in recorded(folder)}
    return [name for name in names if name.casefold() not in known]


def settle(
    folder: Path,
    written: Iterable[Path],
    outputs: Collection[str],
    *,
    is_whole: bool,
    prune: bool = False,
) -> LeftOver:
    """Write the record anew, and give what is left of earlier runs.

    ``written`` are the files of this run that it made or copied. ``is_whole`` says that they are
    all that belongs into the site for these ``outputs``; else nothing is left over, since there may
    be more. With ``prune`` what is left over is removed.

    Raises:
        OSError: the record cannot be written, or a file not be removed.
    """
    root = os.path.join(folder, "")
    now = {os.fspath(path).removeprefix(root).replace(os.sep, "/") for path in written}
    before = set(recorded(folder))
    over = []
    names = before | now
    if is_whole:
        # A site may have tens of thousands of files: only for those in question the disk is asked.
        others = {name for name in before - now if _output(name) in outputs}
        over = sorted(name for name in others if _is_there(folder, name))
        names -= others if prune else others.difference(over)
        for place in {name.rpartition("/")[0] for name in now}:
            _sweep(folder / place)
    if prune:
        for name in over:
            _remove(folder, name)
    if names != before:
        _write(folder, names)
    return LeftOver(removed=tuple(over)) if prune else LeftOver(there=tuple(over))


def _write(folder: Path, names: Iterable[str]) -> None:
    write_text(folder / SITE_RECORD, "\n".join([_HEAD, *sorted(names), ""]))


def _is_there(folder: Path, name: str) -> bool:
    """Whether a name of the record is that of a file in the site. It may have come from anywhere:
    none may lead out of it."""
    return _is_inside(folder, name) and os.path.isfile(folder / name)


def _is_inside(folder: Path, name: str) -> bool:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in path.parts[0]:
        return False
    place = os.path.realpath((folder / name).parent)
    return os.path.join(place, "").startswith(os.path.join(os.path.realpath(folder), ""))


def _output(name: str) -> str:
    """Which output a file is of; what shares its folder with pages is theirs."""
    return "html" if "/" in name else _OUTPUTS.get(PurePosixPath(name).suffix, "html")


def _remove(folder: Path, name: str) -> None:
    """Remove a file, and its folders as far as they are empty then."""
    path = folder / name
    path.unlink(missing_ok=True)
    for parent in path.relative_to(folder).parents:
        with suppress(OSError):
            if parent.parts:
                (folder / parent).rmdir()


def _sweep(folder: Path) -> None:
    """Remove what a run that was killed left there."""
    with suppress(OSError), os.scandir(folder) as found:
        for file in found:
            if (
                file.name.endswith(".tmp")
                and _TEMPORARY.fullmatch(file.name)
                and file.is_file(follow_symlinks=False)
            ):
                with suppress(OSError):
                    if time.time() - file.stat(follow_symlinks=False).st_mtime > _ABANDONED:
                        os.unlink(file)
