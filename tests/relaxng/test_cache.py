"""Simplified schemas are kept, and never trusted further than they can be checked."""

from __future__ import annotations

import json
from hashlib import blake2b
from pathlib import Path

import pytest

from tei_edition.relaxng import Schema

SCHEMA = """
datatypes xsd = "http://www.w3.org/2001/XMLSchema-datatypes"
start = element a { attribute q { xsd:QName }?, attribute n { xsd:integer - xsd:int "7" }?, b }
b = include-me | element * - b { text } | grammar { start = element c { list { "x", "y"+ } } }
include-me = external "part.rnc"
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "part.rnc").write_text(
        "element b { mixed { element d { empty } & text2 } }".replace(
            "text2", "element e { empty }?"
        ),
        "utf-8",
    )
    (tmp_path / "schema.rnc").write_text(SCHEMA, "utf-8")
    return tmp_path / "schema.rnc"


DOCUMENTS = (
    "<a><b>x<e/><d/></b></a>",
    "<a n='8'><c>x y y</c></a>",
    "<a n='7'><c>x y y</c></a>",
    "<a><c>x</c></a>",
    "<a q='z:y'><z/></a>",
    "<a><b><e/></b></a>",
)


def _verdicts(schema: Schema) -> list[list[str]]:
    return [[f.message for f in schema.validate(d.encode())] for d in DOCUMENTS]


def test_a_cached_schema_says_the_same(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    fresh = Schema.load(path, cache=folder)
    (entry,) = folder.iterdir()
    cached = Schema.load(path, cache=folder)
    assert _verdicts(cached) == _verdicts(fresh)
    assert cached.files == fresh.files == (path.resolve(), path.resolve().parent / "part.rnc")
    assert list(folder.iterdir()) == [entry]


def test_a_change_of_an_included_file_is_noticed(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    before = Schema.load(path, cache=folder)
    (tmp_path / "part.rnc").write_text("element b { text }", "utf-8")
    after = Schema.load(path, cache=folder)
    assert list(before.validate(b"<a><b/></a>"))
    assert not list(after.validate(b"<a><b/></a>"))


@pytest.mark.parametrize("cut", [0, 10, 60, 400])
def test_a_damaged_entry_is_rebuilt(path: Path, tmp_path: Path, cut: int) -> None:
    folder = tmp_path / "cache"
    expected = _verdicts(Schema.load(path, cache=folder))
    (entry,) = folder.iterdir()
    whole = entry.read_bytes()
    entry.write_bytes(whole[:cut])
    assert _verdicts(Schema.load(path, cache=folder)) == expected
    assert entry.read_bytes() == whole


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("patterns", [["+", 0]]),
        ("patterns", [["|", -1]]),
        ("patterns", "x"),
        ("start", 10_000),
        ("start", "0"),
        ("contents", [5_000]),
        ("datatypes", [["", "nothing", []]]),
        ("prefixes", {"a": 1}),
        ("names", 3),
    ],
)
def test_an_entry_that_is_not_as_written_is_rebuilt(
    path: Path, tmp_path: Path, key: str, value: object
) -> None:
    folder = tmp_path / "cache"
    expected = _verdicts(Schema.load(path, cache=folder))
    (entry,) = folder.iterdir()
    whole = entry.read_bytes()
    stored = json.loads(whole.partition(b"\n")[2])
    stored["schema"][key] = value
    body = json.dumps(stored).encode()
    entry.write_bytes(blake2b(body, digest_size=20).hexdigest().encode() + b"\n" + body)
    assert _verdicts(Schema.load(path, cache=folder)) == expected
    assert entry.read_bytes() == whole


def test_a_folder_that_cannot_be_written_to_is_no_obstacle(path: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", "utf-8")
    assert _verdicts(Schema.load(path, cache=blocked)) == _verdicts(Schema.load(path, cache=None))


def test_without_a_cache_nothing_is_written(path: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    Schema.load(path, cache=None)
    assert sorted(tmp_path.iterdir()) == before


def test_the_folder_does_not_grow_without_bounds(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    for number in range(230):
        path = tmp_path / "schema.rnc"
        path.write_text(f"element a{number} {{ empty }}", "utf-8")
        Schema.load(path, cache=folder)
    assert len(list(folder.iterdir())) <= 200
