"""A passage is quoted in the words that its digest is made of."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from tei_edition.citations.digest import BLOCKS, GAP, digest
from tei_edition.citations.quotation import quotation
from tei_edition.citations.scheme import Scheme
from tei_edition.citations.survey import survey
from tei_edition.document import XML_ID, local, parse


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<p>on <choice><sic>Munday</sic><corr>Monday</corr></choice>.</p>", "on Munday."),
        ("<p>on <choice> <corr>b</corr> <sic>a</sic> </choice>.</p>", "on a."),
        ("<p><app><lem>a</lem><rdg>b</rdg></app></p>", "a"),
        ("<p>Rain <gap/> all day<note>Sure.</note>.</p>", "Rain […] all day."),
        ("<list><item>One</item><item>Two</item></list>", "One Two"),
        ("<div><p xml:id='p'>One.</p><p>Two.</p></div>", "One. Two."),
        ("<p>a<lb/>b<pb break='no'/>c<space/>d</p>", "a bc d"),
        ("<person><persName>Ames</persName><birth>1800</birth></person>", "Ames 1800"),
        ("<note>Of <hi>note</hi>.<!-- x --></note>", "Of note."),
        ("<p>1\N{NO-BREAK SPACE}km</p>", "1\N{NO-BREAK SPACE}km"),
        ("<anchor/>", ""),
    ],
)
def test_a_passage_is_quoted_as_a_reader_quotes_it(body: str, words: str) -> None:
    around = etree.fromstring(f"<a xmlns='http://www.tei-c.org/ns/1.0'>{body}</a>")
    assert quotation(around[0]) == words


def compared(path: Path) -> int:
    """How many passages were quoted; each has to have the digest of its words."""
    by_id = {each.get(XML_ID, ""): each for each in parse(path).getroot().iter("*")}
    count = 0
    for found in survey(path, str(path), Scheme.of(None)).found:
        element = by_id[found.xml_id]
        parts = element.iterdescendants("*")
        if found.digest and not any(local(each) in BLOCKS and each.get(XML_ID) for each in parts):
            count += 1
            assert digest(quotation(element, GAP)) == found.digest, found.xml_id
    return count


def test_a_passage_is_quoted_in_the_words_of_its_digest(repository: Path) -> None:
    paths = [*(repository / "corpus").rglob("*.xml")]
    assert sum(map(compared, paths)) > 80


def test_so_are_those_of_other_editions(test_data: Path) -> None:
    letters = [*(test_data / "samples" / "schnitzler-briefe").glob("*.xml")]
    assert sum(map(compared, letters)) > 500
