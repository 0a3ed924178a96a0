# SPDX-License-Identifier: MIT
"""Finding codes about the header, and about what it repeats of the text."""

from __future__ import annotations

from tei_edition.catalogue.entry import Entry
from tei_edition.findings import Severity

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="correspondence-missing",
        check="rules",
        severity=Severity.ERROR,
        title="letter or cable without correspondence metadata",
        explanation=(
            "The header of a letter or cable says who sent it, when and where, and to "
            "whom. Catalogues of correspondence and the edition's own index are made "
            "from that."
        ),
        wrong="<profileDesc> without <correspDesc>",
        right=(
            '<correspDesc><correspAction type="sent">…</correspAction><correspAction '
            'type="received">…</correspAction></correspDesc>'
        ),
    ),
    Entry(
        code="sender-missing",
        check="rules",
        severity=Severity.WARNING,
        title="correspondence without a sender",
        explanation=(
            "The correspondence metadata name nobody who sent the document. If nobody "
            "is known, a note says so."
        ),
        wrong='<correspAction type="sent"><date when="1950-09-30"/></correspAction>',
        right=(
            '<correspAction type="sent"><persName '
            'ref="persons.xml#persons-shtykov">Shtykov</persName><date '
            'when="1950-09-30"/></correspAction>'
        ),
    ),
    Entry(
        code="addressee-missing",
        check="rules",
        severity=Severity.WARNING,
        title="correspondence without an addressee",
        explanation=(
            "The correspondence metadata name nobody to whom the document was sent. If "
            "nobody is known, a note says so."
        ),
        wrong='<correspAction type="received"><date when="1950-09-30"/></correspAction>',
        right=(
            '<correspAction type="received"><persName '
            'ref="persons.xml#persons-gromyko">Gromyko</persName></correspAction>'
        ),
    ),
    Entry(
        code="header-date",
        check="rules",
        severity=Severity.ERROR,
        title="date in the header that the text does not have",
        explanation=(
            "What the header repeats of the text points to it by @corresp, and says the "
            "same. Here the @when of the two are different, and one of them is wrong."
        ),
        wrong=(
            '<date when="1950-09-30T20:53:00" corresp="#cable-600308-sent"/> where the '
            "text has 20:35"
        ),
        right='<date when="1950-09-30T20:35:00" corresp="#cable-600308-sent"/>',
    ),
    Entry(
        code="header-name",
        check="rules",
        severity=Severity.ERROR,
        title="name in the header that the text does not have",
        explanation=(
            "A name in the correspondence metadata points by @corresp to where the text "
            "has it, but the text there names somebody or something else: the two have "
            "no @ref in common."
        ),
        wrong=(
            '<persName ref="persons.xml#persons-stalin" corresp="#cable-600308-copy3"/> '
            "where copy 3 is Molotov's"
        ),
        right='<persName ref="persons.xml#persons-stalin" corresp="#cable-600308-copy1"/>',
    ),
    Entry(
        code="title-date",
        check="rules",
        severity=Severity.WARNING,
        title="title with another date than the document",
        explanation=(
            "The edition's own heading gives a date that is not the one on which the "
            "document was sent. A published title (type “published”) is left as it is."
        ),
        wrong='<title type="main">Shtykov to Gromyko, 29 September 1950</title>',
        right='<title type="main">Shtykov to Gromyko, 30 September 1950</title>',
    ),
    Entry(
        code="creation-date",
        check="rules",
        severity=Severity.WARNING,
        title="date of writing that differs from the date of sending",
        explanation=(
            "The header gives one date in <creation> and another in the correspondence "
            "metadata. If both are right, acknowledge it in a note."
        ),
        wrong=(
            '<creation><date when="1950-09-29"/></creation> with <correspAction '
            'type="sent"><date when="1950-09-30"/>'
        ),
        right='<creation><date when="1950-09-30"/></creation>',
    ),
    Entry(
        code="language-unlisted",
        check="rules",
        severity=Severity.WARNING,
        title="language that the header does not list",
        explanation=(
            "A language of the text (@xml:lang) is not among the languages of the "
            "header, which tell readers and catalogues what they will find."
        ),
        wrong='<foreign xml:lang="ru"> without <language ident="ru">',
        right='<language ident="ru">Russian: single words</language>',
    ),
    Entry(
        code="status-missing",
        check="rules",
        severity=Severity.ERROR,
        title="document without a status",
        explanation=(
            "The header says how far the document has been edited and proofread. "
            "Readers who cite it need to know."
        ),
        wrong="<revisionDesc>",
        right='<revisionDesc status="draft">',
    ),
    Entry(
        code="source-undescribed",
        check="rules",
        severity=Severity.WARNING,
        title="document without a described source",
        explanation=(
            "The header describes what the text was made from: a publication in <bibl>, "
            "an archival document in <msDesc>."
        ),
        wrong="<sourceDesc><p>Unknown.</p></sourceDesc>",
        right=(
            '<sourceDesc><bibl type="translation">Cable No. 600308, Wilson Center '
            "Digital Archive</bibl></sourceDesc>"
        ),
    ),
    Entry(
        code="proofreading-unrecorded",
        check="rules",
        severity=Severity.ERROR,
        title="status that claims readers who are not recorded",
        explanation=(
            "The status says that the document was proofread, once or by two persons. "
            "Each reading is recorded in a change of the type “proofreading” with the "
            "reader and the date."
        ),
        wrong='<revisionDesc status="second-proof"> with one <change type="proofreading">',
        right=(
            '<change type="proofreading" who="#reader1" when="2026-01-05"/> and <change '
            'type="proofreading" who="#reader2" when="2026-01-20"/>'
        ),
    ),
)
