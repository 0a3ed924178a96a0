# SPDX-License-Identifier: MIT
"""What is measured, one function a row of the table, and what must be reached."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bench import contenders, instructions
from bench.corpora import Data, MissingError
from bench.growth import STEEP
from bench.process import Measured, run
from bench.rows import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

MEMORY = 80_000_000
"""Bytes that one process may take."""
FINDINGS = 80_000


@dataclass
class Bench:
    """The measurements, and what they have in common."""

    data: Data
    rounds: int
    size: int
    """Bytes of the giant file."""
    renew: bool = False
    """Whether what is measured becomes the budget of :meth:`instructions`."""
    jobs: int = field(default_factory=contenders.cores)

    @property
    def _cache(self) -> dict[str, str]:
        """An environment whose cache folder is the bench's own."""
        return _cache_in(self.data.made / "cache")

    def _run(self, *commands: list[str], name: str = "output") -> Measured:
        return run(commands, self.data.made / f"{name}.txt", environment=self._cache)

    def _warm(self) -> None:
        """See to it that modules are compiled and the schema is in the cache."""
        self._run(contenders.ours(self.data.schema, [self.data.letter], jobs=1))

    def first(self) -> Iterator[Row]:
        """`tei_all.rng`, nothing cached, one letter, the whole process.

        Python's compiled modules are there, as an installation leaves them.
        """
        command = contenders.ours(self.data.schema, [self.data.letter], jobs=1)
        times = []
        self._warm()
        for _ in range(self.rounds):
            with tempfile.TemporaryDirectory(dir=self.data.made) as empty:
                output = self.data.made / "first.txt"
                times.append(run([command], output, environment=_cache_in(Path(empty))).seconds)
        yield Row("first time, nothing cached, one letter: ours", times, "s", 0.6)
        try:
            compiled = self._run(contenders.lxml(self.data.schema, [self.data.letter]))
            yield Row("the same with lxml", [compiled.seconds], "s")
        except MissingError as missing:
            yield Row(f"the same with lxml ({missing})", [], "s")

    def letter(self) -> Iterator[Row]:
        """One letter, cold process, cached schema."""
        name = "one letter, schema cached"
        yield from self._against_jing(name, [self.data.letter], 0.25, self.rounds, processes=1)

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

    def checks(self) -> Iterator[Row]:
        """All checks against well-formedness and grammar alone."""
        letters = self.data.samples
        name = f"{len(letters):,} letters"
        self._warm()
        two = contenders.ours(self.data.schema, letters)
        every = contenders.everything(self.data.schema, letters)
        pairs = [(self._run(two), self._run(every, name="every")) for _ in range(self.rounds)]
        yield Row(f"{name}: xml and grammar", [few.seconds for few, _ in pairs], "s")
        yield Row(f"{name}: all checks", [all_.seconds for _, all_ in pairs], "s")
        ratios = [all_.seconds / few.seconds for few, all_ in pairs]
        yield Row(f"{name}: all checks against these two", ratios, "×", 3.0)
        yield Row(f"{name}: findings of all checks", [pairs[0][1].lines], "")

    def render(self) -> Iterator[Row]:
        """A whole edition of letters, against an identity transformation by the same Saxon."""
        letters = self.data.documents(1000)
        folder = self.data.made / "rendered"
        name = f"rendering {len(letters):,} letters"
        floor = contenders.identity(folder / "floor", letters)
        site = folder / "site"
        one = contenders.rendering(site, letters, jobs=1, cache=True)
        two = contenders.rendering(folder / "two", letters, jobs=2)
        text = contenders.rendering(folder / "text", letters, jobs=1, output="text")
        turns = []
        for _ in range(self._few):
            shutil.rmtree(folder, ignore_errors=True)
            turns.append([self._run(command) for command in (floor, one, two, text, one)])
        bare, alone, both, plain, again = zip(*turns, strict=True)
        yield Row(f"{name}: identity", [run.processor for run in bare], "s")
        yield Row(f"{name}: HTML, processor time", [run.processor for run in alone], "s")
        ratios = [ours.processor / copy.processor for ours, copy in zip(alone, bare, strict=True)]
        yield Row(f"{name}: HTML against identity", ratios, "×", 2.5)
        ratios = [ours.processor / copy.processor for ours, copy in zip(plain, bare, strict=True)]
        yield Row(f"{name}: text against identity", ratios, "×")
        ratios = [ours.processor / copy.processor for ours, copy in zip(again, bare, strict=True)]
        yield Row(f"{name}: HTML again, nothing changed, against identity", ratios, "×")
        if self.jobs > 1:
            parts = [pair.seconds / ours.seconds for pair, ours in zip(both, alone, strict=True)]
            yield Row(f"{name}: two processes against one, wall time", parts, "×", 1 / 1.7)
        yield Row(f"{name}: peak memory", [run.peak / 1e6 for run in alone], "MB")
        many = self._run(contenders.rendering(site, self.data.documents(5000), jobs=1))
        yield Row(f"{name}: 5,000, peak memory", [many.peak / 1e6], "MB")
        yield Row(f"{name}: the same against 1,000", [many.peak / alone[0].peak], "×", 1.25)
        small = contenders.rendering(site, letters[:1], jobs=1)
        yield Row("rendering one letter, cold", [self._run(small).seconds for _ in turns], "s")

    def stylesheets(self) -> Iterator[Row]:
        """The page of each sample against an identity transform, in one process."""
        for name, files in (("letters", self.data.samples), ("plays", self.data.scripts)):
            runs = [self._run(contenders.stylesheets(files)) for _ in range(self._few)]
            turns = [run.output.read_text().split() for run in runs]
            floor = [float(turn[0]) for turn in turns]
            yield Row(f"{name}: identity transform", floor, "s")
            for place, what in ((1, "stylesheets"), (2, "stylesheets and reading")):
                times = [float(turn[place]) for turn in turns]
                yield Row(f"{name}: {what}", times, "s")
                ratios = [ours / bare for ours, bare in zip(times, floor, strict=True)]
                yield Row(f"{name}: {what}", ratios, "×", 2.5 if place == 1 else None)
            ratios = [float(turn[3]) / bare for turn, bare in zip(turns, floor, strict=True)]
            yield Row(f"{name}: parsing, and writing the page that is there", ratios, "×")
            if turns[0][4] == "-":
                yield Row(f"{name}: TEI Stylesheets (TEI_STYLESHEETS)", [], "s")
                continue
            yield Row(f"{name}: TEI Stylesheets", [float(turn[4]) for turn in turns], "s")
            ratios = [float(turn[1]) / float(turn[4]) for turn in turns]
            yield Row(f"{name}: ours against them", ratios, "×", 0.2)
            yield Row(f"{name}: documents they stop at", [float(turns[0][5])], "")

    def growth(self) -> Iterator[Row]:
        """The time with four times as many against that with few, of the worst output."""
        lines = self._run(contenders.growth()).output.read_text().splitlines()
        steepest: dict[str, tuple[float, str]] = {}
        for name, output, few, many in (line.split("\t") for line in lines):
            steepest[name] = max(steepest.get(name, (0.0, "")), (float(many) / float(few), output))
        for name, (ratio, output) in steepest.items():
            yield Row(f"{name}, {output}", [ratio], "×", STEEP)

    def instructions(self) -> Iterator[Row]:
        """Machine instructions of pages and texts, against the budgets."""
        yield from instructions.rows(self.data, renew=self.renew)

    @property
    def _few(self) -> int:
        """Rounds of what takes long."""
        return max(1, self.rounds // 2)

    def _against_jing(
        self,
        name: str,
        files: Sequence[Path],
        limit: float,
        rounds: int,
        *,
        processes: int | None = None,
    ) -> Iterator[Row]:
        """Ours and jing by turns, so that what disturbs one disturbs the other.

        jing is one process, and in a further turn as many as there are cores; ours is compared with
        the faster of both.
        """
        many = processes or self.jobs
        self._warm()
        # For one file it is the toolkit that decides on one process.
        own = contenders.ours(self.data.schema, files, jobs=None if processes == 1 else many)
        ways = [contenders.jing(self.data.schema, files, processes=n) for n in sorted({1, many})]
        turns = [
            (self._run(own), [self._run(*commands, name="jing") for commands in ways])
            for _ in range(rounds)
        ]
        yield Row(f"{name}: ours", [ours.seconds for ours, _ in turns], "s")
        for number, commands in enumerate(ways):
            times = [jings[number].seconds for _, jings in turns]
            yield Row(f"{name}: jing, processes: {len(commands)}", times, "s")
        best = [min(jing.seconds for jing in jings) for _, jings in turns]
        ratios = [ours.seconds / jing for (ours, _), jing in zip(turns, best, strict=True)]
        yield Row(f"{name}: ours against jing", ratios, "×", limit)
        work = [ours.processor / jings[0].processor for ours, jings in turns]
        yield Row(f"{name}: the same in processor time", work, "×")
        yield Row(f"{name}: our processor time", [ours.processor for ours, _ in turns], "s")
        yield Row(f"{name}: jing's", [jings[0].processor for _, jings in turns], "s")
        peaks = [ours.peak / 1e6 for ours, _ in turns]
        yield Row(f"{name}: our peak memory", peaks, "MB", MEMORY / 1e6)
        yield Row(f"{name}: jing's", [jings[0].peak / 1e6 for _, jings in turns], "MB")
        yield Row(f"{name}: our findings", [turns[0][0].lines], "")
        yield Row(f"{name}: jing's", [turns[0][1][-1].lines], "")


def _cache_in(folder: Path) -> dict[str, str]:
    """An environment with its cache in a folder."""
    return dict.fromkeys(("XDG_CACHE_HOME", "HOME", "LOCALAPPDATA"), str(folder))


CASES: dict[str, Callable[[Bench], Iterator[Row]]] = {
    "first": Bench.first,
    "letter": Bench.letter,
    "letters": Bench.letters,
    "plays": Bench.plays,
    "floor": Bench.floor,
    "memory": Bench.memory,
    "writing": Bench.writing,
    "checks": Bench.checks,
    "render": Bench.render,
    "stylesheets": Bench.stylesheets,
    "growth": Bench.growth,
    "instructions": Bench.instructions,
}
"""The rows of the table by the names that the command line takes."""
