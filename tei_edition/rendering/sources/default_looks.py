# SPDX-License-Identifier: MIT
"""Looks that a header gives to elements by selectors (TEI Guidelines 2.3.4, `rendition`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.document import TEI

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element


_WITH_SELECTOR = re.compile(r"<(?:[\w.-]+:)?rendition\s[^>]*\bselector\s*=")
_SELECTOR = re.compile(r"(?:[\w*-]*\|)?(?P<name>[\w.-]+|\*)?(?P<conditions>(?:\[[^\]]*\])*)")
_CONDITION = re.compile(
    r"\[\s*(?P<name>[\w.-]+)\s*(?:(?P<operator>[~^$*]?=)\s*(?P<value>[\w.#-]+|\"[^\"]*\"|'[^']*')\s*)?\]"
)


@dataclass(frozen=True)
class _Condition:
    attribute: str
    operator: str
    """As CSS writes it; empty where the attribute has but to be there."""
    value: str

    def holds(self, element: _Element) -> bool:
        given = element.get(self.attribute)
        if given is None or not self.operator:
            return given is not None
        return {
            "=": given == self.value,
            "~=": self.value in given.split(),
            "^=": given.startswith(self.value),
            "$=": given.endswith(self.value),
            "*=": self.value in given,
        }[self.operator]


def with_default_looks(text: str) -> str:
    """A document (XML) whose elements have the looks of the header's selectors as their style.

    Followed are selectors of an element's name and of its attributes (``head``,
    ``hi[rend~="it"]``), several parted by commas. What an element says of itself (`@rend`,
    `@rendition`, `@style`) goes before a look that is given to its name. Words and their order
    stay as they are.
    """
    if "selector" not in text or not _WITH_SELECTOR.search(text):
        return text
    from lxml import etree

    from tei_edition.rendering.sources.source import tree_of

    root = tree_of(text)
    if root is None:
        return text
    changed = False
    for rendition in root.iter(f"{TEI}rendition"):
        look = " ".join("".join(map(str, rendition.itertext())).split()).rstrip(";")
        if rendition.get("scheme", "css") != "css" or rendition.get("scope") or not look:
            continue
        for element in _selected(root, rendition.get("selector", "")):
            own = element.get("style")
            element.set("style", f"{look}; {own}" if own else look)
            changed = True
    return etree.tostring(root.getroottree(), encoding="unicode") if changed else text


def _selected(root: _Element, selectors: str) -> Iterator[_Element]:
    for selector in selectors.split(","):
        found = _SELECTOR.fullmatch(selector.strip())
        if found is None or not selector.strip():
            continue
        written = list(_CONDITION.finditer(found["conditions"]))
        if "".join(each[0] for each in written) != found["conditions"]:
            continue
        conditions = [
            _Condition(each["name"], each["operator"] or "", (each["value"] or "").strip("\"'"))
            for each in written
        ]
        name = found["name"] or "*"
        for text in root.iter(f"{TEI}text", f"{TEI}sourceDoc"):
            if text.getparent() is not None and _is_within(text):
                continue
            for element in text.iter(f"{TEI}{name}"):
                speaks = any(element.get(each) for each in ("rend", "rendition", "style"))
                if all(each.holds(element) for each in conditions) and (conditions or not speaks):
                    yield element


def _is_within(text: _Element) -> bool:
    """Whether a text stands in another, whose elements are its own."""
    return any(around.tag in (f"{TEI}text", f"{TEI}sourceDoc") for around in text.iterancestors())
