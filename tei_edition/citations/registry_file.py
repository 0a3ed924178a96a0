# SPDX-License-Identifier: MIT
"""The file of the registry: read whole, written whole or not at all, by one writer at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.citations import registry_format
from tei_edition.citations.registry import Registry, RegistryError
from tei_edition.files import Rewriting, locked, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path


def load(path: Path) -> Registry:
    """Read a registry.

    Raises:
        RegistryError: it cannot be read, or is none.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise RegistryError(str(path), 1, f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise RegistryError(str(path), 1, "is not UTF-8, as a registry is") from error
    return registry_format.parse(text, str(path))


def change(path: Path, make: Callable[[Registry], Registry]) -> Registry:
    """Read the registry (an empty one, if there is no file), and write what a function makes of it.

    Another writer waits meanwhile. The file is replaced in one step, or, where nothing changes, not
    touched.

    Raises:
        RegistryError: it cannot be read, or is none.
        TeiEditionError: it cannot be written; another program keeps it locked.
    """
    with locked(path):
        before = load(path) if path.exists() else Registry()
        after = make(before)
        if after != before or not path.exists():
            replace(path, registry_format.written(after).encode("utf-8"))
    return after


def rewriting(path: Path, registry: Registry) -> Rewriting:
    """The file, there already, with another registry in it; the caller holds its lock.

    Raises:
        TeiEditionError: a note in it holds what no file can.
    """
    return Rewriting(path, path.read_bytes(), registry_format.written(registry).encode("utf-8"))


def lines(path: Path) -> Mapping[str, int]:
    """The line of each unit's entry, from 1."""
    return registry_format.lines(path.read_text(encoding="utf-8-sig"))
