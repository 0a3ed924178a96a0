# SPDX-License-Identifier: MIT
"""The examples of the editor's guide are valid, and the guide covers what the edition uses."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
GUIDE = REPOSITORY / "docs" / "encoding.md"
CONTEXTS = tomllib.loads((HERE / "encoding_guide_contexts.toml").read_text(encoding="utf-8"))

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
FENCE = re.compile(r"(?:^<!-- context: (\S+) -->\n)?^```xml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Example(NamedTuple):
    """One example of the guide."""

    line: int
    """Line of the guide where its fence opens."""
    context: str
    """What it stands in, as the comment before it says; empty without one."""
    markup: str
    """The example itself."""


def examples() -> list[Example]:
    """All examples of the guide, in order."""
    text = GUIDE.read_text(encoding="utf-8")
    return [
        Example(text.count("\n", 0, match.end(1) if match[1] else match.start()) + 1,
                match[1] or "", match[2])
        for match in FENCE.finditer(text)
    ]  # fmt: skip


def in_context(example: Example) -> etree._ElementTree:
    """The example as a whole document, with what it includes from the edition."""
    if example.context == "document":
        text = CONTEXTS["document"] % example.markup
    elif example.context.startswith("list") and example.context != "listPrefixDef":
        content = f"<{example.context}>{example.markup}</{example.context}>"
        text = CONTEXTS["authority"] % content
    elif example.context in CONTEXTS["inside_body"]:
        content = CONTEXTS["inside_body"][example.context] % example.markup
        text = replaced(CONTEXTS["whole"], "body", content)
    elif example.context == "header":
        text = CONTEXTS["whole"].replace("<header/>", example.markup)
    else:
        text = replaced(CONTEXTS["whole"], example.context, example.markup)
    # As if it stood beside the documents of the edition, so that an inclusion finds its file.
    base = REPOSITORY / "corpus" / "documents" / "example.xml"
    root = etree.fromstring(text.replace("<header/>", "").strip(), base_url=base.as_uri())
    tree = root.getroottree()
    tree.xinclude()
    for element in tree.iter(etree.Element):
        element.attrib.pop(XML_BASE, None)
    return tree


def replaced(whole: str, element: str, content: str) -> str:
    """The whole document with new content for its only element of that name."""
    pattern = re.compile(rf"(<{element}>).*?(</{element}>)", re.DOTALL)
    assert len(pattern.findall(whole)) == 1, f"no context “{element}”"
    return pattern.sub(lambda match: match[1] + content + match[2], whole)


each_example = pytest.mark.parametrize(
    "example", examples(), ids=lambda example: f"line {example.line}: {example.context}"
)


def test_every_example_names_its_context() -> None:
    fences = len(re.findall(r"^```xml$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE))
    found = examples()
    assert len(found) == fences > 30
    assert [example.line for example in found if not example.context] == []


@each_example
def test_every_example_is_valid_against_the_documentary_schema(
    example: Example, grammar_errors: Callable[[Path, etree._ElementTree], list[str]]
) -> None:
    schema = REPOSITORY / "schemas" / "documentary.rng"
    assert grammar_errors(schema, in_context(example)) == []


@each_example
def test_every_example_is_valid_against_the_whole_of_tei(
    example: Example,
    test_data: Path,
    grammar_errors: Callable[[Path, etree._ElementTree], list[str]],
) -> None:
    schema = test_data / "schemas" / "tei_all.rng"
    assert grammar_errors(schema, in_context(example)) == []


@pytest.mark.parametrize(
    "path", sorted((REPOSITORY / "corpus").glob("*/*.xml")), ids=lambda p: p.name
)
def test_the_guide_shows_every_element_that_the_edition_uses(path: Path) -> None:
    shown = {
        element.tag for example in examples() for element in in_context(example).iter(etree.Element)
    }
    used = {element.tag for element in etree.parse(path).iter(f"{TEI}*")}
    # Paragraphs of the header and the plain frame need no example.
    frame = {f"{TEI}{name}" for name in ("projectDesc", "abstract", "creation", "att")}
    assert used - shown - frame == set()


def test_every_link_within_the_guide_leads_to_a_heading() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    headings = {
        re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    }
    links = set(re.findall(r"\]\(#([^)]+)\)", text))
    assert links - headings == set()


def test_the_findings_that_the_guide_and_the_edition_acknowledge_exist() -> None:
    rules = etree.parse(REPOSITORY / "schemas" / "documentary.sch")
    known = set(rules.xpath("//*[local-name() = 'assert' or local-name() = 'report']/@id"))
    sources = [GUIDE, *sorted((REPOSITORY / "corpus" / "documents").glob("*.xml"))]
    for path in sources:
        named = set(re.findall(r"\"finding:([a-z-]+)\"", path.read_text(encoding="utf-8")))
        assert named <= known, path.name
