# SPDX-License-Identifier: MIT
"""Images are copied where they changed, and no image of the edition is written over."""

from __future__ import annotations

from pathlib import Path

import pytest

from tei_edition.errors import TeiEditionError
from tests.rendering.illustrated import make, png, put, write


def test_a_copy_is_renewed_where_the_image_changed_only(tmp_path: Path) -> None:
    image = put(tmp_path / "tei/a.png", png(shade=1))
    other = put(tmp_path / "tei/b.png", png(shade=1))
    body = '<p><graphic url="a.png"/><graphic url="b.png"/><graphic url="a.png"/></p>'
    document = write(tmp_path / "tei/letter.xml", body)
    make([document], tmp_path / "out")
    copies = [tmp_path / "out/images" / file.name for file in (image, other)]
    before = [copy.stat().st_ino for copy in copies]
    image.write_bytes(png(shade=2))
    make([document], tmp_path / "out")
    assert copies[0].read_bytes() == png(shade=2)
    assert [copy.stat().st_ino == old for copy, old in zip(copies, before, strict=True)] == [
        False,
        True,
    ]
    assert sorted(file.name for file in copies[0].parent.iterdir()) == ["a.png", "b.png"]


def test_no_image_of_the_edition_is_written_over(tmp_path: Path) -> None:
    put(tmp_path / "a.png", png(shade=1))
    put(tmp_path / "images/a.png", png(shade=2))
    body = '<p><graphic url="a.png"/><graphic url="images/a.png"/></p>'
    document = write(tmp_path / "letter.xml", body)
    with pytest.raises(TeiEditionError, match="image of the edition itself"):
        make([document], tmp_path)
    assert (tmp_path / "images/a.png").read_bytes() == png(shade=2)


def test_text_alone_needs_no_copies(tmp_path: Path) -> None:
    put(tmp_path / "tei/a.png", png())
    document = write(tmp_path / "tei/letter.xml", '<p><graphic url="a.png"/></p>')
    make([document], tmp_path / "out", "text")
    assert not (tmp_path / "out/images").exists()
    assert "⟨image: a.png⟩" in (tmp_path / "out/letter.txt").read_text("utf-8")
