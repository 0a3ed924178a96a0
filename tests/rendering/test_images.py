# SPDX-License-Identifier: MIT
"""Images beside a document are shown where it has them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rendering.illustrated import make, page, png, put, write


def test_an_image_beside_the_document_is_shown(tmp_path: Path) -> None:
    put(tmp_path / "tei" / "plan.png", png(30, 20))
    body = (
        '<figure><head>A head</head><graphic url="plan.png"/>'
        "<figDesc>Plan of the <hi>house</hi></figDesc></figure>"
    )
    report = make([write(tmp_path / "tei" / "letter.xml", body)], tmp_path / "out")
    assert not report.warnings
    (image,) = page(tmp_path / "out").xpath("//figure//img")
    assert dict(image.attrib) == {
        "src": "images/plan.png",
        "alt": "Plan of the house",
        "loading": "lazy",
        "width": "30",
        "height": "20",
    }
    assert image.getparent().get("href") == "images/plan.png"
    assert (tmp_path / "out/images/plan.png").read_bytes() == png(30, 20)
    assert tmp_path / "out/images/plan.png" in report.written


def test_a_description_is_heard_once(tmp_path: Path) -> None:
    put(tmp_path / "tei" / "plan.png", png())
    body = (
        '<figure><graphic url="plan.png"/><graphic url="plan.png"/><figDesc>D</figDesc></figure>'
        '<figure><graphic url="plan.png"/><figDesc>By <ref target="https://a.example/">B</ref>'
        "</figDesc></figure><figure><figDesc>Lost</figDesc></figure>"
        '<figure><graphic url="plan.png"/><figDesc xml:id="doc-d">Cited</figDesc></figure>'
    )
    make([write(tmp_path / "tei" / "letter.xml", body)], tmp_path / "out")
    shown = page(tmp_path / "out")
    assert shown.xpath("//img/@alt") == ["D", "image: plan.png", "image: plan.png", "Cited"]
    described = shown.xpath("//*[@class='tei-figDesc']")
    assert [element.get("aria-hidden") for element in described] == ["true", None, None, None]


ALTERNATIVES = {
    "the description": ("<figure>{}<head>H</head><figDesc>D</figDesc></figure>", "D"),
    "the heading": ("<figure><head>H <note>n</note></head>{}</figure>", "H"),
    "the name of the file": ("<p>{}</p>", "image: plan.png"),
}


@pytest.mark.parametrize(("body", "said"), ALTERNATIVES.values(), ids=ALTERNATIVES)
def test_an_image_has_words_for_those_who_do_not_see_it(
    body: str, said: str, tmp_path: Path
) -> None:
    put(tmp_path / "tei" / "plan.png", png())
    document = write(tmp_path / "tei/letter.xml", body.format('<graphic url="plan.png"/>'))
    make([document], tmp_path / "out", "html", "markdown")
    assert page(tmp_path / "out").xpath("//img/@alt") == [said]
    assert f"![{said}](images/plan.png)" in (tmp_path / "out/letter.md").read_text("utf-8")


def test_documents_with_images_of_one_name_show_each_its_own(tmp_path: Path) -> None:
    documents = []
    for shade, name in enumerate(("a", "b", "B")):
        put(tmp_path / "tei" / name / "p.png", png(shade=shade))
        documents.append(
            write(tmp_path / "tei" / name / f"{name}-{shade}.xml", '<p><graphic url="p.png"/></p>')
        )
    make(documents, tmp_path / "out", root=tmp_path / "tei")
    shown = [
        (tmp_path / "out" / source).read_bytes()
        for document in documents
        for source in page(tmp_path / "out", document.stem).xpath("//img/@src")
    ]
    assert shown == [png(shade=shade) for shade in range(3)]
    addresses = [a for d in documents for a in page(tmp_path / "out", d.stem).xpath("//img/@src")]
    assert len({address.lower() for address in addresses}) == 3


SHOWN = {
    "below the document": ("img/a.png", "img/a.png"),
    "beside its folder, in the edition": ("../scans/a.png", "../scans/a.png"),
    "a space, escaped": ("my%20plan.png", "my plan.png"),
    "a space, as it is": ("my plan.png", "my plan.png"),
    "not ASCII": ("Gemälde.png", "Gemälde.png"),
    "not ASCII, escaped": ("Gem%C3%A4lde.png", "Gemälde.png"),
    "not ASCII, as another system writes it": ("Gem\u00e4lde.png", "Gema\u0308lde.png"),
    "a percent sign in the name": ("a%20b.png", "a%20b.png"),
    "a number sign in the name": ("a%23b.png", "a#b.png"),
    "with a fragment": ("a.png#xywh=0,0,1,1", "a.png"),
    "capital letters": ("A.PNG", "A.PNG"),
    "a quotation mark": ("a&quot;&gt;.png", 'a">.png'),
    "hidden": (".a.png", ".a.png"),
}


@pytest.mark.parametrize(("address", "file"), SHOWN.values(), ids=SHOWN)
def test_an_image_is_found_as_its_address_says(address: str, file: str, tmp_path: Path) -> None:
    put(tmp_path / "tei/letters" / file, png())
    document = write(tmp_path / "tei/letters/letter.xml", f'<p><graphic url="{address}"/></p>')
    report = make([document], tmp_path / "out", root=tmp_path / "tei")
    assert report.warnings == ()
    (source,) = page(tmp_path / "out").xpath("//img/@src")
    assert source.isascii()
    assert "%" not in source
    assert (tmp_path / "out" / source).read_bytes() == png()


def test_what_xml_base_says_counts(tmp_path: Path) -> None:
    put(tmp_path / "tei/scans/a.png", png())
    body = (
        '<p xml:base="scans/"><graphic url="a.png"/></p>'
        '<p xml:base="https://example.org/"><graphic url="a.png"/></p>'
    )
    report = make([write(tmp_path / "tei/letter.xml", body)], tmp_path / "out")
    assert report.warnings == ()
    assert page(tmp_path / "out").xpath("//img/@src") == ["images/scans/a.png"]


def test_an_included_passage_keeps_its_images(tmp_path: Path) -> None:
    put(tmp_path / "tei/parts/a.png", png())
    write(tmp_path / "tei/parts/part.xml", '<p xml:id="x"><graphic url="a.png"/></p>')
    include = (
        '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="parts/part.xml" '
        'xpointer="x"/>'
    )
    report = make([write(tmp_path / "tei/letter.xml", include)], tmp_path / "out")
    assert report.warnings == ()
    assert page(tmp_path / "out").xpath("//img/@src") == ["images/parts/a.png"]


def test_pages_lead_to_their_images(tmp_path: Path) -> None:
    for name in ("a.png", "b.png"):
        put(tmp_path / "tei" / name, png())
    surface = '<surface xml:id="s"><graphic url="b.png"/><zone xml:id="z"/></surface>'
    facsimile = f"<facsimile>{surface}</facsimile>"
    body = (
        '<p><pb n="1" facs="a.png"/>x<pb n="2" facs="#s"/>y'
        '<pb n="3" facs="https://example.org/c.jpg"/><pb n="4" facs="javascript:a.png"/>'
        '<pb n="5" facs="#z"/><pb n="6" facs="#none"/></p>'
    )
    make([write(tmp_path / "tei/letter.xml", body, facsimile)], tmp_path / "out")
    points = page(tmp_path / "out").xpath("//*[contains(@class, 'tei-pb')]")
    assert [point.xpath("string(a/@href)") for point in points] == [
        "images/a.png",
        "images/b.png",
        "https://example.org/c.jpg",
        "",
        "images/b.png",
        "",
    ]
    assert not page(tmp_path / "out").xpath("//img")
    assert (tmp_path / "out/images/b.png").is_file()


def test_links_do_not_nest(tmp_path: Path) -> None:
    put(tmp_path / "tei/a.png", png())
    body = (
        '<p><ref target="https://example.org/">x <graphic url="a.png"/>'
        '<pb facs="a.png"/></ref><persName ref="https://example.org/">A <pb facs="a.png"/>'
        '<graphic url="a.png"/></persName></p>'
    )
    make([write(tmp_path / "tei/letter.xml", body)], tmp_path / "out")
    assert not page(tmp_path / "out").xpath("//a//a")
    assert len(page(tmp_path / "out").xpath("//img")) == 2
