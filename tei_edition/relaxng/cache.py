# SPDX-License-Identifier: MIT
"""Simplified schemas on disk: read where nothing has changed, rebuilt where anything is amiss.

An entry is named by the engine's version and the content of the schema. It begins with a digest
of the rest, and lists the files that the schema is made of, each with a digest of its content.
Entries are written beside their place and renamed into it, so that any number of processes may
share a folder.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

try:
    from _blake2 import blake2b  # what hashlib has; hashlib loads OpenSSL, too
except ImportError:
    from hashlib import blake2b

from tei_edition import __version__
from tei_edition.cache_folder import cache_folder
from tei_edition.relaxng.simplified import Simplified

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tei_edition.relaxng.storage import Json

FORMAT = 3
"""To be raised with every change of what is stored, or of what simplification makes."""

_MAX_ENTRY = 100_000_000
_MAX_ENTRIES = 200


def default_folder() -> Path | None:
    """The folder for compiled schemas; None for who has no home."""
    return cache_folder("relaxng")


def fetch(folder: Path, path: Path) -> tuple[Simplified, list[Path]] | None:
    """The stored schema of a file, with the files it is made of; none where there is none.

    Nothing is raised for an entry that is damaged or foreign: it counts as none.
    """
    try:
        main = path.resolve(strict=True)
        content = main.read_bytes()
        entry = _place(folder, content)
        if entry.stat().st_size > _MAX_ENTRY:
            return None
        digest, _, body = entry.read_bytes().partition(b"\n")
        if digest != _digest(body).encode():
            return None
        stored = json.loads(body)
        files = _unchanged(main, content, stored["files"])
        if files is None:
            return None
        return Simplified(stored["schema"], str(path)), files
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None


def store(folder: Path, rows: Mapping[str, Json], contents: Mapping[Path, bytes]) -> None:
    """Keep a schema. A folder that cannot be written to is no reason to stop: nothing is kept."""
    main = next(iter(contents))
    try:
        files = {
            path.relative_to(main.parent).as_posix(): _digest(content)
            for path, content in contents.items()
        }
        entry_of = {"files": files, "schema": rows}
        text = json.dumps(entry_of, separators=(",", ":"), ensure_ascii=False)
        body = text.encode("utf-8", "surrogatepass")
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        entry = _place(folder, contents[main])
        scratch = entry.with_name(f"{entry.name}.{os.getpid()}")
        scratch.write_bytes(_digest(body).encode() + b"\n" + body)
        scratch.replace(entry)
        _prune(folder)
    except (OSError, RecursionError):
        return


def _prune(folder: Path) -> None:
    """Let go of the entries written longest ago, where there are many."""
    entries = list(folder.iterdir())
    if len(entries) > _MAX_ENTRIES:
        entries.sort(key=lambda entry: entry.stat().st_mtime)
        for entry in entries[: -_MAX_ENTRIES // 2]:
            entry.unlink(missing_ok=True)


def _place(folder: Path, content: bytes) -> Path:
    return folder / f"{_digest(content, f'{__version__} {FORMAT}'.encode())}.json"


def _digest(content: bytes, key: bytes = b"") -> str:
    return blake2b(content, digest_size=20, key=key).hexdigest()


def _unchanged(main: Path, content: bytes, files: Mapping[str, str]) -> list[Path] | None:
    found = []
    for name, digest in files.items():
        path = (main.parent / name).resolve(strict=True)
        if not path.is_relative_to(main.parent):
            return None
        if _digest(content if path == main else path.read_bytes()) != digest:
            return None
        found.append(path)
    return found if found and found[0] == main else None
