# SPDX-License-Identifier: MIT
"""What was written into a site last time, and from what: only what has changed is made again.

A page follows from the toolkit, from an edition's words and templates, and from what a stylesheet
is given of the document and of the edition. Of all that a digest is kept, and one of the page.
Where both are what they were, the page is left as it lies there; whatever else happened to the
site, to the sources or to what is kept, the page is made. No page is kept here, so that none can
be out of date.

This is an SQLite file for each site in the platform's cache folder. Where it cannot be read or
written, pages are made as if there were none.
"""

from __future__ import annotations

import json
import os
import re
import sqlite3
import sys
from contextlib import suppress
from functools import lru_cache
from hashlib import blake2b
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tei_edition import resources
from tei_edition.cache_folder import cache_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_TABLE = """CREATE TABLE IF NOT EXISTS made
  (name PRIMARY KEY, given, content, said) WITHOUT ROWID"""

_COLUMNS = ["name", "given", "content", "said"]

_SITES = 100
"""Sites of which it is kept what was written into them last."""

_AT_ONCE = 100
"""Files after which what is known of them is written down."""


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


@lru_cache(maxsize=1)
def toolkit() -> str:
    """A digest of all that the toolkit itself puts into a page: its own files and stylesheets, and
    the versions of Python and of the packages that it needs."""
    package = Path(__file__).resolve().parent.parent
    folders = (package, resources.stylesheet(""))
    files = {file for folder in folders for file in folder.rglob("*") if _counts(file)}
    parts: list[str | bytes] = [sys.version]
    for name in sorted(_packages()):
        with suppress(metadata.PackageNotFoundError):
            parts += [name, metadata.version(name)]
    for file in sorted(files):
        parts += [file.name, file.read_bytes()]
    return digest(parts)


def _counts(file: Path) -> bool:
    return file.suffix not in {"", ".pyc"} and file.is_file()


def _packages() -> set[str]:
    """The packages that the toolkit needs or can use."""
    try:
        required = metadata.requires("tei-edition") or []
    except metadata.PackageNotFoundError:  # a checkout that is not installed
        return set()
    return {found[0] for line in required if (found := re.match(r"[\w.-]+", line))}


def place(folder: Path) -> Path | None:
    """The file for a site; None for who has no home."""
    kept = cache_folder("rendered")
    return kept and kept / f"{digest([os.fspath(folder.resolve())])}.sqlite"


class Kept:
    """What was written into one site.

    ``file`` is the SQLite file, ``folder`` the site's. Without a file nothing is known or kept.
    """

    def __init__(self, file: Path | None, folder: Path) -> None:
        self._folder = folder
        self._database = _opened(file) if file else None
        self._new: list[tuple[str, str, str, str]] = []

    def has_any(self) -> bool:
        """Whether anything is known of the site: then few pages are likely to be made."""
        return self._row("SELECT name FROM made LIMIT ?", 1) is not None

    def last(self, name: str) -> Made | None:
        """What is known of a file, but for what other pages take from it; None for nothing."""
        row = self._row("SELECT name, given, content FROM made WHERE name = ?", name)
        return Made(str(row[0]), str(row[1]), str(row[2])) if row else None

    def said(self, name: str) -> dict[str, str]:
        """What other pages take from a file."""
        row = self._row("SELECT said FROM made WHERE name = ?", name)
        return dict(json.loads(str(row[0]))) if row else {}

    def keep(self, made: Made) -> None:
        """Keep what a file was made from, once it lies in its place."""
        self._new.append((made.name, made.given, made.content, json.dumps(made.said)))
        if len(self._new) >= _AT_ONCE:
            self._write()

    def close(self) -> None:
        """Let go of the file, and of what is known of files that the site no longer has."""
        self._write()
        if self._database is None:
            return
        with suppress(sqlite3.Error):
            names = [name for (name,) in self._database.execute("SELECT name FROM made")]
            gone = [(name,) for name in names if not (self._folder / name).exists()]
            self._database.executemany("DELETE FROM made WHERE name = ?", gone)
            self._database.commit()
        self._database.close()
        self._database = None

    def _row(self, query: str, value: str | int) -> tuple[object, ...] | None:
        row: tuple[object, ...] | None = None
        if self._database is not None:
            with suppress(sqlite3.Error):
                row = self._database.execute(query, (value,)).fetchone()
        return row

    def _write(self) -> None:
        if self._database is not None:
            try:
                self._database.executemany(
                    "INSERT OR REPLACE INTO made VALUES (?, ?, ?, ?)", self._new
                )
                self._database.commit()
            except sqlite3.Error:  # another run is at it, or there is no room
                self._database.close()
                self._database = None
        self._new.clear()


def _opened(file: Path) -> sqlite3.Connection | None:
    for _ in range(2):
        try:
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            database = sqlite3.connect(file, timeout=1)
            database.execute("PRAGMA synchronous = OFF")
            database.execute(_TABLE)
            columns = [row[1] for row in database.execute("PRAGMA table_info(made)")]
        except sqlite3.OperationalError:
            return None  # another run is at it, or the folder cannot be written to
        except sqlite3.DatabaseError:
            file.unlink(missing_ok=True)  # damaged
        except OSError:
            return None
        else:
            if columns == _COLUMNS:
                os.utime(file)
                _prune(file.parent)
                return database
            database.close()
            file.unlink(missing_ok=True)
    return None


def _prune(folder: Path) -> None:
    """Let go of the sites that were written to longest ago, where there are many."""
    files = list(folder.glob("*.sqlite"))
    if len(files) > _SITES:
        files.sort(key=lambda file: file.stat().st_mtime)
        for file in files[: -_SITES // 2]:
            file.unlink(missing_ok=True)
