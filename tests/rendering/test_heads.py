# SPDX-License-Identifier: MIT
"""What the head of a page makes of a header, case by case: the data are in ``heads.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from lxml import html

from tei_edition.rendering import EditionData, Renderer, Source

CASES = [
    pytest.param(case, id=case["name"])
    for case in tomllib.loads(Path(__file__).with_name("heads.toml").read_text(encoding="utf-8"))[
        "case"
    ]
]

DOCUMENT = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>
<fileDesc><titleStmt><title>T</title></titleStmt>{file}</fileDesc>{header}</teiHeader>
<text><body><p>x</p></body></text></TEI>"""


def _source(case: dict[str, str]) -> Source:
    return Source(
        text=DOCUMENT.format(file=case.get("file", ""), header=case.get("header", "")),
        file="doc.xml",
    )


def _renderer(case: dict[str, str]) -> Renderer:
    """For documents that belong to no edition, or to one in another language."""
    return Renderer(EditionData(language=case["language"])) if "language" in case else Renderer()


@pytest.mark.parametrize("case", CASES)
def test_the_plain_text_has_the_rows(case: dict[str, str]) -> None:
    text = _renderer(case).text(_source(case), "reading", width=0)
    before, _, after = text.partition("* * *")
    lines = [" ".join(line.split()) for line in (before + after).splitlines()]
    assert [line for line in case["head"] if line not in lines] == []
    about = [line.strip(" -") for line in lines]
    assert [line for line in case.get("about", ()) if line not in about] == []


@pytest.mark.parametrize("case", CASES)
def test_the_page_has_the_rows(case: dict[str, str]) -> None:
    page = html.fromstring(_renderer(case).html(_source(case)))
    colon = " : " if case.get("language") == "fr" else ": "
    rows = {
        f"{_words(row.find('dt'))}{colon}{'; '.join(map(_words, row.findall('dd')))}"
        for row in page.iterfind(".//header//dl/div")
    }
    head = [line for line in case["head"] if not line.startswith("- ")]
    assert [line for line in head if line not in rows] == []


def _words(element: html.HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())
