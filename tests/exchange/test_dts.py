"""The tree of files for Distributed Text Services, walked as a client does."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner
from lxml import etree

from tei_edition.cli import group
from tei_edition.cli.export import command
from tei_edition.edition import Edition
from tei_edition.exchange import write_dts, write_tei
from tei_edition.exchange.documents import ExchangeError
from tei_edition.exchange.dts import SIBLINGS

SCHEMA = json.loads((Path(__file__).parent / "dts.schema.json").read_text(encoding="utf-8"))
TEI = "{http://www.tei-c.org/ns/1.0}"
BASE = "https://example.org/letters/dts/"


def expanded(template: str, **values: str) -> str:
    """A URI template of RFC 6570, as far as the tree uses them: {x}, {/x,y} and {;x}."""

    def part(found: re.Match[str]) -> str:
        given = [(name, values[name]) for name in found[2].split(",") if name in values]
        return {
            "": lambda: "".join(value for _, value in given),
            "/": lambda: "".join(f"/{value}" for _, value in given),
            ";": lambda: "".join(f";{name}={value}" for name, value in given),
        }[found[1]]()

    return re.sub(r"\{([/;]?)([\w,]+)\}", part, template)


class Client:
    """Reads answers from the tree, and holds each against the schema."""

    def __init__(self, folder: Path, base: str = BASE) -> None:
        self.folder = folder
        self.base = base

    def path(self, template: str, **values: str) -> Path:
        url = expanded(template, **values)
        assert url.startswith(self.base)
        return self.folder / url.removeprefix(self.base)

    def get(self, kind: str, template: str, **values: str) -> dict[str, Any]:
        answer = json.loads(self.path(template, **values).read_text(encoding="utf-8"))
        jsonschema.validate(answer, {**SCHEMA, "$ref": f"#/$defs/{kind}"})
        if kind == "Navigation":
            assert answer["@id"] == expanded(template, **values)
        return dict(answer)

    def entry(self) -> dict[str, Any]:
        return self.get("EntryPoint", f"{self.base}index.json")


@pytest.fixture
def client(small: Edition, tmp_path: Path) -> Client:
    write_dts(small, tmp_path / "dts")
    return Client(tmp_path / "dts")


def resources(client: Client) -> Iterator[dict[str, Any]]:
    entry = client.entry()
    top = client.get("Collection", entry["collection"])
    assert top == client.get("Collection", entry["collection"], id=top["@id"])
    assert top == client.get("Collection", entry["collection"], id=top["@id"], nav="children")
    assert (
        client.get("Collection", entry["collection"], id=top["@id"], nav="parents")["member"] == []
    )
    assert top["totalChildren"] == len(top["member"])
    yield from top["member"]


def test_a_client_finds_every_document_from_the_entry_on(client: Client) -> None:
    found = list(resources(client))
    assert [resource["@id"] for resource in found] == ["cable", "letter", "report"]
    for resource in found:
        answer = client.get("Collection", resource["collection"])
        assert answer["@type"] == "Resource"
        parents = client.get("Collection", resource["collection"], nav="parents")
        assert [parent["@type"] for parent in parents["member"]] == ["Collection"]
        assert len(parents["member"]) == resource["totalParents"]
        assert client.get("Collection", resource["collection"], nav="children")["member"] == []


def test_every_call_of_level_0_has_its_answer(client: Client) -> None:
    entry = client.entry()
    for resource in resources(client):
        name = resource["@id"]
        whole = client.get("Navigation", resource["navigation"], down="-1")
        assert "ref" not in whole
        assert whole == {
            **client.get("Navigation", resource["navigation"], down="1"),
            "@id": whole["@id"],
        }
        for unit in whole["member"]:
            ref = unit["identifier"]
            alone = client.get("Navigation", resource["navigation"], ref=ref)
            assert alone["ref"] == unit
            assert "member" not in alone
            assert alone == client.get("Navigation", entry["navigation"], resource=name, ref=ref)
            siblings = client.get("Navigation", resource["navigation"], ref=ref, down="0")
            assert [each["identifier"] for each in siblings["member"]] == [
                each["identifier"] for each in whole["member"]
            ]
            for down in ("1", "-1"):
                below = client.get("Navigation", resource["navigation"], ref=ref, down=down)
                assert below["member"] == [unit]


def test_a_document_without_identifiers_has_no_citation_tree(client: Client) -> None:
    report = list(resources(client))[2]
    assert report["citationTrees"] == []
    assert client.get("Navigation", report["navigation"], down="-1")["member"] == []


def test_documents_and_passages_are_tei(client: Client) -> None:
    for resource in resources(client):
        root = etree.parse(client.path(resource["document"])).getroot()
        assert root.tag == f"{TEI}TEI"
        for unit in client.get("Navigation", resource["navigation"], down="-1")["member"]:
            tree = etree.parse(client.path(resource["document"], ref=unit["identifier"]))
            assert tree.getroot().tag == f"{TEI}TEI"
            (wrapper,) = tree.getroot()
            assert wrapper.tag == "{https://w3id.org/api/dts#}wrapper"
            (passage,) = wrapper
            assert passage.get("{http://www.w3.org/XML/1998/namespace}id") == unit["identifier"]


def test_the_tei_says_the_same_of_its_citable_units(repository: Path, tmp_path: Path) -> None:
    """The ``citeStructure`` of each header, carried out, gives the members of the navigation."""
    edition = Edition.load(repository / "corpus" / "edition.toml")
    write_dts(edition, tmp_path / "dts")
    write_tei(edition, tmp_path / "tei")
    client = Client(tmp_path / "dts", f"{edition.base_url}dts/")
    for resource in resources(client):
        root = etree.parse(tmp_path / "tei" / f"{resource['@id']}.xml").getroot()
        (structure,) = root.iter(f"{TEI}citeStructure")
        match = re.sub(r"/(?=[A-Za-z])", "/t:", structure.get("match", ""))
        units = root.xpath(match, namespaces={"t": TEI[1:-1]})
        said = [str(unit.xpath(structure.get("use", ""))[0]) for unit in units]
        whole = client.get("Navigation", resource["navigation"], down="-1")
        assert [unit["identifier"] for unit in whole["member"]] == said
        (tree,) = resource["citationTrees"]
        assert [each["citeType"] for each in tree["citeStructure"]] == [structure.get("unit")]
        assert len(said) > 10


def test_a_document_whose_header_says_nothing_gets_a_cite_structure(
    client: Client, small: Edition, tmp_path: Path
) -> None:
    found = {}
    for resource in resources(client):
        root = etree.parse(client.path(resource["document"])).getroot()
        paths = [each.get("match", "") for each in root.iter(f"{TEI}citeStructure")]
        whole = client.get("Navigation", resource["navigation"], down="1")
        members = [unit["identifier"] for unit in whole["member"]]
        found[resource["@id"]] = len(paths)
        for path in paths:
            match = re.sub(r"/(?=[A-Za-z])", "/t:", path)
            units = root.xpath(match, namespaces={"t": TEI[1:-1]})
            assert [
                unit.get("{http://www.w3.org/XML/1998/namespace}id") for unit in units
            ] == members
    assert found == {"cable": 1, "letter": 1, "report": 0}


def test_a_date_is_no_more_exact_than_the_document_is_dated(client: Client) -> None:
    collection = client.get("Collection", client.entry()["collection"])
    dates = {each["@id"]: each["dublinCore"].get("date") for each in collection["member"]}
    limits = "[1911-02-03..1911-02-04]"
    assert dates == {"cable": limits, "letter": limits, "report": None}


def test_the_address_of_the_tree_can_be_another(small: Edition, tmp_path: Path) -> None:
    write_dts(small, tmp_path / "dts", "https://texts.example.org/api")
    client = Client(tmp_path / "dts", "https://texts.example.org/api/")
    assert len(list(resources(client))) == 3


def test_names_that_some_disks_take_for_one_are_refused(small: Edition, tmp_path: Path) -> None:
    cable = small.documents[0]
    text = cable.read_text().replace('<p xml:id="cable-p1">', '<p xml:id="cable-P1">x</p>\\g<0>')
    cable.write_text(text.replace("\\g<0>", '<p xml:id="cable-p1">'))
    with pytest.raises(ExchangeError, match="two files would be named"):
        write_dts(small, tmp_path / "dts")


def test_a_document_of_many_passages_has_no_files_of_siblings_and_that_is_said(
    small: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = write_dts(small, tmp_path / "whole")
    assert not whole.without_siblings
    monkeypatch.chdir(small.root)
    arguments = ["export", "dts", "-o", str(tmp_path / "dts"), "--siblings", "1"]
    run = CliRunner().invoke(group, arguments)
    assert run.exit_code == 0, run.output
    assert "1 document with more than 1 passage:" in run.output
    missing = files(tmp_path / "whole") - files(tmp_path / "dts")
    assert missing
    assert all(name.endswith(";down=0.json") for name in missing)
    assert f"{whole.files - len(missing):,} files written" in run.output


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_the_command_limits_files_of_siblings_as_the_function_does() -> None:
    option = next(each for each in command.commands["dts"].params if each.name == "siblings")
    assert option.default == SIBLINGS
