# SPDX-License-Identifier: MIT
"""Running text: from the string that the stylesheet made, with its looks marked, to spans."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tei_edition.rendering.text.blocks import BREAK, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_CONTROLS = re.compile("[\x7f-\x9f\u2029]")
"""What a terminal may act upon, or take for the end of a line."""
_SPACES = re.compile("[\t\r\n][ \t\r\n]*| [ \t\r\n]+")
_GAPS = f" {BREAK}"
_AROUND_BREAK = re.compile(f" ?{BREAK} ?")
_NO_LOOK = Span("")

_ITALIC, _PLAY, _BOLD, _MARKUP = "\ufdd0\ufdd1\ufdd2\ufdd3"
_LINK, _QUIET, _PICTURE, STOP, _END = "\ufdd4\ufdd5\ufdd6\ufdd7\ufdd8"
_WHOLE = f"{_ITALIC}{_PLAY}{_BOLD}{_MARKUP}"
_MARKS = f"{BREAK}{_ITALIC}{_PLAY}{_BOLD}{_MARKUP}{_LINK}{_QUIET}{_PICTURE}{STOP}{_END}"
_LOOKS = re.compile(
    f"([{_LINK}{_QUIET}][^{STOP}]*{STOP}|{_PICTURE}[^{STOP}]*{STOP}[^{STOP}]*{STOP}"
    f"|[{_ITALIC}{_PLAY}{_BOLD}{_MARKUP}{_END}])"
)
"""The marks of ``text/looks.xsl``, with the addresses that stand behind them."""


def may_have_marks(xml: str) -> bool:
    """Whether a document may have characters that mean something here, which the stylesheet then
    takes out of its words: few have, and looking for them in each piece of text costs."""
    return "&#" in xml or any(mark in xml for mark in _MARKS)


def running_text(text: str | None) -> tuple[Span, ...]:
    """A text in which looks are marked, as spans; as :func:`tidied` has them."""
    if not text:
        return ()
    if "  " not in text:
        if text.isprintable():
            words = text.strip(" ")
            return (Span(words),) if words else ()
        if text[0] in _WHOLE and text[-1] == _END and (inner := text[1:-1]).isprintable():
            # All of one look, as who speaks in a play is.
            words = inner.strip(" ")
            return (Span(words, *_look(_NO_LOOK, text[0])[1:]),) if words else ()
    text = _with_single_spaces(shown(text))
    if _END in text:
        return _gathered(spans_of(text))
    words = text.strip(_GAPS)
    return (Span(words),) if words else ()


def with_words(spans: tuple[Span, ...], words: str, *, at_end: bool) -> tuple[Span, ...]:
    """The same words, and others before or after them."""
    neighbour = spans[-1 if at_end else 0]
    if neighbour[1:] != _NO_LOOK[1:] or not words.isprintable() or "  " in words:
        more = Span(shown(words))
        return tidied((*spans, more) if at_end else (more, *spans))
    if at_end:
        return (*spans[:-1], Span(neighbour.text + words.rstrip(" ")))
    return (Span(words.lstrip(" ") + neighbour.text), *spans[1:])


def _with_single_spaces(text: str) -> str:
    text = _SPACES.sub(" ", text)
    return _AROUND_BREAK.sub(BREAK, text) if BREAK in text else text


def tidied(spans: Iterable[Span]) -> tuple[Span, ...]:
    """White space as a reader sees it: single spaces, none at the ends and around line breaks.

    A space between two looks has neither.
    """
    return _gathered([span._replace(text=_with_single_spaces(span.text)) for span in spans])


def _gathered(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Pieces whose words stand against each other, with the white space between them apart."""
    found: list[Span] = []
    between = ""
    for span in spans:
        text = span.text
        words = text.strip(_GAPS)
        if not words:
            between += text
            continue
        start = text.index(words[0])
        between += text[:start]
        if found and between:
            found.append(Span(BREAK * between.count(BREAK) or " "))
        found.append(span if words == text else Span(words, *span[1:]))
        between = text[start + len(words) :]
    return tuple(found) if len(found) < 2 else _joined(found)


def _joined(pieces: Sequence[Span]) -> tuple[Span, ...]:
    """Neighbours of one look as one span; a space or break takes the look both sides share."""
    joined: list[tuple[tuple[object, ...], list[str]]] = []
    for number, piece in enumerate(pieces):
        text, look = piece.text, piece[1:]
        if joined and text[0] in _GAPS:
            before, after = joined[-1][0], pieces[number + 1][1:]
            # What is apart, as the last field says, stays so.
            look = after if before == after else (*look[:-1], bool(before[-1] and after[-1]))
        if joined and joined[-1][0] == look:
            joined[-1][1].append(text)
        else:
            joined.append((look, [text]))
    return tuple(Span("".join(texts), *look) for look, texts in joined)  # type: ignore[arg-type]


def spans_of(text: str) -> list[Span]:
    """The pieces of a text in which looks are marked."""
    first, *pieces = _LOOKS.split(text)
    spans = [Span(first)] if first else []
    looks = [_NO_LOOK]
    for mark, words in zip(pieces[::2], pieces[1::2], strict=True):
        if mark == _END:
            looks = looks[:-1] or looks
        else:
            looks.append(_look(looks[-1], mark))
        if words:
            spans.append(Span(words, *looks[-1][1:]))
    return spans


@lru_cache(maxsize=256)
def _look(around: Span, mark: str) -> Span:
    """The look that a mark begins within another."""
    kind = mark[0]
    if kind in (_LINK, _QUIET):
        # Words that lead somewhere lead nowhere else for a name in them; a name does for its parts.
        if around.href and not around.is_quiet:
            return around
        return around._replace(href=mark[1:-1], is_quiet=kind == _QUIET)
    if kind == _PICTURE:
        address, what, _ = mark[1:].split(STOP)
        return around._replace(
            image=around.image or address, alternative=around.alternative or what
        )
    return around._replace(
        italic=around.italic or kind in (_ITALIC, _PLAY),
        bold=around.bold or kind == _BOLD,
        code=around.code or kind == _MARKUP,
        is_apart=around.is_apart or kind == _PLAY,
    )


def shown(text: str) -> str:
    """A text in which control characters are named, where they have a meaning none: U+2029 and
    U+0085 end a line, U+009B begins a command of a terminal."""
    if not _CONTROLS.search(text):
        return text
    return _CONTROLS.sub(
        lambda found: " " if found[0] in "\x85\u2029" else f"⟨U+{ord(found[0]):04X}⟩", text
    )
