# SPDX-License-Identifier: MIT
"""What became of a site: what was written, and what was not."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from tei_edition.rendering.site.left_over import LeftOver


@dataclass(frozen=True)
class Failure:
    """A document that could not be rendered; the others were."""

    path: Path
    message: str


@dataclass(frozen=True)
class SiteReport:
    """What was written, in order, and what was not."""

    written: tuple[Path, ...]
    failures: tuple[Failure, ...]
    sources: tuple[Path, ...] = ()
    """The TEI files that lie beside the pages."""
    warnings: tuple[str, ...] = ()
    """What pages lack, in words with their places: images that are not there."""
    unchanged: tuple[Path, ...] = ()
    """Those of ``written`` that lay there already as they were to be."""
    originals: tuple[Path, ...] = ()
    """Of ``written`` and ``sources``, the editors' own files, where the site lies among them."""
    left_over: LeftOver = field(default_factory=LeftOver)
    """What lies there of earlier runs, and what of that was removed."""
