# SPDX-License-Identifier: MIT
"""documentary.rng: what it accepts, TEI accepts; it is tight where that helps, and documented."""

from __future__ import annotations

import shutil
import subprocess
import tomllib
from pathlib import Path
from random import Random
from typing import Any

import pytest
from lxml import etree

from tei_edition import resources
from tests.schemas.pattern_language import RNG, Grammar, counterexample, value_included
from tests.schemas.random_documents import Writer

HERE = Path(__file__).parent
ANNOTATION = "{http://relaxng.org/ns/compatibility/annotations/1.0}documentation"
DOCUMENT = (HERE / "rules" / "cable.xml").read_text("utf-8")


@pytest.fixture(scope="module")
def ours() -> Grammar:
    return Grammar(resources.schema("documentary.rng"))


@pytest.fixture(scope="module")
def tei(test_data: Path) -> Grammar:
    return Grammar(test_data / "schemas" / "tei_all.rng")


@pytest.fixture(scope="module")
def compiled() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(resources.schema("documentary.rng")))


@pytest.fixture(scope="session")
def jing() -> str:
    found = shutil.which("jing")
    if not found:
        pytest.skip("jing is not installed: apt-get install jing")
    return found


def _faults(ours: Grammar, theirs: Grammar) -> list[str]:
    """Everything that keeps the first grammar from being a subset of the second."""
    found = [f"root <{name}>" for name in sorted(ours.start() - theirs.start())]
    for name in sorted(ours.reachable()):
        mine, other = ours.element(name), theirs.element(name)
        if mine.content.kind in {"data", "value"}:
            if not value_included(mine.content, other.content):
                found.append(f"<{name}>: its value")
        elif (path := counterexample(mine.content, other.content)) is not None:
            found.append(f"<{name}>: {' '.join(path)}")
        for attributes in mine.attributes:
            wrong = [_unlike(attributes, one) for one in other.attributes]
            if all(wrong):
                found.append(f"<{name}>: {min(wrong, key=len)}")
    return found


def _unlike(mine: dict[str, Any], other: dict[str, Any]) -> list[str]:
    required = {name for name, (needed, _) in mine.items() if needed}
    return [
        *(f"@{name} is not allowed" for name in mine if name not in other),
        *(f"@{n} is required" for n, (needed, _) in other.items() if needed and n not in required),
        *(
            f"@{name} has other values"
            for name, (_, value) in mine.items()
            if name in other and not value_included(value, other[name][1])
        ),
    ]


def test_whatever_it_accepts_tei_accepts(ours: Grammar, tei: Grammar) -> None:
    assert _faults(ours, tei) == []


@pytest.mark.parametrize(
    ("ours", "theirs", "fault"),
    [
        ("<empty/>", "<ref name='b'/>", "<a>: (end)"),
        ("<ref name='b'/>", "<empty/>", "<a>: b"),
        ("<text/>", "<ref name='b'/>", "<a>: (end)"),
        ("<oneOrMore><ref name='b'/></oneOrMore>", "<ref name='b'/>", "<a>: b b"),
        ("<attribute name='x'/>", "<empty/>", "<a>: ['@x is not allowed']"),
        ("<empty/>", "<attribute name='x'/>", "<a>: ['@x is required']"),
        (
            "<attribute name='x'><choice><value>u</value><value>v</value></choice></attribute>",
            "<attribute name='x'><value>u</value></attribute>",
            "<a>: ['@x has other values']",
        ),
        ("<choice><ref name='b'/><ref name='c'/></choice>", "<ref name='b'/>", "<a>: c"),
    ],
)
def test_the_proof_notices_what_is_no_subset(
    tmp_path: Path, ours: str, theirs: str, fault: str
) -> None:
    def grammar(name: str, content: str) -> Grammar:
        path = tmp_path / name
        path.write_text(
            "<grammar xmlns='http://relaxng.org/ns/structure/1.0'><start><ref name='a'/></start>"
            f"<define name='a'><element name='a'>{content}</element></define>"
            "<define name='b'><element name='b'><empty/></element></define>"
            "<define name='c'><element name='c'><empty/></element></define></grammar>"
        )
        return Grammar(path)

    assert _faults(grammar("ours.rng", ours), grammar("theirs.rng", theirs)) == [fault]
    assert _faults(grammar("ours.rng", ours), grammar("same.rng", ours)) == []


