# SPDX-License-Identifier: MIT
"""RELAX NG's built-in datatype library (§6.2.9): ``string`` and ``token``, without parameters."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tei_edition.relaxng.datatypes.datatype import (
    Datatype,
    DatatypeError,
    DatatypeLibrary,
    Params,
)
from tei_edition.relaxng.datatypes.whitespace import collapse


def _anything(text: str) -> bool:
    return True


class StringDatatype(Datatype):
    """Any text; values are the same where every character is."""

    __slots__ = ()

    def allows(self, text: str, namespaces: Mapping[str, str] | None = None) -> bool:
        """Say yes: every text is allowed."""
        return True

    def key(self, text: str, namespaces: Mapping[str, str] | None = None) -> str:
        """Return the text itself."""
        return text

    def checker(self) -> Callable[[str], bool]:
        """Return a function that says yes."""
        return _anything

    @property
    def words(self) -> str:
        """Any text."""
        return "any text"

    @property
    def example(self) -> str:
        """Some text."""
        return "text"


class TokenDatatype(StringDatatype):
    """Any text; values are the same where they are after white space is normalised."""

    __slots__ = ()

    def key(self, text: str, namespaces: Mapping[str, str] | None = None) -> str:
        """Return the text with its white space normalised."""
        return collapse(text)


class BuiltinLibrary(DatatypeLibrary):
    """The library behind the empty URI."""

    uri = ""

    def datatype(
        self, name: str, params: Params = (), namespaces: Mapping[str, str] | None = None
    ) -> Datatype:
        """Return ``string`` or ``token``; raise DatatypeError for all else, and for parameters."""
        if name not in ("string", "token"):
            raise DatatypeError(
                f"RELAX NG itself has the datatypes “string” and “token” only, not “{name}”",
                "most likely datatypeLibrary="
                "“http://www.w3.org/2001/XMLSchema-datatypes” is missing on the schema",
            )
        if params:
            raise DatatypeError(
                f"RELAX NG's own datatype “{name}” takes no parameters, but “{params[0][0]}” "
                "is given",
                "XML Schema's datatypes do take parameters: datatypeLibrary="
                "“http://www.w3.org/2001/XMLSchema-datatypes”",
                param=0,
            )
        return StringDatatype("", name) if name == "string" else TokenDatatype("", name)
