# SPDX-License-Identifier: MIT
"""The interface's words: complete in every language, none unused, none missing."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import html

from tei_edition import resources
from tei_edition.citations.phrases import languages
from tei_edition.errors import ConfigurationError
from tei_edition.rendering import EditionData, Renderer
from tei_edition.rendering.plurals import CATEGORIES, InvalidRuleError, categories
from tei_edition.rendering.words import catalogue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tei_edition.rendering import Source

STYLESHEETS = "\n".join(
    re.sub(r"<!--.*?-->", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    for path in sorted(resources.stylesheet("html.xsl").parent.rglob("*.xsl"))
)

CITATIONS = "\n".join(
    path.read_text(encoding="utf-8")
    for path in sorted(Path(resources.__file__).parent.glob("citations/*.py"))
)
"""The modules that say things in the language of the edition, too."""

DATES = tomllib.loads((Path(__file__).parent / "dates.toml").read_text(encoding="utf-8"))


def _words(language: str) -> dict[str, str]:
    words = json.loads(catalogue(language))
    del words["language.categories"], words["identifier.registers"]
    return dict(words)


def _keys(language: str) -> set[str]:
    """Keys, those of the forms for numbers under one name."""
    found = set()
    for key in _raw(language):
        stem, _, last = key.rpartition(".")
        found.add(stem if last in CATEGORIES else key)
    return found


def _raw(language: str) -> dict[str, str]:
    def flat(table: dict[str, object], prefix: str) -> Iterator[tuple[str, str]]:
        for key, value in table.items():
            if isinstance(value, dict):
                yield from flat(value, f"{prefix}{key}.")
            else:
                yield prefix + key, str(value)

    text = resources.stylesheet(f"words/{language}.toml").read_text(encoding="utf-8")
    return dict(flat(tomllib.loads(text), ""))


def _gaps(word: str) -> set[str]:
    return set(re.findall(r"\{[^}]*\}", word))


def test_there_are_words_in_five_languages() -> None:
    assert languages() == ("de", "en", "fr", "ko", "ru")


@pytest.mark.parametrize("language", languages())
def test_a_language_has_every_word_and_no_other(language: str) -> None:
    optional = {"language.plural"}
    assert _keys(language) - optional == _keys("en") - optional


@pytest.mark.parametrize("language", languages())
def test_a_language_has_the_gaps_of_the_english_words(language: str) -> None:
    english = _words("en")
    same_date = {"{month}", "{month-alone}"}  # languages differ in which form a pattern needs
    for key, word in _words(language).items():
        wanted = english.get(key, english.get(f"{key.rpartition('.')[0]}.other", ""))
        if key.startswith("key."):
            continue  # its braces are the brackets of a voice
        assert _gaps(word) - same_date == _gaps(wanted) - same_date, key


@pytest.mark.parametrize("language", languages())
def test_a_language_has_the_forms_that_its_numbers_ask_for(language: str) -> None:
    raw = _raw(language)
    asked = {"other", *(k.removeprefix("language.plural.") for k in raw if ".plural." in k)}
    counted = {k.rpartition(".")[0] for k in raw if k.endswith(".other") and k != "readings.other"}
    assert len(counted) > 5
    for stem in counted:
        assert {k.rpartition(".")[2] for k in raw if k.rpartition(".")[0] == stem} == asked, stem


@pytest.mark.parametrize("language", languages())
def test_no_word_is_left_in_english(language: str) -> None:
    if language == "en":
        return
    english, words = _words("en"), _words(language)
    prose = [key for key, word in english.items() if word.count(" ") > 2 and "{" not in word]
    assert len(prose) > 10
    assert not [key for key in prose if words[key] == english[key]]


def test_every_word_that_the_stylesheets_ask_for_is_there() -> None:
    words = _words("en")
    asked = re.findall(
        r"f:(?:word|phrase|counted|form-for|known-word)\('([^']+)'(\s*\|\|)?", STYLESHEETS
    )
    assert len(asked) > 80
    for key, goes_on in asked:
        there = (
            [k for k in words if k.startswith(key)]
            if goes_on
            else {key, f"{key}.other"} & set(words)
        )
        assert there, key


def test_no_word_is_there_for_nothing() -> None:
    literals = set(re.findall(r"'([a-zA-Z][\w.-]*)'", STYLESHEETS))
    literals |= set(re.findall(r'"([a-z-]+\.[\w-]+)"', CITATIONS))
    literals |= set(re.findall(r'f"([a-z-]+\.)\{', CITATIONS))
    beginnings = tuple(literal for literal in literals if literal.endswith((".", "-")))
    unused = [
        key
        for key in _words("en")
        if not key.startswith(("language.", "sorting.", *beginnings))
        and not {key, key.rpartition(".")[0]} & literals
    ]
    assert not unused


@pytest.mark.parametrize("language", languages())
def test_forms_go_with_numbers_as_unicode_says(language: str) -> None:
    babel = pytest.importorskip("babel", reason="Babel is missing: pip install babel")
    rule = babel.Locale.parse(language).plural_form
    table = json.loads(catalogue(language))["language.categories"]
    for number in [*range(1000), 12_345, 100_001, 999_999]:
        place = number if number < 200 else 100 + number % 100
        assert table[place] == rule(number), number


@pytest.mark.parametrize("rule", ["n is 1", "", "n = x", "n % 0x = 1", "i = 1 and v = 0"])
def test_a_rule_that_is_none_is_refused(rule: str) -> None:
    with pytest.raises(InvalidRuleError, match="is no rule"):
        categories({"one": rule})


@pytest.mark.parametrize("language", languages())
def test_dates_are_in_the_language(
    language: str, snippet: Callable[[str], Source], renderer: Renderer
) -> None:
    shown = []
    for case in DATES["case"]:
        source = snippet("")
        date = f"<correspAction type='sent'><date {case['date']}/></correspAction>"
        date = f"<correspDesc>{date}</correspDesc>"
        text = source.text.replace("<profileDesc>", f"<profileDesc>{date}")
        page = Renderer(EditionData(language=language)).html(
            type(source)(text=text, file="doc.xml")
        )
        words, *_ = html.document_fromstring(page).xpath(
            "//header[contains(@class, 'summary')]//dd"
        )
        shown.append((case["date"], words.text_content()))
    assert shown == [(case["date"], case[language]) for case in DATES["case"]]


GAPS = {
    "en": "illegible: 1 word|illegible: 3 words|lost: 2 to 5 lines|illegible: 21 words",
    "de": "unleserlich: 1 Wort|unleserlich: 3 Wörter|nicht überliefert: 2 bis 5 Zeilen"
    "|unleserlich: 21 Wörter",
    "fr": "illisible\u00a0: 1 mot|illisible\u00a0: 3 mots|perdu\u00a0: 2 à 5 lignes"
    "|illisible\u00a0: 21 mots",
    "ru": "неразборчиво: 1 слово|неразборчиво: 3 слова|утрачено: 2–5 строк|неразборчиво: 21 слово",
    "ko": "판독 불가: 단어 1개|판독 불가: 단어 3개|유실: 2~5행|판독 불가: 단어 21개",
}


@pytest.mark.parametrize("language", languages())
def test_a_gap_is_worded_in_the_language(language: str, snippet: Callable[[str], Source]) -> None:
    body = (
        '<p><gap reason="illegible" unit="words" quantity="1"/>'
        '<gap reason="illegible" unit="words" quantity="3"/>'
        '<gap reason="lost" unit="lines" atLeast="2" atMost="5"/>'
        '<gap reason="illegible" unit="words" quantity="21"/></p>'
    )
    text = Renderer(EditionData(language=language)).text(snippet(body), width=0)
    assert re.findall(r"⟨([^⟩]*)⟩", text.split("* * *")[1])[:4] == GAPS[language].split("|")


def test_a_region_has_the_words_of_its_language(snippet: Callable[[str], Source]) -> None:
    page = html.document_fromstring(Renderer(EditionData(language="de-AT")).html(snippet("<p/>")))
    assert page.xpath("/html/@lang") == ["de"]


def test_an_edition_changes_words_and_brings_a_language(
    tmp_path: Path, snippet: Callable[[str], Source]
) -> None:
    own = tmp_path / "it.toml"
    own.write_text(
        '[language]\ntag = "it"\n[language.plural]\none = "n = 1"\n'
        '[notes]\nheading = "Note"\n[unit.word]\none = "parola"\nother = "parole"\n'
        '[own]\nseal = "sigillo"\n',
        encoding="utf-8",
    )
    renderer = Renderer(EditionData(language="it", words=str(own)))
    page = html.document_fromstring(
        renderer.html(snippet('<p>a<note>b</note><gap unit="words" quantity="1"/></p>'))
    )
    assert page.xpath("/html/@lang") == ["it"]
    assert page.xpath("//h2[@id='page:notes']/text()") == ["Note"]
    assert "1 parola" in page.text_content()
    assert "How to read this page" in page.text_content()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[notes]\nheding = "x"', "there is no word “notes.heding”; did you mean “notes.heading”?"),
        ('[zigzag]\nx = "x"', "words of your own stand under [own]"),
        ('[quantity]\nabout = "ca. {number}"', "has a gap {number} that nothing fills"),
        ('[language.plural]\none = "n is 1"', "is no rule"),
        ("[notes\n", "these words cannot be read"),
    ],
)
def test_words_that_are_none_are_refused(text: str, message: str, tmp_path: Path) -> None:
    own = tmp_path / "words.toml"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError, match=re.escape(message)):
        Renderer(EditionData(words=str(own)))


def test_french_marks_do_not_part_from_their_words() -> None:
    words = json.loads(catalogue("fr"))
    parted = {k: w for k, w in words.items() if isinstance(w, str) and re.search(r"« | [»:;?!]", w)}
    assert not parted
