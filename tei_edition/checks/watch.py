# SPDX-License-Identifier: MIT
"""Checking again whenever something changes.

A round is a run of which only the documents are checked that depend on what changed; the results of
the others are kept. What changed is told by the files themselves (size, time, inode), and events of
the file system only say when to look: so a file saved by renaming, or written while a round was
under way, is never missed, and a file that was merely touched by the watcher's own reading is not
taken for changed.
"""

from __future__ import annotations

import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, NamedTuple

from tei_edition import file_events
from tei_edition.checks import addresses, grammar, rules
from tei_edition.checks.run import Options, Run, validate
from tei_edition.edition import FILENAME, Edition
from tei_edition.errors import TeiEditionError
from tei_edition.paths import real

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tei_edition.checks.document import Result

LOOK = 1000
"""Milliseconds after which files are looked at even where the system reported nothing."""

_CLOCK = 20_000_000
"""Nanoseconds by which the file system's clock may be behind."""


class Stamp(NamedTuple):
    """What tells one state of a file from another; all 0 where it is not there."""

    size: int
    changed: int
    """Nanoseconds."""
    inode: int


@dataclass(frozen=True, slots=True)
class Round:
    """One time of checking."""

    run: Run | None
    """To be iterated before the next round; None where nothing could be checked."""
    changed: tuple[str, ...]
    """What made the round necessary; nothing for the first one."""
    problem: str = ""
    """Why nothing could be checked."""


class Watch:
    """Rounds without end, until interrupted.

    >>> for round in Watch([Path("letters")], Options()).rounds():  # doctest: +SKIP
    ...     for batch in round.run or ():
    ...         print(*batch.findings)

    Args:
        paths: files and folders; None for the whole edition.
        options: what to check and how.
        stop: ends the watching when it is set, for where an exception might get lost on its way.

    Raises:
        TeiEditionError: the library that reports changes is not installed.
    """

    def __init__(
        self, paths: Sequence[Path] | None, options: Options, stop: Event | None = None
    ) -> None:
        file_events.check_installed()
        self._stop = stop or Event()
        self._paths = None if paths is None else list(paths)
        self._options = options
        self._known: dict[str, Result] = {}
        self._stamps: dict[str, Stamp] = {}
        self._listings: dict[str, frozenset[str]] = {}

    def rounds(self) -> Iterator[Round]:
        """The first round, and one whenever something has changed.

        Raises:
            TeiEditionError: the first round cannot be made. In later ones that is a problem to be
                told, and the next change may mend it.
            KeyboardInterrupt: the user has had enough.
        """
        changed: tuple[str, ...] = ()
        is_first = True
        while True:
            began = time.time_ns()
            self._listings = {folder: _listing(folder) for folder in self._folders()}
            files: set[str] = set(self._settings())
            try:
                run = validate(self._paths, self._options, self._known)
            except TeiEditionError as error:
                if is_first:
                    raise
                yield Round(None, changed, str(error))
                files |= set(self._stamps)
            else:
                yield Round(run, changed)
                files |= run.files or set(self._stamps)
            is_first = False
            self._remember(files, began)
            changed = self._wait()
            self._forget(set(changed))

    def _settings(self) -> Iterator[str]:
        """The ``edition.toml`` files that have a say, and the schemas of the command line."""
        starts = [Path.cwd()] if self._paths is None else self._paths
        for start in starts:
            folder = real(start)
            for each in (folder, *folder.parents):
                if (each / FILENAME).is_file():
                    yield str(each / FILENAME)
                    break
        if self._paths is None:
            try:
                yield str(Edition.find().file.resolve())
            except TeiEditionError:
                yield str(Path.cwd() / "corpus" / FILENAME)
        for file in (*self._options.schemas, *self._options.catalogs):
            yield str(real(Path(file)))

    def _remember(self, files: Iterable[str], began: int) -> None:
        """Stamp the files; one that changed since the round began counts as changed."""
        stamps = {}
        for file in files:
            now = self._stamps.get(file)
            if now is None:
                now = _stamp(file)
                if now.changed > began - _CLOCK:
                    now = now._replace(size=-1)
            stamps[file] = now
        self._stamps = stamps

    def _wait(self) -> tuple[str, ...]:
        """What has changed, as soon as something has."""
        changed = self._changed()
        if changed and not self._stop.is_set():
            return changed
        folders = {str(Path(file).parent) for file in self._stamps} | set(self._listings)
        there = [folder for folder in folders if Path(folder).is_dir()]
        events = file_events.changes(there, self._stop, look=LOOK, recursive=False)
        with closing(events):
            for _ in events:
                changed = self._changed()
                if changed:
                    return changed
        raise KeyboardInterrupt

    def _changed(self) -> tuple[str, ...]:
        changed = []
        for file, stamp in self._stamps.items():
            now = _stamp(file)
            if now != stamp:
                changed.append(file)
                self._stamps[file] = now
        changed += [folder for folder, names in self._listings.items() if _listing(folder) != names]
        return tuple(sorted(changed))

    def _folders(self) -> Iterator[str]:
        """Folders in which a new file is a new document."""
        for path in self._paths or ():
            if path.is_dir():
                yield str(path.resolve())
                yield from (str(real(each)) for each in path.rglob("*/") if _is_shown(each))

    def _forget(self, changed: set[str]) -> None:
        """Drop the results that depend on a file that changed, and what was read of schemas."""
        if any(Path(name).name == FILENAME for name in changed):
            self._known.clear()
        documents = {str(real(Path(path))) for path in self._known}
        for path, result in list(self._known.items()):
            if not result.files.isdisjoint(changed):
                del self._known[path]
        if not changed <= documents | set(self._listings):
            grammar.forget()
            rules.forget()
            addresses.forget()


def _is_shown(folder: Path) -> bool:
    return folder.is_dir() and not any(part.startswith(".") for part in folder.parts)


def _stamp(name: str) -> Stamp:
    try:
        status = Path(name).stat()
    except OSError:
        return Stamp(0, 0, 0)
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ino)


def _listing(folder: str) -> frozenset[str]:
    """Which documents and folders a folder holds."""
    try:
        return frozenset(
            each.name
            for each in Path(folder).iterdir()
            if not each.name.startswith(".") and (each.suffix == ".xml" or each.is_dir())
        )
    except OSError:
        return frozenset()
