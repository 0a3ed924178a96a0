# SPDX-License-Identifier: MIT
"""The time it takes to write findings, none of the time it takes to find them.

``python -m bench.writing COUNT SCHEMA FILE…`` prints a format and its seconds a line.
"""

from __future__ import annotations

import itertools
import sys
import tempfile
import time
from pathlib import Path

from tei_edition.relaxng import Schema
from tei_edition.reports import FORMATS, Summary, open_report


def main(count: int, schema: Path, files: list[Path]) -> None:
    """Gather findings, repeat them to the count, and write them in every format."""
    loaded = Schema.load(schema)
    documents = [found for path in files if (found := list(loaded.validate(path)))]
    batches = []
    left = count
    for findings in itertools.cycle(documents):
        batches.append(findings[:left])
        left -= len(batches[-1])
        if not left:
            break
    for name in FORMATS:
        with tempfile.TemporaryFile("w", encoding="utf-8") as out:
            begin = time.perf_counter()
            report = open_report(name, out)
            for batch in batches:
                report.add(batch)
            report.finish(Summary(len(batches), ("grammar",), errors=count))
            out.flush()
            print(name, time.perf_counter() - begin)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), [Path(argument) for argument in sys.argv[3:]])
