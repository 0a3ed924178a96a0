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


def writing(page: str) -> Callable[[Path, Source], object]:
    """Parsing a document, and building and serialising its page, which is there already."""
    made, copy = saxon.parse(page.removeprefix("<!DOCTYPE html>")), saxon.Stylesheet.from_text(COPY)
    return lambda _, source: (saxon.parse(source.text), copy.transform(made))


def measure(paths: Sequence[Path]) -> tuple[dict[str, float], int]:
    """Seconds of processor time of each, and how many documents theirs stopped at."""
    contest, renderer = contestants(), Renderer()
    seconds, stopped = dict.fromkeys([*contest, "least"], 0.0), 0
    for number, path in enumerate([*paths[:WARM], *paths]):
        try:
            source = read_source(path)
        except RenderingError:
            continue
        least = writing(renderer.html(source))
        for name, make in {**contest, "least": least}.items():
            begin = time.process_time()
            try:
                make(path, source)
            except saxon.SaxonError:
                stopped += number >= WARM
            if number >= WARM:
                seconds[name] += time.process_time() - begin
    return seconds, stopped


if __name__ == "__main__":
    took, without = measure([Path(argument) for argument in sys.argv[1:]])
    print(*(took.get(name, "-") for name in ("identity", "stylesheets", "page", "least", "theirs")))
    print(without)
