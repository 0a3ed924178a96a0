# SPDX-License-Identifier: MIT
"""A folder of pages: every document, the registers, the index, the files they share."""

from __future__ import annotations

import json
import pickle
import tempfile
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tei_edition import resources, work
from tei_edition.errors import TeiEditionError
from tei_edition.rendering import (
    edition_pages,
    epub,
    images,
    own_files,
    permalinks,
    tei_files,
    words,
)
from tei_edition.rendering.chunks import Chunks, Processes, size_of
from tei_edition.rendering.cover import cover
from tei_edition.rendering.description import describe
from tei_edition.rendering.edition import OWN_STYLE, EditionData
from tei_edition.rendering.fact_store import FactStore
from tei_edition.rendering.facts import DocumentData, DocumentFacts, Kind
from tei_edition.rendering.page_names import names_by_place
from tei_edition.rendering.plain_text import plain_text
from tei_edition.rendering.renderer import WIDTH, Renderer, View, width_of
from tei_edition.rendering.sorting import Alphabet
from tei_edition.rendering.source import RenderingError, read_source
from tei_edition.rendering.writing import write_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tei_edition.rendering.chunks import Progress
    from tei_edition.rendering.citing import Citing
    from tei_edition.rendering.images import Found, Image
    from tei_edition.rendering.listings import Listing
    from tei_edition.rendering.source import Source

SHARED_FILES = {
    "edition.css": ("edition.css", "citing.css"),
    "edition.js": ("edition.js", "citing.js"),
}
"""The files that all pages share, and the sources that each is put together from."""


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


class _Job(NamedTuple):
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
    progress: Progress | None = None,
) -> SiteReport:
    """Write the pages of an edition, or of documents that belong to none.

    Names of files come from the documents' identifiers (:func:`page_name`); of documents that would
    share one, the first has it, and the others are named after their folders, too
    (:func:`names_by_place`). Each file is written whole and put in place by
    renaming, so that an interrupted run leaves the old file or the new one. With pages of HTML
    come the TEI files, as they are (:mod:`tei_edition.rendering.tei_files`). ``root`` is the
    folder that inclusions must stay in. The documents are read twice, once for what other pages
    say of them, so that no more than one is in memory. With more than one of ``jobs`` the main
    module has to be importable (:mod:`tei_edition.work`).

    Raises:
        OSError: the folder cannot be written to.
        TeiEditionError: the cover of a book is no image that it may show.
    """
    if "epub" in outputs and edition:
        cover(edition, edition.title, "")  # one that is none is said before anything is done
    folder.mkdir(parents=True, exist_ok=True)
    asked: list[tuple[Path, Kind]] = [(path, "document") for path in documents]
    asked += [(path, "authority") for path in authorities]
    base = tei_files.base_of([path for path, _ in asked], root)
    all_sizes = [size_of(path) for path, _ in asked]
    failures: list[Failure] = []
    known: list[tuple[Path, DocumentData]] = []
    sizes: list[int] = []
    taken: dict[str, Path] = {}
    written: list[Path] = []
    chapters: list[Path] = []
    tei: set[Path] = set()
    shown: dict[Path, tuple[Image, ...]] = {}
    warnings: list[str] = []
    with (
        tempfile.TemporaryDirectory(prefix="tei-edition-") as temporary,
        Processes(jobs, all_sizes) as processes,
    ):
        run = Chunks(all_sizes, processes, progress or (lambda size: None))
        store = FactStore(Path(temporary, "facts"))
        has_interventions: set[str] = set()
        described = run.each(_describe, (root, base), asked)
        for (path, _), size, answer in zip(asked, run.sizes, described, strict=True):
            if isinstance(answer, str):
                failures.append(Failure(path, answer))
                continue
            facts, found = answer
            shown[path] = found.images
            warnings += found.problems
            data = _placed(facts.document, path, base, taken)
            taken[data.page.casefold()] = path
            if "html" in outputs:
                data = replace(data, source=tei_files.address(path, base))
            known.append((path, data))
            sizes.append(size)
            store.add(replace(facts, document=data))
            has_interventions |= facts.interventions
        whole = replace(edition or EditionData(), documents=tuple(data for _, data in known))
        store.close()
        _put_in_order(store.path, whole, outputs, processes)
        whole = replace(
            whole,
            pages=edition_pages.planned(whole, store, frozenset(has_interventions)),
            facts=store.path,
        )
        stored = Path(temporary, "edition")
        stored.write_bytes(pickle.dumps(whole))
        job = _Job(folder, tuple(outputs), view, width, root, base, stored)
        run = Chunks(sizes, processes, run.progress)
        pages = [(path, data.page, data.kind, shown[path]) for path, data in known]
        all_images = [image for found in shown.values() for image in found]
        if not {"html", "markdown"}.isdisjoint(outputs):
            written += images.copy(all_images, folder)
        for (path, _), result in zip(known, run.each(_render, job, pages), strict=True):
            if isinstance(result, str):
                failures.append(Failure(path, result))
            else:
                tei.update(f for f in result if f.is_relative_to(folder / tei_files.FOLDER))
                chapters += (file for file in result if file.parent != folder and file not in tei)
                written += (file for file in result if file.parent == folder)
        if chapters:
            names = {file.stem for file in chapters}
            kept = tuple(d for d in whole.documents if d.page.removesuffix(".html") in names)
            book = folder / epub.NAME
            written.append(
                epub.write_book(book, chapters, replace(whole, documents=kept), view, all_images)
            )
        if "html" in outputs:
            lists = edition_pages.contents(whole, store, stored.parent)
            written += _write_lists(job, processes, lists)
            if whole.citing and whole.is_complete:
                written += _permanent(whole.citing, job, processes, written)
            for name, sources in SHARED_FILES.items():
                parts = (resources.stylesheet(f"html/{source}") for source in sources)
                content = "\n".join(part.read_text(encoding="utf-8") for part in parts)
                written.append(write_text(folder / name, content))
            if whole.style:
                own = Path(whole.style).read_text(encoding="utf-8")
                written.append(write_text(folder / OWN_STYLE, own))
            if whole.own_files:
                written += own_files.copy(whole.own_files, whole.root, folder)
        store.close()
        if _renderer.cache_info().currsize:
            _renderer(stored).close()
        _renderer.cache_clear()
    return SiteReport(tuple(written), tuple(failures), tuple(sorted(tei)), tuple(warnings))


