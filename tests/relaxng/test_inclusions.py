# SPDX-License-Identifier: MIT
"""Documents that include others are judged as if they were whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tei_edition.relaxng import Schema

if TYPE_CHECKING:
    from pathlib import Path

GRAMMAR = """
start = element doc { attribute n { "1" }?, part* }
part = element part { attribute xml:id { xsd:ID }?, (part* | p) }
p = element p { (text | element hi { text })* }
"""
PART = '<part xml:id="a"><part xml:id="b"><p>one <hi>two</hi> three</p></part>{fault}</part>'
NAMESPACE = 'xmlns:xi="http://www.w3.org/2001/XInclude"'

WAYS = {
    "whole": '<xi:include href="part.xml"/>',
    "identifier": '<xi:include href="part.xml" xpointer="a"/>',
    "place": '<xi:include href="part.xml" xpointer="element(/1)"/>',
    "inner": '<xi:include href="outer.xml" xpointer="element(/1/2)"/>',
    "fallback": f'<xi:include href="none.xml"><xi:fallback>{PART}</xi:fallback></xi:include>',
    "swallowed": '<xi:include href="part.xml"><xi:fallback><x/></xi:fallback></xi:include>',
    "nested": '<xi:include href="includes.xml" xpointer="element(/1/1)"/>',
}
FAULTS = {
    "none": ("", ""),
    "text inside": ("stray", ""),
    "element inside": ("<hi>stray</hi>", ""),
    "text behind": ("", "stray"),
    "element behind": ("", "<hi>stray</hi>"),
    "both": ("<p/>stray", "<part><p/></part>stray<hi/>"),
}


@pytest.mark.parametrize("behind", [*FAULTS])
@pytest.mark.parametrize("way", [*WAYS])
def test_inclusions_are_judged_like_what_they_bring_in(
    way: str, behind: str, tmp_path: Path
) -> None:
    schema = tmp_path / "schema.rnc"
    schema.write_text(GRAMMAR, encoding="utf-8")
    inside, after = FAULTS[behind]
    part = PART.replace("{fault}", inside)
    (tmp_path / "part.xml").write_text(part, encoding="utf-8")
    (tmp_path / "outer.xml").write_text(f"<x>text<y/>{part}<z>text</z></x>", encoding="utf-8")
    (tmp_path / "includes.xml").write_text(
        f'<x {NAMESPACE}><xi:include href="part.xml"/><y/></x>', encoding="utf-8"
    )
    document = tmp_path / "document.xml"
    include = WAYS[way].replace("{fault}", inside)
    text = f"<doc {NAMESPACE}>{{}}{after}<part><p>last</p></part></doc>"
    document.write_text(text.format(include), encoding="utf-8")
    plain = tmp_path / "plain.xml"
    plain.write_text(text.format(part), encoding="utf-8")

    def said(path: Path) -> list[tuple[str, str]]:
        found = Schema.load(schema, cache=None).validate(path)
        return sorted(
            (finding.code, finding.message) for finding in found if finding.check == "grammar"
        )

    assert said(document) == said(plain)
    assert bool(said(plain)) == (behind != "none")
