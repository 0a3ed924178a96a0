# SPDX-License-Identifier: MIT
"""How a transcription writes what the markup says, as data.

The default is ``schemas/transcription-conventions.toml``, which describes every key; an edition
names its own in ``edition.toml``. The keys are held to ``transcription-conventions.schema.json``.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from tei_edition import resources, settings
from tei_edition.edition import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Mapping

_PLACEHOLDER = re.compile(r"\{([a-zA-Z]+)\}")


@dataclass(frozen=True, slots=True)
class Report:
    """What a transcription has around the words of an element, or in their place."""

    attributes: Mapping[str, str | bool]
    """True: the attribute is there; False: it is not; text: it has that value."""
    before: str = ""
    after: str = ""
    around: bool = True
    """Whether brackets stand around."""

    def fits(self, attributes: Mapping[str, str]) -> bool:
        """Whether an element with these attributes is so written."""
        return all(
            (name in attributes) is wanted
            if isinstance(wanted, bool)
            else attributes.get(name) == wanted
            for name, wanted in self.attributes.items()
        )


@dataclass(frozen=True, slots=True)
class Conventions:
    """The conventions of one archive or edition."""

    opening: str
    closing: str
    doubled: bool
    """Whether a bracket within a bracket is doubled."""
    unclosed: str
    omitted: frozenset[str]
    readings: tuple[str, ...]
    blocks: frozenset[str]
    containers: frozenset[str]
    parts: frozenset[str]
    """Elements encoded as data: a child that follows another at once begins a word."""
    points: frozenset[str]
    reporter: re.Pattern[str] | None
    editor: re.Pattern[str] | None
    words: Mapping[str, Mapping[str, str]]
    reports: Mapping[str, tuple[Report, ...]]
    """By element name, in order of precedence."""

    def report(self, element: str, attributes: Mapping[str, str]) -> Report | None:
        """How an element is reported; None where its words are simply text."""
        entries = self.reports.get(element, ())
        return next((entry for entry in entries if entry.fits(attributes)), None)

    def is_editors(self, responsibility: str) -> bool:
        """Whether the words of a ``resp`` are those of an editor, not of a reporter."""
        if self.reporter is not None and self.reporter.search(responsibility):
            return False
        return self.editor is not None and self.editor.search(responsibility) is not None

    def wording(self, template: str, attributes: Mapping[str, str]) -> str:
        """A template with the values of attributes, in the words of these conventions."""
        if "{" not in template:
            return template
        values = {**attributes, **self._extent(attributes)}

        def value(found: re.Match[str]) -> str:
            name = found[1]
            called = self.words.get(name, {})
            return " ".join(called.get(word, word) for word in values.get(name, "").split())

        return re.sub(r"\s+", " ", _PLACEHOLDER.sub(value, template)).replace(" :", ":").strip()

    def _extent(self, attributes: Mapping[str, str]) -> dict[str, str]:
        """A gap's ``amount`` and ``thing``: from ``@extent``, or from a number and its unit."""
        if "extent" in attributes:
            *amount, thing = attributes["extent"].split() or [""]
            return {"amount": " ".join(amount), "thing": thing}
        given = attributes.get
        least, most = given("atLeast", given("min", "")), given("atMost", given("max", ""))
        amount_words = given("quantity", "") or (
            f"{least} to {most}" if least and most
            else f"at least {least}" if least
            else f"at most {most}" if most
            else ""
        )  # fmt: skip
        unit = given("unit", "")
        singular = self.words.get("unit", {}).get(unit, unit)
        plural = self.words.get("plural", {}).get(singular, singular and f"{singular}s")
        one = amount_words.rpartition(" ")[2] == "1"
        return {"amount": amount_words, "thing": singular if one else plural}


class _Brackets(TypedDict, total=False):
    open: str
    close: str
    nested: str
    unclosed: str


_Report = TypedDict(
    "_Report",
    {
        "elements": list[str],
        "with": dict[str, str | bool],
        "before": str,
        "after": str,
        "around": bool,
    },
    total=False,
)


class _File(TypedDict, total=False):
    """The file, after it was held to its schema."""

    brackets: _Brackets
    omitted: dict[str, list[str]]
    choices: dict[str, list[str]]
    blocks: dict[str, list[str]]
    voices: dict[str, list[str]]
    words: dict[str, dict[str, str]]
    report: list[_Report]


def conventions(path: str = "") -> Conventions:
    """The conventions of a file; without a path, those the toolkit brings along.

    Raises:
        ConfigurationError: the file cannot be read, is not TOML, or has a wrong key.
    """
    file = Path(path) if path else resources.schema("transcription-conventions.toml")
    return _load(file, file.stat().st_mtime_ns if file.is_file() else 0)


@lru_cache(maxsize=16)
def _load(path: Path, _changed: int) -> Conventions:
    try:
        text = path.read_text(encoding="utf-8-sig")
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(settings.syntax_error(path, text, error)) from error
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{path}: not UTF-8, as TOML has to be") from error
    except OSError as error:
        raise ConfigurationError(f"{path}: cannot be read: {error.strerror}") from error
    if path != resources.schema("transcription-conventions.toml"):
        problem = settings.first_problem(data, "transcription-conventions.schema.json")
        if problem is not None:
            raise ConfigurationError(settings.describe(path, text, problem))
    # The schema has made sure that the table has these keys, which the type checker cannot know.
    return _read(path, text, _File(**data))  # type: ignore[typeddict-item]


def _read(path: Path, text: str, data: _File) -> Conventions:
    brackets = data["brackets"]
    blocks = data["blocks"]
    reports: dict[str, list[Report]] = {}
    for entry in data.get("report", []):
        report = Report(
            entry.get("with", {}),
            entry.get("before", ""),
            entry.get("after", ""),
            entry.get("around", True),
        )
        for element in entry["elements"]:
            reports.setdefault(element, []).append(report)
    return Conventions(
        opening=brackets["open"],
        closing=brackets["close"],
        doubled=brackets.get("nested", "same") == "doubled",
        unclosed=brackets.get("unclosed", ""),
        omitted=frozenset(data.get("omitted", {}).get("elements", ())),
        readings=tuple(data.get("choices", {}).get("readings", ())),
        blocks=frozenset(blocks["elements"]),
        containers=frozenset(blocks.get("containers", ())),
        parts=frozenset(blocks.get("parts", ())),
        points=frozenset(blocks.get("points", ())),
        reporter=_pattern(path, text, data, "reporter"),
        editor=_pattern(path, text, data, "editor"),
        words=data.get("words", {}),
        reports={element: tuple(entries) for element, entries in reports.items()},
    )


def _pattern(path: Path, text: str, data: _File, voice: str) -> re.Pattern[str] | None:
    expressions = data.get("voices", {}).get(voice, [])
    for index, expression in enumerate(expressions):
        try:
            re.compile(expression)
        except re.error as error:
            place = ("voices", voice, index)
            words = f"“{expression}” is no regular expression: {error}"
            raise ConfigurationError(settings.describe_at(path, text, place, words)) from error
    return re.compile("|".join(expressions), re.IGNORECASE) if expressions else None
