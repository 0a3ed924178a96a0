# SPDX-License-Identifier: MIT
"""A folder of pages: every document, the registers, the index, the files they share."""

from __future__ import annotations

import os
import pickle
import tempfile
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tei_edition import resources, work
from tei_edition.rendering.edition import DocumentData, EditionData, Kind, describe
from tei_edition.rendering.renderer import WIDTH, Renderer, View
from tei_edition.rendering.source import RenderingError, Source, read_source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Piece = TypeVar("Piece")
Result = TypeVar("Result")

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


@dataclass(frozen=True)
class _Job:
    """What is the same for all pages of a run."""

    folder: Path
    outputs: tuple[str, ...]
    view: View
    width: int
    root: Path | None
    edition: Path
    """A file with the pickled :class:`EditionData`: too much to hand over with every page."""


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
    jobs: int = 1,
) -> SiteReport:
    """Write the pages of an edition, or of documents that belong to none.

    Names of files come from the documents' identifiers (:func:`page_name`); of two documents that
    would share one, the second is a failure. Each file is written whole and put in place by
    renaming, so that an interrupted run leaves the old file or the new one. ``root`` is the folder
    that inclusions must stay in. The documents are read twice, once for what other pages say of
    them, so that no more than one is in memory. With more than one of ``jobs`` the main module
    has to be importable (:mod:`tei_edition.work`).
    """
    folder.mkdir(parents=True, exist_ok=True)
    asked: list[tuple[Path, Kind, Path | None]] = [(path, "document", root) for path in documents]
    asked += [(path, "authority", root) for path in authorities]
    failures: list[Failure] = []
    known: list[tuple[Path, DocumentData]] = []
    taken: dict[str, Path] = {}
    described = _each(_describe, asked, jobs)
    for (path, _, _), data in zip(asked, described, strict=True):
        if isinstance(data, str):
            failures.append(Failure(path, data))
            continue
        other = taken.setdefault(data.page.casefold(), path)
        if other == path:
            known.append((path, data))
        else:
            message = f"{path}: its page “{data.page}” would be that of {other}"
            failures.append(Failure(path, message))
    whole = replace(edition or EditionData(), documents=tuple(data for _, data in known))
    with tempfile.TemporaryDirectory(prefix="tei-edition-") as temporary:
        stored = Path(temporary, "edition")
        stored.write_bytes(pickle.dumps(whole))
        job = _Job(folder, tuple(outputs), view, width, root, stored)
        pages = [(job, path, data) for path, data in known]
        written: list[Path] = []
        for (_, path, _), result in zip(pages, _each(_render, pages, jobs), strict=True):
            if isinstance(result, str):
                failures.append(Failure(path, result))
            else:
                written += result
    if "html" in outputs:
        written.append(_write(folder / "index.html", Renderer(whole).index()))
        for name in SHARED_FILES:
            content = resources.stylesheet(f"html/{name}").read_text(encoding="utf-8")
            written.append(_write(folder / name, content))
    return SiteReport(tuple(written), tuple(failures))


def _each(
    function: Callable[[Piece], Result | str], pieces: Sequence[Piece], jobs: int
) -> Iterator[Result | str]:
    """The function's result for each piece; words where it failed or its process died."""
    for result in work.run(function, pieces, jobs=jobs):
        if isinstance(result, work.Failure):
            yield f"the process that rendered it {result.reason}"
        else:
            yield result


def _describe(piece: tuple[Path, Kind, Path | None]) -> DocumentData | str:
    path, kind, root = piece
    try:
        return describe(read_source(path, root), kind)
    except RenderingError as error:
        return str(error)


def _render(piece: tuple[_Job, Path, DocumentData]) -> list[Path] | str:
    job, path, data = piece
    try:
        source = read_source(path, job.root)
        texts = _outputs(_renderer(job.edition), source, data, job)
    except RenderingError as error:
        return str(error)
    return [_write(job.folder / name, text) for name, text in texts]


@lru_cache(maxsize=1)
def _renderer(stored: Path) -> Renderer:
    """The renderer of this process. The file is our own, written a moment ago."""
    return Renderer(pickle.loads(stored.read_bytes()))  # noqa: S301 - see above


def _outputs(
    renderer: Renderer, source: Source, data: DocumentData, job: _Job
) -> list[tuple[str, str]]:
    texts = []
    if "html" in job.outputs:
        texts.append((data.page, renderer.html(source)))
    if "text" in job.outputs and data.kind == "document":
        name = data.page.removesuffix(".html") + ".txt"
        texts.append((name, renderer.text(source, job.view, job.width)))
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
