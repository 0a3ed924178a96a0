"""Rules and documents by others: everything compiles, everything runs."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tei_edition.schematron import RuleSet, Violation


def _text(path: Path) -> str:
    text = path.read_text(encoding="utf-8-sig")
    return re.sub(r"^<\?xml\s.*?\?>|<!DOCTYPE[^>[]*>", "", text, flags=re.DOTALL)


def _samples(folder: Path) -> list[str]:
    """The texts of the files that are well-formed."""
    texts = [_text(path) for path in sorted(folder.glob("*.xml"))]
    assert texts
    return [text for text in texts if _is_well_formed(text)]


def _is_well_formed(text: str) -> bool:
    try:
        ElementTree.fromstring(text)
    except ElementTree.ParseError:
        return False
    return True


@pytest.mark.parametrize("folder", ["schnitzler-briefe", "tillich-briefe", "gerdracor"])
def test_the_constraints_in_tei_all_run_on_every_sample(test_data: Path, folder: str) -> None:
    rules = RuleSet.load(test_data / "schemas" / "tei_all.rng")
    assert rules.faults() == ()
    assert rules.schema is not None
    assert len(rules.schema.patterns) > 80

    samples = _samples(test_data / "samples" / folder)
    codes = {violation.code for text in samples for violation in rules.run(text)}
    assert codes <= {"rule-failed"}


@pytest.mark.parametrize("name", ["addSpan", "damageSpan", "delSpan"])
def test_what_tei_all_states_in_two_languages_is_reported_once(test_data: Path, name: str) -> None:
    rules = RuleSet.load(test_data / "schemas" / "tei_all.rng")
    found = rules.run(f'<p xmlns="http://www.tei-c.org/ns/1.0"><{name}/></p>')
    about = [violation.message for violation in found if "spanTo" in violation.message]
    assert about == [f"The @spanTo attribute of <{name}> is required."]


@pytest.mark.parametrize(
    "name", ["tillich-schematron.sch", "tillich-briefe.odd", "tillich-briefe.rng"]
)
def test_an_editions_own_rules_run_on_its_letters(test_data: Path, name: str) -> None:
    folder = test_data / "samples" / "tillich-briefe"
    rules = RuleSet.load(folder / "schema" / name)
    assert rules.faults() == ()
    for text in _samples(folder):
        found = rules.run(text)
        assert {violation.code for violation in found} <= {"rule-failed"}
        if name != "tillich-briefe.rng":
            broken = re.sub(r'(<rs[^>]* )ref="L', r'\1ref="X', text)
            letters = re.findall(r"<rs\b[^>]*>", broken)
            wrong = [rs for rs in letters if 'type="letter"' in rs and not re.search(' ref="L', rs)]
            assert len(_about_letters(rules.run(broken))) == len(wrong)


def _about_letters(found: list[Violation]) -> list[Violation]:
    return [violation for violation in found if "must start with 'L'" in violation.message]
