# SPDX-License-Identifier: MIT
"""Pointers that a header abbreviates (TEI Guidelines 17.2.3) lead where it says that they lead."""

from __future__ import annotations

import pytest

from tei_edition.rendering import Renderer, Source

DOCUMENT = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title>
</titleStmt></fileDesc><encodingDesc><listPrefixDef>
<prefixDef ident="bib" matchPattern="([a-z0-9\\_\\-]+)" replacementPattern="https://example.org/$1"/>
<prefixDef ident="psn" matchPattern="([a-z]+)" replacementPattern="#$1"/>
<prefixDef ident="bad" matchPattern="([a-z" replacementPattern="https://example.org/$1"/>
<prefixDef ident="js" matchPattern="(.+)" replacementPattern="javascript:$1"/>
</listPrefixDef></encodingDesc></teiHeader><text><body>{body}</body></text></TEI>"""


def _page(body: str) -> str:
    return Renderer().html(Source(DOCUMENT.format(body=body)))


@pytest.mark.parametrize(
    ("pointer", "href"),
    [("bib:vey_1910", "https://example.org/vey_1910"), ("psn:ada", "#ada")],
)
def test_an_abbreviated_pointer_leads_where_the_header_says(pointer: str, href: str) -> None:
    persons = '<listPerson><person xml:id="ada"><persName>Ada B.</persName></person></listPerson>'
    assert f'href="{href}"' in _page(f'<p><ref target="{pointer}">a</ref></p>{persons}')


@pytest.mark.parametrize("pointer", ["bib:VEY", "bad:vey", "js:alert(1)", "other:vey", "bib:"])
def test_what_fits_no_pattern_leads_nowhere_and_stays_as_it_is_written(pointer: str) -> None:
    page = _page(f'<p>to <ptr target="{pointer}"/></p>')
    assert f"⟨link: {pointer}⟩" in page
    assert f">⟨link: {pointer}⟩</a>" not in page


def test_an_edition_goes_by_the_siglum_that_the_bibliography_gives_it() -> None:
    source = Source(
        DOCUMENT.format(
            body='<div><p>x</p></div><div type="apparatus"><listApp><app loc="5">'
            '<lem source="bib:vey">a</lem><rdg source="bib:sund">b</rdg></app></listApp></div>'
            '<div type="bibliography"><listBibl><bibl n="V"><ptr target="bib:vey"/></bibl>'
            "</listBibl></div>"
        )
    )
    text = Renderer().text(source)
    assert "⟨Apparatus⟩\n\n5 a V] b bib:sund\n\n⟨Bibliography⟩" in text
