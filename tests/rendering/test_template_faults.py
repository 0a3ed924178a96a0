# SPDX-License-Identifier: MIT
"""Mistakes in an edition's templates are said where they stand, also those that XSLT takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree

from tei_edition.errors import TeiEditionError
from tei_edition.rendering import EditionData, Renderer, Source
from tei_edition.rendering.theming import template_faults
from tests.rendering.test_theming import DOCUMENT, XSL

if TYPE_CHECKING:
    from pathlib import Path


def _failure(tmp_path: Path, templates: str) -> str:
    """What is said of templates that no page can be made with."""
    (tmp_path / "t.xsl").write_text(templates, encoding="utf-8")
    data = EditionData(templates=str(tmp_path / "t.xsl"), root=str(tmp_path))
    with pytest.raises(TeiEditionError) as failure:
        Renderer(data).html(Source(DOCUMENT))
    return str(failure.value).removeprefix(f"{tmp_path}/")


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("p", "p"),
        ("div/p[@n = '1']", "div"),
        ("t:div//seg", "seg"),
        ("text() | child::hi", "hi"),
        ("t:p except p[t:q[1]]", "p"),
        ("key('k', 'x')/p", "p"),
    ],
)
def test_a_pattern_that_matches_no_element_of_tei_is_an_error(
    pattern: str, name: str, tmp_path: Path
) -> None:
    own = (
        f"""\n<xsl:template match="{pattern}" mode="html" xmlns:t="http://www.tei-c.org/ns/1.0"/>"""
    )
    told = XSL.replace(' xpath-default-namespace="http://www.tei-c.org/ns/1.0"', "")
    failure = _failure(tmp_path, told.format(own))
    assert failure.startswith(f't.xsl:4: match="{pattern}" matches no element of TEI')
    assert f"since “{name}” is of no namespace" in failure


@pytest.mark.parametrize(
    "pattern", ["t:p", "*", "@n", "attribute::n", "text()", "*:p", "t:p[q]", "Q{http://x}p", "."]
)
def test_a_pattern_with_prefixes_needs_no_default(pattern: str, tmp_path: Path) -> None:
    root = etree.fromstring(
        f"""<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
        <xsl:template match="{pattern}" mode="html"/></xsl:stylesheet>"""
    )
    assert not list(template_faults.without_namespace(root, {"html"}))


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("{f:word('own.keeper')}", "t.xsl:4: there is no word “own.keeper”; words of your own"),
        ("{f:word('page.abuot')}", "t.xsl:4: there is no word “page.abuot”; did you mean “page."),
        ("{1 idiv 0}", "the document: “t.xsl” cannot make it: Integer division by zero"),
        ('<xsl:message terminate="yes"/>', "cannot make it: Processing terminated by xsl:message"),
        ("<p>", "t.xsl:4:57: not well-formed: Opening and ending tag mismatch"),
    ],
)
def test_what_is_wrong_in_templates_is_said_with_their_name(
    body: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    own = f'\n<xsl:template match="seg" mode="html">{body}</xsl:template>'
    assert words in _failure(tmp_path, XSL.format(own))
