"""Every case in which the engine and jing differ, grouped: ``python -m tests.differential``.

The samples under TEI_EDITION_TEST_DATA as they are, mutants of them, and with --grammars N so many
small random grammars. With --schema FILE, the files that are named instead of the samples. Needs
jing. Writes to standard output; what is made stays in --keep DIR.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.differential import small
from tests.differential.comparison import Comparison, Tally, compare
from tests.differential.corpus import samples, write_mutants

_NAMES = re.compile(r"[“\"`<].*?[”\">`]")


def main() -> int:
    """Compare, and print."""
    options = argparse.ArgumentParser(prog="python -m tests.differential", description=__doc__)
    options.add_argument("--mutants", type=int, default=4, help="mutants of each file; 0: as it is")
    options.add_argument("--grammars", type=int, default=0, help="small random grammars")
    options.add_argument("--seed", default="1")
    options.add_argument("--show", type=int, default=3, help="examples of each kind")
    options.add_argument("--keep", type=Path, help="where mutants are to stay")
    options.add_argument("--schema", type=Path, help="another schema, XML or compact syntax")
    options.add_argument("files", nargs="*", type=Path, help="its documents, without inclusions")
    given = options.parse_args()
    data = os.environ.get("TEI_EDITION_TEST_DATA", "")
    if not shutil.which("jing") or not (data or given.schema):
        print("needs jing, and TEI_EDITION_TEST_DATA with schemas/ and samples/", file=sys.stderr)
        return 2
    total = Tally()
    kinds: dict[str, list[str]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.keep or Path(temporary)
        for title, comparisons in (*_samples(Path(data), folder, given), *_small(folder, given)):
            tally = Tally()
            for comparison in comparisons:
                tally.add(comparison)
                total.add(comparison)
                _group(comparison, kinds)
            print(f"{title}: {tally}", flush=True)
    print(f"all: {total}\n")
    for kind, cases in sorted(kinds.items(), key=lambda entry: -len(entry[1])):
        print(f"{len(cases)} × {kind}")
        for case in cases[: given.show]:
            print(f"    {case}")
    return 0


Compared = Iterator[tuple[str, Iterable[Comparison]]]


def _samples(data: Path, folder: Path, given: argparse.Namespace) -> Compared:
    chosen = [(given.schema, given.files)] if given.schema else samples(data)
    for schema, files in chosen:
        yield schema.name, compare(schema, files)
        if given.mutants:
            place = folder / schema.stem
            place.mkdir(parents=True, exist_ok=True)
            made = write_mutants(files, place, given.mutants, given.seed)
            yield f"{schema.name}, mutants", compare(schema, made)


def _small(folder: Path, given: argparse.Namespace) -> Compared:
    if not given.grammars:
        return
    place = folder / "small"
    place.mkdir(parents=True, exist_ok=True)
    found = small.grammars(given.grammars, given.seed, place)
    print(f"{len(found.correct)} grammars are correct, {len(found.incorrect)} are not")
    for grammar, reason in found.incorrect:
        if small.jing_accepts(place / f"{grammar.namespace}.rng"):
            print(f"correct for jing: {grammar.namespace}.rng, {reason}")
    yield (
        "small grammars",
        small.comparisons(found.correct, given.seed, place, documents=4, of_each=5),
    )


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
    for kind, same in (("VERDICT", comparison.same_verdict), ("FIRST", comparison.same_first)):
        if not same:
            kinds[kind].append(
                f"{comparison.path.name}: ours {dict(comparison.ours)}, "
                f"jing {dict(comparison.jings)}"
            )


if __name__ == "__main__":
    sys.exit(main())
