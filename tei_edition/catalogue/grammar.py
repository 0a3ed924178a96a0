# SPDX-License-Identifier: MIT
"""Finding codes of the check ``grammar``."""

from __future__ import annotations

from tei_edition.catalogue.entry import Entry
from tei_edition.findings import Severity

_CHECK = "grammar"


def _entry(code: str, title: str, explanation: str, wrong: str, right: str) -> Entry:
    return Entry(code, _CHECK, Severity.ERROR, title, explanation, wrong, right)


ENTRIES: tuple[Entry, ...] = (
    _entry(
        "unknown-element",
        "Element that the schema does not have",
        "No element of this name exists in the schema. Most often the name is mistyped, or the "
        "namespace is not the one that the schema describes (look at xmlns on the document "
        "element). What stands inside an unknown element is checked only as far as the schema "
        "knows it.",
        "<p>Seen by <persname>Smith</persname>.</p>",
        "<p>Seen by <persName>Smith</persName>.</p>",
    ),
    _entry(
        "not-in-tei-namespace",
        "A document called TEI outside of TEI's namespace",
        "The document begins with <TEI> or <teiCorpus>, but not with TEI's: what makes an element "
        "one of TEI P5 is the namespace http://www.tei-c.org/ns/1.0, which is declared by xmlns on "
        "the first element, once for all that is inside it. Here the declaration is missing, or "
        "says something else: a slash too many at the end, https for http, another number, the "
        "namespace of a project. To a schema, to rules and to any program that knows TEI, nothing "
        "inside such a document is TEI.\n\n"
        "Where the schema is one of TEI, this is said in place of everything that would follow "
        "from it. (tei-edition render shows such a document as if it were TEI, and says so.)",
        "<TEI>\n  <teiHeader>…</teiHeader>\n  <text>…</text>\n</TEI>",
        '<TEI xmlns="http://www.tei-c.org/ns/1.0">\n  <teiHeader>…</teiHeader>\n'
        "  <text>…</text>\n</TEI>",
    ),
    _entry(
        "older-tei",
        "A document in TEI P4",
        "The document begins with <TEI.2> or <teiCorpus.2>: it is encoded after the TEI Guidelines "
        "P4 of 2002, which P5 replaced in 2007. P5 has other names for some elements and "
        "attributes, a namespace, and addresses (#p2) where P4 had identifiers (p2). No schema and "
        "no rule of P5 says anything of it; its pointers are not checked either.\n\n"
        "To convert it, the TEI Consortium has a stylesheet, profiles/default/p4/from.xsl among "
        "its Stylesheets; what that leaves, a schema of P5 will say. A project that stays with P4 "
        "can name a RELAX NG schema of P4: then it is checked against that, and this is not said. "
        "(tei-edition render shows P4 as the P5 that it would be, and says so.)",
        "<TEI.2>\n  <teiHeader>…</teiHeader>\n  <text>…</text>\n</TEI.2>",
        '<TEI xmlns="http://www.tei-c.org/ns/1.0">\n  <teiHeader>…</teiHeader>\n'
        "  <text>…</text>\n</TEI>",
    ),
    _entry(
        "misplaced-element",
        "Element where it may not stand",
        "The schema has this element, but not at this place: it belongs inside another element, "
        "or before something that precedes it here, or it stands here too often. A document that "
        "begins with the wrong element gets this finding too. The elements around it are checked "
        "as if it were not there.",
        "<p><salute>Dear Sir,</salute> I write …</p>",
        "<opener><salute>Dear Sir,</salute></opener>\n<p>I write …</p>",
    ),
    _entry(
        "missing-element",
        "Required element missing before this one",
        "The element is allowed in its parent, but something that the schema requires must come "
        "before it and does not.",
        '<TEI xmlns="http://www.tei-c.org/ns/1.0">\n  <text>…</text>\n</TEI>',
        '<TEI xmlns="http://www.tei-c.org/ns/1.0">\n  <teiHeader>…</teiHeader>\n'
        "  <text>…</text>\n</TEI>",
    ),
    _entry(
        "incomplete-element",
        "Element that lacks something it must hold",
        "The element ends before all that the schema requires inside it was there. The position "
        "is that of its start tag.",
        '<list type="distribution"></list>',
        '<list type="distribution"><item>State</item></list>',
    ),
    _entry(
        "unknown-attribute",
        "Attribute that the element does not have",
        "The schema allows no attribute of this name on this element. Attributes in a namespace, "
        "such as xml:id, need their prefix.",
        '<gap reason="illegible" units="words"/>',
        '<gap reason="illegible" unit="words"/>',
    ),
    _entry(
        "missing-attribute",
        "Required attribute missing",
        "The schema requires an attribute that the element does not have.",
        "<ref>see below</ref>",
        '<ref target="#p2">see below</ref>',
    ),
    _entry(
        "attribute-value",
        "Attribute with a value it may not have",
        "The value is not in the schema's list of values, or not written in the form that the "
        "schema asks for: a date, a number, a pointer. White space at either end seldom matters, "
        "capitals do.",
        '<date when="29.9.1950">29 September</date>',
        '<date when="1950-09-29">29 September</date>',
    ),
    _entry(
        "element-value",
        "Element with a text it may not have",
        "The schema asks for a certain kind of text inside this element (a number, a code, one of "
        "several words), and the text is not of that kind.",
        "<width>broad</width>  where the schema asks for a number",
        "<width>12.5</width>",
    ),
    _entry(
        "text-not-allowed",
        "Text where only elements may stand",
        "The element may hold other elements, or nothing at all, but no text of its own. The "
        "position is that of the element; the message quotes the text.",
        "<div>The Secretary called.</div>",
        "<div><p>The Secretary called.</p></div>",
    ),
    _entry(
        "duplicate-id",
        "Identifier used twice",
        "Two elements of one document have the same identifier, so that nothing can point to "
        "either of them. The first keeps it.",
        '<p xml:id="p1">…</p> <p xml:id="p1">…</p>',
        '<p xml:id="p1">…</p> <p xml:id="p2">…</p>',
    ),
    _entry(
        "unresolved-idref",
        "Reference to an identifier that is not there",
        "The schema says that this attribute names the identifier of an element in the same "
        "document, and no element has it.",
        '<note corresp="n9"/>  where no element has the identifier n9',
        '<note corresp="n1"/>',
    ),
)
