"""What is told of expressions from their tokens, never to be wrong on the safe side."""

from __future__ import annotations

import pytest

from tei_edition.schematron.xpath import (
    FUNCTIONS,
    NodeKinds,
    alternatives,
    called_functions,
    matched_kinds,
    may_raise,
    rename_variables,
    tokens,
    variables,
)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("a/b", ["a", "/", "b"]),
        ("self::p", ["self", "::", "p"]),
        ("t:p", ["t:p"]),
        ("*:p", ["*:p"]),
        ("t:*", ["t:*"]),
        ("a-b", ["a-b"]),
        ("a - b", ["a", "-", "b"]),
        ("1-b", ["1", "-", "b"]),
        ("1.5e3 .5 2.", ["1.5e3", ".5", "2."]),
        ("'it''s' \"a\"\"b\"", ["'it''s'", '"a""b"']),
        ("a (: one (: two :) 'three :) b", ["a", "b"]),
        ("'(: no comment :)'", ["'(: no comment :)'"]),
        ("Q{urn:a b}c", ["Q{urn:a b}c"]),
        ("$x:=1", ["$", "x", ":=", "1"]),
        ("a//b|c", ["a", "//", "b", "|", "c"]),
        ("naïve/Übung", ["naïve", "/", "Übung"]),
        ("a (: no end", ["a"]),
    ],
)
def test_tokens_are_those_of_xpath(expression: str, expected: list[str]) -> None:
    assert [token.text for token in tokens(expression)] == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("doc('a')", ["doc"]),
        ("fn:doc ('a')", ["doc"]),
        ("f:doc('a')", []),
        (f"Q{{{FUNCTIONS}}}doc('a')", ["doc"]),
        ("Q{ http://www.w3.org/2005/xpath-functions }doc('a')", ["doc"]),
        ("doc#1", ["doc"]),
        ("x => doc()", ["doc"]),
        ("doc/p", []),
        ("'doc()'", []),
        ("$doc(1)", ["doc"]),
        ("doc (: x :) ('a')", ["doc"]),
    ],
)
def test_called_functions_are_found(expression: str, expected: list[str]) -> None:
    found = list(called_functions(expression, {"f": "urn:f", "fn": FUNCTIONS}))
    assert found == expected


def test_variables_are_renamed_with_their_bindings() -> None:
    expression = "for $a in $b return ($a, '$a', $ab, $ a)"
    assert variables(expression) == {"a", "b", "ab"}
    assert rename_variables(expression, {"a": "z"}) == "for $z in $b return ($z, '$a', $ab, $ z)"


_ELEMENTS = NodeKinds(True, False, False, False)
_DOCUMENT = NodeKinds(False, True, False, False)
_ATTRIBUTES = NodeKinds(False, False, True, False)
_OTHERS = NodeKinds(False, False, False, True)


@pytest.mark.parametrize(
    ("pattern", "kinds"),
    [
        ("p", _ELEMENTS),
        ("t:p[@n]/q", _ELEMENTS),
        ("*[text()]", _ELEMENTS),
        ("element(p)", _ELEMENTS),
        ("child::p", _ELEMENTS),
        ("p[a | @b]", _ELEMENTS),
        ("//p", _ELEMENTS),
        ("/p", _ELEMENTS),
        ("/", _DOCUMENT),
        ("@n", _ATTRIBUTES),
        ("p/@*", _ATTRIBUTES),
        ("attribute::n[. = 'x']", _ATTRIBUTES),
        ("p/text()", _OTHERS),
        ("comment()", _OTHERS),
        ("processing-instruction(x)", _OTHERS),
        ("p | @n", NodeKinds(True, False, True, False)),
        ("(p | q)", NodeKinds(True, True, True, True)),
        ("(p | q/@n)", NodeKinds(True, True, True, True)),
        ("(@n | p/text())[1]", NodeKinds(True, True, True, True)),
        ("(p | q)/r", _ELEMENTS),
        ("node()", NodeKinds(True, True, True, True)),
        (".[. instance of text()]", NodeKinds(True, True, True, True)),
        ("key('k', 'v')", NodeKinds(True, True, True, True)),
        ("$v", NodeKinds(True, True, True, True)),
        ("Q{urn:a}p", _ELEMENTS),
    ],
)
def test_a_context_is_looked_for_among_all_nodes_it_can_match(
    pattern: str, kinds: NodeKinds
) -> None:
    assert matched_kinds(pattern) == kinds


@pytest.mark.parametrize(
    "expression",
    [
        "p",
        "t:p[@n]",
        "p[@n = 'x']",
        "p[@n = ('x', 'y')]",
        "p[@n = @m]",
        "p[not(@a or b) and c]",
        "*[self::p | self::q]",
        "p[exists(ancestor::q)]",
    ],
)
def test_expressions_that_cannot_fail_are_not_evaluated_twice(expression: str) -> None:
    assert not may_raise(expression)


@pytest.mark.parametrize(
    "expression",
    [
        "p[xs:date(@n)]",
        "p[@n = 1]",
        "p[@n gt 'a']",
        "p[@n + 1]",
        "p[$v]",
        "p[f(.)]",
        "p[('a', 'b')]",
        "p[not(a) = 'x']",
        "p[@n = f()]",
        "p[@n = (1, 2)]",
        "p[@n = (f('x'))]",
        "p[@n cast as xs:date]",
        "key('k', 'v')",
        "p[-@n]",
        "p[a ! b]",
    ],
)
def test_expressions_that_could_fail_are_known(expression: str) -> None:
    assert may_raise(expression)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("p", ["p"]),
        ("p | q[a | b] union r", ["p", "q[a | b]", "r"]),
        ("(p | q) | f('|')", ["(p | q)", "f('|')"]),
        ("union", ["union"]),
        ("a/union union union", ["a/union", "union"]),
    ],
)
def test_alternatives_are_told_apart(pattern: str, expected: list[str]) -> None:
    assert alternatives(pattern) == expected
