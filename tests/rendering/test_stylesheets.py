# SPDX-License-Identifier: MIT
"""The stylesheets and the style sheet themselves: typed, small, legible."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from tei_edition import resources
from tei_edition.rendering.site.run import SHARED_FILES

XSL = "{http://www.w3.org/1999/XSL/Transform}"
FOLDER = resources.stylesheet("html.xsl").parent
STYLESHEETS = sorted(FOLDER.rglob("*.xsl"))


@pytest.mark.parametrize("path", STYLESHEETS, ids=lambda path: str(path.relative_to(FOLDER)))
def test_every_template_function_parameter_and_variable_is_typed(path: object) -> None:
    for element in etree.parse(str(path)).iter(
        f"{XSL}template", f"{XSL}function", f"{XSL}variable", f"{XSL}param"
    ):
        assert element.get("as"), f"{path}:{element.sourceline}"


def _trees() -> list[etree._Element]:
    return [etree.parse(str(path)).getroot() for path in STYLESHEETS]


def _named(trees: list[etree._Element], kind: str) -> set[str]:
    """The names under which declarations of a kind stand on their own."""
    found = (tree.iterchildren(XSL + kind) for tree in trees)
    return {name for elements in found for each in elements if (name := each.get("name"))}


def test_nothing_is_declared_that_is_not_used() -> None:
    trees = _trees()
    every = [each for tree in trees for each in tree.iter(f"{XSL}*")]
    expressions = "\n".join(
        value
        for tree in trees
        for each in tree.iter("*")
        for value in (*each.values(), each.text or "", *(child.tail or "" for child in each))
    )
    called = set(re.findall(r"[\w-]+:[\w-]+(?=\s*[(#])", expressions))
    assert _named(trees, "function") - called == set()
    variables = _named(trees, "variable") | _named(trees, "param")
    assert variables - set(re.findall(r"(?<=\$)[\w-]+", expressions)) == set()
    keys = set(re.findall(r"key\(\s*'([\w-]+)'", expressions))
    assert _named(trees, "key") - keys == set()
    calls = {each.get("name") for each in every if each.tag == f"{XSL}call-template"}
    assert _named(trees, "template") - calls == set()
    modes = {each.get("mode") for each in every if each.tag == f"{XSL}apply-templates"}
    templates = (each.get("mode", "").split() for each in every if each.tag == f"{XSL}template")
    written = {mode for names in templates for mode in names}
    assert _named(trees, "mode") - (modes & written) == set()


@pytest.mark.parametrize("path", STYLESHEETS, ids=lambda path: str(path.relative_to(FOLDER)))
def test_no_namespace_is_declared_that_is_not_used(path: Path) -> None:
    root = etree.parse(str(path)).getroot()
    names = [str(name) for each in root.iter("*") for name in (each.tag, *each.keys())]
    written = {etree.QName(name).namespace for name in names}
    content = " ".join(
        value
        for each in root.iter("*")
        for value in (*each.values(), each.text or "", *(child.tail or "" for child in each))
    )
    for prefix, namespace in root.nsmap.items():
        assert namespace in written or re.search(rf"(?<![\w.-]){prefix}:", content), prefix


def test_no_parameter_is_declared_that_nobody_gives_and_none_given_that_is_not_declared() -> None:
    declared: set[str | None] = set()
    given: set[str | None] = set()
    for tree in _trees():
        for template in tree.iter(f"{XSL}template"):
            declared |= {each.get("name") for each in template.iterchildren(f"{XSL}param")}
        for each in tree.iter(f"{XSL}with-param"):
            parent = each.getparent()
            if parent is not None and parent.tag != f"{XSL}next-iteration":
                given.add(each.get("name"))
    assert declared == given


def test_no_variable_is_set_that_is_not_read() -> None:
    for tree in _trees():
        for variable in tree.iter(f"{XSL}variable"):
            parent = variable.getparent()
            if parent is tree or parent is None:
                continue
            around = etree.tostring(parent, encoding="unicode")
            name = re.escape(variable.get("name", ""))
            assert re.search(rf"\${name}(?![\w-])", around), variable.get("name")


def _modules(name: str) -> set[str]:
    return set(re.findall(r'href="([^"]+)"', (FOLDER / name).read_text(encoding="utf-8")))


def test_the_book_is_made_of_the_page() -> None:
    included = _modules("epub.xsl")
    own = {f"epub/{path.name}" for path in STYLESHEETS if path.parent.name == "epub"}
    assert included == own | {"html.xsl"}


@pytest.mark.parametrize("path", STYLESHEETS, ids=lambda path: str(path.relative_to(FOLDER)))
def test_no_pattern_of_many_names_has_a_priority_of_its_own(path: object) -> None:
    """Saxon would try it, name by name, at every element, instead of looking a name up."""
    for template in etree.parse(str(path)).iter(f"{XSL}template"):
        pattern = template.get("match") or template.get("_match") or ""
        if template.get("mode") in {"html", "plain"}:
            assert not (" | " in pattern and template.get("priority")), pattern
            assert not pattern.strip().startswith("("), pattern


@pytest.mark.parametrize("name", ["html.xsl", "text.xsl"])
def test_every_module_stands_in_the_table_of_contents(name: str) -> None:
    included = _modules(name)
    if name == "html.xsl":
        included |= {f"html/{module}" for module in _modules("html/text.xsl")}
    expected = {
        str(path.relative_to(FOLDER))
        for path in STYLESHEETS
        if path.parent.name in {"shared", name.removesuffix(".xsl")}
    }
    assert included == expected


def _luminance(colour: str) -> float:
    full = colour if len(colour) == 6 else "".join(c * 2 for c in colour)
    parts = [int(full[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_words_stand_out_from_the_paper_in_every_scheme() -> None:
    css = resources.stylesheet("html/edition.css").read_text(encoding="utf-8")
    schemes = [
        dict(re.findall(r"--([a-z]+): #([0-9a-f]{6}|[0-9a-f]{3});", block))
        for block in re.findall(r":root \{([^}]*--paper[^}]*)\}", css)
    ]
    assert len(schemes) == 3, "light, dark, print"
    for scheme in schemes:
        for words in ("ink", "quiet", "link"):
            for ground in ("paper", "wash"):
                assert _contrast(scheme[words], scheme[ground]) >= 4.5, (words, ground)


def test_the_page_comes_without_baggage() -> None:
    script, style = (
        b"".join(resources.stylesheet(f"html/{part}").read_bytes() for part in SHARED_FILES[name])
        for name in ("edition.js", "edition.css")
    )
    assert len(script) < 15_000
    assert not re.search(rb"//\w+\.\w", script), "no address"
    assert b"url(" not in style
    assert b"@import" not in style
