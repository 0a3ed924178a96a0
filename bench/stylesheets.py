# SPDX-License-Identifier: MIT
"""What a page costs: an identity transform in the same Saxon is the floor.

``python -m bench.stylesheets FILE…`` prints, for the identity transform (parse, transform,
serialise), for the stylesheets on the same text (parse, transform, serialise), for all that a page
takes from the file on, for the least that any stylesheet could take (parsing the file, and building
and serialising the page that is there already), and for the TEI Consortium's stylesheets, the
seconds they take. Each file goes through all of them before the next, so that what disturbs one
disturbs the others. Processor time, since one process is the subject; compiling is not counted.

The TEI Consortium's stylesheets are measured where the environment variable TEI_STYLESHEETS names
the folder of a release of them (the one that holds ``html/html.xsl``); else their figure is ``-``.
A document on which they stop counts with the time until then, and is counted on the second line.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition import saxon
from tei_edition.rendering import Renderer, RenderingError, Source, read_source

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

IDENTITY = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:mode on-no-match="shallow-copy"/></xsl:stylesheet>"""

COPY = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:template match="/"><xsl:copy-of select="*"/></xsl:template></xsl:stylesheet>"""

WARM = 10
"""Files before the first that is counted."""


def contestants() -> dict[str, Callable[[Path, Source], object]]:
    """What is measured, by name."""
    identity, renderer = saxon.Stylesheet.from_text(IDENTITY), Renderer()
    found: dict[str, Callable[[Path, Source], object]] = {
        "identity": lambda _, source: identity.transform(saxon.parse(source.text)),
        "stylesheets": lambda _, source: renderer.html(Source(source.text, source.file)),
        "page": lambda path, _: renderer.html(read_source(path)),
    }
    folder = os.environ.get("TEI_STYLESHEETS")
    if folder:
        theirs = saxon.Stylesheet.from_file(Path(folder) / "html" / "html.xsl")
        found["theirs"] = lambda _, source: theirs.transform(saxon.parse(source.text))
    return found


def least(paths: Sequence[Path]) -> float:
    """Seconds that parsing the files, and building and serialising their finished pages, takes.

    Apart from the others, since what it needs fills the memory that they share.
    """
    renderer, copy, seconds = Renderer(), saxon.Stylesheet.from_text(COPY), 0.0
    for path in paths:
        try:
            source = read_source(path)
        except RenderingError:
            continue
        page = saxon.parse(renderer.html(source).removeprefix("<!DOCTYPE html>"))
        begin = time.process_time()
        saxon.parse(source.text)
        copy.transform(page)
        seconds += time.process_time() - begin
    return seconds


def measure(paths: Sequence[Path]) -> tuple[dict[str, float], int]:
    """Seconds of processor time of each, and how many documents theirs stopped at."""
    contest = contestants()
    seconds, stopped = dict.fromkeys(contest, 0.0), 0
    for number, path in enumerate([*paths[:WARM], *paths]):
        try:
            source = read_source(path)
        except RenderingError:
            continue
        for name, make in contest.items():
            begin = time.process_time()
            try:
                make(path, source)
            except saxon.SaxonError:
                stopped += number >= WARM
            if number >= WARM:
                seconds[name] += time.process_time() - begin
    return seconds, stopped


if __name__ == "__main__":
    files = [Path(argument) for argument in sys.argv[1:]]
    took, without = measure(files)
    ours = (took[name] for name in ("identity", "stylesheets", "page"))
    print(*ours, least(files), took.get("theirs", "-"))
    print(without)
