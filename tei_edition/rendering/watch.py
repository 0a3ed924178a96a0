# SPDX-License-Identifier: MIT
"""Rendering again whenever something that it may follow from is saved.

What is concerned need not be found out here: what a page follows from is known when it is made
(:mod:`tei_edition.rendering.kept`), and all that is as it was is left alone.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import closing
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from tei_edition import file_events
from tei_edition.cache_folder import cache_folder
from tei_edition.edition import Edition

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

LOOK = 500
"""Milliseconds after which it is looked whether the watching has been ended."""


def rounds(
    paths: Sequence[Path] | None,
    folder: Path,
    ours: Collection[Path] = (),
    stop: Event | None = None,
) -> Iterator[tuple[str, ...]]:
    """Nothing at first, then what was saved, as soon as something was; without end.

    What is saved while a round is under way makes a further one.

    Args:
        paths: what is rendered; None for the edition of the working directory. Of a file, all of
            its folder is watched, and of what belongs to an edition the edition's folder, with all
            that is in it but for what begins with a dot.
        folder: where the site is written to, which is no reason to render again; unless the
            sources lie in it, too.
        ours: the files of the site, absolute, for where the sources lie in its folder. The caller
            may add to them.
        stop: ends the watching when it is set.

    Raises:
        TeiEditionError: the library that reports changes is not installed, the folders cannot be
            watched, or there is no edition.
        KeyboardInterrupt: the user has had enough.
    """
    places = _places(paths)
    apart = [f for f in _written_to(folder) if not any(place.is_relative_to(f) for place in places)]

    def counts(name: str) -> bool:
        path = Path(name)
        around = next((place for place in places if path.is_relative_to(place)), path.parent)
        hidden = any(part.startswith(".") for part in path.relative_to(around).parts)
        return not (hidden or path in ours or any(map(path.is_relative_to, apart)))

    folders = map(str, places)
    events = file_events.changes(folders, stop or Event(), look=LOOK, recursive=True, counts=counts)
    with closing(events):
        next(events, None)  # from now on, nothing is missed
        yield ()
        for changes in events:
            if changes:
                # Many editors write another file first, and rename it.
                yield tuple(sorted(filter(os.path.exists, changes)) or sorted(changes))
    raise KeyboardInterrupt


def _written_to(site: Path) -> set[Path]:
    """The folders that rendering itself writes to."""
    folders = {site, Path(tempfile.gettempdir()), cache_folder("") or site}
    return {f.absolute() for f in folders} | {Path(os.path.realpath(f)) for f in folders}


def _places(paths: Sequence[Path] | None) -> list[Path]:
    """The folders to watch, none within another."""
    if paths is None:
        folders = {Edition.find(takes_files=True).root}
    else:
        folders = {path if path.is_dir() else path.parent for path in map(Path.resolve, paths)}
        edition = Edition.containing(paths[0])
        folders |= {edition.root} if edition else set()
    return sorted(f for f in folders if not any(f != g and f.is_relative_to(g) for g in folders))
