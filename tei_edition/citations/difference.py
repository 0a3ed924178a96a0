# SPDX-License-Identifier: MIT
"""An assignment of identifiers as a unified diff."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.citations.markup import Markup

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.citations.assignment import Assignment


def difference(assignment: Assignment) -> str:
    """The change as a unified diff; empty if there is none. Line ends are those of the file."""
    before, after = assignment.before.text(), Markup.of(assignment.after).text()
    old, new = before.split("\n"), after.split("\n")
    changed = [n for n, (one, other) in enumerate(zip(old, new, strict=True)) if one != other]
    if not changed:
        return ""
    name = assignment.path.as_posix().lstrip("/")
    lines = [f"--- a/{name}", f"+++ b/{name}"]
    has_last = bool(old[-1])
    count = len(old) if has_last else len(old) - 1
    for first, last in _hunks(changed, count):
        length = last - first
        lines.append(f"@@ -{first + 1},{length} +{first + 1},{length} @@")
        for number in range(first, last):
            is_open_end = number == len(old) - 1
            pairs = [(" ", old)] if old[number] == new[number] else [("-", old), ("+", new)]
            for sign, text in pairs:
                lines.append(f"{sign}{text[number]}")
                if is_open_end:
                    lines.append("\\ No newline at end of file")
    return "\n".join(lines) + "\n"


def _hunks(changed: Sequence[int], count: int, context: int = 3) -> Iterator[tuple[int, int]]:
    """Ranges of lines, from 0, the end excluded, that show what changed with its context."""
    ranges = [(max(0, n - context), min(count, n + context + 1)) for n in changed]
    first, last = ranges[0]
    for start, end in ranges[1:]:
        if start > last:
            yield first, last
            first = start
        last = end
    yield first, last
