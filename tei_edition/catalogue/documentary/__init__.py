# SPDX-License-Identifier: MIT
"""Finding codes of the toolkit's own Schematron rules, ``schemas/documentary.sch``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.catalogue.documentary import carriers, dates, header, names, notes, wording

if TYPE_CHECKING:
    from tei_edition.catalogue.entry import Entry

ENTRIES: tuple[Entry, ...] = (
    *carriers.ENTRIES,
    *dates.ENTRIES,
    *wording.ENTRIES,
    *notes.ENTRIES,
    *header.ENTRIES,
    *names.ENTRIES,
)
