# SPDX-License-Identifier: MIT
"""What a header says of the look of elements by selectors is followed."""

from __future__ import annotations

import html

import pytest
from lxml import html as pages

from tei_edition.rendering import Renderer, Source

DOCUMENT = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title>
</titleStmt></fileDesc><encodingDesc><tagsDecl>{}</tagsDecl></encodingDesc></teiHeader>
<text><body><head>H</head><p>a <hi>b</hi> <hi rend="x">c</hi> <name type="ship">d</name>
<name>e</name></p><floatingText><body><p><hi>f</hi></p></body></floatingText></body></text></TEI>"""


def _italic(rendition: str) -> list[str]:
    page = pages.document_fromstring(Renderer().html(Source(text=DOCUMENT.format(rendition))))
    return [each.text for each in page.iterfind(".//*[@class]") if "rend-italic" in each.classes]


@pytest.mark.parametrize(
    ("selector", "shown"),
    [
        ("hi", ["b", "f"]),  # what an element says of itself goes before
        ("tei|hi", ["b", "f"]),
        ('hi[rend="x"]', ["c"]),
        ("hi[rend~=x], name[type='ship']", ["c", "d"]),
        ("*[type]", ["d"]),
        ("hi:first-child", []),
        ("p > hi", []),
        ("", []),
    ],
)
def test_elements_have_the_look_that_a_selector_gives_them(selector: str, shown: list[str]) -> None:
    written = html.escape(selector, quote=True)
    assert _italic(f'<rendition selector="{written}">font-style: italic;</rendition>') == shown


def test_a_look_of_the_first_line_only_is_not_given_to_all() -> None:
    assert not _italic('<rendition selector="hi" scope="first-line">font-style: italic</rendition>')
