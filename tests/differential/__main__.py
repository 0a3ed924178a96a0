"""Every case in which the engine and jing differ, grouped: ``python -m tests.differential``.

Needs jing and TEI_EDITION_TEST_DATA. Writes to standard output; mutants stay in --keep DIR.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from tests.differential.comparison import Comparison, Tally, compare
from tests.differential.corpus import samples, write_mutants

_NAMES = re.compile(r"[“\"`<].*?[”\">`]")


def main() -> int:
    """Compare, and print."""
    options = argparse.ArgumentParser(prog="python -m tests.differential", description=__doc__)
    options.add_argument("--mutants", type=int, default=4, help="mutants of each file; 0: as it is")
    options.add_argument("--seed", default="1")
    options.add_argument("--show", type=int, default=3, help="examples of each kind")
    options.add_argument("--keep", type=Path, help="where mutants are to stay")
    given = options.parse_args()
    data = os.environ.get("TEI_EDITION_TEST_DATA")
    if not data or not shutil.which("jing"):
        print("needs jing, and TEI_EDITION_TEST_DATA with schemas/ and samples/", file=sys.stderr)
        return 2
    total = Tally()
    kinds: dict[str, list[str]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as temporary:
        for schema, files in samples(Path(data)):
            tally = Tally()
            folder = (given.keep or Path(temporary)) / schema.stem
            folder.mkdir(parents=True, exist_ok=True)
            chosen = (
                write_mutants(files, folder, given.mutants, given.seed) if given.mutants else files
            )
            for comparison in compare(schema, chosen):
                tally.add(comparison)
                total.add(comparison)
                _group(comparison, kinds)
            print(f"{schema.name}: {tally}")
    print(f"all: {total}\n")
    for kind, cases in sorted(kinds.items(), key=lambda entry: -len(entry[1])):
        print(f"{len(cases)} × {kind}")
        for case in cases[: given.show]:
            print(f"    {case}")
    return 0


def _group(comparison: Comparison, kinds: dict[str, list[str]]) -> None:
    for side, elements, faults, others in (
        ("jing alone", comparison.missed, comparison.jings, comparison.ours),
        ("ours alone", comparison.extra, comparison.ours, comparison.jings),
    ):
        for element in sorted(elements):
            message = faults[element][0]
            words = _NAMES.sub("…", message.partition(";")[0])
            near = min(others, key=lambda other: abs(other - element), default=None)
            beside = ""
            if near is not None:
                beside = f" | other side at <{comparison.names[near]}>: {others[near][0][:160]}"
            kinds[f"{side}: {words[:90]}"].append(
                f"{comparison.path.name} <{comparison.names[element]}> no. {element}: "
                f"{message[:200]}{beside}"
            )
    if not comparison.same_verdict:
        kinds["VERDICT"].append(
            f"{comparison.path.name}: ours {comparison.ours}, jing {comparison.jings}"
        )


if __name__ == "__main__":
    sys.exit(main())
