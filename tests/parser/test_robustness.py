"""Whatever the bytes: an answer, at a place that is in the file, and the right one."""

from __future__ import annotations

from pathlib import Path
from xml.parsers import expat

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tei_edition.findings import Severity
from tei_edition.parser import INCLUDE, Stream
from tei_edition.parser.expansion import expand
from tei_edition.parser.prolog import prolog

DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<?xml-model href="a.rng"?>
<!DOCTYPE TEI [<!ENTITY k "Kim"><!ATTLIST p n CDATA "1">]>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:xi="http://www.w3.org/2001/XInclude">
 <!-- a comment --><p xml:id="p1" n='&k;&#233;'>Café &amp; &k; <![CDATA[<&]]></p>
 <xi:include href="part.xml" xpointer="element(/1)"><xi:fallback>none</xi:fallback></xi:include>
</TEI>
"""
PIECES = [
    b"<", b">", b"&", b";", b'"', b"'", b"/", b"=", b" ", b"\n", b"\x00", b"\xff", b"\xc3",
    b"<!--", b"-->", b"]]>", b"<![CDATA[", b"<?", b"?>", b"<!DOCTYPE", b"<!ENTITY", b"&k;", b"&#0;",
    b"xmlns", b"xml:base='x/'", b"\xef\xbb\xbf", b"<xi:include href='part.xml'/>",
    b"xpointer='p1'", b"</TEI>",
]  # fmt: skip
edits = st.lists(
    st.tuples(st.integers(0, len(DOCUMENT)), st.integers(0, 12), st.sampled_from(PIECES)),
    min_size=1,
    max_size=4,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("robustness")
    (path / "part.xml").write_text("<part xmlns='http://www.tei-c.org/ns/1.0'><q/></part>")
    return path


def read(path: Path) -> Stream:
    """The stream, read to its end, inclusions followed."""
    stream = Stream(path)

    def start(name: str, attributes: list[str]) -> None:
        if name == INCLUDE:
            stream.include(attributes)

    stream.run(start)
    return stream


def is_well_formed(content: bytes) -> bool:
    parser = expat.ParserCreate(namespace_separator=" ")
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError, LookupError):
        return False
    return True


@settings(
    max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(edits, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"]))
@example([(0, 0, b"\xff\xfe")], "utf-8")
@example([(0, 12, b"")], "utf-16")
def test_a_damaged_document_is_faulted_where_it_is_damaged(
    folder: Path, changes: list[tuple[int, int, bytes]], encoding: str
) -> None:
    declared = encoding.removesuffix("-sig")
    content = DOCUMENT.replace("UTF-8", declared).encode(encoding)
    for at, length, piece in changes:
        content = content[:at] + piece + content[at + length :]
    path = folder / "main.xml"
    path.write_bytes(content)
    stream = read(path)
    errors = [fault for fault in stream.faults if fault.severity is Severity.ERROR]
    if not is_well_formed(content):
        assert errors
    codec = "utf-16" if encoding == "utf-16" else "latin-1"
    longest = max(map(len, content.decode(codec, errors="replace").splitlines() or [""]))
    lines = content.count(b"\n") + content.count(b"\r") + 1
    for fault in errors:
        assert 1 <= fault.line <= lines
        assert 1 <= fault.column <= longest + 2
        assert fault.message
    prolog(path)
    if not errors:
        assert is_well_formed(expand(path).text.encode())


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200) | st.text(alphabet="<>&;/='\"!?[]-a b\n", max_size=120))
def test_no_input_crashes_the_stream(content: bytes | str) -> None:
    raw = content if isinstance(content, bytes) else content.encode()
    stream = Stream(raw, "a.xml")
    stream.run()
    assert bool(stream.faults) != is_well_formed(raw)
    prolog(raw)
