"""Files and folders as the user names them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tei_edition.errors import TeiEditionError
from tei_edition.paths import expand_paths, look_at


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="whoever may read everything cannot see this: run as another user than root",
)
def test_a_folder_that_cannot_be_read_is_no_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<a/>")
    locked = tmp_path / "locked"
    locked.mkdir()
    locked.chmod(0)
    try:
        assert list(expand_paths([tmp_path])) == [tmp_path / "a.xml", locked]
        assert look_at(str(locked)).problem == "you have no permission to read it"
        with pytest.raises(TeiEditionError, match="locked” cannot be read"):
            list(expand_paths([locked]))
    finally:
        locked.chmod(0o700)
