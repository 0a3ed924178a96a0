"""Schemas and documents that mean harm: bounded in time and memory, with a clear message."""

from __future__ import annotations

import time
import tracemalloc

import pytest

from tei_edition.relaxng.datatypes import XML_SCHEMA, DatatypeError, library

CATASTROPHIC = [
    (r"(a+)+b", "a" * 100_000, False),
    (r"(a*)*b", "a" * 100_000, False),
    (r"(a|a)*b", "a" * 100_000, False),
    (r"(a|aa|aaa|a?)+b", "a" * 100_000, False),
    (r"((a*)*)*", "a" * 100_000, True),
    (r"(.*)(.*)(.*)(.*)(.*)x", "a" * 100_000, False),
    (r"([\p{L}\d]+\s?)*!", "word " * 20_000, False),
    (r"(a|b)*a(a|b){4000}", "ab" * 50_000, False),
    (r"(aa|bb|c){0,3000}d", "aabbc" * 20_000, False),
    (r"(a{0,100}b{0,100}){0,50}c", "ab" * 50_000, False),
    (r"(a?){5000}a{5000}", "a" * 5_000, True),
]


def pattern(source):
    return library(XML_SCHEMA).datatype("string", [("pattern", source)])


@pytest.mark.parametrize(("source", "text", "wanted"), CATASTROPHIC)
def test_no_expression_backtracks(source, text, wanted):
    began = time.process_time()
    assert pattern(source).allows(text) is wanted
    assert time.process_time() - began < 5


def test_time_is_linear_where_backtracking_would_be_exponential():
    tested = pattern(r"(a|ab|b)*c")

    def seconds(length):
        began = time.process_time()
        assert not tested.allows("ab" * length)
        return time.process_time() - began

    seconds(1000)
    short, long = min(seconds(20_000) for _ in range(3)), min(seconds(200_000) for _ in range(3))
    assert long < 40 * short


@pytest.mark.parametrize(
    "source",
    [
        "(ab){1,1000000}",
        "((a{1,99}){1,99}){1,99}",
        "a{9999999999999999999999999999999999}b",
        "(a{2}){99999999999999999999}",
        "a{" + "9" * 100_000 + "}b",
    ],
)
def test_repetitions_beyond_all_measure_are_refused(source):
    began = time.process_time()
    with pytest.raises(DatatypeError, match="too large"):
        pattern(source)
    assert time.process_time() - began < 1


def test_characters_of_one_kind_may_be_counted_without_limit():
    tested = pattern("[a-z]{1,1000000}")
    assert tested.allows("a" * 1_000_000)
    assert not tested.allows("a" * 1_000_001)
    assert not tested.allows("")


@pytest.mark.parametrize("source", ["(" * 50_000, "(" * 5_000 + ")" * 5_000, "[a-" * 5_000])
def test_groups_without_end_are_refused(source):
    with pytest.raises(DatatypeError, match="within each other"):
        pattern(source)


def test_ninety_groups_within_each_other_are_taken():
    assert pattern("(" * 90 + "a" + ")*" * 90).allows("aaa")


def test_ten_thousand_alternatives_are_taken():
    tested = pattern("|".join(f"w{number}" for number in range(4000)))
    assert tested.allows("w3999")
    assert not tested.allows("w4000")


def test_memory_is_bounded_however_many_characters_and_states_there_are():
    tested = pattern(r"(a|b)*a(a|b){12}|(\p{L}|.)\p{Lo}*|\p{Lo}{2}").checker()
    every = "".join(map(chr, range(0x3400, 0xD7A0)))
    states = [format(number, "016b").replace("0", "a").replace("1", "b") for number in range(9000)]
    tracemalloc.start()
    try:
        for text in [every, *states]:
            tested(text)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 30_000_000


@pytest.mark.parametrize(
    ("name", "params", "text", "wanted"),
    [
        ("decimal", [("minInclusive", "1")], "9" * 1_000_000, True),
        ("integer", [("maxInclusive", "9" * 10_000)], "9" * 10_001, False),
        ("long", [], "9" * 1_000_000, False),
        ("double", [], "9" * 1_000_000, True),
        ("gYear", [], "9" * 1_000_000, False),
        ("duration", [], f"P{'9' * 1_000_000}Y", True),
        ("duration", [("minInclusive", "P1Y")], f"P{'9' * 1_000_000}Y", False),
        ("duration", [("minInclusive", "P1Y")], f"P{'9' * 4_000}Y", True),
        ("string", [("maxLength", "9" * 100_000)], "a", True),
        ("decimal", [("totalDigits", "9" * 100_000)], "1", True),
        ("anyURI", [], "a" * 1_000_000 + "%", False),
        ("anyURI", [], "http://" + "[" * 100_000, False),
        ("anyURI", [], "//[" + "1:" * 100_000 + "]", False),
        ("anyURI", [], "//[::1]:" + "9" * 100_000, False),
        ("language", [], "a-" * 100_000, False),
        ("base64Binary", [], "AAAA" * 250_000 + "=", False),
        ("base64Binary", [], "A " * 500_000 + "=", False),
        ("hexBinary", [], "0" * 1_000_001, False),
        ("NMTOKENS", [], "a " * 300_000 + "/", False),
        ("token", [("length", "3")], " " * 1_000_000 + "abc", True),
    ],
)
def test_enormous_texts_take_no_enormous_time(name, params, text, wanted):
    tested = library(XML_SCHEMA).datatype(name, params)
    began = time.process_time()
    assert tested.allows(text) is wanted
    assert (tested.key(text) is not None) is wanted
    assert tested.checker()(text) is wanted
    assert tested.words
    assert time.process_time() - began < 5
