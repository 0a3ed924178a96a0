# SPDX-License-Identifier: MIT
"""The facts of an edition on disk, so that a run needs no more memory for more documents.

An SQLite file that lives as long as the run. It is filled document by document, put in order by
:meth:`FactStore.finish`, and then only read, by several processes if need be.
"""

from __future__ import annotations

import json
import sqlite3
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.rendering.cited import Cited
from tei_edition.rendering.facts.model import DocumentFacts, Event
from tei_edition.rendering.facts.sorting import Alphabet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TABLES = """
-- An index serves only where what is compared has the same affinity: both identifiers are INTEGER.
CREATE TABLE occurrences (document, kind, key, entry, words, fragment, element, identifier,
  event, id INTEGER);
CREATE TABLE entries (kind, key, name, detail, authority, page, UNIQUE (key, name, authority));
CREATE TABLE events (document, day, event);
CREATE TABLE declarations (document, name, words, xml);
CREATE TABLE cited (document INTEGER PRIMARY KEY, cited);
CREATE TABLE registered (id INTEGER PRIMARY KEY, kind, key, entry, name, detail, page, heading,
  letters, variants, place DEFAULT 0, passages DEFAULT 0, documents DEFAULT 0);
CREATE INDEX occurrences_by_key ON occurrences (key);
CREATE INDEX occurrences_by_document ON occurrences (document);
CREATE INDEX entries_by_key ON entries (key, authority);
CREATE INDEX registered_by_key ON registered (key, entry);
CREATE INDEX registered_by_page ON registered (page);
CREATE INDEX events_by_day ON events (day);
CREATE INDEX declarations_by_name ON declarations (name, words);
"""

_REGISTER = """
-- Entries of authority files stand for their identifier everywhere.
INSERT INTO registered (kind, key, entry, name, detail, page)
  SELECT kind, key, '', name, detail, page FROM entries WHERE authority
  GROUP BY key HAVING min(rowid);
-- An entry of a document stands for the names of that document, and of others that have the
-- identifier under the same name.
INSERT INTO registered (kind, key, entry, name, detail, page)
  SELECT kind, key, name, name, detail, page FROM entries
  WHERE NOT authority AND key NOT IN (SELECT key FROM registered)
    AND key IN (SELECT key FROM occurrences)
  GROUP BY key, name HAVING min(rowid);
-- An identifier without any entry goes by the form that it most often has.
INSERT INTO registered (kind, key, entry, name, detail, page)
  SELECT kind, key, '', words, '', '' FROM
    (SELECT kind, key, words, count(*) AS n, min(rowid) AS first FROM occurrences
     WHERE kind != '' AND words != '' AND key NOT IN (SELECT key FROM registered)
     GROUP BY key, kind, words ORDER BY key, n DESC, first)
  GROUP BY key;
UPDATE occurrences SET id = coalesce(
  (SELECT r.id FROM registered r WHERE r.key = occurrences.key AND r.entry = occurrences.entry),
  (SELECT min(r.id) FROM registered r WHERE r.key = occurrences.key));
CREATE INDEX occurrences_by_id ON occurrences (id, document);
UPDATE registered SET
  passages = (SELECT count(*) FROM occurrences o WHERE o.id = registered.id),
  documents = (SELECT count(DISTINCT document) FROM occurrences o WHERE o.id = registered.id);
DELETE FROM registered WHERE entry != '' AND passages = 0;
CREATE INDEX registered_by_name ON registered (kind, letters, variants, name);
"""


class Registered(NamedTuple):
    """Someone or something that an index of the edition has."""

    id: int
    kind: str
    key: str
    name: str
    detail: str
    page: str
    """The page that the entry itself stands in; empty where the edition has no entry."""
    heading: str
    """The letter it is filed under."""
    passages: int
    documents: int
    place: int
    """Its place in the index of its kind, from 0."""


class Passage(NamedTuple):
    """Where a registered one is named, and how often just there."""

    document: int
    """The document's place in the order of the edition."""
    fragment: str
    element: str
    identifier: str
    event: str
    words: str
    times: int


class Variant(NamedTuple):
    """What one or more headers declare in the same words."""

    xml: str
    documents: int
    first: tuple[int, ...]
    """The first of the documents that say so, by their places."""


