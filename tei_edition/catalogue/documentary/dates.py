# SPDX-License-Identifier: MIT
"""Finding codes about dates, times, copies and numbers."""

from __future__ import annotations

from tei_edition.catalogue.entry import Entry
from tei_edition.findings import Severity

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="times-reversed",
        check="rules",
        severity=Severity.ERROR,
        title="later stage of a document's way that has an earlier time",
        explanation=(
            "A document is sent before it is received, received before it arrives at an "
            "office, and arrives before it is deciphered. Times are compared only where "
            "one clock can be supposed, or where both state their zones. If the "
            "document itself has it so, say so in a note that acknowledges the finding."
        ),
        wrong=(
            '<ab type="field" subtype="received"><date when="1950-09-30T23:32:00"/></ab>\n'
            '<ab type="field" subtype="arrived"><date when="1950-09-30T23:30:00"/></ab>'
        ),
        right=(
            '<note type="editorial" subtype="acknowledgement" '
            'ana="finding:times-reversed" target="#cable-600308-arrived" '
            'resp="#cable-600308-ed">The form has it so.</note>'
        ),
    ),
    Entry(
        code="times-across-clocks",
        check="rules",
        severity=Severity.WARNING,
        title="arrival before dispatch by the figures of two clocks",
        explanation=(
            "The figures say that the document arrived before it was sent. Sender and "
            "receiver may be in different time zones, so this need not be an error; but "
            "a reader will wonder."
        ),
        wrong=(
            'sent <date when="1950-09-30T20:35:00">2035</date> … received <date '
            'when="1950-09-30T19:40:00">1940</date>'
        ),
        right=(
            'sent <date when="1950-09-30T20:35:00+09:00">2035 local time</date> … '
            'received <date when="1950-09-30T19:40:00+03:00">1940 Moscow time</date>'
        ),
    ),
    Entry(
        code="date-reversed",
        check="rules",
        severity=Severity.ERROR,
        title="date that ends before it begins",
        explanation=(
            "The earlier limit of a date (@notBefore or @from) comes before the later "
            "one (@notAfter or @to)."
        ),
        wrong='<date notBefore="1950-10-01" notAfter="1950-09-30">',
        right='<date notBefore="1950-09-30" notAfter="1950-10-01">',
    ),
    Entry(
        code="date-outside",
        check="rules",
        severity=Severity.ERROR,
        title="date that is not between its own limits",
        explanation=(
            "A date has both an exact value and limits, and the value lies outside "
            "them. One of the two is wrong."
        ),
        wrong='<date when="1950-10-02" notAfter="1950-10-01">',
        right='<date when="1950-10-01">',
    ),
    Entry(
        code="date-words",
        check="rules",
        severity=Severity.WARNING,
        title="figure in a date that its attribute does not say",
        explanation=(
            "A figure of four digits in a date is its year or its time of day. Here it "
            "is neither, so the words or the attribute are wrong. An error of the "
            "document is marked with <sic>, and @when follows the correction."
        ),
        wrong='<date when="1950-10-01T01:45:00">0145 1 October 1940</date>',
        right=(
            '<date when="1950-10-01T01:45:00">0145 1 October '
            '<choice><sic>1940</sic><corr resp="#ed">1950</corr></choice></date>'
        ),
    ),
    Entry(
        code="print-run",
        check="rules",
        severity=Severity.ERROR,
        title="print run that differs from the copies listed",
        explanation=(
            "The number of copies printed and the number of copies on the distribution "
            "list should be the same. If the document itself differs, say so in a note "
            "that acknowledges the finding: copies without a named recipient are of "
            "interest."
        ),
        wrong=(
            '<measure type="print-run" quantity="12" unit="copy">12 copies</measure> '
            "above a list of nine"
        ),
        right=(
            '<note type="editorial" subtype="acknowledgement" ana="finding:print-run" '
            'target="#cable-600308-copies" resp="#cable-600308-ed">Nine copies are '
            "listed.</note>"
        ),
    ),
    Entry(
        code="copy-missing",
        check="rules",
        severity=Severity.WARNING,
        title="distribution list with a hole in its numbers",
        explanation=(
            "The copies are numbered, and a number between the first and the last is "
            "not on the list. Either an item was overlooked, or the document leaves it "
            "out."
        ),
        wrong="Copy 1, copy 2, copy 4",
        right="Copy 1, copy 2, copy 3, copy 4",
    ),
    Entry(
        code="copy-doubled",
        check="rules",
        severity=Severity.ERROR,
        title="copy listed twice",
        explanation="Two items of the distribution list give the same number to a copy.",
        wrong='<num type="copy" value="2">2</num> in two items',
        right='<num type="copy" value="2">2</num> and <num type="copy" value="3">3</num>',
    ),
    Entry(
        code="copy-disagrees",
        check="rules",
        severity=Severity.ERROR,
        title="item and copy with different numbers",
        explanation="The item's @n and the number of the copy in it are different.",
        wrong='<item n="3">Copy <num type="copy" value="2">2</num></item>',
        right='<item n="2">Copy <num type="copy" value="2">2</num></item>',
    ),
    Entry(
        code="number-words",
        check="rules",
        severity=Severity.ERROR,
        title="number in figures that its attribute does not say",
        explanation=(
            "A number that the text gives in figures and its @value or @quantity are "
            "different. Programs count with the attribute, readers see the text."
        ),
        wrong='<measure type="print-run" quantity="12" unit="copy">11 copies</measure>',
        right='<measure type="print-run" quantity="11" unit="copy">11 copies</measure>',
    ),
)
