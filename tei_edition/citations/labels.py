# SPDX-License-Identifier: MIT
"""What a passage is called in a citation: “¶ 2”, “incoming stamp”, “copy Nº 3”.

The words are those of the pages, in the tables ``passage`` and ``part``. The registry has the
English name; readers get that of the edition's language.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tei_edition.citations.phrases import ENGLISH, phrases, primary
from tei_edition.document import XML_ID, local

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

    from tei_edition.citations.registry import Unit

_NUMBER = re.compile(r"-[a-z]+0*(\d+)$")


def label(element: _Element, language: str = ENGLISH) -> str:
    """The passage's name; empty for a whole document."""
    attributes = {str(key): str(value) for key, value in element.attrib.items()}
    return label_of(local(element), attributes, element.get(XML_ID, ""), language)


def label_of(name: str, attributes: Mapping[str, str], xml_id: str, language: str = ENGLISH) -> str:
    """The name of a passage by its element, attributes and identifier.

    The number is the one in the ``xml:id`` (``…-p02`` is “¶ 2”), which never changes, not the
    position in the text, which may.
    """
    if name == "TEI":
        return ""
    words = phrases(language)
    kind = attributes.get("type", "")
    subtype = attributes.get("subtype", "")
    number = attributes.get("n", "")
    if name == "item" and number:
        return words["part.copy" if "-copy" in xml_id else "part.item"].format(number=number)
    if kind == "field" and subtype:
        name = words.get(f"field.{subtype}", subtype.replace("-", " "))
        return words["part.field"].format(name=name)
    if name == "stamp" and subtype:
        return words.get(f"part.stamp-{subtype}") or words["part.stamp-of"].format(kind=subtype)
    keys = (f"part.{name}-{kind}", f"passage.{name}", f"part.{name}")
    found = _NUMBER.search(xml_id)
    return next((words[key] for key in keys if key in words), name) + (
        f" {found[1]}" if found else ""
    )


def published_label(unit: Unit, language: str) -> str:
    """What a unit of the registry is called; of a document, its title."""
    if unit.is_document or primary(language) == ENGLISH:
        return unit.label
    words = phrases(language)
    for key, pattern in _patterns():
        element = key.partition(".")[2].partition("-")[0]
        found = pattern.fullmatch(unit.label) if element in (unit.kind, *_FOR_ANY) else None
        if found is not None:
            return words[key].format_map(found.groupdict()) + _suffix(found)
    return unit.label


_FOR_ANY = ("copy", "field")
"""Names of passages that are not those of their elements."""


def _suffix(found: re.Match[str]) -> str:
    number = found.groupdict().get("behind")
    return f" {number}" if number else ""


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The English names as patterns, those of types before those of elements alone."""

    def made() -> Iterator[tuple[str, re.Pattern[str]]]:
        for key, word in phrases(ENGLISH).items():
            if key.startswith(("part.", "passage.")):
                exact = re.escape(word).replace(r"\{", "{").replace(r"\}", "}")
                gaps = re.sub(r"\{(\w+)\}", r"(?P<\1>.+)", exact)
                yield key, re.compile(gaps + r"(?: (?P<behind>\d+))?")

    return tuple(sorted(made(), key=lambda each: ("(?P<kind>" in each[1].pattern, each[0])))
