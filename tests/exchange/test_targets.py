# SPDX-License-Identifier: MIT
"""No export takes the place of what the edition is made from."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tei_edition.edition import Edition
from tei_edition.errors import TeiEditionError
from tei_edition.exchange import write_dts, write_index, write_tei


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("through_a_link", [False, True])
def test_documents_are_not_replaced_by_exported_ones(
    small: Edition, tmp_path: Path, through_a_link: bool
) -> None:
    letters = small.root / "letters"
    (letters / "draft.xml").write_text("<TEI/>")
    before = contents(small.root)
    if through_a_link:
        letters = tmp_path / "link"
        letters.symlink_to(small.root / "letters")
    with pytest.raises(TeiEditionError, match=r"letters|link” holds documents of the edition"):
        write_tei(small, letters)
    with pytest.raises(TeiEditionError, match="holds documents of the edition"):
        write_dts(small, letters)
    assert contents(small.root) == before


def test_documents_in_a_folder_of_the_tree_are_not_replaced(small: Edition) -> None:
    os.rename(small.root / "letters", small.root / "document")
    settings = small.root / "edition.toml"
    settings.write_text(settings.read_text().replace("letters/", "document/"))
    edition = Edition.load(settings)
    before = contents(edition.root / "document")
    with pytest.raises(TeiEditionError, match="holds documents of the edition"):
        write_dts(edition, edition.root)
    assert contents(edition.root / "document") == before


def test_the_index_of_letters_replaces_no_file_of_the_edition(small: Edition) -> None:
    before = contents(small.root)
    for path in (*small.files, small.file):
        with pytest.raises(TeiEditionError, match="is a file of the edition itself"):
            write_index(small, path, b"<TEI/>")
    assert contents(small.root) == before
    write_index(small, small.root / "cmif.xml", b"<TEI/>")
