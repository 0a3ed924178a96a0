# SPDX-License-Identifier: MIT
"""``docs/commands.md``, made from the commands themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tei_edition.cli import group

if TYPE_CHECKING:
    from collections.abc import Iterator

_INTRODUCTION = """# Commands

This page is made from the commands' own help (`.ci/docs` writes it).

`tei-edition` and `python -m tei_edition` are the same. Findings go to standard output, progress and
diagnostics to standard error. Without a terminal there are no colours and no progress bars;
`NO_COLOR` is honoured. Exit status: 0 all is well; 1 findings at or above `--fail-on`; 2 the work
could not be done, with one line that says why; 130 interrupted (Ctrl-C; 143 by `SIGTERM`, 129 when
the terminal was closed), at any point, without a half-written file; 141 where the reader of the
output had enough (`| head`), so that not all was written.

A path that is named has to be there, and readable. What a folder holds and cannot be read (a link
to a file that is gone, a file of somebody else's) is said to be, with status 1, and the others are
worked on.
"""

_WIDTH = 88


def commands_page() -> str:
    """The page's Markdown."""
    return "\n".join((_INTRODUCTION, *_sections(group, ("tei-edition",), None)))


def _sections(
    command: click.Command, names: tuple[str, ...], parent: click.Context | None
) -> Iterator[str]:
    name = " ".join(names)
    context = click.Context(
        command,
        info_name=names[-1],
        parent=parent,
        terminal_width=_WIDTH,
        max_content_width=_WIDTH,
        **command.context_settings,
    )
    yield f"{'#' * (len(names) + 1)} {name}\n\n```\n{command.get_help(context)}\n```\n"
    if isinstance(command, click.Group):
        for child in command.list_commands(context):
            found = command.get_command(context, child)
            assert found is not None
            yield from _sections(found, (*names, child), context)
