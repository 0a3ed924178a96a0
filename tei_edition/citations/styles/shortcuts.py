# SPDX-License-Identifier: MIT
"""Shorter ways through citeproc-py, to the same words.

At each citation it asks a style and its locales several hundred questions, always the same and of
trees that do not change once they are prepared, and tries five kinds of formatting on every piece
of text. What it has found is kept, and what a style does not ask for is not tried. Of the parts of
a citation most are those of another: the edition, the writer, the archive. What a part of a style
has made of some values is kept, too, for the next item that has the same.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from citeproc import CitationItem, Locator, model
from citeproc.source import CustomDict, VariableError

if TYPE_CHECKING:
    from collections.abc import Callable

    from citeproc.model import CitationStylesElement
    from citeproc.source import Reference

_Text = TypeVar("_Text")

_FORMATS = frozenset(
    {"font-style", "font-variant", "font-weight", "text-decoration", "vertical-align"}
)
_AFFIXES = frozenset({"prefix", "suffix"})

_NAMING_VARIABLES = ("variable", "is-numeric", "is-uncertain-date")
"""The attributes of CSL that name variables."""

_MOST_KEPT = 1024

_NOTHING = object()
"""Stands for what an element does not say, having no value for it."""


class CitedAlone(CitationItem):  # type: ignore[misc]  # citeproc-py has no types
    """The only item of the only citation in a bibliography, whose values do not change."""

    __slots__ = ("_values", "reference")

    def __init__(self, reference: Reference, locator: Locator | None, markup: str) -> None:
        super().__init__(reference.key, **({"locator": locator} if locator else {}))
        place = (locator.label, str(locator.identifier)) if locator else ()
        values = {name: repr(value) for name, value in reference.items()}
        # As attributes: by itself the class makes variables of what is set.
        object.__setattr__(self, "reference", reference)
        object.__setattr__(self, "_values", {**values, "": (markup, reference.type, place)})

    def values(self, variables: tuple[str, ...]) -> tuple[object, ...]:
        """What some variables hold, for comparing; the name "" stands for what is none."""
        return tuple(map(self._values.get, variables))


@lru_cache(maxsize=1)
def take_shortcuts() -> None:
    """Have the processor take them, in the whole process, from now on."""
    element = model.CitationStylesElement
    for question in ("xpath_search", "get_root", "get_locale_option"):
        setattr(element, question, lru_cache(maxsize=4096)(getattr(element, question)))
    for kind in (model.Parent, model.Text):
        kind.calls_variable = lru_cache(maxsize=1024)(kind.calls_variable)
    model.Formatted.format = _unless_absent(_FORMATS, model.Formatted.format)
    model.Affixed.wrap = _unless_absent(_AFFIXES, model.Affixed.wrap)
    for kind in (model.Group, model.Names, model.Date, model.Text):
        kind.render = _unless_known(kind.render)
    CustomDict.__getitem__ = dict.__getitem__
    CustomDict.__missing__ = _missing


def _missing(values: CustomDict, name: str) -> None:
    raise VariableError


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


def _unless_known(work: Callable[..., object]) -> Callable[..., object]:
    """The work of an element, unless it was done for an item that has the same values there."""
    known: dict[object, object] = {}

    def done(
        element: CitationStylesElement,
        item: object,
        *more: object,
        context: CitationStylesElement | None = None,
        **others: object,
    ) -> object:
        is_usual = not more and all(other is None for other in others.values())
        variables = _variables(element) if is_usual else None
        if variables is None or not isinstance(item, CitedAlone):
            return work(element, item, *more, context=context, **others)
        key = (element, context, item.values(variables))
        if key not in known:
            if len(known) >= _MOST_KEPT:
                known.clear()
            try:
                known[key] = work(element, item, context=context)
            except VariableError:
                known[key] = _NOTHING
        if known[key] is _NOTHING:
            raise VariableError
        return known[key]

    return done


@lru_cache(maxsize=4096)
def _variables(element: CitationStylesElement) -> tuple[str, ...] | None:
    """The variables that an element's words depend on, if it is of use to keep what it says.

    It is not for a single text, nor for all of a citation; it cannot be where more than the item
    decides: other citations, or (``substitute``) what was said elsewhere in this one.
    """
    is_single = isinstance(element, model.Text) and "macro" not in element.attrib
    if is_single or isinstance(element.getparent(), model.Layout):
        return None
    found = _named(element)
    root = element.get_root()
    if found is None or next(root.iter("{*}substitute"), None) is not None:
        return None
    return ("", "language", *sorted(found))


def _named(element: CitationStylesElement) -> set[str] | None:
    """The variables that are named in an element and its macros; None where that is not all."""
    found: set[str] = set()
    for part in element.iter("*"):
        if not {"position", "disambiguate"}.isdisjoint(part.attrib):
            return None
        for attribute in _NAMING_VARIABLES:
            for name in part.get(attribute, "").replace("-", "_").split():
                found |= {name, f"{name}_short", "page" if name.startswith("page") else name}
        if isinstance(part, model.Text) and "macro" in part.attrib:
            try:
                called = _named(part.get_macro(part.get("macro")))
            except IndexError:  # there is none: to be said where it is asked for
                return None
            if called is None:
                return None
            found |= called
    return found
