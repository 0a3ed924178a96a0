# SPDX-License-Identifier: MIT
"""``tei-edition export``."""

from __future__ import annotations

from pathlib import Path

import click

from tei_edition.cli import options


@click.group(cls=options.Group)
def command() -> None:
    """Give the edition in the formats by which others take it up: TEI, CMIF, DTS."""


@command.command()
@click.option(
    "-o",
    "--output",
    "folder",
    default="build/tei",
    show_default=True,
    metavar="DIR",
    type=options.NamedPath(),
    help="Folder to write to.",
)
def tei(folder: Path) -> None:
    """Write each document as TEI, and all of them as one teiCorpus (corpus.xml).

    Inclusions are in place, and pointers lead to the files beside.

    Example: tei-edition export tei -o site/tei
    """
    from tei_edition.edition import Edition
    from tei_edition.exchange import write_tei

    written = write_tei(Edition.find(), folder)
    click.echo(f"{len(written):,} files written to {folder}", err=True)


@command.command()
@click.option(
    "-o",
    "--output",
    "file",
    default="-",
    metavar="FILE",
    type=options.NamedPath(dash=True),
    help="File to write to; standard output, if none is named.",
)
@click.option("--url", default="", help="Address of the file; cmif.xml below the edition's.")
def cmif(file: Path, url: str) -> None:
    """Write the index of the letters for correspSearch (CMIF).

    It lists who wrote to whom, where and when, for every document with a correspDesc. The format
    puts this metadata under CC BY 4.0, whatever the rights in the texts are.

    Example: tei-edition export cmif -o site/cmif.xml
    """
    from tei_edition import exchange
    from tei_edition.edition import Edition
    from tei_edition.wording import counted

    edition = Edition.find()
    content, count = exchange.cmif(edition, url)
    if file == Path("-"):
        click.echo(content, nl=False)
        return
    exchange.write_index(edition, file, content)
    click.echo(f"{counted(count, 'letter')} listed in {file}", err=True)


@command.command()
@click.option(
    "-o",
    "--output",
    "folder",
    default="build/dts",
    show_default=True,
    metavar="DIR",
    type=options.NamedPath(),
    help="Folder to write to.",
)
@click.option(
    "--url", default="", help="Address at which the folder will stand; dts/ below the edition's."
)
@click.option(
    "--siblings",
    default=100,
    show_default=True,
    metavar="N",
    type=click.IntRange(min=0),
    help="Most passages of a document for each of which a file of its siblings is written.",
)
def dts(folder: Path, url: str, siblings: int) -> None:
    """Write the edition as Distributed Text Services: files for a static host, no server.

    Example: tei-edition export dts -o site/dts
    """
    from tei_edition.edition import Edition
    from tei_edition.exchange import write_dts
    from tei_edition.wording import counted

    tree = write_dts(Edition.find(), folder, url, siblings)
    click.echo(f"{tree.files:,} files written to {folder}", err=True)
    if tree.without_siblings:
        documents = counted(len(tree.without_siblings), "document")
        click.echo(
            f"{documents} with more than {counted(siblings, 'passage')}: no files of siblings"
            " (;down=0), which grow with the square of that; --siblings sets the limit",
            err=True,
        )
