# SPDX-License-Identifier: MIT
"""A citation in a form: text or HTML in a style, CSL-JSON, BibTeX, BibLaTeX, RIS."""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING, Literal, get_args

from tei_edition.citations import bibtex, ris
from tei_edition.citations.csl import item, item_for_styles
from tei_edition.citations.styles import BUNDLED, DEFAULT, styled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.citations.citation import Citation
    from tei_edition.citations.styles.processor import Markup

Format = Literal["text", "html", "bibtex", "biblatex", "ris", "csl-json"]

FORMS: dict[str, Format] = {name: name for name in get_args(Format)}
"""The forms by their names."""

SUFFIXES: dict[Format, str] = {"csl-json": ".csl.json", "ris": ".ris", "bibtex": ".bib"}
"""The forms that reference managers read, and the suffixes of their files."""

MEDIA_TYPES: dict[Format, str] = {
    "csl-json": "application/vnd.citationstyles.csl+json",
    "ris": "application/x-research-info-systems",
    "bibtex": "application/x-bibtex",
}


def formatted(
    citation: Citation, form: Format, style: str = "", *, bibliography: bool = False
) -> str:
    """A citation in a form, with a line end at its end.

    In a style (``text``, ``html``): the note, or with ``bibliography`` the entry of a bibliography.

    Raises:
        StyleError: there is no such style, or it cannot be used.
    """
    match form:
        case "text":
            return as_text(citation, style, bibliography=bibliography) + "\n"
        case "html":
            return as_html(citation, style, bibliography=bibliography) + "\n"
        case "csl-json":
            return as_csl_json([citation])
        case "bibtex":
            return bibtex.entry(citation)
        case "biblatex":
            return bibtex.entry(citation, biblatex=True)
        case "ris":
            return ris.record(citation)


def as_text(citation: Citation, style: str = "", *, bibliography: bool = False) -> str:
    """The note; in a style that cites in the text, what stands there, then the entry, two lines.

    With ``bibliography`` only the entry for the bibliography.
    """
    lines = _lines(citation, style, "text", bibliography=bibliography)
    return "\n".join(filter(None, (*lines, _account(citation))))


def as_html(citation: Citation, style: str = "", *, bibliography: bool = False) -> str:
    """The same as paragraphs of HTML, each of the class ``citation``; links are links."""
    lines = _lines(citation, style, "html", bibliography=bibliography)
    account = html.escape(_account(citation))
    return "\n".join(f'<p class="citation">{line}</p>' for line in (*lines, account) if line)


def _lines(citation: Citation, style: str, markup: Markup, *, bibliography: bool) -> list[str]:
    style = style or DEFAULT
    # The bundled styles show a passage as the edition names it, general ones in words of their own.
    own = ("page", citation.passage) if citation.passage and style in BUNDLED else None
    made = styled(
        item_for_styles(citation),
        own or citation.locator,
        style,
        citation.edition.language,
        markup,
        with_entry=bibliography,
    )
    if bibliography:
        return [made.bibliography]
    return [made.citation] if made.is_note else [made.citation, made.bibliography]


def as_csl_json(citations: Sequence[Citation]) -> str:
    """A list of CSL-JSON items."""
    return json.dumps([item(each) for each in citations], ensure_ascii=False, indent=2) + "\n"


def _account(citation: Citation) -> str:
    return f"[{citation.account}]" if citation.account else ""
