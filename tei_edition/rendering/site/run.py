# SPDX-License-Identifier: MIT
"""The writing of a site, step by step: what is known of all documents, their pages, the lists."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition import resources, work
from tei_edition.rendering.edition import OWN_STYLE, EditionData
from tei_edition.rendering.facts.store import FactStore
from tei_edition.rendering.images import beside
from tei_edition.rendering.lists import edition_pages, permalinks
from tei_edition.rendering.page_names import names_by_place
from tei_edition.rendering.site import tei_files
from tei_edition.rendering.site.chunks import Chunks
from tei_edition.rendering.site.describing import Question, describe_each
from tei_edition.rendering.site.ordering import put_in_order
from tei_edition.rendering.site.pages import Task, names_of, renderer_of, write_each, write_list
from tei_edition.rendering.site.report import Failure, SiteReport
from tei_edition.rendering.theming import own_files
from tei_edition.rendering.writing import Written, write_copy, write_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from tei_edition.rendering.citing import Citing
    from tei_edition.rendering.facts.model import DocumentData, Kind
    from tei_edition.rendering.images.beside import Image
    from tei_edition.rendering.kept import Kept, Made
    from tei_edition.rendering.lists.listings import Listing
    from tei_edition.rendering.site.chunks import Processes, Progress
    from tei_edition.rendering.site.pages import Job, Outcome

TEXTS = frozenset({"text", "markdown"})
"""The outputs that are made of a document's blocks."""

SHARED_FILES = {
    "edition.css": ("edition.css", "citing.css"),
    "edition.js": ("edition.js", "citing.js"),
}
"""The files that all pages share, and the sources that each is put together from."""


