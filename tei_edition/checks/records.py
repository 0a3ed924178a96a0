# SPDX-License-Identifier: MIT
"""What a survey of a document records: elements, where they stand, and what they say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.findings import Finding

if TYPE_CHECKING:
    from tei_edition.checks.dates import Span
    from tei_edition.findings import Severity


class Spot(NamedTuple):
    """An element: where its start tag stands, its name, its ``xml:id``."""

    path: str
    line: int
    column: int
    element: str
    xml_id: str

    def finding(
        self,
        check: str,
        code: str,
        severity: Severity,
        message: str,
        hint: str = "",
        attribute: str = "",
    ) -> Finding:
        """What a check has against the element, or against one of its attributes."""
        place = (self.path, self.line, self.column)
        about = (message, hint, self.element, self.xml_id, attribute)
        return Finding(*place, code, severity, check, *about)


class Named(NamedTuple):
    """A file that a header names, and the element that names it."""

    spot: Spot
    target: str


PLACES = frozenset({"placeName", "settlement", "geogName", "country", "region", "district"})
"""Elements that name a place."""

RECEIVING = frozenset({"received", "forwarded", "redirected"})
"""Types of a ``correspAction`` by which the document reaches somebody."""


class Dated(NamedTuple):
    """An element with a date."""

    spot: Spot
    span: Span
    action: str
    """The ``type`` of the ``correspAction`` it stands in; else empty."""
    number: int
    """Which ``correspAction`` that is."""
    corresp: bool
    """Whether it points to what it repeats."""


class Mention(NamedTuple):
    """A name that leads to an entry."""

    spot: Spot
    refs: tuple[str, ...]
    """The URIs of ``@ref``."""
    action: str
    number: int
    corresp: bool


class Tag(NamedTuple):
    """A language tag, at its first use."""

    spot: Spot
    attribute: str
    tag: str


class Number(NamedTuple):
    """An element with a number in ``@n``."""

    spot: Spot
    label: str


class Life(NamedTuple):
    """When a person lived, or a place or an organisation existed; spans as claimed."""

    spot: Spot
    begins: tuple[Span, ...]
    ends: tuple[Span, ...]


@dataclass(slots=True)
class Document:
    """What was found in one ``TEI`` (or in the header of a ``teiCorpus``)."""

    spot: Spot
    transcriptions: list[Named] = field(default_factory=list)
    """``sourceDesc//ref[@type='transcription']``."""
    carriers: list[Named] = field(default_factory=list)
    """``correspContext/ref[@type='carrier']``."""
    created: list[Dated] = field(default_factory=list)
    """``creation//date``."""
    actions: list[Dated] = field(default_factory=list)
    """``correspAction/date``."""
    parties: list[Mention] = field(default_factory=list)
    """Names in ``correspAction``."""
    datelines: list[Dated] = field(default_factory=list)
    """Dates in the datelines of the text."""
    mentioned: list[Dated] = field(default_factory=list)
    """Other dates of the text."""
    signed: list[Mention] = field(default_factory=list)
    saluted: list[Mention] = field(default_factory=list)
    """Names in the salutation of an opener."""
    placed: list[Mention] = field(default_factory=list)
    """Names of places in datelines."""
    declared: set[str] = field(default_factory=set)
    """``langUsage/language/@ident``, in lower case, those of the corpus too."""
    tags: dict[tuple[str, str], Tag] = field(default_factory=dict)
    """By attribute and tag."""
    numbers: dict[tuple[str, int, str], list[Number]] = field(default_factory=dict)
    """By element name, parent and kind, in document order."""
    counted: set[int] = field(default_factory=set)
    """Parents whose numbers the rules for distribution lists look at."""
    lives: list[Life] = field(default_factory=list)
