# SPDX-License-Identifier: MIT
"""Each view has the words that its rule gives it, in order, once; the others are in the page, too.

The rules are those of the table in ``docs/rendering.md``, written down here a second time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree
from lxml import html as html_parser

from tei_edition.rendering import Renderer, RenderingError, read_source

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element

    from tei_edition.rendering import Source

ENTRIES = {
    *("teiHeader", "standOff", "person", "place", "org", "event", "object"),
    *("listBibl", "correspDesc", "msDesc"),
}
EDITORS = ("corr", "reg", "expan", "ex")
DOCUMENTS = ("sic", "orig", "abbr", "am")
VIEWS = ("reading", "diplomatic")


def _name(element: _Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _first(members: list[_Element], names: tuple[str, ...]) -> _Element | None:
    return next((m for name in names for m in members if _name(m) == name), None)


def _in_view(element: _Element, view: str) -> bool:
    """Whether a view shows the words of an element, as far as its own rule goes."""
    name, parent = _name(element), element.getparent()
    assert parent is not None
    if _name(parent) == "choice":
        members = [m for m in parent if _name(m)]
        editors, document = _first(members, EDITORS), _first(members, DOCUMENTS)
        if editors is None and document is None:
            return element is members[0]
        first = editors if editors is not None else members[0]
        rest = [m for m in members if m is not first] or members
        return element is (
            first if view == "reading" else rest[0] if document is None else document
        )
    if name == "del":
        return view == "diplomatic" or _name(parent) == "restore"
    if name == "surplus":
        return view == "diplomatic"
    if name == "ex":
        return view == "reading"
    if name == "am" and (_name(parent) == "expan" or any(_name(e) == "ex" for e in parent)):
        return view == "diplomatic"
    if name == "rdg":
        app = next(a for a in element.iterancestors() if _name(a) == "app")
        return not any(_name(e) == "lem" for e in app) and element is next(
            e for e in app.iter() if _name(e) == "rdg"
        )
    return True


def _squashed(text: str) -> str:
    return "".join(text.split())


def of_source(source: Source, view: str) -> list[str]:
    """The words of the text in one view, then those of each note."""
    notes: list[str] = []

    def gather(element: _Element) -> str:
        name = _name(element)
        if not name or name in ("binaryObject", "teiHeader"):
            return ""
        parts = [element.text or ""]
        slot = None
        if name == "note" and not any(_name(a) in ENTRIES for a in element.iterancestors()):
            slot = len(notes)
            notes.append("")
        for child in element:
            # A note keeps its number where the words around it are not shown.
            words = gather(child)
            parts += [words if _name(child) and _in_view(child, view) else "", child.tail or ""]
        if slot is None:
            return "".join(parts)
        notes[slot] = _squashed("".join(parts))
        return ""

    return [_squashed(gather(etree.fromstring(source.text.encode()))), *notes]


def of_page(page: str, view: str) -> list[str]:
    """The same of a page."""
    tree = html_parser.fromstring(page.encode(), parser=html_parser.HTMLParser(encoding="utf-8"))
    other = {"reading": "v-diplomatic", "diplomatic": "v-reading"}[view]

    def gather(element: _Element) -> str:
        if not _name(element) or {"gen", "v-other", other} & set(
            (element.get("class") or "").split()
        ):
            return ""
        parts = [element.text or ""]
        for child in element:
            parts += [gather(child), child.tail or ""]
        return "".join(parts)

    (document,) = tree.xpath("//section[contains(concat(' ', @class, ' '), ' document ')]")
    notes = tree.xpath("//*[@class='note-words']")
    return [_squashed(gather(element)) for element in (document, *notes)]


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_of_the_edition_has_the_words_of_its_rule(
    repository: Path, renderer: Renderer, view: str
) -> None:
    corpus = repository / "corpus"
    for path in sorted((corpus / "documents").glob("*.xml")):
        source = read_source(path, corpus)
        assert of_page(renderer.html(source), view) == of_source(source, view), path.name


def test_a_view_of_each_sample_has_the_words_of_its_rule(
    test_data: Path, renderer: Renderer
) -> None:
    wrong = []
    for path in sorted((test_data / "samples").rglob("*.xml")):
        try:
            source = read_source(path)
        except RenderingError as error:
            assert "is closed by" in str(error)  # noqa: PT017
            continue
        page = renderer.html(source)
        wrong += [
            f"{path.name}, {view}"
            for view in VIEWS
            if of_page(page, view) != of_source(source, view)
        ]
    assert wrong == []


def test_the_views_differ_where_the_rule_says_so(telegram: Source, renderer: Renderer) -> None:
    page = renderer.html(telegram)
    assert of_page(page, "reading") != of_page(page, "diplomatic")
