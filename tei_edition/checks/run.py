# SPDX-License-Identifier: MIT
"""A validation run: documents in, findings out.

Documents are taken in chunks, in this process or in several; what is about the run as a whole
(references across files, acknowledgements) comes last, from the small facts gathered on the way.
"""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition import catalogue, work
from tei_edition.checks import CHECKS, document
from tei_edition.checks.acknowledgements import Acknowledgements
from tei_edition.checks.document import Result, Settings, Task
from tei_edition.checks.references import References, orphans
from tei_edition.edition import BUNDLED_SCHEMAS, Edition
from tei_edition.errors import TeiEditionError
from tei_edition.findings import Finding, Severity
from tei_edition.paths import as_named, expand_paths
from tei_edition.reports.report import Summary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tei_edition.checks.facts import Facts

CHUNK = 2_000_000
"""Bytes of documents that make a chunk of work."""

ALONE = 4_000_000
"""Bytes up to which other processes cost more than they save."""

DEADLINE = 120.0
"""Seconds that a document may take that has already cost a process its life."""


@dataclass(frozen=True, slots=True)
class Options:
    """What to check and how. The defaults are those of the command line."""

    schemas: tuple[str, ...] = ()
    """Schemas to use instead of those that documents or the edition name: paths, or the name of a
    bundled one."""
    checks: tuple[str, ...] = CHECKS
    """The checks to make."""
    phase: str | None = None
    """The Schematron phase to run; None for the schema's own default."""
    jobs: int | None = 1
    """Processes; None for as many as the work is worth. More than one needs a main module that
    can be imported again (the ``if __name__ == "__main__"`` guard)."""
    cache: bool = True
    """Keep compiled schemas in the user's cache folder."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Findings as they come: those of one document, or those about the run as a whole."""

    findings: list[Finding]
    size: int
    """Bytes of the document; 0 for the run as a whole."""


class Run:
    """The findings of a run, batch by batch; iterate once, then ask for the summary."""

    def __init__(self, files: Sequence[_File], options: Options, edition: Edition | None) -> None:
        self._files = files
        self._options = options
        self._edition = edition
        self._facts: list[Facts] = []
        self._notes = Acknowledgements()
        self._seen: set[tuple[object, ...]] = set()
        self._counts: Counter[Severity] = Counter()
        self._acknowledged = 0
        self.size = sum(file.size for file in files)
        """Bytes of all documents."""
        self.is_long = self.size > ALONE
        """Whether the run is worth a progress bar."""

    def __iter__(self) -> Iterator[Batch]:
        for file, result in self._results():
            if result.facts is not None:
                self._facts.append(result.facts)
                self._notes.learn(result.facts.acknowledgements)
            findings = sorted(Finding._make(plain) for plain in result.findings)
            yield Batch(self._take(findings), file.size)
        yield Batch(self._take(self._whole()), 0)

    def summary(self) -> Summary:
        """What the run came to."""
        return Summary(
            files=len(self._files),
            checks=self._options.checks,
            errors=self._counts[Severity.ERROR],
            warnings=self._counts[Severity.WARNING],
            infos=self._counts[Severity.INFO],
            acknowledged=self._acknowledged,
        )

    def _take(self, findings: Iterable[Finding]) -> list[Finding]:
        """Findings not yet reported (an included file is also read on its own), counted."""
        fresh = []
        for finding in self._notes.apply(findings):
            key = (finding.path, finding.line, finding.column, finding.code, finding.message)
            if key in self._seen:
                continue
            self._seen.add(key)
            fresh.append(finding)
            if finding.acknowledged_by:
                self._acknowledged += 1
            else:
                self._counts[finding.severity] += 1
        return fresh

    def _is_known(self, finding: Finding) -> bool:
        """Whether a grammar, which knows of identifiers too, has reported it in its own words."""
        place = finding[:4]
        return finding.code == "duplicate-id" and any(key[:4] == place for key in self._seen)

    def _results(self) -> Iterator[tuple[_File, Result]]:
        settings = Settings(
            schemas=self._options.schemas,
            checks=self._options.checks,
            phase=self._options.phase,
            cache=self._options.cache,
        )
        jobs = self._jobs()
        chunks = list(_chunks(self._files, jobs))
        pieces = [(settings, tuple(file.task for file in chunk)) for chunk in chunks]
        answers = work.run(document.check_all, pieces, jobs=jobs)
        for chunk, answer in zip(chunks, answers, strict=True):
            if isinstance(answer, work.Failure):
                yield from self._one_by_one(chunk, settings, answer.reason)
            else:
                yield from zip(chunk, answer, strict=True)

    def _one_by_one(
        self, chunk: Sequence[_File], settings: Settings, reason: str
    ) -> Iterator[tuple[_File, Result]]:
        """A chunk whose worker was lost, again, to find the document that did it."""
        if len(chunk) == 1:
            yield chunk[0], Result([_not_made(chunk[0].task.path, reason)], None)
            return
        pieces = [(settings, (file.task,)) for file in chunk]
        answers = work.run(document.check_all, pieces, jobs=self._jobs(), deadline=DEADLINE)
        for file, answer in zip(chunk, answers, strict=True):
            if isinstance(answer, work.Failure):
                yield file, Result([_not_made(file.task.path, answer.reason)], None)
            else:
                yield file, answer[0]

    def _jobs(self) -> int:
        if self._options.jobs is not None:
            return self._options.jobs
        return work.cores() if self.is_long else 1

    def _whole(self) -> Iterator[Finding]:
        """Findings that need all documents."""
        findings: list[Finding] = []
        if "references" in self._options.checks:
            references = References(self._facts, document.identifiers)
            findings += (f for f in references.findings() if not self._is_known(f))
            if self._edition is not None:
                authorities = {str(path) for path in self._edition.authorities}
                entries = [facts for facts in self._facts if _absolute(facts.path) in authorities]
                findings += orphans(entries, references.used)
        yield from sorted(findings)
        # The findings above have to pass the notes before any note can be called stale.
        check_of = {code: entry.check for code, entry in catalogue.entries().items()}
        yield from self._notes.stale(self._options.checks, check_of)


