from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

from tei_edition.findings import Severity
from tei_edition.parser import Stream, local_name
from tei_edition.parser.expansion import expand, locate
from tei_edition.rendering import read_source

XI = "http://www.w3.org/2001/XInclude"


def write(folder: Path, **files: str) -> Path:
    """Write files; ``{xi}`` stands for the XInclude namespace. Gives the path of ``main.xml``."""
    for name, text in files.items():
        (folder / f"{name}.xml").write_text(text.replace("{xi}", XI), encoding="utf-8")
    return folder / "main.xml"


def outline(path: Path, **options: Path) -> tuple[str, list[str]]:
    """The expanded document as a string of tags and words, and the codes of its faults."""
    seen: list[str] = []
    stream = Stream(path, path.name, **options)

    def start(name: str, attributes: list[str]) -> None:
        if name == f"{XI} include":
            stream.include(attributes)
        else:
            seen.append(f"<{local_name(name)}>")

    stream.start = start
    stream.end = lambda name: seen.append(f"</{local_name(name)}>")
    stream.text = seen.append
    stream.run()
    return "".join(seen), [fault.code for fault in stream.faults]


@pytest.mark.parametrize(
    ("include", "result"),
    [
        ('href="part.xml"', "<r>a<part><p>x</p><p>y</p></part>b</r>"),
        ('href="part.xml" xpointer="two"', "<r>a<p>y</p>b</r>"),
        ('href="part.xml" xpointer="element(/1/2)"', "<r>a<p>y</p>b</r>"),
        ('href="part.xml" xpointer="element(top/1)"', "<r>a<p>x</p>b</r>"),
        ('href="part.xml" xpointer="element(none)element(/1/1)"', "<r>a<p>x</p>b</r>"),
        ('href="part.txt" parse="text"', "<r>a<&>b</r>"),
    ],
)
def test_the_included_part_takes_the_place_of_the_element(
    tmp_path: Path, include: str, result: str
) -> None:
    main = write(
        tmp_path,
        part='<part xml:id="top"><p>x</p><p xml:id="two">y</p></part>',
        main=f'<r xmlns:xi="{{xi}}">a<xi:include {include}><xi:fallback>F</xi:fallback>'
        "</xi:include>b</r>",
    )
    (tmp_path / "part.txt").write_text("<&>")
    assert outline(main) == (result, [])


def test_a_fallback_is_taken_when_the_file_is_missing(tmp_path: Path) -> None:
    main = write(
        tmp_path,
        part="<part/>",
        main='<r xmlns:xi="{xi}">a<xi:include href="no.xml"> <xi:fallback>F<f/>'
        '<xi:include href="part.xml"/></xi:fallback> </xi:include>b</r>',
    )
    assert outline(main) == ("<r>aF<f></f><part></part>b</r>", [])


@pytest.mark.parametrize("href", ["../part.xml", "https://example.org/part.xml"])
def test_a_fallback_is_taken_for_what_may_not_be_read_and_that_is_said(
    tmp_path: Path, href: str
) -> None:
    write(tmp_path, part="<secret/>")
    (tmp_path / "edition").mkdir()
    main = write(
        tmp_path / "edition",
        main=f'<r xmlns:xi="{{xi}}">a<xi:include href="{href}">'
        "<xi:fallback>F</xi:fallback></xi:include>b</r>",
    )
    assert outline(main) == ("<r>aFb</r>", ["xinclude-outside"])
    (fault,) = expand(main).faults
    assert fault.severity is Severity.WARNING
    assert fault.message.endswith("its xi:fallback is taken")
    assert "F" in read_source(main).text
    assert "its xi:fallback is taken" in read_source(main).problems[0]


@pytest.mark.parametrize(
    ("include", "code"),
    [
        ('href="no.xml"', "xinclude-missing"),
        ('href="part.xml" xpointer="none"', "xinclude-missing"),
        ('href="main.xml"', "xinclude-loop"),
        ('href="../part.xml"', "xinclude-outside"),
        ('href="https://example.org/part.xml"', "xinclude-outside"),
        ('href="part.xml" xpointer="xpath1(//p)"', "xinclude-xpointer"),
        ('href="part.xml#two"', "xinclude-wrong"),
        ("", "xinclude-wrong"),
        ('href="part.xml" parse="html"', "xinclude-wrong"),
    ],
)
def test_an_inclusion_that_cannot_be_made_is_a_fault_and_the_rest_is_read(
    tmp_path: Path, include: str, code: str
) -> None:
    (tmp_path / "edition").mkdir()
    main = write(
        tmp_path / "edition",
        part="<part/>",
        main=f'<r xmlns:xi="{{xi}}">a<xi:include {include}/>b</r>',
    )
    write(tmp_path, part="<part/>")
    assert outline(main) == ("<r>ab</r>", [code])


def test_a_broken_included_file_is_reported_there_and_the_rest_is_read(tmp_path: Path) -> None:
    main = write(
        tmp_path,
        part="<part>\n<p><q>x</p></part>",
        main='<r xmlns:xi="{xi}">a<xi:include href="part.xml"/>b</r>',
    )
    stream = Stream(main)
    open_elements: list[str] = []

    def start(name: str, attributes: list[str]) -> None:
        if name == f"{XI} include":
            stream.include(attributes)
        else:
            open_elements.append(name)

    stream.start = start
    stream.end = lambda name: open_elements.pop()
    stream.run()
    (fault,) = stream.faults
    assert (fault.path, fault.line, fault.code) == (str(tmp_path / "part.xml"), 2, "tag-mismatch")
    assert open_elements == []


