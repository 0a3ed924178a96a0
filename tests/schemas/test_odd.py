# SPDX-License-Identifier: MIT
"""documentary.odd states what documentary.rng and documentary.sch enforce, no more and no less.

What TEI itself says is taken from tei_all.rng, whose definitions bear the names of TEI's attribute
classes. The ODD's changes are applied to it, and what results is compared with the grammar.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree

from tei_edition import resources
from tests.schemas.pattern_language import (
    EMPTY,
    NOT_ALLOWED,
    RNG,
    TEXT_PATTERN,
    Grammar,
    Pattern,
    choice,
    counterexample,
    group,
    one_or_more,
    optional,
    value_included,
)

TEI = "{http://www.tei-c.org/ns/1.0}"
SCHEMATRON = "{http://purl.oclc.org/dsdl/schematron}"
ANNOTATION = "{http://relaxng.org/ns/compatibility/annotations/1.0}documentation"

# Classes that belong to modules which the ODD does not select (verse, spoken), or whose only
# attribute does (cmc): without their module, their attributes are not there.
NOT_SELECTED = {"att.metrical", "att.enjamb", "att.timed", "att.cmc"}
SPELT_OUT = {name: f"xml:{name[3:]}" for name in ("xmlid", "xmllang", "xmlbase", "xmlspace")}

Attributes = dict[str, tuple[bool, Pattern]]


@pytest.fixture(scope="module")
def odd() -> etree._Element:
    return etree.parse(resources.schema("documentary.odd")).getroot()


@pytest.fixture(scope="module")
def ours() -> Grammar:
    return Grammar(resources.schema("documentary.rng"))


@pytest.fixture(scope="module")
def tei_path(test_data: Path) -> Path:
    return test_data / "schemas" / "tei_all.rng"


@pytest.fixture(scope="module")
def tei(tei_path: Path) -> Grammar:
    return Grammar(tei_path)


def _attributes(grammar: Grammar, name: str) -> Attributes:
    """All attributes of an element; which of them exclude each other is left aside."""
    alternatives = grammar.element(name).attributes
    return {attribute: one for part in alternatives for attribute, one in part.items()}


def _specs(odd: etree._Element, kind: str) -> dict[str, etree._Element]:
    found = list(odd.iter(f"{TEI}{kind}"))
    specs = {str(one.get("ident")): one for one in found}
    assert len(specs) == len(found), f"a {kind} stands twice"
    return specs


class Stated:
    """What the ODD states, in the terms of patterns."""

    def __init__(self, odd: etree._Element) -> None:
        self.elements = _specs(odd, "elementSpec")
        self.classes = _specs(odd, "classSpec")
        self._macros = _specs(odd, "macroSpec")
        self._datatypes = _specs(odd, "dataSpec")

    def content(self, spec: etree._Element) -> Pattern:
        """The pattern that a <content> in Pure ODD stands for."""
        (content,) = spec.findall(f"{TEI}content")
        return group([self._particle(child) for child in content])

    def _particle(self, node: etree._Element) -> Pattern:
        kind, key = etree.QName(node).localname, node.get("key", "")
        if kind == "elementRef":
            part = Pattern.make("element", key)
        elif kind == "macroRef":
            part = self.content(self._macros[key])
        elif kind == "dataRef" and key:
            part = self.content(self._datatypes[key])
        elif kind == "dataRef":
            facets = tuple((one.get("name"), one.get("value")) for one in node)
            part = Pattern.make("data", (node.get("name"), facets))
        elif kind in {"sequence", "alternate"}:
            parts = [self._particle(child) for child in node]
            part = group(parts) if kind == "sequence" else choice(parts)
        else:
            part = {"textNode": TEXT_PATTERN, "empty": EMPTY}[kind]
        if node.get("maxOccurs") == "unbounded":
            part = one_or_more(part)
        return optional(part) if node.get("minOccurs") == "0" else part

    def apply(self, spec: etree._Element | None, attributes: Attributes) -> None:
        """Change the attributes as the spec's <attList> says."""
        for definition in spec.iter(f"{TEI}attDef") if spec is not None else ():
            name = str(definition.get("ident"))
            assert name in attributes, f"{name} is not there to be changed"
            required, value = attributes[name]
            if definition.get("mode") == "delete":
                del attributes[name]
            else:
                required = required or definition.get("usage") == "req"
                attributes[name] = (required, self._value(definition) or value)

    def _value(self, definition: etree._Element) -> Pattern | None:
        values = definition.find(f"{TEI}valList")
        datatype = definition.find(f"{TEI}datatype")
        if values is not None:
            assert values.get("type") == "closed"
            part = choice([Pattern.make("value", one.get("ident")) for one in values])
        elif datatype is not None:
            part = self._particle(datatype[0])
        else:
            return None
        if datatype is None or datatype.get("maxOccurs") is None:
            return part
        many = one_or_more(part)
        many = optional(many) if datatype.get("minOccurs") == "0" else many
        return Pattern.make("list", None, (many,))


@pytest.fixture(scope="module")
def stated(odd: etree._Element) -> Stated:
    return Stated(odd)


@pytest.fixture(scope="module")
def classes(tei_path: Path) -> dict[str, dict[str, str]]:
    """Element → attribute → the TEI class it comes from, or "" where it is the element's own."""
    defines = {str(one.get("name")): one for one in etree.parse(tei_path).iter(f"{RNG}define")}

    def collect(node: etree._Element, found: dict[str, str]) -> dict[str, str]:
        for child in node:
            name = child.get("name", "") if isinstance(child.tag, str) else ""
            if child.tag == f"{RNG}attribute":
                found[name] = ""
            elif match := re.fullmatch(r"(att\..+)\.attribute\.(.+)", name):
                found[SPELT_OUT.get(match[2], match[2])] = match[1]
            elif name.startswith("att."):
                collect(defines[name], found)
            elif isinstance(child.tag, str) and child.tag != f"{RNG}ref":
                collect(child, found)
        return found

    return {name: collect(define, {}) for name, define in defines.items()}


