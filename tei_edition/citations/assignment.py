# SPDX-License-Identifier: MIT
"""Giving every citable unit an identifier, in the source itself.

A unit that has one keeps it. A new one gets the number after the highest that was ever used for its
kind in its document, wherever it stands: a paragraph between p07 and p08 becomes p20 where p19 was
the last. Gaps are not filled, since what stood there may have been cited.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.citations.addresses import OWN_PAGES
from tei_edition.citations.blanks import blanks
from tei_edition.citations.markup import Markup, NotRewritableError, NotXmlError
from tei_edition.citations.published import required
from tei_edition.citations.scheme import Scheme
from tei_edition.errors import TeiEditionError
from tei_edition.files import Rewriting, locked
from tei_edition.findings import Finding, Severity
from tei_edition.parser.names import is_ncname
from tei_edition.paths import as_named, expand_paths, look_at, real, why_unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tei_edition.citations.blanks import Blank, Unit
    from tei_edition.citations.scheme import Series
    from tei_edition.edition import Edition


@dataclass(frozen=True, slots=True)
class Assignment:
    """What is to be written into one file."""

    path: Path
    before: Markup
    after: bytes
    identifiers: tuple[str, ...]
    """The new ones, in document order."""
    problems: tuple[Finding, ...] = ()
    """Why some could not be given, or none."""


def assign(
    paths: Sequence[Path] | None = None, *, write: bool = True, first: bool = False
) -> Iterator[Assignment]:
    """Give identifiers to the units of files and folders, or of the whole edition, file by file.

    A file is written before its assignment is given, in one step; files that need nothing are not
    touched. In an edition its scheme counts, and no identifier that it ever published is used.

    Args:
        paths: files and folders; None for the whole edition.
        write: whether anything is written.
        first: nothing was published so far. Without that a registry that is named and not there is
            taken for lost, and with it what must not be used again.

    >>> for done in assign([Path("letter.xml")], write=False):  # doctest: +SKIP
    ...     print(done.identifiers)

    Raises:
        TeiEditionError: a path is not there; a file of the edition cannot be read; the registry is
            not there, or cannot be used.
    """
    from tei_edition.edition import Edition

    if paths is None:
        found = Edition.find(takes_files=True)
        files = [as_named(path) for path in found.files]
        yield from _assign(found, files, write=write, first=first)
        return
    groups: dict[Path | None, tuple[Edition | None, list[Path]]] = {}
    folders: dict[Path, Edition | None] = {}
    asked = set(map(str, paths))
    for path in expand_paths(paths):
        if problem := look_at(str(path)).problem:
            if str(path) in asked:
                raise TeiEditionError(f"“{path}” cannot be read: {problem}")
            yield _nothing(path, b"", (_not_read(path, problem),))
            continue
        if path.parent not in folders:
            folders[path.parent] = Edition.containing(path)
        edition = folders[path.parent]
        key = edition.file.resolve() if edition else None
        groups.setdefault(key, (edition, []))[1].append(path)
    for edition, files in groups.values():
        yield from _assign(edition, files, write=write, first=first)


def _assign(
    edition: Edition | None, files: Sequence[Path], *, write: bool, first: bool
) -> Iterator[Assignment]:
    """The same for files of one edition, or of none."""
    if edition is None:
        yield from _Assigner(Scheme.of(None), set()).assign(files, (), write=write)
        return
    own = set(map(real, files))
    others = [path for path in edition.files if real(path) not in own]
    with locked(edition.file):
        assigner = _Assigner(Scheme.of(edition), _published(edition, first=first))
        yield from assigner.assign(files, others, write=write, is_locked=True)


def _published(edition: Edition, *, first: bool) -> set[str]:
    """What was ever published: never to be used again, whatever became of it."""
    if first and edition.registry is not None and not edition.registry.exists():
        return set()
    return set(required(edition).units)


class _Assigner:
    def __init__(self, scheme: Scheme, published: set[str]) -> None:
        self._scheme = scheme
        self._taken = _Taken()
        self._taken.add(published)

    def assign(
        self, files: Sequence[Path], others: Iterable[Path], *, write: bool, is_locked: bool = False
    ) -> Iterator[Assignment]:
        read: list[Blank | None] = []
        for path in (*files, *others):
            blank = self._blank(path, _bytes(path))
            read.append(blank)
            self._taken.add(blank.identifiers if blank else ())
        for path, blank in zip(files, read, strict=False):
            if blank is None:
                yield _nothing(path, _bytes(path), (_unreadable(path),))
            elif not blank.units:
                continue
            elif is_locked or not write:
                yield self._one(path, write=write)
            else:
                with locked(path):
                    done = self._one(path, write=write)
                yield done

    def _blank(self, path: Path, raw: bytes) -> Blank | None:
        try:
            return blanks(Markup.of(raw), self._scheme)
        except NotXmlError:
            return None

    def _one(self, path: Path, *, write: bool) -> Assignment:
        raw = _bytes(path)
        try:
            markup = Markup.of(raw)
            blank = blanks(markup, self._scheme)
        except NotXmlError:
            return _nothing(path, raw, (_unreadable(path),))
        problems = []
        places: dict[int, str] = {}
        document = blank.document
        if document and not is_ncname(document):
            return _nothing(path, raw, (_no_name(path, document, blank.units[0]),))
        for unit in blank.units:
            if markup.name_end(unit.start) is None:
                problems.append(_from_entity(path, unit))
                continue
            if not document:
                document = xml_id = self._document(path)
            else:
                xml_id = self._taken.next(document, self._scheme.series[unit.kind])
            places[unit.start] = xml_id
            self._taken.add((xml_id,))
        try:
            after = markup.with_ids(places)
        except NotRewritableError as error:
            return _nothing(path, raw, (*problems, _not_rewritable(path, str(error))))
        if places:
            rewriting = Rewriting(path, raw, after)
            try:
                if write:
                    rewriting.write()
                else:
                    rewriting.check()
            except TeiEditionError as error:
                return _nothing(path, raw, (*problems, _not_written(path, str(error))))
        return Assignment(path, markup, after, tuple(places.values()), tuple(problems))

    def _document(self, path: Path) -> str:
        """The identifier of a document that has none: by the name of its file.

        Of a name without a Latin letter or digit nothing is left: such a one is called “doc”.
        """
        stem, folder = _plain(path.stem) or "doc", _plain(path.resolve().parent.name)
        names = chain(
            filter(None, (stem, folder and f"{folder}-{stem}")),
            (f"{stem}-{number}" for number in count(2)),
        )
        begun = (name if name[0].isalpha() else f"doc-{name}" for name in names)
        return next(name for name in begun if name not in self._taken and name not in OWN_PAGES)


_DIGITS = 9
"""Longer numbers are none that anybody counted."""


class _Taken:
    """Identifiers that are taken, and the highest number of every series."""

    def __init__(self) -> None:
        self._identifiers: set[str] = set()
        self._highest: dict[str, int] = {}
        """By what stands before the number: ``letter-p``."""

    def __contains__(self, xml_id: str) -> bool:
        return xml_id in self._identifiers

    def add(self, identifiers: Iterable[str]) -> None:
        self._identifiers.update(identifiers)
        for xml_id in identifiers:
            start = xml_id.rstrip("0123456789")
            if 0 < len(xml_id) - len(start) <= _DIGITS:
                number = int(xml_id[len(start) :])
                self._highest[start] = max(number, self._highest.get(start, 0))

    def next(self, document: str, series: Series) -> str:
        """The next free one of a series in a document."""
        number = self._highest.get(f"{document}-{series.word}", 0) + 1
        return f"{document}-{series.name(number)}"


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        problem = why_unreadable(str(path), error)
        raise TeiEditionError(f"“{path}” cannot be read: {problem}") from error


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters.lower()).strip("-")


def _nothing(path: Path, raw: bytes, problems: tuple[Finding, ...]) -> Assignment:
    from tei_edition.parser.encodings import Encoding

    return Assignment(path, Markup(raw, Encoding("utf-8"), raw), raw, (), problems)


def _unreadable(path: Path) -> Finding:
    message = "the file is not well-formed, so it was left as it is"
    return _finding("id-unreadable", path, 1, 1, message, "“tei-edition validate” says where")


def _not_read(path: Path, problem: str) -> Finding:
    message = f"the file could not be read: {problem}"
    return _finding("id-unreadable", path, 1, 1, message, "the other files were gone through")


def _not_written(path: Path, reason: str) -> Finding:
    hint = "see to that, and assign again; the other files were gone through"
    return _finding("id-unreadable", path, 1, 1, reason, hint)


def _not_rewritable(path: Path, reason: str) -> Finding:
    message = f"the file was left as it is: {reason}"
    return _finding("id-unreadable", path, 1, 1, message, "give its units their xml:ids by hand")


def _no_name(path: Path, document: str, unit: Unit) -> Finding:
    message = f"the xml:id of the document, “{document}”, is no name that others can begin with"
    hint = "give the root element one of letters, digits and hyphens; then assign again"
    return _finding("id-scheme", path, unit.line, unit.column, message, hint, unit.kind)


def _from_entity(path: Path, unit: Unit) -> Finding:
    message = f"this <{unit.kind}> comes from an entity, so it cannot be given an xml:id here"
    hint = "write it into the document itself, in place of the reference"
    return _finding("id-missing", path, unit.line, unit.column, message, hint, unit.kind)


def _finding(
    code: str, path: Path, line: int, column: int, message: str, hint: str, element: str = ""
) -> Finding:
    return Finding(
        str(path), line, column, code, Severity.ERROR, "identifiers", message, hint, element
    )
