# SPDX-License-Identifier: MIT
"""The text of a registry: its format, written and read.

It is JSON with one entry a line, sorted, so that one change is one line of a diff. Every line ends
with a comma but for the fixed last one, ``"$end"``: so lines that git adds from two branches, in
whatever order, are a registry again. Where the two lines of one unit come together that way, the
one whose history goes on from the other's counts; where neither does, it is an error.
"""

from __future__ import annotations

import json
import re
from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING, NoReturn

from tei_edition.citations.digest import NORMALISATION
from tei_edition.citations.registry import Event, Registry, RegistryError, Unit, Version, What
from tei_edition.citations.registry_merging import merged
from tei_edition.errors import TeiEditionError
from tei_edition.parser.escaping import NO_CHARACTER

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

FORMAT = 2
"""The version of the format. A change that older programs would misread gets the next number, and
:data:`_MIGRATIONS` the step to it."""

END = "$end"
"""The key of the line that ends a list; no identifier can have it (XML 1.0, production 5)."""

_MIGRATIONS: dict[int, Callable[[dict[str, object]], dict[str, object]]] = {
    # Nothing in format 1 says where a gap or an anchor stands: that is known from the next
    # publication on.
    1: lambda data: {**data, "format": 2},
}
"""By format, the step to the next one. Format 2 added ``within``, ``after`` and ``before``."""

_APART = ""
"""An empty line: where two branches change both lists, git takes what is less than four lines apart
for one conflict, and would double the lines between them."""

_CONFLICT = re.compile(r"^(?:<{7}|\|{7}|={7}|>{7})(?: |$)", re.MULTILINE)
_IDENTIFIER = re.compile(r"[^\W\d][\w.\-·]*")
_KEY = re.compile(r'\s*("(?:[^"\\]|\\.)*"):')
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
VERSION = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9})*")
_DIGEST = re.compile(r"[0-9]+:[0-9a-f]{64}")


def lines(text: str) -> Mapping[str, int]:
    """By the key of each entry the line where it stands, the last one, from 1."""
    keys = map(_KEY.match, text.split("\n"))
    return {json.loads(found[1]): number for number, found in enumerate(keys, 1) if found}


def no_character(text: str) -> str:
    """The first character that no XML document can hold, as ``U+000C``; empty if all can be."""
    found = NO_CHARACTER.search(text)
    return f"U+{ord(found[0]):04X}" if found else ""


def written(registry: Registry) -> str:
    """The text of the file.

    Raises:
        TeiEditionError: a note holds a character that no document and no page could show.
    """
    for unit in registry:
        for event in unit.history:
            character = no_character(event.note)
            if character:
                raise TeiEditionError(
                    f"the note on “{unit.xml_id}” holds the character {character}, which XML does "
                    "not allow: write it without"
                )
    versions = [_line(each.name, {"date": each.date}) for each in registry.versions]
    units = [_line(unit.xml_id, _plain(unit, skip=("xml_id",))) for unit in registry]
    end = f'    "{END}": null'
    return "\n".join(
        (
            "{",
            f'  "format": {FORMAT},',
            '  "versions": {',
            *versions,
            end,
            "  },",
            _APART,
            '  "units": {',
            *units,
            end,
            "  }",
            "}\n",
        )
    )


def _line(key: str, value: object) -> str:
    return f"    {json.dumps(key, ensure_ascii=False)}: {json.dumps(value, ensure_ascii=False)},"


def _plain(value: Unit | Event, skip: tuple[str, ...] = ()) -> dict[str, object]:
    """The fields that are not empty, in order."""
    plain: dict[str, object] = {}
    for each in fields(value):
        content = getattr(value, each.name)
        if each.name == "history":
            content = [_plain(event) for event in content]
        if content and each.name not in skip:
            plain[each.name] = content
    return plain


def parse(text: str, path: str) -> Registry:
    """A registry from the text of its file.

    Args:
        text: the file.
        path: what it is called in messages.

    Raises:
        RegistryError: it is none.
    """
    return _Reader(text, path).registry()


class _Repeated(dict[str, object]):
    """An object some of whose keys stand there several times."""

    def __init__(self, pairs: list[tuple[str, object]]) -> None:
        super().__init__(pairs)
        self.pairs = pairs


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    return found if len(found) == len(pairs) else _Repeated(pairs)


