# SPDX-License-Identifier: MIT
"""The registry: every identifier that was ever published, and what became of it.

A unit is entered when it is published and never taken out. What happens to it later is added to
its history: its text changed, it moved, it was retired, it was restored. So each identifier leads
for ever to its passage or to a true account of it.

>>> registry = Registry.load(Path("corpus/citations.json"))  # doctest: +SKIP
>>> registry.resolve("letter-p07").status  # doctest: +SKIP
<Status.CURRENT: 'current'>

The file is described in ``docs/identifiers.md`` and ``schemas/citations.schema.json``;
:mod:`tei_edition.citations.registry_file` reads and writes it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from tei_edition.errors import TeiEditionError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


class RegistryError(TeiEditionError):
    """The registry cannot be used; where, and why."""

    def __init__(self, path: str, line: int, words: str, hint: str = "") -> None:
        self.path, self.line, self.words, self.hint = path, line, words, hint
        super().__init__(f"{path}:{line}:1: {words}" + (f"; {hint}" if hint else ""))


class UnpublishedError(TeiEditionError):
    """An identifier that the registry does not know."""


class What(StrEnum):
    """What can happen to a published unit."""

    CHANGED = "changed"
    """Its text was corrected: a dated erratum."""
    MOVED = "moved"
    """It has another identifier now, or stands in another document."""
    RETIRED = "retired"
    """It is no longer in the edition: merged into others, or left out for a reason."""
    RESTORED = "restored"
    """It is back in the edition after it was retired."""


class Status(StrEnum):
    """What an identifier leads to."""

    CURRENT = "current"
    """The unit that it has always named."""
    MOVED = "moved"
    """The same unit, under another identifier."""
    RETIRED = "retired"
    """No longer that unit: its successors, if there are any, and the reason."""


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of a unit's history."""

    what: What
    on: str
    """The day, ISO 8601 (``2027-03-01``)."""
    note: str = ""
    """Why, in the editors' words: what was corrected, the reason why it was retired."""
    into: tuple[str, ...] = ()
    """Identifiers. Of a unit that moved: its new one, if it has a new one. Of a retired one: its
    successors. Of a changed one: where a part of its text stands now (it was split)."""
    was: str = ""
    """Of a changed unit: the digest of its text before."""
    left: str = ""
    """Of a unit that moved to another document: the identifier of the one where it stood before."""
    version: str = ""
    """The version that published the event; empty until one is published."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A published unit: a document or a passage."""

    xml_id: str
    document: str
    """The identifier of the document it stands in, or last stood in; its own if it is one."""
    kind: str
    """The name of its element: ``p``, ``stamp``, ``TEI``."""
    label: str
    """What it is called in a citation: “¶ 2”. Of a document: its title."""
    digest: str
    """The digest of its text (:mod:`tei_edition.citations.digest`), as it now is or last was;
    empty where it has no text of the document (what stands in a header)."""
    version: str
    """The version that published it first; empty if that is still to come (another unit leads to
    it already)."""
    history: tuple[Event, ...] = ()
    """Oldest first."""
    holds: tuple[str, ...] = ()
    """Of a passage without text of its own: the identifiers of the units right in it, as it now is
    or last was."""
    within: str = ""
    """Of a passage with neither text nor units in it (a gap, a page break), or with the words of
    another one in the document: the identifier of the unit that it stands in."""
    after: str = ""
    """Of such a one: the identifier of the unit right before it there, if there is one."""
    before: str = ""
    """Of such a one: the identifier of the unit right behind it there, if there is one."""

    @property
    def is_document(self) -> bool:
        """Whether it is a whole document."""
        return self.xml_id == self.document

    @property
    def end(self) -> Event | None:
        """The event by which it left the edition under this identifier; None if it is there."""
        for event in reversed(self.history):
            if event.what is What.RETIRED or (event.what is What.MOVED and event.into):
                return event
            if event.what is What.RESTORED:
                return None
        return None

    @property
    def is_current(self) -> bool:
        """Whether the edition has it under this identifier."""
        return self.end is None


@dataclass(frozen=True, slots=True)
class Version:
    """A published version of the edition."""

    name: str
    """Numbers joined by dots: ``1.0``."""
    date: str
    """The day when it was published, ISO 8601."""

    @property
    def order(self) -> tuple[int, ...]:
        """For comparing: ``1.10`` comes after ``1.9``."""
        return version_order(self.name)


@dataclass(frozen=True, slots=True)
class Resolution:
    """What an identifier leads to."""

    unit: Unit
    """The unit that the identifier named when it was published."""
    status: Status
    now: tuple[Unit, ...]
    """The current units it leads to, through all moves and mergers: itself, if it is current;
    none, if it was retired without a successor."""
    account: tuple[tuple[Unit, Event], ...]
    """What happened on the way, with the unit it happened to: its own history, then that of the
    units it led to, from the day when it did."""

    @property
    def reason(self) -> str:
        """Why it left the edition, in the editors' words; empty if it did not, or none is given."""
        return self.unit.end.note if self.unit.end else ""


@dataclass(frozen=True, slots=True)
class Registry:
    """Everything that was ever published."""

    units: Mapping[str, Unit] = field(default_factory=dict)
    """By identifier."""
    versions: tuple[Version, ...] = ()
    """Oldest first."""

    @classmethod
    def load(cls, path: Path) -> Registry:
        """Read a registry.

        Raises:
            RegistryError: it cannot be read, or is none.
        """
        from tei_edition.citations.registry_file import load

        return load(path)

    @property
    def version(self) -> str:
        """The version that was published last; empty before the first."""
        return self.versions[-1].name if self.versions else ""

    def __iter__(self) -> Iterator[Unit]:
        """The units in the order of their identifiers."""
        return iter(sorted(self.units.values(), key=lambda unit: unit.xml_id))

    def resolve(self, xml_id: str) -> Resolution:
        """What an identifier leads to, through all moves and mergers.

        Raises:
            UnpublishedError: it was never published.
        """
        if xml_id not in self.units:
            from tei_edition.wording import nearest

            near = nearest(xml_id, self.units)
            hint = f"; did you mean “{near}”?" if near else ""
            raise UnpublishedError(f"“{xml_id}” was never published{hint}")
        account: list[tuple[Unit, Event]] = []
        now: list[Unit] = []
        seen: set[str] = set()
        statuses = {Status.CURRENT}
        pending = [(xml_id, "")]
        while pending:
            name, since = pending.pop(0)
            unit = self.units.get(name)
            if unit is None or name in seen:
                continue
            seen.add(name)
            account += [(unit, event) for event in unit.history if event.on >= since]
            end = unit.end
            if end is None:
                now.append(unit)
                continue
            statuses.add(Status.MOVED if end.what is What.MOVED else Status.RETIRED)
            pending += [(each, end.on) for each in end.into]
        retired = Status.RETIRED in statuses or not now
        status = Status.RETIRED if retired else max(statuses, key=list(Status).index)
        return Resolution(self.units[xml_id], status, tuple(now), tuple(account))

    def of_document(self, document: str) -> tuple[Unit, ...]:
        """The units that stand in a document, or last stood there, with the document itself."""
        return tuple(unit for unit in self if unit.document == document)


def version_order(name: str) -> tuple[int, ...]:
    """A version as numbers, for comparing."""
    return tuple(map(int, name.split(".")))
