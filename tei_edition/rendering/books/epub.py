# SPDX-License-Identifier: MIT
"""An edition as one book: EPUB 3.3, of chapters that the stylesheet ``epub.xsl`` made.

The same documents give the same bytes: nothing in the book depends on when or where it was made.
"""

from __future__ import annotations

import os
import re
import shutil
import uuid
from datetime import UTC, date, datetime
from html import unescape
from typing import IO, TYPE_CHECKING, NamedTuple
from urllib.parse import unquote
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from tei_edition import resources
from tei_edition.errors import TeiEditionError
from tei_edition.parser.escaping import element
from tei_edition.rendering.books.cover import cover
from tei_edition.rendering.images.beside import as_elements
from tei_edition.rendering.renderer import Renderer
from tei_edition.rendering.writing import Written, write_with

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from tei_edition.rendering.edition import EditionData
    from tei_edition.rendering.images.beside import Image
    from tei_edition.rendering.views import View

NAME = "edition.epub"
"""The file that the book is written to."""

CHAPTER_ENDING = ".xhtml"

_ID = re.compile(r' id="([^"]*)"')
_SHOWN = re.compile(r'<img src="([^"]*)"')
_MODIFIED = re.compile(r'<meta name="dcterms.modified" content="([0-9-]{10})"')
_HREF = re.compile(r' href="(?!https?:|mailto:)([^"#]*)(?:#([^"]*))?"')
_DOCUMENT = re.compile(r'<section\b[^>]* class="document[ "][^>]*>')
_AFTER = re.compile(r'<section\b[^>]* class="(?:notes|readings|citing|former|about)[ "]')
_HEADING = re.compile(r'<h([2-6])\b(?! class="gen vh")([^>]*)>(.*?)</h\1>', re.DOTALL)
_LANGUAGE = re.compile(r' lang="([^"]*)"')
_PAGE_BREAK = re.compile(r'<span epub:type="pagebreak"[^>]*? id="([^"]*)"[^>]*? data-n="([^"]*)"')
_LEVEL = re.compile(r' aria-level="([0-9]+)"')
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_IMPRINT = re.compile(r'<p class="imprint">(.*?)</p>', re.DOTALL)
_MARK = re.compile(r'<sup\b.*?</sup>|<span epub:type="pagebreak".*?</span>|<[^>]+>', re.DOTALL)
_EARLIEST = date(1980, 1, 1)
"""The earliest day that a ZIP archive can name."""
_CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>\n"
)


def write_book(
    path: Path,
    chapters: Sequence[Path],
    edition: EditionData,
    view: View,
    images: Iterable[Image] = (),
) -> Written:
    """Write the book of an edition. ``chapters`` are XHTML files, named after its pages; of the
    ``images`` the book has those that they show.

    A link to what the book does not hold, a passage of the other view for instance, loses its
    address or its fragment.

    Raises:
        OSError: the file cannot be written.
    """
    renderer = Renderer(edition)
    told = _Chapters.read(chapters)
    known = {image.address: image for image in images}
    shown = [known[address] for address in sorted(told.addresses & known.keys())]
    title_page = renderer.book("title", view)
    title = _page(title_page)
    front = cover(edition, _words(_TITLE, title), _words(_IMPRINT, title))
    outline = f'<outline xmlns="urn:tei-edition:edition">{told.outline}</outline>'
    moment = _moment(told.modified, edition.date)
    parameters = {
        "cover": element("cover", {"href": front.name, "media-type": front.media_type}),
        "identifier": edition.base_url or _urn(title_page, told.anchors),
        "formulae": "/".join(told.formulae),
        "modified": f"{moment:%Y-%m-%dT%H:%M:%SZ}",
        "images": f'<images xmlns="urn:tei-edition:edition">{as_elements(shown)}</images>',
        "outline": outline,
    }

    def put_together(file: IO[bytes]) -> None:
        with ZipFile(file, "w") as zip_file:
            archive = _Archive(zip_file, moment)
            archive.add("mimetype", "application/epub+zip", ZIP_STORED)
            archive.add("META-INF/container.xml", _CONTAINER)
            archive.add("book/package.opf", _xml(renderer.book("package", view, parameters)))
            archive.add(f"book/{front.name}", front.content)
            archive.add("book/title.xhtml", title)
            contents = renderer.book("contents", view, {"outline": outline})
            archive.add("book/contents.xhtml", _page(contents))
            style = resources.stylesheet("epub/book.css").read_text(encoding="utf-8")
            archive.add("book/book.css", style)
            for chapter in chapters:
                text = chapter.read_text(encoding="utf-8")
                linked = _linked(text, chapter.name, told.anchors)
                archive.add(f"book/{chapter.name}", _page(linked))
            for image in shown:
                archive.copy(f"book/{image.address}", image.file)

    return write_with(path, put_together)


