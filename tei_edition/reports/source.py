# SPDX-License-Identifier: MIT
"""Source lines for a report, with the span to underline."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.findings import Finding

_STEERING = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Control and bidirectional characters: a terminal must not obey a source line."""

_DECLARED = re.compile(rb"""^<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")


class SourceLines:
    """Lines of source files, the last few files kept."""

    def __init__(self) -> None:
        self._lines = lru_cache(maxsize=4)(_read)

    def excerpt(self, finding: Finding, width: int) -> tuple[str, int, int] | None:
        """The finding's line cut to a width, and start and length of the span meant.

        None where the file or the line cannot be read (any more).
        """
        lines = self._lines(finding.path)
        if not 1 <= finding.line <= len(lines):
            return None
        line = lines[finding.line - 1]
        start = min(max(finding.column - 1, 0), len(line))
        start, length = _span(line, start, finding.attribute)
        return _cut(line, start, length, max(width, 20))


def _read(path: str) -> Sequence[str]:
    try:
        raw = Path(path).read_bytes()
    except OSError:
        return ()
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = raw.decode("utf-16", errors="replace")
    else:
        found = _DECLARED.match(raw)
        try:
            text = raw.decode(found[1].decode() if found else "utf-8-sig", errors="replace")
        except LookupError:
            text = raw.decode("utf-8", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _span(line: str, start: int, attribute: str) -> tuple[int, int]:
    """Start and length of the attribute at fault, else of the start tag's name."""
    rest = line[start:]
    if attribute:
        pattern = rf"""\s({re.escape(attribute)}\s*=\s*("[^"]*"?|'[^']*'?))"""
        found = re.search(pattern, rest.split(">")[0] if '"' not in rest else rest)
        if found:
            return start + found.start(1), len(found[1])
    found = re.match(r"<[/?!]?[^\s/>]*>?", rest) or re.match(r"\S+", rest)
    return start, max(len(found[0]) if found else 1, 1)


def _cut(line: str, start: int, length: int, width: int) -> tuple[str, int, int]:
    line = _STEERING.sub(lambda match: " " if match[0] == "\t" else "�", line)
    indent = len(line) - len(line.lstrip())
    first = min(indent, start)
    if start + length - first > width:
        first = max(first, start - width // 4)
    text = line[first : first + width]
    head = "…" if first > indent else ""
    tail = "…" if len(line) > first + width else ""
    length = min(length, width - (start - first))
    return head + text + tail, start - first + len(head), max(length, 1)
