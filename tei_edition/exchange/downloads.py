# SPDX-License-Identifier: MIT
"""A document's TEI for download: whole, and with its pointers to the other downloads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.document import TEI, XML
from tei_edition.rendering.page_names import page_name
from tei_edition.rendering.sources.source import Source

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from lxml.etree import _Element

_POINTER = re.compile(r"(?P<file>[^\s:#?\"<>]+\.xml)(?P<fragment>#\S*)?")


@dataclass(frozen=True, slots=True)
class Downloads:
    """The names under which the documents of an edition are downloaded."""

    names: Mapping[Path, str]
    """By resolved path: ``cable-600308.xml``."""

    @classmethod
    def of(cls, files: Sequence[tuple[Path, str]]) -> Downloads:
        """From the files, each with the identifier of its root."""
        return cls(
            {path.resolve(): f"{page_name(xml_id, path.stem)}.xml" for path, xml_id in files}
        )

    def target(self, path: Path, pointer: str) -> tuple[str, str] | None:
        """The download and the fragment that a pointer in a file leads to, if it is to one."""
        found = _POINTER.fullmatch(pointer)
        if found is None:
            return None
        name = self.names.get((path.parent / found["file"]).resolve())
        if name is None:
            # In an included passage pointers are relative to the file that it stands in.
            last = found["file"].rpartition("/")[2]
            named = {each for file, each in self.names.items() if file.name == last}
            name = named.pop() if len(named) == 1 else None
        return None if name is None else (name, found["fragment"] or "")


def flat_tei(source: Source, path: Path, downloads: Downloads) -> _Element:
    """The document with its inclusions in place; pointers lead to the downloads beside it."""
    root = source.root
    own = downloads.names.get(path.resolve(), "")

    def replaced(pointer: str) -> str:
        target = downloads.target(path, pointer)
        if target is None:
            return pointer
        name, fragment = target
        return fragment if name == own and fragment else f"{name}{fragment}"

    rewrite(root, replaced)
    return root


def rewrite(root: _Element, replaced: Replacement) -> None:
    """Put a function's result in the place of each token of an attribute that may be a pointer."""
    for element in root.iter():
        for name, value in element.attrib.items():
            name, value = str(name), str(value)
            if name.startswith(XML) or not (".xml" in value or "#" in value):
                continue
            tokens = value.split()
            made = " ".join(map(replaced, tokens))
            if made != " ".join(tokens):
                element.set(name, made)


if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    Replacement: TypeAlias = Callable[[str], str]

__all__ = ["TEI", "Downloads", "flat_tei", "rewrite"]
