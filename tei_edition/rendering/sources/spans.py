# SPDX-License-Identifier: MIT
"""Deletions that span elements, as elements."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tei_edition import resources

if TYPE_CHECKING:
    from tei_edition.saxon import Stylesheet


def enclosed(text: str) -> str:
    """A document (XML) in which a `del` stands for each part of what a `delSpan` deletes.

    Words and their order stay as they are (TEI Guidelines 12.3.1.4). Raises
    :class:`tei_edition.saxon.SaxonError` where the text is not well-formed.
    """
    if "delSpan" not in text:
        return text
    from tei_edition import saxon

    return _stylesheet().transform(saxon.parse(text))


@lru_cache(maxsize=1)
def _stylesheet() -> Stylesheet:
    from tei_edition.saxon import Stylesheet

    return Stylesheet.from_file(resources.stylesheet("spans.xsl"))
