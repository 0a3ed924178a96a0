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

from bench.cases import CASES, Bench
from bench.contenders import cores
from bench.corpora import Data, MissingError
from bench.process import FailedError
from bench.rows import Row

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
    parser.add_argument(
        "--renew", action="store_true", help="make what instructions are now their budgets"
    )
    given = parser.parse_args(arguments)
    unknown = [name for name in given.names if name not in CASES]
    if unknown:
        parser.error(f"no such measurement: {', '.join(unknown)}")
    if given.renew and given.names != ["instructions"]:
        parser.error("--renew is for the budgets of instructions: name these alone")
    named = os.environ.get("TEI_EDITION_TEST_DATA")
    source = Path(named) if named else None
    print(
        f"Python {platform.python_version()}, {expat.EXPAT_VERSION}, {cores()} cores, "
        f"{platform.platform()}\n"
    )
    with tempfile.TemporaryDirectory(prefix="bench-") as temporary:
        made = given.keep or Path(temporary)
        made.mkdir(parents=True, exist_ok=True)
        part, rounds, size = (0.1, 1, 5e7) if given.quick else (1.0, given.rounds, 1e9)
        data = Data(source, made, part)
        bench = Bench(data, rounds, int(given.size * size), given.renew)
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
    digits = 2 if row.unit in ("s", "×", "M") else 0
    low, middle, high = (
        f"{value:,.{digits}f}" for value in (min(row.values), median(row.values), max(row.values))
    )
    limit = f"at most {row.limit:.4g} {row.unit}" if row.limit is not None else ""
    figures = f"{low:>8} {middle:>8} {high:>8} {row.unit:<2}"
    line = f"{row.what:<56}{figures}  {limit:<16} {_VERDICTS[row.reached]}".rstrip()
    return f"{line}\n    {row.advice}" if row.advice else line


if __name__ == "__main__":
    sys.exit(main())
