# SPDX-License-Identifier: MIT
"""A validation run: documents in, findings out.

Documents are taken in chunks, in this process or in several; what is about the run as a whole
(references across files, acknowledgements) comes last, from the small facts gathered on the way.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tei_edition import work
from tei_edition.checks import CHECKS, document
from tei_edition.checks.acknowledgements import Acknowledgements
from tei_edition.checks.chunks import ALONE, checked, workers_ahead
from tei_edition.checks.document import Result, Settings
from tei_edition.checks.schemas import KINDS
from tei_edition.checks.selection import named, whole
from tei_edition.errors import TeiEditionError
from tei_edition.findings import Finding, Severity
from tei_edition.paths import real
from tei_edition.reports.report import Summary
from tei_edition.resources import BUNDLED_SCHEMAS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, MutableMapping, Sequence

    from tei_edition.checks.chunks import Workers
    from tei_edition.checks.facts import Facts
    from tei_edition.checks.selection import Selected, Selection
    from tei_edition.checks.targets import Targets
    from tei_edition.severities import Severities


class Options(NamedTuple):
    """What to check and how. The defaults are those of the command line."""

    schemas: tuple[str, ...] = ()
    """Schemas to use instead of those that documents or the edition name: paths, or the name of a
    bundled one."""
    checks: tuple[str, ...] = CHECKS
    """The checks to make."""
    phase: str | None = None
    """The Schematron phase to run; None for the schema's own default."""
    jobs: int | None = 1
    """Processes, at most two for each core; None for as many as the work is worth. More than one
    needs a main module that can be imported again (the ``if __name__ == "__main__"`` guard)."""
    cache: bool = True
    """Keep compiled schemas in the user's cache folder."""
    catalogs: tuple[str, ...] = ()
    """OASIS XML catalogs, to be asked before those of the edition and of the environment."""
    required: tuple[str, ...] = ()
    """Checks of which it is an error if they cannot be made: those that the user named."""


class Batch(NamedTuple):
    """Findings as they come: those of one document, or those about the run as a whole."""

    findings: list[Finding]
    size: int
    """Bytes of the document; 0 for the run as a whole."""