def test_files_that_double_each_other_are_stopped(tmp_path: Path) -> None:
    twice = '<r xmlns:xi="{{xi}}"><xi:include href="{0}.xml"/><xi:include href="{0}.xml"/></r>'
    names = [f"f{number}" for number in range(18)]
    files = {name: twice.format(after) for name, after in pairwise(names)}
    main = write(tmp_path, main=twice.format("f0"), f17="<end/>", **files)
    _, codes = outline(main)
    assert codes == ["xinclude-too-much"]


def test_the_address_is_resolved_against_every_base_around(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    write(tmp_path / "a" / "b", part="<part/>")
    main = write(
        tmp_path,
        main='<r xmlns:xi="{xi}" xml:base="a/"><q xml:base="b/">'
        '<xi:include href="part.xml"/></q><xi:include href="b/part.xml"/></r>',
    )
    assert outline(main) == ("<r><q><part></part></q><part></part></r>", [])


def followed(stream: Stream) -> str:
    """The words of a document, those that it includes among them."""
    seen: list[str] = []

    def start(name: str, attributes: list[str]) -> None:
        if name == f"{XI} include":
            stream.include(attributes)

    stream.run(start, text=seen.append)
    return "".join(seen)


def test_what_is_no_file_includes_nothing_of_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "secret.txt").write_text("secret")
    content = f'<r xmlns:xi="{XI}"><xi:include href="secret.txt" parse="text"/></r>'.encode()
    for root, seen, codes in ((None, "", ["xinclude-outside"]), (tmp_path, "secret", [])):
        stream = Stream(content, root=root)
        assert followed(stream) == seen
        assert [fault.code for fault in stream.faults] == codes


@pytest.mark.parametrize("as_bytes", [False, True])
def test_a_file_may_include_a_part_of_itself(tmp_path: Path, as_bytes: bool) -> None:
    main = write(
        tmp_path,
        main='<r xmlns:xi="{xi}"><p xml:id="p1">x</p><xi:include xpointer="p1"/>'
        '<q xml:id="q1"><xi:include xpointer="q1"/></q></r>',
    )
    seen: list[str] = []
    stream = Stream(main.read_bytes() if as_bytes else main)

    def start(name: str, attributes: list[str]) -> None:
        if name == f"{XI} include":
            stream.include(attributes)
        else:
            seen.append(name)

    stream.start = start
    stream.run()
    assert seen == ["r", "p", "p", "q", "q"]
    assert [fault.code for fault in stream.faults] == ["xinclude-loop"]


def test_an_include_has_one_fallback(tmp_path: Path) -> None:
    main = write(
        tmp_path,
        main='<r xmlns:xi="{xi}"><xi:include href="no.xml"><xi:fallback>F</xi:fallback>'
        "<xi:fallback>G</xi:fallback></xi:include></r>",
    )
    assert outline(main) == ("<r>F</r>", ["xinclude-wrong"])


def test_text_in_a_legacy_encoding_is_included(tmp_path: Path) -> None:
    main = write(
        tmp_path,
        main='<r xmlns:xi="{xi}"><xi:include href="a.txt" parse="text" encoding="koi8-r"/>'
        '<xi:include href="a.txt" parse="text"/></r>',
    )
    (tmp_path / "a.txt").write_bytes("Сталин".encode("koi8-r"))
    assert outline(main) == ("<r>Сталин</r>", ["encoding-wrong"])


def test_positions_are_those_of_the_included_file(tmp_path: Path) -> None:
    main = write(
        tmp_path,
        part='<part>\n\n  <p xml:id="p1">x</p></part>',
        main='<r xmlns:xi="{xi}">\n<xi:include href="part.xml"/>\n <q/></r>',
    )
    places = locate(main, ["/Q{}r[1]/Q{}part[1]/Q{}p[1]/@Q{}n", "/Q{}r[1]/Q{}q[1]", "/"], "m.xml")
    assert places["/Q{}r[1]/Q{}part[1]/Q{}p[1]/@Q{}n"] == (
        "part.xml",
        3,
        3,
        "p",
        "p1",
    )
    assert places["/Q{}r[1]/Q{}q[1]"] == ("m.xml", 3, 2, "q", "")
    assert places["/"].element == "r"


def test_the_expanded_text_is_the_document_that_another_processor_makes(tmp_path: Path) -> None:
    main = write(
        tmp_path,
        part='<?p i?><part xmlns="urn:u" xmlns:x="urn:v" x:a="1&#10;2"><!-- c -->'
        '<p n="&lt;&quot;">&amp;é]]&gt;</p><none xmlns=""><x:y/></none></part>',
        main='<r xmlns="urn:w" xmlns:xi="{xi}">a'
        '<xi:include href="part.xml" xpointer="element(/1)"/></r>',
    )
    expanded = expand(main)
    assert expanded.faults == ()
    tree = etree.parse(str(main))
    tree.xinclude()
    for element in tree.iter("{*}*"):
        element.attrib.pop("{http://www.w3.org/XML/1998/namespace}base", None)
    ours = etree.fromstring(expanded.text.encode())
    assert etree.tostring(ours, method="c14n", exclusive=True) == etree.tostring(
        tree, method="c14n", exclusive=True
    )


def test_the_included_files_are_named(tmp_path: Path) -> None:
    main = write(
        tmp_path,
        part="<part><p/></part>",
        main='<r xmlns:xi="{xi}"><xi:include href="part.xml"/><q/></r>',
    )
    assert [path.name for path in expand(main).included] == ["part.xml"]
