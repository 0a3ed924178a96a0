# SPDX-License-Identifier: MIT
"""Every word that a view shows stands in its plain text and Markdown, once, in order.

Each word of a document is given a number, so that a lost one, a doubled one and one out of place
are told apart. What a view shows is what its page shows in that view; that the page has every word
is tested in ``test_nothing_lost.py``.
"""

from __future__ import annotations

import re
from itertools import count
from random import Random
from typing import TYPE_CHECKING

import pytest
from lxml import etree
from lxml import html as html_parser

from tei_edition.rendering import Renderer, RenderingError, Source, read_source
from tei_edition.rendering.text.markdown import markdown
from tei_edition.rendering.text.plain_text import plain_text
from tests.rendering.random_tei import TeiWriter

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element

    from tei_edition.rendering import View

TOKEN = re.compile(r"qz\d+zq")
NOT_TRANSCRIBED = (
    *("note", "standOff", "supplied", "corr", "reg", "ex", "expan", "certainty"),
    *("index", "spanGrp", "interpGrp"),
)
"""Whose words the transcript may leave out, where they are the editors'."""


def numbered(source: Source) -> Source:
    """The document with a number for each run of words outside the header."""
    root = etree.fromstring(source.text.encode())
    numbers = count()

    def token(text: str | None) -> str | None:
        return text and re.sub(r"\S+(\s+\S+)*", lambda _: f"qz{next(numbers)}zq", text)

    def walk(element: _Element) -> None:
        if isinstance(element.tag, str):
            # Hands named after persons in the text; places told by the words beside them.
            for name in ("new", "scribe", "scribeRef", "assertedValue"):
                element.attrib.pop(name, None)
            if "hand" in element.attrib:
                element.set("hand", "#nobody")
            element.text = token(element.text)
            for child in element:
                if not (isinstance(child.tag, str) and child.tag.endswith("}teiHeader")):
                    walk(child)
                child.tail = token(child.tail)

    walk(root)
    return Source(etree.tostring(root, encoding="unicode"), source.file, source.headers)


def shown(page: str, view: View) -> list[str]:
    """The numbers that a page shows in a view, notes last."""
    other = {"reading": "v-diplomatic", "diplomatic": "v-reading"}[view]
    tree = html_parser.fromstring(page.encode(), parser=html_parser.HTMLParser(encoding="utf-8"))

    def gather(element: _Element) -> str:
        classes = (element.get("class") or "").split()
        if not isinstance(element.tag, str) or {"gen", other, "v-other"} & set(classes):
            return ""
        parts = [element.text or ""]
        for child in element:
            parts += [gather(child), child.tail or ""]
        return " ".join(parts)

    (document,) = tree.xpath("//section[contains(concat(' ', @class, ' '), ' document ')]")
    notes = tree.xpath("//*[@class='note-words']")
    return [word for part in (document, *notes) for word in TOKEN.findall(gather(part))]


def of_text(text: str) -> list[str]:
    """The numbers in a text, without those of what stands after it and its notes."""
    after = r"\n(?:## )?(?:Readings|Cite this document|Edition|About this document)\n"
    return TOKEN.findall(re.split(after, text)[0])


def check(source: Source, renderer: Renderer) -> None:
    page = renderer.html(source)
    for view in ("reading", "diplomatic"):
        blocks = renderer.blocks(source, view)
        expected = shown(page, view)
        assert of_text(plain_text(blocks, 0)) == expected, view
        assert of_text(markdown(blocks)) == expected, view
        # Lines of cells side by side in a table stand in another order.
        assert sorted(of_text(plain_text(blocks, 40))) == sorted(expected), view
    root = etree.fromstring(source.text.encode())
    there = set(TOKEN.findall(renderer.text(source, "transcript")))
    for word in set(shown(page, "diplomatic")) - there:
        (parent,) = root.xpath(
            f"//*[contains(text()[1], '{word}')] | //node()[self::text()[contains(., '{word}')]]/.."
        )[:1]
        names = {etree.QName(a).localname for a in (parent, *parent.iterancestors())}
        assert names & set(NOT_TRANSCRIBED), (word, names)


def test_no_word_of_the_model_is_lost(telegram: Source, renderer: Renderer) -> None:
    check(numbered(telegram), renderer)


def test_a_lost_word_would_be_noticed(telegram: Source, renderer: Renderer) -> None:
    source = numbered(telegram)
    expected = shown(renderer.html(source), "reading")
    text = renderer.text(source, "reading")
    assert of_text(text) == expected
    assert of_text(text.replace(expected[3], "")) != expected
    assert of_text(text.replace(expected[3], f"{expected[3]} {expected[3]}")) != expected


def test_no_word_of_the_samples_is_lost(test_data: Path, renderer: Renderer) -> None:
    lost = []
    for path in sorted((test_data / "samples").rglob("*.xml")):
        try:
            source = numbered(read_source(path))
        except RenderingError as error:
            assert "is closed by" in str(error)  # noqa: PT017
            continue
        try:
            check(source, renderer)
        except AssertionError as error:
            lost.append(f"{path.name}: {error}")
    assert not lost


def test_no_word_of_random_tei_is_lost(test_data: Path, renderer: Renderer) -> None:
    writer = TeiWriter(test_data / "schemas" / "tei_all.rng", Random(1930))
    for _ in range(25):
        check(numbered(Source(writer.document(300), "random.xml")), renderer)


@pytest.mark.parametrize("kind", ["block", "phrase"])
def test_no_element_of_tei_loses_words(test_data: Path, renderer: Renderer, kind: str) -> None:
    schema = (test_data / "schemas" / "tei_all.rng").read_text(encoding="utf-8")
    names = sorted(set(re.findall(r'<(?:\w+:)?element name="([A-Za-z0-9]+)"', schema)))
    lost = []
    for name in names:
        if name in {"teiHeader", "binaryObject", "text"}:
            continue
        within = (
            f"<{name}>a<p>b</p>c</{name}>" if kind == "block" else f"<p>x<{name}>a</{name}>y</p>"
        )
        body = f"<div>{within}<{name}>d</{name}></div>"
        text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>{body}</body></text></TEI>'
        try:
            check(numbered(Source(text)), renderer)
        except AssertionError as error:
            lost.append(f"{name}: {str(error)[:300]}")
    assert not lost
