"""Fixtures shared by all tests."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


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
