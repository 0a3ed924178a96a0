"""Every datatype and facet of XML Schema Part 2, by its sections."""

from __future__ import annotations

import pytest

from tei_edition.relaxng.datatypes import XML_SCHEMA, Context, DatatypeError, library

CONTEXT = Context(
    {"a": "urn:a", "b": "urn:a", "c": "urn:c"}, unparsed_entities=frozenset({"picture", "map"})
)


def datatype(case):
    params = [tuple(param) for param in case.get("params", ())]
    return library(XML_SCHEMA).datatype(case["type"], params)


def test_a_text_is_allowed_exactly_where_the_section_says_so(cases):
    for case in cases:
        tested = datatype(case)
        for text in case.get("valid", ()):
            assert tested.allows(text, CONTEXT), (case["section"], text)
        for text in case.get("invalid", ()):
            assert not tested.allows(text, CONTEXT), (case["section"], text)


def test_the_quick_checker_agrees_with_allows(cases):
    for case in cases:
        tested = datatype(case)
        if tested.needs_context:
            continue
        check = tested.checker()
        for text in [*case.get("valid", ()), *case.get("invalid", ())]:
            for padded in (text, f" {text}", f"{text}\n", f"\t{text} "):
                verdict = check(padded)
                assert isinstance(verdict, bool)
                assert verdict == tested.allows(padded), (case["section"], padded)


def test_a_key_is_given_exactly_for_allowed_texts(cases):
    for case in cases:
        tested = datatype(case)
        for text in [*case.get("valid", ()), *case.get("invalid", ())]:
            key = tested.key(text, CONTEXT)
            assert (key is not None) == tested.allows(text, CONTEXT), (case["section"], text)
            hash(key)


def test_keys_are_equal_exactly_for_the_same_value(cases):
    for case in cases:
        tested = datatype(case)
        for one, other in case.get("same", ()):
            assert tested.key(one, CONTEXT) == tested.key(other, CONTEXT), (case["section"], one)
        for one, other in case.get("different", ()):
            keys = tested.key(one, CONTEXT), tested.key(other, CONTEXT)
            assert keys[0] != keys[1], (case["section"], one, other)


def test_every_datatype_has_a_case(cases):
    from tei_edition.relaxng.datatypes.xsd.library import PRIMITIVES

    assert {case["type"] for case in cases} == set(PRIMITIVES)
    assert len(PRIMITIVES) == 44


def test_a_wrong_type_or_parameter_is_refused_in_plain_words(read):
    for case in read("parameters")["wrong"]:
        with pytest.raises(DatatypeError) as caught:
            datatype(case)
        error = caught.value
        for words in case["says"]:
            assert words in f"{error.message} {error.hint}", case
        assert error.param == (case.get("at", 0) if "params" in case else None), case


def test_an_illegal_expression_is_refused_with_its_place(read):
    for pattern in read("patterns")["illegal"]["patterns"]:
        with pytest.raises(DatatypeError, match="not a regular expression") as caught:
            library(XML_SCHEMA).datatype("string", [("pattern", pattern)])
        assert "(character " in caught.value.message


def test_names_need_their_context():
    qname = library(XML_SCHEMA).datatype("QName")
    assert qname.needs_context
    assert not qname.allows("a:x")
    assert qname.allows("x")
    assert qname.key("x", {"": "urn:d"}) == qname.key("d:x", {"d": "urn:d"})
    entity = library(XML_SCHEMA).datatype("ENTITY")
    assert entity.needs_context
    assert not entity.allows("picture", {"a": "urn:a"})
    assert not library(XML_SCHEMA).datatype("NCName").needs_context


def test_id_types_are_those_of_dtd_compatibility():
    for name in ("ID", "IDREF", "IDREFS"):
        assert library(XML_SCHEMA).datatype(name).id_type == name
    assert library(XML_SCHEMA).datatype("NCName").id_type is None
