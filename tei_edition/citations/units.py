# SPDX-License-Identifier: MIT
"""The units of a file: every ``xml:id`` with its kind, label and digest.

:mod:`tei_edition.citations.survey` finds them, in one streaming pass. Included files are not
followed: a unit that shows in two documents belongs to its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

Place = tuple[str, int, int]
"""File, line and column of a start tag, both from 1."""


class Found(NamedTuple):
    """A unit as it stands in a file."""

    xml_id: str
    kind: str
    """The name of its element."""
    label: str
    """What it is called in a citation; of the document, its title."""
    digest: str
    place: Place
    document: str
    """The identifier of the document (the root element); empty where it has none."""
    within: str = ""
    """The identifier of the nearest element around it that has one; not given in a header."""
    is_in_order: bool = False
    """Whether its place says something of it: not so in a header, ``standOff``, ``facsimile``."""


class Missing(NamedTuple):
    """A unit with words of its own and without an identifier."""

    kind: str
    place: Place


class Stated(NamedTuple):
    """An erratum that the header states."""

    statement: tuple[str, str, str]
    """Identifier, day, and words."""
    place: Place


@dataclass(slots=True)
class Units:
    """What was found in one file."""

    path: str
    """As it is called in findings."""
    document: str = ""
    """The identifier of the root element; empty where it has none."""
    place: Place = ("", 1, 1)
    """The root element's."""
    found: list[Found] = field(default_factory=list)
    """In document order; an identifier that stands there twice is there twice."""
    missing: list[Missing] = field(default_factory=list)
    errata: list[Stated] = field(default_factory=list)
    """In document order."""
    is_whole: bool = True
    """Whether the file is well-formed."""
