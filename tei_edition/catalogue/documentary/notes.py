# SPDX-License-Identifier: MIT
"""Finding codes about the editors' notes."""

from __future__ import annotations

from tei_edition.catalogue.entry import Entry
from tei_edition.findings import Severity

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="note-unattributed",
        check="rules",
        severity=Severity.ERROR,
        title="note by nobody",
        explanation=(
            "A note says in @resp whose it is. A footnote of the document itself has "
            "the type “authorial”."
        ),
        wrong='<note type="editorial" target="#cable-600308-p01">',
        right='<note type="editorial" target="#cable-600308-p01" resp="#cable-600308-ed">',
    ),
    Entry(
        code="note-untargeted",
        check="rules",
        severity=Severity.ERROR,
        title="note about nothing",
        explanation=(
            "A note says in @target what it is about: the identifiers of one or several "
            "elements. Its place in the text alone is not enough, since notes are shown "
            "elsewhere too."
        ),
        wrong='<note type="editorial" resp="#cable-600308-ed">',
        right='<note type="editorial" target="#cable-600308-hw1" resp="#cable-600308-ed">',
    ),
    Entry(
        code="note-empty",
        check="rules",
        severity=Severity.ERROR,
        title="note without words",
        explanation="A note is empty, or holds only an ellipsis as a placeholder. A reader would "
        "see its mark and learn nothing from it.",
        wrong='<note type="editorial" target="#p01" resp="#ed">…</note>',
        right=('<note type="editorial" target="#p01" resp="#ed">The address of the letter.</note>'),
    ),
    Entry(
        code="acknowledgement-incomplete",
        check="rules",
        severity=Severity.ERROR,
        title="acknowledgement that names no finding",
        explanation=(
            "A note acknowledges a peculiarity of the document, but does not say which "
            "finding: @ana is “finding:” and its code."
        ),
        wrong='<note subtype="acknowledgement" target="#cable-600308-copies">',
        right=(
            '<note subtype="acknowledgement" ana="finding:print-run" target="#cable-600308-copies">'
        ),
    ),
    Entry(
        code="acknowledgement-unmarked",
        check="rules",
        severity=Severity.WARNING,
        title="note with a finding that is not marked as an acknowledgement",
        explanation=(
            "A note names a finding in @ana and so keeps it from being reported. It "
            "should be marked as what it is, so that acknowledged anomalies can be "
            "listed."
        ),
        wrong=('<note type="editorial" ana="finding:print-run" target="#cable-600308-copies">'),
        right=(
            '<note type="editorial" subtype="acknowledgement" ana="finding:print-run" '
            'target="#cable-600308-copies">'
        ),
    ),
)
