from __future__ import annotations

import importlib.util
import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tei_edition import catalogue, resources
from tei_edition.catalogue.page import findings_page
from tei_edition.checks import CHECKS
from tei_edition.cli.page import commands_page


@pytest.mark.parametrize(
    ("page", "made"), [("commands.md", commands_page), ("findings.md", findings_page)]
)
def test_the_pages_made_from_the_code_are_up_to_date(repository: Path, page: str, made) -> None:  # type: ignore[no-untyped-def]
    text = (repository / "docs" / page).read_text(encoding="utf-8")
    assert text == made(), "run python3 .ci/docs"


def test_the_examples_of_the_readme_are_what_the_commands_write(repository: Path) -> None:
    place = repository / ".ci" / "examples.py"
    specification = importlib.util.spec_from_file_location("examples", place)
    assert specification is not None
    assert specification.loader is not None
    examples = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(examples)
    readme = (repository / "README.md").read_text(encoding="utf-8")
    assert readme.count("<!-- example: ") == 2
    assert readme == examples.filled(readme, sys.executable, repository), "run python3 .ci/docs"


def test_every_setting_of_an_edition_is_documented(repository: Path) -> None:
    page = (repository / "docs" / "edition-toml.md").read_text(encoding="utf-8")
    schema = json.loads(resources.schema("edition.schema.json").read_text(encoding="utf-8"))
    keys = set(schema["properties"])
    for table in schema["properties"].values():
        keys |= set(table.get("properties", {}))
    missing = {key for key in keys if not re.search(rf"`(\[+(\w+\.)?)?{key}\]*`", page)}
    assert missing == set()


def test_every_page_of_the_documentation_is_listed_in_the_readme(repository: Path) -> None:
    readme = (repository / "README.md").read_text(encoding="utf-8")
    for page in (repository / "docs").glob("*.md"):
        assert f"(docs/{page.name})" in readme, page.name


def test_every_module_has_its_place_on_a_map(repository: Path) -> None:
    pages = [
        repository / "docs" / f"{name}.md" for name in ("architecture", "relaxng", "schematron")
    ]
    rows = "".join(
        line
        for page in pages
        for line in page.read_text(encoding="utf-8").splitlines()
        if line.startswith("|")
    )
    named = {each.strip("/").removesuffix(".py") for each in re.findall(r"`([\w/.]+)`", rows)}
    package = repository / "tei_edition"
    alike = {"cli", "catalogue", "reports"}  # one module a command, a check, a format
    for path in package.rglob("*.py"):
        folder, *inner = path.relative_to(package).with_suffix("").parts
        if not path.name.startswith("__") and folder not in alike:
            assert not named.isdisjoint(inner or [folder]), path.relative_to(package)


def test_every_link_of_the_documentation_leads_to_a_file(repository: Path) -> None:
    pages = [repository / "README.md", repository / "CHANGELOG.md", *repository.glob("*/*.md")]
    for page in pages:
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_every_entry_of_the_catalogue_can_be_understood() -> None:
    for entry in catalogue.entries().values():
        assert re.fullmatch(r"[a-z][a-z0-9-]*", entry.code)
        assert entry.check in (*CHECKS, "identifiers")
        assert entry.title
        assert not entry.title.endswith(".")
        assert len(entry.explanation) > 20, entry.code


def test_commands_are_listed_with_whole_sentences(repository: Path) -> None:
    page = (repository / "docs" / "commands.md").read_text(encoding="utf-8")
    assert re.findall(r"^  \S.*\w\.\.\.$", page, re.MULTILINE) == []


def test_the_examples_of_citing_are_what_the_commands_write(repository: Path) -> None:
    page = (repository / "docs" / "citing.md").read_text(encoding="utf-8")
    shown = re.findall(r"^```\n\$ tei-edition (.+)\n((?s:.+?))^```", page, re.MULTILINE)
    assert len(shown) == page.count("$ tei-edition") > 1
    for command, said in shown:
        done = subprocess.run(
            [sys.executable, "-m", "tei_edition", *shlex.split(command)],
            cwd=repository,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        assert done.stdout.split() == said.split()
