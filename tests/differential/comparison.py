"""What two validators say of the same files, element by element."""

from __future__ import annotations

import re
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tei_edition.relaxng import Schema
from tests.differential.markup import Markup, read

_LINE = re.compile(r"(.*?):(\d+):(\d+): (?:fatal|error): (.*)")

_OF_ELEMENT = re.compile(r'(?:character content of )?element "([^"]+)"')
_OF_ATTRIBUTE = re.compile(r'(?:found |value of )?attribute "([^"]+)"')
_OF_PLACE = re.compile(r'element "[^"]+" not allowed')
_OF_TEXT = re.compile("text not allowed|character content of element")

Faults = dict[int, list[str]]
"""Messages by the number of the element at fault, in the document's order."""


@dataclass(frozen=True)
class Comparison:
    """One file under both."""

    path: Path
    ours: Faults
    jings: Faults
    names: tuple[str, ...]
    """The elements of the file."""
    in_unknown: frozenset[int] = frozenset()
    """Elements that stand directly in one whose name only a wildcard has: jing judges them by what
    the wildcard may hold, here each is judged by its own name (docs/relaxng.md)."""

    @property
    def same_verdict(self) -> bool:
        """Valid for both, or for none."""
        return bool(self.ours) == bool(self.jings)

    @property
    def same_first(self) -> bool:
        """The same first element at fault."""
        return min(self.ours, default=-1) == min(self.jings, default=-1)

    @property
    def missed(self) -> set[int]:
        """Elements that jing alone faults, and not for where they stand."""
        return {
            number
            for number in set(self.jings) - set(self.ours)
            if number not in self.in_unknown or not all(map(_OF_PLACE.match, self.jings[number]))
        }

    @property
    def extra(self) -> set[int]:
        """Elements that jing does not fault."""
        return set(self.ours) - set(self.jings)


def compare(schema: Path, files: Sequence[Path]) -> Iterator[Comparison]:
    """Both validators over well-formed files in UTF-8."""
    engine = Schema.load(schema, cache=None)
    said = jing(schema, files)
    for path in files:
        markup = read(path.read_bytes())
        jings = _faults_of_jing(markup, said.get(path, ()))
        ours: Faults = defaultdict(list)
        for finding in engine.validate(path):
            if finding.code == "duplicate-id":
                continue
            element = markup.places[finding.line, finding.column]
            ours[element].append(f"{finding.code}: {finding.message}")
        names = tuple(element.name for element in markup.elements)
        unknown = {number for number in ours if ours[number][0].startswith("unknown-element:")}
        in_unknown = (n for n, element in enumerate(markup.elements) if element.parent in unknown)
        yield Comparison(path, ours, jings, names, frozenset(in_unknown))


def _faults_of_jing(markup: Markup, said: Iterable[tuple[int, int, str]]) -> Faults:
    """jing's messages by element.

    Two things are peculiar to jing. Text in content that has a datatype is judged when the next
    tag comes, and so is reported behind that tag. And within an element that it does not know,
    jing says its last message again at tags that it does not judge; such a repetition names an
    element or an attribute that is not there, or text where there is none, and is no fault of the
    element it stands at.
    """
    faults: Faults = defaultdict(list)
    said_before: set[str] = set()
    for line, column, message in said:
        number = markup.looked_back_at((line, column))
        if _OF_TEXT.match(message) and markup.is_start_tag((line, column)):
            named = _OF_ELEMENT.match(message)
            if (
                named is None
                or named[1].rpartition(":")[2] != markup.elements[number].name.rpartition(":")[2]
            ):
                number = markup.elements[number].parent
        elsewhere = _is_about_another(message, markup, number) or (
            message.startswith("text not allowed") and markup.is_tag_without_text((line, column))
        )
        if not (message in said_before and elsewhere):
            faults[number].append(message)
        said_before.add(message)
    return faults


def _is_about_another(message: str, markup: Markup, number: int) -> bool:
    """Whether a message names an element, or an attribute, that this element is not or has not."""
    element = markup.elements[number]
    if named := _OF_ELEMENT.match(message):
        return named[1] != element.name
    if named := _OF_ATTRIBUTE.match(message):
        return named[1].encode() not in {match[1] for match in markup.attributes(element)}
    return False


def jing(schema: Path, files: Sequence[Path]) -> Mapping[Path, list[tuple[int, int, str]]]:
    """What jing says of each file: line, column (behind what it means) and message.

    ``-i``: duplicate IDs are not a matter of the grammar.
    """
    said: dict[Path, list[tuple[int, int, str]]] = defaultdict(list)
    compact = ["-c"] if schema.suffix == ".rnc" else []
    for some in _portions(files):
        run = subprocess.run(
            ["jing", "-i", *compact, str(schema), *map(str, some)],
            capture_output=True,
            text=True,
            check=False,
        )
        for line in run.stdout.splitlines():
            found = _LINE.fullmatch(line)
            if found is None:
                raise AssertionError(f"jing did not do its work: {line}")
            said[Path(found[1])].append((int(found[2]), int(found[3]), found[4]))
    return said


def _portions(files: Sequence[Path]) -> Iterable[Sequence[Path]]:
    """As many files as a command line takes."""
    return (files[start : start + 1500] for start in range(0, len(files), 1500))


@dataclass
class Tally:
    """Sums over many files."""

    files: int = 0
    verdicts: int = 0
    """Files with the same verdict."""
    invalid: int = 0
    firsts: int = 0
    """Invalid files with the same first element at fault."""
    jings: int = 0
    """Elements that jing faults."""
    missed: int = 0
    extra: int = 0

    def add(self, comparison: Comparison) -> None:
        """Count one file."""
        self.files += 1
        self.verdicts += comparison.same_verdict
        if comparison.jings:
            self.invalid += 1
            self.firsts += comparison.same_first
        self.jings += len(comparison.jings)
        self.missed += len(comparison.missed)
        self.extra += len(comparison.extra)

    def __str__(self) -> str:
        found = 1 - self.missed / max(self.jings, 1)
        others = self.extra / max(self.jings, 1)
        return (
            f"{self.files} files, verdict differs in {self.files - self.verdicts}, first element "
            f"in {self.invalid - self.firsts} of {self.invalid}; of {self.jings} elements at fault "
            f"{found:.2%} found, {others:.2%} others"
        )
