# SPDX-License-Identifier: MIT
"""The check ``transcript``: a document says, word for word, what its transcription says."""

from __future__ import annotations

from tei_edition.checks.transcript.check import Sources, check
from tei_edition.checks.transcript.conventions import Conventions, conventions

__all__ = ["Conventions", "Sources", "check", "conventions"]
