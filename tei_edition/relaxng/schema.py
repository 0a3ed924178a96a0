# SPDX-License-Identifier: MIT
"""A RELAX NG schema, loaded and ready to validate."""

from __future__ import annotations

from enum import Enum
from io import TextIOBase
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeAlias, cast

from tei_edition.parser import Stream
from tei_edition.relaxng.automaton import Automaton
from tei_edition.relaxng.errors import Place, SchemaError
from tei_edition.relaxng.expectations import elements_first
from tei_edition.relaxng.handlers import handlers
from tei_edition.relaxng.run import Run
from tei_edition.relaxng.simplified import Simplified
from tei_edition.relaxng.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from tei_edition.findings import Finding
    from tei_edition.relaxng.patterns import Attribute, Element, Pattern
    from tei_edition.relaxng.storage import Json


class Default(Enum):
    """The type of :data:`DEFAULT`."""

    DEFAULT = "the platform's cache folder"


DEFAULT = Default.DEFAULT
"""Cached schemas lie where the platform keeps what can be made again."""

Source: TypeAlias = "Path | str | bytes | bytearray | memoryview | BinaryIO"


_IN_MEMORY = 8 << 20
"""Bytes of a stream that are kept in memory rather than in a temporary file."""


class Schema:
    """A correct RELAX NG schema.

    What is learned of it while documents are validated is kept, within bounds, so one object
    should serve for many documents. It is not for several threads at once.

    >>> schema = Schema.load(Path("letters.rng"))  # doctest: +SKIP
    >>> for finding in schema.validate(Path("letter-1.xml")):  # doctest: +SKIP
    ...     print(finding.line, finding.message)
    """

    def __init__(self, simplified: Simplified, files: Sequence[Path]) -> None:
        self.files = tuple(files)
        """Every file that the schema is made of, itself first; absolute."""
        self._simplified = simplified
        self._automata: dict[frozenset[str], tuple[Automaton, Wording]] = {}

    @classmethod
    def load(cls, path: Path | str, *, cache: Path | Default | None = DEFAULT) -> Schema:
        """Read a schema in XML syntax (or compact syntax, by the suffix ``.rnc``).

        ``cache`` is the folder in which simplified schemas are kept: without it the platform's own,
        with None nowhere. Raises SchemaError, with file, line, column and the section of the
        specification, where the schema is not correct or cannot be read.
        """
        from tei_edition.relaxng import cache as store

        path = Path(path)
        folder = store.default_folder() if isinstance(cache, Default) else cache
        stored = store.fetch(folder, path) if folder is not None else None
        if stored is not None:
            return cls(*stored)
        rows, contents = read_schema(path)
        if folder is not None:
            store.store(folder, rows, contents)
        return cls(Simplified(rows, str(path)), tuple(contents))

    @property
    def identifiers(self) -> str:
        """Why IDs and references to IDs are not checked; empty where they are.

        They are where the schema is sound in the sense of "RELAX NG DTD Compatibility".
        """
        return self._simplified.identifiers

    def begins_with(self, name: str) -> bool:
        """Whether a document may begin with an element of a name: ``namespace local``, or
        ``local`` in no namespace."""
        first = elements_first((self._simplified.start,))
        return any(element.name_class.contains(name) for element in first)

    def validate(
        self,
        source: Source,
        *,
        watch: Mapping[str, Callable[[str, list[str]], object]] | None = None,
    ) -> Iterator[Finding]:
        """The findings on one document, in order of position.

        ``source`` is a path (a string is one too), the document's bytes, or a binary stream, read
        once from where it stands. ``watch`` calls back for each attribute of a name given (``ref``,
        or ``http://www.w3.org/XML/1998/namespace id``), with the element and all its attributes; an
        element without such attributes costs nothing.

        Raises TypeError for a source of another kind; and OSError, when the findings are asked for,
        for one that cannot be read.
        """
        if isinstance(source, str):
            if source.lstrip("\ufeff \t\r\n").startswith("<"):
                raise TypeError("a string names a file: give the document itself as bytes")
            source = Path(source)
        if isinstance(source, bytearray | memoryview):
            source = bytes(source)
        if isinstance(source, Path | bytes):
            return self._validate(Stream(source), watch or {})
        if not hasattr(source, "read") or isinstance(source, TextIOBase):
            kind = type(source).__name__
            raise TypeError(f"a path, bytes or a binary stream can be validated, no {kind}")
        return self._validate_stream(source, watch or {})

    def _validate(
        self, stream: Stream, watch: Mapping[str, Callable[[str, list[str]], object]]
    ) -> Iterator[Finding]:
        yield from self._follow(stream, watch, None)

    def _validate_stream(
        self, source: BinaryIO, watch: Mapping[str, Callable[[str, list[str]], object]]
    ) -> Iterator[Finding]:
        from shutil import copyfileobj
        from tempfile import SpooledTemporaryFile

        with SpooledTemporaryFile(_IN_MEMORY) as copy:
            copyfileobj(source, copy)
            copy.seek(0)
            again = cast("BinaryIO", copy)
            yield from self._follow(Stream(again), watch, again)

    def follow(
        self,
        stream: Stream,
        *,
        watch: Mapping[str, Callable[[str, list[str]], object]] | None = None,
    ) -> list[Finding]:
        """The findings on a stream that the caller has opened, and may ask for positions.

        Of a stream that is neither a file nor bytes, incomplete elements and stray text are placed
        where they end: `validate` keeps a copy to do better.
        """
        return self._follow(stream, watch or {}, None)

    def _follow(
        self,
        stream: Stream,
        watch: Mapping[str, Callable[[str, list[str]], object]],
        source: BinaryIO | None,
    ) -> list[Finding]:
        watched = frozenset(watch)
        made = self._automata.get(watched)
        if made is None:
            automaton = Automaton(self._simplified, watched)
            made = (automaton, Wording(automaton, self._simplified))
            self._automata[watched] = made
        automaton, wording = made
        run = Run(automaton, wording, stream, watch, source)
        # Elements that an included file left open are dealt with where it was included. The method
        # is there to be replaced, which mypy cannot know.
        stream.unwind = _leave_open  # type: ignore[method-assign]
        stream.run(*handlers(run))
        findings = run.finish() + stream.faults
        findings.sort(key=_PLACE)
        return findings


