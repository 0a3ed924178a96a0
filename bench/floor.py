# SPDX-License-Identifier: MIT
"""What the engine adds to the floor: expat with empty start and end callbacks, same bytes.

``python -m bench.floor SCHEMA FILE…`` prints the seconds of the floor and of the engine. The
engine begins with nothing learned of the schema; loading the schema is not counted. Processor time,
since one process is the subject.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING
from xml.parsers import expat

from tei_edition.relaxng import Schema

if TYPE_CHECKING:
    from collections.abc import Sequence


def _start(name: str, attributes: list[str]) -> None:
    pass


def _end(name: str) -> None:
    pass


def bare(paths: Sequence[Path]) -> float:
    """Seconds that expat takes."""
    begin = time.process_time()
    for path in paths:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.ordered_attributes = True
        parser.StartElementHandler = _start
        parser.EndElementHandler = _end
        with path.open("rb") as file:
            while piece := file.read(1 << 20):
                parser.Parse(piece, False)
        parser.Parse(b"", True)
    return time.process_time() - begin


def engine(schema: Schema, paths: Sequence[Path]) -> float:
    """Seconds that the engine takes, in this process."""
    begin = time.process_time()
    for path in paths:
        for _ in schema.validate(path):
            pass
    return time.process_time() - begin


if __name__ == "__main__":
    files = [Path(argument) for argument in sys.argv[2:]]
    loaded = Schema.load(Path(sys.argv[1]))
    bare(files[: max(1, len(files) // 20)])
    print(bare(files), engine(loaded, files))
