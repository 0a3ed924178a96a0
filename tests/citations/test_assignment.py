"""Which units get identifiers, and which: never one that was given before."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tei_edition.citations import check, keeping
from tei_edition.citations.assignment import assign
from tei_edition.citations.difference import difference
from tei_edition.errors import TeiEditionError
from tests.citations.assigning import FOOT, HEAD, Make, assigned


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>x</p>", '<p xml:id="a-p01">x</p>'),
        ("<p\n  rend='a>b'>x</p >", "<p xml:id=\"a-p01\"\n  rend='a>b'>x</p >"),
        ("<p><lb/></p>", '<p xml:id="a-p01"><lb/></p>'),
        ("<figure><graphic url='x'/></figure>", None),
        ("<p/><p></p><p>  </p>", "<p/><p></p><p>  </p>"),
        ('<p xml:id="a-p07">x</p><p>y</p>', '<p xml:id="a-p07">x</p><p xml:id="a-p08">y</p>'),
        ('<p>x</p><p xml:id="a-p1">y</p>', '<p xml:id="a-p02">x</p><p xml:id="a-p1">y</p>'),
        ("<p><![CDATA[<p>]]></p>", '<p xml:id="a-p01"><![CDATA[<p>]]></p>'),
        ("<!-- <p>x</p> --><?x <p>?>", "<!-- <p>x</p> --><?x <p>?>"),
        ("<p a='&lt;p&gt;'>&#x70;&amp;</p>", "<p xml:id=\"a-p01\" a='&lt;p&gt;'>&#x70;&amp;</p>"),
        (
            "<div><p>x</p><note>y</note></div>",
            '<div xml:id="a-div1"><p xml:id="a-p01">x</p><note xml:id="a-n01">y</note></div>',
        ),
        ("<egXML xmlns='http://www.tei-c.org/ns/Examples'><p>x</p></egXML>", None),
        (
            "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='b'><p>x</p></xi:include>",
            None,
        ),
        ("<seg>x</seg>", "<seg>x</seg>"),
    ],
)
def test_a_unit_gets_the_next_number_and_nothing_else_changes(
    tmp_path: Path, before: str, after: str | None
) -> None:
    path = tmp_path / "a.xml"
    path.write_text(HEAD + before + FOOT, encoding="utf-8")
    for done in assign([path]):
        assert done.problems == ()
    if after is not None:
        assert path.read_text(encoding="utf-8") == HEAD + after + FOOT
    elif "figure" in before:
        assert 'figure xml:id="a-figure1"' in path.read_text(encoding="utf-8")
    else:
        assert path.read_text(encoding="utf-8") == HEAD + before + FOOT


def test_a_unit_that_comes_from_an_entity_is_said_and_left(tmp_path: Path) -> None:
    raw = (
        b'<!DOCTYPE TEI [<!ENTITY unit "<p>x</p>">]>'
        b"<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:id='a'><text>&unit;<p>y</p></text></TEI>"
    )
    done, after = assigned(tmp_path, raw)
    assert after == raw.replace(b"<p>y", b'<p xml:id="a-p01">y')
    assert [each.code for each in done.problems] == ["id-missing"]
    assert "comes from an entity" in done.problems[0].message


def test_the_root_is_named_after_its_file_and_no_two_alike(tmp_path: Path) -> None:
    raw = b"<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><p>x</p></text></TEI>"
    names = ["letters/Brief 1.xml", "memos/Brief 1.xml", "letters/1950.xml", "letters/é.xml"]
    names += ["letters/Index.xml"]
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(raw)
    done = {each.path.relative_to(tmp_path).as_posix(): each for each in assign([tmp_path])}
    assert [done[name].identifiers[0] for name in names] == [
        *("brief-1", "memos-brief-1", "doc-1950", "e", "letters-index")
    ]
    assert done["memos/Brief 1.xml"].identifiers == ("memos-brief-1", "memos-brief-1-p01")


def test_a_name_in_another_script_gives_an_identifier_that_is_one(tmp_path: Path) -> None:
    raw = b"<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><p>x</p></text></TEI>"
    names = ["single/письмо.xml", "письма/電報.xml", "письма/電報 1.xml", "1950/電報 1.xml"]
    names += ["письма/1950.xml", "東/1950.xml", "single/手紙.xml"]
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(raw)
    given = [each.identifiers[0] for each in assign([tmp_path])]
    assert sorted(given) == [
        *("doc", "doc-1", "doc-1-2", "doc-1950", "doc-1950-2", "doc-2", "single-doc")
    ]


@pytest.mark.parametrize("name", ["B Ä", "1950", "a:b", "-3"])
def test_where_the_document_s_identifier_is_none_nothing_is_made_of_it(
    tmp_path: Path, name: str
) -> None:
    raw = f"<TEI xml:id='{name}'>\n<text><p>x</p><p>y</p></text></TEI>".encode()
    done, after = assigned(tmp_path, raw)
    assert after == raw
    assert [(each.code, each.line) for each in done.problems] == [("id-scheme", 2)]
    assert f"“{name}”" in done.problems[0].message


def test_a_file_that_is_not_xml_is_left_and_said_and_the_others_are_done(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<TEI><p>x</TEI>")
    (tmp_path / "b.xml").write_bytes(b'<?xml version="1.0" encoding="shift_jis"?><a>\xff</a>')
    (tmp_path / "c.xml").write_text("<TEI xml:id='c'><p>x</p></TEI>")
    done = list(assign([tmp_path]))
    assert [[each.code for each in one.problems] for one in done] == [
        ["id-unreadable"],
        ["id-unreadable"],
        [],
    ]
    assert (tmp_path / "a.xml").read_text() == "<TEI><p>x</TEI>"
    assert (tmp_path / "c.xml").read_text() == "<TEI xml:id='c'><p xml:id=\"c-p01\">x</p></TEI>"


@pytest.mark.parametrize("write", [True, False])
def test_a_write_protected_file_is_left_and_said_and_the_others_are_done(
    tmp_path: Path, write: bool
) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.xml").write_text(f"<TEI xml:id='{name}'><p>x</p></TEI>")
    (tmp_path / "b.xml").chmod(0o444)
    done = list(assign([tmp_path], write=write))
    assert [one.identifiers for one in done] == [("a-p01",), (), ("c-p01",)]
    (problem,) = done[1].problems
    assert problem.message.endswith("b.xml” cannot be written: it is write-protected")
    assert (tmp_path / "b.xml").read_text() == "<TEI xml:id='b'><p>x</p></TEI>"
    assert ("c-p01" in (tmp_path / "c.xml").read_text()) is write


def test_numbers_published_before_are_never_given_again(edition_of: Make) -> None:
    edition = edition_of(a='<p xml:id="a-p01">x</p><p xml:id="a-p02">y</p>')
    keeping.publish(edition, first=True)
    edition_of(a='<p xml:id="a-p01">x</p><p>z</p>')
    keeping.retire(edition, ["a-p02"], reason="not in the letter")
    (done,) = assign()
    assert done.identifiers == ("a-p03",)
    assert list(check(edition)) == []


def test_every_file_is_taken_with_the_edition_it_lies_in(edition_of: Make, tmp_path: Path) -> None:
    edition_of('[identifiers.units]\np = "para1"', a="<p>x</p>")
    Path("loose").mkdir()
    Path("a.xml").rename("loose/a.xml")
    Path("edition.toml").rename("loose/edition.toml")
    Path("b.xml").write_text("<TEI><p>y</p></TEI>")
    found = {each.path.name: each.identifiers for each in assign([tmp_path], first=True)}
    assert found == {"a.xml": ("a-para1",), "b.xml": ("b", "b-p01")}


def test_the_scheme_is_the_edition_s(edition_of: Make) -> None:
    edition_of(
        '[identifiers.units]\np = "para001"\nseg = "s1"\nnote = ""',
        a="<p><seg>x</seg><note>y</note></p>",
    )
    (done,) = assign(first=True)
    assert done.identifiers == ("a-para001", "a-s1")


def test_what_is_empty_by_nature_is_a_unit_where_the_edition_says_so(edition_of: Make) -> None:
    body = '<pb/><p>one <gap reason="illegible"/> <gap/></p><p/>'
    edition = edition_of('[identifiers.units]\ngap = "gap1"\npb = "pb1"', a=body)
    missing = [each for each in check(edition) if each.code == "id-missing"]
    assert sorted(each.element for each in missing) == ["gap", "gap", "p", "pb"]
    assert [each.element for each in missing if "its words" in each.hint] == ["p"]
    (done,) = assign(first=True)
    assert done.identifiers == ("a-pb1", "a-p01", "a-gap1", "a-gap2")
    assert "id-missing" not in [finding.code for finding in check(edition)]


def test_a_registry_that_cannot_be_read_stops_the_assignment(edition_of: Make) -> None:
    edition_of(a="<p>x</p>")
    Path("citations.json").write_text("{")
    with pytest.raises(TeiEditionError, match="is not JSON"):
        list(assign())
    assert "xml:id" not in Path("a.xml").read_text().split("<body>")[1]


def test_where_the_registry_is_lost_no_number_is_given(edition_of: Make) -> None:
    edition = edition_of(a='<p xml:id="a-p01">x</p><p xml:id="a-p02">y</p>')
    keeping.publish(edition, first=True)
    edition_of(a='<p xml:id="a-p01">x</p><p>z</p>')
    keeping.retire(edition, ["a-p02"], reason="not in the letter")
    Path("citations.json").unlink()
    before = Path("a.xml").read_bytes()
    for paths in (None, [Path("a.xml")]):
        with pytest.raises(TeiEditionError, match=r"citations\.json, is not there; restore it"):
            list(assign(paths))
    assert Path("a.xml").read_bytes() == before


def test_after_an_assignment_the_check_is_content(edition_of: Make) -> None:
    edition = edition_of(
        a="<div><head>h</head><p>x<note><p>y</p></note></p><list><item>z</item></list></div>",
        b="<ab>x <stamp>y</stamp></ab>",
    )
    assert {each.code for each in check(edition)} == {"id-missing", "registry-missing"}
    list(assign(first=True))
    assert {each.code for each in check(edition)} == {"registry-missing"}


def test_a_dry_run_writes_nothing_and_its_difference_can_be_applied(tmp_path: Path) -> None:
    lines = "".join(f"<p>{number}</p>\r\n<lb/>\n\n\n\n\n\n\n" for number in range(4))
    raw = f"{HEAD}\n{lines}<p>end</p>{FOOT}".encode()
    (tmp_path / "a.xml").write_bytes(raw)
    (done,) = assign([tmp_path], write=False)
    assert (tmp_path / "a.xml").read_bytes() == raw
    patch = difference(done).replace(tmp_path.as_posix().lstrip("/") + "/", "")
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    subprocess.run(["git", "apply", "-"], cwd=tmp_path, check=True, input=patch.encode())
    assert (tmp_path / "a.xml").read_bytes() == done.after != raw
    assert patch.count("@@ -") == 5


def test_two_at_once_give_every_unit_one_identifier(edition_of: Make) -> None:
    bodies = {f"d{number}": "<p>x</p>" * 40 for number in range(8)}
    edition = edition_of(**bodies)
    program = (
        "from tei_edition.citations.assignment import assign\n"
        "print(sum(len(done.identifiers) for done in assign(first=True)))"
    )
    both = [
        subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) for _ in range(2)
    ]
    counts = [int(each.communicate()[0]) for each in both]
    assert sum(counts) == 8 * 40
    assert {each.code for each in check(edition)} == {"registry-missing"}


def test_a_link_stays_one(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text(HEAD + "<p>x</p>" + FOOT)
    (tmp_path / "link.xml").symlink_to(path)
    (done,) = assign([tmp_path / "link.xml"])
    assert (tmp_path / "link.xml").is_symlink()
    assert path.read_bytes() == done.after
