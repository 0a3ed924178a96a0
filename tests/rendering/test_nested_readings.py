# SPDX-License-Identifier: MIT
"""Readings within readings, deletions, notes: what a view leaves out can be reached in the page."""

from __future__ import annotations

from itertools import count
from random import Random
from typing import TYPE_CHECKING

import pytest
from lxml import html

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Words  # type: ignore[import-not-found]

    from tei_edition.rendering import Renderer, Source

ALTERNATIVES = (
    ("sic", "corr"),
    ("corr", "sic", "corr"),
    ("abbr", "expan"),
    ("orig", "reg"),
    ("unclear", "unclear"),
    ("am", "ex"),
)

LEMMAS = ("<lem>{}</lem>", "<rdg>{}</rdg>", "<lem><p>{}</p></lem>")

READINGS = (
    "<rdg wit='#B'>{}</rdg>",
    "<rdg><p>{}</p></rdg>",
    "<rdgGrp><rdg>{}</rdg></rdgGrp>",
    "<rdg/><rdg>{}</rdg>",
)

PHRASES = ("choice", "app", "del", "surplus", "hi", "note", "add", "restore", "list", "persName")


class Writer:
    """Writes paragraphs of such markup, each run of words another."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._words = count()

    def body(self) -> str:
        """Two paragraphs."""
        return "".join(f"<p>{self._run(3)}{self._run(3)}</p>" for _ in range(2))

    def _run(self, depth: int) -> str:
        return "".join(self._phrase(depth) for _ in range(self._random.randint(1, 3)))

    def _phrase(self, depth: int) -> str:
        words = f" qz{next(self._words)}zq "
        name = self._random.choice(("", "", "", "pb", *PHRASES)) if depth else ""
        if not name:
            return words
        if name == "pb":
            return "<pb n='3'/>"
        inner = self._run(depth - 1)
        if name == "choice":
            members = self._random.choice(ALTERNATIVES)
            inner = "".join(f"<{each}>{self._run(depth - 1)}</{each}>" for each in members)
        elif name == "app":
            lemma, reading = self._random.choice(LEMMAS), self._random.choice(READINGS)
            inner = lemma.format(inner) + reading.format(self._run(depth - 1))
        elif name == "restore":
            inner = f"<del>{inner}</del>"
        elif name == "list":
            inner = f"<item>{inner}</item>"
        return f"<{name}>{inner}</{name}>"


def squashed(texts: list[str]) -> str:
    return "".join("".join(texts).split())


@pytest.mark.parametrize("seed", range(5))
def test_what_a_view_leaves_out_stands_in_the_list_and_every_way_leads_somewhere(
    seed: int, snippet: Callable[[str], Source], renderer: Renderer, words: type[Words]
) -> None:
    writer = Writer(seed)
    for _ in range(40):
        source = snippet(writer.body())
        page = renderer.html(source)
        assert words.of_page(page) == words.of_source(source.text)
        tree = html.document_fromstring(page)
        anchors = tree.xpath("//@id")
        assert len(anchors) == len(set(anchors))
        ways = tree.xpath("//a/@href[starts-with(., '#')]")
        assert {way[1:] for way in ways} <= set(anchors)
        listed = squashed(tree.xpath("//section[starts-with(@class, 'readings')]//text()"))
        for element in tree.xpath("//section//*[contains(@class, 'v-')]"):
            classes = set(element.get("class").split())
            if not {"v-reading", "v-diplomatic", "v-other"} & classes or "gen" in classes:
                continue
            if {"tei-ex", "tei-am"} & classes:  # they say each other
                continue
            texts = element.xpath(".//text()[not(ancestor::*[contains(@class, 'gen')])]")
            for text in filter(str.strip, texts):
                assert squashed([text]) in listed, (source.text, text)
