# SPDX-License-Identifier: MIT
"""``tei-edition render``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tei_edition.cli import options, terminal
from tei_edition.errors import TeiEditionError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import NoReturn

    from tei_edition.rendering.publish import Request
    from tei_edition.rendering.site.report import SiteReport

STANDARD_OUTPUT = Path("-")

WORTH_A_BAR = 4_000_000
"""Bytes of documents from which on the work takes long enough to watch; each counts twice."""


@click.command()
@options.paths
@click.option(
    "--to",
    "outputs",
    multiple=True,
    type=click.Choice(["html", "text", "markdown", "epub"]),
    help="What to make; repeatable. Default: html and text.",
)
@click.option(
    "--view",
    type=click.Choice(["reading", "diplomatic", "transcript"]),
    default="reading",
    show_default=True,
    help="The view of text, Markdown and EPUB. HTML pages hold the reading and diplomatic views.",
)
@click.option(
    "-o",
    "--output",
    "folder",
    default="build",
    show_default=True,
    metavar="DIR",
    type=options.NamedPath(dash=True),
    help="Folder to write to; - writes one document to standard output.",
)
@click.option(
    "--width",
    type=click.IntRange(min=0),
    default=72,
    show_default=True,
    help="Columns of plain text; 0 to leave lines unwrapped.",
)
@click.option(
    "--release",
    is_flag=True,
    help="Keep the site, too, as this published version, in DIR/VERSION.",
)
@options.jobs
@click.option(
    "--watch",
    is_flag=True,
    help="Render again whenever a file of the edition is saved, until interrupted.",
)
@click.option(
    "--prune",
    is_flag=True,
    help="Remove files that earlier runs wrote into DIR and that are none of the edition any more.",
)
@click.option(
    "--no-cache", is_flag=True, help="Make every page anew, also those that would be the same."
)
def command(
    paths: tuple[Path, ...],
    outputs: tuple[str, ...],
    view: str,
    folder: Path,
    width: int,
    release: bool,
    jobs: int | None,
    watch: bool,
    prune: bool,
    no_cache: bool,
) -> int:
    """Make reading editions: HTML pages, plain text, Markdown, an EPUB.

    Each PATH is a file or a folder; without any, the whole edition is rendered. With several
    documents come a first page, indices of names, a chronology and lists of emendations and gaps.
    What lies in DIR already as it would be made is left alone.

    \b
    Exit status: 0 all was rendered, 1 some documents could not be, or the registry of published
    identifiers is not there, 2 the work could not be done.

    Examples: tei-edition render -o site, tei-edition render --watch,
    tei-edition render --to text --view transcript -o - cable.xml
    """
    from tei_edition.rendering import publish
    from tei_edition.rendering.views import view_named

    request = publish.Request(
        outputs=outputs or ("html", "text"),
        view=view_named(view),
        width=width,
        release=release,
        cache=not no_cache,
        prune=prune,
    )
    if watch:
        if folder == STANDARD_OUTPUT or release:
            other = "--release" if release else "-o -"
            raise click.UsageError(f"--watch writes into a folder, again and again: no {other}")
        _watch(paths, folder, request, jobs)
    _language_problem(paths)
    if folder == STANDARD_OUTPUT:
        written, warnings = publish.render_one(paths, request, interruptible=True)
        for warning in warnings:
            click.echo(f"tei-edition: {warning}", err=True)
        click.echo(written, nl=False)
        return _registry_problem(paths)
    report = _render(paths or None, folder, request, jobs)
    click.echo(_said(report, folder), err=True)
    return max(int(bool(report.failures)), _registry_problem(paths))


def _watch(paths: tuple[Path, ...], folder: Path, request: Request, jobs: int | None) -> NoReturn:
    """Round after round; what cannot be rendered now may be mended by the next change."""
    from tei_edition.rendering.watch import rounds

    stop = terminal.stop_on_interrupt()
    ours: set[Path] = set()
    for number, changed in enumerate(rounds(paths or None, folder, ours, stop)):
        try:
            _language_problem(paths)
            report = _render(paths or None, folder, request, 1 if number else jobs)
            ours.update(map(Path.absolute, report.written))
            state = _said(report, folder)
            _registry_problem(paths)
        except TeiEditionError as error:
            if not number:
                raise
            click.echo(f"tei-edition: {error}", err=True)
            state = "nothing rendered"
        click.echo(terminal.watching(changed, state), err=True)
    raise AssertionError("watching ends by an interruption")


def _said(report: SiteReport, folder: Path) -> str:
    """Say what is wrong, and give what was done, in words."""
    for warning in report.warnings:
        click.echo(f"tei-edition: {warning}", err=True)
    for failure in report.failures:
        click.echo(f"tei-edition: {failure.message}", err=True)
    for line in _left_over(report, folder):
        click.echo(f"tei-edition: {line}", err=True)
    failed, same = len(report.failures), len(report.unchanged)
    count = len(report.written) - same
    words = f"{count:,} file{'' if count == 1 else 's'} written to {folder}"
    if same:
        words += f", {same:,} up to date"
    if removed := len(report.left_over.removed):
        words += f", {removed:,} removed"
    if failed:
        words += f"; {failed:,} document{'' if failed == 1 else 's'} could not be rendered"
    return words


NAMED = 3
"""Files that are left of earlier runs of which the names are said."""


def _left_over(report: SiteReport, folder: Path) -> Iterator[str]:
    """Say what lies in the site of documents that the edition no longer has."""
    if names := report.left_over.there:
        count = "1 file is" if len(names) == 1 else f"{len(names):,} files are"
        more = f" and {len(names) - NAMED:,} more" if len(names) > NAMED else ""
        yield (
            f"{count} left in {folder} of earlier runs and none of the edition any more: "
            f"{', '.join(names[:NAMED])}{more}; --prune removes what render wrote"
        )


def _language_problem(paths: tuple[Path, ...]) -> None:
    """Say what is to be said of a language that the pages do not speak."""
    from tei_edition.rendering import problems

    problem = problems.of_language(paths)
    if problem:
        click.echo(f"tei-edition: {problem}", err=True)


def _registry_problem(paths: tuple[Path, ...]) -> int:
    """Say what is wrong with the registry; 1 if anything is."""
    from tei_edition.rendering import problems

    problem = problems.of_registry(paths)
    if problem:
        click.echo(f"tei-edition: {problem}", err=True)
    return int(bool(problem))


def _render(
    paths: tuple[Path, ...] | None, folder: Path, request: Request, jobs: int | None
) -> SiteReport:
    """Render, on a terminal with a progress bar where it takes long."""
    from tei_edition.rendering import publish

    with click.progressbar(length=1, label="Rendering", file=sys.stderr, hidden=True) as bar:

        def progress(done: int, whole: int) -> None:
            bar.length = whole
            bar.hidden = not (sys.stderr.isatty() and whole >= WORTH_A_BAR)
            bar.update(done - bar.pos)

        return publish.render(
            paths, folder, request, jobs=jobs, interruptible=True, progress=progress
        )
