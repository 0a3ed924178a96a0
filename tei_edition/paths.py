# SPDX-License-Identifier: MIT
"""Files and folders as the user names them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.errors import TeiEditionError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def expand_paths(paths: Iterable[Path]) -> Iterator[Path]:
    """The files themselves, and the ``.xml`` files of folders, each once, hidden ones left out.

    Raises:
        TeiEditionError: a path is not there; a folder holds no ``.xml`` file.
    """
    seen = set()
    for path in paths:
        for file in _files(path):
            if file not in seen:
                seen.add(file)
                yield file


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        found = False
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                if name.endswith(".xml") and not name.startswith("."):
                    found = True
                    yield Path(folder, name)
        if not found:
            raise TeiEditionError(f"there is no .xml file in the folder “{path}”")
    elif path.exists():
        yield path
    else:
        raise TeiEditionError(f"there is no file or folder “{path}”")


def as_named(path: Path) -> Path:
    """The path as a user in the working directory would write it."""
    try:
        return path.relative_to(Path.cwd())
    except ValueError:
        return path
