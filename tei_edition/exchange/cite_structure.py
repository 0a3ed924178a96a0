# SPDX-License-Identifier: MIT
"""How the header of a document says which units it is cited by (TEI Guidelines, 2.3.6).

A client of Distributed Text Services, or any processor of TEI, finds the units of the citation tree
in the document itself by ``refsDecl/citeStructure``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.document import TEI, XML_ID
from tei_edition.exchange import building

if TYPE_CHECKING:
    from collections.abc import Collection

    from lxml.etree import _Element

UNIT = "passage"
"""The one kind of unit; ``citeStructure/@unit``."""

_OWN = "[starts-with(@xml:id, concat(/TEI/@xml:id, '-'))]"
_ANY = "[@xml:id]"


def state(root: _Element, units: Collection[str]) -> None:
    """Add a ``refsDecl`` for the units of a document, unless its header has a ``citeStructure``.

    None is added where no path leads to these units and no others: where a document includes
    passages of others, and the identifiers of its own do not begin with its identifier.
    """
    header = root.find(f"{TEI}teiHeader")
    if header is None or not units or header.find(f".//{TEI}citeStructure") is not None:
        return
    condition = _condition(root, units)
    if not condition:
        return
    encoding = header.find(f"{TEI}encodingDesc")
    if encoding is None:
        encoding = building.add(header, "encodingDesc")
        file = header.find(f"{TEI}fileDesc")
        header.insert(0 if file is None else header.index(file) + 1, encoding)
    declaration = building.add(encoding, "refsDecl")
    path = f"/TEI/text//*{condition}"
    building.add(declaration, "citeStructure", unit=UNIT, match=path, use="@xml:id")


def _condition(root: _Element, units: Collection[str]) -> str:
    """That by which the units of a text are found; empty where they cannot be told from others."""
    texts = root.iterfind(f"{TEI}text")
    named = [xml_id for text in texts for each in text.iter("*") if (xml_id := each.get(XML_ID))]
    prefix = f"{root.get(XML_ID, '')}-"
    own = [xml_id for xml_id in named if xml_id.startswith(prefix)]
    return next((path for path, all_ in ((_OWN, own), (_ANY, named)) if all_ == [*units]), "")
