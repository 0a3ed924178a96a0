# SPDX-License-Identifier: MIT
"""Parts of sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.relaxng.nameclasses import IMPOSSIBLE

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from tei_edition.relaxng.expectations import Texts

FEW = 6
"""So many names are listed in a message; all of them are in ``Finding.expected``."""
_SHOWN = 60


def joined(parts: Sequence[str], word: str = "or") -> str:
    """For instance ``a, b or c``."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def tags(names: Iterable[str], word: str = "or") -> str:
    """For instance ``<p> or <ab>``."""
    return joined([f"<{name}>" for name in names], word)


def at_names(names: Iterable[str], word: str = "or") -> str:
    """For instance ``@ref or @key``."""
    return joined([f"@{name}" for name in names], word)


def shortened(text: str) -> str:
    """Text to be quoted: one line, not too long."""
    text = " ".join(text[:1_000].split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"


def did_you_mean(likely: Sequence[str]) -> str:
    """A hint, where there is a likely name."""
    return f"did you mean `{likely[0]}`?" if likely else ""


def likeliest_first(
    candidates: Iterable[str], *signals: Collection[str] | Callable[[str], bool]
) -> tuple[str, ...]:
    """Candidates by the first signal that they show, else in the order they have."""

    def rank(name: str) -> int:
        for position, signal in enumerate(signals):
            if signal(name) if callable(signal) else name in signal:
                return position
        return len(signals)

    return tuple(sorted(dict.fromkeys(candidates), key=rank))


def expected_elements(
    likely: Sequence[str], wildcards: Sequence[str], total: int, *, what: str = "expected"
) -> str:
    """The end of a message: the few names that are likely, and how many others there are."""
    parts = [f"<{each}>" for each in likely[:FEW]]
    if any(IMPOSSIBLE in wildcard for wildcard in wildcards) and not parts:
        return f"; {what} is any element"
    if parts:
        if total > len(parts):
            parts.append(f"one of {total - len(parts)} others")
        return f"; {what}: {joined(parts)}"
    return ""


def expected_texts(texts: Texts, likely: Sequence[str]) -> str:
    """The end of a message on a value: what it could have been."""
    parts: list[str] = []
    if texts.values:
        few = texts.values if len(texts.values) <= FEW else (likely or texts.values)[:3]
        parts = [f"“{value}”" for value in few]
        others = len(texts.values) - len(few)
        if others:
            parts.append(f"one of {others} other values")
    for datatype in texts.datatypes:
        words, example = datatype.words, datatype.example
        if example and example not in words:
            words += f", such as “{example}”"
        parts.append(words)
    if not parts:
        return ""
    each = "each word must be" if texts.listed else "expected is"
    return f"; {each} {joined(list(dict.fromkeys(parts)))}"
