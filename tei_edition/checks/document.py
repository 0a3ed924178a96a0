# SPDX-License-Identifier: MIT
"""All checks of one document: one streaming pass, then, where there are rules, a tree for Saxon.

These functions run in worker processes: they take and give plain values, and keep compiled schemas
for the life of their process.
"""

from __future__ import annotations

import os
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.checks import grammar, outside_tei, schemas
from tei_edition.checks.facts import Facts, Gatherer
from tei_edition.findings import Finding, Severity
from tei_edition.parser import XML_ID, Stream, observe
from tei_edition.paths import why_unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tei_edition.checks.addresses import Addresses
    from tei_edition.checks.aside import Aside
    from tei_edition.checks.facts import Place
    from tei_edition.checks.schemas import Schemas


class Settings(NamedTuple):
    """What is the same for all documents of a run."""

    schemas: tuple[str, ...]
    """Schemas of the command line; empty to use those that documents or the edition name."""
    checks: tuple[str, ...]
    phase: str | None
    cache: bool
    files: bool
    """Whether to say which files the findings depend on."""

    @property
    def looks_beyond(self) -> bool:
        """Whether some check looks at all documents together, and so needs the facts of each."""
        return not {"references", "consistency"}.isdisjoint(self.checks)


class Task(NamedTuple):
    """One document to check. A named tuple: thousands of them cross processes."""

    path: str
    """As the user named it."""
    root: str
    """The folder that inclusions must not leave."""
    schemas: tuple[str, ...]
    """The edition's schemas."""
    addresses: Addresses
    """What stands for the addresses of schemas that the document names."""
    conventions: str = ""
    """The edition's conventions of transcription; empty for the bundled ones."""
    period: tuple[str, str] = ("", "")
    """First and last day, month or year of the edition's documents."""
    units: tuple[tuple[str, str], ...] | None = None
    """The edition's own citable units, if it has a registry and the document is one of its own;
    else None."""
    unreadable: str = ""
    """Why it cannot be read, if that is known already: a sentence about “it”."""


class Result(NamedTuple):
    """What came of one document."""

    findings: list[tuple[object, ...]]
    """Fields of :class:`Finding`, as plain tuples: they cross processes in large numbers."""
    facts: Facts | None
    """None where nobody asks for them."""
    unmade: tuple[str, ...] = ()
    """Checks that were asked for and could not be made."""
    files: frozenset[str] = frozenset()
    """What the findings depend on, if that was asked for: the files that were read or looked for;
    absolute paths."""


def check_all(piece: tuple[Settings, Sequence[Task]]) -> list[Result]:
    """Check each document of a chunk.

    The rules of others run in a process of their own; while that works, the passes over the next
    documents are made here.
    """
    settings, tasks = piece
    if "rules" not in settings.checks:
        return [_finish(_read(task, settings, None), settings) for task in tasks]

    from tei_edition.checks.aside import Aside

    aside = Aside[_Ruled]()
    passed = [_read(task, settings, aside) for task in tasks]
    aside.close()
    return [_finish(each, settings) for each in passed]


class _Passed(NamedTuple):
    """A document after its streaming pass."""

    task: Task
    chosen: Schemas
    findings: list[Finding]
    files: set[str]
    has_grammar: bool
    is_whole: bool
    facts: Facts
    others: Callable[[], _Ruled] | None
    """What the rules of others say of it, once they have."""


class _Ruled(NamedTuple):
    """What some rules say of a document."""

    has_rules: bool
    files: set[str]
    findings: list[Finding]


_UNRULED = _Ruled(False, set(), [])


def _read(task: Task, settings: Settings, aside: Aside[_Ruled] | None) -> _Passed | Result:
    """The document after its pass, or what is said of a file that cannot be read."""
    if task.unreadable:
        return _unreadable(task, settings, task.unreadable)
    try:
        return _pass(task, settings, aside)
    except OSError as error:
        if error.filename is None or os.fspath(error.filename) != task.path:
            raise
        return _unreadable(task, settings, why_unreadable(task.path, error))


def _unreadable(task: Task, settings: Settings, reason: str) -> Result:
    finding = Finding(
        task.path,
        1,
        1,
        "file-unreadable",
        Severity.ERROR,
        "xml",
        f"this file could not be read: {reason}",
        "nothing is known of it; the other files were checked",
    )
    files = frozenset({os.path.abspath(task.path)} if settings.files else ())
    return Result([finding], None, settings.checks, files)


