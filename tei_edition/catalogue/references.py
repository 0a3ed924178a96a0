# SPDX-License-Identifier: MIT
"""Finding codes of the check ``references``."""

from __future__ import annotations

from tei_edition.catalogue.entry import Entry
from tei_edition.findings import Severity

_CHECK = "references"

ENTRIES: tuple[Entry, ...] = (
    Entry(
        "dangling-pointer",
        _CHECK,
        Severity.ERROR,
        "a pointer to an xml:id that is not there",
        "An attribute such as @ref, @target, @corresp, @hand or @resp points to an element by its "
        "xml:id, and the file it names has no element with that xml:id. Readers who follow the "
        "link land nowhere.\n\n"
        "A pointer is resolved in the file it stands in: “#x” means this file, “persons.xml#x” "
        "the file persons.xml in the same folder.",
        '<persName ref="persons.xml#stalni">Stalin</persName>',
        '<persName ref="persons.xml#stalin">Stalin</persName>',
    ),
    Entry(
        "pointer-file-missing",
        _CHECK,
        Severity.ERROR,
        "a pointer to a file that is not there",
        "The part of the pointer before “#” names a file, and there is none of that name. Paths "
        "are relative to the folder of the file that the pointer stands in.",
        '<placeName ref="../authority/places.xml#seoul">Seoul</placeName>',
        '<placeName ref="../authorities/places.xml#seoul">Seoul</placeName>',
    ),
    Entry(
        "wrong-target",
        _CHECK,
        Severity.ERROR,
        "a pointer to the wrong kind of element",
        "The pointer resolves, but to an element that cannot be meant: @hand points to a "
        "handNote, the @ref of a persName to a person, the @ref of a placeName to a place, @resp "
        "to whoever is responsible (respStmt, editor, person, org …), @wit to a witness.",
        '<persName ref="#pyongyang">Kim</persName>  <!-- a place -->',
        '<persName ref="#kim">Kim</persName>',
    ),
    Entry(
        "duplicate-id",
        _CHECK,
        Severity.ERROR,
        "an xml:id used twice",
        "An xml:id names one element of a file. When two elements carry the same one, a citation "
        "or a pointer can no longer say which of them is meant.",
        '<p xml:id="p01">…</p> <p xml:id="p01">…</p>',
        '<p xml:id="p01">…</p> <p xml:id="p02">…</p>',
    ),
    Entry(
        "pointer-not-uri",
        _CHECK,
        Severity.ERROR,
        "a pointer that is no address",
        "The value holds a character that no URI may hold (RFC 3986), such as a brace, a quotation "
        "mark or a backslash. Write it percent-encoded.",
        '<ref target="scans\\page{1}.jpg"/>',
        '<ref target="scans/page%7B1%7D.jpg"/>',
    ),
    Entry(
        "prefix-mismatch",
        _CHECK,
        Severity.ERROR,
        "an abbreviated pointer that does not fit its prefixDef",
        "The header's prefixDef says how pointers that begin with this prefix are to be read; what "
        "stands behind the prefix does not match its @matchPattern.",
        '<prefixDef ident="psn" matchPattern="([A-Z]+)" …/> … <persName ref="psn:kim">',
        '<prefixDef ident="psn" matchPattern="([a-z]+)" …/> … <persName ref="psn:kim">',
    ),
    Entry(
        "unknown-scheme",
        _CHECK,
        Severity.INFO,
        "a pointer whose prefix nothing explains",
        "The pointer begins with a name and a colon, as web addresses do; the name is no common "
        "scheme, and no prefixDef of the header explains it. It may be right; it could not be "
        "checked.",
        '<persName ref="psn:kim">Kim</persName>  <!-- no prefixDef for psn -->',
        '<prefixDef ident="psn" matchPattern="(.+)" replacementPattern="persons.xml#$1"/>',
    ),
    Entry(
        "orphan",
        _CHECK,
        Severity.INFO,
        "an authority entry that nothing refers to",
        "A person, place or organisation is described in the edition's authority files, and no "
        "document points to it. It may be a leftover, or a name that was not marked up.",
    ),
)
