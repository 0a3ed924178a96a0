# SPDX-License-Identifier: MIT
"""Whether an identifier still names what it was published for, and if not, whose place it took.

A passage is known by its text. A unit without text of its own (a division, a list) is known by the
published units that stood right in it: it is still itself if one of them stands in it now, under
its own identifier or the one it moved to, or if none of them is in the edition any more.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from tei_edition.citations.registry import Registry, Unit
    from tei_edition.citations.units import Found


def held(
    found: Mapping[str, Found], known: Container[str] | None = None
) -> Mapping[str, Sequence[str]]:
    """By identifier, those of the units right in it, in document order.

    Args:
        found: what stands in the documents, by identifier.
        known: the identifiers that count; what stands in one that does not, stands in what is
            around that. Default: all.
    """
    table: dict[str, list[str]] = {}
    for each in found.values():
        if known is not None and each.xml_id not in known:
            continue
        holder = each.within
        while holder and known is not None and holder not in known:
            holder = found[holder].within if holder in found else ""
        if holder:
            table.setdefault(holder, []).append(each.xml_id)
    return table


class Identity:
    """What is published against what stands in the documents."""

    def __init__(self, registry: Registry, found: Mapping[str, Found]) -> None:
        self._registry = registry
        self._found = found

    def keeps(self, unit: Unit) -> bool:
        """Whether a unit that is in the documents holds what it held when it was published."""
        there = {xml_id for xml_id in self._now(unit.holds) if xml_id in self._found}
        return not there or not there.isdisjoint(self._held.get(unit.xml_id, ()))

    def whose_text(self, found: Found) -> str | None:
        """The other published unit whose text this is, if it has that text no more itself."""
        for xml_id in self._by_digest.get(found.digest, ()) if found.digest else ():
            there = self._found.get(xml_id)
            if self._registry.units[xml_id].kind != found.kind:
                continue
            if xml_id != found.xml_id and (there is None or there.digest != found.digest):
                return xml_id
        return None

    def whose_content(self, found: Found) -> str | None:
        """The other published unit of this kind that held what this one does, and does no more."""
        here = set(self._held.get(found.xml_id, ()))
        for unit in self._registry:
            if unit.xml_id == found.xml_id or unit.kind != found.kind or not unit.is_current:
                continue
            is_elsewhere = unit.xml_id not in self._found or not self.keeps(unit)
            if is_elsewhere and not here.isdisjoint(self._now(unit.holds)):
                return unit.xml_id
        return None

    def who_has_its_text(self, unit: Unit) -> str | None:
        """The other published unit that has a unit's published text now, and had another."""
        for xml_id, found in self._found.items() if unit.digest else ():
            if xml_id == unit.xml_id or found.digest != unit.digest or found.kind != unit.kind:
                continue
            other = self._registry.units.get(xml_id)
            if other is not None and other.digest != found.digest:
                return xml_id
        return None

    def _now(self, xml_ids: Iterable[str]) -> Iterable[str]:
        """What published units are now."""
        for xml_id in xml_ids:
            if xml_id in self._registry.units:
                yield from (each.xml_id for each in self._registry.resolve(xml_id).now)

    @cached_property
    def _held(self) -> Mapping[str, Sequence[str]]:
        return held(self._found, self._registry.units)

    @cached_property
    def _by_digest(self) -> Mapping[str, Sequence[str]]:
        """The current units by their published digest."""
        table: dict[str, list[str]] = {}
        for unit in self._registry:
            if unit.is_current:
                table.setdefault(unit.digest, []).append(unit.xml_id)
        return table
