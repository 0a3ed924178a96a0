# SPDX-License-Identifier: MIT
"""Rules run over many documents, those of others in a process that can be killed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, cast

from tei_edition.findings import Finding, Severity
from tei_edition.schematron.faults import fault
from tei_edition.schematron.report import Violation
from tei_edition.schematron.ruleset import DEFAULT_PHASE, RuleSet, UnknownPhaseError
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

    The toolkit's own rules (*trusted*) are read and run in this process. Others are in a process of
    their own, locked down, *deadline* seconds a document at most. Raises
    :class:`~tei_edition.schematron.UnknownPhaseError`. Close it, or use it in a ``with``.

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
        self._overdue = 0
        self._given_up = ""
        self._rules: RuleSet | None = None
        self._worker: Worker | None = None
        self._faults: tuple[Finding, ...]
        self.files: tuple[Path, ...] = (path,)
        """Every file the rules were read from."""
        self.has_rules = False
        """Whether there are any: a grammar may hold rules, and mostly does not."""
        if trusted:
            self._rules = RuleSet.load(path, trusted=True)
            self._faults = self._rules.faults(phase)
            self.files = self._rules.files
            self.has_rules = self._rules.schema is not None and bool(self._rules.schema.patterns)
        else:
            self._worker = Worker(f"{__name__}:handle", memory=_MEMORY)
            self._faults = self._faults_of_others()

    def faults(self) -> tuple[Finding, ...]:
        """Everything wrong with the rules that can be told without a document."""
        return self._faults

    def run(self, text: str, *, base_uri: str = "", folder: Path | None = None) -> list[Violation]:
        """What the rules find in a document: see :meth:`RuleSet.run`."""
        if self._rules is not None:
            return self._rules.run(text, self.phase, base_uri=base_uri, folder=folder)
        assert self._worker is not None
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

    def _faults_of_others(self) -> tuple[Finding, ...]:
        """Have the worker read and compile the rules: even that may take for ever."""
        assert self._worker is not None
        try:
            answer = cast("_Reading", self._worker.call(self._request(), self.deadline))
        except OverdueError:
            code = "rules-overdue"
            why = f"they could not be read and compiled within {self.deadline:g} seconds"
        except DiedError:
            code = "rules-not-run"
            why = "they could not be read and compiled: they may need too much memory"
        else:
            if answer["unknown_phase"]:
                self.close()
                raise UnknownPhaseError(answer["unknown_phase"])
            self.files = tuple(map(Path, answer["files"]))
            self.has_rules = answer["has_rules"]
            return tuple(map(_finding, answer["faults"]))
        self._given_up = f"The rules of {self.path} were not applied: {why}"
        return (fault(code, self._given_up, Position(str(self.path), 0, 0)),)

    def _request(self) -> dict[str, Json]:
        return {"path": str(self.path), "phase": self.phase}


class _Reading(TypedDict):
    """What the worker says of rules it has read and compiled."""

    faults: list[list[Json]]
    files: list[str]
    has_rules: bool
    unknown_phase: str


_loaded: dict[str, RuleSet] = {}


def handle(request: Json) -> Json:
    """What the worker's process does: read and compile rules, or run them over a document."""
    asked = cast("dict[str, str | None]", request)
    path, phase = asked["path"] or "", asked["phase"] or ""
    if path not in _loaded:
        _loaded[path] = RuleSet.load(Path(path))
    rules = _loaded[path]
    text = asked.get("text")
    if text is not None:
        folder = asked.get("folder")
        found = rules.run(
            text,
            phase,
            base_uri=asked.get("base_uri") or "",
            folder=Path(folder) if folder else None,
        )
        return cast("Json", [list(violation) for violation in found])
    try:
        faults = [list(finding) for finding in rules.faults(phase)]
    except UnknownPhaseError as error:
        return {"faults": [], "files": [], "has_rules": False, "unknown_phase": str(error)}
    files: list[Json] = [str(file) for file in rules.files]
    return {
        "faults": cast("Json", faults),
        "files": files,
        "has_rules": rules.schema is not None and bool(rules.schema.patterns),
        "unknown_phase": "",
    }


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
