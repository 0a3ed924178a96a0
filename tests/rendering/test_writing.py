# SPDX-License-Identifier: MIT
"""Files are written whole or not at all, and only where something else lies there."""

from __future__ import annotations

import os
from typing import IO, TYPE_CHECKING

import pytest

from tei_edition.rendering.writing import LARGE, write_bytes, write_copy, write_with

if TYPE_CHECKING:
    from pathlib import Path

LONG_AGO = 946_684_800_123_456_789


def _file(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    os.utime(path, ns=(LONG_AGO, LONG_AGO))
    return path


@pytest.mark.parametrize(
    ("size", "is_told_by_time"), [(10, False), (LARGE, False), (LARGE + 1, True)]
)
def test_only_large_files_are_told_by_their_times(
    tmp_path: Path, size: int, is_told_by_time: bool
) -> None:
    image, copy = _file(tmp_path / "image", b"a" * size), tmp_path / "site" / "copy"
    assert write_copy(copy, image, by_time=True).is_new
    assert copy.stat().st_mtime_ns == LONG_AGO
    _file(image, b"b" * size)
    assert write_copy(copy, image, by_time=True).is_new is not is_told_by_time
    os.utime(image)
    write_copy(copy, image, by_time=True)
    assert copy.read_bytes() == b"b" * size


def test_what_a_file_held_at_the_same_size_and_time_has_no_say(tmp_path: Path) -> None:
    file, copy = _file(tmp_path / "file", b"one"), tmp_path / "copy"
    write_copy(copy, file)
    assert not write_copy(copy, file).is_new
    _file(file, b"two")
    assert write_copy(copy, file).is_new
    assert copy.read_bytes() == b"two"


def test_a_file_with_the_same_content_stays_as_it_is(tmp_path: Path) -> None:
    file = _file(tmp_path / "file", b"one")
    assert not write_bytes(file, b"one").is_new
    assert not write_with(file, lambda opened: opened.write(b"one")).is_new
    assert file.stat().st_mtime_ns == LONG_AGO
    assert write_with(file, lambda opened: opened.write(b"two")).is_new
    assert list(tmp_path.iterdir()) == [file]


def test_writing_that_fails_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    file = _file(tmp_path / "file", b"one")

    def fail(opened: IO[bytes]) -> None:
        opened.write(b"two")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_with(file, fail)
    assert file.read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [file]
