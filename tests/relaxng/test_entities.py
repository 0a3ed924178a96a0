"""Schemas are hostile input too: their entities are held to bounds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tei_edition.relaxng import Schema, SchemaError
from tei_edition.schematron import RuleSet


def chain(length: int) -> str:
    """A document type declaration in which each entity refers to the one before."""
    links = "".join(f'<!ENTITY e{n} "&e{n - 1};">' for n in range(1, length))
    return f'<!DOCTYPE x [<!ENTITY e0 "x">{links}]>'


def test_a_chain_of_entities_in_a_grammar_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "chain.rng"
    path.write_text(
        chain(100_000) + '<element name="a" xmlns="http://relaxng.org/ns/structure/1.0">'
        "<value>&e99999;</value></element>"
    )
    with pytest.raises(SchemaError, match="entit"):
        Schema.load(path, cache=None)


def test_a_chain_of_entities_in_rules_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "chain.sch"
    path.write_text(
        chain(100_000) + '<schema xmlns="http://purl.oclc.org/dsdl/schematron"><pattern>'
        '<rule context="a"><assert test="b">&e99999;</assert></rule></pattern></schema>'
    )
    (fault,) = RuleSet.load(path).reading_faults
    assert fault.code == "rules-not-valid"
