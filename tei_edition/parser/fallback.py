# SPDX-License-Identifier: MIT
"""The content of an ``xi:include`` element: swallowed, but for a fallback that is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tei_edition.findings import Severity
from tei_edition.parser.names import FALLBACK, INCLUDE
from tei_edition.parser.stream import Handlers

if TYPE_CHECKING:
    from tei_edition.parser.frame import Frame
    from tei_edition.parser.stream import Stream


class Failure(NamedTuple):
    """Why nothing was included."""

    words: str
    hint: str = ""
    code: str = "xinclude-missing"


class Swallow:
    """Keeps the children of an ``xi:include`` from the handlers, but for a needed fallback."""

    def __init__(
        self,
        stream: Stream,
        frame: Frame,
        place: tuple[str, int, int],
        failure: Failure | None,
    ) -> None:
        self._stream = stream
        self._frame = frame
        self._place = place
        self._failure = failure
        self._handlers = frame.handlers()
        self._depth = 0
        self._fallbacks = 0

    def put(self) -> None:
        """Swallow from here on."""
        self._frame.put(Handlers(self._inside, self._leave, None))

    def _restore(self) -> None:
        self._frame.put(self._handlers)

    def _inside(self, name: str, attributes: list[str]) -> None:
        self._depth += 1
        if name != FALLBACK or self._depth > 1:
            return
        self._fallbacks += 1
        if self._fallbacks > 1:
            self._stream.fault(
                "xinclude-wrong", "an xi:include can have one xi:fallback", element="xi:fallback"
            )
        elif self._failure:
            if self._failure.code != "xinclude-missing":
                self._say(f"{self._failure.words}; its xi:fallback is taken", Severity.WARNING)
            self._fall_back()

    def _fall_back(self) -> None:
        """Give the fallback's content to the handlers, until its end tag."""
        self._restore()
        parser = self._frame.expat
        start, end = self._handlers.start, self._handlers.end
        depth = 1

        def deeper(name: str, attributes: list[str]) -> None:
            nonlocal depth
            if name != INCLUDE:
                depth += 1
            if start is not None:
                start(name, attributes)

        def shallower(name: str) -> None:
            nonlocal depth
            depth -= 1
            if depth:
                if end is not None:
                    end(name)
                return
            self._handlers = self._handlers._replace(text=parser.CharacterDataHandler)
            self._depth = 0
            self.put()

        parser.StartElementHandler = deeper
        parser.EndElementHandler = shallower

    def _leave(self, name: str) -> None:
        if self._depth:
            self._depth -= 1
            return
        self._restore()
        if self._failure and not self._fallbacks:
            self._say(self._failure.words, Severity.ERROR)

    def _say(self, words: str, severity: Severity) -> None:
        """Note what the failure is, where the ``xi:include`` stands."""
        if self._failure:
            code, hint = self._failure.code, self._failure.hint
            self._stream.fault(
                code, words, hint, at=self._place, element="xi:include", severity=severity
            )
