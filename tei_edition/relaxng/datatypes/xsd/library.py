# SPDX-License-Identifier: MIT
"""XML Schema's datatypes as a library, and the library of RELAX NG DTD Compatibility.

After "Guidelines for using W3C XML Schema Datatypes with RELAX NG" (OASIS, 2001): every built-in
type of Part 2 but the abstract ones, every facet but ``enumeration`` and ``whiteSpace``; where
``pattern`` stands several times, all must match.
"""

from __future__ import annotations

from collections.abc import Mapping

from tei_edition.relaxng.datatypes.datatype import DatatypeError, DatatypeLibrary, Params
from tei_edition.relaxng.datatypes.xsd import (
    binary,
    dates,
    durations,
    names,
    numbers,
    strings,
    uris,
)
from tei_edition.relaxng.datatypes.xsd.facets import facet
from tei_edition.relaxng.datatypes.xsd.primitive import Primitive
from tei_edition.relaxng.datatypes.xsd.restricted import XsdDatatype

PRIMITIVES: dict[str, Primitive] = {
    primitive.name: primitive
    for module in (strings, names, numbers, dates, durations, uris, binary)
    for primitive in module.PRIMITIVES
}


_MOST_KEPT = 4000


class XsdLibrary(DatatypeLibrary):
    """The library behind ``http://www.w3.org/2001/XMLSchema-datatypes``.

    A schema asks for the same few types with the same parameters again and again: they are kept,
    so that an expression is read once and what it has learnt is shared.
    """

    uri = "http://www.w3.org/2001/XMLSchema-datatypes"

    def __init__(self) -> None:
        self._kept: dict[tuple[str, tuple[tuple[str, str], ...]], XsdDatatype] = {}

    def datatype(
        self, name: str, params: Params = (), namespaces: Mapping[str, str] | None = None
    ) -> XsdDatatype:
        """Return the type with its parameters; raise DatatypeError where there is none such."""
        wanted = name, tuple(params)
        known = self._kept.get(wanted)
        if known is not None:
            return known
        primitive = PRIMITIVES.get(name)
        if primitive is None:
            raise _unknown(name)
        if len(self._kept) >= _MOST_KEPT:
            self._kept.clear()
        made = self._kept[wanted] = restrict(XsdDatatype(self.uri, primitive), params)
        return made


class DtdCompatibilityLibrary(DatatypeLibrary):
    """The library of ID, IDREF and IDREFS, for schemas that use nothing else of XML Schema."""

    uri = "http://relaxng.org/ns/compatibility/datatypes/1.0"

    def datatype(
        self, name: str, params: Params = (), namespaces: Mapping[str, str] | None = None
    ) -> XsdDatatype:
        """Return ID, IDREF or IDREFS; raise DatatypeError for all else, and for parameters."""
        if name not in ("ID", "IDREF", "IDREFS"):
            raise DatatypeError(
                "the datatype library of DTD compatibility has “ID”, “IDREF” and “IDREFS” only, "
                f"not “{name}”",
                "XML Schema's datatypes have datatypeLibrary=“http://www.w3.org/2001/"
                "XMLSchema-datatypes”",
            )
        if params:
            raise DatatypeError(
                f"the datatype “{name}” of DTD compatibility takes no parameters, but "
                f"“{params[0][0]}” is given",
                "the datatype of that name in XML Schema's library does take them",
                param=0,
            )
        return XsdDatatype(self.uri, PRIMITIVES[name])


def restrict(base: XsdDatatype, params: Params) -> XsdDatatype:
    """Return the type with the parameters, each checked against those before it."""
    for index, (name, value) in enumerate(params):
        facets = (*base.facets, facet(base, name, value, index))
        base = XsdDatatype(base.library, base.primitive, params[: index + 1], facets)
    return base


_ABSTRACT = ("anyType", "anySimpleType", "anyAtomicType", "untypedAtomic")
_LATER = ("dateTimeStamp", "yearMonthDuration", "dayTimeDuration")


def _unknown(name: str) -> DatatypeError:
    if name in _ABSTRACT:
        return DatatypeError(
            f"“{name}” is an abstract type of XML Schema, which RELAX NG cannot use",
            "“string” allows any text",
        )
    if name in _LATER:
        return DatatypeError(
            f"“{name}” is a datatype of XML Schema 1.1, while RELAX NG has those of 1.0",
            f"“{'dateTime' if name == 'dateTimeStamp' else 'duration'}” with a pattern does",
        )
    import difflib

    folded = {known.lower(): known for known in PRIMITIVES}
    near = difflib.get_close_matches(name.lower().rpartition(":")[2], folded, 3)
    hint = " or ".join(f"“{folded[each]}”" for each in near)
    return DatatypeError(
        f"XML Schema has no datatype “{name}”", f"did you mean {hint}?" if hint else ""
    )
