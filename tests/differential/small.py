"""The engine and jing on many small random grammars: which are correct, and what they allow."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tei_edition.relaxng import Schema
from tei_edition.relaxng.errors import SchemaError
from tests.differential.comparison import Comparison, compare
from tests.differential.grammars import NAMES, Grammar, TooDeepError, schema
from tests.differential.markup import read
from tests.differential.mutants import Vocabulary, mutants

BATCH = 20
"""Grammars that are tried as one schema, since jing takes long to start."""

WORDS = Vocabulary(
    (*NAMES, "o:a", "root"),
    tuple((name.encode(), value) for name in (*NAMES, "o:b") for value in (b"one", b"12")),
)
"""What mutants get that was not there."""


@dataclass(frozen=True)
class Sorted:
    """Random grammars, as the engine sees them."""

    correct: list[Grammar]
    incorrect: list[tuple[Grammar, str]]
    """With what is wrong."""


def grammars(count: int, seed: str, folder: Path) -> Sorted:
    """So many random grammars, each tried alone."""
    found = Sorted([], [])
    for number in range(count):
        grammar = Grammar(f"{seed} {number}", f"n{number}")
        try:
            Schema.load(written(grammar, folder), cache=None)
        except SchemaError as error:
            found.incorrect.append((grammar, str(error)))
        else:
            found.correct.append(grammar)
    return found


def written(grammar: Grammar, folder: Path) -> Path:
    """A grammar alone, as a file."""
    path = folder / f"{grammar.namespace}.rng"
    path.write_text(schema([grammar]), "utf-8")
    return path


def jing_accepts(path: Path) -> bool:
    """Whether a schema is correct for jing."""
    anything = path.with_suffix(".xml")
    anything.write_text("<anything/>", "utf-8")
    run = subprocess.run(
        ["jing", "-i", str(path), str(anything)], capture_output=True, text=True, check=False
    )
    return f"{path}:" not in run.stdout and 'element "anything" not allowed' in run.stdout


def comparisons(
    correct: list[Grammar], seed: str, folder: Path, *, documents: int, of_each: int
) -> Iterator[Comparison]:
    """Documents that the grammars allow, and mutants of them, under both."""
    for start in range(0, len(correct), BATCH):
        batch = correct[start : start + BATCH]
        path = folder / f"batch-{start}.rng"
        path.write_text(schema(batch), "utf-8")
        files = [
            file for grammar in batch for file in _files(grammar, seed, folder, documents, of_each)
        ]
        yield from compare(path, files)


def _files(grammar: Grammar, seed: str, folder: Path, documents: int, of_each: int) -> list[Path]:
    contents: dict[str, bytes] = {}
    for number in range(documents):
        try:
            content = grammar.document(f"{seed} {number}").encode()
        except TooDeepError:
            continue
        contents[f"{number}"] = content
        key = f"{seed} {grammar.namespace} {number}"
        for edition, (kind, mutant) in enumerate(mutants(read(content), WORDS, of_each, key)):
            contents[f"{number}-{edition}-{kind}"] = mutant
    files = []
    for name, content in contents.items():
        path = folder / f"{grammar.namespace}-{name}.xml"
        path.write_bytes(content)
        files.append(path)
    return files
