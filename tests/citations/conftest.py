"""Small editions to publish, to change, and to break."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tei_edition.edition import Edition
from tests.citations.life import SETTINGS, Life, begun, document

Make = Callable[..., Edition]


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


@pytest.fixture
def life(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Life:
    """An edition under git, as it was published in version 1.0; the working directory."""
    monkeypatch.chdir(tmp_path)
    return begun(tmp_path)
