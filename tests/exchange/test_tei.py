"""The documents as TEI for download, and the whole as one corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from tei_edition.edition import Edition
from tei_edition.errors import TeiEditionError
from tei_edition.exchange import cmif, write_dts, write_tei
from tei_edition.relaxng import Schema

XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def assert_sound(tree: etree._ElementTree) -> None:
    """Each identifier stands once, and no pointer leads to a file that is part of the corpus."""
    counts = Counter(e.get(XML_ID) for e in tree.iter() if e.get(XML_ID))
    assert set(counts.values()) == {1}
    files = {f"{child.get(XML_ID)}.xml" for child in tree.getroot()}
    for element in tree.iter():
        for value in element.attrib.values():
            assert not {token.partition("#")[0] for token in value.split()} & files


def dangling(tree: etree._ElementTree) -> set[str]:
    """Pointers to identifiers that are not there."""
    pointers = {
        token[1:]
        for element in tree.iter()
        for value in element.attrib.values()
        for token in value.split()
        if token.startswith("#")
    }
    assert pointers
    return pointers - {e.get(XML_ID) for e in tree.iter()}


def test_every_download_is_tei_and_the_corpus_is(
    repository: Path, test_data: Path, tmp_path: Path, small: Edition
) -> None:
    schema = Schema.load(test_data / "schemas" / "tei_all.rng")
    corpus = Edition.load(repository / "corpus" / "edition.toml")
    for name, edition in (("corpus", corpus), ("small", small)):
        for path in write_tei(edition, tmp_path / name):
            assert [finding.message for finding in schema.validate(path)] == [], path.name


def test_a_download_keeps_to_the_edition_s_schema(repository: Path, tmp_path: Path) -> None:
    schema = Schema.load(repository / "schemas" / "documentary.rng")
    edition = Edition.load(repository / "corpus" / "edition.toml")
    *documents, _ = write_tei(edition, tmp_path)
    for path in documents:
        assert [finding.message for finding in schema.validate(path)] == [], path.name


def test_a_download_is_whole_and_points_to_those_beside_it(small: Edition, tmp_path: Path) -> None:
    write_tei(small, tmp_path)
    cable = (tmp_path / "cable.xml").read_text()
    assert "Words &amp; “signs”" in cable or "Words &amp; &#8220;signs&#8221;" in cable
    assert "Dear" in cable
    target = "letter.xml#letter-p1 letter.xml report.xml https://example.org/x.xml"
    assert f'target="{target}"' in cable
    assert 'ref="names.xml#ames"' in cable
    assert 'target="#letter-p1"' in (tmp_path / "letter.xml").read_text()


def test_in_the_corpus_every_identifier_stands_once_and_every_pointer_leads_there(
    repository: Path, tmp_path: Path, small: Edition
) -> None:
    corpus = Edition.load(repository / "corpus" / "edition.toml")
    for name, edition in (("corpus", corpus), ("small", small)):
        tree = etree.parse(write_tei(edition, tmp_path / name)[-1])
        assert_sound(tree)
        assert dangling(tree) == set()


def test_the_enclosure_stands_in_the_corpus_once(small: Edition, tmp_path: Path) -> None:
    whole = (write_tei(small, tmp_path)[-1]).read_text()
    assert whole.count("Dear") == 1
    assert '<body copyOf="#letter-body"><p/></body>' in whole


def test_an_identifier_that_two_documents_have_is_kept_apart(
    small: Edition, tmp_path: Path
) -> None:
    report = small.documents[2]
    text = report.read_text().replace("<p>No", '<p xml:id="cable-p1" corresp="#cable-p1">No')
    report.write_text(text.replace("</body>", "<!-- x --><?y z?></body>"))
    cable = small.documents[0]
    cable.write_text(cable.read_text().replace("</body>", "<!-- x --><?y z?></body>"))
    whole = write_tei(small, tmp_path)[-1].read_text()
    assert '<p xml:id="cable-p1.report" corresp="#cable-p1.report">' in whole
    assert 'xml:id="cable-p1.cable"' in whole
    assert 'xml:id="cable-p1"' in (tmp_path / "report.xml").read_text()


@pytest.mark.parametrize(
    "export",
    [write_tei, write_dts, lambda edition, _: cmif(edition)],
    ids=["tei", "dts", "cmif"],
)
def test_a_file_that_cannot_be_read_is_named_with_the_reason(
    small: Edition, tmp_path: Path, export: Callable[[Edition, Path], object]
) -> None:
    path = small.root / "letters" / "report.xml"
    path.unlink()
    path.mkdir()
    with pytest.raises(TeiEditionError, match=r"report\.xml” cannot be read: Is a directory"):
        export(small, tmp_path / "out")


def test_other_projects_letters_can_be_exported(test_data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "source"
    folder.mkdir()
    names = sorted((test_data / "samples" / "schnitzler-briefe").glob("*.xml"))[:20]
    for path in names:
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "edition.toml").write_text(
        f"documents = {[path.name for path in names]!r}\n[edition]\ntitle = 'Letters'\n"
        "editors = ['An Editor']\nbase_url = 'https://example.org/'\n"
    )
    written = write_tei(Edition.load(folder / "edition.toml"), tmp_path / "out")
    assert len(written) == 21
    assert_sound(etree.parse(written[-1]))
