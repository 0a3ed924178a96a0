"""What counts as the text of a unit, and what does not."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.citations.digest import digest
from tei_edition.citations.scheme import Scheme
from tei_edition.citations.survey import survey
from tei_edition.citations.units import Found

SCHEME = Scheme.of(None)


def found(folder: Path, body: str, published: set[str] | None = None) -> dict[str, Found]:
    path = folder / "a.xml"
    path.write_text(
        f'<!DOCTYPE TEI [<!ENTITY e "é">]><TEI xmlns="http://www.tei-c.org/ns/1.0" '
        f'xmlns:xi="http://www.w3.org/2001/XInclude" xml:id="a"><teiHeader><title>T</title>'
        f'<note xml:id="h">x</note></teiHeader><text><body>{body}</body></text></TEI>',
        encoding="utf-8",
    )
    return {each.xml_id: each for each in survey(path, "a.xml", SCHEME, published).found}


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("a b", "a b"),
        (" \n a\t\r\n b ", "a b"),
        ("a\N{NO-BREAK SPACE}b", "a\N{NO-BREAK SPACE}b"),
        ("e\N{COMBINING ACUTE ACCENT}", "é"),
        ("&e;&#233;<![CDATA[é]]>", "ééé"),
        ("a<!-- b --><?c d?>e", "ae"),
        ("a<hi>b</hi>c", "abc"),
        ("a<note>b</note>c", "ac"),
        ("a<note><p>b</p></note>c", "ac"),
        ("a<fw>7</fw><index><term>b</term></index>c", "ac"),
        ("a<lb/>b<pb/> c", "a b c"),
        ('a<lb break="no"/>b', "ab"),
        ("a<space/>b", "a b"),
        ("a <gap/> b", "a \ufffc b"),
        ("<choice><sic>a</sic><corr>b</corr></choice>", "a"),
        ("<choice><corr>b</corr><sic>a</sic></choice>", "a"),
        ("<choice>\n <abbr>Cde.</abbr>\n <expan>Comrade</expan>\n</choice>,", "Cde.,"),
        ("<choice><orig>a</orig><reg>b</reg></choice>", "a"),
        ("<choice><unclear>a</unclear><unclear>b</unclear></choice>", "a"),
        ("<choice><sic><choice><abbr>a</abbr><expan>x</expan></choice></sic><corr/></choice>", "a"),
        ("a<corr>b</corr>", "ab"),
        ("<app><lem>a</lem><rdg>b</rdg></app>", "a"),
        ("<app><rdg>a</rdg><rdg>b</rdg></app>", "a"),
        ("<subst><del>a</del> <add>b</add></subst>", "ab"),
        ("a<supplied>b</supplied><unclear>c</unclear>", "abc"),
        ("a<salute>b</salute>c", "a b c"),
        ("a<list><item>b</item></list>c", "a b c"),
        ('a<list><item xml:id="a-item1">b</item></list>c', "a c"),
        ('a<seg xml:id="a-s1">b</seg>c', "abc"),
        ('a<choice xml:id="a-c1"><sic>b</sic><corr>d</corr></choice>c', "abc"),
        ('a<stamp xml:id="a-stamp1">b</stamp>c', "a c"),
        ('<xi:include href="b.xml"><xi:fallback>b</xi:fallback></xi:include>a', "a"),
        ('a<note xml:id="a-n1">b<seg xml:id="a-s1">c</seg></note>', "a"),
        ("<note>b</note>", ""),
    ],
)
def test_the_text_of_a_paragraph(tmp_path: Path, content: str, text: str) -> None:
    expected = f"1:{sha256(text.encode()).hexdigest()}" if text else ""
    assert found(tmp_path, f'<p xml:id="a-p01">{content}</p>')["a-p01"].digest == expected


def test_a_note_and_a_correction_have_their_own_text(tmp_path: Path) -> None:
    units = found(
        tmp_path,
        '<p xml:id="p">a<note xml:id="n">b<seg xml:id="s">c</seg></note>'
        '<choice xml:id="c"><sic xml:id="i">d</sic><corr xml:id="o">e</corr></choice></p>',
    )
    texts = {"p": "ad", "n": "bc", "s": "c", "c": "d", "i": "d", "o": "e"}
    assert {name: units[name].digest for name in texts} == {
        name: digest(text) for name, text in texts.items()
    }


def test_what_changes_in_a_paragraph_changes_neither_division_nor_document(tmp_path: Path) -> None:
    one, other = (
        found(tmp_path, f'<div xml:id="d"><head>H</head><p xml:id="p">{text}</p></div>')
        for text in ("a", "b")
    )
    assert {name for name in one if one[name].digest != other[name].digest} == {"p"}
    assert one["d"].digest == digest("H")
    assert one["a"].digest == ""


def test_what_stands_in_the_header_has_no_text_of_the_document(tmp_path: Path) -> None:
    assert found(tmp_path, "")["h"].digest == ""


def test_a_new_unit_inside_another_can_be_thought_away(tmp_path: Path) -> None:
    body = '<list xml:id="l">a <item xml:id="i">b</item></list>'
    assert found(tmp_path, body)["l"].digest == digest("a")
    assert found(tmp_path, body, {"l"})["l"].digest == digest("a b")


@given(st.text(st.sampled_from(" \t\r\nab"), max_size=20), st.sampled_from([" ", "\n", "\t \r\n"]))
def test_white_space_is_layout(text: str, space: str) -> None:
    assert digest(text) == digest(space.join(text.split()))
    assert digest(f"{space}{text}{space}") == digest(text)
