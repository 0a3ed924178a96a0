# SPDX-License-Identifier: MIT
"""Files and folders on the command line."""

from __future__ import annotations

import os
from pathlib import Path

import click


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