def _pass(task: Task, settings: Settings, aside: Aside[_Ruled] | None) -> _Passed:
    path = Path(task.path)
    chosen = _choose(task, settings)
    findings = [problem for problem in chosen.problems if problem.check in settings.checks]
    grammars = chosen.grammars if "grammar" in settings.checks else ()
    files = {*chosen.files, task.path}
    compiled, faults = grammar.compiled(grammars, files, cache=settings.cache)
    findings += faults
    gatherer = Gatherer(task.path, whole=settings.looks_beyond)
    stream = Stream(path, task.path, root=_folder(task.root))
    gatherer.position = stream.position
    if compiled:
        found = compiled[0].follow(stream, watch=gatherer.watch())
        findings += [finding for finding in found if finding.check == "grammar"]
    else:
        observe(stream, gatherer.watch())
    files.update(map(str, stream.files))
    for schema in compiled[1:]:
        again = Stream(path, task.path, root=_folder(task.root))
        findings += [finding for finding in schema.follow(again) if finding.check == "grammar"]
    findings += [fault for fault in stream.faults if _shown(fault, settings.checks)]
    if stream.doubtful:
        findings = [each for each in findings if not grammar.follows(each, stream.doubtful)]
    is_whole = not _is_broken(stream)
    facts = gatherer.facts()
    facts.is_whole = is_whole
    if compiled or ("grammar" in settings.checks and not (chosen.grammars or chosen.problems)):
        outside = outside_tei.replaced(task.path, findings, compiled)
        if outside is not None:
            said, findings = outside
            findings.append(said)
            if said.code == outside_tei.OLDER:
                facts.pointers.clear()  # identifiers in P4, no addresses
    if is_whole and not {"transcript", "consistency"}.isdisjoint(settings.checks):
        covered = bool(chosen.own_rules) and "rules" in settings.checks

        from tei_edition.checks.second_pass import SecondPass

        findings += SecondPass(task, files).findings(settings.checks, facts, covered=covered)
    if "citations" in settings.checks and task.units is not None:
        from tei_edition.citations.scheme import Scheme
        from tei_edition.citations.survey import survey

        facts.units = survey(path, task.path, Scheme.with_units(task.units))
    others = None
    if aside is not None and is_whole and chosen.rules:
        others = aside.call(partial(_rule, task, (), chosen.rules, settings.phase))
    return _Passed(task, chosen, findings, files, bool(compiled), is_whole, facts, others)


def _finish(passed: _Passed | Result, settings: Settings) -> Result:
    if isinstance(passed, Result):
        return passed
    task, chosen, findings, files = passed.task, passed.chosen, passed.findings, passed.files
    own = _UNRULED
    if "rules" in settings.checks and passed.is_whole and chosen.own_rules:
        own = _rule(task, chosen.own_rules, (), settings.phase)
    others = passed.others() if passed.others else _UNRULED
    # A schema that is no schema holds no rules either: that is one fault.
    incorrect = {each.path for each in findings if each.code == "schema-incorrect"}
    findings += own.findings
    findings += [
        each
        for each in others.findings
        if each.code != "rules-not-valid" or each.path not in incorrect
    ]
    files |= own.files | others.files
    has_rules = own.has_rules or others.has_rules
    made = (
        ("grammar", passed.has_grammar),
        ("rules", has_rules),
        ("citations", task.units is not None),
    )
    unmade = [check for check, is_made in made if not is_made and check in settings.checks]
    is_told = any(problem.check in settings.checks for problem in chosen.problems)
    if not is_told and passed.is_whole:
        findings += schemas.lacking(task.path, chosen, unmade, settings.checks)
    absolute = frozenset(os.path.realpath(file) for file in files if settings.files)
    plain: list[tuple[object, ...]] = list(map(tuple, findings))
    known = passed.facts
    needed = settings.looks_beyond or known.acknowledgements or known.units is not None
    facts = known if needed else None
    return Result(plain, facts, tuple(unmade), absolute)


_folder = lru_cache(maxsize=64)(Path)
"""A folder's path, made once: that takes a hundredth of the time of a small document."""


def _rule(task: Task, own: Sequence[str], others: Sequence[str], phase: str | None) -> _Ruled:
    from tei_edition.checks import rules  # Schematron costs 40 ms to import

    return _Ruled(
        rules.exist(own, others, phase),
        rules.files(own, others, phase),
        list(rules.check(Path(task.path), task.path, _folder(task.root), own, others, phase)),
    )


def _choose(task: Task, settings: Settings) -> Schemas:
    if settings.schemas:
        return schemas.given(settings.schemas)
    from tei_edition.parser.prolog import prolog

    models = prolog(Path(task.path)).models
    named = schemas.named(task.path, models, task.addresses)
    edition = schemas.given(task.schemas)
    if named is None:
        return edition
    if not named.grammars and not named.problems:
        return named._replace(grammars=edition.grammars)
    return named


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
