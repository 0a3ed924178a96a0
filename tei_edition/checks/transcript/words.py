# SPDX-License-Identifier: MIT
"""The words of a document as its transcription has them, each with the element that holds it.

One walk over the stream, XInclude followed: text, what the conventions write for an element, and
white space where a block begins or ends. A word is what stands between white space; it belongs to
the element in which its first letter or figure stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.checks.records import Spot
from tei_edition.checks.transcript.tokens import Adjacency, joins_left, spaced
from tei_edition.parser import INCLUDE, XML_ID, local_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tei_edition.checks.transcript.conventions import Conventions, Report
    from tei_edition.parser import Stream

_ALTERNATIVES = frozenset({"choice", "app", "subst"})
_NO_PARTS = frozenset({"note", "pc", "c"})
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_LINE = "\u2028"
"""Stands for the white space at a block's ends, to tell it from that within lines."""


class Word(NamedTuple):
    """One word and the element that holds it."""

    text: str
    spot: Spot
    starts_block: bool
    """Whether it is the first one after the beginning or end of a block."""


@dataclass(slots=True)
class _Open:
    """An element that is open."""

    name: str
    spot: Spot
    attributes: dict[str, str]
    report: Report | None
    is_block: bool
    silent: bool
    """Whether its words are left out."""
    bracketed: bool = False
    members: list[tuple[str, int, int]] = field(default_factory=list)
    """Of a choice: each member's name, and where its pieces begin and end."""
    begin: int = 0
    reported: int = -1
    """Index of the piece that opens its report."""


