# SPDX-License-Identifier: MIT
"""``@role`` and ``@severity`` read as a severity.

ISO/IEC 19757-3:2016 leaves the words of ``@role`` to the schema; these are those in use (TEI's
``nonfatal`` among them) and those of ``@severity`` in the 2025 edition.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.findings import Severity

if TYPE_CHECKING:
    from tei_edition.schematron.source import Element

_WORDS = {
    "fatal": Severity.ERROR,
    "error": Severity.ERROR,
    "warning": Severity.WARNING,
    "warn": Severity.WARNING,
    "nonfatal": Severity.WARNING,
    "information": Severity.INFO,
    "info": Severity.INFO,
    "hint": Severity.INFO,
}


def severity_of(*elements: Element) -> Severity:
    """The severity that the innermost of the elements states; an error where none does.

    A role that is no severity ("title", "structure") says nothing about it.
    """
    for element in elements:
        for attribute in ("severity", "role"):
            word = element.attributes.get(attribute, "").strip().lower()
            if word in _WORDS:
                return _WORDS[word]
    return Severity.ERROR
