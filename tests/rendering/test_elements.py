# SPDX-License-Identifier: MIT
"""Every element of TEI has a treatment that somebody thought of, and a case that shows it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition import resources

if TYPE_CHECKING:
    from collections.abc import Callable

    from tei_edition.rendering import Renderer, Source

SHARED = resources.stylesheet("html.xsl").parent / "shared"


def _names(module: str, *variables: str) -> set[str]:
    """The names in static lists of a module."""
    text = (SHARED / module).read_text(encoding="utf-8")
    lists = (
        re.search(rf'name="{variable}" static="yes".*?\'(.*?)\'', text, re.DOTALL)
        for variable in variables
    )
    return {name for found in lists if found for name in found[1].split()}


CONSIDERED = _names("elements.xsl", "considered-names") | _names(
    "structure.xsl", "block-names", "blocks-among-blocks", "points"
)
STATEMENTS = _names("elements.xsl", "statement-names")


def _cases() -> str:
    paths = (Path(__file__).parent / "cases").glob("*.toml")
    cases = [tomllib.loads(path.read_text(encoding="utf-8"))["case"] for path in paths]
    return "".join(case["tei"] for group in cases for case in group)


def test_every_element_considered_has_a_case() -> None:
    shown = set(re.findall(r"<([A-Za-z][A-Za-z0-9]*)", _cases()))
    assert sorted(CONSIDERED - shown) == []


def test_every_element_of_tei_is_considered(test_data: Path) -> None:
    schema = (test_data / "schemas" / "tei_all.rng").read_text(encoding="utf-8")
    names = set(re.findall(r'<(?:\w+:)?element name="([A-Za-z0-9]+)"', schema))
    assert len(names) > 500
    assert sorted(names - CONSIDERED - STATEMENTS) == []


def test_no_element_is_considered_twice_over() -> None:
    assert sorted(CONSIDERED & STATEMENTS) == []


def test_what_is_considered_is_not_marked_as_unknown(
    snippet: Callable[[str], Source], renderer: Renderer
) -> None:
    for name in sorted(CONSIDERED):
        page = renderer.html(snippet(f"<div><{name}>x</{name}></div>"))
        assert 'unknown"' not in page, name


def test_what_is_not_known_is_shown_with_its_name(
    snippet: Callable[[str], Source], renderer: Renderer
) -> None:
    page = renderer.html(snippet("<p><zigzag>x</zigzag></p>"))
    assert '<span class="gen voice-machine">{zigzag: </span>x' in page
