# SPDX-License-Identifier: MIT
"""``tei-edition ids``."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tei_edition.cli import terminal
from tei_edition.reports import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from datetime import datetime

    from tei_edition.citations.registry import Registry
    from tei_edition.edition import Edition
    from tei_edition.findings import Finding

_LISTS = ("text", "json", "csv")
_STATUSES = ("unpublished", "current", "moved", "retired")


def _day(_context: click.Context, _parameter: click.Parameter, value: datetime | None) -> str:
    """A day, ISO 8601, that has come; empty if none is given."""
    from datetime import date

    if value is None:
        return ""
    if value.date() > date.today():
        raise click.BadParameter(f"{value.date()} is still to come")
    return value.date().isoformat()


def _on(command: Callable[..., object]) -> Callable[..., object]:
    """The option of everything that is dated."""
    return click.option(
        "--on",
        type=click.DateTime(["%Y-%m-%d"]),
        callback=_day,
        metavar="DATE",
        help="The day, such as 2027-03-01; default: today.",
    )(command)


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


@click.group()
def command() -> None:
    """Look after the stable identifiers (xml:id) of an edition."""


@command.command()
@click.argument(
    "paths", nargs=-1, metavar="[PATH]...", type=click.Path(readable=False, path_type=Path)
)
@click.option("--dry-run", is_flag=True, help="Write nothing; show the changes as a unified diff.")
@click.option(
    "--first",
    is_flag=True,
    help="Nothing was published before: a registry that is named need not be there.",
)
def assign(paths: tuple[Path, ...], dry_run: bool, first: bool) -> int:
    """Give every citable unit that lacks one an xml:id, in the source itself.

    Each PATH is a file or a folder, with or without an edition; without any, the whole edition is
    meant. Nothing else in the files changes, not a byte. What has an identifier keeps it, and no
    number is used again.

    \b
    Exit status: 0 every unit has one, 1 some could not be given, 2 the work could not be done.

    Example: tei-edition ids assign --dry-run documents
    """
    from tei_edition.citations.assignment import assign
    from tei_edition.citations.difference import difference
    from tei_edition.reports import open_report
    from tei_edition.reports.pretty import Style
    from tei_edition.wording import counted

    total = files = 0
    problems: list[Finding] = []
    for done in assign(paths or None, write=not dry_run, first=first):
        problems += done.problems
        if done.identifiers:
            total, files = total + len(done.identifiers), files + 1
            if dry_run:
                click.echo(difference(done), nl=False)
            else:
                click.echo(f"{done.path}: {counted(len(done.identifiers), 'new xml:id')}", err=True)
    report = open_report("gnu", sys.stderr, Style())
    report.add(problems)
    words = "would get" if dry_run else "got"
    click.echo(f"{counted(files, 'file')} {words} {counted(total, 'xml:id')}", err=True)
    return int(bool(problems))


@command.command()
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default="pretty",
    show_default=True,
    help="How findings are written.",
)
def check(format_: str) -> int:
    """Say which identifiers are missing or wrong, and which published ones no longer hold.

    \b
    Exit status: 0 every identifier is good, 1 errors, 2 the work could not be done.

    Example: tei-edition ids check
    """
    from tei_edition import citations
    from tei_edition.edition import Edition

    edition = Edition.find()
    found = map(edition.validation.severities.weigh, citations.check(edition, jobs=None))
    return _report(edition, sorted(filter(None, found)), format_)


@command.command()
@click.option("--version", help="The version that is published; default: that of edition.toml.")
@click.option("--first", is_flag=True, help="Make the registry: nothing was published before.")
@_on
def publish(version: str | None, first: bool, on: str) -> int:
    """Enter all identifiers in the registry, with the digests of their texts.

    From then on each of them holds for good. Nothing is published while there are errors.

    \b
    Exit status: 0 published, 1 errors, 2 the work could not be done.

    Example: tei-edition ids publish --version 1.0
    """
    from tei_edition.citations import keeping
    from tei_edition.edition import Edition
    from tei_edition.wording import counted

    if version is not None and not version.strip():
        raise click.BadParameter("it is empty", param_hint="--version")
    edition = Edition.find()
    done = keeping.publish(edition, version or "", first=first, on=on, jobs=None)
    if done.errors:
        _report(edition, done.errors, "pretty")
        click.echo("tei-edition: nothing was published", err=True)
        return 1
    click.echo(
        f"version {done.version}: {counted(done.units, 'identifier')} in the registry, "
        f"{done.new:,} of them new",
        err=True,
    )
    return 0


@command.command("record-change")
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
@_on
def record_change(
    xml_ids: tuple[str, ...], note: str, continued_in: tuple[str, ...], on: str
) -> None:
    """Record a dated erratum: the text of published passages was corrected.

    Example: tei-edition ids record-change letter-p02 --note "“unit” for “units”"
    """
    from tei_edition.citations import keeping
    from tei_edition.edition import Edition

    _say(keeping.record_change(Edition.find(), xml_ids, note, continued_in, on), *xml_ids)


@command.command()
@click.argument("xml_ids", nargs=-1, required=True, metavar="ID...")
@click.option("--into", multiple=True, metavar="ID", help="What it was merged into; repeatable.")
@click.option("--reason", default="", callback=_note, help="Why it is gone, in words for readers.")
@_on
def retire(xml_ids: tuple[str, ...], into: tuple[str, ...], reason: str, on: str) -> None:
    """Record that published passages or documents are no longer in the edition.

    A document takes along its passages that are gone.

    Example: tei-edition ids retire letter-p07 --into letter-p06
    """
    from tei_edition.citations import keeping
    from tei_edition.edition import Edition

    _say(keeping.retire(Edition.find(), xml_ids, into, reason, on), *xml_ids)


@command.command()
@click.argument("old", metavar="ID")
@click.argument("new", required=False, metavar="[NEW-ID]")
@click.option("--note", default="", callback=_note, help="Why, in words for readers.")
@_on
def move(old: str, new: str | None, note: str, on: str) -> None:
    """Record that a published passage or document has another identifier now.

    Without NEW-ID: that a passage stands in another document now. A document takes its passages
    along.

    Example: tei-edition ids move letter-1950 letter-19500929
    """
    from tei_edition.citations import keeping
    from tei_edition.edition import Edition

    _say(keeping.move(Edition.find(), old, new, note, on), old)


@command.command()
@click.argument("xml_ids", nargs=-1, required=True, metavar="ID...")
@click.option("--note", default="", callback=_note, help="Why, in words for readers.")
@_on
def restore(xml_ids: tuple[str, ...], note: str, on: str) -> None:
    """Record that retired passages or documents are back in the edition.

    A document brings back its passages that were retired with it and stand in it again.

    Example: tei-edition ids restore letter-p07 --note "left out by mistake"
    """
    from tei_edition.citations import keeping
    from tei_edition.edition import Edition

    _say(keeping.restore(Edition.find(), xml_ids, note, on), *xml_ids)


@command.command()
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


@command.command("list")
@click.option("--status", multiple=True, type=click.Choice(_STATUSES), help="Only these.")
@click.option("--document", multiple=True, metavar="ID", help="Only those of these documents.")
@click.option("--kind", multiple=True, metavar="ELEMENT", help="Only these elements.")
@click.option("--version", multiple=True, help="Only those that these versions published.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(_LISTS),
    default="text",
    show_default=True,
    help="How the list is written.",
)
def list_(
    status: tuple[str, ...],
    document: tuple[str, ...],
    kind: tuple[str, ...],
    version: tuple[str, ...],
    format_: str,
) -> None:
    """List the identifiers of the edition, published or not, and what became of them.

    Example: tei-edition ids list --status retired --format csv
    """
    from tei_edition.citations import listing
    from tei_edition.citations.published import required
    from tei_edition.citations.scheme import Scheme
    from tei_edition.edition import Edition

    edition = Edition.find()
    table = list(listing.rows(edition))
    _known("document", document, {row.document for row in table})
    _known("kind", kind, {row.kind for row in table} | set(Scheme.of(edition).series))
    _known("version", version, {each.name for each in required(edition).versions})
    rows = [
        row
        for row in table
        if (not status or row.status in status)
        and (not document or row.document in document)
        and (not kind or row.kind in kind)
        and (not version or row.version in version)
    ]
    click.echo(listing.written(rows, format_), nl=False)


def _known(option: str, asked: Sequence[str], known: Collection[str]) -> None:
    """Refuse what the edition does not have: an empty list would look like an answer."""
    from tei_edition.wording import nearest

    for each in asked:
        if not each or each not in known:
            near = nearest(each, sorted(filter(None, known)))
            hint = f"; did you mean “{near}”?" if near else ""
            raise click.UsageError(f"the edition has no {option} “{each}”{hint}")


def _say(registry: Registry, *xml_ids: str) -> None:
    from tei_edition.citations import keeping

    for xml_id in xml_ids:
        click.echo(keeping.happened(registry, xml_id), err=True)


def _report(edition: Edition, findings: Sequence[Finding], format_: str) -> int:
    """Write findings; 1 if there are errors."""
    from tei_edition.findings import Severity
    from tei_edition.reports import Summary, open_report

    report = open_report(format_, sys.stdout, terminal.style(format_))
    report.add(list(findings))
    counts = Counter(finding.severity for finding in findings)
    summary = Summary(
        len(edition.files),
        ("identifiers", "citations") if edition.registry else ("identifiers",),
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        infos=counts[Severity.INFO],
    )
    report.finish(summary)
    return int(bool(summary.errors))
