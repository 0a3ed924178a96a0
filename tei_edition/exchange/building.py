# SPDX-License-Identifier: MIT
"""TEI, element by element."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.document import TEI

if TYPE_CHECKING:
    from lxml.etree import _Element


def root(name: str) -> _Element:
    """A TEI element without parent; TEI is its default namespace."""
    from lxml import etree

    return etree.fromstring(f'<{name} xmlns="{TEI[1:-1]}"/>')


def add(parent: _Element, name: str, words: str = "", **attributes: str) -> _Element:
    """A new last child, with words and with those attributes that are not empty."""
    from lxml import etree

    element = etree.SubElement(parent, f"{TEI}{name}")
    for key, value in attributes.items():
        if value:
            element.set(key, value)
    if words:
        element.text = words
    return element
