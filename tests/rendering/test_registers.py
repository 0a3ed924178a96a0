# SPDX-License-Identifier: MIT
"""The edition's own pages: indices, chronology, emendations, gaps, what the headers declare."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from lxml import html

from tei_edition.rendering import EditionData, write_site
from tei_edition.rendering.sorting import Alphabet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lxml.html import HtmlElement

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{id}"><teiHeader><fileDesc><titleStmt>
<title>{title}</title></titleStmt><publicationStmt><availability><p>Free.</p></availability>
</publicationStmt></fileDesc><encodingDesc>{declared}</encodingDesc><profileDesc>{profile}
</profileDesc></teiHeader>{text}</TEI>"""

Site = dict[str, "HtmlElement"]
"""Pages by their names."""


def _document(
    identifier: str, body: str = "<p/>", *, declared: str = "", profile: str = "", back: str = ""
) -> str:
    text = f"<text><body>{body}</body>{back}</text>"
    title = f"Letter {identifier}"
    return TEI.format(id=identifier, title=title, declared=declared, profile=profile, text=text)


def _authority(*entries: str) -> str:
    text = f"<standOff>{''.join(entries)}</standOff>"
    return TEI.format(id="names", title="Names", declared="", profile="", text=text)


def _person(identifier: str, name: str) -> str:
    return f'<person xml:id="{identifier}"><persName>{name}</persName></person>'


@pytest.fixture
def site(tmp_path: Path) -> Callable[..., Site]:
    """A site made of documents, in order."""

    def make(
        documents: Sequence[str], authorities: Sequence[str] = (), language: str = "en"
    ) -> Site:
        paths = []
        for number, text in enumerate((*documents, *authorities)):
            paths.append(tmp_path / f"file{number:04}.xml")
            paths[-1].write_text(text, encoding="utf-8")
        report = write_site(
            paths[: len(documents)],
            tmp_path / "out",
            EditionData(title="Letters", language=language),
            authorities=paths[len(documents) :],
            outputs=("html",),
        )
        assert not report.failures
        return {
            path.name: html.document_fromstring(path.read_text(encoding="utf-8"))
            for path in (tmp_path / "out").glob("*.html")
        }

    return make


def _words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _main(page: HtmlElement) -> HtmlElement:
    (main,) = page.xpath("//main")
    return main


def _items(page: HtmlElement, path: str) -> list[str]:
    return [_words(element) for element in _main(page).xpath(path)]


def assert_links_are_whole(pages: Site) -> None:
    """Every link within the site leads to a page that is there, and to an anchor in it."""
    anchors = {name: set(page.xpath("//@id")) for name, page in pages.items()}
    links = 0
    for name, page in pages.items():
        for href in page.xpath("//a/@href"):
            if re.match(r"[a-z]+:|tei/|.*\.(csl\.json|ris|bib)$", href):
                continue
            target, _, anchor = href.partition("#")
            target = target or name
            assert target in pages, f"{name}: {href}"
            assert not anchor or unquote(anchor) in anchors[target], f"{name}: {href}"
            links += 1
    assert links


# Indices ----------------------------------------------------------------------------------------


def test_an_index_leads_to_every_passage_that_names_someone(site: Callable[..., Site]) -> None:
    one = _document("a", '<p xml:id="a-p1">To <persName ref="names.xml#n">N.</persName></p>')
    two = _document(
        "b",
        '<p xml:id="b-p1"><rs type="person" ref="names.xml#n">him</rs>,'
        '<rs ref="names.xml#n">him</rs></p>'
        '<p xml:id="b-p2"><persName ref="names.xml#m #n">both</persName></p>',
    )
    people = f"<listPerson>{_person('n', 'North, A.')}{_person('m', 'Moor, B.')}</listPerson>"
    pages = site([one, two], [_authority(people)])
    assert _items(pages["index-person.html"], ".//ul[@class='names']/li") == [
        "Moor, B. Letter b: ¶ 2",
        "North, A. Letter a: ¶ 1 Letter b: ¶ 1 (2 times), ¶ 2",
    ]
    assert pages["index-person.html"].xpath("//span[@class='name']/a/@href") == [
        "names.html#m",
        "names.html#n",
    ]
    assert_links_are_whole(pages)


