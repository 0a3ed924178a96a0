# SPDX-License-Identifier: MIT
"""Rendering as the command line does it: an edition, or files and folders, into a folder."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tei_edition import work
from tei_edition.edition import Edition
from tei_edition.errors import TeiEditionError
from tei_edition.paths import copies_in, expand_paths, real
from tei_edition.pool_process import forks
from tei_edition.rendering import kept
from tei_edition.rendering.citing import Citing
from tei_edition.rendering.edition import EditionData
from tei_edition.rendering.renderer import Renderer
from tei_edition.rendering.site.chunks import DEADLINE, size_of
from tei_edition.rendering.site.folder import write_site
from tei_edition.rendering.site.left_over import settle
from tei_edition.rendering.site.report import SiteReport
from tei_edition.rendering.sources.source import RenderingError, read_source
from tei_edition.rendering.views import OUTPUTS, WIDTH, View, view_named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


WORTH_PROCESSES = 40
"""Documents from which on several processes are quicker than one."""


@dataclass(frozen=True, slots=True)
class Request:
    """What to make."""

    outputs: tuple[str, ...] = ("html", "text")
    """Of :data:`tei_edition.rendering.views.OUTPUTS`."""
    view: View = "reading"
    """The view of what shows one view: all but HTML."""
    width: int = WIDTH
    """Columns of the plain text; 0 leaves lines unwrapped."""
    release: bool = False
    """Whether the site is kept, too, as the published version that it is of."""
    cache: bool = True
    """Whether pages that lie there as they would be made are left as they are; else all are made
    anew, and it is not kept what they were made from."""
    prune: bool = False
    """Whether files are removed that earlier runs wrote into the site and this one would not."""


def render(
    paths: Sequence[Path] | None,
    folder: Path,
    request: Request,
    *,
    jobs: int | None = 1,
    interruptible: bool = False,
    progress: Callable[[int, int], object] | None = None,
) -> SiteReport:
    """Render files and folders, or (without paths) the whole edition of the working directory.

    ``jobs`` is the number of processes, at most two for each core; None for as many as the work is
    worth. With ``interruptible``, Saxon does not work in this process, which it would keep from
    being interrupted, where another one is started at once; and never with templates of an
    edition's own, which may come to no end. The main module has to be importable then
    (:mod:`tei_edition.work`). ``progress`` is told how far the work has got, and of how much.

    >>> render(None, Path("build"), Request())  # doctest: +SKIP

    Raises:
        TeiEditionError: a path is not there, the folder cannot be written, there is no edition,
            no such output or view; there is no room for temporary files.
    """
    _check(request)
    _check_folder(folder)
    asked = _Asked.of(paths, folder)
    edition = asked.edition
    version = _version(asked, request, jobs)
    if jobs is None:
        processes = work.cores() if len(asked.documents) >= WORTH_PROCESSES else 1
    else:
        processes = work.at_most(jobs)
    with _words_for_faults(folder):
        report = write_site(
            asked.documents,
            folder,
            replace(edition_data(edition), is_complete=asked.is_whole) if edition else None,
            authorities=asked.authorities,
            outputs=request.outputs,
            view=request.view,
            width=request.width,
            root=edition.root if edition else None,
            jobs=processes,
            aside=jobs is None and work.cores() > 1,
            apart=interruptible and _is_better_apart(edition),
            progress=_counting(asked, progress),
            kept=kept.place(folder) if request.cache else None,
        )
        if version and not report.failures:
            from tei_edition.rendering.site.release import release

            release(folder, (*report.written, *report.sources), version)
        left_over = settle(
            folder,
            {*report.written, *report.sources}.difference(report.originals),
            request.outputs,
            is_whole=not report.failures and (asked.is_whole or request.prune),
            prune=request.prune,
        )
    return replace(report, warnings=(*asked.left_out, *report.warnings), left_over=left_over)


class _Asked(NamedTuple):
    """What is to be rendered."""

    edition: Edition | None
    documents: tuple[Path, ...]
    authorities: tuple[Path, ...]
    is_whole: bool
    """Whether it is all of the edition, of which no files were named."""
    left_out: list[str]
    """What is to be said of copies that are no documents."""

    @classmethod
    def of(cls, paths: Sequence[Path] | None, folder: Path) -> _Asked:
        """What paths name; without any, the edition of the working directory.

        Raises:
            TeiEditionError: a path is not there; there is no edition, or it cannot be used.
        """
        if paths is None:
            whole = Edition.find(takes_files=True)
            return cls(whole, whole.documents, whole.authorities, True, [])
        files, left_out = _named(paths, folder)
        edition = Edition.containing(files[0])
        known = edition.authorities if edition else ()
        documents = tuple(file for file in files if real(file) not in known)
        authorities = tuple(file for file in files if real(file) in known)
        return cls(edition, documents, authorities, False, left_out)


def _version(asked: _Asked, request: Request, jobs: int | None) -> str:
    """The version to release, empty if none is; refuses what is for a whole edition only."""
    if request.release and not asked.is_whole:
        raise TeiEditionError("a release is of the whole edition: name no files with --release")
    if request.prune and not asked.is_whole and asked.edition:
        raise TeiEditionError("--prune is for the whole edition: name no files with it")
    if not request.release or asked.edition is None:
        return ""
    from tei_edition.rendering.site.release import version_to_release

    return version_to_release(asked.edition, jobs)


def _counting(
    asked: _Asked, progress: Callable[[int, int], object] | None
) -> Callable[[int], object] | None:
    """What is told the size of each piece of the work that is done."""
    if progress is None:
        return None
    files = (*asked.documents, *asked.authorities)
    whole = 2 * sum(map(size_of, files))  # each document is gone over twice
    done = 0

    def went_on(size: int) -> None:
        nonlocal done
        done += size
        progress(done, whole)

    return went_on


@contextmanager
def _words_for_faults(folder: Path) -> Iterator[None]:
    """Say in words what the system has against writing."""
    try:
        yield
    except OSError as error:
        place = f" (“{error.filename}”)" if error.filename else ""
        raise TeiEditionError(f"“{folder}” cannot be written: {error.strerror}{place}") from error
    except sqlite3.OperationalError as error:  # of what is known of all documents
        raise TeiEditionError(
            f"“{tempfile.gettempdir()}”, the folder for temporary files, cannot be used: {error}"
        ) from error


def _named(paths: Sequence[Path], folder: Path) -> tuple[tuple[Path, ...], list[str]]:
    """The files that paths name, and what is to be said of copies in the site that are left out:
    those of files that are there are not missed."""
    files = tuple(expand_paths(paths))
    names = {file.name for file in files}
    folders = {path.resolve() for path in paths if path.is_dir()}
    said = [
        f"{copy}: is left out, as it is a copy that was made for the site: name it itself, or "
        "render into another folder"
        for copy in (folder / name for name in copies_in(folder))
        if copy.name not in names and copy.is_file() and not folders.isdisjoint(real(copy).parents)
    ]
    return files, said


def _check(request: Request) -> None:
    """Refuse what cannot be made, before anything is."""
    for output in request.outputs:
        if output not in OUTPUTS:
            raise TeiEditionError(f"there is no output “{output}”; there are {', '.join(OUTPUTS)}")
    view_named(request.view)
    if "epub" in request.outputs and request.view == "transcript":
        raise TeiEditionError(
            "an EPUB has the reading or the diplomatic view: leave out “--view transcript”"
        )


def _check_folder(folder: Path) -> None:
    """Refuse a place where no folder can be, as one is a file already."""
    there = next((place for place in (folder, *folder.parents) if os.path.lexists(place)), None)
    if there is not None and there.is_file():
        what = "it" if there == folder else f"“{there}”"
        raise TeiEditionError(f"“{folder}” cannot be written: {what} is a file, not a folder")


def render_one(
    paths: Sequence[Path], request: Request, *, interruptible: bool = False
) -> tuple[str, tuple[str, ...]]:
    """The one output of one document, and what the editor should know of it, in words.

    ``interruptible`` is as for :func:`render`.

    Raises:
        TeiEditionError: it is not one document, or not one output; the document cannot be read.
    """
    _check(request)
    if len(paths) != 1 or not paths[0].is_file():
        raise TeiEditionError("name the one file that is to be written to standard output")
    if len(request.outputs) != 1:
        choice = " or ".join(f"--to {output}" for output in OUTPUTS if output != "epub")
        raise TeiEditionError(f"say what to write to standard output: {choice}")
    if request.outputs == ("epub",):
        raise TeiEditionError("an EPUB is a file of its own: name a folder to write it to, -o DIR")
    edition = Edition.containing(paths[0])
    data = edition_data(edition) if edition else None
    piece = (paths[0], edition.root if edition else None, data, request)
    if not (interruptible and _is_better_apart(edition)):
        return _render_one(piece)
    (answer,) = work.run(_render_one, [piece], deadline=DEADLINE)
    if isinstance(answer, work.Failure):
        raise RenderingError(f"{paths[0]}: the process that rendered it {answer.reason}")
    return answer


def _is_better_apart(edition: Edition | None) -> bool:
    return forks() or bool(edition and edition.templates)


def _render_one(
    piece: tuple[Path, Path | None, EditionData | None, Request],
) -> tuple[str, tuple[str, ...]]:
    path, root, edition, request = piece
    renderer = Renderer(edition)
    source = read_source(path, root)
    if request.outputs == ("html",):
        return renderer.html(source), source.problems
    if request.outputs == ("markdown",):
        return renderer.markdown(source, request.view), source.problems
    return renderer.text(source, request.view, request.width), source.problems


def edition_data(edition: Edition) -> EditionData:
    """The settings of an edition as its pages take them."""
    return EditionData(
        title=edition.title,
        short_title=edition.short_title,
        statement=edition.statement,
        editors=edition.editors,
        publisher=edition.publisher,
        base_url=edition.base_url,
        version=edition.version,
        language=edition.language,
        view=edition.view,
        words=edition.words,
        style=edition.style,
        templates=edition.templates,
        cover=edition.cover,
        own_files=edition.own_files,
        root=str(edition.root),
        citing=Citing.of(edition),
        licence=edition.licence.name if edition.licence else "",
        licence_url=edition.licence.url if edition.licence else "",
    )
