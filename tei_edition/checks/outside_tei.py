# SPDX-License-Identifier: MIT
"""Documents that are called TEI and are none of TEI P5: in no or another namespace, or TEI P4.

A grammar knows nothing of such a root, and says so in its own words; without a grammar nothing is
said, since to all other checks the document is empty. One finding says what is wrong and what to do
about it, in place of what the grammar has against the root.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.document import TEI_NAMESPACE
from tei_edition.findings import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.relaxng import Schema

_ROOTS = ("TEI", "teiCorpus")
_OLDER = ("TEI.2", "teiCorpus.2")
"""The same in P4 (TEI Guidelines P4, chapter 3), where there was no namespace."""
_FAULTS = frozenset({"unknown-element", "misplaced-element"})
"""What a grammar says of a root that it does not know."""

OLDER = "older-tei"
"""The code of a finding on a document in P4."""


def replaced(
    path: str, findings: Sequence[Finding], grammars: Sequence[Schema]
) -> tuple[Finding, list[Finding]] | None:
    """What is to be said of a document outside of TEI, and the findings that are left beside that.

    Nothing where the root is TEI's or of another kind, or where a grammar has nothing against it;
    or is no grammar of TEI, and so may mean another.

    Args:
        path: the document, as it is called in findings.
        findings: in order; what the grammars have found among them.
        grammars: those that the document was checked against.
    """
    first = next((each for each in findings if each.path == path and each.check == "grammar"), None)
    if grammars:
        # A root that a grammar does not know is the first that it finds fault with.
        if first is None or not _is_of_root(first) or not any(map(_is_of_tei, grammars)):
            return None
        place = first[:3]
    from tei_edition.parser.prolog import prolog

    begin = prolog(Path(path))
    namespace, _, name = begin.root.rpartition(" ")
    if namespace == TEI_NAMESPACE or name not in (*_ROOTS, *_OLDER):
        return None
    if not grammars:
        place = (path, begin.line, begin.column)
    left = [each for each in findings if each[:3] != place or not _is_of_root(each)]
    return _finding(place, namespace, name), left


def _is_of_root(finding: Finding) -> bool:
    name = finding.element.rpartition(":")[2]
    return finding.code in _FAULTS and name in (*_ROOTS, *_OLDER)


def _is_of_tei(grammar: Schema) -> bool:
    return any(grammar.begins_with(f"{TEI_NAMESPACE} {root}") for root in _ROOTS)


def _finding(place: tuple[str, int, int], namespace: str, name: str) -> Finding:
    if name in _OLDER:
        return Finding(
            *place,
            OLDER,
            Severity.ERROR,
            "grammar",
            f"<{name}> is TEI P4, which P5 replaced in 2007; nothing inside it was checked as TEI",
            f"convert it to P5: tei-edition explain {OLDER}",
            name,
        )
    if namespace:
        message = f"<{name}> is in the namespace “{namespace}”, which is not TEI's"
        hint = f"in place of “{namespace}” write “{TEI_NAMESPACE}”"
    else:
        message = f"<{name}> is in no namespace, and so not TEI's"
        hint = f'write <{name} xmlns="{TEI_NAMESPACE}">'
    return Finding(
        *place,
        "not-in-tei-namespace",
        Severity.ERROR,
        "grammar",
        f"{message}; nothing inside it was checked as TEI",
        hint,
        name,
    )
