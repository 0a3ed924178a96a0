# SPDX-License-Identifier: MIT
"""Arguments and options that several commands take, and how commands are listed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tei_edition.reports import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable


class Group(click.Group):
    """Commands that are listed with their first sentence, whole: click would cut it off."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands."""
        with formatter.section("Commands"):
            formatter.write_dl(
                [
                    (name, found.get_short_help_str(limit=1000))
                    for name in self.list_commands(ctx)
                    if (found := self.get_command(ctx, name))
                ]
            )


class NamedPath(click.Path):
    """A path of the command line; an empty one, of a variable that is not set, is none.

    For a path it would be the working folder, and every file in that would be worked on.
    """

    def __init__(self, *, dash: bool = False) -> None:
        super().__init__(readable=False, path_type=Path, allow_dash=dash)

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str | bytes | os.PathLike[str]:
        """The path. Fails, in words, for an empty one."""
        if not os.fspath(value):
            self.fail("it is empty", param, ctx)
        return super().convert(value, param, ctx)


paths = click.argument("paths", nargs=-1, metavar="[PATH]...", type=NamedPath())
"""Files and folders to work on; none for the whole edition."""

jobs = click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Processes to use, where there is enough to do; at most two for each core. Default: one "
    "for each.",
)

format_of_findings = click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default="pretty",
    show_default=True,
    help="How findings are written.",
)


def _day(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str:
    """A day, ISO 8601, that has come; empty if none is given."""
    from datetime import date, datetime

    if value is None:
        return ""
    try:
        day = datetime.strptime(value, "%Y-%m-%d").date()
    except ValueError as error:
        raise click.BadParameter(
            f"“{value}” is no day of the calendar in the form 2027-03-01 (year, month, day)"
        ) from error
    if day > date.today():
        raise click.BadParameter(f"{day} is still to come")
    return day.isoformat()


def on_day(command: Callable[..., object]) -> Callable[..., object]:
    """The option of everything that is dated."""
    return click.option(
        "--on",
        callback=_day,
        metavar="DATE",
        help="The day, such as 2027-03-01; default: today.",
    )(command)
