# SPDX-License-Identifier: MIT
"""What was written into a site last time, and from what: only what has changed is made again.

A page follows from the toolkit, from an edition's words and templates, and from what a stylesheet
is given of the document and of the edition. Of all that a digest is kept, and one of the page.
Where both are what they were, the page is left as it lies there; whatever else happened to the
site, to the sources or to what is kept, the page is made. No page is kept here, so that none can
be out of date.

This is an SQLite file for each site in the platform's cache folder. Where it cannot be read or
written, pages are made as if there were none; what is damaged in it counts as not there.
"""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.cache_folder import cache_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_TABLES = {
    "made": ["name", "given", "content", "said", "seal"],
    "described": ["name", "given", "content", "seal"],
}
"""The columns of the files of a site, and of the files that it is made of. The first one tells
which it is, the last is a digest of the others."""

_PATIENCE = 1.0
"""Seconds that this run waits for another that writes what it has made of the same site."""

_NO_DAMAGE = frozenset(
    {
        *(sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_INTERRUPT),
        *(sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_NOMEM),
        *(sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM),
    }
)
"""Errors of SQLite that say nothing against the file: another run is at it, there is no room, or it
cannot be written to."""

_SITES = 100
"""Sites of which it is kept what was written into them last."""

_AT_ONCE = 100
"""Files after which what is known of them is written down."""

_MOST_AT_ONCE = 1 << 20
"""Characters of what is known of them, after which it is, too."""


class Described(NamedTuple):
    """A document, and what was found out about it."""

    name: str
    """The path of its file."""
    given: str
    """A digest of all that it follows from."""
    content: str


class Made(NamedTuple):
    """A file of a site, and what it was made from."""

    name: str
    """Its name in the site's folder."""
    given: str
    """A digest of all that it follows from."""
    content: str
    """A digest of what was written."""
    said: Mapping[str, str] = {}
    """What other pages take from it: entries for the edition's lists, as markup."""


def digest(parts: Iterable[str | bytes]) -> str:
    """A digest of texts: another for other texts, and for the same ones parted elsewhere."""
    found = blake2b(digest_size=20)
    for part in parts:
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(b"%d:" % len(content))
        found.update(content)
    return found.hexdigest()


def is_as_made(folder: Path, last: Made, given: str) -> bool:
    """Whether a file lies there as it would be made from what is given now."""
    if last.given != given:
        return False
    try:
        return digest([(folder / last.name).read_bytes()]) == last.content
    except OSError:
        return False


def place(folder: Path) -> Path | None:
    """The file for a site; None for who has no home."""
    kept = cache_folder("rendered")
    return kept and kept / f"{digest([os.path.realpath(folder)])}.sqlite"


