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


def entries() -> Mapping[str, Entry]:
    """All entries by code, in the order of the checks."""
    from tei_edition.catalogue import grammar, references, rules, xml

    tables = (xml.ENTRIES, grammar.ENTRIES, rules.ENTRIES, references.ENTRIES)
    return {entry.code: entry for table in tables for entry in table}
