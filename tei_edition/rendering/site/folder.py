# SPDX-License-Identifier: MIT
"""A folder of pages: every document, the registers, the index, the files they share."""

from __future__ import annotations

import pickle
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.rendering.edition import EditionData
from tei_edition.rendering.kept import Kept
from tei_edition.rendering.site import tei_files
from tei_edition.rendering.site.chunks import Chunks, Processes, size_of
from tei_edition.rendering.site.left_over import claim
from tei_edition.rendering.site.pages import Job, names_of_all
from tei_edition.rendering.site.run import SHARED_FILES, TEXTS, Run
from tei_edition.rendering.site.toolkit import toolkit
from tei_edition.rendering.views import WIDTH, View

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from tei_edition.rendering.facts.model import Kind
    from tei_edition.rendering.site.chunks import Progress
    from tei_edition.rendering.site.report import SiteReport


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
    aside: bool = False,
    apart: bool = False,
    progress: Progress | None = None,
    kept: Path | None = None,
) -> SiteReport:
    """Write the pages of an edition, or of documents that belong to none.

    Names of files come from the documents' identifiers (:func:`page_name`); of documents that would
    share one, the first has it, and the others are named after their folders, too
    (:func:`names_by_place`). Each file is written whole and put in place by
    renaming, so that an interrupted run leaves the old file or the new one. With pages of HTML
    come the TEI files, as they are (:mod:`tei_edition.rendering.site.tei_files`). ``root`` is the
    folder that inclusions must stay in. The documents are read twice, once for what other pages
    say of them, so that no more than one is in memory. ``kept`` is the file that tells what was
    made last time (:mod:`tei_edition.rendering.kept`), so that only what has changed is made
    again; without it, everything is. ``aside`` lets one process that makes pages have another that
    makes the texts meanwhile: for few documents, each takes as long to get ready as to make them.
    ``apart`` nothing is rendered in this process, so that an interruption is never kept waiting by
    a template that comes to no end. With these, or more than one of ``jobs``, the main module has
    to be importable (:mod:`tei_edition.work`).

    Raises:
        OSError: the folder cannot be written to.
        TeiEditionError: a file would be replaced that no run has written; the cover of a book is no
            image that it may show.
    """
    if "epub" in outputs and edition:
        from tei_edition.rendering.books.cover import cover

        cover(edition, edition.title, "")  # one that is none is said before anything is done
    folder.mkdir(parents=True, exist_ok=True)
    asked: list[tuple[Path, Kind]] = [(path, "document") for path in documents]
    asked += [(path, "authority") for path in authorities]
    sizes = [size_of(path) for path, _ in asked]
    with (
        tempfile.TemporaryDirectory(prefix="tei-edition-") as temporary,
        Processes(jobs, sizes, aside=aside and _has_both(outputs), apart=apart) as processes,
        closing(Kept(kept, folder)) as last,
    ):
        job = Job(
            folder,
            tuple(outputs),
            view,
            width,
            root,
            tei_files.base_of([path for path, _ in asked], root),
            Path(temporary, "edition"),
            Path(temporary, "settings"),
            toolkit() if kept else "",
        )
        job.settings.write_bytes(pickle.dumps(edition or EditionData()))
        with closing(Run(job, processes, last)) as run:
            described = Chunks(sizes, processes, progress or (lambda size: None))
            whole = run.describe(asked, described, edition or EditionData())
            job.edition.write_bytes(pickle.dumps(whole))
            claim(folder, [*names_of_all(whole, outputs), *_shared(outputs)])
            run.write_documents(whole, described.progress)
            if "html" in outputs:
                run.write_edition(whole)
    return run.report()


def _shared(outputs: Collection[str]) -> Iterable[str]:
    return SHARED_FILES if "html" in outputs else ()


def _has_both(outputs: Collection[str]) -> bool:
    """Whether pages and texts are asked for, which have a stylesheet each."""
    return not TEXTS.isdisjoint(outputs) and not TEXTS.issuperset(outputs)
