"""The files that are compared: the samples, and mutants of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from xml.parsers.expat import ExpatError, ParserCreate

from tests.differential.markup import Markup, read
from tests.differential.mutants import mutants, vocabulary


def samples(data: Path) -> list[tuple[Path, list[Path]]]:
    """Schemas with the well-formed samples that they are tried on."""
    folder = data / "samples"
    everything = data / "schemas" / "tei_all.rng"
    own = folder / "tillich-briefe" / "schema" / "tillich-briefe.rng"
    groups = [
        (everything, sorted(folder.glob("*/*.xml"))),
        (own, sorted(folder.glob("tillich-briefe/*.xml"))),
    ]
    return [(schema, [file for file in files if _read(file)]) for schema, files in groups]


def _read(path: Path) -> Markup | None:
    # jing abandons a whole batch at the first file that is not well-formed.
    try:
        return read(path.read_bytes())
    except ExpatError:
        return None


def _binds_prefixes(content: bytes) -> bool:
    """Whether every prefix is declared: an element moved or renamed may have lost its own."""
    try:
        ParserCreate(namespace_separator=" ").Parse(content, True)
    except ExpatError:
        return False
    return True


def write_mutants(files: Sequence[Path], folder: Path, count: int, seed: str) -> list[Path]:
    """So many mutants of each file, written to a folder."""
    sources = [(path, markup) for path in files if (markup := _read(path))]
    words = vocabulary([markup for _, markup in sources[:60]])
    written = []
    for path, markup in sources:
        key = f"{seed} {path.parent.name} {path.name}"
        for number, (kind, content) in enumerate(mutants(markup, words, count, key)):
            if not _binds_prefixes(content):
                continue
            target = folder / f"{path.parent.name}-{path.stem}-{number}-{kind}.xml"
            target.write_bytes(content)
            written.append(target)
    return written
