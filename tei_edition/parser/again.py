# SPDX-License-Identifier: MIT
"""What is worth reading a file a second time for, because something is wrong with it."""

from __future__ import annotations

import contextlib
import re
from typing import TYPE_CHECKING
from xml.parsers import expat

from tei_edition.parser.encodings import UndecodableError, pieces
from tei_edition.parser.entities import PREDEFINED, Bounds, RefusedError
from tei_edition.parser.names import INCLUDE, XML_BASE
from tei_edition.parser.scene import Open
from tei_edition.parser.sources import opened

if TYPE_CHECKING:
    from collections.abc import Container
    from xml.parsers.expat import XMLParserType

    from tei_edition.parser.encodings import Encoding
    from tei_edition.parser.sources import Source

_PIECE = 1 << 16
_AHEAD = 1 << 14
"""Bytes of a start tag that are looked at."""
_TAG = re.compile(r"<(?:[^>\"']|\"[^\"]*\"|'[^']*')*")
_REFERENCE = re.compile(r"&([^#;\s<&\"'][^;\s<&\"']*);")


def open_elements(source: Source, encoding: Encoding) -> list[Open]:
    """The elements that are open where a file stops being XML, outermost first."""
    parser = expat.ParserCreate(encoding.expats)
    stack: list[Open] = []

    def start(name: str, attributes: object) -> None:
        stack.append(Open(name, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))

    def end(name: str) -> None:
        stack.pop()

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    _feed(parser, source, encoding)
    return stack


def references_in_attributes(
    source: Source, encoding: Encoding, known: Container[str]
) -> list[tuple[str, int, int]]:
    """References in attributes to entities that are not declared: name, line and column."""
    parser = expat.ParserCreate(encoding.expats)
    codec = encoding.of_pieces
    found: list[tuple[str, int, int]] = []

    def start(name: str, attributes: object) -> None:
        context = (parser.GetInputContext() or b"")[:_AHEAD].decode(codec, errors="replace")
        tag = _TAG.match(context)
        text = tag[0] if tag else ""
        for reference in _REFERENCE.finditer(text):
            if reference[1] in known or reference[1] in PREDEFINED:
                continue
            before = text[: reference.start()]
            line = parser.CurrentLineNumber + before.count("\n")
            column = len(before) - before.rfind("\n")
            if "\n" not in before:
                column = parser.CurrentColumnNumber + len(before) + 1
            found.append((reference[1], line, column))

    parser.StartElementHandler = start
    _feed(parser, source, encoding)
    return found


def bases(source: Source, encoding: Encoding) -> dict[tuple[int, int], tuple[str, ...]]:
    """By line and column of each ``xi:include``, the ``xml:base`` of the elements around it."""
    parser = expat.ParserCreate(encoding.expats, namespace_separator=" ")
    around: list[str | None] = []
    found: dict[tuple[int, int], tuple[str, ...]] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == INCLUDE:
            place = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
            found[place] = tuple(base for base in around if base)
        around.append(attributes.get(XML_BASE))

    def end(name: str) -> None:
        around.pop()

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    _feed(parser, source, encoding)
    return found


def _feed(parser: XMLParserType, source: Source, encoding: Encoding) -> None:
    """Read the file, as far as it goes."""
    Bounds().watch(parser)
    with (
        opened(source) as file,
        contextlib.suppress(expat.ExpatError, RefusedError, UndecodableError),
    ):
        for piece in pieces(file, encoding, file.read(_PIECE), _PIECE):
            parser.Parse(piece, False)
        parser.Parse(b"", True)
