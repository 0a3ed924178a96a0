# SPDX-License-Identifier: MIT
"""The check ``consistency``: what contradicts itself, in a document or between documents.

Everything it says is a warning: the document itself may be at odds, and then a note acknowledges
the finding. ``docs/consistency.md`` describes every rule, and what is deliberately not said.
"""

from __future__ import annotations

from tei_edition.checks.consistency.check import check
from tei_edition.checks.consistency.lifetimes import Part, lifetimes, parts

__all__ = ["Part", "check", "lifetimes", "parts"]
