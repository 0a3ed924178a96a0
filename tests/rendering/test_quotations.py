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
        ("none", "He said “go”, ““no””."),
    ],
)
def test_the_header_says_whether_marks_were_kept(
    marks: str, expected: str, snippet: Callable[[str], Source], renderer: Renderer
) -> None:
    text = snippet("<p>He said <q>go</q>, <q>“no”</q>.</p>").text
    declared = f'<editorialDecl><quotation marks="{marks}"><p/></quotation></editorialDecl>'
    source = Source(text.replace("<encodingDesc>", f"<encodingDesc>{declared}"))
    assert expected in renderer.text(source, "reading")
    assert "He said go, “no”." in renderer.text(source, "transcript")
