# SPDX-License-Identifier: MIT
"""Finding codes of ``tei-edition ids check``."""

from __future__ import annotations

from tei_edition.catalogue.entry import Entry
from tei_edition.findings import Severity

_CHECK = "identifiers"

ENTRIES: tuple[Entry, ...] = (
    Entry(
        "id-missing",
        _CHECK,
        Severity.ERROR,
        "a citable unit without an xml:id",
        "A paragraph, a line of a form, a stamp, a note, a list and each of its items can be cited "
        "only if it has an xml:id. An element whose words all lie in smaller units that have one "
        "needs none itself.",
        "<p>This letter was delivered to me personally.</p>",
        '<p xml:id="cable-600308-p02">This letter was delivered to me personally.</p>',
    ),
    Entry(
        "id-double",
        _CHECK,
        Severity.ERROR,
        "an xml:id used twice in the edition",
        "An xml:id is part of a permanent address and names one passage of the whole edition.",
    ),
    Entry(
        "id-scheme",
        _CHECK,
        Severity.ERROR,
        "an xml:id against the scheme",
        "Identifiers are read, typed and spoken by people: small ASCII letters and digits in parts "
        "joined by single hyphens, the identifier of the document first.",
        '<p xml:id="P_2">',
        '<p xml:id="cable-600308-p02">',
    ),
    Entry(
        "id-unreadable",
        _CHECK,
        Severity.ERROR,
        "a file whose identifiers could not be read",
        "The file is not well-formed XML, or cannot be read at all. tei-edition validate says "
        "more.",
        unchecked=True,
    ),
)
