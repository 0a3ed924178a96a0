# SPDX-License-Identifier: MIT
"""Every finding code: what it means, why it matters, an example wrong and right.

Each check's codes stand in the module of its name; :func:`entries` puts them together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.catalogue.entry import Entry

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Entry", "entries"]


_ORDER = (
    *("xml", "grammar", "rules", "references", "transcript", "consistency", "citations"),
    "identifiers",
)


def entries() -> Mapping[str, Entry]:
    """All entries by code, in the order of the checks."""
    from tei_edition.catalogue import (
        citations,
        consistency,
        documentary,
        grammar,
        identifiers,
        references,
        rules,
        run,
        transcript,
        xml,
    )

    tables = (
        run.ENTRIES,
        xml.ENTRIES,
        grammar.ENTRIES,
        rules.ENTRIES,
        documentary.ENTRIES,
        references.ENTRIES,
        transcript.ENTRIES,
        consistency.ENTRIES,
        citations.ENTRIES,
        identifiers.ENTRIES,
    )
    all_entries = [entry for table in tables for entry in table]
    all_entries.sort(key=lambda entry: _ORDER.index(entry.check))
    return {entry.code: entry for entry in all_entries}