class _Chapters(NamedTuple):
    """What of the chapters the rest of the book needs to know; they are read one by one."""

    anchors: dict[str, set[str]]
    """The identifiers in each, by its name."""
    addresses: set[str]
    """Those of the images they show."""
    formulae: list[str]
    """The names of those with MathML, which the package document has to state."""
    outline: str
    """Their headings, as elements for the contents."""
    modified: date
    """The last day that one names as that of a change."""

    @classmethod
    def read(cls, chapters: Sequence[Path]) -> _Chapters:
        anchors: dict[str, set[str]] = {}
        addresses: set[str] = set()
        formulae: list[str] = []
        outline: list[str] = []
        modified = _EARLIEST
        for chapter in chapters:
            text = chapter.read_text(encoding="utf-8")
            anchors[chapter.name] = set(_ID.findall(text))
            addresses.update(_SHOWN.findall(text))
            if "<math" in text:
                formulae.append(chapter.name)
            outline.append(_outline(chapter.name, text))
            for day in _MODIFIED.findall(text):
                modified = max(modified, date.fromisoformat(day))
        return cls(anchors, addresses, formulae, "".join(outline), modified)


class _Archive:
    """The ZIP archive of a book (EPUB 3.3, 4: OCF), whose entries all bear one time."""

    def __init__(self, file: ZipFile, moment: datetime) -> None:
        self._file = file
        self._moment = moment.timetuple()[:6]

    def add(self, name: str, content: str | bytes, compression: int = ZIP_DEFLATED) -> None:
        self._file.writestr(self._entry(name, compression), content)

    def copy(self, name: str, source: Path) -> None:
        """Add a file as it is, and not compressed: images are."""
        entry = self._entry(name, ZIP_STORED)
        entry.file_size = source.stat().st_size
        with source.open("rb") as read, self._file.open(entry, "w") as written:
            shutil.copyfileobj(read, written)

    def _entry(self, name: str, compression: int) -> ZipInfo:
        entry = ZipInfo(name, self._moment)
        entry.compress_type = compression
        entry.external_attr = 0o100644 << 16  # as any user may read it
        entry.create_system = 3  # Unix, whatever it is made on
        return entry


def _words(pattern: re.Pattern[str], page: str) -> str:
    found = pattern.search(page)
    return unescape(found[1]) if found else ""


def _xml(text: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _page(text: str) -> str:
    return _xml(f"<!DOCTYPE html>\n{text}")


def _outline(name: str, text: str) -> str:
    """What a chapter has: its language, the headings of its text, each in the one that it stands
    below, and the beginnings of its pages that have numbers."""
    start = _DOCUMENT.search(text)
    if start is None:
        return ""
    language = _LANGUAGE.search(start[0]) or _LANGUAGE.search(text)
    end = _AFTER.search(text, start.end())
    parts: list[str] = []
    above: list[int] = []
    for found in _HEADING.finditer(text, start.end(), end.start() if end else len(text)):
        named, deeper = _ID.search(found[2]), _LEVEL.search(found[2])
        if named is None:
            continue
        level = int(deeper[1] if deeper else found[1])
        while above and above[-1] >= level:
            parts.append("</heading>")
            above.pop()
        above.append(level)
        words = " ".join(_MARK.sub("", found[3]).split()).replace('"', "&quot;")
        parts.append(f'<heading id="{named[1]}" words="{words}">')
    parts += ["</heading>"] * len(above)
    parts += [f'<page id="{id_}" n="{number}"/>' for id_, number in _PAGE_BREAK.findall(text)]
    tag = language[1] if language else ""
    return f'<chapter file="{name}" lang="{tag}">{"".join(parts)}</chapter>'


def _linked(text: str, name: str, anchors: dict[str, set[str]]) -> str:
    """A chapter whose links lead somewhere, or have no address."""

    def link(found: re.Match[str]) -> str:
        page, fragment = found[1], found[2] or ""
        if page == "book.css":
            return found[0]
        known = anchors.get(page or name)
        if known is None or (not page and unquote(fragment) not in known):
            return ""
        return f' href="{page}"' if unquote(fragment) not in known else found[0]

    return _HREF.sub(link, text)


def _moment(modified: date, edition: str) -> datetime:
    """When the book was last changed: as ``SOURCE_DATE_EPOCH`` says, else on the day of the
    edition's version, else on the last day that a document names as that of a change."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch:
        try:
            return max(datetime.fromtimestamp(int(epoch), UTC), _midnight(_EARLIEST))
        except (ValueError, OverflowError, OSError) as error:
            raise TeiEditionError(
                f"SOURCE_DATE_EPOCH is “{epoch}”, which is no number of seconds"
            ) from error
    try:
        return _midnight(max(date.fromisoformat(edition), _EARLIEST))
    except ValueError:
        return _midnight(modified)


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _urn(title: str, names: Iterable[str]) -> str:
    """A name for a book without an address, made of its title page and its chapters' names."""
    return uuid.uuid5(uuid.NAMESPACE_URL, "\n".join((title, *sorted(names)))).urn