def test_a_name_without_an_identifier_is_in_no_index(site: Callable[..., Site]) -> None:
    pages = site([_document("a", "<p><persName>Nobody</persName></p>"), _document("b")])
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
    pages = site([_document(f"d{n}", body) for n, body in enumerate(bodies)])
    assert _items(pages["index-person.html"], ".//span[@class='name']") == ["Inger Lund"]
    assert pages["index-person.html"].xpath("//span[@class='name']/a/@href") == [gnd]
    assert _items(pages["index-place.html"], ".//ul[@class='names']/li") == [
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
        _document("a", body.format("x1"), back=back.format("x1", "Vienna")),
        _document("b", body.format("x1"), back=back.format("x1", "Vienna")),
        _document("c", body.format("x1"), back=back.format("x1", "Berlin")),
    ]
    pages = site(documents)
    assert _items(pages["index-place.html"], ".//ul[@class='names']/li") == [
        "Berlin Letter c: here",
        "Vienna Letter a: here Letter b: here",
    ]
    assert_links_are_whole(pages)


def test_the_parties_of_a_correspondence_are_in_the_index(site: Callable[..., Site]) -> None:
    profile = (
        '<correspDesc><correspAction type="sent"><persName ref="#p">P.</persName></correspAction>'
        "</correspDesc>"
    )
    pages = site([_document("a", profile=profile), _document("b")])
    assert _items(pages["index-person.html"], ".//ul[@class='names']/li") == ["P. Letter a: Sent"]


@pytest.mark.parametrize(
    ("letters", "names"),
    [
        ("", ["A B", "AB", "Ähre", "Ärger", "Arm", "Das", "dass", "Daß X", "Zorn"]),
        ("z å ä ö", ["Oase", "Zorn", "Ålesund", "Ärger", "Öl"]),
        ("и й", ["Ёж", "Ель", "Иван", "Йод", "Кот"]),
        ("h ch", ["Havel", "Chrudim", "Ivan"]),
        ("", ["가나", "각", "나라"]),
        ("", ["de Gaulle", "Degas", "»Freie Bühne«", "Freier"]),
    ],
)
def test_names_stand_in_the_order_of_the_language(letters: str, names: list[str]) -> None:
    alphabet = Alphabet(letters)
    assert sorted(sorted(names), key=alphabet.place) == names


@pytest.mark.parametrize(
    ("letters", "name", "heading"),
    [
        ("", "Ähre", "A"),
        ("z å ä ö", "Ähre", "Ä"),
        ("h ch", "Chrudim", "Ch"),
        ("", "«Œuvre»", "O"),
        ("", "까치", "ㄱ"),
        ("", "38th parallel", "#"),
        ("", "", "#"),
    ],
)
def test_names_are_filed_under_their_letter(letters: str, name: str, heading: str) -> None:
    assert Alphabet(letters).heading(name) == heading