_PLACE = itemgetter(slice(3))
"""File, line and column of a finding."""


def _leave_open(count: int) -> None:
    """Do nothing."""


def read_schema(path: Path) -> tuple[dict[str, Json], dict[Path, bytes]]:
    """The rows of a schema from its files, and what is in them. Raises SchemaError."""
    from tei_edition.relaxng.identifiers import obstacle
    from tei_edition.relaxng.patterns import PatternFactory
    from tei_edition.relaxng.restrictions import check
    from tei_edition.relaxng.simplification import simplify
    from tei_edition.relaxng.sources import Sources
    from tei_edition.relaxng.storage import TooManyPatternsError, to_rows

    sources = Sources(path)
    factory = PatternFactory()
    try:
        root = sources.main()
        start = simplify(root, sources, factory)
        elements = check(start, root.place)
        names = names_in(elements)
        identifiers = obstacle(elements)
        reason = str(identifiers) if identifiers is not None else ""
        rows = to_rows(start, elements, root.namespaces, names, reason)
    except RecursionError as error:
        raise SchemaError("the schema is nested too deeply", Place(str(path))) from error
    except TooManyPatternsError as error:
        raise SchemaError("the schema is too large", Place(str(path))) from error
    return rows, sources.contents


def names_in(elements: Sequence[Element]) -> frozenset[str]:
    """Every name that some name class of the schema mentions, or could tell from others."""
    from tei_edition.relaxng.expectations import attributes_of

    found: set[str] = set()
    attributes: dict[Attribute, None] = {}
    seen: set[Pattern] = set()
    for element in elements:
        found.update(element.name_class.representatives())
        attributes.update(dict.fromkeys(attributes_of((element.content,), seen)))
    for attribute in attributes:
        found.update(attribute.name_class.representatives())
    return frozenset(found)
