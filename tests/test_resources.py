from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tei_edition import resources


def test_schemas_and_stylesheets_are_found_beside_the_package() -> None:
    assert resources.schema("").is_dir()
    assert resources.stylesheet("").is_dir()


@pytest.mark.parametrize(
    "command", [["validate", "--schema", "documentary", "a.xml"], ["render", "a.xml"]]
)
def test_that_it_does_not_work_from_an_archive_is_said_in_one_line(
    repository: Path, tmp_path: Path, command: list[str]
) -> None:
    shutil.make_archive(str(tmp_path / "toolkit"), "zip", repository, "tei_edition")
    (tmp_path / "a.xml").write_text("<TEI/>")
    archive = str(tmp_path / "toolkit.zip")
    program = (
        f"import sys; sys.path.insert(0, {archive!r}); sys.argv = ['x', *{command}]; "
        "from tei_edition.__main__ import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", program],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2
    assert "it does not work from within an archive (zipapp)" in done.stderr
    assert done.stderr.count("\n") == 1
