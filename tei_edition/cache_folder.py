# SPDX-License-Identifier: MIT
"""Where the toolkit keeps what can be made again."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def cache_folder(name: str) -> Path | None:
    """A folder of the platform's for what can be made again, ours alone; None for who has no home.

    ``name`` says what is kept in it. Whoever writes to it makes it.
    """
    if sys.platform == "linux":
        # What platformdirs would say (XDG Base Directory Specification); it takes as long to
        # import as a compiled schema takes to read.
        named = os.environ.get("XDG_CACHE_HOME", "").strip()
        if os.path.isabs(named):
            return Path(named) / "tei-edition" / name
        try:
            return Path.home() / ".cache" / "tei-edition" / name
        except RuntimeError:
            # In a container, a user may have neither HOME nor an entry among the users.
            return None
    from platformdirs import user_cache_path

    return user_cache_path("tei-edition", appauthor=False) / name
