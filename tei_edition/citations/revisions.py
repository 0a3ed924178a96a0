# SPDX-License-Identifier: MIT
"""Errata in the ``revisionDesc`` of the documents, made from the registry.

TEI Guidelines, 2.6 (The Revision Description): one ``change`` each, the latest first. An erratum is
``<change type="erratum" when="2027-03-01" n="letter-p02">“unit” for “units”</change>``: the day,
the identifier, and what happened. Other changes are the editors' own.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from tei_edition.citations.errata import errata
from tei_edition.citations.markup import Markup, NotRewritableError, NotXmlError
from tei_edition.citations.scheme import Scheme
from tei_edition.citations.survey import survey
from tei_edition.errors import TeiEditionError
from tei_edition.files import replace
from tei_edition.parser import local_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tei_edition.citations.registry import Registry
    from tei_edition.citations.units import Units

_HEADER_DEPTH = 2
"""The header of a document is a child of its root element."""


class Statement(NamedTuple):
    """An erratum as a document states it."""

    xml_id: str
    on: str
    words: str


def due(registry: Registry) -> Mapping[str, Sequence[Statement]]:
    """What the documents have to state, by their identifier, the latest first."""
    found: dict[str, list[Statement]] = defaultdict(list)
    for each in errata(registry):
        statement = Statement(each.id, each.on, " ".join(each.words.split()))
        if statement not in found[each.document]:
            found[each.document].append(statement)
    return found


def state(registry: Registry, files: Iterable[Units]) -> list[str]:
    """Write into each document the errata that it has to state and does not; nothing else changes.

    Args:
        registry: what was recorded.
        files: the documents as they were read.

    Returns:
        The paths of the documents that were changed.

    Raises:
        TeiEditionError: a document cannot be written, or has no place for a ``change``.
    """
    statements = due(registry)
    changed = []
    for units in files:
        stated = {each.statement for each in units.errata}
        missing = [each for each in statements.get(units.document, ()) if each not in stated]
        if missing and units.is_whole:
            _write(units, missing)
            changed.append(units.path)
    return changed


def _write(units: Units, missing: Sequence[Statement]) -> None:
    path = Path(units.path)
    try:
        markup = Markup.of(path.read_bytes())
        place = _Header(markup).place()
        after = markup.with_text(place.byte, place.filled(missing))
    except OSError as error:
        raise TeiEditionError(f"“{path}” cannot be read: {error.strerror}") from error
    except (NotXmlError, NotRewritableError) as error:
        raise TeiEditionError(f"“{path}”: the erratum cannot be stated: {error}") from error
    before = survey(path, units.path, Scheme.of(None))
    again = survey(after, units.path, Scheme.of(None))
    added = len(again.errata) - len(before.errata)
    if [each[:4] for each in before.found] != [each[:4] for each in again.found] or added != len(
        missing
    ):
        raise TeiEditionError(f"“{path}”: the erratum cannot be stated in its revisionDesc")
    replace(path, after)


class _Place(NamedTuple):
    """Where the first ``change`` goes."""

    byte: int
    prefix: str
    """The prefix of TEI elements, with its colon; empty where there is none."""
    space: str
    """White space between it and what follows."""
    has_parent: bool
    """Whether there is a ``revisionDesc``."""

    def filled(self, statements: Sequence[Statement]) -> str:
        """The markup that is to be put there."""
        name = f"{self.prefix}change"
        changes = [
            f'<{name} type="erratum" when={quoteattr(each.on)} n={quoteattr(each.xml_id)}>'
            f"{escape(each.words)}</{name}>"
            for each in statements
        ]
        if self.has_parent:
            return "".join(f"{change}{self.space}" for change in changes)
        parent = f"{self.prefix}revisionDesc"
        indent = "  " if "\n" in self.space else ""
        inner = "".join(f"{self.space}{indent * 2}{change}" for change in changes)
        return f"{indent}<{parent}>{inner}{self.space}{indent}</{parent}>{self.space}"


class _Header:
    """Finds the place in the header of the document."""

    def __init__(self, markup: Markup) -> None:
        self._markup = markup
        self._parser = markup.parser()
        self._open: list[str] = []
        self._revision: int | None = None
        self._change: int | None = None
        self._end: int | None = None

    def place(self) -> _Place:
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._close
        self._markup.parse(self._parser)
        byte = self._change if self._change is not None else self._end
        if byte is None or (self._change is None and self._revision is not None):
            raise NotRewritableError("write a first <change> into its revisionDesc")
        end = self._markup.name_end(byte)
        if end is None:
            raise NotRewritableError("its revisionDesc comes from an entity")
        codec = self._markup.encoding.of_pieces
        name = self._markup.body[byte:end].decode(codec).lstrip("</")
        prefix = name.rpartition(":")[0]
        before = self._markup.body[:byte].decode(codec)
        space = before[len(before.rstrip(" \t\r\n")) :]
        return _Place(byte, f"{prefix}:" if prefix else "", space, self._change is not None)

    def _start(self, name: str, attributes: object) -> None:
        local = local_name(name)
        self._open.append(local)
        in_header = self._open[1:_HEADER_DEPTH] == ["teiHeader"]
        if in_header and local == "revisionDesc" and self._revision is None:
            self._revision = self._parser.CurrentByteIndex
        if in_header and local == "change" and "revisionDesc" in self._open:
            self._change = self._parser.CurrentByteIndex if self._change is None else self._change

    def _close(self, name: str) -> None:
        if len(self._open) == _HEADER_DEPTH and self._open[-1] == "teiHeader" and not self._end:
            self._end = self._parser.CurrentByteIndex
        self._open.pop()
