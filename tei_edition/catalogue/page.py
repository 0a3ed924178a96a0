# SPDX-License-Identifier: MIT
"""``docs/findings.md``, made from the catalogue."""

from __future__ import annotations

import textwrap
from itertools import groupby
from typing import TYPE_CHECKING

from tei_edition import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.catalogue import Entry

_INTRODUCTION = """# Findings

This page is made from the catalogue that `tei-edition explain CODE` prints (`.ci/docs` writes it).

A finding that the editors accept is acknowledged by a note that names its code and the element it
stands at: `<note type="editorial" ana="finding:CODE" target="#id">`. It is then listed as
acknowledged and is no error.
"""


def findings_page() -> str:
    """The page's Markdown."""
    parts = [_INTRODUCTION]
    for check, entries in groupby(catalogue.entries().values(), key=lambda entry: entry.check):
        parts.append(f"## {check}\n")
        for entry in entries:
            parts.extend(_section(entry))
    return "\n".join(parts)


def _section(entry: Entry) -> Iterator[str]:
    yield f"### {entry.code}\n"
    yield f"*{entry.severity.label}*: {_escaped(entry.title)}.\n"
    for paragraph in entry.explanation.split("\n\n"):
        words = _escaped(" ".join(paragraph.split()))
        yield textwrap.fill(words, 100, break_on_hyphens=False) + "\n"
    for name, example in (("Wrong", entry.wrong), ("Right", entry.right)):
        if example:
            yield f"{name}:\n\n```xml\n{textwrap.dedent(example).strip()}\n```\n"


def _escaped(words: str) -> str:
    """Words as Markdown shows them: no tag and no reference in them is obeyed."""
    return words.replace("&", "&amp;").replace("<", "&lt;")