class Walk:
    """Collects the words of one document.

    Args:
        stream: the document; its handlers are set here.
        conventions: how its transcription writes.
        responsibility: gives the words of the ``resp`` that a pointer in a file leads to.
    """

    def __init__(
        self,
        stream: Stream,
        conventions: Conventions,
        responsibility: Callable[[str, str], str],
    ) -> None:
        self._stream = stream
        self._conventions = conventions
        self._responsibility = responsibility
        self._open: list[_Open] = []
        self._pieces: list[tuple[str, Spot]] = []
        self._texts = 0
        """How many ``text`` elements are open; what stands outside is no text."""
        self._silent = 0
        self._brackets = 0
        self._has_ended = False
        """Whether the last that was read is the end of an element."""
        self._is_glued = False
        """Whether the next words follow others that they do not belong to."""
        self._adjacency = Adjacency()

    def words(self) -> list[Word]:
        """Read the document to its end; what stopped it is in the stream's faults."""
        self._stream.run(self._start, self._end, self._text)
        return list(_words(spaced(self._pieces)))

    def _start(self, name: str, attributes: list[str]) -> None:
        if name == INCLUDE:
            self._stream.include(attributes)
            return
        element = local_name(name)
        given = dict(zip(attributes[::2], attributes[1::2], strict=True))
        spot = Spot(*self._stream.position(), element, given.get(XML_ID, ""))
        parent = self._open[-1] if self._open else None
        rules = self._conventions
        report = rules.report(element, given)
        silent = (element in rules.omitted and report is None) or (
            report is not None and self._is_editors(given, spot.path)
        )
        is_block = element in rules.blocks or (
            parent is not None and parent.name in rules.containers
        )
        if parent is not None and parent.name in rules.parts and element not in _NO_PARTS:
            follows = self._has_ended or (parent.name == "castItem" and self._ends_with_mark())
            self._is_glued = follows and element not in rules.points
        self._has_ended = False
        opened = _Open(element, spot, given, report, is_block, silent, begin=len(self._pieces))
        self._open.append(opened)
        self._texts += element == "text"
        self._silent += silent
        if self._silent or not self._texts:
            return
        if is_block:
            self._pieces.append((_LINE, spot))
        elif self._parts(opened):
            self._pieces.append((_LINE if element == "lb" else " ", spot))
        last = self._pieces[-1][0] if self._pieces else ""
        if joins_left(given) and last.isspace() and last != _LINE:
            self._pieces.pop()
        between = self._adjacency.start(element, given)
        if between is not None:
            self._pieces.append((between, spot))
        if report is not None:
            self._begin(opened, report)

    def _ends_with_mark(self) -> bool:
        """Whether the words so far end with a mark, as a part does that a player follows."""
        return bool(self._pieces) and self._pieces[-1][0][-1:] in (",", ".", ";", ":")

    def _begin(self, opened: _Open, report: Report) -> None:
        """What stands before the words of a reported element."""
        rules = self._conventions
        before = rules.wording(report.before, opened.attributes)
        if report.around:
            self._brackets += 1
            opened.bracketed = True
            before = rules.opening * self._marks() + before
        opened.reported = len(self._pieces)
        self._part("")
        # Behind words of its own (“stamp:”) come those of the element, after a space.
        self._pieces.append((before + " " if report.before else before, opened.spot))

    def _end(self, _name: str) -> None:
        closed = self._open.pop()
        self._has_ended = closed.name not in self._conventions.points
        heard = self._texts and not self._silent
        if heard:
            self._adjacency.end(closed.name)
        self._texts -= closed.name == "text"
        self._silent -= closed.silent
        if closed.report is not None and heard:
            self._finish(closed, closed.report)
        if closed.name in _ALTERNATIVES and closed.members and heard:
            self._choose(closed)
        if self._open and self._open[-1].name in _ALTERNATIVES and closed.name != "text":
            member = (closed.name, closed.begin, len(self._pieces))
            self._open[-1].members.append(member)
        if closed.is_block and heard:
            parent = self._open[-1].spot if self._open else closed.spot
            self._pieces.append((_LINE, parent))
        elif heard and closed.report is not None and self._parts(closed):
            self._pieces.append((" ", closed.spot))

    def _parts(self, opened: _Open) -> bool:
        """Whether an element is a point that parts words."""
        name, attributes = opened.name, opened.attributes
        return name in self._conventions.points and attributes.get("break") != "no"

    def _finish(self, closed: _Open, report: Report) -> None:
        """What stands behind the words of a reported element."""
        rules = self._conventions
        after = rules.wording(report.after, closed.attributes)
        if closed.bracketed:
            if rules.unclosed not in closed.attributes.get("rend", "").split():
                after += rules.closing * self._marks()
            self._brackets -= 1
        if after:
            # A bracket closes on the last word, whatever white space the source has before it.
            while self._pieces and self._pieces[-1][0].isspace():
                self._pieces.pop()
            if self._pieces and self._pieces[-1][0][-1:].isspace():
                text, spot = self._pieces.pop()
                is_empty = len(self._pieces) == closed.reported
                self._pieces.append((text.rstrip().rstrip(":" if is_empty else None), spot))
            self._pieces.append((after, closed.spot))

    def _marks(self) -> int:
        """How many brackets stand at the present depth."""
        return self._brackets if self._conventions.doubled else 1

    def _choose(self, closed: _Open) -> None:
        """Keep the document's member of a choice."""
        if closed.name == "subst":
            return
        order = self._conventions.readings
        members = closed.members
        ranked = [member for name in order for member in members if member[0] == name]
        _, begin, end = (ranked or members)[0]
        self._pieces[closed.begin :] = self._pieces[begin:end]

    def _is_editors(self, attributes: dict[str, str], path: str) -> bool:
        pointer = attributes.get("resp", "")
        return bool(pointer) and any(
            self._conventions.is_editors(self._responsibility(path, uri)) for uri in pointer.split()
        )

    def _text(self, text: str) -> None:
        if self._silent or not self._texts:
            return
        self._has_ended = False
        inside = self._open[-1]
        if inside.name in _ALTERNATIVES and text.isspace():
            return
        if self._adjacency.text(text):
            return
        self._part(text)
        self._pieces.append((text, inside.spot))

    def _part(self, text: str) -> None:
        """White space before words that follow others at once, unless both are ideographs."""
        if self._is_glued and self._pieces:
            last, spot = self._pieces[-1]
            if not (_IDEOGRAPH.match(last[-1:]) and _IDEOGRAPH.match(text)):
                self._pieces.append((" ", spot))
        self._is_glued = False


def _words(pieces: Iterable[tuple[str, Spot]]) -> Iterator[Word]:
    """Pieces of text to words."""
    text = ""
    spot: Spot | None = None
    is_settled = False
    """Whether a letter or figure of the word has been met."""
    starts = starts_next = True
    for piece, where in pieces:
        if piece == _LINE:
            if text and spot is not None:
                yield Word(text, spot, starts)
                text, spot, is_settled = "", None, False
            starts_next = True
            continue
        parts = _split(piece)
        for index, part in enumerate(parts):
            if index and text and spot is not None:
                yield Word(text, spot, starts)
                text, spot, is_settled = "", None, False
            if not part:
                continue
            if not text:
                starts, starts_next = starts_next, False
            if spot is None or (not is_settled and _has_letter(part)):
                spot = where
            is_settled = is_settled or _has_letter(part)
            text += part
    if text and spot is not None:
        yield Word(text, spot, starts)


def _split(piece: str) -> list[str]:
    """The parts between white space, empty ones at an end that has white space."""
    parts = piece.split()
    if not parts:
        return ["", ""] if piece else [""]
    if piece[0].isspace():
        parts.insert(0, "")
    if piece[-1].isspace():
        parts.append("")
    return parts


def _has_letter(text: str) -> bool:
    return any(character.isalnum() for character in text)
