# SPDX-License-Identifier: MIT
"""The parts of a pointer, whatever it holds: nothing raised for what is no URI (RFC 3986)."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import unquote

SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
"""The scheme at the beginning of a URI (RFC 3986, 3.1)."""


class Address(NamedTuple):
    """A pointer, taken apart."""

    scheme: str
    """In lower case; empty for a local file."""
    path: str
    """Decoded; empty for the file the pointer stands in."""
    fragment: str
    """Decoded."""


def address(uri: str) -> Address:
    """Take a pointer apart.

    >>> address("../a%20b.xml#c")
    Address(scheme='', path='../a b.xml', fragment='c')
    """
    found = SCHEME.match(uri)
    scheme = found[1].lower() if found else ""
    before, _, fragment = uri.partition("#")
    if scheme == "file":
        scheme, before = "", before[len("file:") :].removeprefix("//")
    # No file name holds U+0000, and the functions that look for files refuse it.
    path = unquote(before if not scheme else before[len(scheme) + 1 :]).replace("\0", "\ufffd")
    return Address(scheme, path, unquote(fragment))
