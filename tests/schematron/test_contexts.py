"""Which rules meet which nodes, held against the definition, taken literally.

The definition: in a pattern, a node meets the first rule whose context matches it, once; in a group
every rule whose context matches. A node matches a context where the context, evaluated at some node
of the document, selects it (XSLT 3.0 §5.5.3). The oracle does just that, by XPath expressions
instead of patterns, one node after the other.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tei_edition.saxon import parse, processor
from tei_edition.schematron import RuleSet


class _Pattern(NamedTuple):
    contexts: tuple[str, ...]
    is_group: bool = False


def _engine(patterns: list[_Pattern], document: str, folder: Path) -> list[tuple[str, str]]:
    """Each meeting of a node and a rule: path of the node, number of pattern and rule."""
    written = []
    for number, (contexts, is_group) in enumerate(patterns):
        name = "group" if is_group else "pattern"
        rules = "".join(
            f'<rule context={quoteattr(context)}><report id="r{number}.{place}" test="1"/></rule>'
            for place, context in enumerate(contexts)
        )
        written.append(f"<{name}>{rules}</{name}>")
    path = folder / "rules.sch"
    path.write_text(
        '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3">'
        f"{''.join(written)}</schema>",
        encoding="utf-8",
    )
    rules = RuleSet.load(path)
    assert rules.faults() == ()
    return [(violation.path, violation.id) for violation in rules.run(document)]


def _oracle(patterns: list[_Pattern], document: str) -> list[tuple[str, str]]:
    xpath = processor(locked=False).new_xpath_processor()
    xpath.set_context(xdm_item=parse(document))

    def paths(expression: str) -> list[str]:
        found = xpath.evaluate(f"({expression}) ! path(.)")
        return [] if found is None else [item.get_string_value() for item in found]

    everywhere = "/descendant-or-self::node() | //@*"
    matched = {
        context: set(paths(f"({everywhere})/({context})"))
        for pattern in patterns
        for context in pattern.contexts
    }
    meetings = []
    for path in paths(everywhere):
        for number, pattern in enumerate(patterns):
            for place, context in enumerate(pattern.contexts):
                if path in matched[context]:
                    meetings.append((path, f"r{number}.{place}"))
                    if not pattern.is_group:
                        break
    return meetings


_DOCUMENT = (
    '<a n="1"><!--c--><?p q?><b n="2">x<c/><b m="3"/></b><c><b><d n="1">y</d></b>'
    "<a>z<!--f--></a></c><d/></a>"
)


@pytest.mark.parametrize(
    "context",
    [
        "a | b",
        "a | /a | *",
        "(b | c)[@n]",
        "(a | /)",
        "(a | /)[a]",
        "(b | c/@n)",
        "(b/@n | a/text())",
        "(a | b/@n | text())[. != '']",
        "a/(b | c)",
        "a/(b | @n | comment())",
        "(a/b | c)//b",
        "(b | c)/(b | @m)",
        "(b | (c | d))[*]",
        "@n | text() | comment() | processing-instruction()",
        "node() except b",
        "* except (b | c)",
        "* intersect (b | @n)",
        "(node() | @*) except *",
        "a | b except b",
        "(*[@n] | b | *[text()])[not(d)]",
        ".[self::b or self::text()]",
        ".",
        "/",
        "/a | /",
        "//b",
        "/a/b/c | /descendant::d",
        "descendant::b | self::c",
    ],
)
def test_every_form_of_context_meets_its_nodes_exactly_once(context: str, tmp_path: Path) -> None:
    # On both sides of rules for the document and for its element, which are those at risk.
    patterns = [
        _Pattern(("/a",)),
        _Pattern((context, "*", "@*")),
        _Pattern(("/", "node()")),
        _Pattern(("*", context), is_group=True),
    ]
    found = _engine(patterns, _DOCUMENT, tmp_path)
    assert found == _oracle(patterns, _DOCUMENT)
    assert len(set(found)) == len(found)


_names = st.sampled_from("abc")
_steps = st.one_of(
    _names,
    st.sampled_from(["*", "@n", "@*", "text()", "comment()", "node()", "self::b", "descendant::c"]),
)
_conditions = st.sampled_from(
    ["@n", "b", "text()", "not(*)", "parent::a", ". != 'x'", "self::b or self::c"]
)


def _joined(inner: st.SearchStrategy[str], *operators: str) -> st.SearchStrategy[str]:
    return st.one_of(*(st.tuples(inner, inner).map(word.join) for word in operators))


_later_steps = st.one_of(_steps, _joined(_steps, " | ", " union ").map("({})".format))


def _combined(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        _joined(inner, " | ", " union ", " except ", " intersect ").map("({})".format),
        st.tuples(inner, _conditions).map(lambda parts: f"{parts[0]}[{parts[1]}]"),
        st.tuples(inner, st.sampled_from(["/", "//"]), _later_steps).map("".join),
    )


_relative = st.recursive(_steps, _combined, max_leaves=5)
_contexts = st.one_of(
    _relative,
    st.tuples(st.sampled_from(["/", "//"]), _later_steps).map("".join),
    _joined(_relative, " | ", " union ", " except ", " intersect "),
    st.tuples(st.sampled_from(["/", "/a"]), _relative).map(" | ".join),
    st.tuples(st.just("."), _conditions).map(lambda parts: f"{parts[0]}[{parts[1]}]"),
)
_patterns = st.builds(
    _Pattern,
    st.lists(_contexts, min_size=1, max_size=3).map(tuple),
    st.sampled_from([False, False, False, True]),
)


def _element(parts: tuple[str, str, list[str]]) -> str:
    name, attributes, children = parts
    return f"<{name}{attributes}>{''.join(children)}</{name}>"


_attributes = st.sampled_from(["", "", ' n="1"', ' n="x" m="2"'])
_content = st.recursive(
    st.sampled_from(["<a/>", "x", "<!--c-->", '<b n="1"/>', "<?p q?>"]),
    lambda inner: st.tuples(_names, _attributes, st.lists(inner, max_size=3)).map(_element),
    max_leaves=8,
)
_documents = st.tuples(_names, _attributes, st.lists(_content, max_size=4)).map(_element)


@given(patterns=st.lists(_patterns, min_size=1, max_size=4), document=_documents)
@settings(max_examples=200, deadline=None, derandomize=True)
def test_random_rules_meet_the_nodes_that_they_should(
    patterns: list[_Pattern], document: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.getbasetemp()
    assert _engine(patterns, document, folder) == _oracle(patterns, document)
