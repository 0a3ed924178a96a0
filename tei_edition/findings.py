# SPDX-License-Identifier: MIT
"""What a check has to say: severities and findings."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple


class Severity(IntEnum):
    """How much a finding matters; a higher value matters more."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The word used in every report format: ``error``, ``warning`` or ``info``."""
        return _LABELS[self]


_LABELS = {severity: severity.name.lower() for severity in Severity}


class Finding(NamedTuple):
    """One thing that is wrong, or worth knowing, at one place of one file.

    A named tuple rather than a dataclass: a run may yield a hundred thousand of them, through
    process boundaries. Findings sort by file and position.
    """

    path: str
    """The file as the user named it, or as an XInclude reached it from there."""
    line: int
    """Line of the start tag's ``<``, counted from 1; 0 where the file as a whole is meant."""
    column: int
    """Column in characters (code points), counted from 1; 0 where there is no position."""
    code: str
    """A name from :mod:`tei_edition.catalogue`, in lower case with hyphens."""
    severity: Severity
    """How much it matters."""
    check: str
    """The check that found it: ``xml``, ``grammar``, ``rules``, ``references``, …"""
    message: str
    """What was found, and what was expected, in one plain English sentence."""
    hint: str = ""
    """What to write instead, where the likely intent is clear; else empty."""
    element: str = ""
    """The element's name as written, with its prefix; empty where none is meant."""
    xml_id: str = ""
    """The element's ``xml:id``; empty where it has none."""
    attribute: str = ""
    """The attribute's name as written, where an attribute is at fault; else empty."""
    rule: str = ""
    """The rule's own identifier (``@id`` of a Schematron assertion); else empty."""
    expected: tuple[str, ...] = ()
    """Everything that would have been allowed here (names or values), likeliest first."""
    acknowledged_by: str = ""
    """``xml:id`` of the editorial note that acknowledges the anomaly; else empty."""
