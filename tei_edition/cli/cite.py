# SPDX-License-Identifier: MIT
"""``tei-edition cite``."""

from __future__ import annotations

import click


@click.command()
@click.argument("xml_id", metavar="ID")
def command(xml_id: str) -> None:
    """Print the citation of a document or passage, with its permanent URL.

    ID is the xml:id of a document or of any citable unit in it.

    Example: tei-edition cite cable-600308-p02
    """
    from tei_edition.citations import cite
    from tei_edition.edition import Edition

    click.echo(cite(Edition.find(), xml_id).text())
