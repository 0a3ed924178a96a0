"""Conformance cases: schemas and documents in plain text files, by section."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

XSD = "http://www.w3.org/2001/XMLSchema-datatypes"
RELAXNG = "http://relaxng.org/ns/structure/1.0"
FOLDER = Path(__file__).parent / "conformance"


class Case(NamedTuple):
    """One schema, and documents that are valid or invalid against it."""

    title: str
    correct: bool
    schema: str
    documents: tuple[tuple[bool, str], ...]
    files: tuple[tuple[str, str], ...]


def _schema(text: str) -> str:
    """The schema with the namespace of RELAX NG, unless it says something of its own."""
    text = text.replace('"XSD', f'"{XSD}')
    first = re.search(r"<[A-Za-z][\w:.-]*", text)
    if first and ":" not in first.group() and 'xmlns="' not in text[: text.find(">", first.end())]:
        text = text[: first.end()] + f' xmlns="{RELAXNG}"' + text[first.end() :]
    return text


def cases(path: Path) -> list[Case]:
    """The cases of one file.

    ``=== title`` begins a subject; ``--- correct`` or ``--- incorrect`` a schema, followed by
    ``--- valid`` and ``--- invalid`` documents and by ``--- file NAME`` for what it includes.
    """
    found: list[Case] = []
    for subject in re.split(r"^=== ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        title, *parts = re.split(r"^--- ", subject, flags=re.MULTILINE)
        for part in parts:
            kind, _, body = part.partition("\n")
            word, _, name = kind.partition(" ")
            if word in ("correct", "incorrect"):
                schema = _schema(body.strip())
                found.append(Case(title.strip(), word == "correct", schema, (), ()))
            elif word in ("valid", "invalid"):
                documents = (*found[-1].documents, (word == "valid", body.rstrip("\n")))
                found[-1] = found[-1]._replace(documents=documents)
            else:
                files = (*found[-1].files, (name.strip(), _schema(body.strip())))
                found[-1] = found[-1]._replace(files=files)
    return found


def pytest_generate_tests(metafunc) -> None:
    if "case" in metafunc.fixturenames:
        every = [case for path in sorted(FOLDER.glob("*.txt")) for case in cases(path)]
        metafunc.parametrize("case", every, ids=[f"{i}: {c.title}" for i, c in enumerate(every)])
