# SPDX-License-Identifier: MIT
"""The check ``grammar``: the RELAX NG schemas of a document, and what is wrong with them.

Documents are held to them in the pass of :mod:`tei_edition.checks.document`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.findings import Finding, Severity
from tei_edition.relaxng import Schema, SchemaError

if TYPE_CHECKING:
    from collections.abc import Iterable


def compiled(
    names: Iterable[str], files: set[str], *, cache: bool
) -> tuple[list[Schema], list[Finding]]:
    """The schemas of files, kept for the life of the process, and what is wrong with them.

    Args:
        names: their files.
        files: is told every file that one is made of.
        cache: whether simplified schemas are kept on disk.
    """
    usable: list[Schema] = []
    findings: list[Finding] = []
    for name in names:
        schema = _schema(name, cache=cache)
        if isinstance(schema, Schema):
            usable.append(schema)
            files.update(map(str, schema.files))
            if schema.identifiers:
                findings.append(_unidentified(name, schema.identifiers))
        else:
            findings.append(schema)
            files.update((name, schema.path))
    return usable, findings


@lru_cache(maxsize=32)
def _schema(name: str, *, cache: bool) -> Schema | Finding:
    try:
        return Schema.load(Path(name)) if cache else Schema.load(Path(name), cache=None)
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


def _unidentified(name: str, reason: str) -> Finding:
    """Say that a schema does not allow IDs to be checked: that they were must not be thought."""
    place = re.fullmatch(r"(.*?):(\d+):(\d+): (.*)", reason, re.DOTALL)
    path, line, column, words = place.groups() if place else (name, "1", "1", reason)
    return Finding(
        name if Path(path).name == Path(name).name else path,
        int(line),
        int(column),
        "ids-not-checked",
        Severity.INFO,
        "grammar",
        f"IDs and references to them are not checked: {words}",
        "give the attribute the same kind of type wherever elements of this name may have it",
    )


def forget() -> None:
    """Read schemas again when they are next needed."""
    _schema.cache_clear()


def follows(finding: Finding, doubtful: tuple[str, int, int]) -> bool:
    """Whether a grammar says only what a fault that is said already leads to.

    That is so behind an element whose end tag is missing: what follows was taken for its content.
    """
    behind = finding.path == doubtful[0] and finding[1:3] > doubtful[1:]
    return behind and finding.check == "grammar"
