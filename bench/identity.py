# SPDX-License-Identifier: MIT
"""The floor of rendering: an identity transformation by the same Saxon, one file after the other.

``python -m bench.identity FOLDER FILE…`` parses each file, copies it and writes the copy.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tei_edition import saxon

_IDENTITY = (
    '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'
    '<xsl:mode on-no-match="shallow-copy"/></xsl:stylesheet>'
)


def main(folder: Path, files: list[Path]) -> None:
    """Copy the files into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    stylesheet = saxon.Stylesheet.from_text(_IDENTITY)
    for path in files:
        text = path.read_text(encoding="utf-8").partition("?>")[2]
        (folder / path.name).write_text(stylesheet.transform(saxon.parse(text)), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(argument) for argument in sys.argv[2:]])
