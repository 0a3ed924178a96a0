# SPDX-License-Identifier: MIT
"""Quotation marks are supplied where the header says that they were not kept, and only there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tei_edition.rendering import Source

if TYPE_CHECKING:
    from collections.abc import Callable

    from tei_edition.rendering import Renderer


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ("all", "He said go, “no”."),
        ("some", "He said “go”, “no”."),
        ("none", "He said “go”, “no”."),
    ],
)
def test_the_header_says_whether_marks_were_kept(
    marks: str, expected: str, snippet: Callable[[str], Source], renderer: Renderer
) -> None:
    text = snippet("<p>He said <q>go</q>, <q>“no”</q>.</p>").text
    declared = f'<editorialDecl><quotation marks="{marks}"><p/></quotation></editorialDecl>'
    source = Source(text.replace("<encodingDesc>", f"<encodingDesc>{declared}"))
    assert expected in renderer.text(source, "reading")
    transcript = "He said “go”, “no”." if marks == "none" else "He said go, “no”."
    assert transcript in renderer.text(source, "transcript")


def test_a_gloss_that_leads_to_a_term_elsewhere_is_no_explanation(
    snippet: Callable[[str], Source], renderer: Renderer
) -> None:
    text = renderer.text(
        snippet(
            """<list><item><term xml:id="t1">Deptel</term>, telegram</item></list>
<p>Re <gloss target="#t1">Deptel</gloss> and <term xml:id="t2">flip</term>,
<gloss target="#t2">a drink</gloss>.</p>"""
        ),
        "reading",
    )
    assert "Re Deptel and flip, ‘a drink’." in text
