# SPDX-License-Identifier: MIT
"""Finding codes of the check ``xml``: what keeps a file from being well-formed XML."""

from __future__ import annotations

from tei_edition.catalogue.entry import Entry
from tei_edition.findings import Severity


def _entry(code: str, title: str, explanation: str, wrong: str = "", right: str = "") -> Entry:
    return Entry(code, "xml", Severity.ERROR, title, explanation, wrong, right, unchecked=True)


ENTRIES: tuple[Entry, ...] = (
    _entry(
        "tag-mismatch",
        "a tag that closes another element than the one that is open",
        "Elements must be nested: the one opened last is closed first. From this place on the file "
        "cannot be read, so what follows was not checked.",
        "<p><hi>Cable</p></hi>",
        "<p><hi>Cable</hi></p>",
    ),
    _entry(
        "unclosed",
        "something that does not come to its end",
        "An element, tag, comment or CDATA section is opened and never closed before the file "
        "ends.",
        "<div><p>The end.</p>",
        "<div><p>The end.</p></div>",
    ),
    _entry(
        "stray-ampersand",
        "an ampersand that begins no reference",
        "In XML “&” begins a reference such as “&amp;”. Where the character itself is meant it "
        "has to be written as one.",
        "<name>Marks & Spencer</name>",
        "<name>Marks &amp; Spencer</name>",
    ),
    _entry(
        "stray-less-than",
        "a “<” that opens no tag",
        "In XML “<” opens a tag. Where the character itself is meant, it is written “&lt;”.",
        "<p>a < b</p>",
        "<p>a &lt; b</p>",
    ),
    _entry(
        "stray-brackets",
        "“]]>” in a text",
        "These three characters end a CDATA section and may not stand in a text. Write the last of "
        "them as a reference.",
        "<p>a]]></p>",
        "<p>a]]&gt;</p>",
    ),
    _entry(
        "attribute-wrong",
        "an attribute that is not written as XML wants it",
        'An attribute is written name="value": with a value, in straight quotation marks, and with '
        "a blank before the next one. An end tag has none.",
        "<p n=1 rend>",
        '<p n="1" rend="bold">',
    ),
    _entry(
        "comment-wrong",
        "two hyphens inside a comment",
        "“--” can only end a comment, as “-->”. Write a dash, or a single hyphen.",
        "<!-- to be checked -- later -->",
        "<!-- to be checked – later -->",
    ),
    _entry(
        "duplicate-attribute",
        "an attribute that stands twice in one tag",
        "An element can have an attribute once only. Keep one of the two, or join the values.",
        '<p n="1" n="2">',
        '<p n="1">',
    ),
    _entry(
        "undeclared-prefix",
        "a prefix without a namespace",
        "A name such as “xi:include” needs a declaration of its prefix, on the element itself or "
        "on one around it.",
        '<xi:include href="letter.xml"/>',
        '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="letter.xml"/>',
    ),
    _entry(
        "reserved-prefix",
        "a prefix or namespace that belongs to XML itself",
        "“xml” and “xmlns”, and their namespaces, are fixed. They need no declaration and cannot "
        "be given another meaning.",
        '<TEI xmlns:xml="http://example.org/">',
        '<TEI xml:lang="en">',
    ),
    _entry(
        "undeclared-entity",
        "a reference to an entity that is not declared",
        "XML knows “&amp;”, “&lt;”, “&gt;”, “&quot;” and “&apos;”; names from "
        "HTML, such as “&nbsp;”, are unknown. Write the character itself or its number. "
        "Entities that a separate DTD declares are unknown too, because no DTD is read.",
        "<p>Nº&nbsp;1351</p>",
        "<p>Nº&#160;1351</p>",
    ),
    _entry(
        "external-entity",
        "an entity that would bring in another file",
        "Entities that stand for other files are not followed, since a document could read any "
        "file that way. XInclude does the same within the edition's folder.",
        '<!DOCTYPE TEI [<!ENTITY letter SYSTEM "letter.xml">]> … &letter;',
        '<xi:include href="letter.xml"/>',
    ),
    Entry(
        "external-dtd",
        "xml",
        Severity.INFO,
        "a document type declaration that names a DTD",
        "The DTD is not read: grammars are checked with RELAX NG. Attribute defaults and entities "
        "that it may declare are therefore unknown.",
    ),
    _entry(
        "entity-too-large",
        "entities that grow without measure",
        "Entities may use one another; a few lines can so stand for gigabytes. The bound is far "
        "above what a document needs.",
    ),
    _entry(
        "dtd-too-large",
        "a document type declaration that asks for too much",
        "Default values of attributes are given to every element of a type, so a few lines can "
        "make a document enormous. The bound is far above what a document needs.",
    ),
    _entry(
        "entity-unbalanced",
        "an entity that holds half an element",
        "An element that begins in an entity has to end in the same entity.",
        '<!ENTITY start "<p>"> … &start;text</p>',
        '<!ENTITY whole "<p>text</p>"> … &whole;',
    ),
    _entry(
        "entity-loop",
        "an entity that refers to itself",
        "The text that an entity stands for must not contain the entity again.",
    ),
    _entry(
        "after-root",
        "something behind the root element",
        "A document has one root element, and only comments and processing instructions may follow "
        "it.",
        "<TEI>…</TEI> <TEI>…</TEI>",
        "<teiCorpus>… <TEI>…</TEI> <TEI>…</TEI></teiCorpus>",
    ),
    _entry(
        "before-root",
        "something before the root element",
        "Only the XML declaration, comments, processing instructions and a document type "
        "declaration may stand before the root element.",
        '<?xml version="1.0"?> Draft <TEI>…</TEI>',
        '<?xml version="1.0"?> <!-- Draft --> <TEI>…</TEI>',
    ),
    _entry(
        "declaration-wrong",
        "an XML declaration with a mistake in it",
        "The declaration names the version, then the encoding, each in quotation marks.",
        "<?xml version=1.0?>",
        '<?xml version="1.0" encoding="UTF-8"?>',
    ),
    _entry(
        "declaration-misplaced",
        "an XML declaration that is not at the start",
        "“<?xml version="
        '"1.0"?>” must be the very first thing in the file; not even a blank may stand before it.',
    ),
    _entry(
        "forbidden-character",
        "a character that no XML document may hold",
        "Control characters cannot stand in XML, not even as a reference such as “&#1;”. They "
        "usually come from a word processor or a conversion.",
    ),
    _entry(
        "encoding-wrong",
        "bytes that are not in the encoding that the file claims",
        "The XML declaration names the file's encoding (without one it is UTF-8), and a byte of "
        "the file does not fit it. Save the file as UTF-8 with an editor that knows its real "
        "encoding, or name that encoding in the declaration.",
    ),
    _entry(
        "encoding-unknown",
        "an encoding that does not exist",
        "The XML declaration names an encoding that is not known. UTF-8 is right for everything.",
        '<?xml version="1.0" encoding="utf8mb4"?>',
        '<?xml version="1.0" encoding="UTF-8"?>',
    ),
    _entry(
        "empty-file",
        "a file with nothing in it",
        "The file holds nothing at all. Was it cut off when it was saved or copied?",
    ),
    _entry(
        "no-xml",
        "a file that is not XML",
        "The file does not begin as an XML file does. It may be a file of another kind, or text "
        "stands before the first tag.",
    ),
    _entry(
        "no-root",
        "a file without an element",
        "The file has no root element, the one that holds all others (in TEI mostly <TEI>). It may "
        "be no XML file at all.",
    ),
    _entry(
        "not-well-formed",
        "markup that is not XML",
        "The markup breaks one of XML's rules at this place. From here on the file cannot be read.",
    ),
    _entry(
        "token-too-long",
        "a tag or comment of millions of characters",
        "Something that begins here goes on for many megabytes: most likely a quotation mark or "
        "the end of a comment is missing.",
    ),
    _entry(
        "xinclude-missing",
        "a file or element to include that is not there",
        "xi:include names a file, or by @xpointer an element in it, that does not exist; and it "
        "has no xi:fallback that says what to do then.",
        '<xi:include href="leter.xml"/>',
        '<xi:include href="letter.xml"/>',
    ),
    _entry(
        "xinclude-outside",
        "an inclusion from outside the edition's folder",
        "Only files inside the edition's folder (without an edition: inside the document's own "
        "folder) are included, and nothing from the web. Where the xi:include has an xi:fallback, "
        "that is taken, and this is a warning.",
    ),
    _entry(
        "xinclude-loop",
        "a file that includes itself",
        "The file is being included already, directly or through others; there would be no end.",
    ),
    _entry(
        "xinclude-too-much",
        "inclusions without measure",
        "Files include one another so often that the document would become enormous.",
    ),
    _entry(
        "xinclude-xpointer",
        "an @xpointer that cannot be followed",
        "@xpointer may be an xml:id, or a child sequence such as “element(/1/2/1)”: the first "
        "child of the second child of the root element. Other schemes are rarely supported by any "
        "tool.",
        '<xi:include href="letter.xml" xpointer="xpath1(//body)"/>',
        '<xi:include href="letter.xml" xpointer="element(/1/2/1)"/>',
    ),
    _entry(
        "xinclude-wrong",
        "an xi:include with wrong attributes",
        "xi:include needs @href (a file) or @xpointer; @parse can be “xml” or “text”; a part of a "
        "file is named in @xpointer, not behind “#” in @href.",
        '<xi:include href="letter.xml#body"/>',
        '<xi:include href="letter.xml" xpointer="body"/>',
    ),
)
