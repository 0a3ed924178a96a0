# SPDX-License-Identifier: MIT
"""Who is responsible: what the header says of the agent that ``@resp`` points at."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from tei_edition.checks.uris import address
from tei_edition.parser import XML_ID, Stream, local_name
from tei_edition.paths import real

_ROLES = frozenset({"editor", "author", "translator"})


class Responsibilities:
    """Looks pointers up in the headers of their files, each read once.

    Args:
        root: the folder that files have to lie in.
    """

    def __init__(self, root: Path) -> None:
        self._root = root.resolve()
        self._headers: dict[str, dict[str, str]] = {}

    def __call__(self, path: str, uri: str) -> str:
        """The words of the ``resp`` behind a pointer in a file; empty where there are none."""
        scheme, there, fragment = address(uri)
        if scheme:
            return ""
        target = str(Path(path).parent / there) if there else path
        if target not in self._headers:
            file = Path(target)
            inside = real(file).is_relative_to(self._root) and file.is_file()
            self._headers[target] = _Header(file).agents() if inside else {}
        return self._headers[target].get(fragment, "")


class _HeaderEndError(Exception):
    """The header has been read; the rest of the file does not matter."""


class _Header:
    """Reads the agents of one header."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._agents: dict[str, str] = {}
        self._ids: list[str] = []
        """The identifiers of the statement that is open, and of what stands in it."""
        self._words: list[str] = []
        self._depth = 0
        """How deep in a ``respStmt`` we are; 0 outside."""
        self._resp = 0

    def agents(self) -> dict[str, str]:
        """By identifier, the words of the responsibility."""
        stream = Stream(self._file)
        with suppress(_HeaderEndError, OSError):
            stream.run(self._start, self._end, self._text)
        return self._agents

    def _start(self, name: str, attributes: list[str]) -> None:
        element = local_name(name)
        given = dict(zip(attributes[::2], attributes[1::2], strict=True))
        if self._depth or element == "respStmt":
            self._depth += 1
            if XML_ID in given:
                self._ids.append(given[XML_ID])
            self._resp += element == "resp"
        elif element in _ROLES and XML_ID in given:
            self._agents[given[XML_ID]] = element

    def _end(self, name: str) -> None:
        element = local_name(name)
        if element == "teiHeader":
            raise _HeaderEndError
        if not self._depth:
            return
        self._depth -= 1
        self._resp -= element == "resp"
        if not self._depth:
            words = " ".join("".join(self._words).split())
            self._agents |= dict.fromkeys(self._ids, words)
            self._ids, self._words = [], []

    def _text(self, text: str) -> None:
        if self._resp:
            self._words.append(text)
