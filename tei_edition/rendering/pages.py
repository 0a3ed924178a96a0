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
from tei_edition.rendering import tei_files
from tei_edition.rendering.kept import Made, digest, is_as_made
from tei_edition.rendering.renderer import Page, Renderer
from tei_edition.rendering.source import RenderingError, read_source
from tei_edition.rendering.views import View, width_of
from tei_edition.rendering.writing import Written, write_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from tei_edition.rendering.edition import EditionData
    from tei_edition.rendering.facts import Kind
    from tei_edition.rendering.images import Image
    from tei_edition.rendering.inputs import Given
    from tei_edition.rendering.listings import Listing

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
    # Each of the three is done for all documents before the next. What Saxon makes of one empties
    # the processor's caches of Python, which to fill again, for each document, takes longer.
    ready = deque(_ready(job, task) for task in tasks)
    made = deque(_made(job, ready.popleft()) for _ in tasks)
    return [_written(job, made.popleft()) for _ in tasks]


def write_list(piece: tuple[Job, Listing, Made | None]) -> Outcome:
    """Write a page of the edition's own."""
    job, listing, last = piece
    renderer = renderer_of(job.edition)
    edition, parameters = renderer.inputs.for_listing(listing)
    file = _file(job, listing.page, last, edition, *parameters.values())
    outcome = Outcome()
    _put(outcome, job, file, "" if file.as_made else renderer.listing(listing))
    return outcome


@lru_cache(maxsize=1)
def renderer_of(stored: Path) -> Renderer:
    """The renderer of this process. The file is our own, written a moment ago."""
    return Renderer(pickle.loads(stored.read_bytes()))  # noqa: S301 - see above


class _File(NamedTuple):
    """A file of a document, or of the edition's own."""

    name: str
    follows: str
    """A digest of all that it follows from; empty where nothing is kept."""
    as_made: Made | None
    """What is known of it, where it lies there as it would be made."""


class _Ready(NamedTuple):
    """A document of which all is put together that its files are made from."""

    task: Task
    parts: tuple[Path, ...]
    """The files that it includes."""
    page: Given | None
    """What its page is made from; None where none is to be made. So with the others."""
    chapter: Given | None
    blocks: Given | None
    files: tuple[_File, ...]
    """Its page, if one is asked for, and the files that are written from its blocks."""
    citation_files: Mapping[str, str]


class _Transformed(NamedTuple):
    """A document of which the stylesheets have made all that is to be made."""

    ready: _Ready
    page: str
    chapter: str
    blocks: str


def _ready(job: Job, task: Task) -> _Ready | str:
    """All that the files of a document are made from; words where it is broken."""
    renderer = renderer_of(job.edition)
    inputs = renderer.inputs
    page = chapter = blocks = None
    files: list[_File] = []
    try:
        read = read_source(task.path, job.root, check=False)
        source = replace(read, page=task.page, images=task.images)
        if "html" in job.outputs:
            page = inputs.for_page(source, interventions=task.kind == "document")
            files.append(_file(job, task.page, task.last.get(task.page), page))
            page = None if files[0].as_made else page
        if "epub" in job.outputs:
            chapter = inputs.for_chapter(source, job.view)
        if names := [name for name in names_of(task.page, job.outputs) if name != task.page]:
            blocks = inputs.for_blocks(source, job.view)
            for name in names:
                width = str(width_of(job.view, job.width))
                setting = width if name.endswith(TEXT) else inputs.all_pages
                files.append(_file(job, name, task.last.get(name), blocks, setting))
            blocks = None if all(file.as_made for file in files if file.name in names) else blocks
        citation_files = inputs.citation_files(source) if "html" in job.outputs else {}
    except RenderingError as error:
        return str(error)
    return _Ready(task, source.parts, page, chapter, blocks, tuple(files), citation_files)


def _made(job: Job, ready: _Ready | str) -> _Transformed | str:
    """What the stylesheets make of a document; words where it is broken."""
    if isinstance(ready, str):
        return ready
    renderer = renderer_of(job.edition)
    given = (ready.page, ready.chapter, ready.blocks)
    less = ready._replace(page=None, chapter=None, blocks=None)  # their trees are let go
    try:
        return _Transformed(less, *(renderer.transformed(each) if each else "" for each in given))
    except RenderingError as error:
        return str(error)


def _written(job: Job, made: _Transformed | str) -> Outcome | str:
    """What was written of a document; words where it is broken."""
    if isinstance(made, str):
        return made
    task, parts, *_, files, citation_files = made.ready
    outcome = Outcome()
    for file in files:
        if file.name != task.page:
            continue
        page = Page.of(made.page)
        _put(outcome, job, file, page.html, page.interventions)
        for name, text in citation_files.items():
            outcome.written.append(write_text(job.folder / name, text))
        outcome.sources += tei_files.copy([task.path, *parts], job.base, job.folder)
    if made.chapter:
        from tei_edition.rendering import epub

        name = task.page.removesuffix(".html")
        outcome.chapter = job.edition.with_name(name + epub.CHAPTER_ENDING)
        write_text(outcome.chapter, made.chapter)
    _write_texts(outcome, job, [file for file in files if file.name != task.page], made.blocks)
    return outcome


def _write_texts(outcome: Outcome, job: Job, files: Sequence[_File], xml: str) -> None:
    """The files that are written from the document's blocks."""
    from tei_edition.rendering.block_reader import read_blocks
    from tei_edition.rendering.plain_text import plain_text

    blocks = read_blocks(xml) if xml else ()
    for file in files:
        if file.as_made:
            text = ""
        elif file.name.endswith(TEXT):
            text = plain_text(blocks, width_of(job.view, job.width))
        else:
            text = renderer_of(job.edition).markdown_of(blocks)
        _put(outcome, job, file, text)


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


def _file(job: Job, name: str, last: Made | None, *given: Given | str) -> _File:
    """A file that follows from what is given, and whether it lies there so."""
    if not job.toolkit:
        return _File(name, "", None)
    parts = (each if isinstance(each, str) else each.digest() for each in given)
    follows = digest([job.toolkit, renderer_of(job.edition).look, *parts])
    is_there = last is not None and is_as_made(job.folder, last, follows)
    return _File(name, follows, last if is_there else None)


def _put(
    outcome: Outcome, job: Job, file: _File, text: str, said: Mapping[str, str] | None = None
) -> None:
    """Write a file, unless it lies there as it would be made."""
    if file.as_made:
        outcome.written.append(Written(job.folder / file.name, is_new=False))
        outcome.as_made.append(file.as_made)
        return
    outcome.written.append(write_text(job.folder / file.name, text))
    content = digest([text]) if file.follows else ""
    outcome.made.append(Made(file.name, file.follows, content, said or {}))
