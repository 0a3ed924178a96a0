# SPDX-License-Identifier: MIT
"""Whether every citable unit has an identifier, whether it is good, and whether it still holds."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition import work
from tei_edition.citations.addresses import OWN_PAGES
from tei_edition.citations.comparison import compare
from tei_edition.citations.scheme import EMPTY, GOOD, Scheme
from tei_edition.citations.survey import survey
from tei_edition.errors import TeiEditionError
from tei_edition.findings import Finding, Severity
from tei_edition.paths import as_named

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from tei_edition.citations.registry import Registry
    from tei_edition.citations.units import Found, Missing, Place, Units
    from tei_edition.edition import Edition


WORTH_PROCESSES = 200
"""Files from which on several processes are quicker than one."""

CHUNK = 25
"""Files that are read at a time."""


def check(edition: Edition, jobs: int | None = 1) -> Iterator[Finding]:
    """What is wrong with the identifiers of an edition.

    A citable unit has none; one is double or against the scheme; a published one has vanished, was
    given to another thing, or has another text, and nothing is recorded of it.

    ``jobs`` is the number of processes; None for as many as the work is worth.

    Raises:
        TeiEditionError: a file cannot be read.
    """
    from tei_edition.citations.published import published

    registry, problems = published(edition)
    yield from problems
    yield from check_units(edition, registry, list(read(edition, jobs)))


def read(edition: Edition, jobs: int | None = 1) -> Iterator[Units]:
    """The units of every file of an edition, in its order.

    Args:
        edition: the edition.
        jobs: processes; None for as many as the work is worth.

    Raises:
        TeiEditionError: a file cannot be read.
    """
    paths = [str(as_named(path)) for path in edition.files]
    if jobs is None:
        jobs = work.cores() if len(paths) >= WORTH_PROCESSES else 1
    pieces = [(edition.units, paths[n : n + CHUNK]) for n in range(0, len(paths), CHUNK)]
    for answer in work.run(_survey_all, pieces, jobs=work.at_most(jobs)):
        if isinstance(answer, work.Failure):
            named = ", ".join(answer.piece[1])
            raise TeiEditionError(f"the process that read {named} {answer.reason}")
        yield from answer


def _survey_all(piece: tuple[tuple[tuple[str, str], ...], list[str]]) -> list[Units]:
    units, paths = piece
    scheme = Scheme.with_units(units)
    found = []
    for path in paths:
        try:
            found.append(survey(Path(path), path, scheme))
        except OSError as error:
            raise TeiEditionError(f"“{path}” cannot be read: {error.strerror}") from error
    return found


def check_units(
    edition: Edition, registry: Registry | None, files: Sequence[Units]
) -> Iterator[Finding]:
    """As :func:`check`, of what was read already."""
    first: dict[str, Place] = {}
    known = registry.units if registry else {}
    for units in files:
        if not units.is_whole:
            message = "the file is not well-formed, so its identifiers could not be looked at"
            yield _finding("id-unreadable", (units.path, 1, 1), message, "", "", "")
            continue
        for missing in units.missing:
            yield _missing(missing)
        for found in units.found:
            if found.xml_id in first:
                path, line, _ = first[found.xml_id]
                message = f"the xml:id “{found.xml_id}” is used already, in line {line} of {path}"
                yield _of(found, "id-double", message, "choose another")
            first.setdefault(found.xml_id, found.place)
            yield from _against_scheme(found, known)
    if registry is not None:
        yield from compare(edition, registry, files, whole=True)


def _against_scheme(found: Found, known: Container[str]) -> Iterator[Finding]:
    """A published identifier stays as it is: no rule is worth a broken citation."""
    xml_id, document = found.xml_id, found.document
    if xml_id in known:
        return
    if not GOOD.fullmatch(xml_id):
        message = f"the xml:id “{xml_id}” is not made of small letters, digits and single hyphens"
        yield _of(found, "id-scheme", message, f"for instance “{_likely(xml_id)}”")
    elif xml_id == document and xml_id in OWN_PAGES:
        message = f"the document's xml:id is “{xml_id}”, and its page would be {OWN_PAGES[xml_id]}"
        yield _of(found, "id-scheme", message, f"for instance “letter-{xml_id}”")
    elif document and xml_id != document and not xml_id.startswith(f"{document}-"):
        message = f"the xml:id “{xml_id}” does not begin with its document's, “{document}-”"
        yield _of(found, "id-scheme", message, "")


def _likely(xml_id: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", xml_id.lower()).strip("-") or "p01"


def _missing(missing: Missing) -> Finding:
    message = f"this <{missing.kind}> can be cited only if it has an xml:id"
    hint = "“tei-edition ids assign” gives it one"
    if missing.kind not in EMPTY:
        hint = f"its words lie in no smaller unit that has one; {hint}"
    return _finding("id-missing", missing.place, message, hint, missing.kind, "")


def _of(found: Found, code: str, message: str, hint: str) -> Finding:
    return _finding(code, found.place, message, hint, found.kind, found.xml_id)


def _finding(
    code: str, place: Place, message: str, hint: str, element: str, xml_id: str
) -> Finding:
    return Finding(
        *place, code, Severity.ERROR, "identifiers", message, hint, element, xml_id, "xml:id"
    )
