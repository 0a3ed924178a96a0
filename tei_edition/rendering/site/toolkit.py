# SPDX-License-Identifier: MIT
"""What of a page comes from the toolkit itself, as a digest."""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition import resources
from tei_edition.rendering.kept import digest

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAKING = frozenset({"lxml", "saxonche", "wcwidth"})
"""Packages that make pages of what is given, which a digest of that does not show."""

_INSTALLED = re.compile(r"([\w.]+)-.+\.(?:dist|egg)-info")
_REQUIRED = re.compile(r"^Requires-Dist: *([\w.-]+)", re.MULTILINE)


@lru_cache(maxsize=1)
def toolkit() -> str:
    """A digest of all that the toolkit itself puts into a page: its own files and stylesheets, and
    the versions of Python and of the packages that it needs."""
    package = Path(__file__).resolve().parents[2]
    folders = (package, resources.stylesheet("").resolve())
    files = {file for folder in folders for file in _files(str(folder))}
    parts: list[str | bytes] = [sys.version, *packages()]
    for file in sorted(files):
        with open(file, "rb", buffering=0) as content:
            parts += [os.path.relpath(file, package), content.read()]
    return digest(parts)


def _files(folder: str) -> Iterator[str]:
    for place, _, names in os.walk(folder):
        for name in names:
            if os.path.splitext(name)[1] not in {"", ".pyc"}:
                yield os.path.join(place, name)


def packages() -> list[str]:
    """The packages that the toolkit needs or can use, each with its version.

    They are read from the names of the folders in which installers describe them (“Recording
    installed projects”, packaging.python.org), which is a tenth of the time of asking
    :mod:`importlib.metadata` for one after the other.
    """
    installed = dict(_installed())
    wanted = set(_MAKING)
    with suppress(KeyError, OSError):  # a checkout that is not installed
        metadata = Path(installed["tei-edition"], "METADATA").read_text(encoding="utf-8")
        wanted.update(map(_normal, _REQUIRED.findall(metadata)))
    return [os.path.basename(installed[name]) for name in sorted(wanted & installed.keys())]


def _installed() -> Iterator[tuple[str, str]]:
    """The names of the packages that can be imported and where each is described; of two of one
    name the one that is imported comes last."""
    for folder in reversed(sys.path):
        with suppress(OSError):
            for name in os.listdir(folder or "."):
                if found := _INSTALLED.fullmatch(name):
                    yield _normal(found[1]), os.path.join(folder, name)


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
