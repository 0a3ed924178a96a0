# SPDX-License-Identifier: MIT
"""Finding codes of the check ``xml``."""

from __future__ import annotations

from tei_edition.catalogue.entry import Entry

ENTRIES: tuple[Entry, ...] = ()
