# SPDX-License-Identifier: MIT
"""Shorter ways through citeproc-py, to the same words.

At each citation it asks a style and its locales several hundred questions, always the same and of
trees that do not change once they are prepared, and tries five kinds of formatting on every piece
of text. What it has found is kept, and what a style does not ask for is not tried.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from citeproc.model import CitationStylesElement

_Text = TypeVar("_Text")

_FORMATS = frozenset(
    {"font-style", "font-variant", "font-weight", "text-decoration", "vertical-align"}
)
_AFFIXES = frozenset({"prefix", "suffix"})


@lru_cache(maxsize=1)
def take_shortcuts() -> None:
    """Have the processor take them, in the whole process, from now on."""
    from citeproc import model

    element = model.CitationStylesElement
    for question in ("xpath_search", "get_root", "get_locale_option"):
        setattr(element, question, lru_cache(maxsize=4096)(getattr(element, question)))
    for kind in (model.Parent, model.Text):
        kind.calls_variable = lru_cache(maxsize=1024)(kind.calls_variable)
    model.Formatted.format = _unless_absent(_FORMATS, model.Formatted.format)
    model.Affixed.wrap = _unless_absent(_AFFIXES, model.Affixed.wrap)


def _unless_absent(
    attributes: frozenset[str], work: Callable[[CitationStylesElement, _Text], _Text]
) -> Callable[[CitationStylesElement, _Text], _Text]:
    """The work, for elements that have one of the attributes; the text of others stays as it is."""

    @lru_cache(maxsize=4096)
    def has_none(element: CitationStylesElement) -> bool:
        return attributes.isdisjoint(element.attrib)

    def done(element: CitationStylesElement, text: _Text) -> _Text:
        if isinstance(text, (str, list)) and has_none(element):
            return text
        return work(element, text)

    return done
