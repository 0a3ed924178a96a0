# SPDX-License-Identifier: MIT
"""Finding codes about what could not be checked, and about acknowledgements."""

from __future__ import annotations

from tei_edition.catalogue.entry import Entry
from tei_edition.findings import Severity

ENTRIES: tuple[Entry, ...] = (
    Entry(
        "check-not-made",
        "xml",
        Severity.ERROR,
        "a file that could not be checked",
        "The process that checked this file ended before it was done; nothing is known of it.",
        unchecked=True,
    ),
    Entry(
        "file-unreadable",
        "xml",
        Severity.ERROR,
        "a file that could not be read",
        "A folder holds this file, or the edition names it, and it cannot be read: it is a link to "
        "a file that is gone, somebody else's, or was removed while the others were checked. "
        "Nothing is known of it. Put it back, remove the link, or have its permissions changed.",
        unchecked=True,
    ),
    Entry(
        "no-schema",
        "grammar",
        Severity.WARNING,
        "a document that follows no known schema",
        "Neither the command line nor the document nor an edition.toml says which schema the "
        "document follows. Only what can be checked without one was checked.",
        "<TEI …>  <!-- and no --schema, no edition.toml -->",
        '<?xml-model href="project.rng" schematypens="http://relaxng.org/ns/structure/1.0"?>\n'
        "<TEI …>",
        unchecked=True,
    ),
    Entry(
        "schema-missing",
        "grammar",
        Severity.ERROR,
        "a schema that is not at hand",
        "The document names a schema that is not there, or that is on the web: nothing is fetched "
        "unasked. Nothing was checked against it.\n\n"
        "Put the file where the document says; or say in edition.toml, under "
        "[validation.addresses], which file stands for the address; or name an OASIS XML catalog "
        "that does (--catalog, [validation] catalogs, XML_CATALOG_FILES); or give another schema "
        "with --schema.",
        unchecked=True,
    ),
    Entry(
        "schema-unsupported",
        "grammar",
        Severity.WARNING,
        "a schema in a language that is not checked",
        "The document names a schema that is neither RELAX NG nor Schematron (a DTD, or W3C XML "
        "Schema). Nothing was checked against it. TEI projects can make a RELAX NG schema from the "
        "same ODD.",
        unchecked=True,
    ),
    Entry(
        "schema-incorrect",
        "grammar",
        Severity.ERROR,
        "a RELAX NG schema that is not correct",
        "The schema breaks a rule of the RELAX NG specification at this place, or is not readable. "
        "Nothing was checked against it. The section of the specification is named with the rule.",
        unchecked=True,
    ),
    Entry(
        "ids-not-checked",
        "grammar",
        Severity.INFO,
        "a schema by which IDs cannot be checked",
        "The schema gives an attribute a type for IDs in one place (xsd:ID, xsd:IDREF) and another "
        "type in a second place that the same element could stand in, often by a wildcard such as "
        "anyName. By RELAX NG DTD Compatibility, section 5, no validator can then say what is an "
        "ID. All else was checked; whether @xml:id is unique, by the check references, too.",
    ),
    Entry(
        "stale-acknowledgement",
        "rules",
        Severity.WARNING,
        "an acknowledgement that matches nothing",
        "A note acknowledges a finding at an element, and there is no such finding there: the "
        "anomaly was corrected, the code is misspelt, or @target points elsewhere. Take the code "
        "out of @ana, or point @target at the element that the finding names.",
        '<note type="editorial" ana="finding:times-revesed" target="#arrived">…</note>',
        '<note type="editorial" ana="finding:times-reversed" target="#arrived">…</note>',
    ),
)
