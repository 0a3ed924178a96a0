# SPDX-License-Identifier: MIT
"""``tei-edition validate``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from tei_edition.checks import CHECKS
from tei_edition.cli import options, terminal
from tei_edition.errors import TeiEditionError
from tei_edition.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.checks.run import Batch, Options, Run
    from tei_edition.reports import Summary
    from tei_edition.reports.pretty import Style

_WATCHABLE = ("pretty", "gnu")
"""Formats that can be written again and again."""


@click.command()
@options.paths
@click.option(
    "--schema",
    "schemas",
    multiple=True,
    metavar="FILE",
    help="A schema (.rng, .rnc, .sch, .odd; or documentary, the bundled one) to use instead of "
    "those that documents name; repeatable.",
)
@click.option(
    "--catalog",
    "catalogs",
    multiple=True,
    metavar="FILE",
    help="An OASIS XML catalog: which file stands for a schema that is named by its address on the "
    "web; repeatable. XML_CATALOG_FILES is honoured, too.",
)
@click.option(
    "--check", "only", multiple=True, type=click.Choice(CHECKS), help="Make this check; repeatable."
)
@click.option(
    "--skip", multiple=True, type=click.Choice(CHECKS), help="Leave this check out; repeatable."
)
@click.option("--phase", metavar="NAME", help="The Schematron phase to run.")
@options.format_of_findings
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning"]),
    default="error",
    show_default=True,
    help="Exit with status 1 when there are findings at or above this severity.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=10,
    show_default=True,
    help="Show the same fault (same code, same words but for values) so often, and count it from "
    "there (pretty); 0 for always.",
)
@click.option("--verbose", is_flag=True, help="Show everything that was allowed (pretty).")
@options.jobs
@click.option(
    "--watch",
    is_flag=True,
    help="Check again whatever is concerned when a document, a schema or edition.toml changes, "
    "until interrupted (pretty, gnu).",
)
@click.option("--no-cache", is_flag=True, help="Neither use nor write compiled schemas.")
def command(
    paths: tuple[Path, ...],
    schemas: tuple[str, ...],
    catalogs: tuple[str, ...],
    only: tuple[str, ...],
    skip: tuple[str, ...],
    phase: str | None,
    format_: str,
    fail_on: str,
    limit: int,
    verbose: bool,
    jobs: int | None,
    watch: bool,
    no_cache: bool,
) -> int:
    """Check TEI documents, and say in plain words what is wrong and where.

    Each PATH is a file or a folder; without any, the whole edition is checked. Schemas are those
    given with --schema, else those that a document names (xml-model), else the edition's. A check
    that nothing can be laid beside (citations without a registry) is said not to have been made;
    where --check asks for it, that is status 2.

    \b
    Exit status: 0 nothing at or above --fail-on, 1 findings, 2 the work could not be done.

    Example: tei-edition validate --format gnu documents/*.xml
    """
    from tei_edition.checks.run import Options, validate
    from tei_edition.findings import Severity

    chosen = Options(
        schemas=schemas,
        checks=tuple(name for name in CHECKS if (not only or name in only) and name not in skip),
        phase=phase,
        jobs=jobs,
        cache=not no_cache,
        catalogs=catalogs,
        required=tuple(name for name in only if name not in skip),
    )
    style = terminal.style(format_, limit=limit, verbose=verbose)
    if watch:
        return _watch(paths or None, chosen, format_, style)
    summary = _write(validate(paths or None, chosen), format_, style)
    worst = Severity.ERROR if summary.errors else Severity.WARNING if summary.warnings else None
    return int(worst is not None and worst >= Severity[fail_on.upper()])


def _write(run: Run, format_: str, style: Style | None) -> Summary:
    """Write the findings as they come, on a terminal with a progress bar where it takes long."""
    from tei_edition.reports import open_report

    report = open_report(format_, sys.stdout, style)
    for batch in _with_progress(run):
        report.add(batch.findings)
    summary = run.summary()
    report.finish(summary)
    if format_ == "gnu":  # which has findings and nothing else
        for sentence in summary.not_made():
            click.echo(f"tei-edition: {sentence}", err=True)
    return summary


def _with_progress(run: Run) -> Iterator[Batch]:
    """The batches of a run, with a progress bar where a person waits for them."""
    if not (run.is_long and sys.stderr.isatty()):
        yield from run
        return
    with click.progressbar(length=run.size, label="Checking", file=sys.stderr) as bar:
        for batch in run:
            yield batch
            bar.update(batch.size)


def _watch(
    paths: Sequence[Path] | None, chosen: Options, format_: str, style: Style | None
) -> NoReturn:
    """Round after round; a terminal always shows the present state and nothing else."""
    from tei_edition.checks.watch import Watch

    if format_ not in _WATCHABLE:
        raise click.UsageError(f"--watch writes {' or '.join(_WATCHABLE)}, not {format_}")
    stop = terminal.stop_on_interrupt()
    for number, each in enumerate(Watch(paths, chosen, stop).rounds()):
        click.clear()
        problem, state = each.problem, ""
        if each.run is not None:
            try:
                summary = _write(each.run, format_, style)
                state = f"{counted(summary.errors, 'error')}, "
                state += counted(summary.warnings, "warning")
            except TeiEditionError as error:
                if not number:
                    raise
                problem = str(error)
        sys.stdout.flush()
        if problem:
            click.echo(f"tei-edition: {problem}", err=True)
        click.echo(terminal.watching(each.changed, state or "nothing checked"), err=True)
    raise AssertionError("watching ends by an interruption")
