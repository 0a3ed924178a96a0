# SPDX-License-Identifier: MIT
"""What commands write findings on."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tei_edition.reports.pretty import Style


def style(format_: str, *, limit: int | None = None, verbose: bool = False) -> Style | None:
    """How ``pretty`` writes on this terminal; None for formats that are the same everywhere."""
    if format_ != "pretty":
        return None
    # Not above: a check on every save has to start at once.
    import shutil

    from tei_edition.reports.pretty import Style

    own = Style()
    return Style(
        colour=sys.stdout.isatty() and not os.environ.get("NO_COLOR"),
        limit=own.limit if limit is None else limit,
        verbose=verbose,
        width=shutil.get_terminal_size((own.width, 24)).columns,
    )
