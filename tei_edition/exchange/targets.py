# SPDX-License-Identifier: MIT
"""Where exports are written to: never over what the edition is made from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tei_edition.exchange.documents import ExchangeError
from tei_edition.files import replace
from tei_edition.paths import real

if TYPE_CHECKING:
    from pathlib import Path

    from tei_edition.edition import Edition


@dataclass
class Targets:
    """The places that files of an export may be written to.

    A folder that holds documents of the edition is none: its other files may be drafts.
    """

    edition: Edition
    _allowed: set[Path] = field(default_factory=set)

    def check(self, path: Path) -> None:
        """Refuse a place among the documents.

        Raises:
            ExchangeError: it is in a folder that holds documents of the edition.
        """
        folder = path.parent
        if folder in self._allowed:
            return
        place = real(folder)
        if any(real(file).parent == place for file in self.edition.files):
            raise ExchangeError(
                f"“{folder}” holds documents of the edition, which the export might replace: "
                "name another folder"
            )
        self._allowed.add(folder)


def write_index(edition: Edition, path: Path, content: bytes) -> None:
    """Write one file.

    Raises:
        TeiEditionError: it cannot be written, or is one of the edition's own.
    """
    own = (*edition.files, edition.file, edition.registry)
    if real(path) in {real(file) for file in own if file is not None}:
        raise ExchangeError(f"“{path}” is a file of the edition itself: name another")
    replace(path, content)
