# SPDX-License-Identifier: MIT
"""A folder of pages: every document, the registers, the index, the files they share."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition import resources
from tei_edition.rendering.edition import DocumentData, EditionData, Kind, describe
from tei_edition.rendering.renderer import WIDTH, Renderer, View
from tei_edition.rendering.source import RenderingError, Source, read_source

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SHARED_FILES = ("edition.css", "edition.js")


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


def write_site(
    documents: Sequence[Path],
    folder: Path,
    edition: EditionData | None = None,
    *,
    authorities: Sequence[Path] = (),
    outputs: Sequence[str] = ("html", "text"),
    view: View = "reading",
    width: int = WIDTH,
    root: Path | None = None,
    read: Callable[[Path, Path | None], Source] = read_source,
) -> SiteReport:
    """Write the pages of an edition, or of documents that belong to none.

    Names of files come from the documents' identifiers (:func:`page_name`); of two documents that
    would share one, the second is a failure. Each file is written whole and put in place by
    renaming, so that an interrupted run leaves the old file or the new one. ``root`` is the folder
    that inclusions must stay in. The documents are read twice, once for what other pages say of
    them, so that no more than one is in memory.
    """
    folder.mkdir(parents=True, exist_ok=True)
    kinds: list[tuple[Path, Kind]] = [(path, "document") for path in documents]
    kinds += [(path, "authority") for path in authorities]
    failures: list[Failure] = []
    known: list[tuple[Path, DocumentData]] = []
    taken: dict[str, Path] = {}
    for path, kind in kinds:
        try:
            data = describe(read(path, root), kind)
        except RenderingError as error:
            failures.append(Failure(path, str(error)))
            continue
        other = taken.setdefault(data.page.casefold(), path)
        if other != path:
            failures.append(
                Failure(path, f"{path}: its page “{data.page}” would be that of {other}")
            )
            continue
        known.append((path, data))
    whole = replace(edition or EditionData(), documents=tuple(data for _, data in known))
    renderer = Renderer(whole)
    written: list[Path] = []
    for path, data in known:
        try:
            source = read(path, root)
            texts = _outputs(renderer, source, data, outputs, view, width)
        except RenderingError as error:
            failures.append(Failure(path, str(error)))
            continue
        written += [_write(folder / name, text) for name, text in texts]
    if "html" in outputs:
        written.append(_write(folder / "index.html", renderer.index()))
        for name in SHARED_FILES:
            content = resources.stylesheet(f"html/{name}").read_text(encoding="utf-8")
            written.append(_write(folder / name, content))
    return SiteReport(tuple(written), tuple(failures))


def _outputs(
    renderer: Renderer,
    source: Source,
    data: DocumentData,
    outputs: Sequence[str],
    view: View,
    width: int,
) -> list[tuple[str, str]]:
    texts = []
    if "html" in outputs:
        texts.append((data.page, renderer.html(source)))
    if "text" in outputs and data.kind == "document":
        name = data.page.removesuffix(".html") + ".txt"
        texts.append((name, renderer.text(source, view, width)))
    return texts


def _write(path: Path, text: str) -> Path:
    """Write a file beside its place, then rename it into place."""
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return path
