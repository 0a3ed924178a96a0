"""A check on every save has to start at once: what is seldom needed is imported when it is."""

from __future__ import annotations

import subprocess
import sys

HEAVY = (
    "citeproc",
    "elementpath",
    "http.client",
    "jsonschema",
    "lxml",
    "rnc2rng",
    "saxonche",
    "ssl",
)


def test_nothing_heavy_is_imported_before_it_is_needed() -> None:
    program = "import sys, tei_edition.cli.validate, tei_edition.checks.run; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert "tei_edition.checks.run" in run.stdout.split()
    assert not set(HEAVY) & set(run.stdout.split())
