# SPDX-License-Identifier: MIT
"""Where the toolkit's own schemas and stylesheets are.

In a checkout they stand beside the package, in an installed wheel inside it. No other module knows.
"""

from __future__ import annotations

from pathlib import Path

from tei_edition.errors import TeiEditionError

BUNDLED_SCHEMAS = ("documentary",)
"""Names that stand for the schemas the toolkit brings along."""

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    for folder in (_PACKAGE / name, _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise TeiEditionError(
        f"the toolkit's own folder “{name}” is not there: install it with pip; it does not work "
        "from within an archive (zipapp)"
    )


def schema(name: str) -> Path:
    """Path of a file in ``schemas/``, for instance ``documentary.rng``."""
    return _folder("schemas") / name


def stylesheet(name: str) -> Path:
    """Path of a file in ``xslt/``, for instance ``html.xsl``."""
    return _folder("xslt") / name
