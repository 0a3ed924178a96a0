# SPDX-License-Identifier: MIT
"""The start of a file: its schemas and its root element, without reading the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from xml.parsers import expat

from tei_edition.parser import encodings

if TYPE_CHECKING:
    from tei_edition.parser.stream import Source

_PSEUDO_ATTRIBUTE = re.compile(r"""([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_REFERENCES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'"}
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


class _RootFoundError(Exception):
    """The root element has been met."""


def prolog(source: Source) -> Prolog:
    """What the start of a document says; of a broken file, what can be read of it.

    Raises:
        OSError: the file cannot be read.
    """
    models: list[Model] = []
    root: list[str] = []
    given: list[tuple[str, str]] = []
    start = _start(source)
    legacy = encodings.declared(start)
    parser = expat.ParserCreate(namespace_separator=" ")
    if legacy and not _known(legacy):
        return Prolog()
    parser.ordered_attributes = True

    def instruction(target: str, data: str) -> None:
        if target == "xml-model":
            place = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
            models.append(_model(data, *place))

    def element(name: str, attributes: list[str]) -> None:
        root.append(name)
        given.extend(zip(attributes[::2], attributes[1::2], strict=True))
        raise _RootFoundError

    parser.ProcessingInstructionHandler = instruction
    parser.StartElementHandler = element
    try:
        parser.Parse(start, False)
    except _RootFoundError:
        pass
    except (expat.ExpatError, LookupError, ValueError):
        # The pass over the whole document says what is wrong.
        pass
    return Prolog(tuple(models), root[0] if root else "", tuple(given))


def _start(source: Source) -> bytes:
    if isinstance(source, bytes):
        return source[:_ENOUGH]
    if not isinstance(source, Path):
        return b""
    with source.open("rb") as file:
        start = file.read(_PIECE)
        while len(start) < _ENOUGH and not re.search(rb"<[^?!]", start[:-1].replace(b"\0", b"")):
            piece = file.read(_PIECE)
            if not piece:
                break
            start += piece
        return start + file.read(_PIECE)


def _known(name: str) -> bool:
    import codecs

    try:
        codecs.lookup(name)
    except LookupError:
        return False
    return True


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
