# SPDX-License-Identifier: MIT
"""Names: what is one, and how expat gives them.

It gives ``namespace local``, or ``local`` where there is no namespace.
"""

from __future__ import annotations

import re
from functools import lru_cache

XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"
XML_ID = f"{XML_NAMESPACE} id"
XML_BASE = f"{XML_NAMESPACE} base"
XML_LANG = f"{XML_NAMESPACE} lang"
INCLUDE = "http://www.w3.org/2001/XInclude include"
"""The name at which a start handler has to call :meth:`Stream.include`."""
FALLBACK = "http://www.w3.org/2001/XInclude fallback"


def local_name(name: str) -> str:
    """The local part of a name as expat gives it."""
    return name.rpartition(" ")[2]


_NAME_START = (
    "A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
NCNAME = f"[{_NAME_START}][{_NAME_START}\\-.0-9\xb7\u0300-\u036f\u203f\u2040]*"
"""A regular expression for names without a colon (Namespaces in XML)."""
_is_plain = re.compile(r"[A-Za-z_][A-Za-z0-9_.\-]*").fullmatch


@lru_cache(maxsize=1)
def _full() -> re.Pattern[str]:
    """All the names there are; compiled only where there is one beyond ASCII."""
    return re.compile(NCNAME)


def is_ncname(text: str) -> bool:
    """Whether the text is a name without a colon (Namespaces in XML)."""
    return bool(_is_plain(text)) or (not text.isascii() and bool(_full().fullmatch(text)))


_KEPT = 5_000
"""Names: more than documents of several vocabularies have, and soon copied."""


class _Met:
    """The names of elements and attributes that were met in this process."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}


_MET = _Met()


def recall(names: dict[str, str]) -> None:
    """Fill the names that expat interns with those of elements and attributes met so far.

    Names that are one object are compared at once, so that users' look-ups by name are quick.
    Called for each declaration of a namespace, since that of a default one leaves a None among
    the names; emptied and filled anew, the dictionary has strings alone for keys, and Python looks
    them up in half the time.
    """
    learn(names)
    names.clear()
    names.update(_MET.names)


def learn(names: dict[str, str]) -> None:
    """Keep the names that expat interned; when they are too many, forget them all."""
    names.pop(None, None)  # type: ignore[call-overload]  # see above
    if len(names) > len(_MET.names):
        # A new dictionary, since Python copies one without gaps five times as fast.
        _MET.names = {**names} if len(names) <= _KEPT else {}
