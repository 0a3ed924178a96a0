# SPDX-License-Identifier: MIT
"""Small questions to the tree of a TEI document."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_ASIDE = frozenset({f"{TEI}note", f"{TEI}noteGrp", f"{TEI}graphic", f"{TEI}desc"})


def words(element: _Element | None) -> str:
    """The words of an element on one line, without its notes; empty for None."""
    return "" if element is None else " ".join("".join(_pieces(element)).split())


def _pieces(element: _Element) -> list[str]:
    pieces = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str):
            if child.tag == f"{TEI}lb":
                pieces.append(" ")
            elif child.tag not in _ASIDE:
                pieces += _pieces(child)
        pieces.append(child.tail or "")
    return pieces


def chain(element: _Element, path: str) -> _Element | None:
    """The first element that a path of TEI names leads to."""
    return element.find("/".join(f"{TEI}{name}" for name in path.split("/")))


def local(element: _Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]
