# SPDX-License-Identifier: MIT
"""The registry of an edition, or what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.citations.registry import Registry, RegistryError
from tei_edition.findings import Finding, Severity
from tei_edition.paths import as_named

if TYPE_CHECKING:
    from pathlib import Path

    from tei_edition.edition import Edition


def published(edition: Edition) -> tuple[Registry | None, list[Finding]]:
    """The registry of an edition, None where there is none to compare with, and what is wrong."""
    if edition.registry is None:
        return None, []
    return read(edition.registry, str(edition.file))


def required(edition: Edition) -> Registry:
    """The registry of an edition, an empty one where it names none.

    Raises:
        RegistryError: it is named and not there, or cannot be read.
    """
    registry, problems = published(edition)
    for problem in problems:
        raise RegistryError(problem.path, problem.line, problem.message, problem.hint)
    return registry or Registry()


def read(path: Path, settings: str) -> tuple[Registry | None, list[Finding]]:
    """The registry in a file, and what is wrong with it.

    Args:
        path: the registry.
        settings: the ``edition.toml`` that names it, as it is called in findings.
    """
    name = as_named(path)
    if not path.exists():
        message = f"the registry of published identifiers, {name}, is not there"
        hint = (
            "restore it from your version control; if nothing was published so far, make it with "
            "“tei-edition ids publish --first” (“ids assign”, too, takes --first until then)"
        )
        return None, [_finding("registry-missing", settings, 1, message, hint)]
    try:
        return Registry.load(name), []
    except RegistryError as error:
        message = f"the registry of published identifiers {error.words}"
        return None, [_finding("registry-unreadable", error.path, error.line, message, error.hint)]


def _finding(code: str, path: str, line: int, message: str, hint: str) -> Finding:
    return Finding(path, line, 1, code, Severity.ERROR, "citations", message, hint)
