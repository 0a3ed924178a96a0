# SPDX-License-Identifier: MIT
"""What can be made of a document, and in which views."""

from __future__ import annotations

from typing import Literal, get_args

from tei_edition.errors import TeiEditionError

OUTPUTS = ("html", "text", "markdown", "epub")
"""What can be made of a document."""

Output = Literal["html", "text", "epub"]
"""The stylesheets; Markdown is written from what that of text makes."""

View = Literal["reading", "diplomatic", "transcript"]

VIEWS: tuple[View, ...] = get_args(View)
"""The views of a document; the HTML page holds the first two."""

WIDTH = 72
"""Columns of plain text, where nothing else is asked for."""


def width_of(view: View, width: int) -> int:
    """The columns that lines are brought to: a transcript keeps the lines it has."""
    return 0 if view == "transcript" else width


def view_named(name: str) -> View:
    """The view of a name.

    Raises:
        TeiEditionError: there is no such view.
    """
    for view in VIEWS:
        if view == name:
            return view
    raise TeiEditionError(f"there is no view “{name}”; there are {', '.join(VIEWS)}")
