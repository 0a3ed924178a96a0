# SPDX-License-Identifier: MIT
"""Finding codes about corrections, supplied words, gaps and what else is on the page."""

from __future__ import annotations

from tei_edition.catalogue.entry import Entry
from tei_edition.findings import Severity

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="choice-unbalanced",
        check="rules",
        severity=Severity.ERROR,
        title="choice without its two sides",
        explanation=(
            "A <choice> gives the same words twice: as they stand, and as corrected, "
            "regularised or expanded. It has one <sic> with <corr>, one <orig> with "
            "<reg>, or one <abbr> with <expan>; several readings of unclear writing "
            "stand in several <unclear>. Any other mixture cannot be shown to a reader."
        ),
        wrong="<choice><sic>receive</sic><reg>received</reg></choice>",
        right='<choice><sic>receive</sic><corr resp="#ed">received</corr></choice>',
    ),
    Entry(
        code="choice-undecided",
        check="rules",
        severity=Severity.WARNING,
        title="alternatives without their certainty",
        explanation=(
            "A choice offers several corrections or expansions. A reading text has to "
            "follow one of them: @cert says which is likeliest."
        ),
        wrong=(
            '<choice><sic>form</sic><corr resp="#ed">from</corr><corr '
            'resp="#ed">forms</corr></choice>'
        ),
        right=(
            '<choice><sic>form</sic><corr resp="#ed" cert="high">from</corr><corr '
            'resp="#ed" cert="low">forms</corr></choice>'
        ),
    ),
    Entry(
        code="choice-idle",
        check="rules",
        severity=Severity.WARNING,
        title="choice with the same words on both sides",
        explanation=(
            "Both sides of the choice are equal, so that nothing is corrected or "
            "expanded. Usually one of them was meant to be changed."
        ),
        wrong='<choice><sic>received</sic><corr resp="#ed">received</corr></choice>',
        right='<choice><sic>receive</sic><corr resp="#ed">received</corr></choice>',
    ),
    Entry(
        code="correction-unattributed",
        check="rules",
        severity=Severity.ERROR,
        title="correction or expansion by nobody",
        explanation=(
            "A correction, regularisation or expansion says whose it is, since the "
            "editors' voice and the translator's have to be told apart."
        ),
        wrong="<choice><sic>receive</sic><corr>received</corr></choice>",
        right=('<choice><sic>receive</sic><corr resp="#cable-600308-ed">received</corr></choice>'),
    ),
    Entry(
        code="sic-unexplained",
        check="rules",
        severity=Severity.WARNING,
        title="error without correction or note",
        explanation=(
            "Words are marked as an error, but neither corrected nor explained. A "
            "reader cannot tell an error of the document from one of the edition."
        ),
        wrong="<sic>We are this difficulty</sic>",
        right=(
            '<sic xml:id="letter-19500929-sic1">We are this difficulty</sic> <note '
            'type="editorial" target="#letter-19500929-sic1" resp="#ed">No certain '
            "correction.</note>"
        ),
    ),
    Entry(
        code="supplied-unattributed",
        check="rules",
        severity=Severity.ERROR,
        title="supplied words by nobody",
        explanation=(
            "Words that the document does not have say who supplied them: the "
            "translator, or the editors."
        ),
        wrong='<supplied reason="translation">our</supplied>',
        right='<supplied reason="translation" resp="#letter-19500929-tr">our</supplied>',
    ),
    Entry(
        code="supplied-unexplained",
        check="rules",
        severity=Severity.WARNING,
        title="supplied words without a reason",
        explanation=(
            "Words that the document does not have say why they were supplied: for the "
            "translation, for a damaged sheet, because the writer left them out."
        ),
        wrong='<supplied resp="#letter-19500929-tr">our</supplied>',
        right='<supplied reason="translation" resp="#letter-19500929-tr">our</supplied>',
    ),
    Entry(
        code="gap-unexplained",
        check="rules",
        severity=Severity.ERROR,
        title="gap without a reason",
        explanation=(
            "A gap says why something is missing: because it cannot be read, was lost, "
            "or is withheld. These are different things to a reader."
        ),
        wrong='<gap extent="several words"/>',
        right='<gap reason="illegible" extent="several words"/>',
    ),
    Entry(
        code="gap-unmeasured",
        check="rules",
        severity=Severity.ERROR,
        title="gap without an extent",
        explanation=(
            "A gap says how much is missing: in words in @extent, or by a @unit with "
            "@quantity, @atLeast or @atMost. A word and a page make a difference to a "
            "reader."
        ),
        wrong='<gap reason="illegible" unit="word"/>',
        right='<gap reason="illegible" unit="word" atLeast="2"/>',
    ),
    Entry(
        code="gap-limits",
        check="rules",
        severity=Severity.ERROR,
        title="gap with its limits exchanged",
        explanation="What is missing cannot be at least more than it is at most: @atLeast and "
        "@atMost have been exchanged, or one of them is mistyped.",
        wrong='<gap reason="lost" unit="line" atLeast="5" atMost="3"/>',
        right='<gap reason="lost" unit="line" atLeast="3" atMost="5"/>',
    ),
    Entry(
        code="signature-empty",
        check="rules",
        severity=Severity.ERROR,
        title="signature without content",
        explanation=(
            "A signature that cannot be read is there, and says so by a <gap>; a "
            "signature that is missing is not encoded as <signed>."
        ),
        wrong="<signed/>",
        right='<signed><gap reason="illegible" unit="signature" quantity="1"/></signed>',
    ),
    Entry(
        code="hand-unnamed",
        check="rules",
        severity=Severity.ERROR,
        title="handwriting without its hand",
        explanation=(
            "What was added to the page by hand points with @hand to the description of "
            "that hand in the header, even if nobody knows whose it is."
        ),
        wrong='<div type="annotation">',
        right='<div type="annotation" hand="#cable-600308-hand1">',
    ),
    Entry(
        code="certainty-unstated",
        check="rules",
        severity=Severity.ERROR,
        title="statement of certainty that states none",
        explanation=(
            "A <certainty> without @cert or @degree says that something is more or less "
            "certain, but not which."
        ),
        wrong='<certainty target="#cable-600308-hw1" locus="end"/>',
        right='<certainty target="#cable-600308-hw1" locus="end" cert="medium"/>',
    ),
    Entry(
        code="end-undecided",
        check="rules",
        severity=Severity.WARNING,
        title="missing bracket without a statement of certainty",
        explanation=(
            "A bracket that the document or its translation opens is never closed, or "
            'the reverse (rend="bracket-unclosed"). Where the passage ends is the '
            "editors' decision, so a <certainty> says how sure they are, and where else "
            "it might end."
        ),
        wrong='<div type="annotation" rend="bracket-unclosed" xml:id="cable-600308-hw1">',
        right=(
            '<certainty target="#cable-600308-hw1" locus="end" cert="medium" '
            'resp="#cable-600308-ed"/>'
        ),
    ),
    Entry(
        code="certainty-astray",
        check="rules",
        severity=Severity.ERROR,
        title="other beginning or end that does not exist",
        explanation=(
            "A <certainty> names another place where something may begin or end, but "
            "there is nothing with that identifier."
        ),
        wrong=(
            '<certainty target="#hw1" locus="end" assertedValue="#hw1-altend" '
            'cert="low"/> without such an <anchor>'
        ),
        right='<anchor xml:id="hw1-altend"/>',
    ),
    Entry(
        code="field-unnamed",
        check="rules",
        severity=Severity.WARNING,
        title="field of a form that is not named",
        explanation=(
            "A field of a form says in @subtype which one it is, so that times can be "
            "compared and metadata be found."
        ),
        wrong='<ab type="field">by wire</ab>',
        right='<ab type="field" subtype="means">by wire</ab>',
    ),
    Entry(
        code="reference-empty",
        check="rules",
        severity=Severity.ERROR,
        title="reference without a target",
        explanation=(
            "A <ref> or <ptr> leads somewhere. Words that only look like a reference "
            "need no markup."
        ),
        wrong="see <ref>above</ref>",
        right='see <ref target="#cable-600308-p01">above</ref>',
    ),
)
