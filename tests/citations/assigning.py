"""Identifiers given to the units of one document."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tei_edition.citations.assignment import Assignment, assign
from tei_edition.edition import Edition

Make = Callable[..., Edition]

HEAD = '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="a"><text><body>'
FOOT = "</body></text></TEI>"


def assigned(folder: Path, raw: bytes, name: str = "a.xml") -> tuple[Assignment, bytes]:
    path = folder / name
    path.write_bytes(raw)
    (done,) = assign([path])
    return done, path.read_bytes()
