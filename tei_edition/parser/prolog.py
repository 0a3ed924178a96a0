# SPDX-License-Identifier: MIT
"""The start of a file: its schemas and its root element, without reading the rest."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING
from xml.parsers import expat

from tei_edition.parser import encodings
from tei_edition.parser.encodings import UndecodableError
from tei_edition.parser.entities import Bounds, RefusedError
from tei_edition.parser.sources import opened

if TYPE_CHECKING:
    from tei_edition.parser.sources import Source

_PSEUDO_ATTRIBUTE = re.compile(r"""([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_REFERENCES = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&"}
"""What may stand for a character; the ampersand last, so that nothing is replaced twice."""
_PIECE = 4096
_ENOUGH = 1 << 20
"""Bytes within which a prolog has to end."""


@dataclass(frozen=True, slots=True)
class Model:
    """An ``xml-model`` instruction (ISO/IEC 19757-11), its pseudo-attributes and its place."""

    href: str
    type: str = ""
    schematypens: str = ""
    phase: str = ""
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Prolog:
    """What stands before the content of the root element."""

    models: tuple[Model, ...] = ()
    root: str = ""
    """The root element's name, ``namespace local``; empty where the file has none."""
    attributes: tuple[tuple[str, str], ...] = ()
    """Its attributes, by expat's names."""
    doctype: str = ""
    """The name in the document type declaration; empty where there is none."""
    system: str = ""
    """The system identifier of its DTD."""
    public: str = ""
    """The public identifier of its DTD."""
    encoding: str = ""
    """The encoding by which the file is read."""
    line: int = 1
    """The line that the root element begins in."""
    column: int = 1
    """The column that it begins at, in characters."""


class _RootFoundError(Exception):
    """The root element has been met."""


def prolog(source: Source) -> Prolog:
    """What the start of a document says; of a broken file, what can be read of it.

    A stream has to be seekable, and is left where it was.

    Raises:
        OSError: the file cannot be read.
    """
    with opened(source) as file:
        first = file.read(_PIECE)
        encoding = encodings.encoding(first)
        reading = _Reading(encoding.expats)
        # What is wrong with the file is said by the pass over the whole of it.
        with suppress(_RootFoundError, RefusedError, UndecodableError, expat.ExpatError):
            for piece in islice(encodings.pieces(file, encoding, first, _PIECE), _ENOUGH // _PIECE):
                reading.parser.Parse(piece, False)
    return Prolog(
        tuple(reading.models),
        reading.root,
        tuple(reading.attributes),
        *reading.doctype,
        encoding.codec,
        *reading.place,
    )


class _Reading:
    """What expat has met so far."""

    def __init__(self, encoding: str) -> None:
        self.models: list[Model] = []
        self.root = ""
        self.attributes: list[tuple[str, str]] = []
        self.doctype = ("", "", "")
        self.place = (1, 1)
        self.parser = expat.ParserCreate(encoding, namespace_separator=" ")
        self.parser.ordered_attributes = True
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.StartElementHandler = self._element
        Bounds().watch(self.parser)

    def _instruction(self, target: str, data: str) -> None:
        if target == "xml-model":
            line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
            self.models.append(_model(data, line, column))

    def _doctype(self, name: str, system: str | None, public: str | None, internal: bool) -> None:
        self.doctype = (name, system or "", public or "")

    def _element(self, name: str, attributes: list[str]) -> None:
        self.root = name
        self.place = (self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)
        self.attributes.extend(zip(attributes[::2], attributes[1::2], strict=True))
        raise _RootFoundError


def _model(data: str, line: int, column: int) -> Model:
    values = {name: double or single for name, double, single in _PSEUDO_ATTRIBUTE.findall(data)}
    for reference, character in _REFERENCES.items():
        values = {name: value.replace(reference, character) for name, value in values.items()}
    return Model(
        values.get("href", ""),
        values.get("type", ""),
        values.get("schematypens", ""),
        values.get("phase", ""),
        line,
        column,
    )
