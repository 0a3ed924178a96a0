# SPDX-License-Identifier: MIT
"""``python -m bench [NAME…]``: run measurements and print them."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING
from xml.parsers import expat

from bench.cases import CASES, Bench, Row
from bench.contenders import cores
from bench.corpora import Data, MissingError
from bench.process import FailedError

if TYPE_CHECKING:
    from collections.abc import Sequence

_VERDICTS = {True: "reached", False: "MISSED", None: ""}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure; 0 when everything was reached, 1 when not, 2 when something could not be made."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="See bench/README.md.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of: {', '.join(CASES)}")
    parser.add_argument("--rounds", type=int, default=5, help="default: 5; half for what is long")
    parser.add_argument("--size", type=float, default=1.0, help="GB of the giant file; default: 1")
    parser.add_argument("--keep", type=Path, help="a folder for the repeated samples, kept there")
    parser.add_argument("--quick", action="store_true", help="one round, small corpora")
    given = parser.parse_args(arguments)
    unknown = [name for name in given.names if name not in CASES]
    if unknown:
        parser.error(f"no such measurement: {', '.join(unknown)}")
    source = os.environ.get("TEI_EDITION_TEST_DATA")
    if not source:
        words = "set TEI_EDITION_TEST_DATA to a folder with schemas/tei_all.rng and samples/"
        print(f"python -m bench: {words}", file=sys.stderr)
        return 2
    print(
        f"Python {platform.python_version()}, {expat.EXPAT_VERSION}, {cores()} cores, "
        f"{platform.platform()}\n"
    )
    with tempfile.TemporaryDirectory(prefix="bench-") as temporary:
        made = given.keep or Path(temporary)
        made.mkdir(parents=True, exist_ok=True)
        if given.quick:
            bench = Bench(Data(Path(source), made, 0.1), 1, int(given.size * 5e7))
        else:
            bench = Bench(Data(Path(source), made), given.rounds, int(given.size * 1e9))
        return max(_measure(name, bench) for name in given.names or CASES)


def _measure(name: str, bench: Bench) -> int:
    """Make one measurement and print its rows as they come; gives the exit status."""
    status = 0
    try:
        for row in CASES[name](bench):
            print(_line(row), flush=True)
            if row.reached is False:
                status = 1
    except (MissingError, FailedError) as error:
        print(f"{name}: NOT MEASURED: {error}", flush=True)
        status = 2
    print()
    return status


def _line(row: Row) -> str:
    if not row.values:
        return f"{row.what:<56} not measured"
    digits = 2 if row.unit in ("s", "×") else 0
    low, middle, high = (
        f"{value:,.{digits}f}" for value in (min(row.values), median(row.values), max(row.values))
    )
    limit = f"at most {row.limit:g} {row.unit}" if row.limit is not None else ""
    figures = f"{low:>8} {middle:>8} {high:>8} {row.unit:<2}"
    return f"{row.what:<56}{figures}  {limit:<16} {_VERDICTS[row.reached]}".rstrip()


if __name__ == "__main__":
    sys.exit(main())