class FactStore:
    """The facts of the documents of one edition."""

    def __init__(self, path: Path) -> None:
        self.path = path
        """The file; it is made when the first document is added."""
        self._count = 0

    @cached_property
    def _database(self) -> sqlite3.Connection:
        is_new = not self.path.exists()
        database = sqlite3.connect(self.path)
        database.executescript(  # a file that no one needs after the run
            "PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF; PRAGMA cache_size = -4000;"
        )
        if is_new:
            database.executescript(_TABLES)
        return database

    def close(self) -> None:
        """Let go of the file, which another process may go on with."""
        if "_database" in self.__dict__:
            self._database.commit()
            self._database.close()
            del self.__dict__["_database"]

    def add(self, facts: DocumentFacts) -> None:
        """Add a document; its place is the number of those that were added before."""
        number, page = self._count, facts.document.page
        self._count += 1
        add = self._database.executemany
        rows = [(number, *occurrence) for occurrence in facts.occurrences]
        add("INSERT INTO occurrences VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)", rows)
        entries = [(*entry, page) for entry in facts.entries]
        add("INSERT OR IGNORE INTO entries VALUES (?, ?, ?, ?, ?, ?)", entries)
        events = [(number, _day(event), json.dumps(event)) for event in facts.events]
        add("INSERT INTO events VALUES (?, ?, ?)", events)
        declarations = [(number, *declaration) for declaration in facts.declarations]
        add("INSERT INTO declarations VALUES (?, ?, ?, ?)", declarations)
        if facts.cited:
            add("INSERT INTO cited VALUES (?, ?)", [(number, facts.cited)])

    def cited(self, document: int) -> Cited | None:
        """How a document is cited, if that is known."""
        query = "SELECT cited FROM cited WHERE document = ?"
        row = self._database.execute(query, (document,)).fetchone()
        return Cited.from_json(row[0]) if row else None

    def finish(self, alphabet: Alphabet) -> None:
        """Put together what belongs together, in alphabetical order."""
        database = self._database
        database.executescript(f"BEGIN; {_REGISTER} COMMIT;")
        names = database.execute("SELECT id, name FROM registered").fetchall()
        places = [
            (place.letters, place.variants, alphabet.heading(name), number)
            for number, name in names
            for place in [alphabet.place(name)]
        ]
        update = "UPDATE registered SET letters = ?, variants = ?, heading = ? WHERE id = ?"
        database.executemany(update, places)
        database.execute(
            "UPDATE registered SET place = ordered.place FROM (SELECT id, row_number() OVER"
            " (PARTITION BY kind ORDER BY letters, variants, name, id) - 1 AS place"
            " FROM registered) AS ordered WHERE registered.id = ordered.id"
        )
        database.commit()

    def kinds(self) -> set[str]:
        """The kinds of which there is anyone or anything."""
        return {kind for (kind,) in self._database.execute("SELECT DISTINCT kind FROM registered")}

    def registered(self, kind: str) -> Iterator[Registered]:
        """All of one kind, in alphabetical order."""
        yield from self._registered("kind = ? ORDER BY letters, variants, name, id", kind)

    def registered_in(self, page: str) -> Iterator[Registered]:
        """All whose entry stands in a page."""
        yield from self._registered("page = ? ORDER BY id", page)

    def without_entry(self, document: int) -> Iterator[Registered]:
        """All whom a document names and who have an entry nowhere but in the index."""
        named = "SELECT occurrences.id FROM occurrences WHERE document = ?"
        yield from self._registered(f"page = '' AND id IN ({named}) ORDER BY id", document)

    def _registered(self, condition: str, value: str | int) -> Iterator[Registered]:
        columns = "id, kind, key, name, detail, page, heading, passages, documents, place"
        query = f"SELECT {columns} FROM registered WHERE {condition}"  # noqa: S608 - ours
        for row in self._database.execute(query, (value,)):
            yield Registered(*row)

    def passages(self, registered: int, documents: int | None = None) -> Iterator[Passage]:
        """Where one is named, in the order of the edition; in its first ``documents`` only."""
        query = """SELECT document, fragment, element, identifier, event, min(words), count(*)
            FROM occurrences WHERE id = :id AND (:limit IS NULL OR document IN
              (SELECT DISTINCT document FROM occurrences WHERE id = :id
               ORDER BY document LIMIT :limit))
            GROUP BY document, fragment, event
            ORDER BY document, min(rowid)"""
        for row in self._database.execute(query, {"id": registered, "limit": documents}):
            yield Passage(*row)

    def events(self) -> Iterator[tuple[int, Event]]:
        """The dates of all documents in their order, each with its document's place."""
        query = "SELECT document, event FROM events WHERE day != '' ORDER BY day, document, rowid"
        for document, event in self._database.execute(query):
            yield document, Event(*json.loads(event))

    def declared(self) -> tuple[str, ...]:
        """What headers declare something about, in the order of headers; rights come last."""
        query = (
            "SELECT name FROM declarations GROUP BY name ORDER BY name = 'availability', min(rowid)"
        )
        return tuple(name for (name,) in self._database.execute(query))

    def variants(self, name: str, limit: int, documents: int) -> list[Variant]:
        """What headers declare of a name, most widespread first: at most ``limit`` wordings, and
        of each the first ``documents``."""
        query = """SELECT words, min(rowid), count(DISTINCT document) AS n FROM declarations
            WHERE name = ? GROUP BY words ORDER BY n DESC, min(rowid) LIMIT ?"""
        found = []
        for words, first, count in self._database.execute(query, (name, limit)).fetchall():
            (xml,) = self._database.execute(
                "SELECT xml FROM declarations WHERE rowid = ?", (first,)
            ).fetchone()
            rows = self._database.execute(
                "SELECT DISTINCT document FROM declarations WHERE name = ? AND words = ?"
                " ORDER BY document LIMIT ?",
                (name, words, documents),
            )
            found.append(Variant(xml, count, tuple(number for (number,) in rows)))
        return found


def _day(event: Event) -> str:
    """A key to sort by: the first day, the year in six figures so that negative ones come first."""
    for name in ("when", "from", "notBefore", "to", "notAfter"):
        value = event.dating.get(name, "")
        sign, digits = (-1, value[1:]) if value.startswith("-") else (1, value)
        year, _, rest = digits.partition("-")
        if year.isdecimal() and len(year) < 6:
            return f"{100_000 + sign * int(year):06}-{rest}"
    return ""
