# SPDX-License-Identifier: MIT
"""Which schemas a document is checked against.

Those given on the command line; else those that the document names by ``xml-model`` instructions
(W3C/ISO "Associating Schemas with XML documents"); else the edition's.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tei_edition import resources
from tei_edition.checks.addresses import Addresses
from tei_edition.findings import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.parser.prolog import Model

_RELAXNG = "http://relaxng.org/ns/structure/1.0"
_SCHEMATRON = "http://purl.oclc.org/dsdl/schematron"

GRAMMARS = (".rng", ".rnc")
"""Suffixes of RELAX NG schemas; those in XML syntax may hold rules, too."""

RULES = (".sch", ".odd", ".rng")
"""Suffixes of files that hold Schematron rules."""

KINDS = frozenset(GRAMMARS + RULES)
"""Suffixes of all that can be given as a schema."""

_NO_ADDRESSES = Addresses()


class Schemas(NamedTuple):
    """The schemas that apply to one document."""

    grammars: tuple[str, ...] = ()
    """Paths of RELAX NG schemas."""
    rules: tuple[str, ...] = ()
    """Paths of files with Schematron rules that are not the toolkit's own."""
    own_rules: tuple[str, ...] = ()
    """Paths of the toolkit's own rules, which run unlocked."""
    problems: tuple[Finding, ...] = ()
    """What could not be found or is of no kind that can be checked."""
    files: tuple[str, ...] = ()
    """Files that were looked for and are not there, and catalogs that were looked into."""


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


def lacking(
    path: str, chosen: Schemas, unmade: Sequence[str], checks: Sequence[str]
) -> Iterator[Finding]:
    """A warning where a document has no schema for a check, so that it is no silent pass.

    Many projects have a grammar and no rules: that draws none, unless rules were asked for and the
    grammar was not.
    """
    if "grammar" in unmade and not chosen.grammars:
        words = "grammar and no rules were" if "rules" in unmade else "grammar was"
        kind = "schema" if "rules" in unmade else "grammar"
        yield _no_schema(path, "grammar", kind, words)
    elif "rules" in unmade and "grammar" not in checks:
        yield _no_schema(path, "rules", "rules", "rules were")


def _no_schema(path: str, check: str, kind: str, unchecked: str) -> Finding:
    article = "" if kind == "rules" else " a"
    return Finding(
        path,
        1,
        1,
        "no-schema",
        Severity.WARNING,
        check,
        f"nothing says which {kind} this document follows, so no {unchecked} checked",
        f"name{article} {kind} with --schema, with an xml-model instruction, or in edition.toml; "
        f"or leave the check out with --skip {check}",
    )


def named(
    path: str, models: Sequence[Model], addresses: Addresses = _NO_ADDRESSES
) -> Schemas | None:
    """The schemas that a document names; None where it names none."""
    if not models:
        return None

    grammars: list[str] = []
    rules: list[str] = []
    own: list[str] = []
    problems: list[Finding] = []
    files = list(addresses.catalogs)
    for model in models:
        kind = _kind(model)
        if kind is None:
            problems.append(_unsupported(path, model))
            continue
        target = addresses.find(model.href, Path(path))
        if target is not None and not Path(target).suffix:
            bundled = given((target,))
            grammars += bundled.grammars if kind == _RELAXNG else ()
            own += bundled.own_rules if kind == _SCHEMATRON else ()
        elif target is None or not Path(target).is_file():
            problems.append(_missing(path, model, target))
            files.append(target or str(Path(path).parent / model.href))
        else:
            (rules if kind == _SCHEMATRON else grammars).append(target)
    return Schemas(tuple(grammars), tuple(rules), tuple(own), tuple(problems), tuple(files))


def _kind(model: Model) -> str | None:
    if model.schematypens in (_RELAXNG, _SCHEMATRON):
        return model.schematypens
    if model.schematypens:
        return None
    if model.type == "application/relax-ng-compact-syntax":
        return _RELAXNG
    suffix = Path(model.href).suffix.lower()
    return _RELAXNG if suffix in GRAMMARS else _SCHEMATRON if suffix == ".sch" else None


def _missing(path: str, model: Model, target: str | None) -> Finding:
    found = f": it is mapped to “{target}”, and there is no such file" if target else ""
    return Finding(
        path,
        model.line,
        model.column,
        "schema-missing",
        Severity.ERROR,
        "rules" if _kind(model) == _SCHEMATRON else "grammar",
        f"the schema “{model.href}” that the document names is not at hand{found}, so nothing was "
        "checked against it",
        "nothing is fetched from the web: put the file there, say where it is in edition.toml "
        "([validation.addresses]) or in an XML catalog (--catalog), or name another with --schema",
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
