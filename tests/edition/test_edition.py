from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tei_edition.edition import ConfigurationError, Edition, EditionNotFoundError

CASES = tomllib.loads(Path(__file__).with_name("problems.toml").read_text(encoding="utf-8"))["case"]

MINIMAL = """documents = ["a.xml"]
[edition]
title = "Letters"
editors = ["Ada Editor"]
base_url = "https://example.org/letters/"
"""


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_wrong_setting_is_named_with_line_and_what_is_allowed(
    case: dict[str, object], tmp_path: Path
) -> None:
    (tmp_path / "a.xml").write_text("<TEI/>")
    settings = tmp_path / "edition.toml"
    settings.write_text(str(case["text"]), encoding="utf-8")
    with pytest.raises(ConfigurationError) as raised:
        Edition.load(settings)
    message = str(raised.value)
    assert message.startswith(f"{settings}:{case['at']}: ")
    assert isinstance(case["words"], list)
    for words in case["words"]:
        assert words in message


def test_an_edition_is_found_from_a_folder_below_and_from_the_folder_above(tmp_path: Path) -> None:
    home = tmp_path / "corpus"
    (home / "documents").mkdir(parents=True)
    (home / "a.xml").write_text("<TEI/>")
    (home / "edition.toml").write_text(MINIMAL)
    assert Edition.find(home / "documents").title == "Letters"
    assert Edition.find(tmp_path).documents == (home / "a.xml",)
    found = Edition.containing(home / "a.xml")
    assert found is not None
    assert found.root == home
    assert Edition.containing(tmp_path) is None


def test_a_missing_edition_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(EditionNotFoundError, match=r"no edition\.toml"):
        Edition.find(tmp_path)


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "edition.toml"
    path.write_bytes(b"title = '\xe9'")
    with pytest.raises(ConfigurationError, match="not UTF-8"):
        Edition.load(path)
