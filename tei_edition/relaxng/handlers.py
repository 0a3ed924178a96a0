# SPDX-License-Identifier: MIT
"""The handlers that expat calls: what an event costs where nothing is at fault.

They are closures over a few local variables, since this is where the time goes. All that is out
of the ordinary is :class:`tei_edition.relaxng.run.Run`'s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.parser import INCLUDE
from tei_edition.relaxng.datatypes.whitespace import WHITE_SPACE
from tei_edition.relaxng.states import TEXT_ALLOWED, state_after

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.parsers.expat import XMLParserType

    from tei_edition.relaxng.run import Run
    from tei_edition.relaxng.states import State

UNKNOWN = -1
"""The mode when the text handler may not be that of the state."""

_BLANKS = 1_000
"""Different stretches of white space remembered."""


class _Blanks(dict[str, None]):
    """White space seen before. Its ``__getitem__`` is the text handler: no Python runs for it."""

    __slots__ = ("_text",)

    def __init__(self, text: Callable[[str], None]) -> None:
        super().__init__()
        self._text = text

    def __missing__(self, data: str) -> None:
        if data.strip(WHITE_SPACE):
            self._text(data)
        elif len(data) < 200:
            if len(self) >= _BLANKS:
                self.clear()
            self[data] = None


def handlers(
    run: Run,
) -> tuple[Callable[[str, list[str]], None], Callable[[str], None], Callable[[str], None]]:
    """The handlers of start tags, end tags and text."""
    stream = run.stream
    state = run.automaton.initial()
    mode = UNKNOWN
    parser: XMLParserType
    ways = run.ways
    push, pop = ways.append, ways.pop
    notice = run.notice

    def switched(expat: XMLParserType) -> None:
        nonlocal parser
        parser = run.expat = expat
        run.path = stream.frame.path

    def start(name: str, attributes: list[str]) -> None:
        nonlocal state, mode
        try:
            way = state.ways[name]
            if attributes:
                if len(attributes) == 2:
                    following, checks, noticed, known, learn = way[0].one[attributes[0]]
                    if attributes[1] not in known and not learn(attributes[1]):
                        raise KeyError
                else:
                    following, checks, noticed, _, _ = way[0].several[tuple(attributes[::2])]
                    for index, known, learn in checks:
                        if attributes[index] not in known and not learn(attributes[index]):
                            raise KeyError
                if noticed:
                    notice(name, attributes, noticed)
            else:
                following = way[3]  # type: ignore[assignment]  # None is dealt with below
                if following is None:
                    raise KeyError
        except KeyError:
            if name == INCLUDE:
                include(attributes)
                return
            way, following = run.start(state, name, attributes)
        push(way)
        state = following
        if following.mode != mode:
            mode = following.mode
            parser.CharacterDataHandler = texts[mode]

    def end(name: str) -> None:
        nonlocal state, mode
        if state.final:
            after: State = pop()[1]  # type: ignore[assignment]  # never None in a final state
        else:
            after = run.end(state, pop())
        state = after
        if after.mode != mode:
            mode = after.mode
            parser.CharacterDataHandler = texts[mode]

    def text(data: str) -> None:
        nonlocal state, mode
        if state.mode != TEXT_ALLOWED:
            state = run.text(state, data)
            # Not switched here: pyexpat would hand its buffer over to the old handler again.
            mode = UNKNOWN

    def include(attributes: list[str]) -> None:
        nonlocal state, mode
        depth = len(ways)
        stream.include(attributes)
        if len(ways) > depth:
            # The included file broke off within elements: they are closed without a word.
            state = state_after(ways[depth])
            del ways[depth:]
            mode = UNKNOWN

    texts = (None, _Blanks(text).__getitem__, run.chunks.append)
    stream.switched = switched
    return start, end, text
