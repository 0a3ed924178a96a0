"""Hooks and workflows do what the page about them says, as far as that can be tried here."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml


@pytest.fixture
def hooks(repository: Path) -> dict[str, dict[str, Any]]:
    listed = yaml.safe_load((repository / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    return {hook["id"]: hook for hook in listed}


@pytest.fixture
def examples(repository: Path) -> dict[str, Any]:
    """The YAML of the page, by the names in the comments before it."""
    page = (repository / "docs" / "continuous-integration.md").read_text(encoding="utf-8")
    found = re.findall(r"<!-- example: ([\w-]+) -->\n```yaml\n(.*?)```", page, re.DOTALL)
    assert len(found) == page.count("```yaml")
    return {name: yaml.safe_load(text) for name, text in found}


@pytest.fixture
def checkout(repository: Path, tmp_path: Path) -> Path:
    """A git repository that holds the edition, and a command tei-edition."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    home = shutil.copytree(repository / "corpus", tmp_path / "checkout" / "corpus").parent
    for command in (["git", "init", "-q"], ["git", "add", "."]):
        subprocess.run(command, cwd=home, check=True)
    programs = tmp_path / "bin"
    programs.mkdir()
    program = programs / "tei-edition"
    program.write_text(
        f'#!/bin/sh\nPYTHONPATH="{repository}" exec "{sys.executable}" -m tei_edition "$@"\n'
    )
    program.chmod(0o755)
    return home


def run(command: str, checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    search = f"{checkout.parent / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["sh", "-c", f'{command} "$@"', "sh", *arguments],
        cwd=checkout,
        env={**os.environ, "PATH": search, "XDG_CACHE_HOME": str(checkout.parent.parent / "cache")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def staged(hook: dict[str, Any], checkout: Path) -> list[str]:
    """The files of the repository that a hook is for."""
    listed = subprocess.run(
        ["git", "ls-files"], cwd=checkout, capture_output=True, encoding="utf-8", check=True
    ).stdout.splitlines()
    return [name for name in listed if re.search(hook["files"], name)]


def spoil(checkout: Path) -> None:
    letter = checkout / "corpus" / "documents" / "letter-19500929.xml"
    text = letter.read_text(encoding="utf-8")
    letter.write_text(text.replace("letter-19500929-p02", "P 2"), encoding="utf-8")


def test_each_hook_has_what_pre_commit_asks_for(hooks: dict[str, dict[str, Any]]) -> None:
    for hook in hooks.values():
        assert {"id", "name", "entry", "language", "files"} <= set(hook)
        assert hook["language"] == "python"
        re.compile(hook["files"])
        assert shlex.split(hook["entry"])[0] == "tei-edition"


@pytest.mark.parametrize("name", ["tei-edition", "tei-validate", "tei-edition-ids"])
def test_a_hook_passes_the_edition_and_stops_a_damaged_one(
    hooks: dict[str, dict[str, Any]], checkout: Path, name: str
) -> None:
    hook = hooks[name]
    files = staged(hook, checkout)
    assert "corpus/documents/letter-19500929.xml" in files
    assert ("corpus/edition.toml" in files) is (name != "tei-validate")
    arguments = files if hook.get("pass_filenames", True) else []
    done = run(hook["entry"], checkout, *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    spoil(checkout)
    done = run(hook["entry"], checkout, *arguments)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "letter-19500929.xml" in done.stdout


def commands(example: Any) -> list[str]:
    """The toolkit's commands in a workflow."""
    steps = [step for job in example["jobs"].values() for step in job["steps"]]
    return [step["run"] for step in steps if step.get("run", "").startswith("tei-edition")]


def test_the_pre_commit_example_names_hooks_that_exist(
    hooks: dict[str, dict[str, Any]], examples: dict[str, Any]
) -> None:
    named = [hook["id"] for repo in examples["pre-commit"]["repos"] for hook in repo["hooks"]]
    assert named
    assert set(named) <= set(hooks)


def test_every_hook_is_described(repository: Path, hooks: dict[str, dict[str, Any]]) -> None:
    page = (repository / "docs" / "continuous-integration.md").read_text(encoding="utf-8")
    for name in hooks:
        assert f"| `{name}` |" in page


@pytest.mark.parametrize("name", ["github", "sarif", "gitlab"])
def test_the_commands_of_a_workflow_pass_the_edition_and_stop_a_damaged_one(
    examples: dict[str, Any], checkout: Path, name: str
) -> None:
    example = examples[name]
    lines = (
        [line for line in example["validate"]["script"] if line.startswith("tei-edition")]
        if name == "gitlab"
        else commands(example)
    )
    assert lines
    for line in lines:
        done = run(line, checkout)
        assert done.returncode == 0, done.stdout + done.stderr
    spoil(checkout)
    assert run(lines[0], checkout).returncode == 1


def test_no_document_passes_a_hook_unseen(hooks: dict[str, dict[str, Any]]) -> None:
    # What pre-commit calls text has no zero bytes, as a document in UTF-16 has.
    assert hooks["tei-validate"]["types"] == ["file"]
    for hook in hooks.values():
        for name in ("letters/Brief 1.xml", "SCAN.XML"):
            assert re.search(hook["files"], name), hook["id"]
    for name in ("edition.toml", "conventions.toml", "rules.sch", "a/citations.json"):
        assert re.search(hooks["tei-edition"]["files"], name)