@dataclass(frozen=True, slots=True)
class _File:
    task: Task
    size: int


def validate(paths: Sequence[Path] | None = None, options: Options | None = None) -> Run:
    """Check files, folders, or (without paths) the whole edition of the working directory.

    >>> for batch in validate([Path("letter.xml")]):  # doctest: +SKIP
    ...     for finding in batch.findings:
    ...         print(finding.line, finding.message)

    Raises:
        TeiEditionError: a path or a schema is not there or not readable; no paths were given and
            there is no edition; ``edition.toml`` cannot be used.
    """
    options = options or Options()
    for schema in options.schemas:
        if schema not in BUNDLED_SCHEMAS and not Path(schema).is_file():
            raise TeiEditionError(f"there is no schema file “{schema}”")
    if paths is not None:
        return Run(list(_named(paths)), options, None)
    edition = Edition.find()
    files = [_file(as_named(path), edition) for path in edition.files]
    return Run(files, options, edition)


def _named(paths: Sequence[Path]) -> Iterator[_File]:
    editions: dict[Path, Edition | None] = {}
    for file in expand_paths(paths):
        folder = file.parent
        if folder not in editions:
            editions[folder] = Edition.containing(file)
        yield _file(file, editions[folder])


def _file(path: Path, edition: Edition | None) -> _File:
    try:
        with open(path, "rb") as stream:
            size = os.fstat(stream.fileno()).st_size
    except OSError as error:
        raise TeiEditionError(f"“{path}” cannot be read: {error.strerror}") from error
    root = edition.root if edition is not None else path.parent
    schemas = edition.schemas if edition is not None else ()
    return _File(Task(str(path), str(root), schemas), size)


def _chunks(files: Sequence[_File], jobs: int) -> Iterator[list[_File]]:
    """Neighbouring files in chunks, small enough that every process gets several."""
    limit = min(CHUNK, sum(file.size for file in files) // (jobs * 4) + 1) if jobs > 1 else CHUNK
    chunk: list[_File] = []
    size = 0
    for file in files:
        chunk.append(file)
        size += file.size
        if size >= limit:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _not_made(path: str, reason: str) -> Finding:
    return Finding(
        path,
        1,
        1,
        "check-not-made",
        Severity.ERROR,
        "xml",
        f"this file could not be checked: the process that checked it {reason}",
        "try it by itself, with one check at a time (--check)",
    )


def _absolute(path: str) -> str:
    return str(Path(path).resolve())
