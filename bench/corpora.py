# SPDX-License-Identifier: MIT
"""The files that are measured on: samples repeated to the size of the whole corpora."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""The checkout."""

LETTERS = 30
"""How often schnitzler-briefe is repeated: 147 small files with many errors become 4,410."""
PLAYS = 86
"""How often gerdracor is repeated: 9 large files, mostly valid, become 774."""

_ROOT_ID = re.compile(rb'(<TEI\b[^>]*\bxml:id=")')

_BODY = re.compile(rb"<body[^>]*>|</body>")


class MissingError(Exception):
    """Something that is measured on or against is not here; the message says how to get it."""


@dataclass(frozen=True)
class Data:
    """The folder of test data, and a folder for what is made of it."""

    source: Path | None
    """None where there is none; what needs it says so (:class:`MissingError`)."""
    made: Path
    part: float = 1.0
    """Less than 1 for a quick run: this part of the repetitions."""

    @property
    def schema(self) -> Path:
        """The schema of all measurements."""
        return self._there(self._source / "schemas" / "tei_all.rng")

    @property
    def letter(self) -> Path:
        """One small file."""
        return self._samples("schnitzler-briefe")[0]

    @cached_property
    def samples(self) -> list[Path]:
        """The letters that are there, each once."""
        return self._samples("schnitzler-briefe")

    @cached_property
    def scripts(self) -> list[Path]:
        """The plays that are there, each once."""
        return self._samples("gerdracor")

    @cached_property
    def letters(self) -> list[Path]:
        """Thousands of small files with many errors."""
        return self._repeated("schnitzler-briefe", LETTERS)

    @cached_property
    def plays(self) -> list[Path]:
        """Hundreds of large files, mostly valid."""
        return self._repeated("gerdracor", PLAYS)

    def documents(self, count: int) -> list[Path]:
        """So many letters, each with an identifier of its own, as the documents of an edition."""
        folder = self.made / "documents"
        folder.mkdir(exist_ok=True)
        samples = [(sample.name, sample.read_bytes()) for sample in self.samples]
        paths = []
        for number in range(max(1, round(count * self.part))):
            name, content = samples[number % len(samples)]
            path = folder / f"{number:05}-{name}"
            if not path.exists():
                path.write_bytes(_ROOT_ID.sub(rb"\g<1>d%05d-" % number, content, count=1))
            paths.append(path)
        return paths

    def giant(self, size: int) -> Path:
        """One file of so many bytes: a play whose acts are repeated."""
        path = self.made / f"giant-{size}.xml"
        if path.exists():
            return path
        play = max(self._samples("gerdracor"), key=lambda sample: sample.stat().st_size)
        content = play.read_bytes()
        opening, closing = (found.span() for found in list(_BODY.finditer(content))[:2])
        acts = content[opening[1] : closing[0]]
        with path.open("wb") as file:
            file.write(content[: opening[1]])
            while file.tell() < size:
                file.write(acts)
            file.write(content[closing[0] :])
        return path

    def document(self, path: str) -> Path:
        """A document of the checkout's own (``corpus/…``), or of the test data (``samples/…``)."""
        return self._there((self._source if path.startswith("samples/") else ROOT) / path)

    def _repeated(self, name: str, times: int) -> list[Path]:
        folder = self.made / name
        folder.mkdir(exist_ok=True)
        samples = [(sample.name, sample.read_bytes()) for sample in self._samples(name)]
        paths = []
        for number in range(max(1, round(times * self.part))):
            for sample, content in samples:
                path = folder / f"{number:02}-{sample}"
                if not path.exists():
                    path.write_bytes(content)
                paths.append(path)
        return paths

    def _samples(self, name: str) -> list[Path]:
        folder = self._source / "samples" / name
        found = sorted(folder.glob("*.xml"))
        if not found:
            raise MissingError(f"{folder} has no files")
        return found

    @property
    def _source(self) -> Path:
        if self.source is None:
            raise MissingError(
                "set TEI_EDITION_TEST_DATA to a folder with schemas/tei_all.rng and samples/"
            )
        return self.source

    def _there(self, path: Path) -> Path:
        if not path.exists():
            raise MissingError(f"{path} is not there")
        return path
