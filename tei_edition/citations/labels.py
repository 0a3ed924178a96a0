# SPDX-License-Identifier: MIT
"""What a passage is called in a citation: “¶ 2”, “incoming stamp”, “copy Nº 3”."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tei_edition import resources

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

_NUMBER = re.compile(r"-[a-z]+0*(\d+)$")

_BY_TYPE = {
    ("div", "annotation"): "handwritten note",
    ("div", "form"): "form",
    ("div", "message"): "message",
    ("div", "processing"): "registry marks",
    ("div", "enclosure"): "enclosure",
    ("list", "distribution"): "distribution list",
    ("note", "editorial"): "editorial note",
}
"""Names by element and ``@type``."""

_BY_ELEMENT = {
    "TEI": "",
    "p": "¶",
    "ab": "line",
    "opener": "opening",
    "closer": "closing",
    "signed": "signature",
    "salute": "salutation",
    "dateline": "dateline",
    "head": "heading",
    "stamp": "stamp",
    "list": "list",
    "item": "item",
    "note": "note",
    "div": "section",
    "lg": "stanza",
    "l": "line",
    "table": "table",
    "figure": "figure",
    "gap": "gap",
    "choice": "reading",
    "sic": "reading",
    "date": "date",
    "seg": "passage",
    "postscript": "postscript",
    "person": "person",
    "place": "place",
    "org": "organisation",
    "bibl": "source",
    "handNote": "hand",
    "respStmt": "responsibility",
    "supplied": "supplied words",
    "anchor": "point",
    "body": "text",
    "address": "address",
    "row": "row",
    "cell": "cell",
}
"""Names by element alone."""


def label(element: _Element, language: str = "en") -> str:
    """The passage's name; empty for a whole document.

    In a language that the interface has words in, the name is by the element alone; English has
    names for many types, too.
    """
    name = str(element.tag).rpartition("}")[2]
    xml_id = element.get("{http://www.w3.org/XML/1998/namespace}id", "")
    attributes = {str(key): str(value) for key, value in element.attrib.items()}
    words = _words(language.partition("-")[0].casefold())
    if name == "item" and attributes.get("n"):
        word = words.get("copy" if "-copy" in xml_id else "item")
        if word:
            return f"{word} {attributes['n']}"
    elif name in words:
        found = _NUMBER.search(xml_id)
        return words[name] + (f" {found[1]}" if found else "")
    return label_of(name, attributes, xml_id)


@lru_cache(maxsize=8)
def _words(language: str) -> Mapping[str, str]:
    """The interface's words for passages; none for English, which has more of them here."""
    import tomllib

    path = resources.stylesheet(f"words/{language}.toml")
    if language == "en" or not language.isalpha() or not path.is_file():
        return {}
    words: Mapping[str, str] = tomllib.loads(path.read_text(encoding="utf-8")).get("passage", {})
    return words


def label_of(name: str, attributes: Mapping[str, str], xml_id: str) -> str:
    """The name of a passage by its element, attributes and identifier.

    The number is the one in the ``xml:id`` (``…-p02`` is “¶ 2”), which never changes, not the
    position in the text, which may.
    """
    kind = attributes.get("type", "")
    subtype = attributes.get("subtype", "")
    number = attributes.get("n", "")
    found = _NUMBER.search(xml_id)
    suffix = f" {found[1]}" if found else ""
    if name == "item" and number:
        return f"copy Nº {number}" if "-copy" in xml_id else f"item {number}"
    if kind == "field" and subtype:
        return f"field “{subtype.replace('-', ' ')}”"
    words = _BY_TYPE.get((name, kind), _BY_ELEMENT.get(name, name))
    if name == "stamp" and subtype:
        return f"{subtype} stamp"
    return f"{words}{suffix}" if words else ""
