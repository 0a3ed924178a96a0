# SPDX-License-Identifier: MIT
"""Every identifier of an edition, published or not, as a table."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from tei_edition.citations.identifiers import read
from tei_edition.citations.published import required

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.citations.registry import Registry, Unit
    from tei_edition.citations.units import Found
    from tei_edition.edition import Edition


@dataclass(frozen=True, slots=True)
class Row:
    """One identifier."""

    id: str
    status: str
    """``unpublished``, ``current``, ``moved`` or ``retired``."""
    document: str
    kind: str
    label: str
    version: str
    """The version that published it; empty if none did."""
    changed: str
    """The day of its last event; empty if there was none."""
    now: tuple[str, ...]
    """The current identifiers that it leads to."""
    note: str
    """The note of its last event."""
    file: str
    """Where it stands; empty if it does not."""
    line: int


def rows(edition: Edition) -> Iterator[Row]:
    """All identifiers: those of the documents in their order, then those that stand there no more.

    Raises:
        TeiEditionError: the registry is named, and is not there or cannot be read.
    """
    registry = required(edition)
    seen = set()
    for units in read(edition):
        for found in units.found:
            if found.xml_id not in seen:
                seen.add(found.xml_id)
                yield _row(registry, registry.units.get(found.xml_id), found)
    for unit in registry:
        if unit.xml_id not in seen:
            yield _row(registry, unit, None)


def _row(registry: Registry, unit: Unit | None, found: Found | None) -> Row:
    path, line, _ = found.place if found else ("", 0, 0)
    if unit is None:
        assert found is not None
        document, kind, label = found.document, found.kind, found.label
        return Row(found.xml_id, "unpublished", document, kind, label, "", "", (), "", path, line)
    resolution = registry.resolve(unit.xml_id)
    last = unit.history[-1] if unit.history else None
    return Row(
        unit.xml_id,
        resolution.status.value if unit.version else "unpublished",
        unit.document,
        unit.kind,
        unit.label,
        unit.version,
        last.on if last else "",
        tuple(each.xml_id for each in resolution.now),
        last.note if last else "",
        path,
        line,
    )


def written(table: Sequence[Row], format_: str) -> str:
    """The table as text in columns, JSON or CSV (RFC 4180, with a head)."""
    if format_ == "json":
        return json.dumps([asdict(row) for row in table], ensure_ascii=False, indent=2) + "\n"
    if format_ == "csv":
        out = io.StringIO()
        writer = csv.writer(out)
        writer.writerow(Row.__dataclass_fields__)
        for row in table:
            writer.writerow([*_cells(row)])
        return out.getvalue()
    lines = []
    width = max((len(row.id) for row in table), default=0)
    for row in table:
        leads = [each for each in row.now if each != row.id]
        after = f" → {', '.join(leads)}" if leads else f": {row.note}" if row.note else ""
        label = f"  {row.label}" if row.label else ""
        lines.append(f"{row.id:{width}}  {row.status:11}{label}{after}\n")
    return "".join(lines)


def _cells(row: Row) -> Iterator[str]:
    for value in asdict(row).values():
        yield " ".join(value) if isinstance(value, tuple) else str(value)
