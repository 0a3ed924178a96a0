# SPDX-License-Identifier: MIT
"""What is measured, one function a row of the table, and what must be reached."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from bench import contenders
from bench.corpora import Data, MissingError
from bench.process import Measured, run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

MEMORY = 80_000_000
"""Bytes that one process may take."""
FINDINGS = 80_000


@dataclass(frozen=True, slots=True)
class Row:
    """One figure, over several rounds."""

    what: str
    values: Sequence[float]
    unit: str
    limit: float | None = None
    """The largest median that is good enough; None where the figure is for information."""

    @property
    def reached(self) -> bool | None:
        """Whether the median is good enough."""
        return None if self.limit is None else median(self.values) <= self.limit


@dataclass
class Bench:
    """The measurements, and what they have in common."""

    data: Data
    rounds: int
    size: int
    """Bytes of the giant file."""
    jobs: int = field(default_factory=contenders.cores)

    @property
    def _cache(self) -> dict[str, str]:
        """An environment whose cache folder is the bench's own."""
        folder = self.data.made / "cache"
        return {"XDG_CACHE_HOME": str(folder), "HOME": str(folder), "LOCALAPPDATA": str(folder)}

    def _run(self, command: list[str], *, name: str = "output") -> Measured:
        return run(command, self.data.made / f"{name}.txt", environment=self._cache)

    def first(self) -> Iterator[Row]:
        """`tei_all.rng`, nothing cached, one letter, the whole process."""
        command = contenders.ours(self.data.schema, [self.data.letter], jobs=1)
        times = []
        for number in range(self.rounds):
            folder = str(self.data.made / f"empty-{number}")
            empty = {"XDG_CACHE_HOME": folder, "HOME": folder, "LOCALAPPDATA": folder}
            output = self.data.made / "first.txt"
            times.append(run(command, output, environment=empty).seconds)
        yield Row("first time, nothing cached, one letter: ours", times, "s", 0.6)
        try:
            compiled = self._run(contenders.lxml(self.data.schema, [self.data.letter]))
            yield Row("the same with lxml", [compiled.seconds], "s")
        except MissingError as missing:
            yield Row(f"the same with lxml ({missing})", [], "s")

    def letter(self) -> Iterator[Row]:
        """One letter, cold process, cached schema."""
        files = [self.data.letter]
        self._run(contenders.ours(self.data.schema, files, jobs=1))
        yield from self._against_jing("one letter, schema cached", files, 0.25, self.rounds, jobs=1)

    def letters(self) -> Iterator[Row]:
        """Thousands of small files with many errors."""
        name = f"{len(self.data.letters):,} letters, many errors"
        yield from self._against_jing(name, self.data.letters, 0.25, self._few)

    def plays(self) -> Iterator[Row]:
        """Large files, mostly valid."""
        name = f"{len(self.data.plays):,} plays, mostly valid"
        yield from self._against_jing(name, self.data.plays, 0.70, self._few)

    def floor(self) -> Iterator[Row]:
        """One process against expat with empty callbacks."""
        for name, files in (("letters", self.data.letters), ("plays", self.data.plays)):
            pairs = []
            for _ in range(self._few):
                output = self._run(contenders.floor(self.data.schema, files)).output
                bare, engine = output.read_text().split()
                pairs.append((float(bare), float(engine)))
            yield Row(f"{name}, one process: expat alone", [bare for bare, _ in pairs], "s")
            yield Row(f"{name}, one process: the engine", [ours for _, ours in pairs], "s")
            ratios = [ours / bare for bare, ours in pairs]
            yield Row(f"{name}: the engine against expat alone", ratios, "×", 2.5)

    def memory(self) -> Iterator[Row]:
        """The largest process, on one giant file."""
        giant = self.data.giant(self.size)
        name = f"one file of {giant.stat().st_size / 1e9:.1f} GB"
        measured = self._run(contenders.ours(self.data.schema, [giant], jobs=1))
        yield Row(f"{name}: ours", [measured.seconds], "s")
        yield Row(f"{name}: peak memory", [measured.peak / 1e6], "MB", MEMORY / 1e6)

    def writing(self) -> Iterator[Row]:
        """The time to write findings."""
        letters = self.data.letters[:150]
        output = self._run(contenders.writing(self.data.schema, letters, FINDINGS)).output
        for line in output.read_text().splitlines():
            name, seconds = line.split()
            yield Row(f"writing {FINDINGS:,} findings, {name}", [float(seconds)], "s")

    @property
    def _few(self) -> int:
        """Rounds of what takes long."""
        return max(1, self.rounds // 2)

    def _against_jing(
        self, name: str, files: Sequence[Path], limit: float, rounds: int, jobs: int | None = None
    ) -> Iterator[Row]:
        """Ours and jing by turns, so that what disturbs one disturbs the other."""
        own = contenders.ours(self.data.schema, files, jobs=jobs or self.jobs)
        other = contenders.jing(self.data.schema, files)
        pairs = [(self._run(own), self._run(other, name="jing")) for _ in range(rounds)]
        yield Row(f"{name}: ours", [ours.seconds for ours, _ in pairs], "s")
        yield Row(f"{name}: jing", [jing.seconds for _, jing in pairs], "s")
        ratios = [ours.seconds / jing.seconds for ours, jing in pairs]
        yield Row(f"{name}: ours against jing", ratios, "×", limit)
        yield Row(f"{name}: our processor time", [ours.processor for ours, _ in pairs], "s")
        yield Row(f"{name}: jing's", [jing.processor for _, jing in pairs], "s")
        peaks = [ours.peak / 1e6 for ours, _ in pairs]
        yield Row(f"{name}: our peak memory", peaks, "MB", MEMORY / 1e6)
        yield Row(f"{name}: jing's peak memory", [jing.peak / 1e6 for _, jing in pairs], "MB")
        yield Row(f"{name}: our findings", [ours.lines for ours, _ in pairs[:1]], "")
        yield Row(f"{name}: jing's findings", [jing.lines for _, jing in pairs[:1]], "")


CASES: dict[str, Callable[[Bench], Iterator[Row]]] = {
    "first": Bench.first,
    "letter": Bench.letter,
    "letters": Bench.letters,
    "plays": Bench.plays,
    "floor": Bench.floor,
    "memory": Bench.memory,
    "writing": Bench.writing,
}
"""The rows of the table by the names that the command line takes."""
