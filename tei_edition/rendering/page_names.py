# SPDX-License-Identifier: MIT
"""Names of pages: from validated identifiers only."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING

from tei_edition.citations.addresses import OWN_PAGES
from tei_edition.parser.names import is_ncname

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import PurePath

_SAFE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}\Z")

_BYTES = 200
"""File systems take names of 255, the ending with them."""

RESERVED = frozenset(OWN_PAGES)
"""Pages that the edition itself has."""

_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?\Z", re.IGNORECASE)


def page_name(identifier: str | None, stem: str) -> str:
    """The name of a document's page, without its ending.

    Its ``xml:id``, which is how its permanent URL ends, if that is a name of XML (letters of any
    script, digits, ``_``, ``-``, ``.``) or plain, not too long, and no name that an
    operating system reserves; else the stem of its file in ASCII, every other character replaced.
    """
    if identifier and (_is_safe(identifier) or _is_name(identifier)):
        return identifier
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
    cleaned = re.sub(r"[^A-Za-z0-9_-]+", "-", plain).strip("-")[:100] or "document"
    return cleaned if _is_safe(cleaned) else f"document-{cleaned}"


def names_by_place(place: PurePath) -> Iterator[str]:
    """Names for the page of a document whose own name another has: ``b-letter``.

    ``place`` is where its file lies, from the folder of the edition or, without one, from the
    folder that all files of the run are in. The first name is that of folder and file; the second,
    for those of which nothing is left in ASCII, has a digest of the place besides, and is that of
    no other file. Both are the same in every run.
    """
    name = page_name(None, "-".join(place.with_suffix("").parts))
    yield name
    yield f"{name[:90]}-{hashlib.sha256(place.as_posix().encode()).hexdigest()[:8]}"


def _is_safe(name: str) -> bool:
    return bool(_SAFE.match(name)) and name.lower() not in RESERVED and not _DEVICES.match(name)


def _is_name(name: str) -> bool:
    """Whether it is a name in another script. None of those is reserved, nor has it a slash."""
    return not name.isascii() and len(name.encode("utf-8")) <= _BYTES and is_ncname(name)
