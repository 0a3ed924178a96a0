# SPDX-License-Identifier: MIT
"""Errata in the ``revisionDesc`` of the documents, made from the registry.

TEI Guidelines, 2.6 (The Revision Description): one ``change`` each, the latest first. An erratum is
``<change type="erratum" when="2027-03-01" n="letter-p02">“unit” for “units”</change>``: the day,
the identifier, and what happened, in the edition's language. Other changes are the editors' own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.citations.errata import errata
from tei_edition.citations.markup import Markup, NotRewritableError, NotXmlError
from tei_edition.citations.phrases import languages
from tei_edition.citations.registry import What
from tei_edition.citations.scheme import Scheme
from tei_edition.citations.survey import survey
from tei_edition.errors import TeiEditionError
from tei_edition.files import Rewriting
from tei_edition.parser import local_name
from tei_edition.parser.escaping import escaped, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tei_edition.citations.registry import Registry
    from tei_edition.citations.units import Stated, Units

_HEADER_DEPTH = 2
"""The header of a document is a child of its root element."""


class Statement(NamedTuple):
    """An erratum as a document states it."""

    xml_id: str
    on: str
    words: str


class Drift(NamedTuple):
    """What the registry and a document do not both say."""

    units: Units
    missing: Sequence[Statement]
    """What the document has to state and does not, the latest first."""
    unrecorded: Sequence[Stated]
    """What it states and the registry does not record, or not in these words."""


def drifts(registry: Registry, files: Iterable[Units], language: str) -> Iterator[Drift]:
    """Where registry and documents drift apart.

    Args:
        registry: what was recorded.
        files: the documents as they were read; those that are not well-formed are passed over.
        language: that of the edition, in which errata are stated. What was stated in another
            language that there are words in is stated, too; so is what names passages as they are
            called now, after the document was renamed throughout its file.
    """
    due = _statements(registry, language)
    numbers: dict[str, dict[Statement, int]] = defaultdict(dict)
    for number, (document, statement) in enumerate(due):
        numbers[document].setdefault(statement, number)
    elsewhere: list[list[tuple[str, Statement]]] = []
    for units in files:
        if not units.is_whole:
            continue
        wanted = numbers.get(units.document, {})
        stated = {each.statement for each in units.errata}
        missing = {number: each for each, number in wanted.items() if each not in stated}
        unrecorded = [each for each in units.errata if each.statement not in wanted]
        if missing and unrecorded and not elsewhere:
            elsewhere += [_statements(registry, each) for each in languages()]
        for other in elsewhere if missing and unrecorded else ():
            said = {_as_named_now(other[number][1], registry): number for number in missing}
            for each in tuple(unrecorded):
                number = said.pop(_as_named_now(Statement(*each.statement), registry), -1)
                if number in missing:
                    del missing[number]
                    unrecorded.remove(each)
        if missing or unrecorded:
            yield Drift(units, tuple(missing.values()), tuple(unrecorded))


def _as_named_now(statement: Statement, registry: Registry) -> Statement:
    """A statement with the present identifiers of what has moved."""

    def now(xml_id: str) -> str:
        unit = registry.units.get(xml_id)
        if unit is None or unit.end is None or unit.end.what is not What.MOVED:
            return xml_id
        return next((each.xml_id for each in registry.resolve(xml_id).now), xml_id)

    words = re.sub(r"\w[\w.-]*\w", lambda found: now(found[0]), statement.words)
    return Statement(now(statement.xml_id), statement.on, words)


def _statements(registry: Registry, language: str) -> list[tuple[str, Statement]]:
    """Document and statement of each erratum; in the same order in every language."""
    return [
        (each.stated_in, Statement(each.id, each.on, " ".join(each.words.split())))
        for each in errata(registry, language)
    ]


def rewritings(registry: Registry, files: Iterable[Units], language: str) -> list[Rewriting]:
    """Each document with the errata written into it that it has to state and does not.

    Nothing else changes in it. The arguments are those of :func:`drifts`.

    Raises:
        TeiEditionError: a document cannot be read, or has no place for a ``change``.
    """
    found = drifts(registry, files, language)
    return [_rewriting(drift.units, drift.missing) for drift in found if drift.missing]


def _rewriting(units: Units, missing: Sequence[Statement]) -> Rewriting:
    path = Path(units.path)
    try:
        raw = path.read_bytes()
        markup = Markup.of(raw)
        place = _Header(markup).place()
        after = markup.with_text(place.start, place.filled(missing), place.end)
    except OSError as error:
        raise TeiEditionError(f"“{path}” cannot be read: {error.strerror}") from error
    except (NotXmlError, NotRewritableError) as error:
        raise TeiEditionError(f"“{path}”: the erratum cannot be stated: {error}") from error
    before = survey(raw, units.path, Scheme.of(None))
    again = survey(after, units.path, Scheme.of(None))
    added = len(again.errata) - len(before.errata)
    if [each[:4] for each in before.found] != [each[:4] for each in again.found] or added != len(
        missing
    ):
        raise TeiEditionError(f"“{path}”: the erratum cannot be stated in its revisionDesc")
    return Rewriting(path, raw, after)


class _Place(NamedTuple):
    """Where the first ``change`` goes, and what has to stand around it."""

    start: int
    end: int
    """Bytes of the body, what is between them is taken out."""
    prefix: str
    """The prefix of TEI elements, with its colon; empty where there is none."""
    before: str
    between: str
    after: str

    def filled(self, statements: Sequence[Statement]) -> str:
        """The markup that is to be put there."""
        name = f"{self.prefix}change"
        changes = (
            f'<{name} type="erratum" when={quoted(each.on)} n={quoted(each.xml_id)}>'
            f"{escaped(each.words)}</{name}>"
            for each in statements
        )
        return self.before + self.between.join(changes) + self.after


class _Header:
    """Finds the place in the header of the document."""

    def __init__(self, markup: Markup) -> None:
        self._markup = markup
        self._codec = markup.encoding.of_pieces
        self._parser = markup.parser()
        self._open: list[str] = []
        self._revision: int | None = None
        self._revision_end: int | None = None
        self._has = ""
        """The first element in the ``revisionDesc``."""
        self._change: int | None = None
        self._end: int | None = None

    def place(self) -> _Place:
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._close
        self._markup.parse(self._parser)
        if self._change is not None:
            prefix, space = self._around(self._change)
            return _Place(self._change, self._change, prefix, "", space, space)
        if self._revision is not None:
            return self._in_empty(self._revision)
        if self._end is None:
            raise NotRewritableError("it has no teiHeader")
        prefix, space = self._around(self._end)
        indent = _indent(space)
        between = f"{space}{indent * 2}"
        before = f"{indent}<{prefix}revisionDesc>{between}"
        after = f"{space}{indent}</{prefix}revisionDesc>{space}"
        return _Place(self._end, self._end, prefix, before, between, after)

    def _in_empty(self, start: int) -> _Place:
        """In a ``revisionDesc`` that has no ``change``: only where it has nothing else, either."""
        if self._has:
            raise NotRewritableError(
                f"its revisionDesc is made of <{self._has}>, beside which TEI allows no <change>: "
                "write its entries as <change> elements"
            )
        prefix, space = self._around(start)
        end = self._revision_end
        assert end is not None
        name_end = self._markup.name_end(end)
        if name_end is not None and self._text(end, name_end) == f"</{prefix}revisionDesc":
            _, space = self._around(end)
            indent = _indent(space)
            return _Place(end, end, prefix, indent, f"{space}{indent}", space)
        slash = end - len("/>".encode(self._codec))  # expat is behind it
        if self._text(slash, end) != "/>":
            raise NotRewritableError("write a first <change> into its revisionDesc")
        between = f"{space}{_indent(space)}"
        after = f"{space}</{prefix}revisionDesc>"
        return _Place(slash, end, prefix, f">{between}", between, after)

    def _around(self, tag: int) -> tuple[str, str]:
        """The prefix in the tag at a byte, with its colon, and the white space before the tag."""
        end = self._markup.name_end(tag)
        if end is None:
            raise NotRewritableError("its revisionDesc comes from an entity")
        prefix = self._text(tag, end).lstrip("</").rpartition(":")[0]
        before = self._text(0, tag)
        return f"{prefix}:" if prefix else "", before[len(before.rstrip(" \t\r\n")) :]

    def _text(self, start: int, end: int) -> str:
        return self._markup.body[start:end].decode(self._codec, errors="ignore")

    def _start(self, name: str, attributes: object) -> None:
        local = local_name(name)
        self._open.append(local)
        if self._open[1:_HEADER_DEPTH] != ["teiHeader"]:
            return
        if "revisionDesc" in self._open[:-1]:
            self._has = self._has or local
            if local == "change" and self._change is None:
                self._change = self._parser.CurrentByteIndex
        elif local == "revisionDesc" and self._revision is None:
            self._revision = self._parser.CurrentByteIndex

    def _close(self, name: str) -> None:
        in_header = self._open[1:_HEADER_DEPTH] == ["teiHeader"]
        if in_header and self._open[-1] == "revisionDesc" and self._revision_end is None:
            self._revision_end = self._parser.CurrentByteIndex
        if len(self._open) == _HEADER_DEPTH and self._open[-1] == "teiHeader" and not self._end:
            self._end = self._parser.CurrentByteIndex
        self._open.pop()


def _indent(space: str) -> str:
    return "  " if "\n" in space else ""
