# SPDX-License-Identifier: MIT
"""What pages and texts may cost, and what is to be said of one that costs more or less.

Ratios of instructions to those of an identity transformation of the same document, to which what
they cost now is compared.
"""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = Path(__file__).with_name("budgets.toml")

RENEW = "python -m bench instructions --renew"

GROWTH = 0.03
"""By how much a ratio may be over its budget."""
FALL = 0.10
"""By how much a ratio may be under its budget before that ought to be renewed."""

_HEAD = f"""\
# SPDX-License-Identifier: MIT
#
# What the page (html) and the text of a document may cost: the machine instructions within Saxon's
# transformation, as a multiple of those of an identity transformation of the same document. They
# may be over this by {GROWTH:.0%}: the project's gate compares (python -m bench instructions).
#
# A budget is renewed on purpose, never to have peace: when a page says more and that is worth what
# it costs, or when it has become cheaper and is to stay so. With TEI_EDITION_TEST_DATA set, for
# the samples:
#
#     {RENEW}
#
# Look at the difference, commit it with what caused it, and say in the commit why it is worth it.
# docs/benchmarks.md tells what is counted, and how to find what has become dearer.
#
# Documents are those of the project, and in samples/ those of the test data; to add one, write its
# name between square brackets, and renew.
"""


@dataclass(frozen=True, slots=True)
class Budgets:
    """The budgets of documents."""

    saxon: str
    """The version of saxonche that they were measured with, and what processors it is for."""
    ratios: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    """By document (a path in the checkout or in the test data) and output."""

    @classmethod
    def read(cls, path: Path = FILE) -> Budgets:
        """Read a file of budgets."""
        with path.open("rb") as file:
            content = tomllib.load(file)
        return cls(content.pop("saxonche", ""), content)

    def write(self, path: Path = FILE) -> None:
        """Write a file of budgets, put in place when it is whole."""
        lines = [_HEAD, f'saxonche = "{self.saxon}"']
        for document, ratios in self.ratios.items():
            lines += ["", f'["{document}"]']
            lines += [f"{output} = {ratio:.2f}" for output, ratio in ratios.items()]
        new = path.with_suffix(".new")
        new.write_text("\n".join(lines) + "\n", encoding="utf-8")
        os.replace(new, path)

    def renewed(self, saxon: str, measured: Mapping[str, Mapping[str, float]]) -> Budgets:
        """The same with what was measured; what was not keeps its budget."""
        return Budgets(saxon, {**self.ratios, **measured})

    def limit(self, document: str, output: str) -> float:
        """The largest ratio that is good enough: nothing is where there is no budget."""
        return self.ratios.get(document, {}).get(output, 0) * (1 + GROWTH)

    def advice(self, document: str, output: str, ratio: float, saxon: str) -> str:
        """What is to be said of a ratio, measured with a version of saxonche; mostly nothing."""
        budget = self.ratios.get(document, {}).get(output)
        if budget is None:
            return f"it has no budget yet: {RENEW}"
        change = ratio / budget - 1
        if change < -FALL:
            return f"fell by {-change:.1%} from its budget of {budget:.2f}; to keep that: {RENEW}"
        if ratio <= self.limit(document, output):
            return ""
        other = f"; that was of saxonche {self.saxon}, this is {saxon}" * (saxon != self.saxon)
        return (
            f"grew by {change:.1%} over its budget of {budget:.2f}{other}. Find what has become "
            f"dearer (docs/benchmarks.md, “Budgets”) and make it cheaper, or, where it is worth "
            f"that, renew the budget: {RENEW}"
        )
