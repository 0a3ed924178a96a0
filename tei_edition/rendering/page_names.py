# SPDX-License-Identifier: MIT
"""Names of pages: from validated identifiers only."""

from __future__ import annotations

import re
import unicodedata

from tei_edition.citations.addresses import OWN_PAGES

_SAFE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}\Z")

RESERVED = frozenset(OWN_PAGES)
"""Pages that the edition itself has."""

_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?\Z", re.IGNORECASE)


def page_name(identifier: str | None, stem: str) -> str:
    """The name of a document's page, without its ending.

    Its `xml:id` if that is plain (ASCII letters, digits, ``_``, ``-``, ``.``, up to 100
    characters, no name that an operating system reserves), else the stem of its file with every
    other character replaced.
    """
    if identifier and _is_safe(identifier):
        return identifier
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
    cleaned = re.sub(r"[^A-Za-z0-9_-]+", "-", plain).strip("-")[:100] or "document"
    return cleaned if _is_safe(cleaned) else f"document-{cleaned}"


def _is_safe(name: str) -> bool:
    return bool(_SAFE.match(name)) and name.lower() not in RESERVED and not _DEVICES.match(name)
