# SPDX-License-Identifier: MIT
"""The check ``consistency`` of one document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.checks.consistency.correspondence import correspondence
from tei_edition.checks.consistency.languages import languages
from tei_edition.checks.consistency.lifetimes import reversed_lives
from tei_edition.checks.consistency.numbering import numbering
from tei_edition.checks.consistency.period import period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.checks.records import Document
    from tei_edition.findings import Finding


def check(document: Document, days: tuple[str, str], *, covered: bool) -> Iterator[Finding]:
    """What contradicts itself in one document.

    Args:
        document: what was found in it.
        days: first and last day, month or year of the edition's documents; empty for no limit.
        covered: whether the rules of the schema *documentary* are run as well, which compare some
            of this in their own words; it is not said twice.
    """
    yield from correspondence(document, covered=covered)
    yield from period(document, days)
    yield from languages(document, covered=covered)
    yield from numbering(document, covered=covered)
    yield from reversed_lives(document.lives, covered=covered)
