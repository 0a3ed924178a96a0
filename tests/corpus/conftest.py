# SPDX-License-Identifier: MIT
"""Fixtures for the tests of the edition in ``corpus/``."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"


@pytest.fixture(scope="session")
def corpus(repository: Path) -> Path:
    """The folder of the edition."""
    return repository / "corpus"


@pytest.fixture(scope="session")
def settings(corpus: Path) -> dict[str, Any]:
    """The edition's ``edition.toml``."""
    return tomllib.loads((corpus / "edition.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def files(corpus: Path, settings: dict[str, Any]) -> dict[str, etree._ElementTree]:
    """Every document and authority file as it stands, by its path in the edition."""
    paths = settings["documents"] + settings["authorities"]
    return {path: etree.parse(corpus / path) for path in paths}


@pytest.fixture(scope="session")
def expanded(corpus: Path, settings: dict[str, Any]) -> dict[str, etree._ElementTree]:
    """Every document and authority file with its inclusions, by its path in the edition."""
    trees = {}
    for path in settings["documents"] + settings["authorities"]:
        tree = etree.parse(corpus / path)
        tree.xinclude()
        for element in tree.iter():
            element.attrib.pop(XML_BASE, None)
        trees[path] = tree
    return trees
