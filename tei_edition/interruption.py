# SPDX-License-Identifier: MIT
"""A program that is ended from outside: by Ctrl-C, by another program, with its terminal.

The first signal is an exception, which unwinds what is under way, so that no half-written file, no
temporary folder and no process stays. Whatever comes after it ends the program at once: nobody has
to wait twice, and nobody sees a traceback because he pressed the keys again.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from types import FrameType

_MESSAGES = {
    "SIGINT": "interrupted",
    "SIGTERM": "ended by another program (SIGTERM)",
    "SIGHUP": "ended, as its terminal was closed (SIGHUP)",
}

SIGNALS: tuple[signal.Signals, ...] = tuple(
    signal.Signals[name] for name in _MESSAGES if name in signal.Signals.__members__
)
"""By which a program is asked to end; Windows has not all of them."""

_AGAIN = 0.01
"""Seconds after which an exception is raised again that got lost."""


class Ending:
    """What ends this program from outside, and how it leaves then."""

    def __init__(self) -> None:
        self._number = signal.SIGINT
        self._is_said = False
        self.is_at_hand = False
        """Whether the program is about to end: a signal has come, or its work is done."""

    def listen(self) -> None:
        """Take the signals from now on, but for those that somebody had ignored (``nohup``)."""
        for number in SIGNALS:
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._end)
        sys.unraisablehook = self._lost

    def say(self) -> int:
        """Say why the program ends; gives its exit status (128 and the signal's number).

        Processes that were started and not yet known to anybody end, too.
        """
        if "multiprocessing" in sys.modules:
            from multiprocessing import active_children

            for child in active_children():
                child.kill()
        if not self._is_said:
            self._is_said = True
            with suppress(OSError):  # a terminal that is closed
                os.write(2, f"tei-edition: {_MESSAGES[self._number.name]}\n".encode())
        return 128 + self._number

    def _end(self, number: int, _: FrameType | None) -> NoReturn:
        self._number = signal.Signals(number)
        if self.is_at_hand:
            os._exit(self.say())
        self.is_at_hand = True
        raise KeyboardInterrupt

    def _lost(self, unraisable: sys.UnraisableHookArgs) -> None:
        """Raise an interruption again that came where nothing can be raised: in a finaliser."""
        if not issubclass(unraisable.exc_type, KeyboardInterrupt):
            sys.__unraisablehook__(unraisable)
            return
        from threading import Timer

        self.is_at_hand = False
        Timer(_AGAIN, self._repeat).start()

    def _repeat(self) -> None:
        if sys.platform == "win32":
            from _thread import interrupt_main

            interrupt_main(self._number)
        else:
            os.kill(os.getpid(), self._number)  # which also wakes a call that waits
