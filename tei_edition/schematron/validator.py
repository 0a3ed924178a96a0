# SPDX-License-Identifier: MIT
"""Rules run over many documents, those of others in a process that can be killed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from tei_edition.findings import Finding, Severity
from tei_edition.schematron.faults import fault
from tei_edition.schematron.report import Violation
from tei_edition.schematron.ruleset import DEFAULT_PHASE, RuleSet
from tei_edition.schematron.source import Position
from tei_edition.worker import DiedError, OverdueError, Worker

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

    from tei_edition.worker import Json

_PATIENCE = 3
"""So many documents in a row past the deadline, and the rules are given up."""
_MEMORY = 4 << 30


class Validator:
    """One file's rules in one phase.

    The toolkit's own rules (*trusted*) run in this process. Others run in a process of their own,
    locked down, *deadline* seconds a document at most. Close it, or use it in a ``with``.

    >>> with Validator(Path("rules.sch")) as validator:
    ...     faults = validator.faults()
    ...     violations = validator.run(text)
    """

    def __init__(
        self,
        path: Path,
        phase: str = DEFAULT_PHASE,
        *,
        trusted: bool = False,
        deadline: float = 30.0,
    ) -> None:
        self.path = path
        self.phase = phase
        self.deadline = deadline
        self._rules = RuleSet.load(path, trusted=trusted)
        self._rules.check_phase(phase)
        self._worker = None if trusted else Worker(f"{__name__}:handle", memory=_MEMORY)
        self._faults: tuple[Finding, ...] | None = None
        self._overdue = 0
        self._given_up = ""

    @property
    def files(self) -> tuple[Path, ...]:
        """Every file the rules were read from."""
        return self._rules.files

    def faults(self) -> tuple[Finding, ...]:
        """Everything wrong with the rules that can be told without a document."""
        if self._faults is None:
            self._faults = self._found_faults()
        return self._faults

    def run(self, text: str, *, base_uri: str = "", folder: Path | None = None) -> list[Violation]:
        """What the rules find in a document: see :meth:`RuleSet.run`."""
        if self._rules.schema is None:
            return []
        if self._worker is None:
            return self._rules.run(text, self.phase, base_uri=base_uri, folder=folder)
        if self._given_up:
            return [Violation("rules-not-run", "", self._given_up, Severity.ERROR)]
        request: Json = {
            **self._request(),
            "text": text,
            "base_uri": base_uri,
            "folder": str(folder) if folder else None,
        }
        try:
            answer = self._worker.call(request, self.deadline)
        except OverdueError:
            self._overdue += 1
            limit = f"{self.deadline:g} seconds"
            if self._overdue >= _PATIENCE:
                self._given_up = (
                    f"The rules of {self.path} were not applied: "
                    f"they had run for more than {limit} on {_PATIENCE} documents in a row"
                )
            message = f"The rules of {self.path} ran for more than {limit} and were stopped"
            return [Violation("rules-overdue", "", message, Severity.ERROR)]
        except DiedError:
            message = f"The rules of {self.path} broke off: they may need too much memory"
            return [Violation("rules-not-run", "", message, Severity.ERROR)]
        self._overdue = 0
        return [_violation(row) for row in cast("list[list[Json]]", answer)]

    def close(self) -> None:
        """End the process of the rules, if there is one."""
        if self._worker is not None:
            self._worker.close()

    def __enter__(self) -> Validator:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _found_faults(self) -> tuple[Finding, ...]:
        if self._worker is None or self._rules.schema is None:
            return self._rules.faults(self.phase)
        try:
            answer = self._worker.call(self._request(), self.deadline)
        except OverdueError:
            code = "rules-overdue"
            self._given_up = (
                f"The rules of {self.path} were not applied: "
                f"they could not be compiled within {self.deadline:g} seconds"
            )
        except DiedError:
            code = "rules-not-run"
            self._given_up = (
                f"The rules of {self.path} were not applied: they could not be compiled"
            )
        else:
            return tuple(_finding(row) for row in cast("list[list[Json]]", answer))
        compiled = fault(code, self._given_up, self._rules.schema.position)
        return (*self._rules.reading_faults, compiled)

    def _request(self) -> dict[str, Json]:
        return {"path": str(self.path), "phase": self.phase}


_loaded: dict[str, RuleSet] = {}


def handle(request: Json) -> Json:
    """What the worker's process does: compile rules, or run them over a document."""
    asked = cast("dict[str, str | None]", request)
    path, phase = asked["path"] or "", asked["phase"] or ""
    if path not in _loaded:
        _loaded[path] = RuleSet.load(Path(path))
    text = asked.get("text")
    rows: Sequence[Finding | Violation]
    if text is None:
        rows = _loaded[path].faults(phase)
    else:
        folder = asked.get("folder")
        rows = _loaded[path].run(
            text,
            phase,
            base_uri=asked.get("base_uri") or "",
            folder=Path(folder) if folder else None,
        )
    return cast("Json", [list(row) for row in rows])


def _finding(row: list[Json]) -> Finding:
    finding = Finding._make(cast("Sequence[str]", row))
    return finding._replace(severity=Severity(finding.severity), expected=tuple(finding.expected))


def _violation(row: list[Json]) -> Violation:
    violation = Violation._make(cast("Sequence[str]", row))
    return violation._replace(
        severity=Severity(violation.severity),
        rule=Position(*violation.rule),
        diagnostics=tuple(violation.diagnostics),
        properties=tuple((name, text) for name, text in violation.properties),
    )
