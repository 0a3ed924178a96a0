# SPDX-License-Identifier: MIT
"""The programs that are measured, as commands."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from typing import TYPE_CHECKING

from bench.corpora import MissingError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_LXML = """
import sys
from lxml import etree
schema = etree.RelaxNG(etree.parse(sys.argv[1]))
for path in sys.argv[2:]:
    schema.validate(etree.parse(path))
    for error in schema.error_log:
        print(f"{path}:{error.line}: {error.message}")
"""


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


Command = list[str]


def ours(schema: Path, paths: Sequence[Path], *, jobs: int | None = None) -> Command:
    """The toolkit's command line, well-formedness and grammar alone."""
    command = everything(schema, paths)
    return [*command, "--check", "xml", "--check", "grammar", *(["-j", str(jobs)] if jobs else [])]


def everything(schema: Path, paths: Sequence[Path]) -> Command:
    """The toolkit's command line, all checks."""
    if importlib.util.find_spec("tei_edition.cli") is None:
        raise MissingError("this checkout has no command line (tei_edition.cli)")
    command = [sys.executable, "-m", "tei_edition", "validate", "--schema", str(schema)]
    return [*command, "--format", "gnu", *map(str, paths)]


def stylesheets(paths: Sequence[Path]) -> Command:
    """The stylesheets against an identity transform, in one process."""
    return [sys.executable, "-m", "bench.stylesheets", *map(str, paths)]


def growth() -> Command:
    """What may be many in a document, few and many times, in one process."""
    return [sys.executable, "-m", "bench.growth"]


def jing(schema: Path, paths: Sequence[Path], *, processes: int = 1) -> list[Command]:
    """jing, as several processes on parts of the files.

    Without its check of IDs: those are no matter of the grammar.
    """
    program = shutil.which("jing")
    if program is None:
        raise MissingError("jing is not installed: apt-get install jing")
    # The wrapper of some distributions expands inclusions in a way of its own; there are none here.
    return [
        [program, "-i", str(schema), *map(str, paths[number::processes])]
        for number in range(processes)
    ]


def lxml(schema: Path, paths: Sequence[Path]) -> Command:
    """libxml2's RELAX NG through lxml."""
    if importlib.util.find_spec("lxml") is None:
        raise MissingError("lxml is not installed")
    return [sys.executable, "-c", _LXML, str(schema), *map(str, paths)]


def floor(schema: Path, paths: Sequence[Path]) -> Command:
    """Both the floor and the engine on the same files in one process; see :mod:`bench.floor`."""
    return [sys.executable, "-m", "bench.floor", str(schema), *map(str, paths)]


def writing(schema: Path, paths: Sequence[Path], count: int) -> Command:
    """So many findings written in each format; see :mod:`bench.writing`."""
    if importlib.util.find_spec("tei_edition.reports") is None:
        raise MissingError("this checkout has no reports (tei_edition.reports)")
    return [sys.executable, "-m", "bench.writing", str(count), str(schema), *map(str, paths)]


def rendering(
    folder: Path, paths: Sequence[Path], *, jobs: int, output: str = "html", cache: bool = False
) -> Command:
    """The toolkit's command line, all files into a folder; with the ``cache``, what has changed."""
    command = [sys.executable, "-m", "tei_edition", "render", "--to", output, "-o", str(folder)]
    settings = [] if cache else ["--no-cache"]
    return [*command, *settings, "-j", str(jobs), *map(str, paths)]


def identity(folder: Path, paths: Sequence[Path]) -> Command:
    """The floor of rendering; see :mod:`bench.identity`."""
    return [sys.executable, "-m", "bench.identity", str(folder), *map(str, paths)]
