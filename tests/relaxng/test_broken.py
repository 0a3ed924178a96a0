"""Documents that stop being XML: what comes before is judged, and nothing else is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tei_edition.relaxng import Schema

LETTER = """
namespace xi = "http://www.w3.org/2001/XInclude"
start = element letter { element head { attribute when { xsd:date }?, text }, (p | \\list)+ }
p = element p { attribute xml:id { xsd:ID }?, mixed { element hi { text }* } }
\\list = element list { element item { p+ | xsd:integer }+ }
"""
DOCUMENT = (
    "<letter xmlns:xi='http://www.w3.org/2001/XInclude'>\n<head when='1950-09-29'>To Paris</head>\n"
    "<p xml:id='p1'>a <hi>b</hi></p>\n<list><item>7</item>\n<item><p>c</p>\n</item></list>"
    "<xi:include href='part.xml'/>\n</letter>\n"
)
PIECES = ["<", ">", "&", '"', "'", "/", "x", " ", "\n", "\0", "</p>", "<p>", "<!--", "]]>", "<q/>"]
edits = st.lists(
    st.tuples(st.integers(0, len(DOCUMENT)), st.integers(0, 12), st.sampled_from(PIECES)),
    min_size=1,
    max_size=3,
)


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Schema:
    path = tmp_path_factory.mktemp("broken") / "letter.rnc"
    path.write_text(LETTER, "utf-8")
    return Schema.load(path, cache=None)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("<letter>\n<head/><list>\n p>x</p></list></letter>", [(2, 8), (3, 5)]),
        ("<letter>\n<head/><list>\n x & y</list></letter>", [(2, 8), (3, 4)]),
        ("<letter>\n<head/><list>\n <item>x</list></letter>", [(3, 9)]),
        ("<letter>\n<head/> \n  x", [(1, 1), (1, 1)]),
    ],
)
def test_text_before_the_place_where_a_file_breaks_is_judged(
    schema: Schema, text: str, places: list[tuple[int, int]]
) -> None:
    findings = list(schema.validate(text.encode()))
    assert [(finding.line, finding.column) for finding in findings] == places
    assert [finding.check for finding in findings].count("xml") == 1


def test_text_at_the_broken_end_of_an_included_file_is_judged_there(
    schema: Schema, tmp_path: Path
) -> None:
    (tmp_path / "part.xml").write_text("<list>\nx &</list>")
    (tmp_path / "letter.xml").write_text(DOCUMENT)
    findings = list(schema.validate(tmp_path / "letter.xml"))
    assert [(Path(f.path).name, f.line, f.column, f.code) for f in findings] == [
        ("part.xml", 1, 1, "text-not-allowed"),
        ("part.xml", 2, 3, "stray-ampersand"),
    ]


@settings(max_examples=300, deadline=None)
@given(edits, edits)
@example([(len(DOCUMENT) - 20, 0, "x &")], [(0, 0, "x")])
def test_no_damage_stops_the_validator(
    tmp_path_factory: pytest.TempPathFactory,
    schema: Schema,
    main: list[tuple[int, int, str]],
    part: list[tuple[int, int, str]],
) -> None:
    folder = tmp_path_factory.getbasetemp()
    for name, text, damage in (
        ("main.xml", DOCUMENT, main),
        ("part.xml", "<list><item><p>d</p></item>\n</list>", part),
    ):
        for place, length, piece in damage:
            text = text[:place] + piece + text[place + length :]
        (folder / name).write_text(text, "utf-8")
    for finding in schema.validate(folder / "main.xml"):
        lines = Path(finding.path).read_text("utf-8").split("\n")
        assert 1 <= finding.line <= len(lines)
        assert finding.column >= 1
        assert finding.message
