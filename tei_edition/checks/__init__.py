# SPDX-License-Identifier: MIT
"""The checks that ``validate`` makes, in the order in which they are made."""

from __future__ import annotations

CHECKS = ("xml", "grammar", "rules", "references", "transcript", "consistency", "citations")
"""Names of the checks, as ``--check`` and ``--skip`` take them."""
