# SPDX-License-Identifier: MIT
"""The files of a site that are made in one process of several: pages, and what lies beside them."""

from __future__ import annotations

import pickle
from collections import deque
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.citations.forms import SUFFIXES
from tei_edition.rendering.kept import Made, digest, is_as_made
from tei_edition.rendering.renderer import Renderer
from tei_edition.rendering.site import tei_files
from tei_edition.rendering.sources.source import RenderingError, read_source
from tei_edition.rendering.views import View, width_of
from tei_edition.rendering.writing import Written, write_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from tei_edition.rendering.edition import EditionData
    from tei_edition.rendering.facts.model import Kind
    from tei_edition.rendering.images.beside import Image
    from tei_edition.rendering.inputs import Given
    from tei_edition.rendering.lists.listings import Listing
    from tei_edition.rendering.sources.source import Source
    from tei_edition.rendering.text.blocks import Blocks

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
    settings: Path
    """The same before anything is known of the documents."""
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
    as_made: list[Made] = field(default_factory=list)
    """The same of those that lie there as they would be made."""


def write_each(piece: tuple[Job, Sequence[Task]]) -> list[Outcome | str]:
    """Write all that is asked for of documents; words where one is broken."""
    job, tasks = piece
    # What stylesheets are given is put together for all before anything is rendered: after each
    # rendering Python would have to come back into the processor's caches, which takes longer.
    waiting = deque(_ready(job, task) for task in tasks)
    done: list[Outcome | str] = []
    while waiting:
        ready = waiting.popleft()  # so that one that is done with is let go
        try:
            done.append(ready if isinstance(ready, str) else _write(job, ready))
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


class _Ready(NamedTuple):
    """A document of which all is put together that its files are made from."""

    task: Task
    source: Source
    page: Given | None
    citation_files: Mapping[str, str]
    chapter: Given | None
    blocks: Given | None


def _ready(job: Job, task: Task) -> _Ready | str:
    """All that the files of a document are made from; words where it is broken."""
    inputs = renderer_of(job.edition).inputs
    asks_for_page, asks_for_chapter = "html" in job.outputs, "epub" in job.outputs
    asks_for_blocks = not {"text", "markdown"}.isdisjoint(job.outputs)
    try:
        read = read_source(task.path, job.root, check=False)
        source = replace(read, page=task.page, images=task.images)
        is_document = task.kind == "document"
        return _Ready(
            task,
            source,
            inputs.for_page(source, interventions=is_document) if asks_for_page else None,
            inputs.citation_files(source) if asks_for_page else {},
            inputs.for_chapter(source, job.view) if asks_for_chapter else None,
            inputs.for_blocks(source, job.view) if asks_for_blocks else None,
        )
    except RenderingError as error:
        return str(error)


def _write(job: Job, ready: _Ready) -> Outcome:
    renderer = renderer_of(job.edition)
    outcome = Outcome()
    if ready.page:
        _write_page(outcome, renderer, job, ready.task, ready.page)
        for file, text in ready.citation_files.items():
            outcome.written.append(write_text(job.folder / file, text))
        files = [ready.task.path, *ready.source.parts]
        outcome.sources += tei_files.copy(files, job.base, job.folder)
    if ready.chapter:
        from tei_edition.rendering.books import epub

        name = ready.task.page.removesuffix(".html")
        outcome.chapter = job.edition.with_name(name + epub.CHAPTER_ENDING)
        write_text(outcome.chapter, renderer.chapter_from(ready.chapter))
    if ready.blocks:
        _write_text(outcome, renderer, job, ready.task, ready.blocks)
    return outcome


def _write_page(outcome: Outcome, renderer: Renderer, job: Job, task: Task, given: Given) -> None:
    follows = _follows(job, renderer, given)
    if not _is_there(outcome, job, task.last.get(task.page), follows):
        made = renderer.page_from(given)
        _put(outcome, job, task.page, made.html, follows, made.interventions)


def _write_text(outcome: Outcome, renderer: Renderer, job: Job, task: Task, given: Given) -> None:
    """The files that are written from the document's blocks."""
    from tei_edition.rendering.text.plain_text import plain_text

    blocks: Blocks | None = None
    for file in names_of(task.page, job.outputs):
        if file == task.page:
            continue
        is_text = file.endswith(TEXT)
        width = width_of(job.view, job.width)
        setting = str(width) if is_text else renderer.inputs.all_pages
        follows = _follows(job, renderer, given, setting)
        if not _is_there(outcome, job, task.last.get(file), follows):
            blocks = renderer.blocks_from(given) if blocks is None else blocks
            text = plain_text(blocks, width) if is_text else renderer.markdown_of(blocks)
            _put(outcome, job, file, text, follows)


def names_of(page: str, outputs: Collection[str]) -> Iterator[str]:
    """The names of a document's files of which it is kept what they follow from."""
    for output, ending in (("html", ".html"), ("text", TEXT), ("markdown", MARKDOWN)):
        if output in outputs:
            yield page.removesuffix(".html") + ending


def names_of_all(edition: EditionData, outputs: Collection[str]) -> Iterator[str]:
    """The names of the files that are made for documents, and of the edition's own pages."""
    is_site = "html" in outputs
    for document in edition.documents:
        yield from names_of(document.page, outputs)
        stem = document.page.removesuffix(".html")
        yield from (stem + suffix for suffix in SUFFIXES.values() if is_site)
    yield from (page.page for page in edition.pages if is_site)


def _follows(job: Job, renderer: Renderer, *given: Given | str) -> str:
    """A digest of all that a file follows from; empty where nothing is kept."""
    if not job.toolkit:
        return ""
    parts = (each if isinstance(each, str) else each.digest() for each in given)
    return digest([job.toolkit, renderer.look, *parts])


def _is_there(outcome: Outcome, job: Job, last: Made | None, follows: str) -> bool:
    if not follows or last is None or not is_as_made(job.folder, last, follows):
        return False
    outcome.written.append(Written(job.folder / last.name, is_new=False))
    outcome.as_made.append(last)
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
    content = digest([text]) if follows else ""
    outcome.made.append(Made(name, follows, content, said or {}))
