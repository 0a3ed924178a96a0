# SPDX-License-Identifier: MIT
"""Catalogue entries as text for a terminal."""

from __future__ import annotations

import textwrap
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tei_edition.catalogue.entry import Entry

WIDTH = 80
"""Columns that explanations are wrapped to."""


def listing(entries: Iterable[Entry]) -> str:
    """All entries, a line each, under the names of their checks."""
    parts = []
    for check, group in groupby(entries, key=lambda entry: entry.check):
        members = list(group)
        width = max(len(entry.code) for entry in members)
        lines = [f"  {entry.code:<{width}}  {entry.title}" for entry in members]
        parts.append("\n".join((f"{check}:", *lines)))
    return "\n\n".join(parts)


def explanation(entry: Entry) -> str:
    """One entry in full."""
    parts = [f"{entry.code} ({entry.severity.label}, check {entry.check}): {entry.title}"]
    parts += [
        textwrap.fill(" ".join(paragraph.split()), WIDTH)
        for paragraph in entry.explanation.split("\n\n")
    ]
    for name, example in (("Wrong", entry.wrong), ("Right", entry.right)):
        if example:
            parts.append(f"{name}:\n{textwrap.indent(textwrap.dedent(example).strip(), '    ')}")
    return "\n\n".join(parts)
