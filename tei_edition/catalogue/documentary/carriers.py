# SPDX-License-Identifier: MIT
"""Finding codes about identifiers and about documents that carry others."""

from __future__ import annotations

from tei_edition.catalogue.entry import Entry
from tei_edition.findings import Severity

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="document-unnamed",
        check="rules",
        severity=Severity.ERROR,
        title="document without an identifier",
        explanation=(
            "Every document has a short identifier of its own, which every identifier "
            "in it begins with and every citation contains. Without it no passage of "
            "the document can be cited."
        ),
        wrong='<TEI xmlns="http://www.tei-c.org/ns/1.0" type="cable">',
        right=('<TEI xmlns="http://www.tei-c.org/ns/1.0" type="cable" xml:id="cable-600308">'),
    ),
    Entry(
        code="id-prefix",
        check="rules",
        severity=Severity.ERROR,
        title="identifier that does not begin with its document's",
        explanation=(
            "The identifier of a passage begins with that of its document and a hyphen, "
            "so that a citation says by itself which document it is from and no two "
            "documents can use the same one. A letter that a cable carries keeps its "
            "own: it is cited as the letter, wherever it is shown."
        ),
        wrong='<p xml:id="p02"> in the document cable-600308',
        right='<p xml:id="cable-600308-p02">',
    ),
    Entry(
        code="enclosure-empty",
        check="rules",
        severity=Severity.ERROR,
        title="enclosure without a text",
        explanation=(
            "A division of the type “enclosure” stands for a document that this one "
            "carries. It holds that document's body, or says that it is missing."
        ),
        wrong='<div type="enclosure" corresp="letter-19500929.xml"><p>The letter</p></div>',
        right=(
            '<div type="enclosure" '
            'corresp="letter-19500929.xml"><floatingText><xi:include '
            'href="letter-19500929.xml" '
            'xpointer="element(/1/2/1)"/></floatingText></div>'
        ),
    ),
    Entry(
        code="inclusion-unexpected",
        check="rules",
        severity=Severity.ERROR,
        title="included text that is not the one named",
        explanation=(
            "XInclude brings in a part of another file by its position there, so a "
            "change in that file can silently bring in something else. The body that "
            "arrived has to be the one that the enclosure names: its identifier is the "
            "name of the file with “-body”, or what stands after “#” in @corresp."
        ),
        wrong=(
            '<div type="enclosure" corresp="letter-19500929.xml"> … <body '
            'xml:id="letter-19500930-body">'
        ),
        right=(
            '<div type="enclosure" corresp="letter-19500929.xml"> … <body '
            'xml:id="letter-19500929-body">'
        ),
    ),
    Entry(
        code="enclosure-unlinked",
        check="rules",
        severity=Severity.WARNING,
        title="enclosure that the header does not name",
        explanation=(
            "The correspondence metadata in the header lead readers and catalogues from "
            "a document to what it carries. An enclosure that stands in the text is "
            "named there too."
        ),
        wrong="<correspContext> without a <ref> to letter-19500929.xml",
        right=(
            '<correspContext><ref type="enclosure" target="letter-19500929.xml">The '
            "letter</ref></correspContext>"
        ),
    ),
    Entry(
        code="enclosure-absent",
        check="rules",
        severity=Severity.WARNING,
        title="enclosure in the header that the text does not carry",
        explanation=(
            "The header says that the document carries another one, but no division of "
            "the text stands for it."
        ),
        wrong=(
            '<ref type="enclosure" target="letter-19500929.xml">, and no division of '
            "the type “enclosure”"
        ),
        right=(
            '<div type="enclosure" corresp="letter-19500929.xml"> where the letter '
            "stands in the text"
        ),
    ),
    Entry(
        code="inclusion-missing",
        check="rules",
        severity=Severity.ERROR,
        title="inclusion that was not followed",
        explanation=(
            "An <xi:include> is still there when the rules are checked, so what it "
            "stands for was not checked, and a reader would not see it."
        ),
        wrong='<xi:include href="letter-1950929.xml"/> with the file\'s name misspelt',
        right='<xi:include href="letter-19500929.xml"/>',
    ),
)
