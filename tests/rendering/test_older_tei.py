# SPDX-License-Identifier: MIT
"""Documents that are not in TEI's namespace are read as TEI all the same, and said to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tei_edition.rendering import Renderer, RenderingError, read_source
from tei_edition.rendering.publish import Request, render

if TYPE_CHECKING:
    from pathlib import Path

HEADER = """<teiHeader><fileDesc><titleStmt><title>Songs</title></titleStmt>
<publicationStmt><p>x</p></publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader>"""
P4 = f"""<!DOCTYPE TEI.2 PUBLIC "-//TEI P4//DTD Main Document Type//EN" "tei2.dtd" [
<!ENTITY eacute "é">]>
<?keep me?><TEI.2 id="songs">{HEADER}<text><body><div0 type="part"><head>Caf&eacute;</head>
<p id="p1" lang="fr">a <sic corr="there">ther</sic> <orig reg="joy">ioy</orig>,
<expan abbr="Mr">Mister</expan> <ref target="n1">see</ref> <xref url="https://example.org/">web</xref>
<date value="1880-01-02">2 Jan.</date>.<note id="n1" place="foot">Foot.</note></p></div0></body>
</text></TEI.2>"""
TEXT = (
    "<text><body><div><head>Songs</head><p>All <hi rend='italic'>load</hi>.</p></div></body></text>"
)


def _text(tmp_path: Path, document: str, view: str = "reading") -> str:
    path = tmp_path / "a.xml"
    path.write_text(document, encoding="utf-8")
    return Renderer().text(read_source(path), "diplomatic" if view == "diplomatic" else "reading")


@pytest.mark.parametrize("declared", ["", ' xmlns="http://example.org/ns/own"'])
@pytest.mark.parametrize("before", ["", "<?xml version='1.0'?>\n<!-- <TEI> -->\n<?x <TEI> ?>"])
def test_a_root_called_as_that_of_tei_is_read_as_tei(
    tmp_path: Path, declared: str, before: str
) -> None:
    right = _text(tmp_path, f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{HEADER}{TEXT}</TEI>')
    assert "All load." in right
    assert _text(tmp_path, f"{before}<TEI{declared}>{HEADER}{TEXT}</TEI>") == right


def test_a_prefix_that_the_root_is_not_called_by_does_not_make_it_of_tei(tmp_path: Path) -> None:
    right = _text(tmp_path, f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{HEADER}{TEXT}</TEI>')
    header = HEADER.replace("<teiHeader>", '<teiHeader xmlns="http://www.tei-c.org/ns/1.0">')
    mixed = f'<TEI xmlns:tei="http://www.tei-c.org/ns/1.0">{header}{TEXT}</TEI>'
    assert _text(tmp_path, mixed) == right


def test_a_root_in_tei_is_left_alone_however_it_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text(
        f'<TEI n="a > b" xmlns="http://www.tei-c.org/ns/1.0">{HEADER}{TEXT}</TEI>', "utf-8"
    )
    source = read_source(path)
    assert not source.problems
    assert source.text.startswith('<TEI n="a > b"')


def test_what_is_in_another_namespace_within_stays_there(tmp_path: Path) -> None:
    own = '<p>x <z:zigzag xmlns:z="urn:z">y</z:zigzag></p>'
    document = f"<TEI>{HEADER}<text><body>{own}</body></text></TEI>"
    assert "x {zigzag: y}" in _text(tmp_path, document)


def test_a_document_in_p4_is_read_as_the_p5_that_it_would_be(tmp_path: Path) -> None:
    reading, diplomatic = (_text(tmp_path, P4, view) for view in ("reading", "diplomatic"))
    assert "a there⟨a⟩ joy⟨b⟩, Mister⟨c⟩ see web <https://example.org/> 2 Jan..⟨1⟩" in " ".join(
        reading.split()
    )
    assert "a ther⟨a⟩ ioy⟨b⟩, Mr⟨c⟩ see" in " ".join(diplomatic.split())
    page = Renderer().html(read_source(tmp_path / "a.xml"))
    assert '<p id="p1" class="tei-p" lang="fr">' in page
    assert 'href="#n1"' in page
    assert 'data-when="1880-01-02"' in page


def test_translations_of_a_dictionary_in_p4_are_those_of_p5(tmp_path: Path) -> None:
    entry = (
        "<entry><form><orth>ala</orth></form><trans><tr>wing</tr> <tr>flank</tr></trans>"
        "<trans><tr>squadron</tr></trans></entry>"
    )
    document = f"<TEI.2>{HEADER}<text><body>{entry}</body></text></TEI.2>"
    assert "ala wing, flank, squadron" in _text(tmp_path, document)
    page = Renderer().html(read_source(tmp_path / "a.xml"))
    assert '<span class="tei-cit" data-type="translation"><span class="tei-quote">wing' in page


def test_it_is_said_how_a_document_was_read(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(f"<TEI>{HEADER}{TEXT}</TEI>", encoding="utf-8")
    (tmp_path / "b.xml").write_text(P4, encoding="utf-8")
    report = render([tmp_path], tmp_path / "out", Request(outputs=("text",)))
    assert [warning.split(";")[0].rpartition("/")[2] for warning in report.warnings] == [
        "a.xml: is in no namespace",
        "b.xml: is TEI P4",
        "b.xml:1:75: the document type declaration names the file “tei2.dtd”, which is not read",
    ]


def test_one_that_is_not_well_formed_is_refused_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text(f"<TEI>{HEADER}<text></TEI>", encoding="utf-8")
    with pytest.raises(RenderingError, match=r"a\.xml:2:\d+: "):
        read_source(path)


def test_another_root_is_none_of_tei(tmp_path: Path) -> None:
    assert "{html: " in _text(tmp_path, "<html><p>x</p></html>")


@pytest.mark.parametrize("root", ["div", "teiHeader"])
def test_comments_before_another_root_are_read_once(tmp_path: Path, root: str) -> None:
    # Taken together in each way there is, sixty would take longer than anyone lives.
    comments = "<!-- a -->\n<?b c?>\n" * 60
    assert "kept" in _text(tmp_path, f"{comments}<{root}><p>kept</p></{root}>")
