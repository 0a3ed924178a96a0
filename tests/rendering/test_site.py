# SPDX-License-Identifier: MIT
"""Folders of pages: names, collisions, failures, atomic writing."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from tei_edition.rendering import (
    EditionData,
    Renderer,
    RenderingError,
    page_name,
    read_source,
    write_site,
)
from tei_edition.rendering.page_names import RESERVED

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"{}><teiHeader/><text><body><p>{}</p></body></text></TEI>'


def _write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_the_model_edition_becomes_a_site(model: Path, tmp_path: Path) -> None:
    documents = sorted((model / "documents").glob("*.xml"))
    report = write_site(
        documents,
        tmp_path,
        EditionData(title="Papers"),
        authorities=[model / "names.xml"],
        root=model,
    )
    assert not report.failures
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".tei-edition",
        *("about.html", "chronology.html", "edition.css", "edition.js", "emendations.html"),
        *("gaps.html", "index-person.html", "index-place.html", "index.html"),
        *(f"letter-3.{ending}" for ending in ("bib", "csl.json", "html", "ris", "txt")),
        *(f"names.{ending}" for ending in ("bib", "csl.json", "html", "ris", "txt")),
        "tei",
        *(f"telegram-7.{ending}" for ending in ("bib", "csl.json", "html", "ris", "txt")),
    ]
    index = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "Lund to the Harbour Board, 1 May 1931" in index
    assert 'href="names.html"' in index


def test_a_broken_document_does_not_stop_the_others(tmp_path: Path) -> None:
    good = _write(tmp_path / "good.xml", TEI.format("", "fine"))
    bad = _write(tmp_path / "bad.xml", "<TEI>")
    report = write_site([bad, good], tmp_path / "out")
    assert (tmp_path / "out" / "good.html").is_file()
    (failure,) = report.failures
    assert failure.path == bad
    assert "is still open" in failure.message


def test_documents_of_one_name_have_pages_named_after_their_folders(tmp_path: Path) -> None:
    for folder, body in (("a", "one"), ("b", "two")):
        (tmp_path / folder).mkdir()
        _write(tmp_path / folder / "x.xml", TEI.format(' xml:id="Same"', body))
        link = f'<ref target="../{"ba"[folder == "b"]}/x.xml">there</ref>'
        _write(tmp_path / folder / "y.xml", TEI.format(' xml:id="same"', body + link))
    files = sorted(tmp_path.rglob("*.xml"))
    for order in (files, files[:1] + files[:0:-1]):
        report = write_site(order, tmp_path / "out", outputs=("html",))
        assert not report.failures
        pages = {path.name for path in report.written if path.suffix == ".html"}
        assert {"Same.html", "a-y.html", "b-x.html", "b-y.html"} <= pages
    there = (tmp_path / "out" / "a-y.html").read_text(encoding="utf-8")
    assert '<a href="b-x.html"' in there
    there = (tmp_path / "out" / "b-y.html").read_text(encoding="utf-8")
    assert '<a href="Same.html"' in there


def test_documents_are_pointed_at_by_file_or_by_identifier_and_named_by_their_titles(
    tmp_path: Path,
) -> None:
    header = (
        "<teiHeader><fileDesc><titleStmt><title>Second</title></titleStmt></fileDesc></teiHeader>"
    )
    second = TEI.format(' xml:id="L2"', "two").replace("<teiHeader/>", header)
    links = '<ref target="L2"/><ptr target="second.xml#q"/><ref target="L2#q">there</ref>'
    documents = [
        _write(tmp_path / "first.xml", TEI.format(' xml:id="L1"', links)),
        _write(tmp_path / "second.xml", second),
    ]
    write_site(documents, tmp_path / "out", outputs=("html", "markdown"))
    page = (tmp_path / "out" / "L1.html").read_text(encoding="utf-8")
    assert '<a href="L2.html">⟨link: Second⟩</a>' in page
    assert '<a href="L2.html#q">⟨link: Second, #q⟩</a>' in page
    assert '<a href="L2.html#q" class="tei-ref">there</a>' in page
    written = (tmp_path / "out" / "L1.md").read_text(encoding="utf-8")
    assert "[⟨link: Second⟩](L2.md)" in written


def test_the_next_letter_is_in_the_head_by_its_title_where_it_is_only_pointed_at(
    tmp_path: Path,
) -> None:
    context = '<correspContext><ptr type="next" target="L2"/><ptr type="prev" target="L0"/>'
    header = (
        "<teiHeader><fileDesc><titleStmt><title>Letter</title></titleStmt></fileDesc><profileDesc>"
        f"<correspDesc>{context}</correspContext></correspDesc></profileDesc></teiHeader>"
    )
    letter = TEI.replace("<teiHeader/>", header)
    documents = [
        _write(tmp_path / "first.xml", letter.format(' xml:id="L1"', "one")),
        _write(tmp_path / "second.xml", letter.format(' xml:id="L2"', "two")),
    ]
    write_site(documents, tmp_path / "out", outputs=("html", "text"))
    page = (tmp_path / "out" / "L1.html").read_text(encoding="utf-8")
    assert '<dt>Next letter</dt> <dd><a href="L2.html">Letter</a>' in page
    assert "<dt>Previous letter</dt>" not in page
    assert "Next letter: Letter\n" in (tmp_path / "out" / "L1.txt").read_text(encoding="utf-8")


def test_files_that_nothing_of_is_left_in_ascii_have_pages_of_their_own(tmp_path: Path) -> None:
    files = [_write(tmp_path / f"{name}.xml", TEI.format("", name)) for name in ("письмо", "편지")]
    report = write_site(files, tmp_path / "out", outputs=("text",))
    assert not report.failures
    assert sorted(path.name for path in report.written) == ["document-12180476.txt", "document.txt"]


def test_a_document_takes_no_page_of_the_edition(tmp_path: Path) -> None:
    names = sorted(RESERVED)
    files = [_write(tmp_path / f"{n}.xml", TEI.format(f' xml:id="{n}"', n)) for n in names]
    report = write_site(files, tmp_path / "out", EditionData(title="Papers"), outputs=("html",))
    assert not report.failures
    for name in names:
        page = (tmp_path / "out" / f"document-{name}.html").read_text(encoding="utf-8")
        assert f'<p class="tei-p">{name}</p>' in page
    index = html.parse(tmp_path / "out" / "index.html")
    assert len(index.xpath("//table//tbody//th/a")) == len(names)


@pytest.mark.parametrize(
    ("identifier", "stem", "name"),
    [
        ("cable-600308", "x", "cable-600308"),
        (None, "Brief an Käthe (2)", "Brief-an-Kathe-2"),
        ("../../etc/passwd", "x", "x"),
        ("index", "index", "document-index"),
        ("CON", "nul", "document-nul"),
        (".hidden", "..", "document"),
        ("a" * 200, "b" * 200, "b" * 100),
        ("письмо", "x", "письмо"),
        ("편지-1950.2", "x", "편지-1950.2"),
        ("ж" * 101, "x", "x"),
        ("письмо/..", "x", "x"),
        ("письмо\u202eж", "x", "x"),
        (None, "письмо", "document"),
    ],
)
def test_names_of_pages_are_safe(identifier: str | None, stem: str, name: str) -> None:
    assert page_name(identifier, stem) == name


def test_a_file_is_the_old_one_or_the_new_one(tmp_path: Path) -> None:
    out = tmp_path / "out"
    for words in ("old", "new"):
        source = _write(tmp_path / "a.xml", TEI.format("", words))
        write_site([source], out, outputs=("text",))
        assert words in (out / "a.txt").read_text(encoding="utf-8")
        assert sorted(path.name for path in out.iterdir()) == [".tei-edition", "a.txt"]


def test_inclusions_stay_in_the_folder(tmp_path: Path) -> None:
    _write(tmp_path / "secret.xml", "<secret/>")
    folder = tmp_path / "corpus"
    folder.mkdir()
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="../secret.xml"/>'
    document = _write(folder / "a.xml", TEI.format("", include))
    with pytest.raises(RenderingError, match="outside"):
        read_source(document)


def test_external_entities_are_not_read(tmp_path: Path) -> None:
    secret = _write(tmp_path / "secret.txt", "secret words")
    document = _write(
        tmp_path / "a.xml",
        f'<!DOCTYPE TEI [<!ENTITY e SYSTEM "{secret.as_uri()}">]>' + TEI.format("", "&e;"),
    )
    try:
        text = read_source(document).text
    except RenderingError:
        return
    assert "secret words" not in text


def test_the_tei_files_lie_beside_the_pages_as_they_are_in_the_edition(
    model: Path, tmp_path: Path
) -> None:
    documents = sorted((model / "documents").glob("*.xml"))
    authorities = [model / "names.xml"]
    write_site(documents, tmp_path, EditionData(), authorities=authorities, root=model)
    for path in (*documents, *authorities):
        copy = tmp_path / "tei" / path.relative_to(model)
        assert copy.read_bytes() == path.read_bytes()
        page = html.document_fromstring((tmp_path / f"{path.stem}.html").read_bytes())
        assert page.xpath("//a[@download][not(@type)]/@href") == [
            copy.relative_to(tmp_path).as_posix()
        ]


def test_what_a_document_includes_comes_with_it(tmp_path: Path) -> None:
    folder = tmp_path / "papers" / "1931"
    (folder / "parts").mkdir(parents=True)
    part = _write(
        folder / "parts" / "first part.xml", '<p xmlns="http://www.tei-c.org/ns/1.0">a</p>'
    )
    include = (
        '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="parts/first%20part.xml"/>'
    )
    document = _write(folder / "a b.xml", TEI.format("", "x").replace("<p>x</p>", include))
    out = tmp_path / "out"
    report = write_site([document], out)
    assert not report.failures
    assert (out / "tei" / "parts" / "first part.xml").read_bytes() == part.read_bytes()
    page = html.document_fromstring((out / "a-b.html").read_bytes())
    assert page.xpath("//a[@download][not(@type)]/@href") == ["tei/a%20b.xml"]


def test_a_page_on_its_own_offers_no_file(model: Path) -> None:
    page = Renderer().html(read_source(model / "documents" / "letter-3.xml", model))
    assert not html.document_fromstring(page).xpath("//a[@download]")