class Run:
    """The findings of a run, batch by batch; iterate once, then ask for the summary."""

    def __init__(
        self,
        selection: Selection,
        options: Options,
        known: MutableMapping[str, Result] | None,
        workers: Workers | None = None,
    ) -> None:
        self._workers = workers
        self._files = selection.files
        self._left_out = selection.left_out
        self._options = options
        self._edition = selection.edition
        self._known: MutableMapping[str, Result] = {} if known is None else known
        self._remembers = known is not None
        self._unmade: dict[str, tuple[str, ...]] = {}
        editions = {file.task.path: file.edition for file in selection.files}
        self._registries = {
            path: edition for path, edition in editions.items() if edition and edition.registry
        }
        self._severities: dict[str, Severities] = {
            path: edition.validation.severities for path, edition in editions.items() if edition
        }
        self._targets: dict[str, Targets] = {}
        if self._severities:
            from tei_edition.checks.targets import targets_for

            targets = {each.file: targets_for(each) for each in editions.values() if each}
            self._targets = {path: targets[each.file] for path, each in editions.items() if each}
        self.files: frozenset[str] = frozenset()
        """Every file that the findings depend on, there or not; after the iteration of a run that
        has results to remember."""
        self._facts: list[Facts] = []
        self._notes = Acknowledgements()
        self._seen: set[int] = set()
        """Hashes of what was reported: the findings themselves are not kept."""
        self._told: set[tuple[object, ...]] = set()
        """Places and codes of findings that another check would report in other words."""
        self._counts: Counter[Severity] = Counter()
        self._acknowledged = 0
        self.size = sum(file.size for file in selection.files)
        """Bytes of all documents."""
        self.is_long = self.size > ALONE
        """Whether the run is worth a progress bar."""

    def __iter__(self) -> Iterator[Batch]:
        files: set[str] = set()
        for file, result in self._results():
            if result.facts is not None:
                self._facts.append(result.facts)
                self._notes.learn(result.facts.acknowledgements)
            if result.unmade:
                self._unmade[file.task.path] = result.unmade
            files |= result.files
            findings = sorted(map(Finding._make, result.findings))
            yield Batch(self._take(findings), file.size)
        yield Batch(self._take(self._whole(files)), 0)
        self.files = frozenset(files)

    def summary(self) -> Summary:
        """What the run came to."""
        count = len(self._files)
        unmade = Counter(check for checks in self._unmade.values() for check in checks)
        return Summary(
            files=count,
            checks=tuple(name for name in self._options.checks if unmade[name] < count),
            unmade={name: unmade[name] for name in CHECKS if unmade[name]},
            left_out=self._left_out,
            errors=self._counts[Severity.ERROR],
            warnings=self._counts[Severity.WARNING],
            infos=self._counts[Severity.INFO],
            acknowledged=self._acknowledged,
        )

    def _take(self, findings: Iterable[Finding]) -> list[Finding]:
        """Findings not yet reported (an included file is also read on its own), counted."""
        if self._notes:
            findings = self._notes.apply(findings)
        if self._severities:
            findings = self._weighed(findings)
        seen, fresh = self._seen, []
        for finding in findings:
            path, line, column, code, _, _, message, *_ = finding
            # 64 bits: among a hundred thousand findings, two meet once in a thousand million runs.
            key = hash((path, line, column, code, message))
            if key in seen:
                continue
            seen.add(key)
            if code in _TOLD:
                self._told.add((path, line, column, code))
            fresh.append(finding)
        unacknowledged = [f.severity for f in fresh if not f.acknowledged_by]
        self._counts.update(unacknowledged)
        self._acknowledged += len(fresh) - len(unacknowledged)
        return fresh

    def _weighed(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The findings as their editions weigh them, without those that are not to be reported."""
        for finding in findings:
            severities = self._severities.get(finding.path)
            weighed = severities.weigh(finding) if severities is not None else finding
            if weighed is not None:
                yield weighed

    def _is_known(self, finding: Finding) -> bool:
        """Whether another check, which knows of it too, has reported it in its own words."""
        also = _ALSO_KNOWN_AS.get(finding.code, ())
        return any((*finding[:3], code) in self._told for code in also)

    def _results(self) -> Iterator[tuple[Selected, Result]]:
        settings = Settings(
            schemas=self._options.schemas,
            checks=self._options.checks,
            phase=self._options.phase,
            cache=self._options.cache,
            files=self._remembers,
        )
        unknown = [file for file in self._files if file.task.path not in self._known]
        fresh = checked(unknown, settings, self._jobs(), self._workers)
        for file in self._files:
            known = self._known.get(file.task.path)
            if known is None:
                _, known = next(fresh)
                if self._remembers:
                    self._known[file.task.path] = known
            yield file, known

    def _jobs(self) -> int:
        if self._options.jobs is not None:
            return work.at_most(self._options.jobs)
        return work.cores() if self.is_long else 1

    def _whole(self, files: set[str]) -> Iterator[Finding]:
        """Findings that need all documents; the files they depend on are added."""
        findings: list[Finding] = []
        if "references" in self._options.checks:
            from tei_edition.checks.references import References, orphans
            from tei_edition.checks.targets import Targets

            own = Targets()
            references = References(
                self._facts, document.identifiers, lambda path: self._targets.get(path, own)
            )
            findings += (f for f in references.findings() if not self._is_known(f))
            files |= references.files()
            is_whole = sum(facts.is_whole for facts in self._facts) == len(self._files)
            if self._edition is not None and is_whole:
                authorities = {str(path) for path in self._edition.authorities}
                entries = [facts for facts in self._facts if _absolute(facts.path) in authorities]
                findings += orphans(entries, references.used)
        if "consistency" in self._options.checks:
            from tei_edition.checks.consistency import lifetimes
            from tei_edition.checks.second_pass import lives

            findings += lifetimes(self._facts, lives, files)
        if "citations" in self._options.checks and self._registries:
            from tei_edition.checks.citations import check

            whole = self._edition is not None and not self._left_out
            findings += check(self._registries, self._facts, files, whole=whole)
        yield from sorted(findings)
        # The findings above have to pass the notes before any note can be called stale.
        if not self._notes:
            return
        from tei_edition import catalogue

        check_of = {code: entry.check for code, entry in catalogue.entries().items()}
        yield from self._notes.stale(self._options.checks, check_of, self._unmade)


_ALSO_KNOWN_AS = {
    "duplicate-id": ("duplicate-id",),
    "pointer-file-missing": ("transcription-missing", "transcript-not-compared"),
}
_TOLD = frozenset(code for codes in _ALSO_KNOWN_AS.values() for code in codes)
"""Findings of the check ``references``, and the codes under which others report the same fault."""


def validate(
    paths: Sequence[Path] | None = None,
    options: Options | None = None,
    known: MutableMapping[str, Result] | None = None,
) -> Run:
    """Check files, folders, or (without paths) the whole edition of the working directory.

    >>> for batch in validate([Path("letter.xml")]):  # doctest: +SKIP
    ...     for finding in batch.findings:
    ...         print(finding.line, finding.message)

    Results of documents that are *known* are used as they are, the others are added there: so only
    what changed has to be checked again.

    Raises:
        TeiEditionError: a path, a schema or a catalog is not there or not readable; no paths were
            given and there is no edition; ``edition.toml`` cannot be used; no check is left.
    """
    options = options or Options()
    unknown = [name for name in options.checks if name not in CHECKS]
    if unknown:
        raise TeiEditionError(f"there is no check “{unknown[0]}”; there are {', '.join(CHECKS)}")
    if not options.checks:
        raise TeiEditionError("no check is left: what --check asks for, --skip takes away")
    if options.phase is not None and "rules" not in options.checks:
        raise TeiEditionError("--phase is for the check rules, which is left out")
    for schema in options.schemas:
        if schema not in BUNDLED_SCHEMAS and not Path(schema).is_file():
            raise TeiEditionError(f"there is no schema file “{schema}”")
        if schema not in BUNDLED_SCHEMAS and Path(schema).suffix.lower() not in KINDS:
            raise TeiEditionError(
                f"“{schema}” is no schema that can be used: grammars are in RELAX NG (.rng, .rnc), "
                "rules in Schematron (.sch) or in an ODD (.odd)"
            )
    for catalog in options.catalogs:
        if not Path(catalog).is_file():
            raise TeiEditionError(f"there is no XML catalog “{catalog}”")
    if paths is None:
        return Run(_able(whole(options.catalogs), options), options, known)
    workers = None if known else workers_ahead(paths, options.jobs)
    try:
        selection = _able(named(list(paths), options.catalogs), options)
        return Run(selection, options, known, workers)
    except BaseException:
        if workers is not None:
            workers.end()
        raise


def _able(selection: Selection, options: Options) -> Selection:
    """The selection, if there is anything in it to make the required checks on."""
    if "citations" in options.required and not any(
        file.task.units is not None for file in selection.files
    ):
        path, edition = selection.files[0].task.path, selection.files[0].edition
        if edition is None:
            reason = f"“{path}” lies in no edition, so that nothing says what is published of it"
        elif edition.registry is None:
            reason = f"{edition.file} names no registry of published identifiers"
        else:
            reason = f"“{path}” is not among the documents that {edition.file} names"
        raise TeiEditionError(f"the check citations cannot be made: {reason}")
    return selection


def _absolute(path: str) -> str:
    return str(real(Path(path)))
