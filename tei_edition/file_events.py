# SPDX-License-Identifier: MIT
"""What the system reports of files that are saved, renamed or removed."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from tei_edition.errors import TeiEditionError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable
    from threading import Event

QUIET = 50
"""Milliseconds without an event after which a change counts as complete."""


def check_installed() -> None:
    """Raise :class:`TeiEditionError` where the library that reports changes is not installed."""
    try:
        import watchfiles  # noqa: F401 - to say at once that it is missing
    except ImportError as error:
        raise TeiEditionError(
            "--watch needs the package watchfiles: pip install 'tei-edition[watch]'"
        ) from error


def changes(
    folders: Iterable[str],
    stop: Event,
    *,
    look: int,
    recursive: bool,
    counts: Callable[[str], bool] | None = None,
) -> Generator[set[str]]:
    """The paths that something happened to, time after time; nothing after ``look`` milliseconds.

    Args:
        folders: where to look; nothing is missed from the first answer on.
        stop: ends it when it is set.
        look: milliseconds after which there is an answer even if nothing happened.
        recursive: whether folders in these folders count, too.
        counts: whether a path is to be told.

    Raises:
        TeiEditionError: the library is not installed, or the folders cannot be watched.
        KeyboardInterrupt: the user has had enough.
    """
    check_installed()
    from watchfiles import watch

    events = watch(
        *sorted(folders),
        watch_filter=(lambda _, path: counts(path)) if counts else None,
        step=QUIET,
        rust_timeout=look,
        yield_on_timeout=True,
        recursive=recursive,
        raise_interrupt=True,
        stop_event=stop,
    )
    with closing(events):
        while True:
            try:
                found = next(events, None)
            except (OSError, RuntimeError) as error:
                raise TeiEditionError(
                    f"these folders cannot be watched: {error}; if they are too many, leave some "
                    "out or raise the system's limit (on Linux fs.inotify.max_user_watches)"
                ) from error
            if found is None:
                return
            yield {path for _, path in found}
