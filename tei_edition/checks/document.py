# SPDX-License-Identifier: MIT
"""All checks of one document: one streaming pass, then, where there are rules, a tree for Saxon.

These functions run in worker processes: they take and give plain values, and keep compiled schemas
for the life of their process.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.checks import schemas
from tei_edition.checks.facts import Facts, Gatherer
from tei_edition.findings import Finding, Severity
from tei_edition.parser import XML_ID, Stream, observe, prolog
from tei_edition.relaxng import Schema, SchemaError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tei_edition.checks.facts import Place
    from tei_edition.checks.schemas import Schemas


@dataclass(frozen=True, slots=True)
class Settings:
    """What is the same for all documents of a run."""

    schemas: tuple[str, ...]
    """Schemas of the command line; empty to use those that documents or the edition name."""
    checks: tuple[str, ...]
    phase: str | None
    cache: bool


@dataclass(frozen=True, slots=True)
class Task:
    """One document to check."""

    path: str
    """As the user named it."""
    root: str
    """The folder that inclusions must not leave."""
    schemas: tuple[str, ...]
    """The edition's schemas."""


class Result(NamedTuple):
    """What came of one document."""

    findings: list[tuple[object, ...]]
    """Fields of :class:`Finding`, as plain tuples: they cross processes in large numbers."""
    facts: Facts | None


def check_all(piece: tuple[Settings, Sequence[Task]]) -> list[Result]:
    """Check each document of a chunk."""
    settings, tasks = piece
    return [_check(task, settings) for task in tasks]


def _check(task: Task, settings: Settings) -> Result:
    path = Path(task.path)
    chosen = _choose(task, settings)
    findings = [problem for problem in chosen.problems if problem.check in settings.checks]
    grammars = chosen.grammars if "grammar" in settings.checks else ()
    compiled: list[Schema] = []
    for name in grammars:
        schema = _grammar(name, cache=settings.cache)
        if isinstance(schema, Schema):
            compiled.append(schema)
        else:
            findings.append(schema)
    gatherer = Gatherer(task.path, whole="references" in settings.checks)
    stream = _read(task, compiled[0] if compiled else None, gatherer, findings)
    for schema in compiled[1:]:
        again = Stream(path, task.path, root=Path(task.root))
        findings += [finding for finding in schema.follow(again) if finding.check == "grammar"]
    findings += [fault for fault in stream.faults if _shown(fault, settings.checks)]
    if "rules" in settings.checks and not _is_broken(stream):
        from tei_edition.checks import rules  # Schematron costs 40 ms to import

        findings += rules.check(
            path, task.path, Path(task.root), chosen.own_rules, chosen.rules, settings.phase
        )
    return Result([tuple(finding) for finding in findings], gatherer.facts())


def _choose(task: Task, settings: Settings) -> Schemas:
    if settings.schemas:
        return schemas.given(settings.schemas)
    named = schemas.named(task.path, prolog(Path(task.path)).models)
    edition = schemas.given(task.schemas)
    if named is None:
        return edition if task.schemas else schemas.none(task.path)
    if not named.grammars and not named.problems:
        return schemas.Schemas(edition.grammars, named.rules, (), named.problems)
    return named


@lru_cache(maxsize=32)
def _grammar(name: str, *, cache: bool) -> Schema | Finding:
    try:
        return Schema.load(Path(name))
    except SchemaError as error:
        section = f" (RELAX NG, section {error.section})" if error.section else ""
        return Finding(
            error.path,
            max(error.line, 1),
            max(error.column, 1),
            "schema-incorrect",
            Severity.ERROR,
            "grammar",
            error.message + section,
            "nothing was checked against this schema",
        )


def _read(task: Task, schema: Schema | None, gatherer: Gatherer, findings: list[Finding]) -> Stream:
    """The streaming pass: grammar, if there is one, and facts."""
    stream = Stream(Path(task.path), task.path, root=Path(task.root))
    gatherer.position = stream.position
    if schema is None:
        observe(stream, gatherer.watch())
    else:
        found = schema.follow(stream, watch=gatherer.watch())
        findings += [finding for finding in found if finding.check == "grammar"]
    return stream


def _shown(fault: Finding, checks: Sequence[str]) -> bool:
    """A file that cannot be read is reported even where nobody asked for the check ``xml``."""
    return "xml" in checks or fault.severity is Severity.ERROR


def _is_broken(stream: Stream) -> bool:
    return any(fault.severity is Severity.ERROR for fault in stream.faults)


def identifiers(path: str) -> Mapping[str, Place] | None:
    """The ``xml:id``s of a file that was not part of the run; None where it is not XML."""
    gatherer = Gatherer(path)
    stream = Stream(Path(path), path)
    gatherer.position = stream.position
    watch = gatherer.watch()
    try:
        observe(stream, {XML_ID: watch[XML_ID]})
    except OSError:
        return None
    return None if _is_broken(stream) else gatherer.facts().identifiers
