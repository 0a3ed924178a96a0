# SPDX-License-Identifier: MIT
"""Which schemas a document is checked against.

Those given on the command line; else those that the document names by ``xml-model`` instructions
(W3C/ISO "Associating Schemas with XML documents"); else the edition's.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from tei_edition import resources
from tei_edition.findings import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.parser import Model

_RELAXNG = "http://relaxng.org/ns/structure/1.0"
_SCHEMATRON = "http://purl.oclc.org/dsdl/schematron"

GRAMMARS = (".rng", ".rnc")
"""Suffixes of RELAX NG schemas; those in XML syntax may hold rules, too."""

RULES = (".sch", ".odd", ".rng")
"""Suffixes of files that hold Schematron rules."""


@dataclass(frozen=True, slots=True)
class Schemas:
    """The schemas that apply to one document."""

    grammars: tuple[str, ...] = ()
    """Paths of RELAX NG schemas."""
    rules: tuple[str, ...] = ()
    """Paths of files with Schematron rules that are not the toolkit's own."""
    own_rules: tuple[str, ...] = ()
    """Paths of the toolkit's own rules, which run unlocked."""
    problems: tuple[Finding, ...] = ()
    """What could not be found or is of no kind that can be checked."""


@lru_cache(maxsize=64)
def given(names: tuple[str, ...]) -> Schemas:
    """The schemas of the command line or of ``edition.toml``: paths, or a bundled one's name."""
    grammars, rules, own = [], [], []
    for name in names:
        if not Path(name).suffix:
            grammars.append(str(resources.schema(f"{name}.rng")))
            own.append(str(resources.schema(f"{name}.sch")))
            continue
        suffix = Path(name).suffix.lower()
        if suffix in GRAMMARS:
            grammars.append(name)
        if suffix in RULES:
            rules.append(name)
    return Schemas(tuple(grammars), tuple(rules), tuple(own))


def none(path: str) -> Schemas:
    """For a document that nothing says anything about: a warning, so that it is no silent pass."""
    warning = Finding(
        path,
        1,
        1,
        "no-schema",
        Severity.WARNING,
        "grammar",
        "nothing says which schema this document follows, so no grammar and no rules were checked",
        "name one with --schema, with an xml-model instruction, or in edition.toml",
    )
    return Schemas(problems=(warning,))


def named(path: str, models: Sequence[Model]) -> Schemas | None:
    """The schemas that a document names; None where it names none."""
    if not models:
        return None
    grammars: list[str] = []
    rules: list[str] = []
    problems: list[Finding] = []
    for model in models:
        kind = _kind(model)
        if kind is None:
            problems.append(_unsupported(path, model))
            continue
        target = Path(path).parent / unquote(model.href)
        if "://" in model.href or not target.is_file():
            problems.append(_missing(path, model))
        else:
            (rules if kind == _SCHEMATRON else grammars).append(str(target))
    return Schemas(tuple(grammars), tuple(rules), (), tuple(problems))


def _kind(model: Model) -> str | None:
    if model.schematypens in (_RELAXNG, _SCHEMATRON):
        return model.schematypens
    if model.schematypens:
        return None
    if model.type == "application/relax-ng-compact-syntax":
        return _RELAXNG
    suffix = Path(model.href).suffix.lower()
    return _RELAXNG if suffix in GRAMMARS else _SCHEMATRON if suffix == ".sch" else None


def _missing(path: str, model: Model) -> Finding:
    return Finding(
        path,
        model.line,
        model.column,
        "schema-missing",
        Severity.ERROR,
        "rules" if _kind(model) == _SCHEMATRON else "grammar",
        f"the schema “{model.href}” that the document names is not at hand, so nothing was "
        "checked against it",
        "put the file there, or name another with --schema; nothing is fetched from the web",
    )


def _unsupported(path: str, model: Model) -> Finding:
    return Finding(
        path,
        model.line,
        model.column,
        "schema-unsupported",
        Severity.WARNING,
        "grammar",
        f"the schema “{model.href}” that the document names is neither RELAX NG nor Schematron, "
        "so nothing was checked against it",
        "name a RELAX NG schema as well; one can be made from the same ODD",
    )
