# SPDX-License-Identifier: MIT
"""The words of a passage as a reader quotes them.

They are those of the digest (:mod:`tei_edition.citations.digest`), but for the smaller units inside
the passage, which are part of what is quoted: without notes, of a ``choice`` the document's own
half, a space at breaks and between blocks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.citations.digest import (
    ALTERNATIVES,
    BLOCKS,
    BREAKS,
    EDITORS_HALF,
    ENTRIES,
    LEFT_OUT,
    normalised,
)
from tei_edition.document import local
from tei_edition.parser import INCLUDE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

ILLEGIBLE = "[…]"
"""What stands for a ``gap``."""

_ELEMENTS_ONLY = ALTERNATIVES | {"subst"}
_INCLUDE = "{{{}}}{}".format(*INCLUDE.split(" "))


def quotation(element: _Element, gap: str = ILLEGIBLE) -> str:
    """The words of a passage on one line; ``gap`` stands for what is illegible or left out."""
    return normalised("".join(_pieces(element, gap)))


def _pieces(element: _Element, gap: str) -> Iterator[str]:
    name = local(element)
    has_text = name not in _ELEMENTS_ONLY
    has_reading = False
    if has_text:
        yield element.text or ""
    for child in element:
        if not isinstance(child.tag, str):
            yield str(child.text) if child.tag.__name__ == "Entity" else ""
        else:
            inside = local(child)
            is_left_out = inside in LEFT_OUT or child.tag == _INCLUDE
            if name == "choice" and inside in EDITORS_HALF:
                is_left_out = True
            elif name in ALTERNATIVES:
                is_left_out, has_reading = is_left_out or has_reading, True
            if inside == "gap" and not is_left_out:
                yield gap
            elif not is_left_out:
                apart = " " if inside in BLOCKS or name in ENTRIES else ""
                yield " " if inside in BREAKS and child.get("break") != "no" else apart
                yield from _pieces(child, gap)
                yield apart
        if has_text:
            yield child.tail or ""
