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


_MET: dict[str, str] = {}
_KEPT = 50_000


def met() -> dict[str, str]:
    """Names of elements and attributes met so far, in whatever document, for expat to intern.

    Names that are one object are compared at once, so that users' look-ups by name are quick. The
    memory is emptied when it grows too large.
    """
    if len(_MET) > _KEPT:
        _MET.clear()
    return _MET


def mend(names: dict[str, str]) -> None:
    """Take out the None that a default namespace's declaration leaves among expat's names.

    Made anew, the dictionary has strings alone for keys, and Python looks them up in half the time.
    """
    strings = {name: name for name in names if name is not None}
    names.clear()
    names.update(strings)
