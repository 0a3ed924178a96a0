# SPDX-License-Identifier: MIT
"""What stands in the documents of an edition, as the registry enters it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tei_edition.citations.identity import held

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tei_edition.citations.registry import Unit
    from tei_edition.citations.units import Found


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands in the documents of an edition."""

    found: Mapping[str, Found]
    """By identifier."""
    held: Mapping[str, Sequence[str]]
    """By identifier, those of the units right in it."""
    beside: Mapping[str, tuple[str, str]]
    """By identifier, those of the units right before and behind it in what it stands in; empty
    where there is none."""
    alike: frozenset[str]
    """Identifiers of passages whose words another of that kind in the document has, too."""

    @classmethod
    def of(cls, units: Iterable[Found]) -> Standing:
        """The first of each identifier."""
        found: dict[str, Found] = {}
        for each in units:
            found.setdefault(each.xml_id, each)
        inside = held(found)
        beside = {
            here: (before, behind)
            for units in inside.values()
            for before, here, behind in zip(("", *units), units, (*units[1:], ""), strict=False)
        }
        words = Counter(map(_words, found.values()))
        alike = (each.xml_id for each in found.values() if each.digest and words[_words(each)] > 1)
        return cls(found, inside, beside, frozenset(alike))

    def __contains__(self, xml_id: str) -> bool:
        return xml_id in self.found

    def place(self, xml_id: str) -> str:
        """``file:line`` of a unit."""
        path, line, _ = self.found[xml_id].place
        return f"{path}:{line}"


def _words(found: Found) -> tuple[str, str, str]:
    return found.digest, found.kind, found.document


def as_found(unit: Unit, found: Found, standing: Standing) -> Unit:
    """The unit as it stands in the documents now; its history is what it was."""
    has_text = found.digest or found.xml_id == found.document
    holds = () if has_text else tuple(standing.held.get(found.xml_id, ()))
    placed = replace(
        unit,
        document=found.document or found.xml_id,
        kind=found.kind,
        label=found.label,
        digest=found.digest,
        holds=holds,
        within="",
        after="",
        before="",
    )
    is_known_by_place = not (has_text or holds) or found.xml_id in standing.alike
    if not (is_known_by_place and found.is_in_order):
        return placed
    after, before = standing.beside.get(found.xml_id, ("", ""))
    return replace(placed, within=found.within, after=after, before=before)
