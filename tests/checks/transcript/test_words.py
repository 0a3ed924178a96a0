from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tei_edition.checks.transcript.conventions import conventions
from tei_edition.checks.transcript.responsibilities import Responsibilities
from tei_edition.checks.transcript.words import Walk, Word
from tei_edition.parser import Stream

DATA = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
CASES: list[dict[str, Any]] = DATA["case"]

FRAME = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>
<respStmt xml:id="tr"><resp>English translation, with its notes</resp><name>N.</name></respStmt>
<respStmt xml:id="ed"><resp>Editing and encoding</resp><name>N.</name></respStmt>
</titleStmt></fileDesc></teiHeader><text><body>{}</body></text></TEI>"""


def words_of(path: Path) -> list[Word]:
    stream = Stream(path, root=path.parent)
    return Walk(stream, conventions(), Responsibilities(path.parent)).words()


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_words_are_those_a_transcription_has(tmp_path: Path, case: dict[str, Any]) -> None:
    path = tmp_path / "a.xml"
    path.write_text(FRAME.format(case["body"]), encoding="utf-8")
    assert [word.text for word in words_of(path)] == case["words"]


def test_a_word_belongs_to_the_element_in_which_its_first_letter_stands(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    body = "<p>(<placeName>Che</placeName>mulpo) <supplied>our</supplied> x</p>"
    path.write_text(FRAME.format(body), encoding="utf-8")
    assert [word.spot.element for word in words_of(path)] == ["placeName", "supplied", "p"]


def test_conventions_may_report_the_beginnings_of_pages(tmp_path: Path) -> None:
    rules = tmp_path / "rules.toml"
    rules.write_text(
        '[brackets]\nopen = "{"\nclose = "}"\n[blocks]\nelements = ["p"]\npoints = ["pb"]\n'
        '[[report]]\nelements = ["pb"]\nbefore = "page {n}"\n'
    )
    path = tmp_path / "a.xml"
    body = "<p>a<pb n='2'/>b<pb n='3' break='no'/>c</p>"
    path.write_text(FRAME.format(body), encoding="utf-8")
    stream = Stream(path, root=tmp_path)
    words = Walk(stream, conventions(str(rules)), Responsibilities(tmp_path)).words()
    assert " ".join(word.text for word in words) == "a {page 2} b{page 3}c"


def test_the_words_are_those_of_the_transcript_view(repository: Path) -> None:
    from tei_edition.rendering import Renderer, read_source

    corpus = repository / "corpus"
    path = corpus / "documents" / "cable-600308.xml"
    stream = Stream(path, root=corpus)
    words = Walk(stream, conventions(), Responsibilities(corpus)).words()
    view = Renderer().text(read_source(path, corpus), view="transcript", width=0)
    assert [word.text for word in words] == view.split()


@pytest.mark.parametrize("name", ["encoded as data", "words marked one by one", "are joined"])
def test_the_spaces_that_markup_implies_are_those_of_the_transcript_view(
    tmp_path: Path, name: str
) -> None:
    from tei_edition.rendering import Renderer, read_source

    (case,) = (case for case in CASES if name in case["name"])
    path = tmp_path / "a.xml"
    path.write_text(FRAME.format(case["body"]), encoding="utf-8")
    assert Renderer().text(read_source(path), view="transcript").split() == case["words"]
