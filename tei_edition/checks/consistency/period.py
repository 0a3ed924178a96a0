# SPDX-License-Identifier: MIT
"""Dates outside the edition's period (``[period]`` in ``edition.toml``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.checks.consistency.warning import acknowledge, warning
from tei_edition.checks.dates import Span, limits
from tei_edition.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.checks.records import Document
    from tei_edition.findings import Finding


def period(document: Document, days: tuple[str, str]) -> Iterator[Finding]:
    """The document's own dates outside the period: a warning; dates it mentions: information."""
    first, last = limits(days[0]), limits(days[1])
    if first is None and last is None:
        return
    whole = Span(first[0] if first else (-(10**9), 0, 0), last[1] if last else (10**9, 99, 99), "")
    said = " to ".join(filter(None, days)) if all(days) else days[0] or f"until {days[1]}"
    for dated in (*document.created, *document.actions, *document.datelines):
        if not dated.span.meets(whole):
            yield warning(
                dated.spot,
                "date-outside-period",
                f"the date {dated.span.words} lies outside the period of the edition, {said}",
                acknowledge("date-outside-period"),
            )
    for dated in document.mentioned:
        if not dated.span.meets(whole):
            yield warning(
                dated.spot,
                "mention-outside-period",
                f"the text mentions {dated.span.words}, outside the period of the edition, {said}",
                "a slip in the year is easily made; if the document means it, leave it",
                severity=Severity.INFO,
            )
