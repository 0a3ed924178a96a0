# SPDX-License-Identifier: MIT
"""What is wrong with a settings file, in words, with the line.

TOML is read by :mod:`tomllib`, which gives no positions. A key's line is found from outside: it is
where the shortest run of whole lines ends that parses and holds the key.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tei_edition import resources

if TYPE_CHECKING:
    import tomllib
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from jsonschema.exceptions import ValidationError

Place = tuple[str | int, ...]
"""A key's path, such as ``("edition", "editors", 0)``."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One setting that is wrong."""

    place: Place
    words: str
    """What was found and what is allowed."""


def first_problem(data: Mapping[str, object], schema_name: str) -> Problem | None:
    """The most telling disagreement with a JSON Schema in ``schemas/``, or None."""
    import jsonschema

    schema = json.loads(resources.schema(schema_name).read_text(encoding="utf-8"))
    errors = jsonschema.Draft202012Validator(schema).iter_errors(data)
    best = min(
        errors, key=lambda error: (error.validator == "required", len(error.path)), default=None
    )
    return None if best is None else _problem(best)


def _problem(error: ValidationError) -> Problem:
    place: Place = tuple(error.absolute_path)
    found: Any = error.instance
    limit: Any = error.validator_value
    schema: Any = error.schema
    match error.validator:
        case "additionalProperties":
            allowed = list(schema["properties"])
            unknown = next(key for key in found if key not in allowed)
            return Problem(
                (*place, unknown), f"unknown key; {_where(place)} may hold {_any_of(allowed)}"
            )
        case "required":
            missing = next(key for key in limit if key not in found)
            words = _meaning(schema["properties"][missing])
            return Problem(place, f"{_where(place)} lacks the key “{missing}”{words}")
        case "type":
            words = f"found {_kind(found)}, expected {_TYPES[limit]}{_meaning(schema)}"
            return Problem(place, words)
        case "enum":
            expected = _any_of(limit)
        case "minItems":
            expected = f"at least one entry{_meaning(schema)}"
        case "uniqueItems":
            twice = next(item for index, item in enumerate(found) if item in found[:index])
            return Problem(place, f"{_show(twice)} is listed twice")
        case _:
            expected = _PATTERNS.get(str(limit), error.message)
    return Problem(place, f"found {_show(found)}, expected {expected}")


_TYPES = {
    "object": "a table",
    "array": "a list in square brackets",
    "string": "text in quotes",
    "boolean": "true or false",
}

_PATTERNS = {
    r"\S": "some words, not an empty text",
    r"^https?://[^\s?#]+/$": "a web address (https://…) that ends with a slash",
    r"^https?://\S+$": "a web address (https://…)",
    r"^[0-9]+(\.[0-9]+)*$": "a version such as “1.0”",
    r"^(?!/)(?!.*\\).*\S\.xml$": "the path of an .xml file below the edition's folder",
    r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$": "a date such as “1950-09-30”, “1950-09” or “1950”",
    r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$": "a language tag such as “en” or “de-AT”",
    r"^[A-Za-z_][A-Za-z0-9_.-]*$": "the name of an element, such as “person”",
    r"^(?![/.])(?!.*\\)(?!.*//)\S": "a path below the edition's folder, with "
    "slashes; *, ?, [ ] and ** stand for parts of it",
    r"^([a-z]+[0-9]*1)?$": "how the first identifier ends, such as “p01”, or an empty text",
    r"\.toml$": "the path of a .toml file",
    r"\.css$": "the path of a .css file",
    r"\.xslt?$": "the path of an .xsl file",
    r"^(?!/)(?!(.*/)?\.\.(/|$))(?!.*\\).*\S\.json$": "the path of a .json file below the "
    "edition's folder",
    r"^documentary$|\.(rng|rnc|sch|odd)$": "“documentary” or the path of a schema file",
}


def _where(place: Place) -> str:
    return f"[{'.'.join(map(str, place))}]" if place else "the file"


def _meaning(schema: object) -> str:
    words = schema.get("description", "") if isinstance(schema, dict) else ""
    return f" ({words.rstrip('.')})" if words else ""


def _any_of(names: Sequence[object]) -> str:
    quoted = [f"“{name}”" for name in names]
    return " or ".join(filter(None, (", ".join(quoted[:-1]), quoted[-1])))


def _show(value: object) -> str:
    return f"“{value}”" if isinstance(value, str) else _kind(value)


def _kind(value: object) -> str:
    if isinstance(value, bool):
        return f"the truth value {str(value).lower()}"
    if isinstance(value, str):
        return f"the text “{value}”"
    if isinstance(value, int | float):
        return f"the number {value}"
    return (
        "a list"
        if isinstance(value, list)
        else "a table"
        if isinstance(value, dict)
        else f"{value}"
    )


def describe(path: Path, text: str, problem: Problem) -> str:
    """``file:line:column: key: words`` for a problem in the text of a TOML file."""
    return describe_at(path, text, problem.place, problem.words)


def describe_at(path: Path, text: str, place: Place, words: str) -> str:
    """``file:line:column: key: words`` for the setting at a place."""
    line, column = locate(text, place)
    key = ".".join(part if isinstance(part, str) else f"[{part + 1}]" for part in place)
    key = key.replace(".[", "[")
    return f"{path}:{line}:{column}: {key + ': ' if key else ''}{words}"


def locate(text: str, place: Place) -> tuple[int, int]:
    """Line and column, both from 1, of a setting in the text of a well-formed TOML file."""
    lines = text.splitlines(keepends=True)
    for depth in range(len(place), 0, -1):
        span = _span(lines, place[:depth])
        if span is not None:
            return _refine(text, lines, span, place)
    return 1, 1


def _span(lines: Sequence[str], place: Place) -> tuple[int, int] | None:
    """First and last line index between which the setting appears."""
    import tomllib

    parsed_before = 0
    for count in range(1, len(lines) + 1):
        try:
            data = tomllib.loads("".join(lines[:count]))
        except tomllib.TOMLDecodeError:
            continue
        if _holds(data, place):
            return parsed_before, count - 1
        parsed_before = count
    return None


def _value(data: Any, place: Place) -> Any:
    """The value at a place; raises LookupError or TypeError where there is none."""
    for part in place:
        data = data[part]
    return data


def _holds(data: object, place: Place) -> bool:
    try:
        _value(data, place)
    except (LookupError, TypeError):
        return False
    return True


def _refine(
    text: str, lines: Sequence[str], span: tuple[int, int], place: Place
) -> tuple[int, int]:
    import tomllib

    wanted = []
    data = tomllib.loads(text)
    if isinstance(place[-1], int) and _holds(data, place):
        value = re.escape(str(_value(data, place)))
        wanted = [f'"{value}"', f"'{value}'"]
    names = [str(part) for part in place if isinstance(part, str)]
    wanted.append(rf"(?<![\w-]){re.escape(names[-1])}(?![\w-])")
    for pattern in wanted:
        for index in range(span[0], span[1] + 1):
            found = re.search(pattern, lines[index])
            if found:
                return index + 1, found.start() + 1
    return span[1] + 1, 1


def syntax_error(path: Path, text: str, error: tomllib.TOMLDecodeError) -> str:
    """``file:line:column: words`` for a text that is not TOML."""
    found = re.search(r"^(.*) \(at (?:line (\d+), column (\d+)|end of document)\)$", str(error))
    words, line, column = found.groups() if found else (str(error), None, None)
    if line is None:
        line, column = str(text.count("\n") + 1), "1"
    return f"{path}:{line}:{column}: not valid TOML: {words[:1].lower()}{words[1:]}"
