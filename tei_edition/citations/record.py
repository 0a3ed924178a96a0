# SPDX-License-Identifier: MIT
"""What a citation of an archival document says, in its parts.

Every form of a citation, and the exchange formats, are made from these and from nothing else. What
a source does not state is empty: nothing is guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

EDITION = "edition"
"""The kind of the record that stands for an edition as a whole."""

_DAY = re.compile(r"(-?\d{4,})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Name:
    """A person or a body, as it is cited."""

    family: str = ""
    given: str = ""
    literal: str = ""
    """The whole name, where its parts are not known; then the others are empty."""
    addresses: tuple[str, ...] = ()
    """Of the person in authority files, such as ``https://d-nb.info/gnd/118562126``."""
    is_body: bool = False
    """Whether it is an organisation."""

    @property
    def words(self) -> str:
        """In the order in which it is read: ``Arthur Schnitzler``."""
        return self.literal or " ".join(filter(None, (self.given, self.family)))

    @property
    def sorted_words(self) -> str:
        """In the order of a catalogue: ``Schnitzler, Arthur``."""
        return self.literal or ", ".join(filter(None, (self.family, self.given)))


def name_from_words(words: str, *, is_body: bool = False) -> Name:
    """A name as an editor writes it; ``Family, Given`` is taken apart, anything else is not.

    >>> name_from_words("Schnitzler, Arthur").given
    'Arthur'
    """
    family, comma, given = (part.strip() for part in words.partition(","))
    if is_body or not comma or not family or not given or re.search(r"[,;:\d]", given + family):
        return Name(literal=words, is_body=is_body)
    return Name(family=family, given=given)


@dataclass(frozen=True, slots=True)
class Place:
    """A place, and its addresses in authority files such as ``https://www.geonames.org/524901``."""

    words: str
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """A date or a range, each end as ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` (ISO 8601)."""

    start: str = ""
    end: str = ""
    """Equal to the start where it is one date; empty where it is open."""
    is_certain: bool = True
    is_range: bool = False
    """Whether it lasted (``@from``, ``@to``), and is not one moment between two limits."""
    words: str = ""
    """As the source has it, where there is no other form."""

    def __bool__(self) -> bool:
        return bool(self.start or self.end or self.words)

    @property
    def is_exact(self) -> bool:
        """Whether it is one day, month or year, and certain."""
        return bool(self.start) and self.start == self.end and self.is_certain

    @property
    def iso(self) -> str:
        """As ISO 8601 has it: a date, an interval; empty where it is neither for certain."""
        if self.is_exact:
            return self.start
        is_interval = self.is_range and self.is_certain and self.start and self.end
        return f"{self.start}/{self.end}" if is_interval else ""

    @property
    def edtf(self) -> str:
        """In the Extended Date/Time Format (ISO 8601-2, levels 1 and 2); empty without a date.

        An interval lasted, and may be open (``1950-01-03/..``); one moment between two limits is
        one of a set (``[1950-03-04..1950-03-09]``); “?” marks what is uncertain.
        """
        start, end = self.start, self.end
        if not start and not end:
            return ""
        mark = "" if self.is_certain else "?"
        if start == end:
            return f"{start}{mark}"
        if self.is_range:
            return "/".join(f"{each}{mark}" if each else ".." for each in (start, end))
        return f"[{start}..{end}]"


def day(value: str) -> str:
    """The date at the beginning of a value, without its time; empty if it begins with none.

    >>> day("1950-09-30T20:35:00")
    '1950-09-30'
    """
    found = _DAY.match(value.strip())
    return found[0] if found else ""


def parts(value: str) -> tuple[int, ...]:
    """Year, month and day, as far as a date of :class:`Span` has them."""
    found = _DAY.fullmatch(value)
    return tuple(int(part) for part in found.groups() if part) if found else ()


@dataclass(frozen=True, slots=True)
class Archive:
    """Where the document is kept (TEI Guidelines 11.4, ``msIdentifier``)."""

    repository: str = ""
    place: str = ""
    collection: str = ""
    reference: str = ""
    """Shelfmark: ``fond 45, opis 1, delo 347``."""


@dataclass(frozen=True, slots=True)
class Correspondence:
    """Who sent what to whom (TEI Guidelines 2.4.6, ``correspDesc``): the two actions that count."""

    senders: tuple[Name, ...] = ()
    addressees: tuple[Name, ...] = ()
    sent_from: tuple[Place, ...] = ()
    sent_to: tuple[Place, ...] = ()
    sent: Span = Span()
    received: Span = Span()


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """One document of an edition."""

    id: str
    title: str
    """The edition's own heading, the short one where there are two."""
    full_title: str = ""
    kind: str = ""
    """``letter``, ``cable``: what ``TEI/@type`` or ``text/@type`` says."""
    number: str = ""
    """``600308/sh``: the text's ``idno`` of the document's own kind."""
    authors: tuple[Name, ...] = ()
    """Of a document that is no letter."""
    correspondence: Correspondence | None = None
    date: Span = Span()
    archives: tuple[Archive, ...] = ()
    translators: tuple[Name, ...] = ()
    translation: str = ""
    """Who published the translation that the text follows."""
    language: str = ""
    """BCP 47, of the text."""
    encoded: str = ""
    """The date in ``publicationStmt``."""
    address: str = ""
    """The document's own address, from ``publicationStmt/idno``."""
    abstract: str = ""

    @property
    def is_edition(self) -> bool:
        """Whether it stands for the edition as a whole."""
        return self.kind == EDITION

    @property
    def writers(self) -> tuple[Name, ...]:
        """The senders of a letter, the authors of anything else."""
        return (self.correspondence.senders if self.correspondence else ()) or self.authors


@dataclass(frozen=True, slots=True)
class EditionRecord:
    """The edition a document stands in."""

    title: str = ""
    editors: tuple[Name, ...] = ()
    publisher: str = ""
    version: str = ""
    language: str = "en"
    base_url: str = ""
    """Ends with a slash; empty for a document on its own."""
