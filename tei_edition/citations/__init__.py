# SPDX-License-Identifier: MIT
"""Stable identifiers, and the citations made of them.

Names are imported when they are first used: pages need little of what looks after identifiers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tei_edition.citations.citation import Citation, Citations, cite
    from tei_edition.citations.forms import FORMS, Format, formatted
    from tei_edition.citations.identifiers import check
    from tei_edition.citations.resolution import Resolved, resolve, resolved_text

__all__ = [
    "FORMS",
    "Citation",
    "Citations",
    "Format",
    "Resolved",
    "check",
    "cite",
    "formatted",
    "resolve",
    "resolved_text",
]

_HOMES = {
    "FORMS": "forms",
    "Citation": "citation",
    "Citations": "citation",
    "Format": "forms",
    "Resolved": "resolution",
    "check": "identifiers",
    "cite": "citation",
    "formatted": "forms",
    "resolve": "resolution",
    "resolved_text": "resolution",
}


def __getattr__(name: str) -> object:
    """Import a name of the package from its home."""
    if name not in _HOMES:
        raise AttributeError(f"module 'tei_edition.citations' has no attribute {name!r}")
    from importlib import import_module

    found = getattr(import_module(f"tei_edition.citations.{_HOMES[name]}"), name)
    globals()[name] = found
    return found