class Run:
    """The writing of one site, step by step."""

    def __init__(self, job: Job, processes: Processes, last: Kept) -> None:
        self._job = job
        self._processes = processes
        self._last = last
        self._store = FactStore(job.edition.with_name("facts"))
        self._paths: list[Path] = []
        self._sizes: list[int] = []
        self._images: list[tuple[Image, ...]] = []
        self._written: list[Written] = []
        self._sources: list[Written] = []
        self._failures: list[Failure] = []
        self._warnings: list[str] = []

    def describe(
        self, asked: Sequence[tuple[Path, Kind]], chunks: Chunks, edition: EditionData
    ) -> EditionData:
        """The edition with all that pages of one document need to know of the others."""
        job = self._job
        known: list[DocumentData] = []
        taken: dict[str, Path] = {}
        interventions: set[str] = set()

        def question(place: int) -> Question:
            path, kind = asked[place]
            return Question(path, kind, self._last.described(str(path)))

        described = chunks.each(describe_each, job, question)
        for (path, _), size, answer in zip(asked, chunks.sizes, described, strict=True):
            if isinstance(answer, str):
                self._failures.append(Failure(path, answer))
                continue
            facts, found, to_keep = answer
            if to_keep:
                self._last.keep(to_keep)
            self._warnings += found.problems
            data = _placed(facts.document, path, job.base, taken)
            cited = facts.cited if data.page == facts.document.page else ""
            taken[data.page.casefold()] = path
            if "html" in job.outputs:
                data = replace(data, source=tei_files.address(path, job.base))
            known.append(data)
            self._paths.append(path)
            self._sizes.append(size)
            self._images.append(found.images)
            self._store.add(replace(facts, document=data, cited=cited))
            interventions |= facts.interventions
        whole = replace(edition, documents=tuple(known))
        self._store.close()
        soon = () if self._last.has_any() else job.outputs
        put_in_order(self._store.path, whole, soon, self._processes)
        planned = edition_pages.planned(whole, self._store, frozenset(interventions))
        return replace(whole, pages=planned, facts=self._store.path)

    def write_documents(self, edition: EditionData, progress: Progress) -> None:
        """What there is of each document, and the book of them all."""
        job = self._job
        all_images = [image for found in self._images for image in found]
        if not {"html", "markdown"}.isdisjoint(job.outputs):
            self._written += beside.copy(all_images, job.folder)

        def task(place: int) -> Task:
            data = edition.documents[place]
            known = self._known(names_of(data.page, job.outputs))
            return Task(self._paths[place], data.page, data.kind, self._images[place], known)

        chapters: list[Path] = []
        for path, outcome in self._outcomes(task, progress):
            if isinstance(outcome, str):
                failure = Failure(path, outcome)
                self._failures += [failure] if failure not in self._failures else []
                continue
            self._add(outcome)
            chapters += [outcome.chapter] if outcome.chapter else []
        if chapters:
            from tei_edition.rendering.books import epub

            names = {file.stem for file in chapters}
            chosen = (d for d in edition.documents if d.page.removesuffix(".html") in names)
            book = replace(edition, documents=tuple(chosen))
            place = job.folder / epub.NAME
            self._written.append(epub.write_book(place, chapters, book, job.view, all_images))

    def _outcomes(
        self, task: Callable[[int], Task], progress: Progress
    ) -> Iterator[tuple[Path, Outcome | str]]:
        """What was done for each document; what another process does of it, by itself."""
        job = self._job
        chunks = Chunks(self._sizes, self._processes, progress)
        if not (self._processes.has_aside and self._paths):
            yield from zip(self._paths, chunks.each(write_each, job, task), strict=True)
            return
        texts = job._replace(outputs=tuple(o for o in job.outputs if o in TEXTS))
        pages = job._replace(outputs=tuple(o for o in job.outputs if o not in TEXTS))
        made_aside = chunks.begin(write_each, texts, task)
        yield from zip(self._paths, chunks.each(write_each, pages, task), strict=True)
        yield from zip(self._paths, made_aside(), strict=True)

    def write_edition(self, edition: EditionData) -> None:
        """The edition's own pages, and the files that all pages share."""
        folder = self._job.folder
        self._write_lists(edition_pages.contents(edition, self._store, self._job.edition.parent))
        if edition.citing and edition.is_complete:
            self._write_permanent(edition.citing)
        for name, sources in SHARED_FILES.items():
            parts = (resources.stylesheet(f"html/{source}") for source in sources)
            content = "\n".join(part.read_text(encoding="utf-8") for part in parts)
            self._written.append(write_text(folder / name, content))
        if edition.style:
            self._written.append(write_copy(folder / OWN_STYLE, Path(edition.style)))
        if edition.own_files:
            self._written += own_files.copy(edition.own_files, edition.root, folder)

    def close(self) -> None:
        """Let go of the files that are read from."""
        self._store.close()
        if renderer_of.cache_info().currsize:
            renderer_of(self._job.edition).close()
        renderer_of.cache_clear()

    def report(self) -> SiteReport:
        """What was written, and what was not."""
        return SiteReport(
            tuple(file.path for file in self._written),
            tuple(self._failures),
            tuple(sorted({file.path for file in self._sources})),
            tuple(self._warnings),
            tuple(file.path for file in self._written if not file.is_new),
            tuple(file.path for file in (*self._written, *self._sources) if not file.is_ours),
        )

    def _known(self, names: Iterable[str]) -> dict[str, Made]:
        return {name: made for name in names if (made := self._last.last(name))}

    def _add(self, outcome: Outcome) -> None:
        """Take an outcome in, with what the edition's lists take from the pages."""
        self._written += outcome.written
        self._sources += outcome.sources
        for made in outcome.made:
            self._last.keep(made)
        for made in (*outcome.made, *outcome.as_made):
            for kind, markup in made.said.items():
                file = edition_pages.interventions_file(self._job.edition.parent, made.name, kind)
                file.write_text(markup, encoding="utf-8")

    def _write_lists(self, lists: Iterable[Listing]) -> None:
        """Write pages of the edition's own; the next is put together while one is written."""
        pieces = ((self._job, listing, self._last.last(listing.page)) for listing in lists)
        for answer in self._processes.each(write_list, pieces):
            if isinstance(answer, work.Failure):
                raise OSError(f"the process that wrote a list {answer.reason}")
            self._add(answer)

    def _write_permanent(self, citing: Citing) -> None:
        """The pages of every identifier that was ever published, and the errata as data."""
        folder = self._job.folder
        taken = {file.path.name.casefold() for file in self._written}
        for name, content in permalinks.redirections(citing, taken):
            self._written.append(write_text(folder / name, content))
        self._write_lists(permalinks.accounts(citing, taken))
        if citing.registry.versions:
            data = json.dumps(permalinks.errata_json(citing), ensure_ascii=False, indent=2)
            self._written.append(write_text(folder / f"{permalinks.ERRATA}.json", data + "\n"))


def _placed(
    document: DocumentData, path: Path, base: Path, taken: Mapping[str, Path]
) -> DocumentData:
    """The document with its place, and with a page whose name no other file has."""
    place = tei_files.place(path, base).relative_to(tei_files.FOLDER)
    names = (document.page, *(f"{name}.html" for name in names_by_place(place)))
    page = next(name for name in names if taken.get(name.casefold(), path) == path)
    return replace(document, place=place.as_posix(), page=page)
