from __future__ import annotations

import pytest

from tei_edition.checks.uris import address


@pytest.mark.parametrize(
    ("uri", "parts"),
    [
        ("#a", ("", "", "a")),
        ("a.xml", ("", "a.xml", "")),
        ("../a%20b.xml#c%20d", ("", "../a b.xml", "c d")),
        ("file:///a.xml#b", ("", "/a.xml", "b")),
        ("psn:kim", ("psn", "kim", "")),
        ("HTTPS://example.org/x#y", ("https", "//example.org/x", "y")),
        ("http://[", ("http", "//[", "")),
        ("a%00b", ("", "a\ufffdb", "")),
        ("", ("", "", "")),
    ],
)
def test_a_pointer_is_taken_apart_whatever_it_holds(uri: str, parts: tuple[str, ...]) -> None:
    assert address(uri) == parts
