# SPDX-License-Identifier: MIT
"""How an edition's documents are checked: the tables ``[validation]`` and ``[references]``.

What JSON Schema can say of them is in ``schemas/edition.schema.json``; what is said here needs more
than one key, the catalogue of findings, or a look at the disk.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, cast

from tei_edition import settings
from tei_edition.errors import ConfigurationError
from tei_edition.findings import Severity
from tei_edition.paths import Globs
from tei_edition.resources import BUNDLED_SCHEMAS
from tei_edition.severities import OFF, Severities
from tei_edition.wording import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tei_edition.settings import Place


@dataclass(frozen=True, slots=True)
class PathSchemas:
    """Schemas for the documents whose path fits a pattern."""

    pattern: Globs
    schemas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Validation:
    """The settings of ``validate``. All paths are absolute."""

    schemas: tuple[str, ...] = ()
    """Schemas for documents that name none and fit no pattern: paths, or a bundled one's name."""
    by_path: tuple[PathSchemas, ...] = ()
    """Schemas by pattern; the first pattern that a path fits counts."""
    exclude: Globs = field(default_factory=Globs)
    """Documents that are left out."""
    severities: Severities = field(default_factory=Severities)
    """What findings count as, by code."""
    addresses: tuple[tuple[str, str], ...] = ()
    """Addresses of schemas, and the files (or bundled names) that stand for them."""
    catalogs: tuple[str, ...] = ()
    """OASIS XML catalogs."""
    targets: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """What pointers may point at, by ``@attribute`` or ``element/@attribute``."""

    def schemas_for(self, path: str) -> tuple[str, ...]:
        """The schemas of a document that names none; its path is relative to the edition."""
        for entry in self.by_path:
            if entry.pattern.fits(path):
                return entry.schemas
        return self.schemas


def read(path: Path, text: str, data: Mapping[str, object]) -> Validation:
    """The settings in an ``edition.toml`` that its JSON Schema has passed.

    Raises:
        ConfigurationError: a file that is not there, a code that does not exist.
    """
    reader = _Reader(path, text)
    table = cast("Mapping[str, object]", data.get("validation", {}))
    references = cast("Mapping[str, Mapping[str, list[str]]]", data.get("references", {}))
    by_path = cast("list[Mapping[str, object]]", table.get("paths", []))
    return Validation(
        schemas=reader.schemas(table.get("schemas", []), ("validation", "schemas")),
        by_path=tuple(
            PathSchemas(
                reader.globs([entry["pattern"]], ("validation", "paths", number, "pattern")),
                reader.schemas(entry["schemas"], ("validation", "paths", number, "schemas")),
            )
            for number, entry in enumerate(by_path)
        ),
        exclude=reader.globs(table.get("exclude", []), ("validation", "exclude")),
        severities=reader.severities(cast("Mapping[str, str]", table.get("severity", {}))),
        addresses=tuple(
            (address, reader.schema(name, ("validation", "addresses", address)))
            for address, name in cast("Mapping[str, str]", table.get("addresses", {})).items()
        ),
        catalogs=tuple(
            reader.file(name, ("validation", "catalogs", number), "catalog")
            for number, name in enumerate(cast("list[str]", table.get("catalogs", [])))
        ),
        targets=tuple((key, tuple(names)) for key, names in references.get("targets", {}).items()),
    )


class _Reader:
    """Looks at single settings; what is wrong is said with the line of the setting."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._text = text
        self._root = path.resolve().parent

    def wrong(self, place: Place, words: str) -> ConfigurationError:
        return ConfigurationError(settings.describe_at(self._path, self._text, place, words))

    def file(self, name: str, place: Place, kind: str) -> str:
        file = self._root / name
        if not file.is_file():
            raise self.wrong(place, f"there is no {kind} “{name}” in {self._root}")
        return str(file)

    def schema(self, name: str, place: Place) -> str:
        return name if name in BUNDLED_SCHEMAS else self.file(name, place, "schema")

    def schemas(self, names: object, place: Place) -> tuple[str, ...]:
        return tuple(
            self.schema(name, (*place, number))
            for number, name in enumerate(cast("list[str]", names))
        )

    def globs(self, patterns: object, place: Place) -> Globs:
        globs = Globs(tuple(cast("list[str]", patterns)))
        try:
            globs.fits("")
        except re.error as error:
            words = f"the brackets of a pattern cannot be understood: {error.msg}"
            raise self.wrong(place, words) from error
        return globs

    def severities(self, words: Mapping[str, str]) -> Severities:
        if not words:
            return Severities()
        from tei_edition import catalogue

        entries = catalogue.entries()
        chosen = {}
        for code, word in words.items():
            place = ("validation", "severity", code)
            if code not in entries:
                near = nearest(code, entries)
                hint = f"did you mean “{near}”?" if near else "“tei-edition explain” lists all"
                raise self.wrong(place, f"there is no finding code “{code}”; {hint}")
            severity = None if word == OFF else Severity[word.upper()]
            if entries[code].unchecked and (severity is None or severity < Severity.WARNING):
                words_ = f"“{code}” says that something was not checked, so it can be “error” or "
                raise self.wrong(place, f"{words_}“warning”, not “{word}”")
            chosen[code] = severity
        return Severities(chosen)
