"""Imports point one way, and what must be imported lazily is."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

LAYERS = [
    {
        "findings",
        "errors",
        "wording",
        "cache_folder",
        "resources",
        "paths",
        "files",
        "file_events",
        "interruption",
        "lifeline",
        "pool_process",
    },
    {"catalogue", "settings", "severities", "validation", "work", "worker", "saxon", "catalogs"},
    {"parser"},
    {"relaxng", "schematron", "document"},
    {"edition"},
    {"citations"},
    {"checks", "rendering", "reports"},
    {"exchange"},
    {"cli"},
]
"""A module imports from its own layer's package and from the layers before it."""

RENDERING = [
    {"kept", "page_names", "plurals", "views", "words", "writing"},
    {"images", "sources", "theming", "problems"},
    {"cited", "citing"},
    {"facts"},
    {"edition"},
    {"lists", "text"},
    {"inputs"},
    {"renderer"},
    {"books"},
    {"site"},
    {"publish", "watch"},
]
"""The same of the modules and packages that make up ``rendering``."""

REPORTS_TO_CHECKS = ("checks", "reports")
HEAVY = ("citeproc", "saxonche", "lxml", "jsonschema", "watchfiles", "langcodes")


def modules(repository: Path) -> Iterator[tuple[str, Path]]:
    package = repository / "tei_edition"
    for path in sorted(package.rglob("*.py")):
        yield path.relative_to(package).parts[0].removesuffix(".py"), path


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(tree: ast.Module, package: str) -> Iterator[str]:
    """The parts of a package that a module imports, lazily or not."""
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            whole = node.module == package
            names = [f"{package}.{each.name}" for each in node.names] if whole else [node.module]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        for name in names:
            if name.startswith(f"{package}."):
                yield name.removeprefix(f"{package}.").split(".")[0]


def test_imports_point_one_way(repository: Path) -> None:
    layer_of = {name: number for number, layer in enumerate(LAYERS) for name in layer}
    wrong = []
    for part, path in modules(repository):
        if part in ("__init__", "__main__"):
            continue
        for imported in imports(parsed(path), "tei_edition"):
            if imported in ("__version__", part):
                continue
            same = layer_of[imported] == layer_of[part]
            allowed = layer_of[imported] < layer_of[part] or (
                same and (layer_of[part] < 2 or (part, imported) == REPORTS_TO_CHECKS)
            )
            if not allowed:
                wrong.append(f"{path.name}: {part} → {imported}")
    assert wrong == []


def test_imports_point_one_way_in_rendering(repository: Path) -> None:
    layer_of = {name: number for number, layer in enumerate(RENDERING) for name in layer}
    package = repository / "tei_edition/rendering"
    wrong = []
    for path in sorted(package.rglob("*.py")):
        part = path.relative_to(package).parts[0].removesuffix(".py")
        if part == "__init__":
            continue
        wrong += [
            f"{path.relative_to(package)}: {part} → {imported}"
            for imported in imports(parsed(path), "tei_edition.rendering")
            if layer_of[imported] > layer_of[part]
        ]
    assert wrong == []


def _defined(tree: ast.Module) -> Iterator[str]:
    """Functions, classes and constants, but for the functions that click calls."""
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef():
                yield node.name
            case ast.FunctionDef() if not node.name.endswith("__"):
                calls = [each.func for each in node.decorator_list if isinstance(each, ast.Call)]
                if not any(isinstance(each, ast.Attribute) for each in calls):
                    yield node.name
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        names = (each.id for each in targets if isinstance(each, ast.Name))
        yield from (name for name in names if not name.endswith("__"))


def _used(tree: ast.Module) -> Iterator[str]:
    """Names that are read, or that strings name for what is imported when it is asked for."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(ctx=ast.Load()):
                yield node.id
            case ast.Attribute(ctx=ast.Load()):
                yield node.attr
            case ast.Constant(value=str(text)):
                yield from re.findall(r"(\w+)\(" if " " in text else r"\w+", text)


def test_nothing_is_defined_that_is_not_used(repository: Path) -> None:
    trees = [parsed(path) for _, path in modules(repository)]
    used = {name for tree in trees for name in _used(tree)}
    used |= set(re.findall(r"\w+", (repository / ".ci" / "docs").read_text(encoding="utf-8")))
    used.add("format_commands")  # of click, which calls it
    defined = {name for tree in trees for name in _defined(tree)}
    assert sorted(defined - used) == []


def test_only_one_module_imports_saxon(repository: Path) -> None:
    for part, path in modules(repository):
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.ImportFrom) and node.module == "saxonche":
                assert part == "saxon" or _only_for_types(path), path


def _only_for_types(path: Path) -> bool:
    tree = parsed(path)
    guarded = [
        node
        for block in tree.body
        if isinstance(block, ast.If)
        and isinstance(block.test, ast.Name)
        and block.test.id == "TYPE_CHECKING"
        for node in ast.walk(block)
    ]
    return all(
        node in guarded
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "saxonche"
    )


@pytest.mark.parametrize("module", ["tei_edition.cli.validate", "tei_edition.checks.run"])
def test_starting_up_imports_nothing_heavy(repository: Path, module: str) -> None:
    program = f"import sys, {module}; print(*sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=repository,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    loaded = {name.split(".")[0] for name in done.stdout.split()}
    assert loaded.isdisjoint(HEAVY)
