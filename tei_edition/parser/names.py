# SPDX-License-Identifier: MIT
"""Names as expat gives them: ``namespace local``, or ``local`` where there is no namespace."""

from __future__ import annotations

XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"
XML_ID = f"{XML_NAMESPACE} id"
XML_BASE = f"{XML_NAMESPACE} base"
INCLUDE = "http://www.w3.org/2001/XInclude include"
"""The name at which a start handler has to call :meth:`Stream.include`."""
FALLBACK = "http://www.w3.org/2001/XInclude fallback"


def local_name(name: str) -> str:
    """The local part of a name as expat gives it."""
    return name.rpartition(" ")[2]


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
