# SPDX-License-Identifier: MIT
"""documentary.sch: every rule finds what it is for, there, and nothing else.

The cases are data: ``rules/*.toml``, each a change to one of the base documents beside them.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tei_edition import resources
from tei_edition.catalogue.documentary import ENTRIES
from tei_edition.schematron import RuleSet

RULES = Path(__file__).parent / "rules"
SCHEMATRON = "{http://purl.oclc.org/dsdl/schematron}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def _cases(kind: str) -> list[Any]:
    return [
        pytest.param(case, variant, id=f"{case['code']}-{number}-{index}")
        for path in sorted(RULES.glob("*.toml"))
        for number, case in enumerate(tomllib.loads(path.read_text("utf-8"))["case"])
        for index, variant in enumerate(case.get(kind, ()))
    ]


def _document(case: dict[str, Any], variant: str) -> str:
    base = (RULES / case.get("document", "cable.xml")).read_text("utf-8")
    assert base.count(case["find"]) == 1, f"{case['find']} must stand once in the base document"
    return base.replace(case["find"], variant).partition("?>")[2].strip()


def _assertions() -> dict[str, etree._Element]:
    schema = etree.parse(resources.schema("documentary.sch"))
    found = schema.iter(f"{SCHEMATRON}assert", f"{SCHEMATRON}report")
    return {str(one.get("id")): one for one in found}


@pytest.fixture(scope="module")
def rules() -> Any:
    loaded = RuleSet.load(resources.schema("documentary.sch"), trusted=True)
    assert loaded.faults() == ()
    return loaded


@pytest.fixture(scope="module")
def grammar() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(resources.schema("documentary.rng")))


def _place(text: str, path: str) -> tuple[str, str]:
    """Name and xml:id of the element at an XPath as path() gives it."""
    root = etree.fromstring(text)
    steps = re.findall(r"Q\{([^}]*)\}([\w.-]+)\[(\d+)\]", path)
    element: etree._Element | None = root
    for namespace, name, number in steps[1:]:
        assert element is not None
        element = element.find(f"{{{namespace}}}{name}[{number}]")
    assert element is not None
    name = etree.QName(element).localname
    written = f"{element.prefix}:{name}" if element.prefix else name
    return written, str(element.get(XML_ID, ""))


@pytest.mark.parametrize("name", ["cable.xml", "persons.xml"])
def test_the_base_documents_keep_every_rule(rules: Any, name: str) -> None:
    text = (RULES / name).read_text("utf-8").partition("?>")[2].strip()
    assert rules.run(text) == []


@pytest.mark.parametrize(("case", "variant"), _cases("wrong"))
def test_a_fault_is_found_once_at_its_place(rules: Any, case: dict[str, Any], variant: str) -> None:
    text = _document(case, variant)
    found = rules.run(text)
    assert sorted(one.id for one in found) == sorted([case["code"], *case.get("also", ())])
    (finding,) = (one for one in found if one.id == case["code"])
    assert case["at"] in _place(text, finding.path)
    assert finding.severity.label == _assertions()[case["code"]].get("role")
    assert finding.message.endswith(".")
    assert finding.diagnostics
    assert finding.diagnostics[0].strip().endswith((".", "…", ".”"))


@pytest.mark.parametrize(("case", "variant"), _cases("right"))
def test_what_is_right_draws_no_finding(rules: Any, case: dict[str, Any], variant: str) -> None:
    assert [(one.id, one.message) for one in rules.run(_document(case, variant))] == []


@pytest.mark.parametrize(("case", "variant"), [*_cases("wrong"), *_cases("right")])
def test_the_grammar_alone_would_accept_the_cases(
    grammar: etree.RelaxNG, case: dict[str, Any], variant: str
) -> None:
    document = etree.fromstring(_document(case, variant))
    assert grammar.validate(document) is case.get("grammar", True), grammar.error_log.last_error


def test_every_rule_has_a_case_that_breaks_it_and_one_that_keeps_it() -> None:
    kept_by_the_base_document = {
        "copy-doubled",
        "document-unnamed",
        "enclosure-absent",
        "inclusion-missing",
        "certainty-astray",
        "supplied-unattributed",
        "correspondence-missing",
    }
    assert {case.values[0]["code"] for case in _cases("wrong")} == set(_assertions())
    kept = {case.values[0]["code"] for case in _cases("right")}
    assert kept | kept_by_the_base_document == set(_assertions())


def test_the_catalogue_explains_exactly_the_rules_there_are() -> None:
    in_rules = {code: one.get("role") for code, one in _assertions().items()}
    assert {entry.code: entry.severity.label for entry in ENTRIES} == in_rules


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.code)
def test_every_entry_of_the_catalogue_is_complete(entry: Any) -> None:
    assert entry.check == "rules"
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", entry.code)
    assert entry.title
    assert not entry.title.endswith(".")
    assert len(entry.explanation) >= 50
    assert entry.wrong
    assert entry.right
    assert entry.wrong != entry.right


def test_every_assertion_has_a_severity_and_a_hint() -> None:
    schema = etree.parse(resources.schema("documentary.sch"))
    hints = {one.get("id") for one in schema.iter(f"{SCHEMATRON}diagnostic")}
    used = set()
    for code, one in _assertions().items():
        assert one.get("role") in {"error", "warning", "info"}, code
        assert one.get("diagnostics") in hints, code
        used.add(one.get("diagnostics"))
    assert used == hints


def test_every_pattern_says_what_it_is_about() -> None:
    schema = etree.parse(resources.schema("documentary.sch"))
    for pattern in schema.iter(f"{SCHEMATRON}pattern"):
        assert pattern.get("id")
        assert pattern.findtext(f"{SCHEMATRON}p")


def _corpus(repository: Path) -> list[Path]:
    return sorted((repository / "corpus").glob("*/*.xml"))


def test_the_edition_breaks_no_rule_that_it_does_not_acknowledge(
    rules: Any, repository: Path
) -> None:
    documents = _corpus(repository)
    assert documents
    for path in documents:
        document = etree.parse(path)
        document.xinclude()
        text = etree.tostring(document, encoding="unicode")
        acknowledged = {
            (code.removeprefix("finding:"), target.removeprefix("#"))
            for note in document.iter("{http://www.tei-c.org/ns/1.0}note")
            for code in note.get("ana", "").split()
            for target in note.get("target", "").split()
        }
        found = {(one.id, _place(text, one.path)[1]) for one in rules.run(text)}
        assert found <= acknowledged
        for code in {code for code, _ in acknowledged}:
            assert code in {one for one, _ in found}, f"{path}: {code} acknowledges nothing"
