# SPDX-License-Identifier: MIT
"""Whether an identifier still names what it was published for, and if not, whose place it took.

- A passage is known by its text. One whose words another one has, too (“No.”), is known by its
  place as well.
- A unit without text of its own that holds identified units (a division, a list) is known by those:
  each of them that is in the edition still stands in it, or in what it was continued in.
- A unit with neither (a gap, an anchor, a page break) is known by its place: the identified unit
  that it stands in, and those right before and after it there.
- A document is known by its passages: those that it was published with, or that were published in
  it since.
"""

from __future__ import annotations

from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from tei_edition.citations.registry import What
from tei_edition.citations.versions import versions_with

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from tei_edition.citations.registry import Registry, Unit
    from tei_edition.citations.units import Found

_NOTHING: Mapping[str, str] = MappingProxyType({})


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
    """What is published against what stands in the documents.

    Args:
        registry: what was published.
        found: what stands in the documents, by identifier, in document order.
        renamed: identifiers that are about to be recorded as moved, with the new ones.
    """

    def __init__(
        self,
        registry: Registry,
        found: Mapping[str, Found],
        renamed: Mapping[str, str] = _NOTHING,
    ) -> None:
        self._registry = registry
        self._found = found
        self._renamed = renamed

    def is_itself(self, unit: Unit, found: Found) -> bool:
        """Whether a unit without words has what it is known by."""
        holds = self.keeps(unit, found) and not self.lost(unit, found)
        return holds and self.is_at_its_place(unit, found)

    def keeps(self, unit: Unit, found: Found) -> bool:
        """Whether there is anything right in a unit that was when it was published."""
        there = {xml_id for xml_id in self._now(unit.holds) if xml_id in self._found}
        return not there or not there.isdisjoint(self._held.get(found.xml_id, ()))

    def lost(self, unit: Unit, found: Found) -> Sequence[str]:
        """What stood in a unit when it was published, and stands elsewhere in its document now.

        What has gone to another document has a record of its own, and of what is no more itself
        that is said.
        """
        homes = {found.xml_id, *self._became(unit.xml_id)}
        return [
            xml_id
            for xml_id in self._now(unit.holds)
            if xml_id in self._found
            and self._found[xml_id].document == found.document
            and self._is_known_again(self._found[xml_id])
            and homes.isdisjoint((xml_id, *self._around(xml_id)))
        ]

    def is_at_its_place(self, unit: Unit, found: Found) -> bool:
        """Whether a unit stands in and between the units that it was published in and between.

        What has gone since, or has gone elsewhere, says nothing about it. Of a passage whose words
        others have, too, it counts only if one of those has left its place as well: else it was not
        taken for another.
        """
        return self._is_between(unit, found) or (
            bool(unit.digest) and all(map(self._is_in_place, self._likes(unit)))
        )

    def _likes(self, unit: Unit) -> Iterator[Unit]:
        """The other published passages of a document that have the words of one."""
        for other in self._by_words.get((unit.digest, unit.kind, unit.document), ()):
            if other.xml_id != unit.xml_id:
                yield other

    def _is_in_place(self, unit: Unit) -> bool:
        found = self._found.get(unit.xml_id)
        return found is not None and self._is_between(unit, found)

    def _is_between(self, unit: Unit, found: Found) -> bool:
        around = set(self._around(found.xml_id))
        homes = {each for each in self._became(unit.within) if each in self._found}
        if homes and homes.isdisjoint(around):
            return False
        here = self._order[found.xml_id]
        for neighbour, comes_first in ((unit.after, True), (unit.before, False)):
            for xml_id in self._now((neighbour,)):
                is_beside = not homes.isdisjoint(self._around(xml_id))
                if is_beside and (self._order[xml_id] < here) is not comes_first:
                    return False
        return True

    def whose_place(self, unit: Unit) -> str | None:
        """The other published unit of this kind that stands where it stood, and did not before."""
        homes = set(self._became(unit.within))
        for xml_id, found in self._found.items() if homes else ():
            other = self._registry.units.get(xml_id)
            if other is None or xml_id == unit.xml_id or found.kind != unit.kind:
                continue
            is_here = not homes.isdisjoint(self._around(xml_id))
            if is_here and other.within and not self.is_at_its_place(other, found):
                return xml_id
        return None

    def whose_text(self, found: Found) -> str | None:
        """The other published unit whose text this is, if it has that text no more itself."""
        for xml_id in self._by_digest.get(found.digest, ()) if found.digest else ():
            there = self._found.get(self._renamed.get(xml_id, xml_id))
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
            there = self._found.get(unit.xml_id)
            is_elsewhere = there is None or not self.keeps(unit, there)
            if is_elsewhere and not here.isdisjoint(self._now(unit.holds)):
                return unit.xml_id
        return None

    def who_has_its_text(self, unit: Unit) -> str | None:
        """The other published unit that has a unit's published text now, and had another."""
        for found in self._found_by_digest.get(unit.digest, ()):
            other = self._registry.units.get(found.xml_id)
            if other is None or found.xml_id == unit.xml_id or found.kind != unit.kind:
                continue
            if other.digest != found.digest:
                return found.xml_id
        return None

    def new_with_its_text(self, unit: Unit) -> str | None:
        """The unit that was never published and has a unit's published text, in its document.

        What other published units say, too (“Yours truly”), tells nothing.
        """
        if len(self._by_digest.get(unit.digest, ())) > 1:
            return None
        for found in self.new_by_digest.get(unit.digest, ()):
            if (found.kind, found.document) == (unit.kind, unit.document):
                return found.xml_id
        return None

    @cached_property
    def other_documents(self) -> Mapping[str, str]:
        """The published documents whose identifier another document has now, by that identifier.

        None of their own passages stands there any more, others do, and one of their own is in the
        document that is given.
        """
        kept, elsewhere = set[str](), dict[str, str]()
        for unit in self._registry.units.values():
            if not unit.history and not unit.is_document and unit.xml_id in self._found:
                ways = [(unit.document, unit.xml_id)]  # as of most: the long way costs
            else:
                ways = [(d, now) for d in self._homes(unit) for now in self._now((unit.xml_id,))]
            for document, xml_id in ways:
                there = self._found[xml_id].document if xml_id in self._found else ""
                if there == document:
                    kept.add(document)
                elif there:
                    elsewhere.setdefault(document, there)
        filled = {found.document for found in self._found.values() if found.within}
        known = self._registry.units
        given = [each for each in filled - kept if each in known and known[each].is_current]
        return {each: elsewhere[each] for each in sorted(given) if each in elsewhere}

    def _homes(self, unit: Unit) -> Iterator[str]:
        """The documents that a passage was published in, or stood in when they were published."""
        known = self._registry.units
        if unit.is_document:
            return
        if not any(event.left for event in unit.history):
            yield unit.document
            return
        for version, document in versions_with(self._registry, unit):
            home = known.get(document)
            if home is not None and version.name in (unit.version, home.version):
                yield document

    @cached_property
    def new_by_digest(self) -> Mapping[str, Sequence[Found]]:
        """Units that were never published, by their digest."""
        known = self._registry.units
        new = {
            digest: [each for each in found if each.xml_id not in known]
            for digest, found in self._found_by_digest.items()
        }
        return {digest: found for digest, found in new.items() if found}

    @cached_property
    def _found_by_digest(self) -> Mapping[str, Sequence[Found]]:
        table: dict[str, list[Found]] = {}
        for found in self._found.values():
            if found.digest:
                table.setdefault(found.digest, []).append(found)
        return table

    def _is_known_again(self, found: Found) -> bool:
        """Whether what stands under an identifier is what was published under it."""
        unit = self._registry.units.get(found.xml_id)
        if unit is None or unit.digest:
            return unit is None or found.digest == unit.digest
        return self.keeps(unit, found) and self.is_at_its_place(unit, found)

    def _now(self, xml_ids: Iterable[str]) -> Iterator[str]:
        """What published units are now."""
        for xml_id in xml_ids:
            if xml_id in self._registry.units:
                for unit in self._registry.resolve(xml_id).now:
                    yield self._renamed.get(unit.xml_id, unit.xml_id)

    def _became(self, xml_id: str) -> Iterator[str]:
        """What a published unit is now, and what it was continued in when it was divided."""
        pending, seen = [xml_id], set[str]()
        while pending:
            name = pending.pop()
            if name in seen or name not in self._registry.units:
                continue
            seen.add(name)
            yield from self._now((name,))
            for _, event in self._registry.resolve(name).account:
                pending += event.into if event.what is What.CHANGED else ()

    def _around(self, xml_id: str) -> Iterator[str]:
        """The identified units that a unit stands in, the nearest first."""
        holder = self._found[xml_id].within if xml_id in self._found else ""
        while holder:
            yield holder
            holder = self._found[holder].within if holder in self._found else ""

    @cached_property
    def _held(self) -> Mapping[str, Sequence[str]]:
        return held(self._found, {*self._registry.units, *self._renamed.values()})

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return {xml_id: number for number, xml_id in enumerate(self._found)}

    @cached_property
    def _by_words(self) -> Mapping[tuple[str, str, str], Sequence[Unit]]:
        """All published passages with words, by digest, element and document."""
        table: dict[tuple[str, str, str], list[Unit]] = {}
        for unit in self._registry:
            if unit.digest:
                table.setdefault((unit.digest, unit.kind, unit.document), []).append(unit)
        return table

    @cached_property
    def _by_digest(self) -> Mapping[str, Sequence[str]]:
        """The current units by their published digest."""
        table: dict[str, list[str]] = {}
        for unit in self._registry:
            if unit.is_current:
                table.setdefault(unit.digest, []).append(unit.xml_id)
        return table
