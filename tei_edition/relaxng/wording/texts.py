# SPDX-License-Identifier: MIT
"""Text where none may be, and values that are not allowed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.relaxng.expectations import elements_first, nearest, possible
from tei_edition.relaxng.nameclasses import Name
from tei_edition.relaxng.patterns import Choice, Compound, Data, List, OneOrMore, Pattern, Value
from tei_edition.relaxng.wording.dates import iso_form, like_a_day
from tei_edition.relaxng.wording.phrases import (
    did_you_mean,
    expected_texts,
    likeliest_first,
    shortened,
    tags,
)
from tei_edition.relaxng.wording.scene import Scene, Words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tei_edition.relaxng.automaton import Automaton
    from tei_edition.relaxng.states import State
    from tei_edition.relaxng.strings import StringMatching


class TextWording:
    """What one schema says of text."""

    def __init__(self, automaton: Automaton) -> None:
        self._automaton = automaton

    def stray(
        self, scene: Scene, state: State, text: str, line: int, *, hollow: bool = False
    ) -> Words:
        """Text where none may be; it ends before ``line``.

        ``hollow`` is an element that may hold nothing at all.
        """
        names = scene.names
        element = names.element(scene.name)
        first = elements_first(state.patterns)
        candidates = names.elements(possible(each.name_class for each in first).names)
        holding = [
            names.element(each.name_class.name)
            for each in first
            if each.content.textual and isinstance(each.name_class, Name)
        ]
        where = f" (near line {line})" if line > scene.line else ""
        hint = f"put it inside {tags(holding)}" if 0 < len(holding) <= 3 else ""
        if hollow:
            hint = f"<{element}> holds nothing: the text belongs before or behind it"
        directly = "" if hollow else " directly"
        message = f"text may not stand{directly} in <{element}>: “{shortened(text)}”{where}"
        return Words("text-not-allowed", message, hint, "", likeliest_first(candidates, holding))

    def bad_value(
        self, scene: Scene, state: State, text: str, namespaces: Mapping[str, str]
    ) -> Words:
        """An element whose text is none of the values it may have."""
        element = scene.names.element(scene.name)
        patterns = [pattern for pattern in state.patterns if pattern.typed]
        why, hint, expected = explained(patterns, text, namespaces, self._automaton.strings)
        found = f"may not hold “{shortened(text)}”" if text.strip() else "may not be empty"
        return Words("element-value", f"<{element}> {found}{why}", hint, "", expected)


def explained(
    patterns: Sequence[Pattern],
    text: str,
    namespaces: Mapping[str, str],
    matching: StringMatching,
) -> tuple[str, str, tuple[str, ...]]:
    """What is wrong with a value, a hint, and the values that are allowed."""
    texts = matching.texts(tuple(patterns))
    culprit, prefix = text.strip(), ""
    if texts.listed:
        word = _bad_word(patterns, text, namespaces, matching)
        if word and word != culprit:
            culprit = word
            prefix = f": the trouble is with “{shortened(word)}”"
        elif culprit and not word:
            prefix = ": its words are not allowed in this order or number"
    elif any(_excludes(pattern, text, namespaces, matching) for pattern in patterns):
        prefix = ", a value that is excluded"
    likely = nearest(culprit, [value for value in texts.values if value != culprit])

    def allowed(date: str) -> bool:
        return any(matching.matches(pattern, date, namespaces) for pattern in patterns)

    hint = did_you_mean(likely)
    if not hint and texts.datatypes:
        hint = did_you_mean([date for date in iso_form(culprit) if allowed(date)])
        day = like_a_day(culprit)
        if not hint and day and allowed(day):
            hint = "there is no such day in the calendar"
    why = prefix + expected_texts(texts, likely)
    expected = likeliest_first(texts.values, likely) if texts.values else ()
    return why, hint, expected


def _bad_word(
    patterns: Sequence[Pattern],
    text: str,
    namespaces: Mapping[str, str],
    matching: StringMatching,
) -> str:
    for pattern in patterns:
        if isinstance(pattern, List) and isinstance(pattern.content, OneOrMore):
            repeated = pattern.content.content
            if _is_of_one_word(repeated):
                for word in text.split():
                    if not matching.matches(repeated, word, namespaces):
                        return word
    texts = matching.texts(tuple(patterns))
    values = set(texts.values)
    for word in text.split():
        if word not in values and not any(d.allows(word, namespaces) for d in texts.datatypes):
            return word
    return ""


def _is_of_one_word(pattern: Pattern) -> bool:
    if isinstance(pattern, Choice):
        return all(map(_is_of_one_word, pattern.members))
    return isinstance(pattern, Value | Data)


def _excludes(
    pattern: Pattern, text: str, namespaces: Mapping[str, str], matching: StringMatching
) -> bool:
    """Whether text has the right datatype, and is one of its values that are excepted."""
    if isinstance(pattern, Compound):
        return any(_excludes(each, text, namespaces, matching) for each in pattern.members)
    return (
        isinstance(pattern, Data)
        and pattern.excluded is not None
        and matching.matches(pattern.excluded, text, namespaces)
        and pattern.datatype.allows(text, namespaces)
    )
