# SPDX-License-Identifier: MIT
"""A few pages are made before Saxon collects garbage, where that can be had."""

from __future__ import annotations

import subprocess
import sys

import pytest
import saxonche

from tei_edition import saxon_heap

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="done on Linux only")

_PAGE = """
import saxonche
from tei_edition import saxon, saxon_heap
from tei_edition.rendering.words import catalogue
from tei_edition.resources import stylesheet
saxon.expect_little()
saxon_heap.{change}
sheet = saxon.Stylesheet.from_file(stylesheet("html.xsl"), {{"catalogue": catalogue("en")}})
print("made", saxon_heap.create(saxonche.__file__, saxonche.__version__))
"""


def _run(change: str) -> tuple[str, str]:
    """What is written on standard output and error where a stylesheet is compiled."""
    code = _PAGE.format(change=change)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120
    )
    return done.stdout.strip(), done.stderr


def test_the_version_of_saxonc_is_known() -> None:
    """Where this fails, see that the tests below pass with the new version, and add it."""
    assert saxonche.__version__ in saxon_heap.TESTED


@LINUX
def test_a_stylesheet_is_compiled_without_collecting_garbage_where_little_is_to_be_done() -> None:
    said, collected = _run('OPTIONS += ("-XX:+PrintGC",)')
    assert (said, collected) == ("made False", "")
    said, collected = _run('OPTIONS = ("-XX:+PrintGC",)')
    assert said == "made False"
    assert "Pause" in collected, "it says where it does"


@LINUX
@pytest.mark.parametrize(
    "change",
    [
        'TESTED = frozenset({"0"})',
        "_FORM = -1",
        'OPTIONS += ("-Xmx100m",)',
    ],
    ids=["another version", "another form", "less memory"],
)
def test_saxon_works_as_ever_where_no_such_heap_can_be_had(change: str) -> None:
    assert _run(change) == ("made False", "")
