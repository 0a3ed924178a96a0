# SPDX-License-Identifier: MIT
"""Exceptions: the cases in which the toolkit cannot proceed.

An invalid document is data (:class:`tei_edition.findings.Finding`), never an exception.
"""

from __future__ import annotations


class TeiEditionError(Exception):
    """The work cannot be done; the message is what the user reads (exit status 2)."""


class ConfigurationError(TeiEditionError):
    """``edition.toml`` cannot be used; the message begins with ``file:line:column:``."""
