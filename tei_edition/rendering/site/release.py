# SPDX-License-Identifier: MIT
"""A published version of the site, which stays as it is below the version's number.

``site/`` is the current version, ``site/1.0/`` the version 1.0 as it was when it was released. A
release is a copy of the site; it is put in place in one step, and never written over.
"""

from __future__ import annotations

import filecmp
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.citations import events, identifiers
from tei_edition.citations.keeping import registry_of
from tei_edition.citations.standing import Standing
from tei_edition.errors import TeiEditionError
from tei_edition.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tei_edition.citations.registry import Registry
    from tei_edition.edition import Edition


class ReleaseError(TeiEditionError):
    """The version cannot be released; the message says why."""


def version_to_release(edition: Edition, jobs: int | None = 1) -> str:
    """The version that a release is of: what the documents say now, published in just that.

    ``jobs`` is the number of processes; None for as many as the work is worth.

    Raises:
        ReleaseError: the edition has none; it is not the last one published, or the documents or
            the registry have anything that was not published in it.
        TeiEditionError: the registry is not named or not there; it or a file cannot be read.
    """
    if not edition.version:
        raise ReleaseError(f"{edition.file}: set “version” in [edition] to release it")
    registry = registry_of(edition)
    if registry.version != edition.version:
        raise ReleaseError(
            f"version {edition.version} is not published, the last published one is "
            f"{registry.version or 'none'}: run tei-edition ids publish before it is released"
        )
    _check_published(edition, registry, jobs)
    return edition.version


def _check_published(edition: Edition, registry: Registry, jobs: int | None) -> None:
    """Refuse what publishing in the last version once more would refuse, or would add to it."""
    files = list(identifiers.read(edition, jobs))
    weigh = edition.validation.severities.weigh
    found = map(weigh, identifiers.check_units(edition, registry, files))
    errors = sorted(each for each in found if each and each.severity is Severity.ERROR)
    if errors:
        first, *more = errors
        others = f" (and {len(more):,} more: tei-edition ids check)" if more else ""
        raise ReleaseError(
            f"the documents are not what was published as version {edition.version}: "
            f"{first.path}:{first.line}: {first.message}{others}"
        )
    standing = Standing.of(found for units in files for found in units.found)
    again = events.publish(registry, standing, registry.version, registry.versions[-1].date)
    added = sorted(name for name, unit in again.units.items() if unit != registry.units.get(name))
    if added:
        others = f" and {len(added) - 1:,} more" if added[1:] else ""
        raise ReleaseError(
            f"what is new in “{added[0]}”{others} is not published in version {edition.version}: "
            "run tei-edition ids publish before it is released"
        )


def release(folder: Path, written: Iterable[Path], version: str) -> Path:
    """Copy the site that was just written into the folder of its version, and give that.

    What lies in the site from before, such as the files of a document that was withdrawn since, is
    none of the version.

    Raises:
        ReleaseError: the version was released before, and the site is another one now.
        OSError: a file cannot be read or written.
    """
    goal = folder / version
    files = sorted(path.relative_to(folder) for path in written)
    if goal.exists():
        changed = [str(file) for file in files if not _is_same(folder / file, goal / file)]
        if changed:
            raise ReleaseError(
                f"version {version} was released already, and {changed[0]} is another one now: a "
                "published version stays as it is; give the edition the next version"
            )
        return goal
    temporary = Path(tempfile.mkdtemp(dir=folder, prefix=f".{version}."))
    try:
        for file in files:
            (temporary / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(folder / file, temporary / file)
        temporary.chmod(0o755)
        temporary.rename(goal)
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        raise
    return goal


def _is_same(one: Path, other: Path) -> bool:
    return other.is_file() and filecmp.cmp(one, other, shallow=False)
