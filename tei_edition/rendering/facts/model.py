# SPDX-License-Identifier: MIT
"""What a document says that other pages of the edition need: small facts, no trees."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from itertools import starmap
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

Kind = Literal["document", "authority"]

KINDS = ("person", "place", "organisation", "work", "event", "object")
"""What names may name; the edition has an index of each that occurs."""


class Occurrence(NamedTuple):
    """A passage that names someone or something by an identifier."""

    kind: str
    """One of :data:`KINDS` as far as the naming element tells; may be empty."""
    key: str
    """The identifier: the fragment of a pointer within the edition, or a whole address."""
    entry: str
    """The name of the entry, where the document itself has one for the identifier."""
    words: str
    """The words that name it here."""
    fragment: str
    """The anchor of the passage in the document's page; empty for the page itself."""
    element: str
    """The element that the passage is called by, ``field`` or ``div-`` and a type; empty where none
    near has an identifier."""
    identifier: str
    """Its identifier; of a field its subtype."""
    event: str
    """The type of the event, of a name in the correspondence of the header, and its subtype."""


class Entry(NamedTuple):
    """An entry for a person, place …, in an authority file or in a list of a document."""

    kind: str
    key: str
    name: str
    detail: str
    """What tells it from others of its name: the years of a life, `1900–1955?/1956`."""
    is_authority: bool


class Event(NamedTuple):
    """A date of a document: when it was sent, received, written."""

    type: str
    """The `@type` of the correspAction; `written` for the creation."""
    subtype: str
    dating: Mapping[str, str]
    """The attributes of the date: `when`, `from`, `to`, `notBefore`, `notAfter`, `precision`,
    `cert`, `evidence`."""
    words: str
    """The date's own words; empty where it has none."""


class Declaration(NamedTuple):
    """A statement of a header about the edition: a policy, the project, the rights."""

    name: str
    """What it is about: the name of its element."""
    words: str
    """Its words, by which declarations of several documents are compared."""
    xml: str
    """The element."""


@dataclass(frozen=True)
class DocumentData:
    """One document as the other pages name it."""

    file: str
    page: str
    id: str = ""
    title: str = ""
    short: str = ""
    date: str = ""
    """ISO 8601, the first day or year there is; empty if the document gives none."""
    dating: Mapping[str, str] = field(default_factory=dict)
    """The attributes of that date, as of an :class:`Event`: a span or a limit is no day."""
    abstract: str = ""
    kind: Kind = "document"
    place: str = ""
    """Where the file lies among those of the run, with slashes; empty for a document alone."""
    source: str = ""
    """The address of the TEI file in the site; empty if the site has none."""
    senders: tuple[str, ...] = ()
    """Those who sent it, else its authors."""
    addressees: tuple[str, ...] = ()
    status: str = ""
    """How far its edition has got, as its header says."""
    language: str = ""
    """The language of its title: the BCP 47 tag of its root."""
    sources: Mapping[str, str] = field(default_factory=dict)
    """The titles of what its header says it rests on, by their identifiers: other documents may
    appeal to them."""


@dataclass(frozen=True)
class DocumentFacts:
    """All that one document contributes to the other pages."""

    document: DocumentData
    occurrences: tuple[Occurrence, ...] = ()
    entries: tuple[Entry, ...] = ()
    events: tuple[Event, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    interventions: frozenset[str] = frozenset()
    """The lists of the edition that it has something for: `emendations`, `gaps`."""
    cited: str = ""
    """How it is cited, with the name of the page that it was described with, as the JSON of
    :class:`Cited`; empty where that is yet to be found out."""

    @classmethod
    def from_json(cls, text: str) -> DocumentFacts:
        """What :meth:`to_json` was of."""
        document, names, entries, events, declarations, interventions, cited = json.loads(text)
        parties = {key: tuple(document[key]) for key in ("senders", "addressees")}
        return cls(
            DocumentData(**{**document, **parties}),
            tuple(starmap(Occurrence, names)),
            tuple(starmap(Entry, entries)),
            tuple(starmap(Event, events)),
            tuple(starmap(Declaration, declarations)),
            frozenset(interventions),
            cited,
        )

    def to_json(self) -> str:
        """All of it, in order."""
        lists = (self.occurrences, self.entries, self.events, self.declarations)
        return json.dumps([vars(self.document), *lists, sorted(self.interventions), self.cited])
