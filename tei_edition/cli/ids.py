# SPDX-License-Identifier: MIT
"""``tei-edition ids``."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tei_edition.cli import options, records, terminal

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from tei_edition.edition import Edition
    from tei_edition.findings import Finding

_LISTS = ("text", "json", "csv")
_STATUSES = ("unpublished", "current", "moved", "retired")


@click.group(cls=options.Group)
def command() -> None:
    """Look after the stable identifiers (xml:id) of an edition."""


for _each in records.COMMANDS:
    command.add_command(_each)


@command.command()
@options.paths
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
@options.format_of_findings
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
@options.on_day
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
