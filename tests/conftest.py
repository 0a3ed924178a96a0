"""Fixtures shared by all tests."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the checkout."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def test_data() -> Path:
    """The folder of foreign schemas and samples, which is not part of the project."""
    folder = os.environ.get("TEI_EDITION_TEST_DATA")
    if not folder:
        pytest.skip(
            "TEI_EDITION_TEST_DATA is not set: point it at a folder that holds "
            "schemas/tei_all.rng and samples/"
        )
    return Path(folder)


@pytest.fixture(scope="session")
def grammar_errors() -> Callable[[Path, etree._ElementTree], list[str]]:
    """A function (schema, document) → what the grammar has against the document.

    Each schema is compiled once for the whole run; libxml2 takes seconds for a large one.
    """

    @cache
    def compiled(schema: Path) -> etree.RelaxNG:
        return etree.RelaxNG(etree.parse(schema))

    def errors(schema: Path, document: etree._ElementTree) -> list[str]:
        grammar = compiled(schema)
        if grammar.validate(document):
            return []
        return [f"line {entry.line}: {entry.message}" for entry in grammar.error_log]

    return errors
