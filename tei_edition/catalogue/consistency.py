# SPDX-License-Identifier: MIT
"""Finding codes of the check ``consistency``."""

from __future__ import annotations

from tei_edition.catalogue.entry import Entry
from tei_edition.findings import Severity

_CHECK = "consistency"

ENTRIES: tuple[Entry, ...] = (
    Entry(
        "sent-date-differs",
        _CHECK,
        Severity.WARNING,
        "date of sending that the dateline contradicts",
        "The header says in correspDesc when the document was sent, the dateline says when it was "
        "written, and the two have no day in common. A year or a month is compared as all its "
        "days, and what lies between several datelines agrees with them.",
        '<correspAction type="sent"><date when="1950-09-20"/> … '
        '<dateline><date when="1950-09-29">29 September 1950</date></dateline>',
        '<correspAction type="sent"><date when="1950-09-29"/>',
    ),
    Entry(
        "creation-date-differs",
        _CHECK,
        Severity.WARNING,
        "date of writing that the dateline contradicts",
        "The header says in <creation> when the document was written, and its dateline has other "
        "days.",
        '<creation><date when="1950-09-20"/></creation> … '
        '<dateline><date when="1950-09-29">29 September 1950</date></dateline>',
        '<creation><date when="1950-09-29"/></creation>',
    ),
    Entry(
        "created-after-sent",
        _CHECK,
        Severity.WARNING,
        "document written after it was sent",
        "The date in <creation> is later than that of sending in correspDesc.",
        '<creation><date when="1950-10-02"/></creation> … '
        '<correspAction type="sent"><date when="1950-09-29"/>',
        '<creation><date when="1950-09-29"/></creation>',
    ),
    Entry(
        "received-before-sent",
        _CHECK,
        Severity.WARNING,
        "document received before it was sent",
        "The header has a document received, forwarded or redirected on a day before it was sent. "
        "Where both have a time of day, a difference of one day is allowed: two clocks may be "
        "meant.",
        '<correspAction type="sent"><date when="1950-09-30"/> … '
        '<correspAction type="received"><date when="1950-09-03"/>',
        '<correspAction type="received"><date when="1950-10-03"/>',
    ),
    Entry(
        "sender-differs",
        _CHECK,
        Severity.WARNING,
        "signature of somebody who is not the sender",
        "The names in <signed> and the senders in correspDesc lead to different entries. One that "
        "agrees is enough; names without @ref are not compared.",
        '<correspAction type="sent"><persName ref="#kim"/> … <signed><persName ref="#pak"/>',
        '<correspAction type="sent"><persName ref="#kim"/><persName ref="#pak"/>',
    ),
    Entry(
        "addressee-differs",
        _CHECK,
        Severity.WARNING,
        "salutation of somebody who is not the addressee",
        "The names in the salutation of the opener and those who received the document according "
        "to correspDesc lead to different entries. One that agrees is enough.",
        '<correspAction type="received"><persName ref="#molotov"/> … '
        '<opener><salute>Dear <persName ref="#stalin">Stalin</persName>',
        '<correspAction type="received"><persName ref="#stalin"/>',
    ),
    Entry(
        "place-differs",
        _CHECK,
        Severity.WARNING,
        "dateline with another place than the header",
        "The place in the dateline and the place of sending in correspDesc lead to different "
        "entries. One of several that agrees is enough.",
        '<correspAction type="sent"><placeName ref="#moscow"/> … '
        '<dateline><placeName ref="#pyongyang">Pyongyang</placeName>',
        '<correspAction type="sent"><placeName ref="#pyongyang"/>',
    ),
    Entry(
        "date-outside-period",
        _CHECK,
        Severity.WARNING,
        "date of a document outside the edition's period",
        "edition.toml says in [period] into which days the documents fall. This document was "
        "written, sent or received on another day: a slip in the year, or a document that does "
        "not belong here.",
        '<correspAction type="sent"><date when="1590-09-29"/>',
        '<correspAction type="sent"><date when="1950-09-29"/>',
    ),
    Entry(
        "mention-outside-period",
        _CHECK,
        Severity.INFO,
        "date in the text outside the edition's period",
        "The text mentions a date outside the days that edition.toml gives in [period]. Documents "
        "do that; but a slip in the year looks the same.",
        '<date when="1590-09-16">16 September</date>',
        '<date when="1950-09-16">16 September</date>',
    ),
    Entry(
        "language-tag-wrong",
        _CHECK,
        Severity.WARNING,
        "language tag that is none",
        "Languages are named by tags (BCP 47): a registered code, in its shortest form, and "
        "perhaps a script, a region or a variant, joined by hyphens. Browsers choose the voice "
        "and the hyphenation by it, and take a wrong tag for no language.",
        '<foreign xml:lang="fra">, <foreign xml:lang="en_US">, <foreign xml:lang="en-UK">',
        '<foreign xml:lang="fr">, <foreign xml:lang="en-US">, <foreign xml:lang="en-GB">',
    ),
    Entry(
        "language-undeclared",
        _CHECK,
        Severity.WARNING,
        "language of the text that the header does not list",
        "The header lists the languages of the document in langUsage, and the text has another "
        "one. Variants of a listed language are not reported; a header without langUsage lists "
        "nothing.",
        '<langUsage><language ident="en"/></langUsage> … <foreign xml:lang="ru">',
        '<langUsage><language ident="en"/><language ident="ru"/></langUsage>',
    ),
    Entry(
        "number-missing",
        _CHECK,
        Severity.WARNING,
        "number left out",
        "Pages, paragraphs, divisions, rows or items of a list are numbered in @n, and a number "
        "is left out: something is missing, or the document has it so.",
        '<pb n="1"/> … <pb n="2"/> … <pb n="4"/>',
        '<pb n="1"/> … <pb n="2"/> … <pb n="3"/>',
    ),
    Entry(
        "number-repeated",
        _CHECK,
        Severity.WARNING,
        "number used twice in a row",
        "Two pages, paragraphs, divisions, rows or items that follow each other have the same "
        "number in @n.",
        '<pb n="1"/> … <pb n="2"/> … <pb n="2"/>',
        '<pb n="1"/> … <pb n="2"/> … <pb n="3"/>',
    ),
    Entry(
        "not-alive",
        _CHECK,
        Severity.WARNING,
        "letter from or to somebody who was not alive",
        "The correspondence has a person write or receive a document before birth or after death, "
        "by the dates of the entry that the name leads to. Where several dates are claimed, the "
        "widest life counts. The name may lead to a namesake's entry, or a date may be wrong.",
        '<correspAction type="sent"><persName ref="persons.xml#stalin"/><date when="1955-03-01"/>'
        "  <!-- died in 1953 -->",
        '<correspAction type="sent"><persName ref="persons.xml#bulganin"/>'
        '<date when="1955-03-01"/>',
    ),
    Entry(
        "not-existing",
        _CHECK,
        Severity.WARNING,
        "letter from or to what did not exist",
        "A place or an organisation has a part in the correspondence at a time before or after "
        "that of its entry (@from, @to, @notBefore, @notAfter on <place> or <org>).",
        '<org xml:id="wpk" from="1949-06"> … '
        '<correspAction type="sent"><orgName ref="#wpk"/><date when="1947"/>',
        '<correspAction type="sent"><orgName ref="#wpnk"/><date when="1947"/>',
    ),
    Entry(
        "ends-before-beginning",
        _CHECK,
        Severity.WARNING,
        "life that ends before it begins",
        "The entry of a person has a death before the birth; of a place or organisation, an end "
        "before the beginning.",
        '<birth when="1950-05-02"/><death when="1950-03-01"/>',
        '<birth when="1905-05-02"/><death when="1950-03-01"/>',
    ),
)
