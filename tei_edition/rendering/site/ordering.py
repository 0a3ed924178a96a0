# SPDX-License-Identifier: MIT
"""Facts put in order in one process, while the others get ready for the pages."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tei_edition import work
from tei_edition.errors import TeiEditionError
from tei_edition.rendering import words
from tei_edition.rendering.edition import EditionData
from tei_edition.rendering.facts.sorting import Alphabet
from tei_edition.rendering.facts.store import FactStore
from tei_edition.rendering.renderer import Renderer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.rendering.site.chunks import Processes


def put_in_order(
    facts: Path, edition: EditionData, outputs: Sequence[str], processes: Processes
) -> None:
    """Put the facts in order in one process, while the others compile the stylesheets."""
    letters = words.sorting(edition.language, Path(edition.words) if edition.words else None)
    pieces: list[_Facts | _Sheets] = [_Facts(facts, letters)]
    pieces += [_Sheets(edition, tuple(outputs))] * (processes.number - 1)
    for answer in processes.each(_prepare, pieces):
        if isinstance(answer, work.Failure):
            raise OSError(f"the process that put names in order {answer.reason}")


class _Facts(NamedTuple):
    path: Path
    letters: str
    """The alphabet that they are put in the order of."""


class _Sheets(NamedTuple):
    edition: EditionData
    outputs: tuple[str, ...]


def _prepare(piece: _Facts | _Sheets) -> None:
    if isinstance(piece, _Facts):
        store = FactStore(piece.path)
        store.finish(Alphabet(piece.letters))
        store.close()
    else:
        with suppress(TeiEditionError):  # the first page will say what is wrong
            Renderer(piece.edition).prepare(piece.outputs)
