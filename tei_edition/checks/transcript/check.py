# SPDX-License-Identifier: MIT
"""The check ``transcript`` of one document."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.checks.transcript.comparison import Transcribed, compare
from tei_edition.checks.transcript.conventions import conventions
from tei_edition.checks.transcript.responsibilities import Responsibilities
from tei_edition.checks.transcript.words import Walk
from tei_edition.checks.uris import address
from tei_edition.findings import Finding, Severity
from tei_edition.parser import Stream
from tei_edition.paths import real

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tei_edition.checks.records import Named, Spot

LARGEST = 64 << 20
"""Bytes of a transcription."""


class Sources(NamedTuple):
    """What a header says of where the document's words come from."""

    transcriptions: tuple[Named, ...] = ()
    """``sourceDesc//ref[@type='transcription']``."""
    carriers: tuple[Named, ...] = ()
    """``correspContext/ref[@type='carrier']``."""
    faults: tuple[Finding, ...] = ()
    """What keeps the file from being read to its end."""


def check(
    path: Path,
    name: str,
    root: Path,
    sources: Sources,
    sources_of: Callable[[Path, str, Path], Sources],
    conventions_file: str,
    files: set[str],
) -> Iterator[Finding]:
    """What differs between a document and the transcription it was made from.

    A document that names no transcription and no carrier has nothing to be compared with. One that
    is carried is compared through its carrier; what is found in the carrier itself is left to it.

    Args:
        path: the document.
        name: what it is called in findings.
        root: the folder that neither inclusions nor transcriptions may leave.
        sources: what its header says.
        sources_of: reads the same of a carrier.
        conventions_file: the edition's own conventions; empty for those of the toolkit.
        files: what the findings depend on is added here: files that were read or looked for.

    Raises:
        ConfigurationError: the conventions cannot be used.
    """
    if conventions_file:
        files.add(conventions_file)
    if sources.transcriptions:
        walk = _Comparison(path, name, root, conventions_file, files)
        yield from walk.findings(sources.transcriptions)
        return
    for carrier in sources.carriers:
        yield from _through(carrier, path, name, root, sources_of, conventions_file, files)


def _through(
    carrier: Named,
    path: Path,
    name: str,
    root: Path,
    sources_of: Callable[[Path, str, Path], Sources],
    conventions_file: str,
    files: set[str],
) -> Iterator[Finding]:
    """A carried document, compared through its carrier."""
    scheme, target, _ = address(carrier.target)
    there = path.parent / target
    if scheme or not target:
        return
    if not real(there).is_relative_to(root.resolve()) or not there.is_file():
        yield _finding(
            carrier.spot,
            "transcript-not-compared",
            f"the words of this document were not compared with a transcription: its carrier "
            f"“{target}” is not there",
        )
        return
    called = str(Path(name).parent / target)
    named, _, faults = sources_of(there, called, root)
    # What is wrong with the carrier is said in its own words and place, so that a run with both
    # files says it once.
    yield from faults
    if faults or not named:
        return
    walk = _Comparison(there, called, root, conventions_file, files)
    here = real(path)
    findings = list(walk.findings(named))
    if walk.is_without:
        yield from findings
        return
    if here not in {real(Path(file)) for file in walk.files}:
        yield _finding(
            carrier.spot,
            "transcript-not-compared",
            f"the words of this document were not compared with a transcription: its carrier "
            f"“{target}” does not include it",
        )
        return
    for finding in findings:
        if real(Path(finding.path)) == here:
            yield finding._replace(path=name)


class _Comparison:
    """A document that names its transcription, laid beside it."""

    def __init__(
        self, path: Path, name: str, root: Path, conventions_file: str, looked_for: set[str]
    ) -> None:
        self._path = path
        self._name = name
        self._root = root
        self._conventions = conventions(conventions_file)
        self._looked_for = looked_for
        self.files: set[str] = set()
        """The files its words stand in."""
        self.is_without = False
        """Whether the transcription could not be had."""

    def findings(self, named: Sequence[Named]) -> Iterator[Finding]:
        """What differs; nothing where the document cannot be read, which is said elsewhere."""
        transcription: list[Transcribed] = []
        if not named:
            return
        for reference in named:
            words = self._transcription(reference)
            if isinstance(words, Finding):
                self.is_without = True
                yield words
                return
            transcription += words
        stream = Stream(self._path, self._name, root=self._root)
        walk = Walk(stream, self._conventions, Responsibilities(self._root))
        document = walk.words()
        self._looked_for.update(map(str, stream.files))
        if any(fault.severity is Severity.ERROR for fault in stream.faults):
            return
        self.files = {word.spot.path for word in document}
        yield from compare(transcription, document, named[0].spot)

    def _transcription(self, reference: Named) -> list[Transcribed] | Finding:
        scheme, target, _ = address(reference.target)
        if scheme:
            return _finding(
                reference.spot,
                "transcription-remote",
                f"the transcription “{reference.target}” is on the web, so the words were not "
                "compared with it; nothing is fetched",
                "put a copy of it into the edition's folder and name that",
                Severity.WARNING,
            )
        path = self._path.parent / target
        if not real(path).is_relative_to(self._root.resolve()):
            return _finding(
                reference.spot,
                "transcription-missing",
                f"the transcription “{target}” lies outside the folder “{self._root}”, so the "
                "words were not compared with it",
                "put it inside the edition's folder, next to edition.toml or below",
            )
        self._looked_for.add(str(path))
        if not path.is_file():
            return _finding(
                reference.spot,
                "transcription-missing",
                f"there is no transcription “{reference.target}”, so the words were not compared "
                "with it",
                _near(path),
            )
        return _read(path, target, reference)


def _read(path: Path, called: str, reference: Named) -> list[Transcribed] | Finding:
    """The words of a transcription: plain text in UTF-8 (or UTF-16 with its mark)."""
    try:
        if path.stat().st_size > LARGEST:
            return _unreadable(reference, called, f"it is larger than {LARGEST:,} bytes")
        raw = path.read_bytes()
        marked = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
        text = raw.decode("utf-16" if marked else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        byte = f"{error.object[error.start]:#04x}"
        return _unreadable(reference, called, f"it is not UTF-8: the byte {byte} in line {line}")
    except OSError as error:
        return _unreadable(reference, called, str(error.strerror))
    return [
        Transcribed(word, called, number, position == 0)
        for number, line in enumerate(text.splitlines(), start=1)
        for position, word in enumerate(line.split())
    ]


def _unreadable(reference: Named, called: str, reason: str) -> Finding:
    return _finding(
        reference.spot,
        "transcription-unreadable",
        f"the transcription “{called}” cannot be read, so the words were not compared with it: "
        f"{reason}",
        "save it as plain text in UTF-8",
    )


def _near(path: Path) -> str:
    from tei_edition.wording import nearest

    if not path.parent.is_dir():
        return f"there is no folder “{path.parent.name}” either"
    near = nearest(path.name, [file.name for file in path.parent.iterdir()])
    return f"did you mean “{near}”?" if near else ""


def _finding(
    spot: Spot, code: str, words: str, hint: str = "", severity: Severity = Severity.ERROR
) -> Finding:
    return spot.finding("transcript", code, severity, words, hint, "target")
