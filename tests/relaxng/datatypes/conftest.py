"""The conformance cases of the datatypes, and how they are put to jing."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest

CASES = Path(__file__).parent / "cases"
KINDS = ("strings", "names", "numbers", "dates", "binary", "uris")
XSD = "http://www.w3.org/2001/XMLSchema-datatypes"

Read = Callable[[str], dict]
Judge = Callable[[list[tuple[str, list[str]]]], list[list[bool] | None]]


def _escaped(text: str) -> str:
    return quoteattr(text, {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})[1:-1].replace("'", "&#39;")


@pytest.fixture(scope="session")
def read() -> Read:
    return lambda name: tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def cases(read: Read) -> list[dict]:
    """All cases of datatypes with their facets, and those of regular expressions as facets."""
    found = [case for kind in KINDS for case in read(kind)["case"]]
    patterns = read("patterns")["case"]
    return found + [p | {"type": "string", "params": [["pattern", p["pattern"]]]} for p in patterns]


@pytest.fixture(scope="session")
def data() -> Callable[[str, list[list[str]]], str]:
    """Write a ``data`` pattern: type and parameters."""

    def write(name: str, params: list[list[str]]) -> str:
        inner = "".join(f"<param name='{_escaped(n)}'>{_escaped(v)}</param>" for n, v in params)
        return f"<data type='{_escaped(name)}'>{inner}</data>"

    return write


@pytest.fixture(scope="session")
def value() -> Callable[[str, str], str]:
    """Write a ``value`` pattern: type and text."""
    return lambda name, text: f"<value type='{name}'>{_escaped(text)}</value>"


@pytest.fixture(scope="session")
def jing(tmp_path_factory: pytest.TempPathFactory) -> Judge:
    """Ask jing about patterns of values, each with texts: a verdict a text; None for a bad one."""
    program = shutil.which("jing")
    if program is None:
        pytest.skip("jing is not installed: apt-get install jing")

    def run(*arguments: str) -> set[int]:
        done = subprocess.run([program, "-i", *arguments], capture_output=True, text=True)
        output = done.stdout + done.stderr
        assert "Exception" not in output, output
        assert " fatal: " not in output, output
        lines = {int(line) for line in re.findall(r":(\d+):\d+: error:", output)}
        assert bool(lines) == (done.returncode != 0), output
        return lines

    def judge(patterns: list[tuple[str, list[str]]]) -> list[list[bool] | None]:
        folder = tmp_path_factory.mktemp("jing")
        document = folder / "document.xml"
        document.write_text("<r/>", encoding="utf-8")

        def schema(name: str, kept: list[str]) -> str:
            (folder / name).write_text(
                f"<element name='r' xmlns='http://relaxng.org/ns/structure/1.0' "
                f"datatypeLibrary='{XSD}' xmlns:a='urn:a' xmlns:b='urn:a' xmlns:c='urn:c'>"
                "<zeroOrMore><choice><empty/>\n"
                + "\n".join(kept)
                + "\n</choice></zeroOrMore></element>",
                encoding="utf-8",
            )
            return str(folder / name)

        elements = [f"<element name='e{n}'>{p}</element>" for n, (p, _) in enumerate(patterns)]
        refused = {line - 2 for line in run(schema("all.rng", elements), str(document))}
        kept = [each for number, each in enumerate(elements) if number not in refused]
        rows = [
            f"<e{number}>{_escaped(text)}</e{number}>"
            for number, (_, texts) in enumerate(patterns)
            if number not in refused
            for text in texts
        ]
        document.write_text(
            "<!DOCTYPE r [<!NOTATION n SYSTEM 'n'><!ENTITY picture SYSTEM 'p' NDATA n>"
            "<!ENTITY map SYSTEM 'm' NDATA n>]>"
            "<r xmlns:a='urn:a' xmlns:b='urn:a' xmlns:c='urn:c'>\n" + "\n".join(rows) + "\n</r>",
            encoding="utf-8",
        )
        faults = run(schema("kept.rng", kept), str(document))
        verdicts = iter([number + 2 not in faults for number in range(len(rows))])
        return [
            None if number in refused else [next(verdicts) for _ in texts]
            for number, (_, texts) in enumerate(patterns)
        ]

    return judge
