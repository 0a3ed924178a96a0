"""Assigning identifiers adds attributes, and changes no other byte."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tei_edition.citations.assignment import Assignment, assign
from tests.citations.assigning import FOOT, HEAD, assigned


def test_a_prefix_and_an_internal_subset_are_kept(tmp_path: Path) -> None:
    raw = (
        b"<?xml version='1.0' standalone='yes'?>\r\n"
        b'<!DOCTYPE t:TEI [\r\n<!ENTITY unit "some <hi>unit</hi>">\r\n<!-- <p> -->\r\n]>\r\n'
        b"<t:TEI xmlns:t='http://www.tei-c.org/ns/1.0' xml:id='a'><t:text>"
        b"<t:p\tn='1'>&unit;</t:p></t:text></t:TEI>\r\n"
    )
    done, after = assigned(tmp_path, raw)
    assert after == raw.replace(b"<t:p\t", b'<t:p xml:id="a-p01"\t')
    assert done.identifiers == ("a-p01",)


@pytest.mark.parametrize(
    "name",
    [
        *("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "iso-8859-1"),
        *("windows-1252", "windows-1251", "shift_jis", "euc-jp", "gb18030", "big5", "iso-2022-jp"),
        *("us-ascii", "koi8-r"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_encoding_and_line_end_stays(tmp_path: Path, name: str, end: str) -> None:
    declared = name.removesuffix("-sig")
    if declared.startswith(("utf-16", "utf-32")):
        declared = declared[:6]
    characters = {"us-ascii": "x", "iso-8859-1": "ü", "windows-1252": "“ü”"}.get(name, "я")
    if name in ("shift_jis", "euc-jp", "gb18030", "big5", "iso-2022-jp"):
        characters = "東京"
    text = (
        f'<?xml version="1.0" encoding="{declared}"?>{end}{HEAD}{end}'
        f"<p>{characters}</p>{end}<p n='{characters}'>&#x6771;</p>{FOOT}{end}"
    )
    raw = text.encode(name)
    if name in ("utf-16-le", "utf-16-be"):
        raw = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}[name] + raw
    done, after = assigned(tmp_path, raw)
    assert done.problems == ()
    expected = text.replace("<p>", '<p xml:id="a-p01">').replace("<p n", '<p xml:id="a-p02" n')
    assert after[: len(raw) - len(text.encode(name))] == raw[: len(raw) - len(text.encode(name))]
    assert after.endswith(expected.encode(name))
    assert etree.fromstring(expected.replace(declared, "utf-8").encode()) is not None


WORDS = st.text(st.sampled_from("aü东 \t\n]'\""), max_size=8).map(
    lambda text: text.replace("]]>", "")
)
QUOTED = st.one_of(
    WORDS.map(lambda text: '"' + text.replace('"', "&quot;") + '"'),
    WORDS.map(lambda text: "'" + text.replace("'", "&#39;") + "'"),
    st.just("'<p>'".replace("<", "&lt;")),
    st.just('"a > b"'),
)
SPACE = st.sampled_from([" ", "\n", "\t ", "\r\n "])
ATTRIBUTES = st.dictionaries(
    st.sampled_from(["rend", "n", "xml:lang", "type"]), st.tuples(SPACE, QUOTED, SPACE), max_size=3
).map(lambda found: "".join(f"{a}{name} = {b}{c}" for name, (a, b, c) in found.items()))
PLAIN = st.one_of(
    WORDS,
    st.sampled_from(
        ["&amp;", "&#x41;", "&e;", "<!-- <p> -->", "<![CDATA[<p>&]]>", "<?pi <p>?>", "<lb/>"]
    ),
)


def element(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(
        lambda name, attributes, content, end: f"<{name}{attributes}>{content}</{name}{end}>",
        st.sampled_from(["p", "div", "note", "hi", "item", "ab", "stamp"]),
        ATTRIBUTES,
        st.lists(children, max_size=4).map("".join),
        st.sampled_from(["", " ", "\n"]),
    )


BODIES = st.lists(st.recursive(PLAIN, element, max_leaves=12), max_size=6).map("".join)


@given(
    BODIES,
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030", "utf-32"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_whatever_the_markup_only_attributes_are_added(
    tmp_path_factory: pytest.TempPathFactory, body: str, name: str, end: str
) -> None:
    declared = name.removesuffix("-sig")
    text = (
        f'<?xml version="1.0" encoding="{declared}"?>\n'
        f'<!DOCTYPE TEI [<!ENTITY e "<hi>é</hi>">\n]>\n{HEAD}{body}{FOOT}'
    ).replace("\n", end)
    raw = text.encode(name)
    path = tmp_path_factory.mktemp("random") / "a.xml"
    path.write_bytes(raw)
    for done in assign([path]):
        assert done.problems == ()
        after = path.read_bytes()
        new = after.decode(name)
        for xml_id in done.identifiers:
            assert new.count(f' xml:id="{xml_id}"') == 1
            new = new.replace(f' xml:id="{xml_id}"', "")
        assert new.encode(name) == raw
        assert len(set(done.identifiers)) == len(done.identifiers)
    assert list(assign([path])) == []
    root = etree.fromstring(path.read_bytes().decode(name).replace(declared, "utf-8", 1).encode())
    for found in root.iter("{*}p", "{*}note", "{*}item", "{*}div"):
        has_content = found.find("*") is not None or "".join(found.xpath("text()")).strip()
        assert not has_content or found.get("{http://www.w3.org/XML/1998/namespace}id")


def added_only(done: Assignment, before: bytes) -> bool:
    """Whether a file is what it was but for the new attributes, each there once."""
    after = done.path.read_bytes()
    new = [f' xml:id="{each}"'.encode() for each in done.identifiers]
    is_once = all(after.count(each) == 1 for each in new)
    return is_once and re.sub(b"|".join(map(re.escape, new)), b"", after) == before


def test_on_the_sample_letters_the_only_bytes_that_differ_are_the_new_attributes(
    test_data: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    samples = (test_data / "samples" / "schnitzler-briefe").glob("*.xml")
    before = {folder / path.name: path.read_bytes() for path in samples}
    for path, content in before.items():
        path.write_bytes(content)
    assert len(before) == 147
    seen: set[str] = set()
    for done in assign([folder]):
        assert done.problems == ()
        assert added_only(done, before.pop(done.path))
        assert seen.isdisjoint(done.identifiers)
        seen.update(done.identifiers)
    assert before == {}
    assert list(assign([folder])) == []


@pytest.mark.parametrize(("name", "files"), [("gerdracor", 9), ("tillich-briefe", 66)])
def test_on_other_editions_too_nothing_but_attributes_is_added(
    test_data: Path, tmp_path: Path, name: str, files: int
) -> None:
    paths = list((test_data / "samples" / name).glob("*.xml"))
    assert len(paths) == files
    for path in paths:
        before = path.read_bytes()
        copy = tmp_path / path.name
        copy.write_bytes(before)
        (done,) = assign([copy])
        if done.problems:
            with pytest.raises(etree.XMLSyntaxError):
                etree.fromstring(before)
            assert copy.read_bytes() == before
        else:
            assert added_only(done, before)
            assert list(assign([copy])) == []