def test_random_documents_of_it_are_valid_tei(
    ours: Grammar, test_data: Path, jing: str, tmp_path: Path
) -> None:
    writer = Writer(ours, Random(20260728))
    paths = []
    for number in range(60):
        path = tmp_path / f"{number:02}.xml"
        path.write_text(writer.document(300), "utf-8")
        paths.append(str(path))
        if number > 20 and set(writer.elements) == ours.reachable():
            break
    for schema in (resources.schema("documentary.rng"), test_data / "schemas" / "tei_all.rng"):
        run = subprocess.run([jing, schema, *paths], capture_output=True, text=True, check=False)
        assert (run.returncode, run.stdout) == (0, "")
    unused = ours.reachable() - set(writer.elements)
    assert len(unused) < 0.03 * len(ours.reachable()), unused
    possible = {
        (name, attribute)
        for name in ours.reachable()
        for attributes in ours.element(name).attributes
        for attribute in attributes
    }
    assert len(set(+writer.attributes)) > 0.9 * len(possible)


def test_the_edition_is_valid(compiled: etree.RelaxNG, repository: Path) -> None:
    documents = sorted((repository / "corpus").glob("*/*.xml"))
    assert documents
    for path in documents:
        document = etree.parse(path)
        document.xinclude()
        assert compiled.validate(document), f"{path}: {compiled.error_log.last_error}"


def test_the_model_of_the_edition_is_valid(compiled: etree.RelaxNG, test_data: Path) -> None:
    documents = sorted((test_data / "source" / "model").glob("*.xml"))
    assert documents
    for path in documents:
        document = etree.parse(path)
        document.xinclude()
        assert compiled.validate(document), f"{path}: {compiled.error_log.last_error}"


def _refused() -> list[Any]:
    cases = tomllib.loads((HERE / "refused.toml").read_text("utf-8"))["case"]
    return [pytest.param(case, id=case["why"]) for case in cases]


def _changed(case: dict[str, str]) -> str:
    assert DOCUMENT.count(case["find"]) == 1
    return DOCUMENT.replace(case["find"], case["with"])


@pytest.mark.parametrize("case", _refused())
def test_it_refuses_where_that_helps_an_editor(
    compiled: etree.RelaxNG, case: dict[str, str]
) -> None:
    assert compiled.validate(etree.fromstring(DOCUMENT.encode()))
    assert not compiled.validate(etree.fromstring(_changed(case).encode()))


def test_tei_would_accept_what_it_refuses(test_data: Path, jing: str, tmp_path: Path) -> None:
    paths = []
    for number, parameter in enumerate(_refused()):
        path = tmp_path / f"{number:02}.xml"
        path.write_text(_changed(parameter.values[0]), "utf-8")
        paths.append(str(path))
    schema = test_data / "schemas" / "tei_all.rng"
    run = subprocess.run([jing, schema, *paths], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (0, "")


def test_jing_finds_the_grammar_correct_and_the_edition_valid(jing: str, repository: Path) -> None:
    documents = sorted((repository / "corpus").glob("*/*.xml"))
    command = [jing, resources.schema("documentary.rng"), *documents]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (0, "")


def _modules() -> list[Path]:
    root = resources.schema("documentary.rng")
    return [root, *sorted((root.parent / "documentary").glob("*.rng"))]


@pytest.mark.parametrize("path", _modules(), ids=lambda path: path.name)
def test_every_definition_attribute_and_value_is_documented(path: Path) -> None:
    grammar = etree.parse(path).getroot()
    assert grammar.find(ANNOTATION) is not None
    for node in grammar.iter(f"{RNG}define", f"{RNG}attribute"):
        assert (node.findtext(ANNOTATION) or "").strip(), node.get("name")
    for value in grammar.iter(f"{RNG}value"):
        gloss = value.getnext()
        assert gloss is not None, value.text
        assert gloss.tag == ANNOTATION, value.text


def test_every_module_is_included_and_every_definition_used(ours: Grammar) -> None:
    root, *modules = _modules()
    included = {one.get("href") for one in etree.parse(root).iter(f"{RNG}include")}
    assert included == {f"documentary/{path.name}" for path in modules}
    names: list[str] = []
    used: set[str] = set()
    for path in (root, *modules):
        grammar = etree.parse(path)
        names += [str(one.get("name")) for one in grammar.iter(f"{RNG}define")]
        used |= {str(one.get("name")) for one in grammar.iter(f"{RNG}ref")}
    assert sorted(names) == sorted(set(names))
    assert set(names) == used
    in_elements = {name for name in names if name in ours.reachable()}
    assert in_elements == ours.reachable()
