"""Fixtures shared by all tests."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import settings
from lxml import etree

from tei_edition.relaxng import Schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# No example is timed: a busy machine is no fault. A gate must not fail by chance either: with
# CI=true the random examples are the same each time.
settings.register_profile("project", deadline=None)
settings.register_profile("gate", derandomize=True, deadline=None)
settings.load_profile("gate" if os.environ.get("CI") else "project")


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A cache folder for the tests: nothing that lies in the user's has a say, or is changed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the checkout."""
    return Path(__file__).resolve().parent.parent


def without(tool: str, how_to_get_it: str) -> NoReturn:
    """Skip what cannot be tested without a tool; with TEI_EDITION_TESTS=complete, fail."""
    reason = f"{tool} is not there: {how_to_get_it}"
    if os.environ.get("TEI_EDITION_TESTS") == "complete":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def missing() -> Callable[[str, str], NoReturn]:
    """What to call where a tool is missing: (tool, how to get it)."""
    return without


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
    """A function (schema, document) → what the grammar has against the document."""
    compiled = cache(Schema.load)

    def errors(schema: Path, document: etree._ElementTree) -> list[str]:
        findings = compiled(schema).validate(etree.tostring(document))
        return [f"line {finding.line}: {finding.message}" for finding in findings]

    return errors
