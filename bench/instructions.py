# SPDX-License-Identifier: MIT
"""What pages and texts cost in machine instructions, against their budgets.

Times on a machine that does other things besides differ by a tenth from run to run; the
instructions within Saxon's transformation do not. Divided by those of an identity transformation
of the same document they say little of Saxon, and much of the stylesheets.
"""

from __future__ import annotations

import platform
import sys
from importlib.metadata import version
from typing import TYPE_CHECKING

from bench import callgrind
from bench.budgets import FILE, Budgets
from bench.corpora import MissingError
from bench.process import FailedError
from bench.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from bench.corpora import Data

FUNCTION = "j_transformToString"
"""SaxonC's, within which is nothing but the transformation and the writing of its result."""

TIMES = 3
"""How often each is counted. The least counts: garbage is collected in some, by chance."""

FLOOR = "identity"
"""What :mod:`bench.pages` calls the transformation that the others are measured against."""


def rows(data: Data, *, renew: bool = False, file: Path = FILE) -> Iterator[Row]:
    """Count, and compare with the budgets, or make new budgets of it."""
    budgets = Budgets.read(file)
    saxon = f"{version('saxonche')} ({platform.machine()})"
    there: dict[str, Path] = {}
    for document in budgets.ratios:
        try:
            there[document] = data.document(document)
        except MissingError as missing:
            yield Row(f"{document} ({missing})", [], "×")
    counted = count(list(there.values()), data.made / "instructions")
    measured = dict(zip(there, map(against_floor, counted), strict=True))
    if renew:
        budgets = budgets.renewed(saxon, measured)
        budgets.write(file)
    for (document, ratios), counts in zip(measured.items(), counted, strict=True):
        yield Row(f"{document}: {FLOOR}", [counts[FLOOR] / 1e6], "M")
        for output, ratio in ratios.items():
            yield row(budgets, document, output, ratio, saxon)


def row(budgets: Budgets, document: str, output: str, ratio: float, saxon: str) -> Row:
    """A ratio beside its budget; ``saxon`` is the version that it was measured with.

    What is dearer with another version, or for other processors, than that of the budgets is said
    and no fault: it may be Saxon that has become so.
    """
    advice = budgets.advice(document, output, ratio, saxon)
    is_held = saxon == budgets.saxon or document not in budgets.ratios
    limit = budgets.limit(document, output) if is_held else None
    return Row(f"{document}: {output}", [ratio], "×", limit, advice)


def count(paths: Sequence[Path], folder: Path) -> list[dict[str, int]]:
    """For each document the instructions of each output, :data:`FLOOR` among them."""
    program = [sys.executable, "-m", "bench.pages", str(TIMES), *map(str, paths)]
    return least(*callgrind.count(program, FUNCTION, folder))


def least(said: Sequence[str], calls: Sequence[int]) -> list[dict[str, int]]:
    """The same from what :mod:`bench.pages` said it did, and the instructions of each.

    Raises:
        FailedError: these are not as many.
    """
    if len(said) != len(calls):
        raise FailedError(f"callgrind counted {len(calls)} of {len(said)} transformations")
    found: dict[int, dict[str, int]] = {}
    for line, instructions in zip(said, calls, strict=True):
        number, output = line.split()
        counts = found.setdefault(int(number), {})
        counts[output] = min(instructions, counts.get(output, instructions))
    return [found[number] for number in sorted(found)]


def against_floor(counts: Mapping[str, int]) -> dict[str, float]:
    """The ratios of outputs to an identity transformation, in hundredths."""
    outputs = counts.keys() - {FLOOR}
    return {output: round(counts[output] / counts[FLOOR], 2) for output in sorted(outputs)}
