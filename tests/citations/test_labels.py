"""What passages are called, in the language of the edition."""

from __future__ import annotations

import pytest

from tei_edition.citations.labels import label_of, published_label
from tei_edition.citations.phrases import languages
from tei_edition.citations.registry import Unit

PASSAGES = [
    ("p", {}, "a-p02", "¶ 2", "¶ 2"),
    ("ab", {}, "a-ab01", "line 1", "Zeile 1"),
    ("l", {}, "a-l12", "line 12", "Vers 12"),
    ("div", {}, "a-div1", "section 1", "Abschnitt 1"),
    ("div", {"type": "annotation"}, "a-hw1", "handwritten note 1", "handschriftlicher Vermerk 1"),
    ("note", {"type": "editorial"}, "a-n03", "editorial note 3", "Anmerkung der Herausgeber 3"),
    ("stamp", {"subtype": "incoming"}, "a-stamp1", "incoming stamp", "Eingangsstempel"),
    ("stamp", {"subtype": "tally"}, "a-stamp1", "tally stamp", "Stempel (tally)"),
    ("stamp", {}, "a-stamp1", "stamp 1", "Stempel 1"),
    ("item", {"n": "3"}, "a-copy3", "copy Nº 3", "Ausfertigung Nr. 3"),
    ("item", {"n": "4a"}, "a-item04", "item 4a", "Eintrag 4a"),
    ("item", {}, "a-item04", "item 4", "Eintrag 4"),
    ("ab", {"type": "field", "subtype": "by-wire"}, "a-x", "field “by wire”", "Feld „by wire“"),
    ("gap", {}, "a-gap2", "gap 2", "Lücke 2"),
    ("sic", {}, "a-sic1", "reading 1", "Lesart 1"),
    ("signed", {}, "a-signed", "signature", "Unterschrift"),
    ("zone", {}, "a-zone1", "zone 1", "zone 1"),
]


@pytest.mark.parametrize(("name", "attributes", "xml_id", "english", "german"), PASSAGES)
def test_a_passage_is_called_by_element_type_and_number(
    name: str, attributes: dict[str, str], xml_id: str, english: str, german: str
) -> None:
    assert label_of(name, attributes, xml_id) == english
    assert label_of(name, attributes, xml_id, "de-CH") == german


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(("name", "attributes", "xml_id", "english", "_"), PASSAGES)
def test_what_is_published_is_called_the_same_when_it_is_gone(
    language: str, name: str, attributes: dict[str, str], xml_id: str, english: str, _: str
) -> None:
    unit = Unit(xml_id, "a", name, english, "", "1.0")
    assert published_label(unit, language) == label_of(name, attributes, xml_id, language)


def test_a_document_keeps_its_title() -> None:
    unit = Unit("a", "a", "TEI", "note 1", "", "1.0")
    assert published_label(unit, "de") == "note 1"
