# SPDX-License-Identifier: MIT
"""Finding codes of the check ``citations``."""

from __future__ import annotations

from tei_edition.catalogue.entry import Entry
from tei_edition.findings import Severity

_CHECK = "citations"

ENTRIES: tuple[Entry, ...] = (
    Entry(
        "citation-vanished",
        _CHECK,
        Severity.ERROR,
        "a published identifier that is gone",
        "Somebody may have cited this passage, and the citation leads nowhere now. Bring the "
        "identifier back, or record what became of the passage: it was merged into another "
        "(ids retire --into), left out for a reason (ids retire --reason), or has another "
        "identifier (ids move).",
        '<p xml:id="letter-p06">…</p> <p>…</p>  <!-- letter-p07 was published -->',
        '<p xml:id="letter-p06">…</p> <p xml:id="letter-p07">…</p>',
    ),
    Entry(
        "citation-changed",
        _CHECK,
        Severity.ERROR,
        "a published text that was changed without a record",
        "The words of this passage are not those that were published under its identifier. Whoever "
        "quoted them has a right to know: record what was corrected (ids record-change), and it is "
        "a dated erratum. If nothing was to be corrected, undo the change. Editorial notes, the "
        "editors' half of a choice, and markup do not count. Of a division or a list it is said "
        "where a passage that stood in it stands elsewhere now.",
        '<p xml:id="letter-p07">A threatening position has been created.</p>',
        '<p xml:id="letter-p07">A threatening situation has been created.</p>',
    ),
    Entry(
        "citation-reassigned",
        _CHECK,
        Severity.ERROR,
        "a published identifier given to another thing",
        "The identifier was published for one passage and now names another: paragraphs were "
        "renumbered, or an identifier was used again that had been retired or had moved. Every "
        "citation of it would lead to the wrong passage. Identifiers are never renumbered: a "
        "paragraph between p07 and p08 takes the next free number. A gap, an anchor or a page "
        "break is known by the passages that it stands in and between.",
        '<p xml:id="letter-p08">the new one</p> <p xml:id="letter-p09">published as p08</p>',
        '<p xml:id="letter-p20">the new one</p> <p xml:id="letter-p08">published as p08</p>',
    ),
    Entry(
        "citation-moved",
        _CHECK,
        Severity.ERROR,
        "a published passage that stands in another document",
        "The passage was published as part of another document, and its permanent address names "
        "that one. Record the move (ids move), so that the old address leads to the new one.",
    ),
    Entry(
        "citation-leads-nowhere",
        _CHECK,
        Severity.ERROR,
        "a record that leads to an unknown identifier, or back to its own",
        "The registry says that a passage moved to, was merged into or goes on in another one, but "
        "that other identifier was never published, or leads back to the first. Only an edit of "
        "the registry by hand, or a merge of two branches, can do that.",
        '"letter-p07": {…, "history": [{"what": "retired", …, "into": ["letter-p60"]}]},',
        '"letter-p07": {…, "history": [{"what": "retired", …, "into": ["letter-p06"]}]},',
    ),
    Entry(
        "erratum-unstated",
        _CHECK,
        Severity.ERROR,
        "recorded change that the document does not state",
        "The registry records a correction, a move or a retirement, and the revisionDesc of the "
        "document says nothing of it, or says it in other words. The commands that record a change "
        "state it there at once; tei-edition ids errata --write does it again.",
        "<revisionDesc><change>…</change></revisionDesc>",
        '<revisionDesc><change type="erratum" when="2027-03-01" n="letter-p02">“unit” for “units”'
        "</change> <change>…</change></revisionDesc>",
    ),
    Entry(
        "erratum-unrecorded",
        _CHECK,
        Severity.ERROR,
        "erratum that the registry does not record",
        "A change of the type “erratum” in the revisionDesc is made from the registry, which is "
        "what citations and the list of errata follow. This one is not there, or was edited here. "
        "Changes of other types are free.",
        '<change type="erratum" when="2027-03-01" n="letter-p02">edited by hand</change>',
        '<change type="correction" when="2027-03-01">edited by hand</change>',
    ),
    Entry(
        "registry-missing",
        _CHECK,
        Severity.ERROR,
        "registry of published identifiers that is not there",
        "edition.toml names the registry, and there is no such file. It cannot be made again from "
        "the documents: what was published, and what became of it, is known from it alone. Restore "
        "it from your version control. Only if nothing was published so far, make it with "
        "tei-edition ids publish --first.",
        unchecked=True,
    ),
    Entry(
        "registry-unreadable",
        _CHECK,
        Severity.ERROR,
        "registry of published identifiers that cannot be read",
        "The registry is damaged, holds the marks of an unfinished merge, was written by a newer "
        "tei-edition, or two branches recorded different things of one identifier. Nothing was "
        "compared with it.",
        unchecked=True,
    ),
)
