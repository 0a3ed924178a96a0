# SPDX-License-Identifier: MIT
"""A citation in a form: text or HTML in a style, CSL-JSON, BibTeX, BibLaTeX, RIS."""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING, Literal, get_args

from tei_edition.citations import bibtex, ris
from tei_edition.citations.csl import item
from tei_edition.citations.styles import DEFAULT, styled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.citations.citation import Citation

Format = Literal["text", "html", "bibtex", "biblatex", "ris", "csl-json"]

FORMS: dict[str, Format] = {name: name for name in get_args(Format)}
"""The forms by their names."""

SUFFIXES = {"csl-json": ".json", "ris": ".ris", "bibtex": ".bib"}
"""The forms that reference managers read, and the suffixes of their files."""

MEDIA_TYPES = {
    "csl-json": "application/vnd.citationstyles.csl+json",
    "ris": "application/x-research-info-systems",
    "bibtex": "application/x-bibtex",
}


def formatted(citation: Citation, form: Format, style: str = "") -> str:
    """A citation in a form, with a line end at its end.

    Raises:
        StyleError: there is no such style, or it cannot be used.
    """
    match form:
        case "text":
            return as_text(citation, style) + "\n"
        case "html":
            return as_html(citation, style) + "\n"
        case "csl-json":
            return as_csl_json([citation])
        case "bibtex":
            return bibtex.entry(citation)
        case "biblatex":
            return bibtex.entry(citation, biblatex=True)
        case "ris":
            return ris.record(citation)


def as_text(citation: Citation, style: str = "") -> str:
    """The note; in a style that cites in the text, what stands there, then the entry, two lines."""
    made = styled(
        item(citation), citation.locator, style or DEFAULT, citation.edition.language, "text"
    )
    lines = [made.citation] if made.is_note else [made.citation, made.bibliography]
    return "\n".join(filter(None, (*lines, _account(citation))))


def as_html(citation: Citation, style: str = "") -> str:
    """The same as paragraphs of HTML, each of the class ``citation``; links are links."""
    made = styled(
        item(citation), citation.locator, style or DEFAULT, citation.edition.language, "html"
    )
    lines = [made.citation] if made.is_note else [made.citation, made.bibliography]
    account = html.escape(_account(citation))
    return "\n".join(f'<p class="citation">{line}</p>' for line in (*lines, account) if line)


def as_csl_json(citations: Sequence[Citation]) -> str:
    """A list of CSL-JSON items."""
    return json.dumps([item(each) for each in citations], ensure_ascii=False, indent=2) + "\n"


def _account(citation: Citation) -> str:
    return f"[{citation.account}]" if citation.account else ""
