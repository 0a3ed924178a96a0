# SPDX-License-Identifier: MIT
"""The check ``rules``: Schematron, stand-alone or embedded in RELAX NG or ODD."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.findings import Finding, Severity
from tei_edition.parser.expansion import expand, locate
from tei_edition.schematron import Validator
from tei_edition.schematron.ruleset import DEFAULT_PHASE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tei_edition.parser.expansion import Location
    from tei_edition.schematron import Violation


def check(
    path: Path,
    name: str,
    root: Path,
    own: Sequence[str],
    others: Sequence[str],
    phase: str | None,
) -> Iterator[Finding]:
    """What the rules say of a well-formed document, at its places.

    Args:
        path: the document.
        name: what it is called in findings.
        root: the folder that inclusions must not leave.
        own: files with the toolkit's own rules, whose codes are in the catalogue.
        others: files with other rules; they run locked down, in a process of their own.
        phase: the phase to run; None for each file's default.
    """
    validators = _validators(own, others, phase)
    if not validators:
        return
    text = expand(path, name, root=root).text
    for validator in validators:
        yield from validator.faults()
        violations = validator.run(text, base_uri=path.resolve().as_uri(), folder=path.parent)
        places: Mapping[str, Location] = {}
        if violations:
            paths = {violation.path or "/" for violation in violations if not violation.document}
            places = locate(path, paths, name, root=root)
        for violation in violations:
            trusted = str(validator.path) in own
            place = None if violation.document else places.get(violation.path or "/")
            yield _finding(violation, place, name, trusted=trusted)


def exist(own: Sequence[str], others: Sequence[str], phase: str | None) -> bool:
    """Whether the files hold any rules: a grammar may, and mostly does not."""
    return any(validator.has_rules for validator in _validators(own, others, phase))


def files(own: Sequence[str], others: Sequence[str], phase: str | None) -> set[str]:
    """Every file that the rules were read from."""
    return {str(file) for each in _validators(own, others, phase) for file in each.files}


def forget() -> None:
    """Read rules again when they are next needed; their processes end."""
    _validator.cache_clear()


def _validators(own: Sequence[str], others: Sequence[str], phase: str | None) -> list[Validator]:
    validators = [_validator(file, phase, trusted=True) for file in own]
    return validators + [_validator(file, phase, trusted=False) for file in others]


@lru_cache(maxsize=32)
def _validator(file: str, phase: str | None, *, trusted: bool) -> Validator:
    return Validator(Path(file), phase or DEFAULT_PHASE, trusted=trusted)


def _finding(violation: Violation, place: Location | None, name: str, *, trusted: bool) -> Finding:
    path, line, column, element, xml_id = place or (name, 1, 1, "", "")
    own = trusted and violation.code == "rule-failed" and violation.id
    hint = " ".join(violation.diagnostics)
    if not trusted and violation.rule.path:
        where = f"(rule: {violation.rule.path}:{violation.rule.line})"
        hint = f"{hint} {where}".strip()
    return Finding(
        violation.document or path,
        line,
        column,
        violation.id if own else violation.code,
        Severity(violation.severity),
        "rules",
        violation.message,
        hint,
        element,
        xml_id,
        _attribute(violation.path),
        violation.id,
    )


def _attribute(path: str) -> str:
    """The attribute at the end of a path such as ``/Q{…}TEI[1]/@Q{}type``."""
    step = path.rpartition("/@")[2] if "/@" in path else ""
    return step.rpartition("}")[2]
