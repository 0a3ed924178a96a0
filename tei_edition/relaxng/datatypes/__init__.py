# SPDX-License-Identifier: MIT
"""Datatype libraries: RELAX NG's own, W3C XML Schema's, and that of DTD compatibility.

``library(uri).datatype(name, params, namespaces)`` gives a Datatype. That is cheap enough to be
done anew each time a schema is loaded: nothing of a datatype needs to be stored.
"""

from __future__ import annotations

from tei_edition.relaxng.datatypes.datatype import (
    Context,
    Datatype,
    DatatypeError,
    DatatypeLibrary,
    IdType,
    Params,
)

BUILTIN = ""
XML_SCHEMA = "http://www.w3.org/2001/XMLSchema-datatypes"
DTD_COMPATIBILITY = "http://relaxng.org/ns/compatibility/datatypes/1.0"

_libraries: dict[str, DatatypeLibrary] = {}


def library(uri: str) -> DatatypeLibrary | None:
    """Return the library behind a ``datatypeLibrary`` URI, or None where there is none."""
    found = _libraries.get(uri)
    if found is not None:
        return found
    if uri == BUILTIN:
        from tei_edition.relaxng.datatypes.builtin import BuiltinLibrary

        found = BuiltinLibrary()
    elif uri == XML_SCHEMA:
        from tei_edition.relaxng.datatypes.xsd.library import XsdLibrary

        found = XsdLibrary()
    elif uri == DTD_COMPATIBILITY:
        from tei_edition.relaxng.datatypes.xsd.library import DtdCompatibilityLibrary

        found = DtdCompatibilityLibrary()
    else:
        return None
    _libraries[uri] = found
    return found


__all__ = [
    "BUILTIN",
    "DTD_COMPATIBILITY",
    "XML_SCHEMA",
    "Context",
    "Datatype",
    "DatatypeError",
    "DatatypeLibrary",
    "IdType",
    "Params",
    "library",
]
