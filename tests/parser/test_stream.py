from __future__ import annotations

import io
import tomllib
from pathlib import Path

import pytest

from tei_edition import catalogue
from tei_edition.findings import Severity
from tei_edition.parser import XML_ID, Limits, Stream, local_name, observe
from tei_edition.parser.prolog import prolog

CASES = tomllib.loads(Path(__file__).with_name("faults.toml").read_text(encoding="utf-8"))["case"]

XML = 'a <b>x</b> é <c xml:id="i">&amp;&#x1F600;</c>'


def events(stream: Stream) -> list[str]:
    """Start tags, end tags and words as they come."""
    seen: list[str] = []
    stream.start = lambda name, attributes: seen.append(f"<{local_name(name)}>")
    stream.end = lambda name: seen.append(f"</{local_name(name)}>")
    stream.text = seen.append
    stream.run()
    return seen


@pytest.mark.parametrize("case", CASES, ids=[case["bytes"][:40] for case in CASES])
def test_what_keeps_a_file_from_being_xml_is_said_where_it_is(case: dict[str, str]) -> None:
    stream = Stream(case["bytes"].encode("latin-1"), "letter.xml")
    stream.run()
    fault = next(fault for fault in stream.faults if fault.severity is Severity.ERROR)
    assert (fault.code, f"{fault.line}:{fault.column}") == (case["code"], case["at"])
    for words in case["words"]:
        assert words in f"{fault.message} {fault.hint}"
    assert fault.code in catalogue.entries()


@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8", "utf-8-sig", "utf8", "utf-16", "utf-16-le", "utf-32", "iso-8859-1", "iso-8859-15",
        "windows-1252", "macroman", "gb18030",
    ],
)  # fmt: skip
def test_a_document_reads_the_same_in_every_encoding(encoding: str) -> None:
    declared = encoding.removesuffix("-sig")
    text = f'<?xml version="1.0" encoding="{declared}"?><TEI>é<p n="ö"/></TEI>'
    stream = Stream(text.encode(encoding), "a.xml")
    positions: list[tuple[str, int, int]] = []
    words: list[str] = []
    stream.start = lambda name, attributes: positions.append(stream.position())
    stream.text = words.append
    stream.run()
    assert stream.faults == []
    assert words == ["é"]
    column = text.index("<TEI>") + 1
    assert positions == [("a.xml", 1, column), ("a.xml", 1, column + 6)]


