# SPDX-License-Identifier: MIT
"""Finding codes of the check ``rules``: those of the Schematron engine itself.

The toolkit's own rules have codes of their own.
"""

from __future__ import annotations

from tei_edition.catalogue.entry import Entry
from tei_edition.findings import Severity

_SCHEMA = '<pattern xmlns="http://purl.oclc.org/dsdl/schematron">'

ENTRIES: tuple[Entry, ...] = (
    Entry(
        "rule-failed",
        "rules",
        Severity.ERROR,
        "Schematron rule broken",
        "A rule of a Schematron schema does not hold at this place. The message is the rule's own; "
        "the line of the schema in which the rule stands is given with it. What the rule asks for "
        "is for the authors of the schema to say.\n\n"
        "The rule decides how much it matters: role=“warning” makes it a warning, role=“info” a "
        "remark, anything else an error.",
        wrong="<gap/>",
        right='<gap reason="illegible" unit="word" quantity="2"/>',
    ),
    Entry(
        "rule-fault",
        "rules",
        Severity.ERROR,
        "Schematron rule that cannot be evaluated",
        "A rule contains an expression that cannot be understood, or that broke off on this "
        "document, for instance because it takes a word for a number. That rule was not checked "
        "here; all others were. The fault is in the schema, or in what it takes for granted about "
        "the document.",
        wrong=f'{_SCHEMA}<rule context="date"><assert test="year-from-date(@when) &lt; 1951">'
        "The date is too late.</assert></rule></pattern>",
        right=f'{_SCHEMA}<rule context="date[@when castable as xs:date]">'
        '<assert test="year-from-date(xs:date(@when)) &lt; 1951">The date is too late.</assert>'
        "</rule></pattern>",
        unchecked=True,
    ),
    Entry(
        "rule-refused",
        "rules",
        Severity.ERROR,
        "Schematron rule that reaches outside the document",
        "A rule wants to read another file, a web address or the computer's settings, or to write "
        "something. Rules that come from elsewhere may look at the document only, since a schema "
        "downloaded from the web must not be able to read your files. That rule was not checked.",
        wrong=f'{_SCHEMA}<rule context="persName"><assert '
        "test=\"@ref = doc('persons.xml')//@xml:id\">Unknown person.</assert></rule></pattern>",
        right=f'{_SCHEMA}<rule context="persName"><assert test="@ref">'
        "No reference to a person.</assert></rule></pattern>",
        unchecked=True,
    ),
    Entry(
        "rules-not-valid",
        "rules",
        Severity.ERROR,
        "Incorrect Schematron schema",
        "The schema is not correct Schematron at this place: something required is missing, "
        "something refers to what is not there, or an included file cannot be had. The rule "
        "concerned was left out; all others were checked.",
        wrong=f'{_SCHEMA}<rule><assert test="@reason">No reason.</assert></rule></pattern>',
        right=f'{_SCHEMA}<rule context="gap"><assert test="@reason">No reason.</assert></rule>'
        "</pattern>",
        unchecked=True,
    ),
    Entry(
        "rules-not-run",
        "rules",
        Severity.ERROR,
        "Schematron rules that were not applied",
        "The rules of a schema could not be applied to this document at all: its elements are "
        "nested thousands deep, the rules need more memory than there is, or they were given up "
        "after they had run too long on several documents. Nothing is known of whether they hold.",
        unchecked=True,
    ),
    Entry(
        "rules-overdue",
        "rules",
        Severity.ERROR,
        "Schematron rules that ran too long",
        "The rules of a schema were stopped on this document because they ran for longer than any "
        "sensible rule takes. Nothing is known of whether they hold. Often one rule compares "
        "everything with everything; a key (xsl:key) makes it fast.",
        unchecked=True,
    ),
)
