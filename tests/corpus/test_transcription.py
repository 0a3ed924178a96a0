# SPDX-License-Identifier: MIT
"""The words of the cable, taken from the markup, are those of its transcription."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"

EDITORIAL = {"note", "certainty", "anchor"}
EDITORS_HALF = {"corr", "expan", "reg"}
BLOCKS = {
    "div", "ab", "p", "head", "list", "item", "address", "addrLine",
    "opener", "closer", "salute", "signed", "dateline", "lb",
}  # fmt: skip


def text_of(element: etree._Element, inside_brackets: bool = False) -> str:
    """What the transcription has for an element, in its conventions for brackets."""
    name = element.tag.removeprefix(TEI) if isinstance(element.tag, str) else ""
    if not name or name in EDITORIAL | EDITORS_HALF:
        return ""
    handwritten = element.get("hand") is not None
    content = element.text or ""
    for child in element:
        content += text_of(child, inside_brackets or handwritten) + (child.tail or "")
    if name == "gap":
        # A bracket within a bracket is doubled.
        return f"[[{gap_words(element)}]]" if inside_brackets else f"[{gap_words(element)}]"
    if name == "supplied":
        return f"[{content}]"
    if name == "stamp":
        return f"[stamp: {content}]"
    if handwritten:
        end = "" if element.get("rend") == "bracket-unclosed" else "]"
        return f"[handwritten {element.get('place')} the form: {content}{end}"
    block = name in BLOCKS or (name == "seg" and element.get("type") == "field")
    return f"\n{content}\n" if block else content


def gap_words(gap: etree._Element) -> str:
    """“several illegible words” from reason and extent, “illegible signature” from the unit."""
    extent = gap.get("extent") or gap.get("unit")
    *amount, unit = extent.split()
    return " ".join([*amount, gap.get("reason"), unit])


@pytest.fixture(scope="session")
def words_of_cable(expanded: dict[str, etree._ElementTree]) -> list[str]:
    body = expanded["documents/cable-600308.xml"].getroot().find(f"{TEI}text/{TEI}body")
    return text_of(body).split()


def test_the_cable_with_its_enclosure_says_word_for_word_what_its_transcription_says(
    corpus: Path, words_of_cable: list[str]
) -> None:
    transcription = corpus / "transcriptions" / "cable-600308.txt"
    assert words_of_cable == transcription.read_text(encoding="utf-8").split()


def test_the_document_names_the_transcription_it_was_made_from(
    corpus: Path, files: dict[str, etree._ElementTree]
) -> None:
    cable = files["documents/cable-600308.xml"]
    (reference,) = cable.iterfind(f".//{TEI}sourceDesc//{TEI}ref[@type='transcription']")
    named = (corpus / "documents" / reference.get("target")).resolve()
    assert named == (corpus / "transcriptions" / "cable-600308.txt").resolve()


def test_the_transcription_is_byte_for_byte_the_one_received(corpus: Path, test_data: Path) -> None:
    received = test_data / "source" / "cable-600308.txt"
    assert (corpus / "transcriptions" / "cable-600308.txt").read_bytes() == received.read_bytes()