def test_it_is_a_valid_tei_document(tei_path: Path) -> None:
    jing = shutil.which("jing")
    if not jing:
        pytest.skip("jing is not installed: apt-get install jing")
    command = [jing, tei_path, resources.schema("documentary.odd")]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (0, "")


def test_it_pins_the_version_of_tei_and_the_root(odd: etree._Element) -> None:
    (schema,) = odd.iter(f"{TEI}schemaSpec")
    assert (schema.get("source"), schema.get("start")) == ("tei:4.12.0", "TEI")
    groups = {
        f"#{one.get('{http://www.w3.org/XML/1998/namespace}id')}"
        for one in odd.iter(f"{TEI}specGrp")
    }
    assert {one.get("target") for one in schema.iter(f"{TEI}specGrpRef")} == groups


def test_it_includes_exactly_the_elements_of_the_grammar(
    odd: etree._Element, stated: Stated, ours: Grammar
) -> None:
    modules = {
        str(one.get("key")): one.get("include", "").split() for one in odd.iter(f"{TEI}moduleRef")
    }
    included = [name for names in modules.values() for name in names]
    assert sorted(included) == sorted(ours.reachable())
    assert set(stated.elements) == ours.reachable()
    for name, spec in stated.elements.items():
        assert name in modules[str(spec.get("module"))]


def test_it_states_the_same_attributes(
    stated: Stated, ours: Grammar, tei: Grammar, classes: dict[str, dict[str, str]]
) -> None:
    used: set[str] = set()
    for name in sorted(ours.reachable()):
        expected = _attributes(tei, name)
        for attribute in list(expected):
            origin = classes[name][attribute]
            if origin in NOT_SELECTED:
                del expected[attribute]
            elif origin in stated.classes:
                used.add(origin)
                _one(stated, stated.classes[origin], attribute, expected)
        stated.apply(stated.elements[name], expected)
        actual = _attributes(ours, name)
        assert set(actual) == set(expected), name
        for attribute, (required, value) in expected.items():
            assert actual[attribute][0] == required, f"{name}/@{attribute}"
            assert value_included(value, actual[attribute][1]), f"{name}/@{attribute}"
            assert value_included(actual[attribute][1], value), f"{name}/@{attribute}"
    assert used == set(stated.classes)


def _one(stated: Stated, spec: etree._Element, attribute: str, attributes: Attributes) -> None:
    """Apply what a class says of one attribute."""
    alone = etree.Element("spec")
    alone.extend(
        etree.fromstring(etree.tostring(one))
        for one in spec.iter(f"{TEI}attDef")
        if one.get("ident") == attribute
    )
    stated.apply(alone, attributes)


def test_it_states_the_same_contents(stated: Stated, ours: Grammar, tei: Grammar) -> None:
    elements = ours.reachable()
    for name in sorted(elements):
        spec = stated.elements[name]
        if spec.find(f"{TEI}content") is not None:
            expected = stated.content(spec)
        else:
            expected = _restricted(tei.element(name).content, elements)
        actual = ours.element(name).content
        if actual.kind in {"data", "value"}:
            assert value_included(expected, actual), name
        else:
            assert counterexample(expected, actual) is None, name
            assert counterexample(actual, expected) is None, name


def _restricted(pattern: Pattern, elements: set[str]) -> Pattern:
    """The pattern without the elements that the customisation does not include."""
    if pattern.kind == "element":
        return pattern if pattern.label in elements else NOT_ALLOWED
    parts = [_restricted(child, elements) for child in pattern.children]
    match pattern.kind:
        case "choice":
            return choice(parts)
        case "group":
            return group(parts)
        case "oneOrMore":
            return one_or_more(parts[0])
    return pattern


def test_the_glosses_of_values_are_those_of_the_grammar(odd: etree._Element) -> None:
    glosses: set[tuple[str, str]] = set()
    for path in (resources.schema("documentary.rng").parent / "documentary").glob("*.rng"):
        for value in etree.parse(path).iter(f"{RNG}value"):
            gloss = value.getnext()
            assert gloss is not None
            glosses.add((value.text or "", " ".join((gloss.text or "").split())))
    stated = {
        (str(one.get("ident")), one.findtext(f"{TEI}desc") or "")
        for one in odd.iter(f"{TEI}valItem")
    }
    assert stated <= glosses
    # What is stated by TEI itself, in the same closed list, is not stated again.
    assert {value for value, _ in glosses - stated} <= {"Y", "N", "I", "M", "F"} | {
        *("a", "m", "j", "s", "u", "none", "some", "all", "hard", "silent", "markup"),
        *("free", "restricted", "unknown", "high", "medium", "low", "horizontal", "vertical"),
        *("name", "start", "end", "location", "value", "yes", "abb", "init"),
    }


def test_it_states_the_same_rules(odd: etree._Element) -> None:
    rules = etree.parse(resources.schema("documentary.sch"))
    expected = {
        str(pattern.get("id")): [
            str(one.get("id")) for one in pattern.iter(f"{SCHEMATRON}assert", f"{SCHEMATRON}report")
        ]
        for pattern in rules.iter(f"{SCHEMATRON}pattern")
    }
    stated = {}
    for name, spec in _specs(odd, "constraintSpec").items():
        stated[name] = [value.text for value in spec.iter(f"{TEI}val")]
        (include,) = spec.iter(f"{SCHEMATRON}include")
        assert include.get("href") == f"documentary.sch#{name}"
    assert stated == expected
