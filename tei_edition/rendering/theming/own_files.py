# SPDX-License-Identifier: MIT
"""Files of an edition's own that lie beside its pages: typefaces, a logo, further pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.errors import TeiEditionError
from tei_edition.paths import real
from tei_edition.rendering.writing import Written, write_copy

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = "own"


def copy(files: str, root: str, folder: Path) -> Iterator[Written]:
    """Copy what lies in the folder ``files`` into the site's ``folder``, each in its place.

    Files whose names, or whose folders' names, begin with a dot stay where they are. Nothing that
    lies outside ``root``, the edition's folder, comes along by a symbolic link.

    Raises:
        TeiEditionError: a link leads out of the edition's folder, or the site lies among the files.
        OSError: a file cannot be read, or not be written.
    """
    source, inside = Path(files).resolve(), Path(root or files).resolve()
    site = folder.resolve()
    if site.is_relative_to(source) or source.is_relative_to(site / FOLDER):
        raise TeiEditionError(
            f"“{folder}” is where the edition's own files lie: render into another folder"
        )
    for file in sorted(path for path in source.rglob("*") if path.is_file()):
        place = file.relative_to(source)
        if any(part.startswith(".") for part in place.parts):
            continue
        if not real(file).is_relative_to(inside):
            raise TeiEditionError(f"“{file}” leads out of the edition's folder")
        yield write_copy(folder / FOLDER / place, file, by_time=True)
