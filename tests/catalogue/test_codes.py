"""The catalogue and the code know the same codes."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from tei_edition import catalogue
from tei_edition.catalogue import text
from tei_edition.checks import CHECKS
from tei_edition.findings import Severity

CODE = re.compile(r"[a-z]+(-[a-z]+)*")

MAKERS = {
    "Finding": 3,
    "Violation": 0,
    "Words": 0,
    "Unreadable": None,
    "fault": 0,
    "_fault": 0,
    "_finding": None,
}
"""What a finding is made with, and which argument is its code; None where that varies: there it is
the first text that could be a code."""

SCHEMATRON = "{http://purl.oclc.org/dsdl/schematron}"


def calls(repository: Path) -> Iterator[tuple[str, int, str]]:
    """File, line and code of each finding that the code makes with a literal code."""
    for path in sorted((repository / "tei_edition").rglob("*.py")):
        if "catalogue" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            function = node.func
            name = getattr(function, "id", getattr(function, "attr", ""))
            if name not in MAKERS:
                continue
            place = MAKERS[name]
            if node.args and isinstance(node.args[0], ast.Starred):
                place = 1  # path, line and column at once
            literals = [
                argument.value
                for number, argument in enumerate(node.args)
                if isinstance(argument, ast.Constant)
                and isinstance(argument.value, str)
                and place in (None, number)
                and CODE.fullmatch(argument.value)
            ]
            if literals:
                yield path.name, node.lineno, literals[0]


def strings(repository: Path) -> set[str]:
    """Every text that stands by itself in the code."""
    found = set()
    for path in (repository / "tei_edition").rglob("*.py"):
        if "catalogue" not in path.parts:
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    found.add(node.value)
    return found


def rules(repository: Path) -> dict[str, str]:
    """The toolkit's own assertions and reports, with their roles."""
    tree = etree.parse(repository / "schemas" / "documentary.sch")
    return {
        rule.get("id", ""): rule.get("role", "")
        for rule in tree.iter(f"{SCHEMATRON}assert", f"{SCHEMATRON}report")
    }


def test_every_code_that_the_code_makes_is_in_the_catalogue(repository: Path) -> None:
    made = list(calls(repository))
    assert len({code for *_, code in made}) > 40, "the search finds what findings are made with"
    unknown = [each for each in made if each[2] not in catalogue.entries()]
    assert unknown == []


def test_every_code_of_the_toolkit_s_own_rules_is_in_the_catalogue(repository: Path) -> None:
    assert set(rules(repository)) <= set(catalogue.entries())


def test_every_code_in_the_catalogue_is_one_that_is_made(repository: Path) -> None:
    known = strings(repository) | set(rules(repository))
    assert [code for code in catalogue.entries() if code not in known] == []


def test_the_catalogue_and_the_rules_agree_on_severities(repository: Path) -> None:
    entries = catalogue.entries()
    for code, role in rules(repository).items():
        assert entries[code].severity is Severity[role.upper()], code
        assert entries[code].check == "rules", code


def test_no_code_stands_in_two_tables() -> None:
    listed = [
        entry.code
        for line in text.listing(catalogue.entries().values()).splitlines()
        for entry in catalogue.entries().values()
        if line.startswith(f"  {entry.code} ")
    ]
    assert sorted(listed) == sorted(catalogue.entries())


ENTRIES = list(catalogue.entries().values())


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry.code for entry in ENTRIES])
def test_an_entry_is_written_for_an_editor(entry: catalogue.Entry) -> None:
    assert CODE.fullmatch(entry.code)
    assert entry.check in (*CHECKS, "identifiers")
    assert entry.title
    assert not entry.title.endswith(".")
    assert len(entry.title) <= 75
    assert entry.explanation.endswith((".", "?", "…", ")", "”")), entry.explanation[-20:]
    assert len(entry.explanation) > 60
    jargon = r"\b(regex|parser|callback|None|null|exception|stack|boolean|string|token|PCDATA)\b"
    assert not re.search(jargon, entry.explanation), entry.explanation
    assert bool(entry.wrong) >= bool(entry.right), "what is right is right as against what is wrong"
    assert entry.wrong != entry.right or not entry.wrong
    assert not re.search("&amp;[a-z#0-9]+;", entry.explanation), (
        "explanations are plain text, not XML"
    )


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry.code for entry in ENTRIES])
def test_an_explanation_fits_a_terminal(entry: catalogue.Entry) -> None:
    shown = text.explanation(entry)
    assert entry.code in shown.splitlines()[0]
    for line in shown.splitlines():
        if not line.startswith("    "):
            assert len(line) <= max(text.WIDTH, len(shown.splitlines()[0]))