@pytest.mark.parametrize(
    ("encoding", "words"),
    [("shift_jis", "日本"), ("gb18030", "汉字"), ("euc-kr", "한국"), ("koi8-r", "Сталин")],
)
def test_legacy_encodings_of_many_scripts_are_read(encoding: str, words: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?><TEI>{words}<p/></TEI>'
    stream = Stream(text.encode(encoding), "a.xml")
    assert events(stream) == ["<TEI>", words, "<p>", "</p>", "</TEI>"]
    assert stream.faults == []


def test_a_stream_and_a_path_give_the_same_events(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(f"<TEI>{XML}</TEI>", encoding="utf-8")
    content = (tmp_path / "a.xml").read_bytes()
    first = events(Stream(tmp_path / "a.xml"))
    assert first == events(Stream(io.BytesIO(content))) == events(Stream(content))


def test_entities_that_multiply_are_refused() -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    stream = Stream(f'<!DOCTYPE TEI [<!ENTITY e0 "ha">{levels}]><TEI>&e11;</TEI>'.encode(), "a.xml")
    stream.run()
    assert [fault.code for fault in stream.faults] == ["entity-too-large"]


def test_what_a_file_of_declarations_could_explain_is_undeclared_in_attributes_too() -> None:
    document = b"""<!DOCTYPE r [<!ENTITY % more SYSTEM "more.ent"> %more;]>\n<r n="&x;">&y;</r>"""
    stream = Stream(document)
    stream.run()
    assert sorted((fault.code, fault.line, fault.column) for fault in stream.faults) == [
        ("external-dtd", 1, 56),
        ("undeclared-entity", 2, 7),
        ("undeclared-entity", 2, 12),
    ]


def test_internal_entities_are_followed() -> None:
    stream = Stream(b'<!DOCTYPE TEI [<!ENTITY k "Kim">]><TEI>&k; Il Sung</TEI>')
    assert "".join(events(stream)[1:-1]) == "Kim Il Sung"
    assert stream.faults == []


CHAIN = "".join(f'<!ENTITY e{n} "&e{n + 1};">' for n in range(100_000))
DEFAULTS = "".join(f' a{n} CDATA "x"' for n in range(2_000))


@pytest.mark.parametrize(
    ("declarations", "code"),
    [
        (CHAIN + '<!ENTITY e100000 "x">', "entity-too-large"),
        (CHAIN + '<!ENTITY e100000 "x"><!ATTLIST TEI n CDATA "&e0;">', "entity-too-large"),
        (f"<!ENTITY e0 '{'x' * 2_000_000}'>", "entity-too-large"),
        (f"<!ATTLIST TEI{DEFAULTS}>", "dtd-too-large"),
    ],
    ids=["chain", "chain in an attribute", "size", "defaults"],
)
def test_declarations_that_would_exhaust_the_parser_are_refused(
    declarations: str, code: str
) -> None:
    content = f"<!DOCTYPE TEI [{declarations}]><TEI>&e0;</TEI>".encode()
    stream = Stream(content, "a.xml")
    stream.run()
    assert [fault.code for fault in stream.faults] == [code]
    # The quick look at a file's start must survive it too.
    assert prolog(content).doctype == "TEI"


def test_an_entity_may_not_be_used_without_measure() -> None:
    text = "x" * 1_000_000
    stream = Stream(f"<!DOCTYPE TEI [<!ENTITY e '{text}'>]><TEI>{'&e;' * 90}</TEI>".encode())
    stream.run()
    assert [fault.code for fault in stream.faults] == ["entity-too-large"]


def test_a_token_without_end_is_stopped() -> None:
    stream = Stream(b"<TEI n='" + b"a" * 5_000_000, "a.xml", limits=Limits(token=2 << 20))
    stream.run()
    assert [fault.code for fault in stream.faults] == ["token-too-long"]


def test_depth_is_no_obstacle() -> None:
    depth = 100_000
    stream = Stream(b"<d>" * depth + b"</d>" * depth)
    assert len(events(stream)) == 2 * depth
    assert stream.faults == []


def test_names_are_said_as_the_document_writes_them() -> None:
    stream = Stream(
        b"<t:TEI xmlns:t='http://www.tei-c.org/ns/1.0'><t:p xmlns='u'><q/></t:p></t:TEI>"
    )
    names: list[str] = []
    stream.start = lambda name, attributes: names.append(stream.written(name))
    stream.run()
    assert names == ["t:TEI", "t:p", "q"]


def test_watchers_hear_only_of_elements_that_carry_their_attributes() -> None:
    seen: list[tuple[str, list[str], tuple[str, int, int]]] = []
    stream = Stream(b"<TEI>\n <p xml:id='p1' n='2'/><q ref='#p1'/><r n='1'/></TEI>", "a.xml")

    def note(element: str, attributes: list[str]) -> None:
        seen.append((element, attributes, stream.position()))

    observe(stream, {XML_ID: note, "ref": note})
    assert seen == [
        ("p", [XML_ID, "p1", "n", "2"], ("a.xml", 2, 2)),
        ("q", ["ref", "#p1"], ("a.xml", 2, 24)),
    ]


def test_the_prolog_names_schemas_and_root(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text(
        "<?xml version='1.0'?>\n"
        '<?xml-model href="a&amp;b.rng" schematypens="http://relaxng.org/ns/structure/1.0"?>\n'
        "<!-- <TEI> --><TEI xmlns='u' n='1'><broken"
    )
    found = prolog(path)
    assert (found.models[0].href, found.models[0].line) == ("a&b.rng", 2)
    assert found.root == "u TEI"
    assert found.attributes == (("n", "1"),)


def test_the_prolog_names_document_type_and_encoding() -> None:
    text = (
        '<?xml version="1.0" encoding="shift_jis"?>'
        '<!DOCTYPE TEI PUBLIC "-//TEI//DTD" "tei.dtd"><TEI n="日本"/>'
    )
    found = prolog(text.encode("shift_jis"))
    assert (found.doctype, found.public, found.system) == ("TEI", "-//TEI//DTD", "tei.dtd")
    assert found.encoding == "shift_jis"
    assert found.attributes == (("n", "日本"),)


def test_a_fault_in_a_stream_is_explained_as_in_a_file() -> None:
    class Pipe(io.RawIOBase):
        """A stream that cannot be rewound."""

        def __init__(self) -> None:
            self._content = io.BytesIO(b"<TEI>\n<p>x</TEI>")

        def readable(self) -> bool:
            return True

        def read(self, size: int = -1) -> bytes:
            return self._content.read(size)

    stream = Stream(Pipe(), "-")  # type: ignore[arg-type]
    stream.run()
    (fault,) = stream.faults
    assert (fault.line, fault.column, fault.code) == (2, 5, "tag-mismatch")
    assert "opened in line 2" in fault.message


def test_a_long_broken_file_is_explained_from_pieces(tmp_path: Path) -> None:
    path = tmp_path / "long.xml"
    line = b"<p>Some words that fill a line.</p>\n"
    path.write_bytes(b"<TEI>\n" + line * 100_000 + b"<p>Marks & Spencer</p></TEI>")
    stream = Stream(path)
    stream.run()
    assert [fault[1:4] for fault in stream.faults] == [(100_002, 10, "stray-ampersand")]
