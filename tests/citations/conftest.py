"""Small editions to publish, to change, and to break."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tei_edition.edition import Edition

Make = Callable[..., Edition]

SETTINGS = """documents = [{documents}]
[edition]
title = "Letters"
editors = ["Ada Editor", "Ben Editor"]
base_url = "https://example.org/letters/"
version = "1.0"
[identifiers]
registry = "citations.json"
{more}
"""


def document(name: str, body: str) -> str:
    """A document with a body."""
    return (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:xi="http://www.w3.org/2001/XInclude" '
        f'xml:id="{name}">\n<teiHeader><fileDesc><titleStmt><title>Letter {name.upper()}</title>'
        f"</titleStmt></fileDesc></teiHeader>\n<text><body>\n{body}\n</body></text></TEI>\n"
    )


@pytest.fixture
def edition_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """A function (bodies by document, more settings) → that edition, as the working directory."""
    monkeypatch.chdir(tmp_path)

    def make(more: str = "", **bodies: str) -> Edition:
        for name, body in bodies.items():
            Path(f"{name}.xml").write_text(document(name, body), encoding="utf-8")
        names = ", ".join(f'"{name}.xml"' for name in bodies)
        settings = SETTINGS.format(documents=names, more=more)
        Path("edition.toml").write_text(settings, encoding="utf-8")
        return Edition.load(Path("edition.toml"))

    return make
