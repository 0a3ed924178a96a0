# SPDX-License-Identifier: MIT
"""Nothing in a document can put a script, a style or a foreign request into its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import html

if TYPE_CHECKING:
    from collections.abc import Callable

    from tei_edition.rendering import Renderer, Source

ATTACKS = [
    '<p><ref target="javascript:alert(1)">x</ref></p>',
    '<p><ref target="JaVaScRiPt:alert(1)">x</ref></p>',
    '<p><ref target="&#x9;javascript:alert(1)">x</ref></p>',
    '<p><ref target="java&#xA;script:alert(1)">x</ref></p>',
    '<p><ref target="data:text/html,&lt;script>alert(1)&lt;/script>">x</ref></p>',
    '<p><ref target="vbscript:x file:///etc/passwd //evil.example/">x</ref></p>',
    '<p><ptr target="javascript:alert(1)"/></p>',
    '<p><persName ref="javascript:alert(1)">x</persName></p>',
    '<p><graphic url="javascript:alert(1)"/><graphic url="data:image/svg+xml,&lt;svg/>"/></p>',
    '<p><graphic url="https://evil.example/a.png"/></p>',
    '<p rend="x&quot; onclick=&quot;alert(1)" style="background:url(//evil.example)">x</p>',
    '<p onclick="alert(1)" onload="alert(1)">x</p>',
    '<p type="&quot;>&lt;script>alert(1)&lt;/script>">x</p>',
    "<p>&lt;script>alert(1)&lt;/script></p>",
    '<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>',
    "<script>alert(1)</script><style>p{}</style><iframe src='//evil.example'/>",
    '<p><svg xmlns="http://www.w3.org/2000/svg" onload="a()"><script>a()</script></svg></p>',
    '<formula><m:mtext xmlns:m="http://www.w3.org/1998/Math/MathML" href="javascript:"/></formula>',
    "<p><!--<script>alert(1)</script>--><?php evil() ?>x</p>",
    '<p xml:lang="&quot; onclick=&quot;x">x</p>',
    '<table><row><cell cols="9999999999">x</cell></row></table>',
    '<div><head rend="&lt;b>">x</head></div>',
]

OURS = {"edition.css", "edition.js"}


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_document_cannot_act(
    attack: str, snippet: Callable[[str], Source], renderer: Renderer
) -> None:
    page = html.document_fromstring(renderer.html(snippet(attack)))
    for element in page.iter():
        if not isinstance(element.tag, str):
            continue
        assert element.tag not in {
            "iframe",
            "object",
            "embed",
            "base",
            "svg",
            "math",
            "style",
            "img",
        }
        if element.tag == "script":
            assert element.get("src") in OURS
            assert not element.text
        if element.tag == "link" and element.get("rel") == "stylesheet":
            assert element.get("href") in OURS
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert name != "style"
            if name in {"href", "src", "action"}:
                scheme = value.partition(":")[0].lower() if ":" in value.split("#")[0] else ""
                assert scheme in {"", "http", "https", "mailto"}
                assert not value.startswith("//")
            if name in {"colspan", "rowspan"}:
                assert int(value) <= 1000


def test_comments_and_instructions_do_not_reach_the_page(
    snippet: Callable[[str], Source], renderer: Renderer
) -> None:
    page = renderer.html(snippet("<p><!-- hidden --><?php evil() ?>x</p>"))
    assert "hidden -->" not in page
    assert "evil" not in page


def test_a_page_asks_nothing_of_another_host(telegram: Source, renderer: Renderer) -> None:
    page = html.document_fromstring(renderer.html(telegram))
    requested = page.xpath("//@src | //link[not(@rel='canonical')]/@href")
    assert set(requested) == OURS
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert "default-src 'none'" in policy
