# SPDX-License-Identifier: MIT
"""What becomes of each phenomenon, case by case: the data are in ``cases/``.

A case may say what stands in the list of notes and in that of readings, too (``notes``,
``readings``).

``renewal.py`` says how to renew what they expect.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.rendering.renewal import expected

if TYPE_CHECKING:
    from collections.abc import Callable

    from tei_edition.rendering import Renderer, Source

CASES = [
    pytest.param(path.stem, case, id=f"{path.stem}: {case['name']}")
    for path in sorted((Path(__file__).parent / "cases").glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]


def _between(text: str, start: str, ends: tuple[str, ...]) -> str:
    rest = text.split(start, 1)[1]
    for end in ends:
        rest = rest.split(end, 1)[0]
    return rest.strip("\n")


@pytest.mark.parametrize(("file", "case"), CASES)
def test_html(
    file: str, case: dict[str, str], snippet: Callable[[str], Source], renderer: Renderer
) -> None:
    page = renderer.html(snippet(case["tei"]))
    body = _between(page, '<div class="tei-body">', ("</div></div></section><section",))
    assert body == expected(file, case["name"], "html", body)
    for part in ("notes", "readings"):
        if part in case:
            section = _between(page, f'<section class="{part}', ("</section>",)).split("<ol>", 1)[1]
            assert section == expected(file, case["name"], part, section)


@pytest.mark.parametrize(("file", "case"), CASES)
def test_text(
    file: str, case: dict[str, str], snippet: Callable[[str], Source], renderer: Renderer
) -> None:
    source = snippet(case["tei"])
    text = renderer.text(source, "reading", width=0)
    ends = ("\n\nNotes\n-----", "\n\nReadings\n----", "\n\nEdition\n-------")
    reading = _between(text, "* * *\n\n", ends)
    assert reading == expected(file, case["name"], "text", reading)
    transcript = renderer.text(source, "transcript").strip("\n")
    assert transcript == expected(file, case["name"], "transcript", transcript)
