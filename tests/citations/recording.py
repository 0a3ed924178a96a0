"""An edition with two published passages, and what is recorded of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tei_edition.citations import check, keeping
from tei_edition.citations.registry import Registry
from tei_edition.edition import Edition

Make = Callable[..., Edition]

P1 = '<p xml:id="a-p01">one</p>'
P2 = '<p xml:id="a-p02">two</p>'


def codes(edition: Edition) -> list[str]:
    return sorted(finding.code for finding in check(edition))


def registry() -> Registry:
    return Registry.load(Path("citations.json"))


def published_two(edition_of: Make) -> Make:
    """A function (bodies) → the edition, which was published with ``P1 P2``, with these bodies."""
    keeping.publish(edition_of(a=P1 + P2), first=True, on="2026-11-25")
    return edition_of
