# SPDX-License-Identifier: MIT
"""Finding codes of the check ``transcript``."""

from __future__ import annotations

from tei_edition.catalogue.entry import Entry
from tei_edition.findings import Severity

_CHECK = "transcript"

ENTRIES: tuple[Entry, ...] = (
    Entry(
        "words-lost",
        _CHECK,
        Severity.ERROR,
        "words of the transcription that the document does not have",
        "The document was made from a transcription, and words of it are missing. The finding "
        "stands at the element that holds the word before them.\n\n"
        "White space does not count, everything else does. What the editors say (notes, "
        "corrections, expansions) is left out of the comparison; what the markup says in the "
        "transcription's place (a stamp, a gap, handwriting, supplied words) is put into its "
        "brackets.",
        "transcription: A threatening situation has been created.\n"
        "document: <p>A situation has been created.</p>",
        "<p>A threatening situation has been created.</p>",
    ),
    Entry(
        "words-added",
        _CHECK,
        Severity.ERROR,
        "words of the document that the transcription does not have",
        "The document has words that are not in the transcription it was made from. Words of the "
        "editors stand in a note, or in the <corr>, <expan> or <reg> of a choice, and are not "
        "compared.",
        "transcription: a letter I have receive from\n"
        "document: <p>a letter that I have receive from</p>",
        "<p>a letter I have receive from</p>",
    ),
    Entry(
        "words-changed",
        _CHECK,
        Severity.ERROR,
        "words that are others than in the transcription",
        "The document has other words where the transcription has some: another spelling, a "
        "capital letter, another apostrophe, another bracket. The hint says so where two words "
        "that look the same differ in a character.\n\n"
        "An error of the source stays; the correction stands beside it.",
        "transcription: a letter I have receive from\n"
        "document: <p>a letter I have received from</p>",
        "<choice><sic>receive</sic><corr>received</corr></choice>",
    ),
    Entry(
        "words-moved",
        _CHECK,
        Severity.ERROR,
        "words that stand elsewhere in the transcription",
        "The document has all the words, but in another order. Three words or more are taken to "
        "have moved wherever they went; one or two only if the places are near each other.",
        "transcription: at the fronts and in the rear\n"
        "document: <p>in the rear and at the fronts</p>",
        "<p>at the fronts and in the rear</p>",
    ),
    Entry(
        "transcription-missing",
        _CHECK,
        Severity.ERROR,
        "transcription that is not there",
        "The header names the transcription that the document was made from, and there is no such "
        "file, or it lies outside the edition's folder. The words could not be compared.",
        '<ref type="transcription" target="../transcription/cable.txt"/>',
        '<ref type="transcription" target="../transcriptions/cable.txt"/>',
    ),
    Entry(
        "transcription-unreadable",
        _CHECK,
        Severity.ERROR,
        "transcription that is no plain text",
        "A transcription is a file of plain text in UTF-8. This one is in another encoding, is "
        "something else, or cannot be opened. The words could not be compared.",
    ),
    Entry(
        "transcription-remote",
        _CHECK,
        Severity.WARNING,
        "transcription on the web",
        "Nothing is fetched from the web, so the words could not be compared. Put a copy of the "
        "transcription into the edition's folder.",
        '<ref type="transcription" target="https://example.org/cable.txt"/>',
        '<ref type="transcription" target="../transcriptions/cable.txt"/>',
    ),
    Entry(
        "transcript-not-compared",
        _CHECK,
        Severity.ERROR,
        "carried document that was compared with nothing",
        "A document that another one carries is compared through its carrier, which includes it "
        "and names the transcription. Here the carrier is not there, or does not include the "
        "document. A carrier that cannot be read is reported itself.",
        '<ref type="carrier" target="cable.xml"/>, and cable.xml does not include this letter',
        '<xi:include href="letter.xml" xpointer="element(/1/2/1)"/> in cable.xml',
    ),
)
