# SPDX-License-Identifier: MIT
"""Stable identifiers, and the citations made of them."""

from __future__ import annotations

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
