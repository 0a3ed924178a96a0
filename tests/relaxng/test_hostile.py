"""Schemas and documents made to exhaust: bounded time, bounded memory, a clear message."""

from __future__ import annotations

import gc
import random
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from tei_edition.relaxng import Schema, SchemaError

START = "start = element r { d0 }\n"


@pytest.fixture
def load(tmp_path: Path) -> Callable[[str], Schema]:
    def loaded(text: str) -> Schema:
        path = tmp_path / "schema.rnc"
        path.write_text(text, "utf-8")
        return Schema.load(path, cache=None)

    return loaded


@pytest.fixture(autouse=True)
def quick() -> object:
    """No case may take longer than some seconds, on a slow machine too."""
    begun = time.monotonic()
    yield
    assert time.monotonic() - begun < 20


def test_a_choice_of_ten_thousand_elements(load: Callable[[str], Schema]) -> None:
    elements = " | ".join(f"element e{i} {{ empty }}" for i in range(10_000))
    schema = load(f"start = element r {{ ({elements})* }}")
    document = "<r>" + "".join(f"<e{i}/>" for i in range(10_000)) + "</r>"
    assert not list(schema.validate(document.encode()))
    assert len(list(schema.validate(b"<r><e1x/></r>"))) == 1


def test_an_enumeration_of_ten_thousand_values(load: Callable[[str], Schema]) -> None:
    values = " | ".join(f'"v{i}"' for i in range(10_000))
    schema = load(f"start = element r {{ element v {{ attribute a {{ {values} }} }}* }}")
    document = "<r>" + "".join(f'<v a="v{i}"/>' for i in range(10_000)) + "</r>"
    assert not list(schema.validate(document.encode()))
    document = "<r>" + "".join(f'<v a="w{i}"/>' for i in range(300)) + "</r>"
    assert len(list(schema.validate(document.encode()))) == 300


def test_an_interleave_of_thirty_elements(load: Callable[[str], Schema]) -> None:
    parts = " & ".join(f"(element e{i} {{ empty }}, element f{i} {{ empty }}?)?" for i in range(30))
    schema = load(f"start = element r {{ element q {{ {parts} }}* }}")
    shuffled = random.Random(1)
    names = [f"<e{i}/>" for i in range(30)]
    tail = "".join(f"<f{i}/>" for i in range(30))
    rows = []
    for _ in range(200):
        shuffled.shuffle(names)
        rows.append(f"<q>{''.join(names)}{tail}</q>")
    assert not list(schema.validate(f"<r>{''.join(rows)}</r>".encode()))
    assert len(list(schema.validate(b"<r><q><e1/><e1/></q></r>"))) == 1


def test_names_that_only_a_wildcard_matches_leave_nothing_behind(
    load: Callable[[str], Schema],
) -> None:
    schema = load("start = any\nany = element * { (attribute * { text } | text | any)* }")
    document = "<r>" + "".join(f"<e{i} a{i}=''/>" for i in range(30_000)) + "</r>"
    assert not list(schema.validate(document.encode()))
    tracemalloc.start()
    document = "<r>" + "".join(f"<x{i} y{i}=''/>" for i in range(30_000)) + "</r>"
    assert not list(schema.validate(document.encode()))
    del document
    gc.collect()
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept < 8_000_000


def test_a_hundred_thousand_attributes(load: Callable[[str], Schema]) -> None:
    schema = load("start = element r { attribute * { text }* }")
    document = "<r " + " ".join(f"a{i}=''" for i in range(100_000)) + "/>"
    assert not list(schema.validate(document.encode()))


def test_thirty_thousand_attributes_that_may_not_be_there(load: Callable[[str], Schema]) -> None:
    schema = load("start = element r { attribute xml:id { xsd:ID }?, attribute n { xsd:int } }")
    wrong = " ".join(f"a{i}=''" for i in range(30_000))
    findings = list(schema.validate(f"<r {wrong} xml:id='x' n='y'/>".encode()))
    assert len(findings) == 30_001
    assert {finding.xml_id for finding in findings} == {"x"}


def test_a_hundred_thousand_levels(load: Callable[[str], Schema]) -> None:
    schema = load("start = a\na = element a { a? }")
    depth = 100_000
    assert not list(schema.validate(b"<a>" * depth + b"</a>" * depth))
    deep = b"<a>" * depth + b"<b/>" + b"</a>" * depth
    assert len(list(schema.validate(deep))) == 1


def test_definitions_that_double_each_other(load: Callable[[str], Schema]) -> None:
    doubling = "".join(f"d{i} = d{i + 1}, d{i + 1}\n" for i in range(40))
    schema = load(START + doubling + "d40 = element z { empty }")
    assert len(list(schema.validate(b"<r><z/></r>"))) == 1
    optional = "".join(f"d{i} = (d{i + 1}, element y {{ empty }}) | d{i + 1}\n" for i in range(40))
    schema = load(START + optional + "d40 = element z { empty }")
    assert not list(schema.validate(b"<r><z/>" + b"<y/>" * 40 + b"</r>"))
    assert list(schema.validate(b"<r><z/>" + b"<y/>" * 41 + b"</r>"))


def test_content_models_that_are_exponential_as_automata(load: Callable[[str], Schema]) -> None:
    tail = ", ".join(["(a | b)"] * 16)
    schema = load(
        f"start = element r {{ (a | b)*, a, {tail} }}\n"
        "a = element a { empty }\nb = element b { empty }"
    )
    letters = random.Random(2)
    rows = [letters.choice("ab") for _ in range(20_000)]
    valid = ["<a/>" if i == len(rows) - 17 else f"<{c}/>" for i, c in enumerate(rows)]
    assert not list(schema.validate(f"<r>{''.join(valid)}</r>".encode()))


@pytest.mark.parametrize(
    "text",
    [
        "start = element a { " + "(" * 2_000 + "empty" + ")" * 2_000 + " }",
        START + "".join(f"d{i} = d{i + 1}?\n" for i in range(5_000)) + "d5000 = empty",
    ],
)
def test_nesting_without_end_is_refused(load: Callable[[str], Schema], text: str) -> None:
    with pytest.raises(SchemaError, match="nested"):
        load(text)


def test_inclusions_that_double_are_refused(tmp_path: Path) -> None:
    for i in range(30):
        (tmp_path / f"x{i}.rnc").write_text(
            f'element e{i} {{ external "x{i + 1}.rnc", external "x{i + 1}.rnc" }}', "utf-8"
        )
    (tmp_path / "x30.rnc").write_text("empty", "utf-8")
    with pytest.raises(SchemaError, match="includes too much"):
        Schema.load(tmp_path / "x0.rnc", cache=None)


@pytest.mark.parametrize(
    "href",
    ["http://example.org/x.rnc", "//example.org/x.rnc", "../outside.rnc", "file:///etc/passwd"],
)
def test_nothing_outside_the_schema_s_folder_is_read(tmp_path: Path, href: str) -> None:
    (tmp_path / "outside.rnc").write_text("element b { empty }", "utf-8")
    folder = tmp_path / "schema"
    folder.mkdir()
    (folder / "schema.rnc").write_text(f'element a {{ external "{href}" }}', "utf-8")
    with pytest.raises(SchemaError, match=r"nothing is fetched|lies outside"):
        Schema.load(folder / "schema.rnc", cache=None)