def _placed(
    document: DocumentData, path: Path, base: Path, taken: Mapping[str, Path]
) -> DocumentData:
    """The document with its place, and with a page whose name no other file has."""
    place = tei_files.place(path, base).relative_to(tei_files.FOLDER)
    names = (document.page, *(f"{name}.html" for name in names_by_place(place)))
    page = next(name for name in names if taken.get(name.casefold(), path) == path)
    return replace(document, place=place.as_posix(), page=page)


def _put_in_order(
    facts: Path, edition: EditionData, outputs: Sequence[str], processes: Processes
) -> None:
    """Put the facts in order in one process, while the others compile the stylesheets."""
    letters = words.sorting(edition.language, Path(edition.words) if edition.words else None)
    pieces: list[_Facts | _Sheets] = [_Facts(facts, letters)]
    pieces += [_Sheets(edition, tuple(outputs))] * (processes.number - 1)
    for answer in processes.each(_prepare, pieces):
        if isinstance(answer, work.Failure):
            raise OSError(f"the process that put names in order {answer.reason}")


class _Facts(NamedTuple):
    path: Path
    letters: str
    """The alphabet that they are put in the order of."""


class _Sheets(NamedTuple):
    edition: EditionData
    outputs: tuple[str, ...]


def _prepare(piece: _Facts | _Sheets) -> None:
    if isinstance(piece, _Facts):
        store = FactStore(piece.path)
        store.finish(Alphabet(piece.letters))
        store.close()
    else:
        with suppress(TeiEditionError):  # the first page will say what is wrong
            Renderer(piece.edition).prepare(piece.outputs)


def _write_lists(job: _Job, processes: Processes, lists: Iterable[Listing]) -> Iterator[Path]:
    """Write pages of the edition's own; the next is put together while one is written."""
    for answer in processes.each(_write_list, ((job, listing) for listing in lists)):
        if isinstance(answer, work.Failure):
            raise OSError(f"the process that wrote a list {answer.reason}")
        yield answer


def _write_list(piece: tuple[_Job, Listing]) -> Path:
    job, listing = piece
    return write_text(job.folder / listing.page, _renderer(job.edition).listing(listing))


def _permanent(
    citing: Citing, job: _Job, processes: Processes, written: Sequence[Path]
) -> Iterator[Path]:
    """The pages of every identifier that was ever published, and the errata as data."""
    taken = {path.name.casefold() for path in written}
    for name, content in permalinks.redirections(citing, taken):
        yield write_text(job.folder / name, content)
    yield from _write_lists(job, processes, permalinks.accounts(citing, taken))
    if citing.registry.versions:
        data = json.dumps(permalinks.errata_json(citing), ensure_ascii=False, indent=2)
        yield write_text(job.folder / f"{permalinks.ERRATA}.json", data + "\n")


def _describe(
    piece: tuple[tuple[Path | None, Path], Sequence[tuple[Path, Kind]]],
) -> list[tuple[DocumentFacts, Found] | str]:
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


def _render(
    piece: tuple[_Job, Sequence[tuple[Path, str, Kind, tuple[Image, ...]]]],
) -> list[list[Path] | str]:
    job, pages = piece
    renderer = _renderer(job.edition)
    done: list[list[Path] | str] = []
    for path, page, kind, shown in pages:
        try:
            source = replace(read_source(path, job.root, check=False), page=page, images=shown)
            done.append(_write(renderer, job, path, source, kind))
        except RenderingError as error:
            done.append(str(error))
    return done


@lru_cache(maxsize=1)
def _renderer(stored: Path) -> Renderer:
    """The renderer of this process. The file is our own, written a moment ago."""
    return Renderer(pickle.loads(stored.read_bytes()))  # noqa: S301 - see above


def _write(renderer: Renderer, job: _Job, path: Path, source: Source, kind: Kind) -> list[Path]:
    page = source.page
    written = []
    if "html" in job.outputs:
        made = renderer.page(source, interventions=kind == "document")
        written.append(write_text(job.folder / page, made.html))
        for name, said in made.interventions.items():
            edition_pages.interventions_file(job.edition.parent, page, name).write_text(
                said, encoding="utf-8"
            )
        for name, text in renderer.citation_files(source).items():
            written.append(write_text(job.folder / name, text))
        written += tei_files.copy([path, *source.parts], job.base, job.folder)
    if "epub" in job.outputs:
        chapter = job.edition.with_name(page.removesuffix(".html") + epub.CHAPTER_ENDING)
        written.append(write_text(chapter, renderer.chapter(source, job.view)))
    if not {"text", "markdown"}.isdisjoint(job.outputs):
        name = page.removesuffix(".html")
        blocks = renderer.blocks(source, job.view)
        if "text" in job.outputs:
            text = plain_text(blocks, width_of(job.view, job.width))
            written.append(write_text(job.folder / f"{name}.txt", text))
        if "markdown" in job.outputs:
            text = renderer.markdown_of(blocks)
            written.append(write_text(job.folder / f"{name}.md", text))
    return written
