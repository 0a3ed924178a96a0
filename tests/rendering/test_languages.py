# SPDX-License-Identifier: MIT
"""The languages of documents, as browsers and screen readers take them."""

from __future__ import annotations

import pytest
from lxml import html

from tei_edition.rendering import Renderer, Source

TEI = (
    "<TEI xmlns='http://www.tei-c.org/ns/1.0'{attributes}><teiHeader><profileDesc>{languages}"
    "</profileDesc></teiHeader><text><body><p>a {words}</p></body></text></TEI>"
)


@pytest.mark.parametrize(
    ("written", "lang", "direction"),
    [
        ("de", "de", None),
        ("fra", "fr", None),
        ("ger-AT", "de-AT", None),
        ("fro", "fro", None),
        ("heb", "he", "rtl"),
        ("ar-Latn", "ar-Latn", None),
        ("az-Arab", "az-Arab", "rtl"),
        ("no language", None, None),
    ],
)
def test_a_language_has_the_tag_and_the_direction_of_the_web(
    written: str, lang: str | None, direction: str | None
) -> None:
    words = f"<foreign xml:lang='{written}'>b</foreign>"
    page = Renderer().html(Source(TEI.format(attributes="", languages="", words=words)))
    (foreign,) = html.document_fromstring(page).xpath("//i[contains(@class,'tei-foreign')]")
    assert foreign.get("lang") == lang
    assert foreign.get("dir") == direction


@pytest.mark.parametrize(
    ("attributes", "languages", "lang"),
    [
        (" xml:lang='fr'", "<langUsage><language ident='de'>German</language></langUsage>", "fr"),
        ("", "<langUsage><language ident='deu'>German</language></langUsage>", "de"),
        ("", "<langUsage><language ident='de'/><language ident='fr'/></langUsage>", None),
        ("", "", None),
    ],
)
def test_the_text_is_in_the_language_that_the_document_names(
    attributes: str, languages: str, lang: str | None
) -> None:
    document = TEI.format(attributes=attributes, languages=languages, words="b")
    page = html.document_fromstring(Renderer().html(Source(document)))
    (text,) = page.xpath("//section[contains(@class,'document')]")
    assert text.get("lang") == lang
