# SPDX-License-Identifier: MIT
"""Keeping the registry of an edition: publish, and record what happens to what is published.

Each function reads the documents and the registry while it holds the registry's lock, and writes
the registry in one step or not at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tei_edition.citations import events, identifiers, moves, registry_file, revisions
from tei_edition.citations.conditions import RefusedError
from tei_edition.citations.registry import Registry, What
from tei_edition.citations.registry_format import VERSION
from tei_edition.citations.standing import Standing
from tei_edition.errors import TeiEditionError
from tei_edition.files import locked
from tei_edition.findings import Finding, Severity
from tei_edition.paths import as_named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from tei_edition.citations.revisions import Drift
    from tei_edition.edition import Edition


@dataclass(frozen=True, slots=True)
class Publication:
    """What ``publish`` did, or why it did nothing."""

    version: str
    errors: tuple[Finding, ...]
    """Errors of the check; if there are any, nothing was published."""
    units: int = 0
    """Units that are published now."""
    new: int = 0
    """Units that were not before."""


class _NotPublishedError(Exception):
    def __init__(self, errors: Iterable[Finding]) -> None:
        self.errors = tuple(errors)
        super().__init__()


def publish(
    edition: Edition,
    version: str = "",
    *,
    first: bool = False,
    on: str = "",
    jobs: int | None = 1,
) -> Publication:
    """Enter every unit of the edition in the registry; nothing, if the check finds errors.

    Args:
        edition: names the registry, and the version unless that is given.
        version: the version that is published.
        first: make the registry. Without that a registry that is missing is taken for lost.
        on: the day, ISO 8601; default: today.
        jobs: processes; None for as many as the work is worth.

    >>> publish(Edition.find(), "1.0").new  # doctest: +SKIP

    Raises:
        TeiEditionError: the registry is not named, not there, not readable, or locked; a later
            version is published already.
    """
    path = _registry(edition, must_be_there=not first)
    if first and path.exists():
        raise RefusedError(f"{as_named(path)} is there already: publish without --first")
    version = version or edition.version
    if not version:
        raise RefusedError(
            f"say which version is published: --version, or version in {edition.file}"
        )
    if not VERSION.fullmatch(version):
        raise RefusedError(f"“{version}” is not a version such as “1.0”")
    before: list[Registry] = []

    def make(registry: Registry) -> Registry:
        files = list(identifiers.read(edition, jobs))
        weigh = edition.validation.severities.weigh
        found = map(weigh, identifiers.check_units(edition, registry, files))
        errors = sorted(each for each in found if each and each.severity is Severity.ERROR)
        if errors:
            raise _NotPublishedError(errors)
        before.append(registry)
        standing = Standing.of(found for units in files for found in units.found)
        return events.publish(registry, standing, version, on or _today())

    try:
        after = registry_file.change(path, make)
    except _NotPublishedError as refused:
        return Publication(version, refused.errors)
    known = sum(bool(unit.version) for unit in before[0])
    return Publication(version, (), len(after.units), len(after.units) - known)


def record_change(
    edition: Edition,
    xml_ids: Sequence[str],
    note: str,
    continued_in: Sequence[str] = (),
    on: str = "",
) -> Registry:
    """Record an erratum: the text of published units was corrected.

    Raises:
        TeiEditionError: the documents do not bear it out; the registry cannot be used.
    """

    def make(registry: Registry, standing: Standing) -> Registry:
        for xml_id in xml_ids:
            registry = events.record_change(
                registry, standing, xml_id, note, on or _today(), continued_in
            )
        return registry

    return _record(edition, make)


def retire(
    edition: Edition,
    xml_ids: Sequence[str],
    into: Sequence[str] = (),
    reason: str = "",
    on: str = "",
) -> Registry:
    """Record that published units are no longer in the edition.

    Raises:
        TeiEditionError: the documents do not bear it out; the registry cannot be used.
    """

    def make(registry: Registry, standing: Standing) -> Registry:
        for xml_id in xml_ids:
            registry = events.retire(registry, standing, xml_id, into, reason, on or _today())
        return registry

    return _record(edition, make)


def move(
    edition: Edition, old: str, new: str | None = None, note: str = "", on: str = ""
) -> Registry:
    """Record that a published unit has another identifier, or stands in another document.

    Raises:
        TeiEditionError: the documents do not bear it out; the registry cannot be used.
    """

    def make(registry: Registry, standing: Standing) -> Registry:
        return moves.move(registry, standing, old, new, note, on or _today())

    return _record(edition, make)


def restore(edition: Edition, xml_ids: Sequence[str], note: str = "", on: str = "") -> Registry:
    """Record that retired units are back.

    Raises:
        TeiEditionError: the documents do not bear it out; the registry cannot be used.
    """

    def make(registry: Registry, standing: Standing) -> Registry:
        for xml_id in xml_ids:
            registry = events.restore(registry, standing, xml_id, note, on or _today())
        return registry

    return _record(edition, make)


def registry_of(edition: Edition) -> Registry:
    """The registry of an edition.

    Raises:
        TeiEditionError: the edition names none, or it cannot be used.
    """
    return Registry.load(as_named(_registry(edition, must_be_there=True)))


def happened(registry: Registry, xml_id: str) -> str:
    """The last event of a unit in one line."""
    event = registry.units[xml_id].history[-1]
    others = ", ".join(f"“{each}”" for each in event.into)
    match event.what:
        case What.CHANGED:
            words = "its text was corrected" + (f"; a part of it is in {others}" if others else "")
        case What.MOVED:
            words = f"it is {others} now" if others else f"it moved here from “{event.left}”"
        case What.RETIRED:
            words = f"it was merged into {others}" if others else "it was retired"
        case What.RESTORED:
            words = "it is back"
    return f"“{xml_id}”, {event.on}: {words}" + (f" ({event.note})" if event.note else "")


def _record(edition: Edition, make: Callable[[Registry, Standing], Registry]) -> Registry:
    """Record something in the registry, and state it in the documents.

    That everything can be written is found out before anything is. Where the work is cut off in
    between, the check finds the record that a document does not state; ``errata --write`` does.
    """
    path = _registry(edition, must_be_there=True)
    with locked(path):
        before = registry_file.load(path)
        files = list(identifiers.read(edition))
        broken = [units.path for units in files if not units.is_whole]
        if broken:
            raise RefusedError(
                f"{broken[0]} is not well-formed, so that nobody can say what stands in it: "
                "tei-edition validate says where"
            )
        try:
            after = make(before, Standing.of(found for units in files for found in units.found))
        except RefusedError as refused:
            drifts = revisions.drifts(before, files, edition.language)
            raise _with_what_is_left(refused, drifts) from None
        registry = registry_file.rewriting(path, after)
        documents = revisions.rewritings(after, files, edition.language)
        for each in (registry, *documents):
            each.check()
        registry.write()
        try:
            for each in documents:
                each.write()
        except TeiEditionError as error:
            raise TeiEditionError(
                f"{error}. The record is in the registry; state it in the document with "
                "“tei-edition ids errata --write”"
            ) from error
    return after


def _with_what_is_left(refused: RefusedError, drifts: Iterable[Drift]) -> RefusedError:
    """A refusal; where a former command was cut off, with what is left to do of that."""
    paths = [drift.units.path for drift in drifts if drift.missing]
    if not paths:
        return refused
    return RefusedError(
        f"{refused}. The registry has a record that {paths[0]} does not state yet: write it there "
        "with “tei-edition ids errata --write”"
    )


def state_errata(edition: Edition) -> list[str]:
    """Write into the documents the recorded changes that their ``revisionDesc`` does not state.

    Gives the paths of the documents that were changed.

    Raises:
        TeiEditionError: the registry cannot be used; a document cannot be written, or has no place
            for them: then none is.
    """
    path = _registry(edition, must_be_there=True)
    with locked(path):
        files = list(identifiers.read(edition))
        rewritings = revisions.rewritings(registry_file.load(path), files, edition.language)
        for each in rewritings:
            each.check()
        for each in rewritings:
            each.write()
    return [str(each.path) for each in rewritings]


def _registry(edition: Edition, *, must_be_there: bool) -> Path:
    if edition.registry is None:
        raise RefusedError(
            f"{edition.file} names no registry of published identifiers: add "
            '[identifiers] with registry = "citations.json"'
        )
    if must_be_there and not edition.registry.exists():
        raise RefusedError(
            f"the registry {as_named(edition.registry)} is not there: restore it from your version "
            "control; if nothing was published so far, make it with “tei-edition ids publish "
            "--first”"
        )
    return edition.registry


def _today() -> str:
    return date.today().isoformat()
