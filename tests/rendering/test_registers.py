# SPDX-License-Identifier: MIT
"""Indices of names lead to every passage that names someone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.rendering.small_sites import (
    Site,
    assert_links_are_whole,
    authority,
    document,
    items,
    main_of,
    person,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable


def test_an_index_leads_to_every_passage_that_names_someone(site: Callable[..., Site]) -> None:
    one = document("a", '<p xml:id="a-p1">To <persName ref="names.xml#n">N.</persName></p>')
    two = document(
        "b",
        '<p xml:id="b-p1"><rs type="person" ref="names.xml#n">him</rs>,'
        '<rs ref="names.xml#n">him</rs></p>'
        '<p xml:id="b-p2"><persName ref="names.xml#m #n">both</persName></p>',
    )
    people = f"<listPerson>{person('n', 'North, A.')}{person('m', 'Moor, B.')}</listPerson>"
    pages = site([one, two], [authority(people)])
    assert items(pages["index-person.html"], ".//ul[@class='names']/li") == [
        "Moor, B. Letter b: ¶ 2",
        "North, A. Letter a: ¶ 1 Letter b: ¶ 1 (2 times), ¶ 2",
    ]
    assert pages["index-person.html"].xpath("//span[@class='name']/a/@href") == [
        "names.html#m",
        "names.html#n",
    ]
    assert_links_are_whole(pages)


def test_a_name_without_an_identifier_is_in_no_index(site: Callable[..., Site]) -> None:
    pages = site([document("a", "<p><persName>Nobody</persName></p>"), document("b")])
    assert "index-person.html" not in pages


def test_identifiers_without_an_entry_go_by_the_form_they_mostly_have(
    site: Callable[..., Site],
) -> None:
    gnd = "https://d-nb.info/gnd/118562126"
    bodies = [
        f'<p><persName ref="{gnd}">L.</persName> <persName ref="{gnd}">Inger Lund</persName></p>',
        f'<p><persName ref="{gnd}">Inger Lund</persName><placeName ref="#ort1">Vey</placeName></p>',
        '<p>near <placeName key="ort1">Vey</placeName></p>',
    ]
    pages = site([document(f"d{n}", body) for n, body in enumerate(bodies)])
    assert items(pages["index-person.html"], ".//span[@class='name']") == ["Inger Lund"]
    assert pages["index-person.html"].xpath("//span[@class='name']/a/@href") == [gnd]
    assert items(pages["index-place.html"], ".//ul[@class='names']/li") == [
        "Vey Letter d1: Vey Letter d2: Vey"
    ]
    names = [pages[f"d{n}.html"].xpath("//*[contains(@class, 'Name')]") for n in range(3)]
    (entry,) = pages["index-place.html"].xpath("//ul[@class='names']/li/@id")
    assert [[name.get("href") for name in found] for found in names] == [
        [gnd, gnd],
        [gnd, f"index-place.html#{entry}"],
        [f"index-place.html#{entry}"],
    ]
    assert_links_are_whole(pages)


def test_entries_that_each_document_brings_along_are_one(site: Callable[..., Site]) -> None:
    back = (
        '<back><listPlace><place xml:id="{}"><placeName>{}</placeName></place></listPlace></back>'
    )
    body = '<p><placeName ref="#{}">here</placeName></p>'
    documents = [
        document("a", body.format("x1"), back=back.format("x1", "Vienna")),
        document("b", body.format("x1"), back=back.format("x1", "Vienna")),
        document("c", body.format("x1"), back=back.format("x1", "Berlin")),
    ]
    pages = site(documents)
    assert items(pages["index-place.html"], ".//ul[@class='names']/li") == [
        "Berlin Letter c: here",
        "Vienna Letter a: here Letter b: here",
    ]
    assert_links_are_whole(pages)


def test_the_parties_of_a_correspondence_are_in_the_index(site: Callable[..., Site]) -> None:
    profile = (
        '<correspDesc><correspAction type="sent"><persName ref="#p">P.</persName></correspAction>'
        "</correspDesc>"
    )
    pages = site([document("a", profile=profile), document("b")])
    assert items(pages["index-person.html"], ".//ul[@class='names']/li") == ["P. Letter a: Sent"]


def test_parties_of_a_correspondence_are_called_what_they_were_and_lead_to_the_document(
    site: Callable[..., Site],
) -> None:
    profile = (
        '<correspDesc><correspAction type="forwarded" subtype="copies"><persName ref="#b">B.'
        '</persName></correspAction><correspAction type="received" subtype="intermediary">'
        '<persName ref="#s">S.</persName></correspAction></correspDesc>'
    )
    names = '<person xml:id="{0}"><persName>{0}</persName></person>'
    people = f"<listPerson>{names.format('b')}{names.format('s')}</listPerson>"
    page = site([document("a", profile=profile), document("c")], [authority(people)])[
        "index-person.html"
    ]
    assert items(page, ".//ul[@class='passages']/li") == [
        "Letter a: Copies to",
        "Letter a: Received by the intermediary",
    ]
    assert page.xpath("//ul[@class='passages']//a[@class='detail']/@href") == ["a.html"] * 2


@pytest.mark.parametrize(
    ("life", "years"),
    [
        ('<birth when="1900-05-28"/><death when="1955"/>', "1900–1955"),
        ('<birth when="1900" cert="low"/>', "1900?–"),
        ('<death when="1955" cert="low"/><death when="1956" cert="low"/>', "–1955?/1956?"),
        ('<death when="1955"/><death when="1955-12"/>', "–1955"),
        ('<birth notBefore="1899" notAfter="1901"/>', "1899/1901–"),
        ('<birth notBefore="1899-02" notAfter="1899-03"/>', "1899–"),
        ('<birth notBefore="1899"/>', "1899?–"),
        ('<birth><date when="1899" precision="low">about 1899</date></birth>', "1899?–"),
        ("<birth>in the north</birth>", ""),
    ],
)
def test_years_of_a_life_say_what_is_not_sure(
    site: Callable[..., Site], life: str, years: str
) -> None:
    person = f'<listPerson><person xml:id="p"><persName>P.</persName>{life}</person></listPerson>'
    body = '<p><persName ref="#p">P.</persName></p>'
    page = site([document("a", body), document("c")], [authority(person)])["index-person.html"]
    assert page.xpath("string(//li[@id]/span[@class='detail'])") == (f" ({years})" if years else "")


def test_a_long_index_has_letters_and_parts(site: Callable[..., Site]) -> None:
    people = "".join(person(f"p{n}", f"{chr(65 + n % 26)}name{n:04}") for n in range(1100))
    body = '<p><persName ref="names.xml#p0">A</persName></p>'
    pages = site(
        [document("a", body), document("b")], [authority(f"<listPerson>{people}</listPerson>")]
    )
    parts = ["index-person.html", "index-person~2.html", "index-person~3.html"]
    assert [name for name in sorted(pages) if name.startswith("index-person")] == parts
    shown = [len(pages[name].xpath("//ul[@class='names']/li")) for name in parts]
    assert shown == [500, 500, 100]
    letters = pages[parts[1]].xpath("//nav[contains(@class, 'letters')]//a")
    assert [letter.text for letter in letters] == [chr(65 + n) for n in range(26)]
    assert_links_are_whole(pages)


def test_one_whom_many_documents_name_has_a_page_of_all_passages(site: Callable[..., Site]) -> None:
    body = '<p><persName ref="names.xml#p">P.</persName></p>'
    documents = [document(f"d{n:03}", body * 3) for n in range(30)]
    pages = site(documents, [authority(f"<listPerson>{person('p', 'Person')}</listPerson>")])
    (entry,) = items(pages["index-person.html"], ".//ul[@class='names']/li")
    assert entry == "Person 90 passages in 30 documents"
    (way,) = pages["index-person.html"].xpath("//p[@class='passages']/a/@href")
    assert len(pages[way].xpath("//ul[@class='passages']/li")) == 30
    assert "90 passages" in words_of(pages["names.html"])
    assert_links_are_whole(pages)


def test_no_page_of_all_passages_takes_the_place_of_a_part_of_the_index(
    site: Callable[..., Site],
) -> None:
    people = "".join(person(f"p{n}", f"Name {n:03}") for n in range(600))
    body = (
        "<p>" + "".join(f'<persName ref="names.xml#p{n}">N</persName>' for n in range(3)) + "</p>"
    )
    documents = [document(f"d{n:03}", body) for n in range(11)]
    pages = site(documents, [authority(f"<listPerson>{people}</listPerson>")])
    assert len(pages["index-person~2.html"].xpath("//ul[@class='names']/li")) == 100
    ways = pages["index-person.html"].xpath("//p[@class='passages']/a/@href")
    assert [len(pages[way].xpath("//ul[@class='passages']/li")) for way in ways] == [11, 11, 11]
    assert_links_are_whole(pages)


def test_strange_identifiers_and_names_do_no_harm(site: Callable[..., Site]) -> None:
    body = (
        '<p xml:id="ab.c-ü">'
        '<persName ref="#é&quot;&gt;&lt;x javascript:alert(1) names.xml#">A</persName>'
        '<persName ref="https://example.org/?a=1&amp;b=&quot;x">B</persName><persName ref="#"/>'
        '<persName key="a b">C</persName><persName ref="gnd:1 #p#q">&lt;i&gt;</persName></p>'
    )
    people = (
        '<listPerson><person xml:id="empty"/><person xml:id="p"><persName/></person></listPerson>'
    )
    pages = site(
        [document("a", body), document("b", body)],
        [authority(f"<listPerson>{people}</listPerson>")],
    )
    page = pages["index-person.html"]
    assert not page.xpath("//a[starts-with(@href, 'javascript:')]")
    assert not page.xpath("//main//i")
    assert "<i>" in words_of(main_of(page))
    assert_links_are_whole(pages)


def test_a_field_and_a_line_are_called_by_what_they_are(site: Callable[..., Site]) -> None:
    name = '<persName ref="names.xml#n">N.</persName>'
    body = (
        f'<div type="annotation" xml:id="a-hw2"><ab xml:id="a-hw2-1">{name} <gap/></ab></div>'
        f'<div type="form"><ab type="field" subtype="sent" xml:id="a-sent">{name} <gap/></ab></div>'
        f'<div><ab xml:id="a-x">{name} <gap/></ab></div>'
        f'<div type="own" xml:id="a-y"><ab xml:id="a-y1">{name}</ab></div>'
    )
    pages = site([document("a", body), document("b")], [authority(person("n", "North"))])
    (said,) = items(pages["index-person.html"], ".//ul[@class='names']/li")
    assert said == "North Letter a: handwritten note 2, field “sent”, line, section"
    gaps = words_of(main_of(pages["gaps.html"]))
    for place in ("handwritten note 2", "field “sent”", "line"):
        assert f"{place}: N. ⟨gap" in gaps


def test_an_entry_says_which_names_documents_have_and_leads_to_the_records_of_identifiers(
    site: Callable[..., Site],
) -> None:
    letter = document("file0000").replace(
        "</publicationStmt>",
        "</publicationStmt><sourceDesc><bibl xml:id='src'><title>Second Copy</title></bibl>"
        "<bibl xml:id='third'><title>Third</title></bibl></sourceDesc>",
    )
    entry = (
        '<person xml:id="n"><persName>North</persName>'
        '<persName type="variant" source="file0000.xml">N.</persName>'
        '<persName type="variant" source="file0000.xml#src file0000.xml#third">Nord</persName>'
        '<idno type="GND">118562126</idno><idno type="own">7</idno><idno type="GND">see 3</idno>'
        '<idno type="own">https://example.org/7</idno></person>'
    )
    pages = site([letter, document("b")], [authority(f"<listPerson>{entry}</listPerson>")])
    (dl,) = pages["names.html"].xpath("//*[@id='n']/dl[1]")
    assert words_of(dl).startswith(
        "In the documents N.Also Nord (according to Second Copy and Third)GND 118562126"
    )
    assert pages["names.html"].xpath("//*[@id='n']//*[contains(@class, 'tei-idno')]/a/@href") == [
        "https://d-nb.info/gnd/118562126"
    ]
