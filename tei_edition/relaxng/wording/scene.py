# SPDX-License-Identifier: MIT
"""Where a fault was found, and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tei_edition.findings import Finding, Severity
from tei_edition.parser import XML_ID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.relaxng.wording.names import Names

_ERROR = Severity.ERROR


class Scene(NamedTuple):
    """The element at fault."""

    path: str
    line: int
    column: int
    name: str
    """The element's name."""
    parent: str
    """The name of the element it stands in; empty for the document element."""
    attributes: Sequence[str]
    """Its attributes' names and values in turn, as far as they are known."""
    names: Names
    """How names are written here."""


class Words(NamedTuple):
    """What is said of one situation, whatever the place."""

    code: str
    message: str
    hint: str = ""
    attribute: str = ""
    expected: tuple[str, ...] = ()


def finding(scene: Scene, words: Words) -> Finding:
    """The finding at one place."""
    xml_id = ""
    attributes = scene.attributes
    if XML_ID in attributes:
        for index in range(0, len(attributes), 2):
            if attributes[index] == XML_ID:
                xml_id = attributes[index + 1]
    path, line, column, name, _, _, names = scene
    code, message, hint, attribute, expected = words
    element = names.element(name)
    # Findings come by the ten thousand; to call the class takes twice as long.
    return tuple.__new__(
        Finding,
        (
            *(path, line, column, code, _ERROR, "grammar", message, hint, element, xml_id),
            *(attribute, "", expected, ""),
        ),
    )
