# SPDX-License-Identifier: MIT
"""Text, attribute values and elements as XML writes them, and what it cannot write.

``xml.sax.saxutils`` would do, but imports an HTTP client, which takes as long as the work.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

NO_CHARACTER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML document can hold (XML 1.0, production 2)."""

_SPECIAL = re.compile(r'[&<>"\n\r\t]')


def escaped(text: str) -> str:
    """Text for the content of an element."""
    if not _SPECIAL.search(text):
        return text
    # Each runs through the text in no time; `translate` looks up every letter that is not ASCII.
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\r", "&#13;")


def quoted(value: str) -> str:
    """An attribute's value, escaped and in quotes."""
    if _SPECIAL.search(value):
        value = escaped(value).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
    return f'"{value}"'


def element(name: str, attributes: Mapping[str, object], content: str = "") -> str:
    """An XML element; attributes that are empty are left out."""
    said = ""
    for key, value in attributes.items():
        if value is not None and value != "":
            said += f" {key}={quoted(str(value))}"
    return f"<{name}{said}>{content}</{name}>"
