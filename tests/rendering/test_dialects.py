# SPDX-License-Identifier: MIT
"""What large editions added to TEI in namespaces of their own is read as the TEI it stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tei_edition.rendering import Renderer, Source, read_source
from tei_edition.rendering.sources.dialects import in_plain_tei

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENT = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:x="{namespace}"><teiHeader><fileDesc>
<titleStmt><title>T</title></titleStmt></fileDesc></teiHeader><text><body>{body}</body></text></TEI>"""
CASES = [
    pytest.param(
        "http://www.cbeta.org/ns/1.0",
        '<x:juan n="001" fun="open"><x:mulu n="001" type="卷"/><x:jhead>經卷第一</x:jhead></x:juan>'
        '<x:div type="xu"><x:mulu level="1">序</x:mulu><head>序品</head><p>正文</p></x:div>'
        "<p><x:tt><x:t xml:lang='sa'>a</x:t><x:t xml:lang='zh'>阿</x:t></x:tt></p>",
        ["經卷第一", "⟨index: 序⟩", "序品\n~~~~", "正文", "a 阿"],
        id="the Buddhist canon of CBETA",
    ),
    pytest.param(
        "http://history.state.gov/frus/ns/1.0",
        '<div type="document" n="13"><head>13. Telegram</head><p>See the attached.</p>'
        '<x:attachment xml:id="d13a1"><head>Tab A</head><p>Call on him.</p></x:attachment></div>',
        ["13. Telegram\n~~~", "⟨Enclosure⟩", "Tab A\n", "Call on him.", "⟨End of the enclosure⟩"],
        id="Foreign Relations of the United States",
    ),
    pytest.param(
        "http://www.faustedition.net/ns",
        "<p>Recht <x:overw><x:under>E</x:under><x:over>e</x:over></x:overw>uch "
        "<x:ins>ja</x:ins></p>",
        ["Recht ⟨a⟩euch ja", "⟨a⟩ E: deleted in the document"],
        id="the edition of Faust",
    ),
]


def test_breaks_in_words_as_they_were_marked_before_p5_could_say_so() -> None:
    body = "<p>the se<cb type='inWord'/>cond and the th<lb type=\"worddiv\"/>ird</p>"
    text = DOCUMENT.format(namespace="urn:x", body=body)
    said = Renderer().text(Source(text.replace("'", '"'), "a.xml"))
    assert "the se⟨column⟩cond and the third" in said


def test_names_of_works_and_roles_in_the_edition_of_weber() -> None:
    body = "<p>gave <characterName>Max</characterName> in <workName key='w'>Days</workName></p>"
    source = Source(DOCUMENT.format(namespace="urn:x", body=body), "a.xml")
    assert "gave Max in Days" in Renderer().text(source)
    assert 'data-type="work"' in Renderer().html(source)


@pytest.mark.parametrize(("namespace", "body", "expected"), CASES)
def test_what_an_edition_added_to_tei_is_read_as_tei(
    tmp_path: Path, namespace: str, body: str, expected: list[str]
) -> None:
    path = tmp_path / "a.xml"
    path.write_text(DOCUMENT.format(namespace=namespace, body=body), encoding="utf-8")
    source = read_source(path)
    text = Renderer().text(source, width=0).split("* * *", 1)[1]
    places = [text.index(words) for words in expected]
    assert places == sorted(places)
    assert "{" not in text
    assert "unknown" not in Renderer().html(source)
    assert "x:" in source.text  # the file to download and to cite is as it was


def test_an_element_that_nobody_knows_is_shown_with_its_name() -> None:
    body = "<p>a <x:zigzag>b</x:zigzag></p>"
    text = DOCUMENT.format(namespace="http://www.cbeta.org/ns/1.0", body=body)
    assert "a {zigzag: b}" in Renderer().text(Source(text=text))


def test_a_word_goes_on_over_a_break_whose_type_says_so() -> None:
    body = (
        '<p>Organi<lb type="inWord"/>sation, lan<lb type="hyphenated"/>ges, '
        'kur-<lb\ttype="hyphenated"/>zes, '
        'αβ<lb n="2" type="worddiv"/>γ, a<lb type="other"/>b, c<lb break="yes" type="inWord"/>d '
        "<![CDATA[<lb type='inWord'/>]]></p>"
    )
    source = Source(text=DOCUMENT.format(namespace="urn:none", body=body))
    reading = Renderer().text(source, "reading", width=0)
    assert "Organisation, langes, kurzes, αβγ, a b, c d <lb type='inWord'/>\n" in reading
    diplomatic = Renderer().text(source, "diplomatic", width=0)
    assert "Organi\nsation, lan-\nges, kur-\nzes, αβ\nγ, a\nb, c\nd" in diplomatic


@pytest.mark.parametrize(
    ("given", "plain"),
    [
        ('<date when-iso="1900-01-01"/>', '<date when-iso="1900-01-01" when="1900-01-01"/>'),
        ("<b x='>' from-iso = '1900'>y</b>", "<b x='>' from-iso = '1900' from='1900'>y</b>"),
        ('<date when="1901" when-iso="1900"/>', None),
        ('<date when-iso="1900-W10"/>', None),
        ('<p>of -iso="1900"</p>', None),
        ('<eg><![CDATA[<date when-iso="1900"/>]]></eg>', None),
    ],
)
def test_dates_in_attributes_of_iso_are_dates_of_every_reader(
    given: str, plain: str | None
) -> None:
    assert in_plain_tei(f"<TEI>{given}</TEI>") == f"<TEI>{plain or given}</TEI>"