def test_a_long_index_has_letters_and_parts(site: Callable[..., Site]) -> None:
    people = "".join(_person(f"p{n}", f"{chr(65 + n % 26)}name{n:04}") for n in range(1100))
    body = '<p><persName ref="names.xml#p0">A</persName></p>'
    pages = site(
        [_document("a", body), _document("b")], [_authority(f"<listPerson>{people}</listPerson>")]
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
    documents = [_document(f"d{n:03}", body * 3) for n in range(30)]
    pages = site(documents, [_authority(f"<listPerson>{_person('p', 'Person')}</listPerson>")])
    (entry,) = _items(pages["index-person.html"], ".//ul[@class='names']/li")
    assert entry == "Person 90 passages in 30 documents"
    (way,) = pages["index-person.html"].xpath("//p[@class='passages']/a/@href")
    assert len(pages[way].xpath("//ul[@class='passages']/li")) == 30
    assert "90 passages" in _words(pages["names.html"])
    assert_links_are_whole(pages)


# The other pages ----------------------------------------------------------------------------------


def test_the_chronology_has_every_date_and_the_undated_at_the_end(
    site: Callable[..., Site],
) -> None:
    def letter(identifier: str, *actions: tuple[str, str]) -> str:
        told = "".join(
            f'<correspAction type="{kind}"><date {date}/></correspAction>' for kind, date in actions
        )
        return _document(identifier, profile=f"<correspDesc>{told}</correspDesc>")

    pages = site(
        [
            letter("late", ("sent", 'when="1950-09-30"'), ("received", 'when="1950-10-02"')),
            _document("without"),
            letter("early", ("sent", 'notBefore="1949-12" notAfter="1950-01"')),
            _document("made", profile='<creation><date when="-0044-03-15"/></creation>'),
        ]
    )
    assert _items(pages["chronology.html"], ".//h2 | .//dt | .//dd") == [
        *("44 BC", "15 March, 44 BC", "Written: Letter made"),
        *("1949", "between December 1949 and January 1950", "Sent: Letter early"),
        *("1950", "30 September 1950", "Sent: Letter late"),
        *("2 October 1950", "Received: Letter late"),
        *("undated", "undated", "Letter without"),
    ]
    assert_links_are_whole(pages)


def test_emendations_and_gaps_are_listed_with_their_passages(site: Callable[..., Site]) -> None:
    body = (
        '<p xml:id="a-p1"><choice><sic>teh</sic><corr>the</corr></choice> <supplied>end</supplied>'
        "<choice><abbr>Mr</abbr><expan>Mister</expan></choice> <del>no</del></p>"
        '<p xml:id="a-p2"><gap reason="illegible" unit="words" quantity="2"/>'
        '<unclear cert="low">maybe</unclear><surplus>the</surplus> &lt;b&gt; &amp;</p>'
    )
    pages = site([_document("a", body), _document("b", "<p>plain</p>")])
    assert _items(pages["emendations.html"], ".//li") == [
        "¶ 1: the endMister: corrected by the editors; the document has “teh”",
        "¶ 1: the endMister: supplied by the editors",
        "¶ 2: maybethe <b> &: superfluous in the document",
    ]
    assert [s.text for s in pages["emendations.html"].xpath("//span[@class='lemma']")] == [
        *("the", "end", "the")
    ]
    assert _items(pages["gaps.html"], ".//li") == [
        "¶ 2: ⟨illegible: 2 words⟩maybe <b> &",
        "¶ 2: maybe <b> &: uncertain reading, certainty low",
    ]
    assert _items(pages["gaps.html"], ".//h2") == ["Letter a"]
    assert_links_are_whole(pages)


def test_a_place_without_an_identifier_has_an_anchor_and_stands_among_its_words(
    site: Callable[..., Site],
) -> None:
    before = "One two three four five six seven eight nine ten eleven twelve "
    body = (
        f"<p>{before}thir<unclear>t</unclear>een<note>aside</note> four<supplied>teen</supplied>"
        " fifteen sixteen seventeen eighteen nineteen twenty</p>"
    )
    pages = site([_document("a", body), _document("b")])
    (gap,) = _items(pages["gaps.html"], ".//li")
    assert gap == ("Text: … eleven twelve thirteen fourteen fifteen …: uncertain reading")
    assert pages["gaps.html"].xpath("//main//li/a/@href") == ["a.html#place%3A1"]
    assert pages["emendations.html"].xpath("//main//li/a/@href") == ["a.html#place%3A2"]
    assert_links_are_whole(pages)


def test_places_on_a_title_page_and_outside_of_any_division_are_listed_too(
    site: Callable[..., Site],
) -> None:
    front = (
        "<front><titlePage><docTitle><titlePart>Fortune "
        "<choice><orig>Vn</orig><reg>un</reg></choice>"
        "maſk’d</titlePart></docTitle><docImprint><gap/> 1711</docImprint></titlePage></front>"
    )
    parted = _document("a", "<p>x</p>").replace("<body>", front + "<body>")
    pages = site([parted, _document("b")])
    (gap,) = _items(pages["gaps.html"], ".//li")
    assert "1711" in gap
    assert_links_are_whole(pages)


def test_markup_of_a_document_stays_words_in_the_lists(site: Callable[..., Site]) -> None:
    evil = "&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;b&amp;gt; &lt;?gaps &gt;"
    pages = site([_document("a", f"<p><supplied>{evil}</supplied></p>"), _document("b")])
    (item,) = _items(pages["emendations.html"], ".//li")
    assert "<script>alert(1)</script> &lt;b&gt; <?gaps >" in item
    assert not pages["emendations.html"].xpath("//main//script")
    assert "gaps.html" not in pages


def test_the_headers_declarations_are_stated_once_and_their_differences_named(
    site: Callable[..., Site],
) -> None:
    def declared(*words: str) -> str:
        policy = "".join(f"<p>{said}</p>" for said in words)
        return f"<editorialDecl><correction>{policy}</correction></editorialDecl>"

    pages = site(
        [
            _document("a", declared=declared("All alike.", "Only here.")),
            _document("b", declared=declared("All  alike.")),
            _document("c", declared=declared("All alike.", "Only there.")),
        ]
    )
    assert _items(pages["about.html"], ".//h2 | .//section//p") == [
        *("Correction", "All alike."),
        *("In 1 document: Letter a", "Only here."),
        *("In 1 document: Letter c", "Only there."),
        *("Rights", "Free."),
    ]
    assert_links_are_whole(pages)


def test_the_first_page_lists_the_documents_in_a_table(site: Callable[..., Site]) -> None:
    profile = (
        '<correspDesc><correspAction type="sent"><persName>A.</persName><date when="1950-09-30"/>'
        '</correspAction><correspAction type="received"><persName>B.</persName></correspAction>'
        "</correspDesc>"
    )
    pages = site([_document("a", profile=profile), _document("b")])
    assert _items(pages["index.html"], ".//thead//th") == [
        *("Document", "Date", "From", "To", "Download")
    ]
    assert _items(pages["index.html"], ".//tbody/tr[1]/*") == [
        *("Letter a", "30 September 1950", "A.", "B.", "TEI")
    ]
    assert _items(pages["index.html"], ".//tbody/tr[2]/*") == [*("Letter b", "", "", "", "TEI")]


def test_every_page_leads_to_the_others(site: Callable[..., Site]) -> None:
    body = '<p><persName ref="#p">P.</persName><gap/><supplied>x</supplied></p>'
    pages = site([_document("a", body), _document("b")], language="de")
    for page in pages.values():
        ways = [_words(way) for way in page.xpath("//header[contains(@class, 'site')]//li")]
        assert ways == [
            *("Dokumente", "Chronologie", "Personen", "Eingriffe in den Text"),
            *("Lücken und unsichere Lesungen", "Über diese Edition"),
        ] or ways == [
            *("Dokumente", "Personen", "Eingriffe in den Text"),
            *("Lücken und unsichere Lesungen", "Über diese Edition"),
        ]
    assert pages["gaps.html"].xpath("//header//a[@aria-current]/@href") == ["gaps.html"]


def test_a_single_document_gets_no_lists(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text(_document("a", "<p><gap/></p>"), encoding="utf-8")
    write_site([path], tmp_path / "out", outputs=("html",))
    pages = sorted(page.name for page in (tmp_path / "out").glob("*.html"))
    assert pages == ["a.html", "index.html"]


def test_the_lists_of_the_samples_are_whole(test_data: Path, tmp_path: Path) -> None:
    for folder in ("schnitzler-briefe", "tillich-briefe"):
        documents = sorted((test_data / "samples" / folder).glob("*.xml"))[:40]
        out = tmp_path / folder
        write_site(documents, out, EditionData(title=folder), outputs=("html",))
        pages = {
            path.name: html.document_fromstring(path.read_text(encoding="utf-8"))
            for path in out.glob("*.html")
        }
        lists = {
            name: page
            for name, page in pages.items()
            if page.xpath("//body[contains(@class, 'page-index')]")
        }
        assert len(lists) >= 6
        anchors = {name: set(page.xpath("//@id")) for name, page in pages.items()}
        for name, page in lists.items():
            for href in page.xpath("//main//a/@href[not(contains(., '://'))]"):
                target, _, anchor = href.partition("#")
                assert (out / unquote(target)).exists(), f"{name}: {href}"
                assert not anchor or unquote(anchor) in anchors[target or name], f"{name}: {href}"


def test_a_document_takes_no_page_of_the_editions(site: Callable[..., Site]) -> None:
    body = '<p><persName ref="#p">P.</persName><gap/><supplied>x</supplied></p>'
    names = ["about", "chronology", "emendations", "gaps", "index-person", "Index"]
    pages = site([_document(name, body) for name in names])
    for number in range(len(names)):
        assert f"file{number:04}.html" in pages
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
        [_document("a", body), _document("b", body)],
        [_authority(f"<listPerson>{people}</listPerson>")],
    )
    page = pages["index-person.html"]
    assert not page.xpath("//a[starts-with(@href, 'javascript:')]")
    assert not page.xpath("//main//i")
    assert "<i>" in _words(_main(page))
    assert_links_are_whole(pages)
