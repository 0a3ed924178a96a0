# SPDX-License-Identifier: MIT
"""What the edition's own pages list, as XML for the stylesheets, in parts of a readable length.

An index of names, a chronology, the emendations, the gaps: each is a run of items read from the
:class:`FactStore` (or from files), never held as a whole. Here is what they have in common;
:mod:`registers`, :mod:`chronology` and :mod:`declarations` have a list each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from tei_edition.parser.escaping import element

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.rendering.facts.model import DocumentData

Item = TypeVar("Item")

ROWS = 1000
"""Documents, or dates, in one page."""


@dataclass(frozen=True)
class Listing:
    """One page of a list: its name in the site, and what it holds."""

    page: str
    xml: str


def part_name(page: str, number: int) -> str:
    """The name of a part of a list: ``gaps.html``, ``gaps~2.html``. No identifier has a tilde."""
    return page if number == 0 else f"{page.removesuffix('.html')}~{number + 1}.html"


def _parts(page: str, labels: Sequence[str], current: int) -> str:
    if len(labels) < 2:
        return ""
    return "".join(
        element(
            "part",
            {"href": part_name(page, n), "label": label, "current": "yes" if n == current else ""},
        )
        for n, label in enumerate(labels)
    )


def in_parts(
    kind: str,
    page: str,
    items: Callable[[], Iterator[Item]],
    size: int,
    label: Callable[[Item, Item], str],
    write: Callable[[Item], str],
    head: str = "",
) -> Iterator[Listing]:
    """A list in parts of ``size`` items; each part knows the others by their first and last item.

    The items are read twice, the first time for the labels only.
    """
    labels: list[str] = []
    for first, last in _ends(items(), size):
        labels.append(label(first, last))
    rest = items()
    for number in range(max(len(labels), 1)):
        body = "".join(write(item) for item in islice(rest, size))
        content = _parts(page, labels, number) + head + body
        yield Listing(part_name(page, number), element("listing", {"kind": kind}, content))


def _ends(items: Iterator[Item], size: int) -> Iterator[tuple[Item, Item]]:
    """The first and the last of each part."""
    for first in items:
        last = first
        for last in islice(items, size - 1):  # noqa: B007 - the last one is wanted
            pass
        yield first, last


def document_attributes(document: DocumentData) -> dict[str, object]:
    """What is said of a document that a list leads to."""
    return {
        "page": document.page,
        "title": document.short or document.title,
        "date": document.date,
        "lang": document.language,
    }


def span(first: DocumentData, last: DocumentData) -> str:
    """What a part of a list of documents is called: its first and last date, else their names."""
    if first.date and last.date:
        years = first.date[:4], last.date[:4]
        return years[0] if years[0] == years[1] else "–".join(years)
    return f"{first.id or first.file} – {last.id or last.file}"
