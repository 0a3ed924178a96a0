# SPDX-License-Identifier: MIT
"""Pages and texts of documents, transformed again and again: what callgrind counts.

``python -m bench.pages TIMES FILE…``, under callgrind (:mod:`bench.callgrind`), prints a line for
each transformation that is counted, in order: the place of the file among the arguments, and what
is made of it.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bench import callgrind
from bench.stylesheets import IDENTITY
from tei_edition import saxon
from tei_edition.edition import Edition
from tei_edition.rendering import Renderer, Source, describe, read_source
from tei_edition.rendering.publish import edition_data

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

WARM = 2
"""Rounds before the first that is counted, in which Saxon makes what it makes once."""


def main(times: int, paths: Sequence[Path]) -> None:
    """Warm up, have callgrind begin, and make each output of each file so many times."""
    identity = saxon.Stylesheet.from_text(IDENTITY)
    made = []
    for path in paths:
        source, renderer = _ready(path)
        outputs: dict[str, Callable[[Source], object]] = {
            "identity": lambda source: identity.transform(source.node),
            "html": renderer.html,
            "text": renderer.text,
        }
        made.append((source, outputs))
    for _ in range(WARM):
        for source, outputs in made:
            for make in outputs.values():
                make(replace(source))
    # A tree of its own each time: Saxon keeps with a tree the indices that a page asks it for.
    fresh = [[[_parsed(s) for _ in range(times)] for _ in outputs] for s, outputs in made]
    callgrind.begin()
    for number, ((_, outputs), sources) in enumerate(zip(made, fresh, strict=True)):
        for (name, make), trees in zip(outputs.items(), sources, strict=True):
            for source in trees:
                make(source)
                print(number, name)


def _ready(path: Path) -> tuple[Source, Renderer]:
    """A document, and what renders it: as a document of its edition, where it belongs to one."""
    edition = Edition.containing(path)
    if edition is None:
        return read_source(path), Renderer()
    sources = {file: read_source(file, edition.root) for file in edition.documents}
    documents = tuple(describe(source).document for source in sources.values())
    data = replace(edition_data(edition), documents=documents)
    return sources[path.resolve()], Renderer(data)


def _parsed(source: Source) -> Source:
    """The same, with a tree of its own."""
    copy = replace(source)
    _ = copy.node
    return copy


if __name__ == "__main__":
    main(int(sys.argv[1]), [Path(argument) for argument in sys.argv[2:]])
