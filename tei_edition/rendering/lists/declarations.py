# SPDX-License-Identifier: MIT
"""What the headers of an edition declare: once what all say alike, then what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.parser.escaping import element
from tei_edition.rendering.lists.listings import Listing, document_attributes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.rendering.facts.model import DocumentData
    from tei_edition.rendering.facts.store import FactStore

WORDINGS = 12
"""Wordings of a declaration that are shown; where documents differ more, their own pages say it."""

NAMED = 12
"""Documents that are named with a wording of their own."""


def declarations(store: FactStore, documents: Sequence[DocumentData]) -> Listing:
    """What the headers say of the edition: once what all say alike, then what differs."""
    total = sum(document.kind == "document" for document in documents)
    found = []
    for name in store.declared():
        variants = store.variants(name, WORDINGS, NAMED)
        content = "".join(
            element(
                "variant",
                {
                    "documents": variant.documents,
                    "all": "yes" if variant.documents == total else "",
                },
                "".join(element("in", document_attributes(documents[n])) for n in variant.first)
                + variant.xml,
            )
            for variant in variants
        )
        rest = "yes" if len(variants) == WORDINGS else ""
        found.append(element("declaration", {"name": name, "more": rest}, content))
    return Listing("about.html", element("listing", {"kind": "about"}, "".join(found)))