class _Reader:
    """Reads one file; what is wrong is said with the line of the entry."""

    def __init__(self, text: str, path: str) -> None:
        self._text = text
        self._path = path
        self._entry = ""

    def registry(self) -> Registry:
        conflict = _CONFLICT.search(self._text)
        if conflict:
            raise RegistryError(
                self._path,
                self._text.count("\n", 0, conflict.start()) + 1,
                "holds the marks of a git merge that was not finished",
                "delete the lines that begin with <<<<<<<, |||||||, ======= and >>>>>>>, keep all "
                "others, and run tei-edition ids check",
            )
        try:
            data = json.loads(self._text, object_pairs_hook=_object)
        except json.JSONDecodeError as error:
            words = f"is not JSON: {error.msg.lower()} in column {error.colno}"
            raise RegistryError(self._path, error.lineno, words, _RESTORE) from error
        except (RecursionError, ValueError):  # too deep, or a number of thousands of digits
            data = None
        if not isinstance(data, dict) or "format" not in data:
            self._wrong("is not a registry of identifiers: it names no format")
        if isinstance(data, _Repeated):
            self._wrong("has a key twice")
        return self._read(self._migrated(data))

    def _migrated(self, data: dict[str, object]) -> dict[str, object]:
        number = data["format"]
        if not isinstance(number, int) or isinstance(number, bool) or number < 1:
            self._wrong("names a format that is none")
        if number > FORMAT:
            self._wrong(
                f"is in format {number}, which this version of tei-edition does not know",
                "it was written by a newer one: update tei-edition",
            )
        for step in range(number, FORMAT):
            data = _MIGRATIONS[step](data)
        return data

    def _read(self, data: dict[str, object]) -> Registry:
        self._only(data, {"format", "versions", "units"}, "the registry")
        versions: dict[str, Version] = {}
        for name, value in self._pairs(data.get("versions"), "versions"):
            version = self._version(name, value)
            if versions.setdefault(name, version) != version:
                self._wrong(
                    f"records version {name} twice, with different dates",
                    "two branches published it: keep one of the two lines",
                )
        units: dict[str, Unit] = {}
        for xml_id, value in self._pairs(data.get("units"), "units"):
            unit = self._unit(xml_id, value)
            units[xml_id] = self._merged(units[xml_id], unit) if xml_id in units else unit
        return Registry(units, tuple(sorted(versions.values(), key=lambda each: each.order)))

    def _pairs(self, value: object, name: str) -> list[tuple[str, object]]:
        self._entry = ""
        if not isinstance(value, dict):
            self._wrong(f"lacks “{name}”")
        pairs = value.pairs if isinstance(value, _Repeated) else list(value.items())
        return [(key, each) for key, each in pairs if key != END]

    def _version(self, name: str, value: object) -> Version:
        self._entry = name
        entry = self._mapping(value, f"version “{name}”")
        self._only(entry, {"date"}, f"version “{name}”")
        if not VERSION.fullmatch(name):
            self._wrong(f"“{name}” is not a version such as “1.0”")
        return Version(name, self._words(entry, "date", _DATE))

    def _unit(self, xml_id: str, value: object) -> Unit:
        self._entry = xml_id
        entry = self._mapping(value, f"“{xml_id}”")
        self._only(entry, _UNIT_KEYS, f"“{xml_id}”")
        if not _IDENTIFIER.fullmatch(xml_id):
            self._wrong(f"“{xml_id}” is not an xml:id")
        history = entry.get("history", [])
        if not isinstance(history, list):
            self._wrong(f"the history of “{xml_id}” is not a list")
        return Unit(
            xml_id,
            self._words(entry, "document"),
            self._words(entry, "kind"),
            self._words(entry, "label", optional=True),
            self._words(entry, "digest", _DIGEST, optional=True),
            self._words(entry, "version", VERSION, optional=True),
            tuple(self._event(each) for each in history),
            self._identifiers(entry, "holds"),
            self._words(entry, "within", optional=True),
            self._words(entry, "after", optional=True),
            self._words(entry, "before", optional=True),
        )

    def _event(self, value: object) -> Event:
        entry = self._mapping(value, f"an event of “{self._entry}”")
        self._only(entry, _EVENT_KEYS, f"an event of “{self._entry}”")
        what = self._words(entry, "what")
        if what not in list(What):
            self._wrong(f"“{what}” is not among the events {', '.join(What)}")
        return Event(
            What(what),
            self._words(entry, "on", _DATE),
            self._words(entry, "note", optional=True),
            self._identifiers(entry, "into"),
            self._words(entry, "was", _DIGEST, optional=True),
            self._words(entry, "left", optional=True),
            self._words(entry, "version", VERSION, optional=True),
        )

    def _identifiers(self, entry: dict[str, object], key: str) -> tuple[str, ...]:
        value = entry.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            self._wrong(f"“{key}” of “{self._entry}” is not a list of identifiers")
        return tuple(value)

    def _merged(self, one: Unit, other: Unit) -> Unit:
        unit = merged(one, other)
        if unit is None:
            self._wrong(
                f"has two lines for “{one.xml_id}” that contradict each other",
                "two branches changed or published it: keep one of the two lines, and record the "
                "other change again",
            )
        return unit

    def _mapping(self, value: object, what: str) -> dict[str, object]:
        if not isinstance(value, dict):
            self._wrong(f"{what} is not an object in braces")
        if isinstance(value, _Repeated):
            self._wrong(f"{what} has a key twice")
        return value

    def _only(self, entry: dict[str, object], allowed: set[str], what: str) -> None:
        for key in entry:
            if key not in allowed:
                self._wrong(f"{what} has the unknown key “{key}”")

    def _words(
        self,
        entry: dict[str, object],
        key: str,
        form: re.Pattern[str] | None = None,
        *,
        optional: bool = False,
    ) -> str:
        value = entry.get(key, "" if optional else None)
        if not isinstance(value, str) or not (value or optional):
            self._wrong(f"“{self._entry}” lacks “{key}”")
        character = no_character(value)
        if character:
            self._wrong(
                f"the {key} of “{self._entry}” holds the character {character}, which XML does not "
                "allow",
                "take it out of the line",
            )
        is_right = form is None or form.fullmatch(value)
        if value and not (is_right and (form is not _DATE or _is_day(value))):
            self._wrong(f"the {key} of “{self._entry}” is not of the right form: “{value}”")
        if value and form is _DIGEST and int(value.partition(":")[0]) > NORMALISATION:
            self._wrong("was written by a newer tei-edition", "update tei-edition")
        return value

    def _wrong(self, words: str, hint: str = "") -> NoReturn:
        line = lines(self._text).get(self._entry, 1) if self._entry else 1
        raise RegistryError(self._path, line, words, hint or _RESTORE)


def _is_day(words: str) -> bool:
    try:
        date.fromisoformat(words)
    except ValueError:
        return False
    return True


_RESTORE = "restore the last good state from your version control"
_UNIT_KEYS = {each.name for each in fields(Unit)} - {"xml_id"}
_EVENT_KEYS = {each.name for each in fields(Event)}
