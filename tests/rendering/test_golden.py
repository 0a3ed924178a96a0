# SPDX-License-Identifier: MIT
"""The edition in ``corpus/`` reads as it did: text, notes and readings of its documents.

What is around them (the head of a page, its citation, the header in full) has tests of its own.
``renewal.py`` says how to renew what is expected here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tei_edition.rendering import Renderer, read_source
from tei_edition.rendering.publish import Request, render
from tests.rendering.renewal import golden, one_tag_a_line

if TYPE_CHECKING:
    from pathlib import Path

    from tei_edition.rendering import View

DOCUMENTS = ["cable-600308", "letter-19500929"]


@pytest.fixture(scope="module")
def site(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of the edition."""
    folder = tmp_path_factory.mktemp("site")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(repository / "corpus")
        report = render(None, folder, Request(outputs=("html",)))
    assert not report.failures
    return folder


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_page_of_a_document_reads_as_it_did(site: Path, name: str) -> None:
    page = (site / f"{name}.html").read_text(encoding="utf-8")
    start = page.index('<section class="document')
    text = one_tag_a_line(page[start : page.index('<section class="about"', start)])
    assert text.split("\n") == golden(f"{name}.html", text).split("\n")


@pytest.mark.parametrize("view", ["reading", "diplomatic", "transcript"])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_text_of_a_document_reads_as_it_did(repository: Path, name: str, view: View) -> None:
    corpus = repository / "corpus"
    source = read_source(corpus / "documents" / f"{name}.xml", corpus)
    body = Renderer().text(source, view).split("\nCite this document\n")[0]
    assert body == golden(f"{name}.{view}.txt", body)
