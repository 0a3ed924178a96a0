# SPDX-License-Identifier: MIT
"""What two branches recorded of one unit, made one."""

from __future__ import annotations

from dataclasses import replace

from tei_edition.citations.registry import Unit, What


def merged(one: Unit, other: Unit) -> Unit | None:
    """Of two states of one unit, that whose history goes on from the other's; None if neither does.

    What two branches each added to a division stands in it after the merge, and what they each
    added beside a unit is beside it no more, or both are.
    """
    holds = tuple(dict.fromkeys((*one.holds, *other.holds)))
    after = one.after if one.after == other.after else ""
    before = one.before if one.before == other.before else ""
    one = replace(one, holds=holds, after=after, before=before)
    other = replace(other, holds=holds, after=after, before=before)
    if one == other:
        return one
    shorter, longer = sorted((one, other), key=lambda unit: len(unit.history))
    known = len(shorter.history)
    goes_on = len(longer.history) > known and longer.history[:known] == shorter.history
    return longer if goes_on and shorter.digest == _digest_after(longer, known) else None


def _digest_after(unit: Unit, events: int) -> str:
    """The digest of a unit after the first events of its history."""
    digest = unit.digest
    for event in reversed(unit.history[events:]):
        digest = event.was if event.what is What.CHANGED else event.was or digest
    return digest
