# SPDX-License-Identifier: MIT
"""Which documents a run is about, and what their edition says of each."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.checks.addresses import Addresses
from tei_edition.checks.document import Task
from tei_edition.errors import TeiEditionError
from tei_edition.paths import as_named, edition_around, expand_names, look_at, real

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.edition import Edition


class Selected(NamedTuple):
    """One document of a run."""

    task: Task
    size: int
    """Bytes."""
    edition: Edition | None
    """The edition whose folder it lies in."""


class Selection(NamedTuple):
    """The documents of a run."""

    files: tuple[Selected, ...]
    left_out: int = 0
    """Documents that ``[validation] exclude`` leaves out."""
    edition: Edition | None = None
    """The edition that is checked as a whole; None where paths were named."""


def whole(catalogs: Sequence[str]) -> Selection:
    """All documents and authorities of the edition of the working directory.

    Raises:
        TeiEditionError: there is no edition, it cannot be used, or it leaves out everything.
    """
    from tei_edition.edition import Edition

    edition = Edition.find(takes_files=True)
    kept = [path for path in edition.files if not _is_excluded(path, edition)]
    if not kept:
        raise TeiEditionError(f"{edition.file}: [validation] exclude leaves out every document")
    files = tuple(_selected(as_named(path), edition, catalogs, is_own=True) for path in kept)
    return Selection(files, len(edition.files) - len(kept), edition)


def named(paths: Sequence[Path], catalogs: Sequence[str]) -> Selection:
    """Files, and the ``.xml`` files in folders but for those that their edition leaves out.

    Raises:
        TeiEditionError: a path that is named is not there or not readable; a folder holds nothing
            to check.
    """
    editions: dict[str, Edition | None] = {}
    members: dict[str, frozenset[Path]] = {}
    files = []
    left_out = 0
    asked = set(map(str, paths))
    for name in expand_names(paths):
        folder = os.path.dirname(name)
        if folder not in editions:
            editions[folder] = found = _edition_of(Path(name))
            members[folder] = _citable(found)
        edition = editions[folder]
        if edition is None:
            size, problem = look_at(name)
            if problem and name in asked:
                raise TeiEditionError(f"“{name}” cannot be read: {problem}")
            files.append(
                _unreadable(name, problem, None)
                if problem
                else _without_edition(name, size, catalogs)
            )
            continue
        file = Path(name)
        if _is_excluded(file, edition) and file not in paths:
            left_out += 1
        else:
            is_own = bool(members[folder]) and real(file) in members[folder]
            selected = _selected(file, edition, catalogs, is_own=is_own)
            if selected.task.unreadable and name in asked:
                raise TeiEditionError(f"“{name}” cannot be read: {selected.task.unreadable}")
            files.append(selected)
    if not files:
        raise TeiEditionError(
            f"nothing to check: [validation] exclude leaves out all {left_out} files; "
            "a file that is named itself is checked nevertheless"
        )
    return Selection(tuple(files), left_out)


def _edition_of(file: Path) -> Edition | None:
    """The edition that a file lies in; most files that are named lie in none."""
    if edition_around(file) is None:
        return None
    from tei_edition.edition import Edition

    return Edition.containing(file)


def _citable(edition: Edition | None) -> frozenset[Path]:
    """The files of an edition that has a registry: others in its folder are not part of it."""
    if edition is None or edition.registry is None:
        return frozenset()
    return frozenset(map(real, edition.files))


def amount_to(paths: Sequence[Path], size: int) -> bool:
    """Whether files, and those in folders, come to so many bytes; no more of them is looked at.

    What cannot be read counts for nothing: :func:`named` says so.
    """
    found = 0
    with suppress(OSError, TeiEditionError):
        for file in expand_names(paths):
            found += os.stat(file).st_size
            if found > size:
                return True
    return False


def _is_excluded(path: Path, edition: Edition) -> bool:
    exclude = edition.validation.exclude
    return bool(exclude.patterns) and exclude.fits(_within(path, edition))


def _within(path: Path, edition: Edition) -> str:
    """The path relative to the edition, with slashes."""
    resolved = real(path)
    root = edition.root.resolve()
    return (resolved.relative_to(root) if resolved.is_relative_to(root) else resolved).as_posix()


# One object for all documents of an edition: so it crosses to another process once a chunk.
_addresses = lru_cache(maxsize=64)(Addresses)


def _without_edition(file: str, size: int, catalogs: Sequence[str]) -> Selected:
    task = Task(file, os.path.dirname(file) or ".", (), _addresses((), tuple(catalogs)))
    return Selected(task, size, None)


def _unreadable(file: str, problem: str, edition: Edition | None) -> Selected:
    """A file of which nothing is known but why it cannot be read."""
    folder = os.path.dirname(file) or "."
    task = Task(file, folder, (), _addresses((), ()), unreadable=problem)
    return Selected(task, 0, edition)


def _selected(path: Path, edition: Edition, catalogs: Sequence[str], *, is_own: bool) -> Selected:
    size, problem = look_at(str(path))
    if problem:
        return _unreadable(str(path), problem, edition)
    settings = edition.validation
    schemas = settings.schemas
    if settings.by_path:
        schemas = settings.schemas_for(_within(path, edition))
    addresses = _addresses(settings.addresses, (*catalogs, *settings.catalogs))
    if edition.conventions:
        from tei_edition.checks.transcript import conventions

        conventions(edition.conventions)  # so that what is wrong with them is said before all else
    task = Task(
        str(path),
        str(edition.root),
        schemas,
        addresses,
        edition.conventions,
        edition.period,
        edition.units if is_own and edition.registry else None,
    )
    return Selected(task, size, edition)
