# SPDX-License-Identifier: MIT
"""What a typographer looks for: faces, lines, columns, on screens and paper; what is copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tei_edition.rendering import EditionData, write_site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

CABLE = "cable-600308"
WIDE, NARROW = 1440, 400
LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen"


@pytest.fixture
def made(tmp_path: Path) -> Callable[..., str]:
    """A function (what stands in the body, title) → the address of the document's page."""

    def address(body: str, title: str = "T") -> str:
        (tmp_path / "a.xml").write_text(
            "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc><titleStmt>"
            f"<title>{title}</title></titleStmt></fileDesc></teiHeader>"
            f"<text><body>{body}</body></text></TEI>",
            encoding="utf-8",
        )
        write_site([tmp_path / "a.xml"], tmp_path / "site", outputs=("html",))
        return (tmp_path / "site" / "a.html").as_uri()

    return address


def faces(page: Page, selector: str) -> list[str]:
    """The families of the machine that the words of an element are set in."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    found = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})
    fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": found["nodeId"]})["fonts"]
    return [font["familyName"] for font in fonts]


def test_the_page_has_the_first_of_its_faces_that_the_machine_has(
    open_page: Callable[..., Page], site: Path
) -> None:
    style = (site / "edition.css").read_text(encoding="utf-8")
    family = style.partition("--serif:")[2].partition(";")[0]
    page = open_page("about:blank")
    # Before there are words: what comes later may not be laid out when fonts are asked for.
    page.set_content(f"<style>p {{ font-family: {family} }}</style><p>Words</p>")
    first = faces(page, "p")
    page.goto((site / "letter-19500929.html").as_uri())
    # A weight that a family lacks has Chromium on Linux take another family, for the whole page.
    assert [faces(page, selector) for selector in ("h1", ".abstract", ".tei-p")] == [first] * 3


@pytest.mark.parametrize("width", [*range(320, 480, 20), WIDE])
def test_no_line_begins_with_the_number_of_a_note_or_the_letter_of_a_reading(
    open_page: Callable[..., Page], site: Path, width: int
) -> None:
    page = open_page((site / f"{CABLE}.html").as_uri(), width)
    script = """() => [...document.querySelectorAll('.document .mark a')].filter(mark => {
      const walker = document.createTreeWalker(document.querySelector('.document'), 4);
      walker.currentNode = mark;
      let before = walker.previousNode();
      while (!before?.parentElement.getClientRects().length) before = walker.previousNode();
      const range = document.createRange();
      range.setStart(before, before.length - 1);
      range.setEnd(before, before.length);
      const letter = range.getBoundingClientRect();
      return mark.getBoundingClientRect().left < letter.right - 8;
    }).map(mark => mark.id)"""
    assert page.evaluate(script) == []


@pytest.mark.parametrize(
    ("passage", "copied"),
    [
        (f"{CABLE}-p02", "This letter was delivered to me by PAK HEON-YEONG personally."),
        (f"{CABLE}-copy1", "Copy Nº 1 to Comrade Stalin"),
        ("letter-19500929-p05", "badly shook the military authority of the United States."),
        ("letter-19500929-p16", "if the enemy does not give [us] time to take the steps"),
        (f"{CABLE}-means", "by wire"),
    ],
)
def test_what_is_copied_is_the_text_with_its_brackets_and_none_of_our_marks(
    open_page: Callable[..., Page], site: Path, passage: str, copied: str
) -> None:
    page = open_page((site / f"{CABLE}.html").as_uri())
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("id => getSelection().selectAllChildren(document.getElementById(id))", passage)
    page.keyboard.press("Control+c")
    words = str(page.evaluate("navigator.clipboard.readText()"))
    assert copied in words
    for ours in ("Cite", "Note", "Reading", "supplied", "means"):
        assert ours not in words


def test_what_is_copied_of_verse_has_no_numbers_of_lines(
    open_page: Callable[..., Page], made: Callable[..., str]
) -> None:
    page = open_page(made("<lg n='2'><l n='5'>One verse</l><l n='6'>another</l></lg>"))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.tei-lg'))")
    page.keyboard.press("Control+c")
    assert page.evaluate("navigator.clipboard.readText()").split() == ["One", "verse", "another"]


@pytest.mark.parametrize("around", ["<lg>{}</lg>", "<lg rend='indent'>{}</lg>", "<sp>{}</sp>"])
def test_verse_is_indented_by_as_many_steps_as_it_says(
    open_page: Callable[..., Page], made: Callable[..., str], around: str
) -> None:
    said = ("", "indent", "indented", "indent1", "indent2", "indent-2", "indent3", "indent-4")
    lines = "".join(f"<l rend='{rend}'>words</l>" for rend in said)
    page = open_page(made(around.format(lines)))
    script = """lines => lines.map(line => {
      const words = document.createRange();
      words.selectNodeContents(line);
      const size = parseFloat(getComputedStyle(line).fontSize);
      return words.getBoundingClientRect().left / size / 2;
    })"""
    found = page.locator(".tei-l").evaluate_all(script)
    assert [round(steps - found[0], 2) for steps in found] == [0, 1, 1, 1, 2, 2, 3, 4]


def test_a_list_of_documents_takes_the_width_of_a_telephone(
    open_page: Callable[..., Page], site: Path
) -> None:
    page = open_page((site / "index.html").as_uri(), 320)
    assert page.locator(".documents tbody th").first.evaluate("cell => cell.offsetWidth") > 250


@pytest.mark.parametrize("width", [320, 800, WIDE])
def test_a_long_word_stays_in_its_column(
    open_page: Callable[..., Page], made: Callable[..., str], width: int
) -> None:
    person = f"<person><persName>A</persName><note>{LONG}/{LONG}</note></person>"
    page = open_page(made(f"<p>{LONG}</p><listPerson>{person}</listPerson>", LONG), width)
    script = """() => {
      const right = document.querySelector('.document').getBoundingClientRect().right;
      return [...document.querySelectorAll('.document *, .about *')]
        .filter(part => part.getBoundingClientRect().right > right + 1).map(part => part.className);
    }"""
    assert page.evaluate(script) == []


def test_a_table_is_printed_whole_however_wide_it_is(
    open_page: Callable[..., Page], made: Callable[..., str]
) -> None:
    rows = f"<row>{'<cell>remarkable</cell>' * 14}</row>" * 2
    page = open_page(made(f"<table>{rows}</table>"), 640)
    page.emulate_media(media="print")
    script = """() => [document.querySelector('table').getBoundingClientRect().right,
      document.querySelector('.document').getBoundingClientRect().right]"""
    table, text = page.evaluate(script)
    assert table <= text + 1


def test_a_table_of_few_columns_is_printed_with_its_words_whole(
    open_page: Callable[..., Page], site: Path, made: Callable[..., str]
) -> None:
    remark = "<cell>A remark that is as long as remarks on divisions are wont to be.</cell>"
    row = f"<row><cell>Division</cell><cell>12,000</cell><cell>120</cell>{remark * 3}</row>"
    whole = """selector => [...document.querySelectorAll(selector)].every(cell => {
      const words = document.createRange();
      words.selectNodeContents(cell);
      return words.getClientRects().length === 1;
    })"""
    page = open_page(made(f"<table>{row * 2}</table>"), 640)
    page.emulate_media(media="print")
    assert page.evaluate(whole, "td:nth-child(-n + 3)")
    page = open_page((site / "index.html").as_uri(), 800)
    page.emulate_media(media="print")
    assert page.evaluate(whole, ".documents thead th")


def test_the_fields_of_a_form_begin_on_one_line_on_a_telephone(
    open_page: Callable[..., Page], site: Path
) -> None:
    page = open_page((site / f"{CABLE}.html").as_uri(), 390)
    script = (
        "fields => new Set(fields.map(f => f.getBoundingClientRect().left + f.clientLeft)).size"
    )
    assert page.locator("[data-type=form] [data-type=field]").evaluate_all(script) == 1


def test_labels_and_values_of_a_form_without_fields_stand_beside_each_other(
    open_page: Callable[..., Page], made: Callable[..., str]
) -> None:
    line = "<ab type='form'><label>Office</label> <seg>London</seg> <label>Words</label> 34</ab>"
    items = "<list type='form'><item><label>To:</label> <seg>S/S</seg></item></list>"
    page = open_page(made(line + items))
    for form in (".tei-ab", ".tei-list"):
        assert side_by_side(page, f"{form} .tei-label >> nth=0", f"{form} .tei-seg")
        box, label = page.locator(form), page.locator(f"{form} .tei-label").first
        edges = [part.bounding_box() for part in (box, label)]
        assert edges[1]["x"] - edges[0]["x"] > 8
        assert page.locator(f"{form} ul").all() == [] or (
            page.locator(f"{form} ul").evaluate("list => getComputedStyle(list).listStyleType")
            == "none"
        )


def side_by_side(page: Page, first: str, second: str) -> bool:
    one, other = page.locator(first).bounding_box(), page.locator(second).bounding_box()
    assert one is not None
    assert other is not None
    return abs(one["y"] - other["y"]) < 8 and one["x"] + one["width"] <= other["x"]


def test_a_label_stands_beside_its_item_and_a_direction_beside_the_speaker(
    open_page: Callable[..., Page], made: Callable[..., str]
) -> None:
    body = (
        "<list type='gloss'><label>Pier</label><item>where ships lie</item></list>"
        "<sp><speaker>Emil</speaker><stage>(softly).</stage><p>Well!</p></sp>"
    )
    page = open_page(made(body))
    assert side_by_side(page, ".tei-label", ".tei-item")
    assert side_by_side(page, ".tei-speaker", ".tei-stage")
    assert not side_by_side(page, ".tei-speaker", ".tei-p")


def test_the_ways_through_the_edition_stand_in_one_place_on_all_its_pages(
    open_page: Callable[..., Page], site: Path
) -> None:
    places = set()
    for name in (CABLE, "index", "chronology", "index-person", "persons", "about"):
        box = open_page((site / f"{name}.html").as_uri(), WIDE).locator(".site nav").bounding_box()
        assert box is not None
        places.add((box["x"], box["width"], box["height"]))
    assert len(places) == 1


def test_a_typeface_of_the_editions_own_is_let_in(
    open_page: Callable[..., Page], tmp_path: Path
) -> None:
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme" / "face.woff2").write_bytes(b"no face")
    (tmp_path / "look.css").write_text(
        "@font-face { font-family: Own; src: url(own/face.woff2); } :root { --serif: Own, serif; }"
    )
    (tmp_path / "a.xml").write_text(
        "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body><p>a</p></body></text></TEI>"
    )
    edition = EditionData(style=str(tmp_path / "look.css"), own_files=str(tmp_path / "theme"))
    write_site([tmp_path / "a.xml"], tmp_path / "site", edition, outputs=("html",))
    page = open_page("about:blank")
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    with page.expect_request("**/own/face.woff2"):
        page.goto((tmp_path / "site" / "a.html").as_uri())
    page.evaluate("document.fonts.ready")
    assert not [words for words in said if "Content Security Policy" in words]


def test_words_of_ours_stand_at_the_side_of_a_text_that_runs_from_right_to_left(
    open_page: Callable[..., Page], made: Callable[..., str]
) -> None:
    body = (
        "<div xml:lang='ar' type='annotation' hand='#h' place='above'><ab>وصل أمس</ab></div>"
        "<p xml:lang='ar'>كتبت إليك</p>"
    )
    page = open_page(made(body))
    hand = page.locator("[data-type=annotation]")
    left, right = hand.evaluate(
        "e => [getComputedStyle(e).paddingLeft, getComputedStyle(e).paddingRight].map(parseFloat)"
    )
    assert left == 0 < right
    words = hand.locator("p.gen:visible").first
    inner = words.evaluate(
        "e => { const range = document.createRange(); range.selectNodeContents(e);"
        " return range.getBoundingClientRect().right; }"
    )
    around = words.bounding_box()
    assert around is not None
    assert abs(inner - around["x"] - around["width"]) < 2
