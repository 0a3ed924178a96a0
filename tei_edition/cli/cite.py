# SPDX-License-Identifier: MIT
"""``tei-edition cite``."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

if TYPE_CHECKING:
    from tei_edition.citations.citation import Citation, Citations

FORMATS = ("text", "html", "bibtex", "biblatex", "ris", "csl-json")


def _named(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """What an argument names; an empty one, as of a variable that is not set, names nothing."""
    if value is not None and not value.strip():
        raise click.BadParameter("it is empty")
    try:
        urlsplit(value or "")
    except ValueError as error:
        raise click.BadParameter(f"“{value}” is not an address: {error}") from error
    return value


@click.command()
@click.argument("xml_id", metavar="[ID]", required=False, callback=_named)
@click.argument("last", metavar="[ID2]", required=False, callback=_named)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="What to write.",
)
@click.option(
    "--style",
    metavar="NAME|FILE.csl",
    help="Style of text and HTML: chicago-notes (the default), chicago-author-date, mla, or a file "
    "in the Citation Style Language.",
)
@click.option(
    "--bibliography",
    is_flag=True,
    help="Give the entry for a bibliography, not the note.",
)
@click.option(
    "--resolve",
    metavar="URL|ID",
    callback=_named,
    help="Say what an identifier or a permanent URL leads to: the passage, its words, its history.",
)
def command(
    xml_id: str | None,
    last: str | None,
    form: str,
    style: str | None,
    bibliography: bool,
    resolve: str | None,
) -> None:
    """Print the citation of a document or passage, with its permanent URL.

    ID is the xml:id of a document or of any citable unit in it, also one that was published once
    and is no longer in the edition. With ID2, the passages from ID to ID2 are cited. Without any,
    the edition as a whole is.

    A style with notes gives the note; a style that cites in the text gives what stands in the text,
    and the entry for the list of works.

    Examples: tei-edition cite cable-600308-p02,
    tei-edition cite --format bibtex letter-19500929-p03 letter-19500929-p05,
    tei-edition cite --resolve https://example.org/tei-edition/cable-600308#cable-600308-p02
    """
    from tei_edition.citations import FORMS, Citations, formatted, resolved_text
    from tei_edition.edition import Edition

    if resolve is not None:
        if xml_id or style or bibliography or form != "text":
            raise click.UsageError("--resolve takes the identifier itself, and no other arguments")
        click.echo(resolved_text(Edition.find(), resolve), nl=False)
        return
    if bibliography and form not in ("text", "html"):
        raise click.UsageError(f"--bibliography is for text and html; {form} has no such entry")
    if style is not None and form not in ("text", "html"):
        raise click.UsageError(f"--style is for text and html; {form} has no style")
    citations = Citations(Edition.find())
    citation = citations.cite(xml_id, last or "") if xml_id else _whole(citations)
    words = formatted(citation, FORMS[form], style or "", bibliography=bibliography)
    click.echo(words, nl=False)


def _whole(citations: Citations) -> Citation:
    citations.require_registry()
    return citations.whole()