class Kept:
    """What was written into one site.

    ``file`` is the SQLite file, ``folder`` the site's. Without a file nothing is known or kept.
    """

    def __init__(self, file: Path | None, folder: Path) -> None:
        self._folder = folder
        self._file = file or Path()
        self._database = _opened(file) if file else None
        self._new: list[Made | Described] = []
        self._size = 0

    def has_any(self) -> bool:
        """Whether anything is known of the site: then few pages are likely to be made."""
        return bool(self._rows("SELECT name FROM made LIMIT 1"))

    def last(self, name: str) -> Made | None:
        """What is known of a file; None for nothing."""
        row = self._row("made", name)
        if not row:
            return None
        name, given, content, said = row
        return Made(name, given, content, json.loads(said))

    def described(self, name: str) -> Described | None:
        """What was found out about a document; None for nothing."""
        row = self._row("described", name)
        return Described(*row) if row else None

    def keep(self, known: Made | Described) -> None:
        """Keep what was found out about a document, or what a file was made from, once it lies in
        its place."""
        self._new.append(known)
        self._size += len(known.content)
        if len(self._new) >= _AT_ONCE or self._size >= _MOST_AT_ONCE:
            self._write()

    def close(self) -> None:
        """Let go of the file, and of what is known of files that are there no longer."""
        self._write()
        for table, folder in (("made", self._folder), ("described", Path())):
            names = [str(name) for (name,) in self._rows(f"SELECT name FROM {table}")]  # noqa: S608
            gone = [(name,) for name in names if not os.path.lexists(os.path.join(folder, name))]
            self._change(f"DELETE FROM {table} WHERE name = ?", gone)  # noqa: S608 - ours
        if self._database is not None:
            self._database.close()
            self._database = None

    def _write(self) -> None:
        for table, kind in (("made", Made), ("described", Described)):
            rows = [_sealed(known) for known in self._new if isinstance(known, kind)]
            gaps = ", ".join("?" * len(_TABLES[table]))
            self._change(f"INSERT OR REPLACE INTO {table} VALUES ({gaps})", rows)  # noqa: S608
        self._new.clear()
        self._size = 0

    def _row(self, table: str, name: str) -> list[str] | None:
        """What is kept under a name, where it is as it was written."""
        for row in self._rows(f"SELECT * FROM {table} WHERE name = ?", name):  # noqa: S608 - ours
            *known, seal = map(str, row)
            return known if digest(known) == seal else None
        return None

    def _rows(self, query: str, *values: str) -> list[tuple[object, ...]]:
        if self._database is None:
            return []
        try:
            return self._database.execute(query, values).fetchall()
        except UnicodeEncodeError:  # a path in the letters of another system: none is kept
            return []
        except sqlite3.Error as error:
            self._give_up(error)
            return []

    def _change(self, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
        if self._database is None:
            return
        try:
            self._database.executemany(statement, rows)
            self._database.commit()
        except sqlite3.Error as error:
            self._give_up(error)

    def _give_up(self, error: sqlite3.Error) -> None:
        """Keep nothing more in this run."""
        if self._database is not None:
            self._database.close()
            self._database = None
            _remove_damaged(self._file, error)


def _sealed(known: Made | Described) -> tuple[str, ...]:
    row = [*known[:3], *([json.dumps(known.said)] if isinstance(known, Made) else ())]
    return (*row, digest(row))


def _opened(file: Path) -> sqlite3.Connection | None:
    """The database of a file; None where another run is at it, or it cannot be read."""
    for _ in range(2):
        database = None
        try:
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            database = sqlite3.connect(file, timeout=_PATIENCE)
            database.text_factory = lambda content: content.decode("utf-8", "replace")
            database.execute("PRAGMA synchronous = OFF")
            for table, columns in _TABLES.items():
                said = f"{', '.join(columns)}, PRIMARY KEY (name)"
                database.execute(f"CREATE TABLE IF NOT EXISTS {table} ({said}) WITHOUT ROWID")
                if columns != [row[1] for row in database.execute(f"PRAGMA table_info({table})")]:
                    raise sqlite3.DatabaseError("of another version of the toolkit")
        except (sqlite3.Error, OSError) as error:
            if database is not None:
                database.close()
            if not _remove_damaged(file, error):
                return None
        else:
            with suppress(OSError):  # all can be read where nothing can be written
                os.utime(file)
                _prune(file.parent)
            return database
    return None


def _remove_damaged(file: Path, error: Exception) -> bool:
    """Remove a file that an error says is none of ours, or damaged; whether that was so."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # without what says more of some
    if not isinstance(error, sqlite3.Error) or code in _NO_DAMAGE:
        return False
    with suppress(OSError):
        _remove(file)
    return True


def _remove(file: Path) -> None:
    file.unlink(missing_ok=True)
    # What a run that was killed has left there would be taken for the next file's own.
    file.with_name(f"{file.name}-journal").unlink(missing_ok=True)


def _prune(folder: Path) -> None:
    """Let go of the sites that were written to longest ago, where there are many."""
    files = list(folder.glob("*.sqlite"))
    if len(files) > _SITES:
        files.sort(key=lambda file: file.stat().st_mtime)
        for file in files[: -_SITES // 2]:
            _remove(file)
