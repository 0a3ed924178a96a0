# SPDX-License-Identifier: MIT
"""The TEI files that a site offers beside its pages: byte for byte what the editors wrote.

They lie in a folder of their own, each where it lies in the edition, so that every inclusion and
every pointer from one to another leads where it does there; and no rendering into the folder of
the sources can overwrite one.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from tei_edition.paths import COPIES
from tei_edition.rendering.writing import Written, write_copy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FOLDER = COPIES


def base_of(paths: Sequence[Path], root: Path | None) -> Path:
    """The folder that the files keep their places from: the edition's, else their common one."""
    if root is not None or not paths:
        return (root or Path()).absolute()
    return Path(os.path.commonpath([path.absolute().parent for path in paths]))


def place(path: Path, base: Path) -> Path:
    """Where a file lies in the site, from the site's folder."""
    try:
        inside = path.absolute().relative_to(base)
    except ValueError:
        return Path(FOLDER, path.name)
    return Path(FOLDER, inside if ".." not in inside.parts else path.name)


def address(path: Path, base: Path) -> str:
    """The address of the file for the pages of the site."""
    return quote(place(path, base).as_posix())


def copy(paths: Iterable[Path], base: Path, folder: Path) -> list[Written]:
    """Copy files into the site's ``folder``, and give where they lie now.

    Raises:
        OSError: a file cannot be read, or not be written.
    """
    return [write_copy(folder / place(path, base), path) for path in paths]
