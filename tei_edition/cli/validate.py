# SPDX-License-Identifier: MIT
"""``tei-edition validate``."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import click

from tei_edition.checks import CHECKS
from tei_edition.reports import FORMATS


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
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
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default="pretty",
    show_default=True,
    help="How findings are written.",
)
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
    default=20,
    show_default=True,
    help="Show the same fault this often in full (pretty); 0 for always.",
)
@click.option("--verbose", is_flag=True, help="Show everything that was allowed (pretty).")
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Processes to use; default: all cores where there is enough to do.",
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
    no_cache: bool,
) -> int:
    """Check TEI documents, and say in plain words what is wrong and where.

    Each PATH is a file or a folder; without any, the whole edition is checked. Schemas are those
    given with --schema, else those that a document names (xml-model), else the edition's.

    \b
    Exit status: 0 nothing at or above --fail-on, 1 findings, 2 the work could not be done.

    Example: tei-edition validate --format gnu documents/*.xml
    """
    from tei_edition.checks.run import Options, validate
    from tei_edition.findings import Severity
    from tei_edition.reports import open_report
    from tei_edition.reports.pretty import Style

    options = Options(
        schemas=schemas,
        checks=tuple(name for name in CHECKS if (not only or name in only) and name not in skip),
        phase=phase,
        jobs=jobs,
        cache=not no_cache,
        catalogs=catalogs,
    )
    style = Style(
        colour=sys.stdout.isatty() and not os.environ.get("NO_COLOR"),
        limit=limit,
        verbose=verbose,
        width=shutil.get_terminal_size((100, 24)).columns,
    )
    run = validate(paths or None, options)
    report = open_report(format_, sys.stdout, style)
    with click.progressbar(
        length=run.size,
        label="Checking",
        file=sys.stderr,
        hidden=not (sys.stderr.isatty() and run.is_long),
    ) as bar:
        for batch in run:
            report.add(batch.findings)
            bar.update(batch.size)
    summary = run.summary()
    report.finish(summary)
    worst = Severity.ERROR if summary.errors else Severity.WARNING if summary.warnings else None
    return int(worst is not None and worst >= Severity[fail_on.upper()])
