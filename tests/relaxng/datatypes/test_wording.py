"""What an editor reads about a datatype, and the example that is shown."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import pytest

from tei_edition.relaxng.datatypes import XML_SCHEMA, Context, library

RNG = "{http://relaxng.org/ns/structure/1.0}"

WORDS = [
    ("string", [], "any text"),
    ("token", [("maxLength", "5")], "text of at most 5 characters"),
    ("token", [("minLength", "1")], "text of at least 1 character"),
    ("token", [("minLength", "2"), ("maxLength", "5")], "text of 2 to 5 characters"),
    ("token", [("length", "1")], "text of exactly 1 character"),
    ("boolean", [], "“true” or “false” (or 1 or 0)"),
    ("date", [], "a date such as 1950-09-30"),
    ("date", [("minInclusive", "1900-01-01")], "a date not before 1900-01-01"),
    ("gYear", [], "a year of four digits such as 1950"),
    ("positiveInteger", [], "a whole number of at least 1"),
    ("nonNegativeInteger", [("maxInclusive", "5")], "a whole number from 0 to 5"),
    ("integer", [("minExclusive", "0")], "a whole number greater than 0"),
    ("decimal", [("minInclusive", "0"), ("maxInclusive", "1")], "a number from 0 to 1"),
    ("decimal", [("fractionDigits", "0")], "a number such as 1, without decimals"),
    ("NCName", [], "an XML name that begins with a letter or “_” and has no colon or space"),
    ("token", [("pattern", r"N[0-9]{3}")], "“N”, then 3 digits"),
    ("token", [("pattern", r"[^\p{C}\p{Z}]+")], "visible characters, without spaces"),
    (
        "token",
        [("pattern", r"\d+(, \d+)*")],
        "digits, then (“, ”, then digits), any number of times",
    ),
    ("token", [("pattern", "in|out")], "“in” or “out”"),
    ("anyURI", [("pattern", r"\S+")], "a link, or a pointer to an identifier, without white space"),
    ("integer", [("pattern", "[0-9]{4}")], "a whole number that is 4 digits"),
    ("token", [("pattern", r"[\i-[:]]")], r"text of the pattern “[\i-[:]]”"),
]


@pytest.mark.parametrize(("name", "params", "words"), WORDS)
def test_a_datatype_is_put_in_plain_words(name, params, words):
    assert library(XML_SCHEMA).datatype(name, params).words == words


def test_every_case_has_words_and_an_example_that_is_allowed(cases):
    context = Context({"tei": "urn:tei"})
    without = []
    for case in cases:
        params = [tuple(param) for param in case.get("params", ())]
        tested = library(XML_SCHEMA).datatype(case["type"], params)
        assert tested.words
        assert "\n" not in tested.words
        example = tested.example
        if example is None:
            without.append(case["section"])
        else:
            assert tested.allows(example, context), (case["section"], example)
    # Declared nowhere, impossibly long, with its prefix declared elsewhere, NaN only; and two
    # expressions whose characters are no likely ones.
    assert len(without) <= 10, without


def test_every_expression_of_tei_is_taken_and_has_an_example(test_data):
    schema = test_data / "schemas" / "tei_all.rng"
    if not schema.is_file():
        pytest.skip(f"{schema} is missing")
    found = {
        (data.get("type"), tuple((p.get("name"), p.text or "") for p in data.iter(f"{RNG}param")))
        for data in ElementTree.parse(schema).iter(f"{RNG}data")
    }
    assert len(found) > 20
    for name, params in found:
        tested = library(XML_SCHEMA).datatype(name, params)
        assert tested.words
        assert tested.example is not None, (name, params)
        assert tested.allows(tested.example), (name, params)
