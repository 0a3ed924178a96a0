# SPDX-License-Identifier: MIT
"""What commands write findings on."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from threading import Event
    from types import FrameType

    from tei_edition.reports.pretty import Style


def style(format_: str, *, limit: int | None = None, verbose: bool = False) -> Style | None:
    """How ``pretty`` writes on this terminal; None for formats that are the same everywhere."""
    if format_ != "pretty":
        return None
    # Not above: a check on every save has to start at once.
    import shutil

    from tei_edition.reports.pretty import Style

    own = Style()
    return Style(
        colour=sys.stdout.isatty() and not os.environ.get("NO_COLOR"),
        limit=own.limit if limit is None else limit,
        verbose=verbose,
        width=shutil.get_terminal_size((own.width, 24)).columns,
    )


def stop_on_interrupt() -> Event:
    """What is set when the user presses Ctrl-C, besides the exception that this raises.

    An exception out of a signal can get lost, in a library for instance; the event is not.
    """
    import signal
    from threading import Event

    from tei_edition.interruption import SIGNALS

    stop = Event()

    def stopping(before: Callable[[int, FrameType | None], object]) -> Callable[..., None]:
        def interrupt(number: int, frame: FrameType | None) -> None:
            stop.set()
            before(number, frame)

        return interrupt

    for number in SIGNALS:
        before = signal.getsignal(number)
        if callable(before):
            signal.signal(number, stopping(before))
    return stop


def watching(changed: Sequence[str], state: str) -> str:
    """What is said after a round of watching: what made it necessary, and what came of it."""
    from pathlib import Path

    from tei_edition.paths import as_named

    named = ", ".join(str(as_named(Path(name))) for name in changed[:3])
    further = f" and {len(changed) - 3} more" if len(changed) > 3 else ""
    cause = f"{named}{further} changed: " if named else ""
    return f"{cause}{state}. Watching; Ctrl-C ends."
