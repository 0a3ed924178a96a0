"""A document rendered on every save has to be there at once: what it does not need stays out."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

LETTER = (
    "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc>"
    "<titleStmt><title>A letter</title></titleStmt><publicationStmt><p/></publicationStmt>"
    "<sourceDesc><p/></sourceDesc></fileDesc>"
    "</teiHeader><text><body><p>Words.</p></body></text></TEI>"
)

OTHERS = (
    "importlib.metadata",
    "tei_edition.checks",
    "tei_edition.citations.comparison",
    "tei_edition.citations.identifiers",
    "tei_edition.citations.registry_file",
    "tei_edition.relaxng",
    "tei_edition.rendering.text.blocks",
    "tei_edition.rendering.books.epub",
    "tei_edition.rendering.site.release",
    "tei_edition.rendering.theming.templates",
    "tei_edition.schematron",
)
"""What a page of a document without an edition has no part in."""


def test_a_page_needs_nothing_of_other_outputs_and_commands(tmp_path: Path) -> None:
    letter = tmp_path / "letter.xml"
    letter.write_text(LETTER, encoding="utf-8")
    program = (
        "import sys; from tei_edition.cli import main\n"
        "try: main()\n"
        "finally: print(*sorted(sys.modules))"
    )
    arguments = ["render", str(letter), "-o", str(tmp_path / "site"), "--to", "html"]
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    loaded = done.stdout.split()
    assert (tmp_path / "site" / "letter.html").is_file()
    assert "tei_edition.rendering.renderer" in loaded
    assert all(map(find_spec, OTHERS))
    assert set(OTHERS).isdisjoint(loaded)
