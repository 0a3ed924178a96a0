# SPDX-License-Identifier: MIT
"""Anomalies that the editors know of and accept.

An editorial note acknowledges a finding by naming its code and the element it stands at::

    <note type="editorial" ana="finding:times-reversed" target="#cable-arrived">…</note>

That finding is then no error there, and nothing else is silenced. A note that acknowledges a
finding which is not made (any more) is itself a warning.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from tei_edition.findings import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tei_edition.checks.facts import Acknowledgement


_NOTHING: Mapping[str, Collection[str]] = {}


class Acknowledgements:
    """The acknowledging notes of a run, and which of them were needed."""

    def __init__(self) -> None:
        self._notes: dict[tuple[str, str], Acknowledgement] = {}
        self._known: dict[Acknowledgement, set[str]] = {}

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._known)

    def learn(self, notes: Iterable[Acknowledgement]) -> None:
        """Take the notes of one document."""
        for note in notes:
            self._known.setdefault(note, set())
            for code in note.codes:
                for target in note.targets:
                    self._notes[code, target] = note

    def apply(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The findings, those that a note acknowledges marked so and made information."""
        if not self._notes:
            yield from findings
            return
        for finding in findings:
            name, note = self._note(finding)
            if note is None:
                yield finding
                continue
            self._known[note].add(name)
            by = note.xml_id or f"in line {note.place.line}"
            yield finding._replace(severity=Severity.INFO, acknowledged_by=by)

    def _note(self, finding: Finding) -> tuple[str, Acknowledgement | None]:
        """The note that acknowledges a finding, under its code or its rule's own name."""
        for name in filter(None, (finding.code, finding.rule)):
            note = self._notes.get((name, finding.xml_id)) if finding.xml_id else None
            if note is not None:
                return name, note
        return "", None

    def stale(
        self,
        checks: Collection[str],
        check_of: Mapping[str, str],
        unmade: Mapping[str, Collection[str]] = _NOTHING,
    ) -> Iterator[Finding]:
        """Warnings about acknowledgements that matched nothing, or nothing that exists.

        Args:
            checks: the checks that were made; other checks' codes are left alone.
            check_of: the check that each known code belongs to.
            unmade: by file, the checks that could not be made there.
        """
        for note, matched in self._known.items():
            for code in note.codes:
                check = check_of.get(code, "rules")
                was_made = check in checks and check not in unmade.get(note.place.path, ())
                if code not in matched and was_made:
                    yield _stale(note, code)


def _stale(note: Acknowledgement, code: str) -> Finding:
    place = note.place
    targets = ", ".join(f"#{target}" for target in note.targets) or "nothing"
    return Finding(
        place.path,
        place.line,
        place.column,
        "stale-acknowledgement",
        Severity.WARNING,
        "rules",
        f"this note acknowledges “{code}” at {targets}, but there is no such finding there",
        "take “finding:" + code + "” out of @ana, or point @target at the element concerned",
        "note",
        note.xml_id,
        "ana",
    )
