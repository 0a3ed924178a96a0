# SPDX-License-Identifier: MIT
"""The files of a site that are made in one process of several: pages, and what lies beside them."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.rendering import epub, images, tei_files
from tei_edition.rendering.description import describe
from tei_edition.rendering.kept import Made, digest, is_as_made
from tei_edition.rendering.plain_text import plain_text
from tei_edition.rendering.renderer import Renderer
from tei_edition.rendering.source import RenderingError, read_source
from tei_edition.rendering.views import View, width_of
from tei_edition.rendering.writing import Written, write_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from tei_edition.rendering.blocks import Blocks
    from tei_edition.rendering.facts import DocumentFacts, Kind
    from tei_edition.rendering.images import Found, Image
    from tei_edition.rendering.listings import Listing
    from tei_edition.rendering.source import Source

TEXT, MARKDOWN = ".txt", ".md"


class Job(NamedTuple):
    """What is the same for all pages of a run."""

    folder: Path
    outputs: tuple[str, ...]
    view: View
    width: int
    root: Path | None
    base: Path
    """The folder that the TEI files keep their places from."""
    edition: Path
    """A file with the pickled :class:`EditionData`: too much to hand over with every page."""
    toolkit: str
    """A digest of the toolkit, empty where nothing is kept (:mod:`tei_edition.rendering.kept`)."""


class Task(NamedTuple):
    """A document whose pages are to be there."""

    path: Path
    page: str
    kind: Kind
    images: tuple[Image, ...]
    last: Mapping[str, Made]
    """What is known of its files, by their names."""


@dataclass
class Outcome:
    """What was done for a document, or for a page of the edition's own."""

    written: list[Written] = field(default_factory=list)
    """Its files in the site's folder."""
    sources: list[Written] = field(default_factory=list)
    """Its TEI files in the site."""
    chapter: Path | None = None
    made: list[Made] = field(default_factory=list)
    """Of the files that were made, what they follow from."""
    as_made: list[str] = field(default_factory=list)
    """The names of those that lie there as they would be made."""


def describe_each(
    piece: tuple[tuple[Path | None, Path], Sequence[tuple[Path, Kind]]],
) -> list[tuple[DocumentFacts, Found] | str]:
    """What other pages need to know of documents, and their images; words where one is broken."""
    (root, base), documents = piece
    found: list[tuple[DocumentFacts, Found] | str] = []
    for path, kind in documents:
        try:
            source = read_source(path, root)
            shown = images.find(source, path, root, base)
            problems = (*source.problems, *shown.problems)
            found.append((describe(source, kind), shown._replace(problems=problems)))
        except RenderingError as error:
            found.append(str(error))
    return found


def write_each(piece: tuple[Job, Sequence[Task]]) -> list[Outcome | str]:
    """Write all that is asked for of documents; words where one is broken."""
    job, tasks = piece
    done: list[Outcome | str] = []
    for task in tasks:
        try:
            source = read_source(task.path, job.root, check=False)
            done.append(_write(job, task, replace(source, page=task.page, images=task.images)))
        except RenderingError as error:
            done.append(str(error))
    return done


def write_list(piece: tuple[Job, Listing, Made | None]) -> Outcome:
    """Write a page of the edition's own."""
    job, listing, last = piece
    renderer = renderer_of(job.edition)
    outcome = Outcome()
    edition, parameters = renderer.inputs.for_listing(listing)
    follows = _follows(job, renderer, edition, *parameters.values())
    if not _is_there(outcome, job, last, follows):
        _put(outcome, job, listing.page, renderer.listing(listing), follows)
    return outcome


@lru_cache(maxsize=1)
def renderer_of(stored: Path) -> Renderer:
    """The renderer of this process. The file is our own, written a moment ago."""
    return Renderer(pickle.loads(stored.read_bytes()))  # noqa: S301 - see above


def _write(job: Job, task: Task, source: Source) -> Outcome:
    renderer = renderer_of(job.edition)
    outcome = Outcome()
    name = source.page.removesuffix(".html")
    if "html" in job.outputs:
        _write_page(outcome, renderer, job, task, source)
        for file, text in renderer.inputs.citation_files(source).items():
            outcome.written.append(write_text(job.folder / file, text))
        outcome.sources += tei_files.copy([task.path, *source.parts], job.base, job.folder)
    if "epub" in job.outputs:
        outcome.chapter = job.edition.with_name(name + epub.CHAPTER_ENDING)
        write_text(outcome.chapter, renderer.chapter(source, job.view))
    if not {"text", "markdown"}.isdisjoint(job.outputs):
        _write_text(outcome, renderer, job, task, source)
    return outcome


def _write_page(outcome: Outcome, renderer: Renderer, job: Job, task: Task, source: Source) -> None:
    given = renderer.inputs.for_page(source, interventions=task.kind == "document")
    follows = _follows(job, renderer, given.digest())
    if not _is_there(outcome, job, task.last.get(source.page), follows):
        made = renderer.page_from(given)
        _put(outcome, job, source.page, made.html, follows, made.interventions)


def _write_text(outcome: Outcome, renderer: Renderer, job: Job, task: Task, source: Source) -> None:
    """The files that are written from the document's blocks."""
    given = renderer.inputs.for_blocks(source, job.view)
    blocks: Blocks | None = None
    for file in names_of(source.page, job.outputs):
        if file == source.page:
            continue
        is_text = file.endswith(TEXT)
        width = width_of(job.view, job.width)
        settings = [str(width)] if is_text else sorted(renderer.inputs.pages)
        follows = _follows(job, renderer, given.digest(), *settings)
        if not _is_there(outcome, job, task.last.get(file), follows):
            blocks = renderer.blocks_from(given) if blocks is None else blocks
            text = plain_text(blocks, width) if is_text else renderer.markdown_of(blocks)
            _put(outcome, job, file, text, follows)


def names_of(page: str, outputs: Collection[str]) -> Iterator[str]:
    """The names of a document's files of which it is kept what they follow from."""
    for output, ending in (("html", ".html"), ("text", TEXT), ("markdown", MARKDOWN)):
        if output in outputs:
            yield page.removesuffix(".html") + ending


def _follows(job: Job, renderer: Renderer, *given: str) -> str:
    """A digest of all that a file follows from; empty where nothing is kept."""
    return digest([job.toolkit, renderer.look, *given]) if job.toolkit else ""


def _is_there(outcome: Outcome, job: Job, last: Made | None, follows: str) -> bool:
    if not follows or last is None or not is_as_made(job.folder, last, follows):
        return False
    outcome.written.append(Written(job.folder / last.name, is_new=False))
    outcome.as_made.append(last.name)
    return True


def _put(
    outcome: Outcome,
    job: Job,
    name: str,
    text: str,
    follows: str,
    said: Mapping[str, str] | None = None,
) -> None:
    outcome.written.append(write_text(job.folder / name, text))
    outcome.made.append(Made(name, follows, digest([text]), said or {}))
