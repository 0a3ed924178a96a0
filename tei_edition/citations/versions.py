# SPDX-License-Identifier: MIT
"""In which published versions an identifier named its passage, and where it stood in them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tei_edition.citations.registry import version_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.citations.registry import Event, Registry, Unit, Version


def versions_with(registry: Registry, unit: Unit) -> Iterator[tuple[Version, str]]:
    """The published versions that have a unit under its identifier, oldest first.

    With each comes the identifier of the document where the unit stood in it.

    >>> [v.name for v, _ in versions_with(registry, registry.units["a-p02"])]  # doctest: +SKIP
    ['1.0', '1.1']
    """
    if not unit.version:
        return
    for version in registry.versions:
        if version.order < version_order(unit.version):
            continue
        later = [event for event in unit.history if is_later(event, version)]
        history = tuple(event for event in unit.history if event not in later)
        if replace(unit, history=history).is_current:
            document = next((event.left for event in later if event.left), unit.document)
            yield version, document


def is_later(event: Event, version: Version) -> bool:
    """Whether an event was published after a version, or is still to be."""
    return not event.version or version_order(event.version) > version.order
