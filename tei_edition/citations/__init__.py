# SPDX-License-Identifier: MIT
"""Stable identifiers, and the citations made of them."""

from __future__ import annotations

from tei_edition.citations.citation import Citation, cite
from tei_edition.citations.identifiers import check

__all__ = ["Citation", "check", "cite"]
