"""What a program can give to the engine, and what it hears of what it cannot give."""

from __future__ import annotations

import io
import os
import re
from pathlib import Path

import pytest

from tei_edition.relaxng import Schema, SchemaError
from tei_edition.relaxng.cache import default_folder

RNG = 'xmlns="http://relaxng.org/ns/structure/1.0"'
DOCUMENT = b"<a>\n<b/></a>"


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Schema:
    path = tmp_path_factory.mktemp("schema") / "schema.rnc"
    path.write_text("start = element a { text }", "utf-8")
    return Schema.load(path, cache=None)


def test_a_document_may_be_a_path_bytes_or_a_binary_stream(schema: Schema, tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(DOCUMENT)
    sources = [path, str(path), DOCUMENT, bytearray(DOCUMENT), memoryview(DOCUMENT)]
    for source in (*sources, io.BytesIO(DOCUMENT)):
        (finding,) = schema.validate(source)
        assert (finding.code, finding.line, finding.column) == ("unknown-element", 2, 1)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<a/>", "give the document itself as bytes"),
        ("\n<a/>", "give the document itself as bytes"),
        (io.StringIO("<a/>"), "no StringIO"),
        (None, "no NoneType"),
        (7, "no int"),
    ],
)
def test_what_is_no_document_is_refused_at_once(schema: Schema, source: object, words: str) -> None:
    with pytest.raises(TypeError, match=words):
        schema.validate(source)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("", (1, 1), "the file is empty"),
        ("start = element a { text }", (1, 1), "this is no XML"),
        (f"<element {RNG} name='a'><text></element>", (1, 69), "write `</text>` before it"),
        (f"<element {RNG} name='a'>&nbsp;<text/></element>", (1, 63), "write “&#160;” instead"),
    ],
)
def test_a_schema_that_is_no_xml_is_explained_like_a_document(
    tmp_path: Path, text: str, place: tuple[int, int], words: str
) -> None:
    path = tmp_path / "schema.rng"
    path.write_text(text, "utf-8")
    with pytest.raises(SchemaError, match=words) as caught:
        Schema.load(path, cache=None)
    assert (caught.value.line, caught.value.column) == place


def test_a_schema_is_not_read_without_what_an_entity_would_bring_in(tmp_path: Path) -> None:
    (tmp_path / "more.rng").write_text("<text/>", "utf-8")
    path = tmp_path / "schema.rng"
    path.write_text(
        '<!DOCTYPE element [<!ENTITY more SYSTEM "more.rng">]>\n'
        f"<element {RNG} name='a'><optional><text/>&more;</optional></element>",
        "utf-8",
    )
    with pytest.raises(SchemaError, match=r"“more\.rng”: entities of that kind"):
        Schema.load(path, cache=None)


def test_who_has_no_home_has_no_cache_and_a_relative_folder_is_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", "here")  # to be ignored, says the specification
    assert default_folder() == tmp_path / ".cache" / "tei-edition" / "relaxng"
    monkeypatch.delenv("HOME")
    monkeypatch.setattr(os, "getuid", lambda: 2**31 - 7)
    assert default_folder() is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"<element {RNG} name='a'><texts/></element>", "no element <texts>; did you mean “text”?"),
        (f"<element {RNG} nme='a'><text/></element>", "no attribute @nme; did you mean “name”?"),
        (
            f"<grammar {RNG}><start><ref name='pars'/></start>\
<define name='para'><element name='p'><text/></element></define></grammar>",
            "nothing is defined by the name of “pars”; did you mean “para”?",
        ),
        (f"<element {RNG} name='a'><b/></element>", "no element <b> (RELAX NG, section 3)"),
    ],
)
def test_slips_of_the_pen_in_a_schema_are_named(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "schema.rng"
    path.write_text(text, "utf-8")
    with pytest.raises(SchemaError, match=re.escape(words)):
        Schema.load(path, cache=None)
