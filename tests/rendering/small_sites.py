# SPDX-License-Identifier: MIT
"""Sites of a few small documents, for the tests of what the edition has besides them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from lxml import html

from tei_edition.rendering import EditionData, write_site

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from lxml.html import HtmlElement

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{id}"><teiHeader><fileDesc><titleStmt>
<title>{title}</title></titleStmt><publicationStmt><availability><p>Free.</p></availability>
</publicationStmt></fileDesc><encodingDesc>{declared}</encodingDesc><profileDesc>{profile}
</profileDesc></teiHeader>{text}</TEI>"""

Site = dict[str, "HtmlElement"]
"""Pages by their names."""


def document(
    identifier: str, body: str = "<p/>", *, declared: str = "", profile: str = "", back: str = ""
) -> str:
    text = f"<text><body>{body}</body>{back}</text>"
    title = f"Letter {identifier}"
    return TEI.format(id=identifier, title=title, declared=declared, profile=profile, text=text)


def authority(*entries: str) -> str:
    text = f"<standOff>{''.join(entries)}</standOff>"
    return TEI.format(id="names", title="Names", declared="", profile="", text=text)


def person(identifier: str, name: str) -> str:
    return f'<person xml:id="{identifier}"><persName>{name}</persName></person>'


def made(
    folder: Path, documents: Sequence[str], authorities: Sequence[str] = (), language: str = "en"
) -> Site:
    """A site made of documents, in order, in the folder ``out`` of a folder."""
    paths = []
    for number, text in enumerate((*documents, *authorities)):
        paths.append(folder / f"file{number:04}.xml")
        paths[-1].write_text(text, encoding="utf-8")
    report = write_site(
        paths[: len(documents)],
        folder / "out",
        EditionData(title="Letters", language=language),
        authorities=paths[len(documents) :],
        outputs=("html",),
    )
    assert not report.failures
    return {
        path.name: html.document_fromstring(path.read_text(encoding="utf-8"))
        for path in (folder / "out").glob("*.html")
    }


def words_of(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def main_of(page: HtmlElement) -> HtmlElement:
    (main,) = page.xpath("//main")
    return main


def items(page: HtmlElement, path: str) -> list[str]:
    return [words_of(element) for element in main_of(page).xpath(path)]


def assert_links_are_whole(pages: Site) -> None:
    """Every link within the site leads to a page that is there, and to an anchor in it."""
    anchors = {name: set(page.xpath("//@id")) for name, page in pages.items()}
    links = 0
    for name, page in pages.items():
        for href in page.xpath("//a/@href"):
            if re.match(r"[a-z]+:|tei/|.*\.(csl\.json|ris|bib)$", href):
                continue
            target, _, anchor = href.partition("#")
            target = target or name
            assert target in pages, f"{name}: {href}"
            assert not anchor or unquote(anchor) in anchors[target], f"{name}: {href}"
            links += 1
    assert links
