"""The shorter ways through citeproc-py lead to the same words."""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.citations.csl import YEAR
from tei_edition.citations.styles import BUNDLED, styled

if TYPE_CHECKING:
    from tei_edition.citations.csl import Item

LANGUAGES = ("en", "de", "ru")

PASSAGES = (None, ("paragraph", "2–4"), ("page", "incoming-stamp"))

PEOPLE: tuple[Item, ...] = (
    {"family": "Ames", "given": "Ada M."},
    {"family": "Bell-Hart", "given": "Cy"},
    {"literal": "A Ministry & Sons"},
)

DATES: tuple[Item, ...] = (
    {"date-parts": [[1911, 2, 3]]},
    {"date-parts": [[1911, 2]]},
    {"literal": "between 1911 and 1912"},
)


def items() -> list[Item]:
    """Items that have values of each other, and now and then lack them."""
    made: list[Item] = []
    for number in range(24):
        date = DATES[number % 3]
        item: Item = {
            "id": str(number),
            "type": ("personal_communication", "book", "document", "report")[number % 4],
            "title": ("On grain, its “price”", "A letter.", "1911-1912")[number % 3],
            "genre": ("letter", "")[number // 2 % 2],
            "number": ("12-b", "", "7")[number // 3 % 3],
            "author": list(PEOPLE[: number % 4]),
            "recipient": list(PEOPLE[: number // 4 % 3]),
            "translator": [PEOPLE[0]] if number % 5 == 0 else [],
            "editor": [PEOPLE[1], PEOPLE[2]] if number % 7 else [],
            "issued": date if number % 8 else {},
            YEAR: date if number % 8 else {},
            "archive": ("State Archive", "")[number // 5 % 2],
            "archive_location": f"MS {number % 6}",
            "container-title": ("The Letters", "")[number // 8 % 2],
            "publisher": "A Press",
            "version": ("1.0", "")[number % 2],
            "language": ("de", "")[number // 3 % 2],
            "URL": "https://example.org/a-b",
        }
        made.append({key: value for key, value in item.items() if value})
    return made


def in_all_styles() -> list[list[str]]:
    """What each style says of each item, in each language, as HTML and as text."""
    found = []
    for style, language in itertools.product(BUNDLED, LANGUAGES):
        for item, passage in zip(items(), itertools.cycle(PASSAGES), strict=False):
            html = styled(item, passage, style, language, "html")
            text = styled(item, passage, style, language, "text")
            found.append([html.citation, html.bibliography, text.citation, text.bibliography])
    return found


WITHOUT = """
import json
from tei_edition.citations.styles import shortcuts
shortcuts.take_shortcuts = lambda: None
from tests.citations.test_shortcuts import in_all_styles
print(json.dumps(in_all_styles()))
"""


def test_the_words_are_those_that_the_processor_finds_by_itself() -> None:
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", WITHOUT]
    without = subprocess.run(command, cwd=root, check=True, capture_output=True).stdout
    assert in_all_styles() == json.loads(without)
