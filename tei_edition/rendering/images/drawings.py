# SPDX-License-Identifier: MIT
"""Drawings in SVG: whether one can be shown, and whether it keeps to itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element

LARGEST = 16 << 20
"""Bytes of the largest drawing that is looked through."""

_ACTING = frozenset(("script", "foreignObject", "handler"))
_ELSEWHERE = re.compile(r"@import|url\(\s*[\"']?\s*(?!#|data:|[\"'#\s])", re.IGNORECASE)


def keeps_to_itself(file: Path) -> bool | None:
    """Whether a drawing has no script and asks for no other file, as a book demands of what it
    shows (EPUB 3.3, 3.6 and 5.6.2). None where it is not well-formed, so that nothing shows it.

    Raises:
        OSError: the file cannot be read.
    """
    from lxml import etree

    if file.stat().st_size > LARGEST:
        return False
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
    try:
        root = etree.fromstring(file.read_bytes(), parser)
    except etree.XMLSyntaxError:
        return None
    has_style_sheet = any(
        isinstance(each, etree._ProcessingInstruction) for each in root.itersiblings(preceding=True)
    )
    elements = (each for each in root.iter() if isinstance(each.tag, str))
    return not has_style_sheet and not any(map(_acts, elements))


def _acts(element: _Element) -> bool:
    name = str(element.tag).rpartition("}")[2]
    if name in _ACTING or (name == "style" and _ELSEWHERE.search(element.text or "")):
        return True
    for attribute, value in element.attrib.items():
        kind = str(attribute).rpartition("}")[2].lower()
        is_way = kind == "href" and name != "a"
        if kind.startswith("on") or (is_way and not str(value).startswith(("#", "data:image/"))):
            return True
        if _ELSEWHERE.search(str(value)):
            return True
    return False
