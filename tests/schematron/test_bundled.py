"""The bundled rules say the same, read from the schema or through the ODD that includes it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tei_edition import resources
from tei_edition.schematron import RuleSet

_DAMAGES: dict[str, Callable[[str], str]] = {
    "none": lambda text: text,
    "no identifiers": lambda text: re.sub(r'\sxml:id="[^"]*"', "", text),
    "other identifiers": lambda text: re.sub(r'xml:id="\w', 'xml:id="x', text),
    "nobody responsible": lambda text: re.sub(r'\sresp="[^"]*"', "", text),
    "other years": lambda text: re.sub(r'when="1', 'when="2', text),
    "other dates": lambda text: re.sub(r'when="(\d{4})-\d\d', r'when="\1-01', text),
    "other copies": lambda text: re.sub(r'quantity="\d', 'quantity="7', text),
    "no notes": lambda text: re.sub(r"<note\b[^>]*>.*?</note>", "", text, flags=re.DOTALL),
    "no pointers": lambda text: re.sub(r'\s(target|corresp|ref)="[^"]*"', "", text),
    "one side of choices": lambda text: re.sub(r"<(corr|reg)\b.*?</\1>", "", text, flags=re.DOTALL),
}


@pytest.fixture(scope="module")
def rule_sets() -> tuple[RuleSet, RuleSet]:
    by_file = [
        RuleSet.load(resources.schema(f"documentary.{suffix}"), trusted=True)
        for suffix in ("sch", "odd")
    ]
    for rules in by_file:
        assert rules.faults() == ()
    return by_file[0], by_file[1]


@pytest.mark.parametrize("damage", _DAMAGES)
@pytest.mark.parametrize("name", ["cable-600308", "letter-19500929"])
def test_the_odd_finds_what_its_rules_find(
    rule_sets: tuple[RuleSet, RuleSet], repository: Path, name: str, damage: str
) -> None:
    path = repository / "corpus" / "documents" / f"{name}.xml"
    text = re.sub(r"^<\?xml\s.*?\?>", "", path.read_text(encoding="utf-8"))
    damaged = _DAMAGES[damage](text)
    schematron, odd = (rules.run(damaged) for rules in rule_sets)
    assert odd == schematron
    assert schematron or damaged == text
