# SPDX-License-Identifier: MIT
"""In which files an ``xml:id`` can stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.errors import TeiEditionError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_ENCODING = re.compile(rb"""\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']""")


def files_that_may_hold(files: Iterable[Path], xml_id: str) -> Iterator[Path]:
    """The files that can hold the identifier, so that not every one is parsed.

    First those whose bytes show it, then those that may have it in another form: with references to
    characters or entities.

    Raises:
        TeiEditionError: a file cannot be read.
    """
    wanted = _encoded(xml_id)
    veiled = []
    for path in files:
        try:
            content = path.read_bytes()
        except OSError as error:
            raise TeiEditionError(f"“{path}” cannot be read: {error.strerror}") from error
        declared = _ENCODING.match(content)
        own = _encoded(xml_id, declared[1].decode("ascii")) if declared else []
        if any(form in content for form in (*wanted, *own)):
            yield path
        elif any(form in content for form in _VEILS):
            veiled.append(path)
    yield from veiled


def _encoded(words: str, *encodings: str) -> list[bytes]:
    """Words in encodings, by default those that need no declaration; none where it cannot be."""
    found = []
    for encoding in encodings or ("utf-8", "utf-16-le", "utf-16-be"):
        try:
            found.append(words.encode(encoding))
        except (LookupError, UnicodeEncodeError):
            continue
    return found


_VEILS = tuple(form for sign in ("&#", "<!ENTITY") for form in _encoded(sign))
