# SPDX-License-Identifier: MIT
"""The form of a catalogue entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tei_edition.findings import Severity


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding code and what an editor needs to know of it."""

    code: str
    """Lower case with hyphens; never changes once released, since editions acknowledge it."""
    check: str
    """The check that reports it."""
    severity: Severity
    """What it counts as unless ``edition.toml`` says otherwise."""
    title: str
    """A short noun phrase, without a full stop."""
    explanation: str
    """What it means and why it matters, in plain English: one or two short paragraphs."""
    wrong: str = ""
    """An example that draws the finding; empty where no snippet can show it."""
    right: str = ""
    """The example put right."""
    unchecked: bool = False
    """Whether it says that something was not checked: no edition can switch it off."""
