# SPDX-License-Identifier: MIT
"""The commands of ``tei-edition ids`` by which an editor records what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tei_edition.cli import options

if TYPE_CHECKING:
    from tei_edition.citations.registry import Registry


def _note(context: click.Context, parameter: click.Parameter, value: str) -> str:
    """A note as a document and a page can show it."""
    from tei_edition.citations.registry_format import no_character

    character = no_character(value)
    if character:
        raise click.BadParameter(
            f"it holds the character {character}, which XML does not allow: write it without",
            context,
            parameter,
        )
    return value


@click.command("record-change")
@click.argument("xml_ids", nargs=-1, required=True, metavar="ID...")
@click.option(
    "--note", required=True, callback=_note, help="What was corrected, in words for readers."
)
@click.option(
    "--continued-in",
    multiple=True,
    metavar="ID",
    help="Where a part of the text stands now, if it was split; repeatable.",
)
@options.on_day
def record_change(
    xml_ids: tuple[str, ...], note: str, continued_in: tuple[str, ...], on: str
) -> None:
    """Record a dated erratum: the text of published passages was corrected.

    Example: tei-edition ids record-change letter-p02 --note "“unit” for “units”"
    """
    from tei_edition.citations import keeping
    from tei_edition.edition import Edition

    _say(keeping.record_change(Edition.find(), xml_ids, note, continued_in, on), *xml_ids)


@click.command()
@click.argument("xml_ids", nargs=-1, required=True, metavar="ID...")
@click.option("--into", multiple=True, metavar="ID", help="What it was merged into; repeatable.")
@click.option("--reason", default="", callback=_note, help="Why it is gone, in words for readers.")
@options.on_day
def retire(xml_ids: tuple[str, ...], into: tuple[str, ...], reason: str, on: str) -> None:
    """Record that published passages or documents are no longer in the edition.

    A document takes along its passages that are gone.

    Example: tei-edition ids retire letter-p07 --into letter-p06
    """
    from tei_edition.citations import keeping
    from tei_edition.edition import Edition

    _say(keeping.retire(Edition.find(), xml_ids, into, reason, on), *xml_ids)


@click.command()
@click.argument("old", metavar="ID")
@click.argument("new", required=False, metavar="[NEW-ID]")
@click.option("--note", default="", callback=_note, help="Why, in words for readers.")
@options.on_day
def move(old: str, new: str | None, note: str, on: str) -> None:
    """Record that a published passage or document has another identifier now.

    Without NEW-ID: that a passage stands in another document now. A document takes its passages
    along.

    Example: tei-edition ids move letter-1950 letter-19500929
    """
    from tei_edition.citations import keeping
    from tei_edition.edition import Edition

    _say(keeping.move(Edition.find(), old, new, note, on), old)


@click.command()
@click.argument("xml_ids", nargs=-1, required=True, metavar="ID...")
@click.option("--note", default="", callback=_note, help="Why, in words for readers.")
@options.on_day
def restore(xml_ids: tuple[str, ...], note: str, on: str) -> None:
    """Record that retired passages or documents are back in the edition.

    A document brings back its passages that were retired with it and stand in it again.

    Example: tei-edition ids restore letter-p07 --note "left out by mistake"
    """
    from tei_edition.citations import keeping
    from tei_edition.edition import Edition

    _say(keeping.restore(Edition.find(), xml_ids, note, on), *xml_ids)


@click.command()
@click.option(
    "--format",
    "format_",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="How the list is written.",
)
@click.option(
    "--write", is_flag=True, help="State them in the documents as well, where they are not."
)
def errata(format_: str, write: bool) -> None:
    """List every recorded change, the latest first.

    Example: tei-edition ids errata --format json
    """
    import json

    from tei_edition.citations import keeping
    from tei_edition.citations.errata import as_json
    from tei_edition.citations.errata import errata as recorded
    from tei_edition.edition import Edition

    edition = Edition.find()
    if write:
        for path in keeping.state_errata(edition):
            click.echo(f"{path}: errata stated in revisionDesc", err=True)
    found = recorded(keeping.registry_of(edition))
    if format_ == "json":
        click.echo(json.dumps([as_json(each) for each in found], ensure_ascii=False, indent=2))
        return
    for each in found:
        click.echo(f"{each.on}  {each.version or '(unpublished)':13}  {each.id}: {each.words}")


COMMANDS = (record_change, retire, move, restore, errata)
"""The commands of this module, all of the group ``ids``."""


def _say(registry: Registry, *xml_ids: str) -> None:
    from tei_edition.citations import keeping

    for xml_id in xml_ids:
        click.echo(keeping.happened(registry, xml_id), err=True)
