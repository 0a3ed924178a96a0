# SPDX-License-Identifier: MIT
"""The one exception of the engine: a schema that is not correct RELAX NG, or cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tei_edition.errors import TeiEditionError

if TYPE_CHECKING:
    from collections.abc import Iterable


class Place(NamedTuple):
    """Where a construct of a schema stands."""

    path: str
    """The schema file."""
    line: int = 0
    """Counted from 1; 0 where the file as a whole is meant."""
    column: int = 0
    """In code points, counted from 1; 0 where there is no position."""


class SchemaError(TeiEditionError):
    """A schema that breaks a rule of the RELAX NG specification, or that cannot be read.

    ``section`` is the section of the specification (2001-12-03) whose rule is broken, for
    instance ``4.16``; empty where the fault lies elsewhere (a file that is not there, XML that is
    not well-formed).
    """

    def __init__(self, message: str, place: Place, section: str = "") -> None:
        self.message = message
        self.path, self.line, self.column = place
        self.section = section
        position = f"{place.path}:{place.line}:{place.column}" if place.line else place.path
        rule = f" (RELAX NG, section {section})" if section else ""
        super().__init__(f"{position}: {message}{rule}")

    def __reduce__(self) -> tuple[type[SchemaError], tuple[str, Place, str]]:
        """Exceptions cross process boundaries by their arguments."""
        place = Place(self.path, self.line, self.column)
        return (type(self), (self.message, place, self.section))


def did_you_mean(found: str, names: Iterable[str]) -> str:
    """The end of a sentence on a name that is none of these; empty where none is near."""
    from tei_edition.relaxng.expectations import nearest

    near = nearest(found, sorted(names))
    return f"; did you mean “{near[0]}”?" if near else ""
