# SPDX-License-Identifier: MIT
"""docs/schema.md says of the schema what is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from tei_edition import resources

RNG = "{http://relaxng.org/ns/structure/1.0}"
SCHEMATRON = "{http://purl.oclc.org/dsdl/schematron}"
FOLDER = resources.schema("documentary.rng").parent


@pytest.fixture(scope="module")
def guide(repository: Path) -> str:
    return (repository / "docs" / "schema.md").read_text("utf-8")


def _section(guide: str, title: str) -> str:
    return guide.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def _modules() -> list[Path]:
    root = etree.parse(resources.schema("documentary.rng"))
    return [FOLDER / str(one.get("href")) for one in root.iter(f"{RNG}include")]


def test_it_lists_the_modules_with_their_number_of_elements(guide: str) -> None:
    rows = re.findall(
        r"(?m)^\| `([\w-]+\.rng)` \| .+ \| (\d+|–) \|$", _section(guide, "The modules")
    )
    expected = []
    for path in _modules():
        elements = len(list(etree.parse(path).iter(f"{RNG}element")))
        expected.append((path.name, str(elements or "–")))
    assert rows == expected


def test_it_lists_every_closed_list_with_all_its_values(guide: str) -> None:
    rows = dict(
        re.findall(r"(?m)^\| `([\w.]+)` \| .* \| (.+) \|$", _section(guide, "The closed lists"))
    )
    stated = {name: re.findall(r"`([^`]+)`", values) for name, values in rows.items()}
    expected = {
        str(define.get("name")): [value.text for value in define.iter(f"{RNG}value")]
        for path in _modules()
        for define in etree.parse(path).iter(f"{RNG}define")
        if define.find(f"{RNG}element") is None
        and next(define.iter(f"{RNG}value"), None) is not None
    }
    assert stated == expected


def test_it_lists_every_rule(guide: str) -> None:
    table = _section(guide, "The rules").partition("| --- | --- |")[2].partition("\n\n")[0]
    rules = etree.parse(resources.schema("documentary.sch"))
    expected = {one.get("id") for one in rules.iter(f"{SCHEMATRON}assert", f"{SCHEMATRON}report")}
    listed = re.findall(r"`([^`]+)`", table)
    assert len(listed) == len(set(listed))
    assert set(listed) == expected


def test_its_example_of_an_extension_works(guide: str, tmp_path: Path) -> None:
    (example,) = re.findall(r"(?s)```xml\n(<grammar .+?)```", guide)
    own = tmp_path / "own.rng"
    own.write_text(example.replace('"documentary.rng"', f'"{FOLDER / "documentary.rng"}"'), "utf-8")
    extended = etree.RelaxNG(etree.parse(own))
    plain = etree.RelaxNG(etree.parse(resources.schema("documentary.rng")))
    base = (Path(__file__).parent / "rules" / "cable.xml").read_bytes()
    document = etree.fromstring(base.replace(b'type="message"', b'type="telephone-log"'))
    assert extended.validate(document)
    assert not plain.validate(document)
