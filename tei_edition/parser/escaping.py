# SPDX-License-Identifier: MIT
"""Text and attribute values as XML writes them.

``xml.sax.saxutils`` would do, but imports an HTTP client, which takes as long as the work.
"""

from __future__ import annotations

import re

_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_IN_ATTRIBUTES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
    | {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
)
_SPECIAL = re.compile(r'[&<>"\n\r\t]')


def escaped(text: str) -> str:
    """Text for the content of an element."""
    return text.translate(_IN_TEXT) if _SPECIAL.search(text) else text


def quoted(value: str) -> str:
    """An attribute's value, escaped and in quotes."""
    return f'"{value.translate(_IN_ATTRIBUTES)}"' if _SPECIAL.search(value) else f'"{value}"'
